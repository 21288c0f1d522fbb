"""Choices of a printed map sheet."""

from .quantity import Quantity

LAYOUT = (
    Quantity(
        "paper",
        "Paper",
        "Size of the sheet.",
        default="a4",
        choices=("a4", "a3"),
        choice_labels=("A4", "A3"),
    ),
    Quantity(
        "orientation",
        "Orientation",
        "Which way the sheet lies; the shape of the area decides unless told otherwise.",
        default="auto",
        choices=("auto", "landscape", "portrait"),
        choice_labels=("As the area is shaped", "Landscape", "Portrait"),
    ),
    Quantity(
        "sheet_scale",
        "Scale, 1 to",
        "Denominator of the scale. Left empty, the largest round scale at which the whole area fits the sheet.",
        minimum=100,
        maximum=100_000_000,
        integer=True,
    ),
    Quantity(
        "sheet_grid",
        "Grid",
        "Lines over the map and numbers on its frame: meridians and parallels, or coordinates in the units of the "
        "map's CRS.",
        default="degrees",
        choices=("degrees", "map_units", "none"),
        choice_labels=("Degrees", "Map units", "None"),
    ),
    Quantity(
        "sheet_dpi",
        "Resolution",
        "Dots per inch of the map; text and lines stay sharp at any.",
        unit="dpi",
        default=300,
        minimum=72,
        maximum=600,
        integer=True,
    ),
)
