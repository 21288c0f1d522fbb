"""Quantities of the terrain part."""

from .quantity import Quantity

TERRAIN: tuple[Quantity, ...] = (
    Quantity(
        "slope_method",
        "Slope method",
        "Formula of slope and aspect. Horn weighs all eight neighbours and smooths small errors of the DEM; "
        "Zevenbergen and Thorne takes the four nearest and suits smooth terrain. Curvatures always follow "
        "Zevenbergen and Thorne.",
        default="horn",
        choices=("horn", "zevenbergen_thorne"),
        choice_labels=("Horn (1981)", "Zevenbergen and Thorne (1987)"),
    ),
    Quantity(
        "height_unit",
        "Unit of the heights",
        "Unit of the DEM's heights. All factors are computed and written in metres.",
        default="metre",
        choices=("metre", "foot", "us_survey_foot"),
        choice_labels=("Metres", "Feet (international)", "Feet (US survey)"),
    ),
    Quantity(
        "level_cells",
        "Curvature of level cells",
        "Where the ground is level (gradient below 0.0001) there is no slope direction, so profile, plan and "
        "tangential curvature are not defined. Zero keeps such cells in models and maps; no-data leaves them out.",
        default="zero",
        choices=("zero", "no_data"),
        choice_labels=("Zero (cells stay in models and maps)", "No-data (cells are left out)"),
    ),
    Quantity(
        "holes",
        "Water at holes of the DEM",
        "Whether water may leave into no-data that is enclosed by the DEM, such as a masked lake, or is held back "
        "by it as by a wall.",
        default="drain",
        choices=("drain", "wall"),
        choice_labels=("Holes drain", "Holes are walls"),
    ),
    Quantity(
        "flow_method",
        "Flow method",
        "How a cell shares its water. Multiple directions (Freeman 1991) spreads it over all lower neighbours and "
        "suits the wetness index; D8 gives all to the steepest one; D-infinity (Tarboton 1997) shares between two.",
        default="multiple",
        choices=("multiple", "d8", "d_infinity"),
        choice_labels=("Multiple directions (Freeman)", "D8", "D-infinity (Tarboton)"),
    ),
    Quantity(
        "flow_exponent",
        "Exponent of the multiple flow directions",
        "Water goes to all lower neighbours in proportion to the slope raised to this exponent (Freeman 1991). "
        "Larger values gather the flow more.",
        default=1.1,
        minimum=0.1,
        maximum=50.0,
    ),
    Quantity(
        "depth_limit_m",
        "Deepest depression to fill",
        "Deeper ones are taken as real, such as dolines and quarries: water ends at their lowest cell. Left empty, "
        "all are filled.",
        unit="m",
        default=None,
        minimum=0.0,
    ),
    Quantity(
        "stream_area_km2",
        "Upslope area of a stream",
        "Cells that drain at least this area are streams, for the factors streams, hand and distance_streams.",
        unit="km2",
        default=0.5,
        minimum=1e-6,
    ),
    Quantity(
        "position_radius_cells",
        "Radius of the topographic position index",
        "Half width, in cells, of the square whose mean height the cell is compared with. 1 is the 3 x 3 window.",
        default=1,
        minimum=1,
        maximum=500,
        integer=True,
    ),
    Quantity(
        "area_exponent",
        "Sediment transport: exponent of the area",
        "Exponent m of (m + 1) (a / 22.13)^m (sin b / 0.0896)^n (Moore and Wilson 1992).",
        default=0.4,
        minimum=0.0,
        maximum=2.0,
    ),
    Quantity(
        "slope_exponent",
        "Sediment transport: exponent of the slope",
        "Exponent n of the same formula.",
        default=1.3,
        minimum=0.0,
        maximum=3.0,
    ),
    Quantity(
        "resampling",
        "Resampling of quantities",
        "How rasters of quantities are brought onto the grid of the DEM. Average takes the mean of the fine cells "
        "under each cell, weighted by area, cells without data left out; bilinear interpolates between coarse ones. "
        "Automatic averages where the raster's cells are clearly smaller than those of the DEM. Classes always take "
        "the nearest code.",
        default="automatic",
        choices=("automatic", "nearest", "bilinear", "average"),
        choice_labels=("Automatic", "Nearest", "Bilinear", "Average (area-weighted)"),
    ),
    Quantity(
        "stack_grid",
        "Grid of the stack",
        "A stack on the grid of the DEM, or on one in metres: the UTM zone of the area's centre, with square cells "
        "of the same size. Training and reports need metres, so choose UTM for a DEM in degrees or in Mercator's "
        "projection. The DEM is resampled (bilinear) before anything is computed, and all rasters are aligned to it.",
        default="dem",
        choices=("dem", "utm"),
        choice_labels=("As the DEM", "In metres (UTM zone of the area)"),
    ),
    Quantity(
        "engine",
        "Engine",
        "What computes the factors. Fast: compiled kernels in the modelling environment, a tenth of the memory. "
        "Plain: NumPy in QGIS itself, nothing to install. Automatic takes the fast one from a million cells on, "
        "if the environment is there. Results agree to the last digits.",
        default="auto",
        choices=("auto", "fast", "plain"),
        choice_labels=("Automatic", "Fast (modelling environment)", "Plain (QGIS itself)"),
    ),
    Quantity(
        "memory_mib",
        "Memory limit",
        "Most memory to use for the flow. The fast engine puts what does not fit into files; the plain one says "
        "that it needs more.",
        unit="MiB",
        default=4096,
        minimum=64,
        integer=True,
    ),
)

METRES_PER_HEIGHT_UNIT: dict[str, float] = {
    "metre": 1.0,
    "foot": 0.3048,
    "us_survey_foot": 1200.0 / 3937.0,
}
"""Length of each choice of ``height_unit`` in metres."""
