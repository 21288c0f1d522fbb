"""Style files beside results, and the same styles in memory for the layers that are loaded."""

import os
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsAbstractVectorLayerLabeling, QgsFeatureRenderer, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...core.io.raster.companions import STYLE_MARK, is_own_style
from ...core.io.text import write_text

_drawn: dict[str, str] = {}


def style_file(source: str) -> str:
    """Where QGIS looks for the style of a file.

    >>> style_file("/maps/roads.gpkg|layername=roads")
    '/maps/roads.qml'
    """
    return str(Path(source.split("|", maxsplit=1)[0]).with_suffix(".qml"))


def save(document: QDomDocument, source: str, beside: bool = True) -> None:
    """Keep a style for the layer of a source when it is loaded, and write it beside the file.

    A style there that this plugin did not write stays, and so does one with ``beside`` off.
    """
    document.appendChild(document.createComment(f" {STYLE_MARK} "))
    path = style_file(source)
    _drawn[path] = document.toString(2)
    if beside and (not os.path.exists(path) or is_own_style(path)):
        write_text(path, _drawn[path])


def save_vector(
    renderer: QgsFeatureRenderer,
    source: str,
    beside: bool = True,
    labels: Optional[QgsAbstractVectorLayerLabeling] = None,
) -> None:
    """Do the same with how features look; no layer is made, since its CRS would not outlive a run's thread."""
    document = QDomDocument("qgis")
    root = document.createElement("qgis")
    root.setAttribute("version", Qgis.QGIS_VERSION)
    root.setAttribute("styleCategories", "Symbology|Labeling")
    root.setAttribute("labelsEnabled", str(int(labels is not None)))
    root.appendChild(renderer.save(document, QgsReadWriteContext()))
    if labels is not None:
        root.appendChild(labels.save(document, QgsReadWriteContext()))
    document.appendChild(root)
    save(document, source, beside)


def style_of(source: str) -> Optional[QDomDocument]:
    """The style that was last saved for a source in this session; None if there was none."""
    text = _drawn.get(style_file(source))
    if text is None:
        return None
    document = QDomDocument()
    document.setContent(text)
    return document
