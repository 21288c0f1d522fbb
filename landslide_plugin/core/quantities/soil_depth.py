"""Quantities of the soil depth from terrain."""

from .quantity import Quantity

SOIL_DEPTH: tuple[Quantity, ...] = (
    Quantity(
        "depth_model",
        "Model of the soil depth",
        "Exponential: thinner the steeper (DeRose 1996). Straight line over the tangent of the slope, or over the "
        "height (Saulnier et al. 1997). Position and curvature: the exponential one, deeper in hollows and thinner on "
        "crests and noses, after the terms of GIST (Catani et al. 2010).",
        default="slope",
        choices=("slope", "s", "z", "position"),
        choice_labels=(
            "Exponential with slope",
            "Straight line over slope (s)",
            "Straight line over height (z)",
            "Slope, position and curvature",
        ),
    ),
    Quantity(
        "depth_deepest_m",
        "Largest soil depth",
        "Depth on level ground, and never exceeded. Take it from pits, borings or road cuts.",
        unit="m",
        default=3.0,
        minimum=0.1,
        maximum=100.0,
    ),
    Quantity(
        "depth_shallowest_m",
        "Smallest soil depth",
        "Depth on the steepest ground; no cell has less. 0 leaves bare rock, which is not assessed.",
        unit="m",
        default=0.2,
        minimum=0.0,
        maximum=100.0,
    ),
    Quantity(
        "depth_rate_1_deg",
        "Fall of the depth with slope",
        "Exponent a degree, for the exponential model: at 0.04 the soil is half as deep every 17 degrees.",
        unit="1/degree",
        default=0.04,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "depth_gentlest_deg",
        "Slope of the deepest soil",
        "For the straight line over slope: gentler cells have the largest depth.",
        unit="degrees",
        default=5.0,
        minimum=0.0,
        maximum=89.0,
    ),
    Quantity(
        "depth_steepest_deg",
        "Slope of the shallowest soil",
        "For the straight line over slope: steeper cells have the smallest depth.",
        unit="degrees",
        default=50.0,
        minimum=1.0,
        maximum=89.0,
    ),
    Quantity(
        "depth_lowest_m",
        "Height of the deepest soil",
        "For the straight line over height, in metres. It is not read from the DEM: depths would then change with its "
        "extent.",
        unit="m",
        default=None,
        minimum=-500.0,
        maximum=9000.0,
    ),
    Quantity(
        "depth_highest_m",
        "Height of the shallowest soil",
        "For the straight line over height, in metres.",
        unit="m",
        default=None,
        minimum=-500.0,
        maximum=9000.0,
    ),
    Quantity(
        "depth_radius_cells",
        "Radius of the position",
        "For position and curvature: half width, in cells, of the square whose mean height the cell is compared with. "
        "About half a hillslope.",
        default=5,
        minimum=1,
        maximum=500,
        integer=True,
    ),
    Quantity(
        "depth_position_m",
        "Height of a crest over its surroundings",
        "For position and curvature: so far above the mean of its surroundings a cell has half the depth, so far below "
        "one and a half times.",
        unit="m",
        default=20.0,
        minimum=0.1,
        maximum=1000.0,
    ),
    Quantity(
        "depth_curvature_1_m",
        "Curvature of a nose",
        "For position and curvature: at this total curvature (convex) a cell has half the depth, at as much concave "
        "one and a half times.",
        unit="1/m",
        default=0.02,
        minimum=1e-5,
        maximum=10.0,
    ),
    Quantity(
        "depth_cov",
        "Spread of the depths",
        "Coefficient of variation (standard deviation over mean) of the depth at a cell. It is stored in the raster, "
        "and Compute factor of safety takes it into the probability of failure. Depths from terrain "
        "are seldom better than 0.3.",
        default=0.4,
        minimum=0.0,
        maximum=1.0,
    ),
)
