"""The results of a study as layers: one group, classes in sight, probability below, the rest unticked."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingContext

from ...core.errors import Cancelled, LandslideError
from ...core.model.bundle.bundle import load_bundle
from ...core.types.names import human_name
from ...core.workflows.factor_stack.stack import StackSummary
from ...core.workflows.study import place
from ...core.workflows.study.hand_over import SHOWN, hand_over
from ...core.workflows.study.request import StudyRequest
from ...core.workflows.study.run import StudyResult
from ..base.given import Given
from ..base.threads import in_main_thread
from ..base.translation import told
from ..map import rasters as map_results
from ..prepare.terrain_styles import style_factor
from ..report.study_sheet import draw_study_sheet
from ..styles import rasters as styles
from ..styles.tree import LAYER_GROUP, TreePlace

MAPS = {"CLASSES": "classes", "PROBABILITY": "probability", "UNCERTAINTY": "spread"}
PHYSICS = ("probability_of_failure", "factor_of_safety")
LAST = 9


def show_study(given: Given, request: StudyRequest, study: StudyResult) -> None:
    """Write the styles beside the results, and have them loaded in order if that is asked for."""
    group = f"{LAYER_GROUP}: {request.called}"
    there = {
        kind: str(study.folder / name) for name, (_, kind) in SHOWN.items() if (study.folder / name).exists()
    }
    if given.yes("LOAD"):
        for name, (label, kind) in SHOWN.items():
            if kind in there:
                _load(given.context, str(study.folder / name), label, kind.upper())
    bundle = load_bundle(str(study.folder / place.MODEL))
    maps = {key: there[kind] for key, kind in MAPS.items()}
    map_results.style(maps, bundle, study.scenarios, study.reference, context=given.context, group=group)
    below = TreePlace(group, LAST, visible=False)
    for name, (label, kind) in SHOWN.items():
        if kind in PHYSICS and kind in there:
            styles.write_ramp_style(there[kind], kind, study.reference + 1)
            shown = f"{label}, {study.scenarios[study.reference]}"
            styles.show(given.context, str(study.folder / name), label, shown, below, kind=kind)
    _show_factors(given.context, there["factors"], study.factors, below)


def _show_factors(
    context: QgsProcessingContext, stack: str, summary: StackSummary, place_: TreePlace
) -> None:
    """The slope of the factor stack in its own style."""
    at = summary.names.index("slope")
    shown, label = summary.specs[at], SHOWN[place.FACTORS][0]
    style_factor(stack, shown, summary.tallies[at], band=at + 1)
    name = f"{label}: {human_name(shown.name, shown.unit)}"
    styles.show(context, stack, label, name, place_, kind="factors")


def sheet_of_study(given: Given, request: StudyRequest, study: StudyResult) -> Optional[Path]:
    """The map sheet in the folder of the study; a study is none the worse where it cannot be drawn, which is told."""

    def draw() -> Path:
        title = f"{told(LAYER_GROUP)}, {request.called}"
        return draw_study_sheet(study.folder, title, request.inventory, request.label_field or None)

    try:
        sheet = in_main_thread(draw, given.progress)
    except Cancelled:
        raise
    except LandslideError as error:
        given.progress.warning(f"The map sheet was not drawn: {error}")
        return None
    given.progress.info(f"Map sheet: {sheet}")
    return sheet


def packed_study(given: Given, study: StudyResult) -> Optional[Path]:
    """The study packed to hand over, where that is asked for."""
    way = given.quantity("HAND_OVER")
    if way == "none":
        return None
    package = hand_over(study.folder, way)
    given.progress.info(f"To hand over: {package}")
    return package


def _load(context: QgsProcessingContext, path: str, label: str, key: str) -> None:
    project = context.project()
    if project is not None:
        details = QgsProcessingContext.LayerDetails(told(label), project, key)
        details.forceName = True  # else QGIS may call the layer after its file
        context.addLayerToLoadOnCompletion(path, details)
