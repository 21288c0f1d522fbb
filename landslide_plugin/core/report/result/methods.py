"""Maps of all methods beside each other, with the inventory and the score of each."""

from __future__ import annotations

import numpy as np

from ...evaluation.model_names import is_relative
from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.map_panels import Panel, draw_panels
from ..common.markup import figure, number, section
from ..common.missing import Missing, Part
from ..common.palettes import ends_of

TITLE = "Maps of all methods"


def build(content: ReportContent) -> Part:
    """A panel a method on one common ramp."""
    rows = content.evidence.methods or []
    if not rows:
        return Missing(
            TITLE,
            "no folder of models compared is given",
            "run 'Compare models' with BUNDLES and give that folder and FACTORS (and PROFILE) to the report",
        )
    rows = sorted(rows, key=lambda row: -(row["auroc"] or 0.0))
    values = [content.evidence.models[row["key"]] for row in rows]
    ends = ends_of("probability", np.concatenate([value.ravel() for value in values]))
    panels = [
        Panel(
            f"{row['name']}\nAUROC {number(row['auroc'])}",
            value,
            "Relative intensity" if is_relative(row["key"]) else "Probability",
            RAMPS["probability"],
            ends,
            marks=True,
        )
        for row, value in zip(rows, values)
    ]
    picture = figure(
        draw_panels(content, panels),
        "Probability mapped by every method",
        f"Probability of every method{_given(content)} on one common ramp, best score first, with the landslides "
        "of the inventory where one is given. AUROC: area under the ROC curve, mean over spatial folds. Drawn on a "
        "thinned grid.",
        wide=True,
    )
    return section("methods", TITLE, picture)


def _given(content: ReportContent) -> str:
    return f" given the {content.model.reference} trigger" if content.model.has_scenarios else ""
