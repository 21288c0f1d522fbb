"""Choices of a printed map sheet, and of what is handed over with it."""

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
    Quantity(
        "hand_over",
        "Pack to hand over",
        "One folder or .zip within the folder of the study: rasters compressed as every program reads them, styles, "
        "report, model, and a project file that opens wherever it lies.",
        default="none",
        choices=("none", "folder", "zip"),
        choice_labels=("No", "One folder", "One .zip"),
    ),
    Quantity(
        "hand_over_way",
        "Pack as",
        "A folder can be looked into at once; a .zip can be sent.",
        default="zip",
        choices=("folder", "zip"),
        choice_labels=("One folder", "One .zip"),
    ),
)
