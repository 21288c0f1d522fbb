"""The results of a study as layers: one group, classes in sight, probability below, the rest unticked."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingContext

from ...core.model.bundle.bundle import load_bundle
from ...core.types.names import human_name
from ...core.workflows.study import place
from ...core.workflows.study.hand_over import hand_over
from ...core.workflows.study.project_file import ProjectRaster
from ...core.workflows.study.request import StudyRequest
from ...core.workflows.study.run import StudyResult
from ..base.given import Given
from ..map import rasters as map_results
from ..prepare.terrain_styles import style_factor
from ..styles import rasters as styles
from ..styles.tree import LAYER_GROUP, TreePlace

FACTOR_LABEL = "Factor stack"
LAST = 9


def show_study(given: Given, request: StudyRequest, study: StudyResult) -> None:
    """Write the styles beside the results, and have them loaded in order if that is asked for."""
    folder, group = study.folder, f"{LAYER_GROUP}: {request.called}"
    maps = {
        "CLASSES": str(folder / place.CLASSES),
        "PROBABILITY": str(folder / place.PROBABILITY),
        "UNCERTAINTY": str(folder / place.UNCERTAINTY),
    }
    stack = str(folder / place.FACTORS)
    if given.yes("LOAD"):
        for key, path in maps.items():
            _load(given.context, path, map_results.RASTERS[key].label, key)
        _load(given.context, stack, FACTOR_LABEL, "FACTORS")
    bundle = load_bundle(str(folder / place.MODEL))
    map_results.style(maps, bundle, study.scenarios, study.reference, context=given.context, group=group)
    summary = study.factors
    at = summary.names.index("slope")
    shown = summary.specs[at]
    style_factor(stack, shown, summary.tallies[at], band=at + 1)
    name = f"{FACTOR_LABEL}: {human_name(shown.name, shown.unit)}"
    below = TreePlace(group, LAST, visible=False)
    styles.show(given.context, stack, FACTOR_LABEL, name, below, kind="factors")


def packed_study(given: Given, request: StudyRequest, study: StudyResult) -> Optional[Path]:
    """The study packed to hand over, where that is asked for."""
    way = given.quantity("HAND_OVER")
    if way == "none":
        return None
    names = {
        place.CLASSES: ("Susceptibility classes", "classes"),
        place.PROBABILITY: ("Susceptibility (probability)", "probability"),
        place.UNCERTAINTY: ("Ensemble standard deviation", "spread"),
        place.FACTORS: (FACTOR_LABEL, "factors"),
    }
    rasters = [
        ProjectRaster(study.folder / file, name, kind, visible=kind == "classes")
        for file, (name, kind) in names.items()
    ]
    title = f"{LAYER_GROUP}: {request.called}"
    package = hand_over(study.folder, way, title, rasters)
    given.progress.info(f"To hand over: {package}")
    return package


def _load(context: QgsProcessingContext, path: str, label: str, key: str) -> None:
    project = context.project()
    if project is not None:
        details = QgsProcessingContext.LayerDetails(label, project, key)
        details.forceName = True  # else QGIS may call the layer after its file
        context.addLayerToLoadOnCompletion(path, details)
