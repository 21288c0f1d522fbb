"""Quantities of the probability of failure."""

from .quantity import Quantity

FAILURE: tuple[Quantity, ...] = (
    Quantity(
        "probability_method",
        "Probability of failure by",
        "Point estimate: sixteen runs with each uncertain value one standard deviation up or down (Rosenblueth), the "
        "factor of safety taken as lognormal; small probabilities may be wrong by a factor of several. "
        "Sampling: a Sobol sequence, the "
        "same for every cell and scenario; slow, to check the others. The default takes the point estimate where it is "
        "right: a cell under 0.1 in any scenario is sampled along lines through the tail in all of them, and so is "
        "every cell where the water table spreads by 0.2 or more.",
        default="automatic",
        choices=("point_estimate", "sampling", "automatic"),
        choice_labels=(
            "Point estimate (Rosenblueth)",
            "Sampling (Sobol)",
            "Point estimate, and lines through the tail",
        ),
    ),
    Quantity(
        "dem_error_m",
        "Error of the DEM",
        "Standard deviation of its heights. It is carried into slope and probability of failure as one more uncertain "
        "value; the factor of safety stays that of the slope as given.",
        unit="m",
        default=0.0,
        minimum=0.0,
        maximum=50.0,
    ),
    Quantity(
        "dem_error_length_m",
        "Length of the DEM's error",
        "Distance over which the error changes smoothly (correlation length). Left empty, every cell errs on its own, "
        "which makes slopes of small cells very uncertain.",
        unit="m",
        default=None,
        minimum=0.1,
        maximum=100000.0,
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
        "Standard deviation of the height of the water table as a share of the soil depth (for the ratio ru, "
        "half of that number).",
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
        "Start of the random sequence of the sampling and the lines; the same seed gives the same map.",
        default=42,
        minimum=0,
        maximum=2**31 - 1,
        integer=True,
    ),
)
