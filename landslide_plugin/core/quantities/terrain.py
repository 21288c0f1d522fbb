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
        "flow_exponent",
        "Exponent of the multiple flow directions",
        "Water goes to all lower neighbours in proportion to the slope raised to this exponent (Freeman 1991). "
        "Larger values gather the flow more.",
        default=1.1,
        minimum=0.1,
        maximum=50.0,
    ),
)

METRES_PER_HEIGHT_UNIT: dict[str, float] = {
    "metre": 1.0,
    "foot": 0.3048,
    "us_survey_foot": 1200.0 / 3937.0,
}
"""Length of each choice of ``height_unit`` in metres."""
