"""Quantities of stressing an inventory."""

from .quantity import Quantity

STRESS: tuple[Quantity, ...] = (
    Quantity(
        "stress_model",
        "Model",
        "A model that trains in a moment, without the modelling environment; what an inventory does to it, it does to "
        "others much alike.",
        default="logistic",
        choices=("logistic", "additive", "bivariate"),
        choice_labels=("Logistic regression", "Additive logistic regression", "Bivariate classes"),
    ),
    Quantity(
        "stress_repeats",
        "Repeats at each level",
        "How often chance is drawn: directions of moves, and which landslides are missing. The error of the "
        "probability in each cell needs two or more.",
        default=10,
        minimum=1,
        maximum=500,
        integer=True,
    ),
)
