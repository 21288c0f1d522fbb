"""Quantities of the probability of failure."""

from .quantity import Quantity

FAILURE: tuple[Quantity, ...] = (
    Quantity(
        "probability_method",
        "Probability of failure by",
        "Point estimate: sixteen runs with each uncertain value one standard deviation up or down (Rosenblueth), "
        "the factor of safety taken as lognormal. Sampling: a Sobol sequence, the same for every cell and scenario; "
        "slow, to check the point estimate.",
        default="point_estimate",
        choices=("point_estimate", "sampling"),
        choice_labels=("Point estimate (Rosenblueth)", "Sampling (Sobol)"),
    ),
    Quantity(
        "draws",
        "Draws of the sampling",
        "Number of draws; rounded up to a power of two.",
        default=1024,
        minimum=64,
        maximum=65536,
        integer=True,
    ),
    Quantity(
        "cohesion_cov",
        "Spread of cohesion",
        "Coefficient of variation (standard deviation over mean) of the effective cohesion, lognormal.",
        default=0.40,
        minimum=0.0,
        maximum=2.0,
    ),
    Quantity(
        "friction_cov",
        "Spread of tan(friction angle)",
        "Coefficient of variation of the tangent of the friction angle, lognormal.",
        default=0.13,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "unit_weight_cov",
        "Spread of unit weight",
        "Coefficient of variation of the unit weight, normal.",
        default=0.05,
        minimum=0.0,
        maximum=0.3,
    ),
    Quantity(
        "wetness_sd",
        "Spread of the water table",
        "Standard deviation of the height of the water table as a share of the soil depth (half of it for ru).",
        default=0.10,
        minimum=0.0,
        maximum=0.5,
    ),
    Quantity(
        "strength_correlation",
        "Correlation of cohesion and friction",
        "Correlation of the logarithms of cohesion and tan(friction angle); measured values are often negative.",
        default=0.0,
        minimum=-0.95,
        maximum=0.95,
    ),
    Quantity(
        "sampling_seed",
        "Seed",
        "Start of the random sequence of the sampling; the same seed gives the same map.",
        default=42,
        minimum=0,
        maximum=2**31 - 1,
        integer=True,
    ),
)
