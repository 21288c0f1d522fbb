"""Quantities of the mapping part."""

from .quantity import Quantity

MAPPING: tuple[Quantity, ...] = (
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
