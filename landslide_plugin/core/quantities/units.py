"""Quantities of mapping units."""

from .quantity import Quantity

UNITS: tuple[Quantity, ...] = (
    Quantity(
        "unit_threshold_km2",
        "Upslope area of the first streams",
        "The ground left and right of each stretch of these streams is what is divided further. It hardly matters "
        "if it is large against the units wanted.",
        unit="km2",
        default=1.0,
        minimum=1e-6,
    ),
    Quantity(
        "unit_least_area_m2",
        "Least area of a unit",
        "Parts below it are joined to the neighbour that looks most alike. Take it well above the area of a cell "
        "and of a usual landslide.",
        unit="m2",
        default=50_000.0,
        minimum=0.0,
    ),
    Quantity(
        "unit_variance",
        "Circular variance of the aspect up to which a unit is homogeneous",
        "0 means that all looks one way, 1 that no way is favoured. Units whose aspect scatters more are divided "
        "until they are too small. Smaller values give more units.",
        default=0.3,
        minimum=0.01,
        maximum=1.0,
    ),
    Quantity(
        "unit_reduction",
        "Lowering of the threshold at each step",
        "By which share of itself the least upslope area of a stream is lowered from one division to the next. Small "
        "values are slower and leave fewer parts that are too small.",
        default=0.2,
        minimum=0.01,
        maximum=0.9,
    ),
    Quantity(
        "unit_memory_mib",
        "Memory limit",
        "Most memory to use; a DEM that needs more is refused. About 150 bytes a cell are needed.",
        unit="MiB",
        default=4096,
        minimum=64,
        integer=True,
    ),
    Quantity(
        "unit_least_count",
        "Least number of landslides",
        "A unit that holds fewer counts as one without. 1 is usual; more where points are doubtful, or where nearly "
        "every unit holds one.",
        default=1,
        minimum=1,
        maximum=100_000,
        integer=True,
    ),
    Quantity(
        "unit_least_share",
        "Least landslide share of the unit",
        "In place of their number, for landslides that are polygons: from this share of its area on, a unit counts as "
        "one with landslides; 0.02 is 2 %. Left empty, the number counts.",
        minimum=1e-6,
        maximum=1.0,
    ),
    Quantity(
        "unit_prevalence",
        "Share of units with landslides",
        "Share of all units of the area with landslides; give it where units were chosen by their outcome, such "
        "as half of them with "
        "landslides. Probabilities then refer to it. Left empty, they refer to the share among the units trained on.",
        minimum=0.0001,
        maximum=0.9,
    ),
    Quantity(
        "unit_area_factor",
        "Area of the unit as a factor",
        "Larger units hold more landslides by area alone. With its logarithm as a factor the model knows that, and its "
        "probability is that of a unit of that size; without, units are ranked by what else they are. What it changes "
        "is printed in either case.",
        default="no",
        choices=("no", "yes"),
        choice_labels=("No", "Yes, its logarithm"),
    ),
)
