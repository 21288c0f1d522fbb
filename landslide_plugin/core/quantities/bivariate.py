"""Quantities of bivariate methods."""

from .quantity import Quantity

BIVARIATE: tuple[Quantity, ...] = (
    Quantity(
        "bivariate_method",
        "Method",
        "Weights of evidence add W+ of the class that each factor lies in, which is exact where factors are "
        "independent. The information value is the logarithm of the frequency ratio; the sum of ratios itself is the "
        "older custom.",
        default="weights_of_evidence",
        choices=("weights_of_evidence", "information_value", "frequency_ratio"),
        choice_labels=("Weights of evidence", "Information value", "Frequency ratio"),
    ),
    Quantity(
        "class_rule",
        "Classes of continuous factors",
        "Quantiles have equal area, equal intervals equal width (of the logarithm where models take one), natural "
        "breaks least spread within. Limits are learnt from the training part of each fold alone. Aspect is cut into "
        "equal sectors, codes are classes.",
        default="quantiles",
        choices=("quantiles", "equal_intervals", "natural_breaks"),
        choice_labels=("Quantiles", "Equal intervals", "Natural breaks"),
    ),
    Quantity(
        "class_area",
        "Area of the classes",
        "All cells with every factor on the ground that is sampled; or stable samples, by the ground that they stand "
        "for, where they were chosen by hand from other ground.",
        default="cells",
        choices=("cells", "samples"),
        choice_labels=("All cells", "Stable samples"),
    ),
    Quantity(
        "class_count",
        "Number of classes",
        "More classes follow the factor closer and hold fewer landslides each.",
        default=8,
        minimum=2,
        maximum=50,
        integer=True,
    ),
)
