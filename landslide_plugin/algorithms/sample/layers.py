"""How the layers of a sample area look, and their way into the project."""

import numpy as np
from qgis.core import (
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProcessingContext,
    QgsSingleSymbolRenderer,
)

from ...core.io.raster import RasterSource
from ..base.translation import tr
from ..styles import rasters as styles
from ..styles.files import save_vector
from ..styles.points import landslide_renderer
from ..styles.tree import TreePlace

RAMPS = {
    "DEM": ("elevation", 1),
    "FACTORS": ("slope", 2),
    "FS_LEGACY": ("factor_of_safety", 3),
    "TARGET": ("probability_of_failure", 3),
}
SHOWN = ("INVENTORY", "FAULTS", "STUDY_MASK", "DEM", "FACTORS", "FS_LEGACY", "TARGET")
"""From the top down."""
DRAWN = SHOWN[:4]
KINDS = {
    "INVENTORY": "inventory",
    "FAULTS": "faults",
    "STUDY_MASK": "mask",
    "DEM": "dem",
    "FACTORS": "factors",
}
GROUP = "Sample study area"


def style(rasters: dict[str, str], vectors: dict[str, str]) -> None:
    """Write a style file beside every layer that has one."""
    for key, (ramp, band) in RAMPS.items():
        if key in rasters:
            limits = _limits(rasters[key], band) if key == "DEM" else None
            styles.write_ramp_style(rasters[key], ramp, band, limits=limits, unit="m" if limits else "")
    for key, source in vectors.items():
        save_vector(_renderer(key), source)


def _limits(path: str, band: int) -> tuple[float, float]:
    with RasterSource(path) as source:
        values = source.read(band - 1)
    return float(np.nanmin(values)), float(np.nanmax(values))


def _renderer(key: str) -> QgsFeatureRenderer:
    if key == "INVENTORY":
        return landslide_renderer()
    if key == "FAULTS":
        return QgsSingleSymbolRenderer(
            QgsLineSymbol.createSimple({"line_color": "#252525", "line_width": "0.6", "line_style": "dash"})
        )
    return QgsSingleSymbolRenderer(
        QgsFillSymbol.createSimple({"style": "no", "outline_color": "#252525", "outline_width": "0.5"})
    )


def load(sources: dict[str, str], names: dict[str, str], context: QgsProcessingContext) -> None:
    """Have the layers loaded when the algorithm is done, the inventory on top."""
    project = context.project()
    if project is None:
        return
    for rank, key in enumerate(SHOWN):
        if key in sources:
            details = QgsProcessingContext.LayerDetails(tr(names[key]), project, key)
            context.addLayerToLoadOnCompletion(sources[key], details)
            place = TreePlace(GROUP, rank, visible=key in DRAWN)
            styles.show(context, sources[key], names[key], place=place, kind=KINDS.get(key, ""))
