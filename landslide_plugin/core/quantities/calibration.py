"""Quantities of the calibration of soil on landslides."""

from .quantity import Quantity

CALIBRATION: tuple[Quantity, ...] = (
    Quantity(
        "calibration_sets",
        "Sets of values for each soil",
        "How many sets of values are drawn from the ranges (a Sobol sequence, rounded up to a power of two) and run on "
        "the samples. More give smoother ranges. Where few are accepted, more are drawn near these.",
        default=32768,
        minimum=256,
        maximum=1_048_576,
        integer=True,
    ),
    Quantity(
        "calibration_depth_low",
        "Least soil depth, share of the table's",
        "Lower end of the soil depths that are tried, as a share of the soil's deepest layer bottom. Not used where "
        "the table has layer_bottom_m_low and layer_bottom_m_high, or a raster gives the depth.",
        default=0.5,
        minimum=0.05,
        maximum=20.0,
    ),
    Quantity(
        "calibration_depth_high",
        "Largest soil depth, share of the table's",
        "Upper end of the same. As large as the lower end, the depth is not calibrated.",
        default=1.5,
        minimum=0.05,
        maximum=20.0,
    ),
    Quantity(
        "calibration_wetness_low",
        "Least antecedent wetness",
        "Lower end of the wetness before the storm that is tried, a share of the soil depth. Not used where the table "
        "has wetness_shift_low and wetness_shift_high, or the water table comes from a depth, a raster or a recharge.",
        default=0.0,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "calibration_wetness_high",
        "Largest antecedent wetness",
        "Upper end of the same. As large as the lower end, the wetness is not calibrated and stays the scenario's.",
        default=1.0,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "calibration_ratio",
        "Random stable samples per landslide sample",
        "Used when stable samples are drawn at random. They are what says that slopes stand; the likelihood knows how "
        "they were drawn, so more of them shift nothing.",
        default=3.0,
        minimum=0.1,
        maximum=100.0,
    ),
    Quantity(
        "calibration_share",
        "Share of the ground that is landslides",
        "Of the ground between the flat and the cliff limit, in this storm. It sets the level of the probability of "
        "failure. Left empty, as inventory and mapped area tell it.",
        default=None,
        minimum=1e-6,
        maximum=0.999,
    ),
    Quantity(
        "calibration_reach_m",
        "Distance from which landslides are independent",
        "Landslides nearer to each other than this that err alike count as fewer. Left empty, by the variogram "
        "of what the likeliest set "
        "leaves unexplained; 0 counts each landslide as one.",
        unit="m",
        default=None,
        minimum=0.0,
        maximum=1_000_000.0,
    ),
    Quantity(
        "calibration_folds",
        "Spatial folds",
        "Parts of the ground that are held out in turn for the scores.",
        default=5,
        minimum=2,
        maximum=20,
        integer=True,
    ),
    Quantity(
        "calibration_block_m",
        "Side of the blocks of the folds",
        "Folds are made of square blocks of ground. Left empty, a tenth of the longer side of the samples' extent.",
        unit="m",
        default=None,
        minimum=1.0,
        maximum=1_000_000.0,
    ),
)
