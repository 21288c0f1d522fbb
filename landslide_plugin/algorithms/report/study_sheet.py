"""The map sheet of a study, from the files in its folder."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsRasterLayer

from ...core.io.raster import RasterSource
from ...core.model.bundle.files import read_files
from ...core.report.common.model_record import ModelRecord
from ...core.types.features import FeatureSet
from ...core.workflows.reporting.companions import elevation_band
from ...core.workflows.reporting.preview import landslides_of
from ...core.workflows.study import place
from ..base.translation import told
from .sheet import Sheet, shipped_template, write_pdf
from .sheet_layers import layers_of, named_classes, raster_of
from .sheet_texts import texts_of


def draw_study_sheet(
    folder: Path, title: str, inventory: Optional[FeatureSet] = None, label_field: Optional[str] = None
) -> Path:
    """Draw the classes of a study on their relief, with its landslides, as PDF; from the main thread.

    Parameters
    ----------
    folder : Path
        Of a finished study, styles beside its rasters.
    title : str
    inventory : FeatureSet, optional
        Landslides to mark.
    label_field : str, optional
        Field of the inventory with 1 for landslides.

    Raises
    ------
    LandslideError
        A machine without fonts, or a target that cannot be written.
    """
    chart = QgsRasterLayer(str(folder / place.CLASSES), told("Susceptibility classes"))
    chart.loadDefaultStyle()
    with RasterSource(str(folder / place.CLASSES)) as source:
        grid, about = source.grid, source.metadata
    record, _, metrics = read_files(folder / place.MODEL)
    factors = str(folder / place.FACTORS)
    band = elevation_band(factors)
    layers = layers_of(
        named_classes(chart, about),
        None if inventory is None else landslides_of(inventory, label_field, grid.crs_wkt),
        None if band is None else (raster_of(factors), band + 1),
        [],
    )
    sheet = Sheet(
        layers=layers.drawn,
        legend=layers.named,
        extent=chart.extent(),
        crs=chart.crs(),
        texts={
            **texts_of(ModelRecord(record, metrics), title, grid),
            **dict.fromkeys(("credit", "author", "client", "date"), ""),
        },
    )
    target = folder / place.SHEET
    write_pdf(shipped_template("auto", chart.extent()), sheet, str(target))
    return target
