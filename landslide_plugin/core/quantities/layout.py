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
