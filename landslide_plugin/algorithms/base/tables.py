"""Tables that a user names: text as it is, spreadsheets and layers of the project written as text for the run."""

import os
import re
from pathlib import Path
from typing import Callable

from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl

from ...core.io.spreadsheet import is_spreadsheet, spreadsheet_text, table_text
from ...core.io.text import write_text
from .features import feature_set

ROW_NUMBER = "fid"
"""Column that a GeoPackage adds to every table."""


def text_table(named: str, context: QgsProcessingContext, folder: Callable[[], str]) -> str:
    """Path of a table as text.

    Parameters
    ----------
    named : str
        A file, or the id or name of a layer of the project.
    folder : callable
        Makes a folder to write to; called only if need be.

    Raises
    ------
    InputError
        A spreadsheet cannot be read.
    """
    if os.path.isfile(named):
        return _written(spreadsheet_text(named), named, folder()) if is_spreadsheet(named) else named
    layer = QgsProcessingUtils.mapLayerFromString(named, context, False)
    if not isinstance(layer, QgsVectorLayer):
        return named
    columns = feature_set(layer).attributes
    own = {name: values for name, values in columns.items() if name.lower() != ROW_NUMBER}
    return _written(table_text(own, _home(layer)), layer.name(), folder())


def _written(text: str, name: str, folder: str) -> str:
    stem = re.sub(r"\W+", "_", Path(name).stem) or "table"
    path = str(Path(folder) / f"{stem}.csv")
    write_text(path, text)
    return path


def _home(layer: QgsVectorLayer) -> Path:
    """The folder that a layer's file lies in; that of the process for a layer without."""
    source = layer.source().split("|")[0]
    file = Path(QUrl(source).toLocalFile() if source.startswith("file:") else source)
    return file.parent if file.is_file() else Path()
