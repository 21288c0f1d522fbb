"""The inputs that several algorithms take, each declared once: one key, one label, one kind of field."""

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.io.raster.no_data import PARAMETER as NODATA
from .choices import OURS, WIDGETS

ALL_FILES = "All files (*)"
"""Ends each filter: the name of a layer of the project has no ending."""

TABLES = f"Tables (*.csv *.txt *.xlsx *.ods *.CSV *.TXT *.XLSX *.ODS);;{ALL_FILES}"
SCENARIO_TABLES = (
    f"Scenario tables (*.csv *.txt *.xlsx *.ods *.json *.CSV *.TXT *.XLSX *.ODS *.JSON);;{ALL_FILES}"
)
RAIN_FILES = f"Rain (*.tif *.tiff *.nc *.nc4 *.TIF *.TIFF *.NC);;{ALL_FILES}"
BUNDLE_WIDGET, BUNDLE_TYPE = f"{WIDGETS}.bundle_widget.BundleWidget", f"{OURS}bundle"
TEXT_WIDGET, TEXT_TYPE = f"{WIDGETS}.text_widget.TextWidget", f"{OURS}text"
KINDS = "CSV, text, .xlsx or .ods, or the name of a table of the project."


def bundle(
    algorithm: Any,
    help: str,
    key: str = "BUNDLE",
    label: str = "Model bundle (folder)",
    optional: bool = False,
    advanced: bool = False,
) -> None:
    """Declare the folder of a trained model; see ``Given.bundle``."""
    folder = QgsProcessingParameterFile.Behavior.Folder
    parameter = QgsProcessingParameterFile(key, label, folder, optional=optional)
    parameter.setMetadata({"widget_wrapper": {"class": BUNDLE_WIDGET, "widget_type": BUNDLE_TYPE}})
    algorithm.add(parameter, f"{help} The .zip of a model works as well.", advanced)


def factors(algorithm: Any, help: str, optional: bool = False) -> None:
    """Declare the rasters whose bands are conditioning factors."""
    kind = QgsProcessing.SourceType.TypeRaster
    algorithm.add(
        QgsProcessingParameterMultipleLayers("FACTORS", "Factor rasters", kind, optional=optional), help
    )


def profile(algorithm: Any, help: str, advanced: bool = False) -> None:
    """Declare the soil properties by layer."""
    algorithm.add(
        QgsProcessingParameterRasterLayer("PROFILE", "Soil profile raster", optional=True), help, advanced
    )


def no_data(algorithm: Any) -> None:
    """Declare the marks of no-data that rasters do not declare; ``Given`` hands them on with each raster.

    Its field is one of ours, so that every dialog with rasters is laid out.
    """
    text = QgsProcessingParameterString(NODATA, "No-data of rasters that declare none", None, False, True)
    text.setMetadata({"widget_wrapper": {"class": TEXT_WIDGET, "widget_type": TEXT_TYPE}})
    algorithm.add(
        text,
        "Numbers that stand for no-data, such as 255 or -9999, in every raster of the run that declares none; with "
        "the name of a raster before them, as in soil=255, in that one whatever it declares. Semicolons part entries. "
        "Usual marks that are neither declared nor said here are refused; none says that such numbers are values.",
        advanced=True,
    )


def inventory(algorithm: Any, help: str, optional: bool = True) -> None:
    """Declare the landslides."""
    kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    algorithm.add(
        QgsProcessingParameterFeatureSource("INVENTORY", "Landslide inventory", kinds, optional=optional),
        help,
    )


def label_field(algorithm: Any, help: str, advanced: bool = False) -> None:
    """Declare the field of the inventory that tells landslides from stable places."""
    algorithm.add(
        QgsProcessingParameterField("LABEL_FIELD", "Label field", None, "INVENTORY", optional=True),
        help,
        advanced,
    )


def chosen_landslides(algorithm: Any) -> None:
    """Declare which landslides of the inventory count: by trigger and by size."""
    trigger = QgsProcessingParameterField("TRIGGER_FIELD", "Trigger field", None, "INVENTORY", optional=True)
    algorithm.add(
        trigger,
        "Field with what set off each landslide, such as rain, earthquake or road. Where they are of several "
        "kinds, the log says so.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString("TRIGGERS", "Triggers", None, False, True),
        "Triggers whose landslides count, separated by commas; left empty, all of them. The ground of landslides left "
        "out is neither slid nor stable.",
        advanced=True,
    )
    algorithm.add_quantity("MIN_SIZE", "smallest_m2", advanced=True, optional=True)


def mapped_area(algorithm: Any, help: str, advanced: bool = True) -> None:
    """Declare where landslides were looked for."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource("MAPPED_AREA", "Mapped area", polygons, None, True),
        help,
        advanced,
    )


def scenarios(algorithm: Any, help: str, advanced: bool = False) -> None:
    """Declare the table of 'Build trigger scenarios', as a file; see ``Given.table``."""
    file = QgsProcessingParameterFile(
        "SCENARIOS", "Trigger scenarios (file)", optional=True, fileFilter=SCENARIO_TABLES
    )
    algorithm.add(file, f"{help} {KINDS[:-1]}; or the JSON file of 'Build trigger scenarios'.", advanced)


def table(algorithm: Any, key: str, label: str, help: str, advanced: bool = False) -> None:
    """Declare another table that may be left out; see ``Given.table``."""
    file = QgsProcessingParameterFile(key, label, optional=True, fileFilter=TABLES)
    algorithm.add(file, f"{help} {KINDS}", advanced)


def soil_table(algorithm: Any, help: str) -> None:
    """Declare the soil of rock units."""
    table(algorithm, "SOIL_TABLE", "Soil table", help)
