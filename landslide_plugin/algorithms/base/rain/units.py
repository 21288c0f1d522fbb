"""What settles the numbers of a file of rain, as far as the file does not say it."""

from typing import Any

from qgis.core import QgsProcessingParameterString

from ....core.io.rain import RainReading
from ..given import Given


def add_units(algorithm: Any) -> None:
    """Declare unit, kind, stamps and clock of rain."""
    algorithm.add(
        QgsProcessingParameterString("RAIN_UNIT", "Unit of the rain", None, False, True),
        "mm, m, cm, in, kg m-2, mm/h, mm/day or kg m-2 s-1. Left empty, as the file says; gauges are in mm.",
        advanced=True,
    )
    algorithm.add_quantity("RAIN_IS", "rain_is", advanced=True)
    algorithm.add_quantity("STAMPED", "rain_stamped", advanced=True)
    algorithm.add_quantity("UTC_OFFSET", "utc_offset_h", advanced=True)


def units_of(given: Given) -> RainReading:
    """What a run was told of its rain."""
    return RainReading(
        unit=given.text("RAIN_UNIT").strip(),
        kind=given.quantity("RAIN_IS"),
        stamped=given.quantity("STAMPED"),
        utc_offset_h=given.quantity("UTC_OFFSET"),
    )
