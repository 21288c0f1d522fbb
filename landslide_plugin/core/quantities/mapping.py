"""Quantities of the mapping part."""

from .quantity import Quantity

MAPPING: tuple[Quantity, ...] = (
    Quantity(
        "palette",
        "Colours of the classes",
        "Colours of the five classes on maps. The default can be told apart with any colour vision.",
        default="default",
        choices=("default", "study"),
        choice_labels=("Colour-blind safe, blue to red", "Study, green to purple"),
    ),
    Quantity(
        "memory",
        "Memory",
        "What the run may use. Rasters are read and written in strips that fit; the result does not depend on "
        "it.",
        unit="MiB",
        default=2048.0,
        minimum=320.0,
        maximum=1e6,
    ),
)
