"""How inventories and training samples look: landslides and stable places, and the spatial folds."""

from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsMarkerSymbol,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRendererCategory,
)

from ...core.io.geopackage import layer_names
from ...core.styles import style_table
from ...core.words.speaking import say
from .files import save_vector

FOLDS = "Spatial folds"


def landslide_renderer(field: str = "landslide") -> QgsFeatureRenderer:
    """Landslides filled, stable places hollow: told apart without colour too."""
    marks = style_table()["points"]
    return QgsCategorizedSymbolRenderer(
        field,
        [
            QgsRendererCategory(row["value"], QgsMarkerSymbol.createSimple(row["symbol"]), say(row["name"]))
            for row in marks["landslide"]
        ],
    )


def fold_renderer(count: int, field: str = "fold") -> QgsFeatureRenderer:
    """A colour a fold; colours return after eight."""
    colours = style_table()["points"]["folds"]
    return QgsCategorizedSymbolRenderer(
        field,
        [
            QgsRendererCategory(
                fold,
                QgsMarkerSymbol.createSimple(
                    {
                        "name": "circle",
                        "size": "2",
                        "color": colours[fold % len(colours)],
                        "outline_color": "#404040",
                    }
                ),
                say(f"Fold {fold + 1}"),
            )
            for fold in range(count)
        ],
    )


def write_samples_style(path: str) -> None:
    """Write the style beside a file of samples."""
    save_vector(landslide_renderer(), path, beside=len(layer_names(path.split("|", maxsplit=1)[0])) < 2)


class StyledSamples(QgsProcessingLayerPostProcessorInterface):
    """Gives the loaded samples their two styles; kept here until it has run, as Processing does not own it."""

    kept: ClassVar[list["StyledSamples"]] = []

    def __init__(self, folds: int):
        super().__init__()
        self._folds, self._marks, self._by_fold = folds, landslide_renderer(), fold_renderer(folds)
        self._name = say(FOLDS)  # the thread of the run knows the language, that of QGIS does not
        StyledSamples.kept.append(self)

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: Optional[QgsProcessingFeedback]
    ) -> None:
        layer.setRenderer(self._marks.clone())
        manager = layer.styleManager()
        if self._folds and manager.addStyleFromLayer(self._name):
            first = manager.currentStyle()
            manager.setCurrentStyle(self._name)
            layer.setRenderer(self._by_fold.clone())
            manager.setCurrentStyle(first)
        layer.triggerRepaint()
        if self in StyledSamples.kept:
            StyledSamples.kept.remove(self)


def show_samples(context: QgsProcessingContext, identifier: str, folds: int) -> None:
    """See to it that the samples are styled when they are loaded into the project."""
    if context.willLoadLayerOnCompletion(identifier):
        details = context.layerToLoadOnCompletionDetails(identifier)
        details.setPostProcessor(StyledSamples(folds))
