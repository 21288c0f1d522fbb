"""What a dialog asks of a file of rain, as far as the file does not say it."""

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterString

from ...core.io.rain import RainReading
from ..base import inputs
from ..base.given import Given
from ..base.rain.units import add_units, units_of

STACKS = f"Rain (*.nc *.nc4 *.tif *.tiff *.vrt *.NC *.TIF);;{inputs.ALL_FILES}"


def add_stack(algorithm: Any) -> None:
    """Declare a raster stack as a file or a folder, and its variable."""
    algorithm.add(
        QgsProcessingParameterFile("STACK", "Rain stack (file)", optional=True, fileFilter=STACKS),
        "Rain over time on a grid: a raster with a band a step, or NetCDF with a time axis (ERA5-Land, CHIRPS, IMERG, "
        "INCA). Any CRS. A folder may be typed here as well.",
    )
    text = QgsProcessingParameterString("VARIABLE", "Variable of the NetCDF file", None, False, True)
    algorithm.add(text, "Which one is rain, such as tp or precip; not needed where a file has one.")
    folder = QgsProcessingParameterFile.Behavior.Folder
    algorithm.add(
        QgsProcessingParameterFile("STACK_FOLDER", "Rain stack (folder)", folder, optional=True),
        "In place of the file: all rasters or NetCDF files of a folder, each with its time in the name "
        "(rain_2020083006.tif), its metadata or its style.",
        advanced=True,
    )


def add_reading(algorithm: Any) -> None:
    """Declare what settles times, units and numbers."""
    add_units(algorithm)
    algorithm.add(
        QgsProcessingParameterString("START", "Time of the first step", None, False, True),
        "Only for bands that tell no times: the moment of the first one, such as 2020-08-29T00:00, with STEP.",
        advanced=True,
    )
    algorithm.add_quantity("STEP", "rain_file_step_h", advanced=True)


def reading_of(given: Given) -> RainReading:
    """What a run was told of its rain."""
    return replace(units_of(given), start=given.text("START").strip(), file_step_h=given.quantity("STEP"))
