"""Maps of all methods beside each other, with the inventory and the score of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ...evaluation.model_names import is_relative
from ...types.evidence import OWN
from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.map_panels import Panel, draw_panels
from ..common.markup import Html, figure, join, number, section
from ..common.missing import Missing, Part
from ..common.model_record import model_name
from ..common.palettes import ends_of

TITLE = "Maps of all methods"
SAME, LEAST_REACH = 1e-6, 0.01


def build(content: ReportContent) -> Part:
    """A panel a method on one common ramp."""
    rows = content.evidence.methods or []
    if not rows:
        return Missing(
            TITLE,
            "no folder of models compared is given",
            "run 'Compare models' with 'Model bundles' and give that folder and 'Factor rasters' (and the 'Soil "
            "profile raster') to the report",
        )
    rows = sorted(rows, key=lambda row: -(row["auroc"] or 0.0))
    values = [content.evidence.models[row["key"]] for row in rows]
    ends = ends_of("probability", np.concatenate([value.ravel() for value in values]))
    panels = [
        Panel(
            f"{_name(row)}\nAUROC {number(row['auroc'])}",
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
    return section("methods", TITLE, join([picture, *_differences(content)]))


def _name(row: Mapping[str, Any]) -> str:
    return model_name(str(row["scored_as"])) if row.get("scored_as") else str(row["name"])


def _differences(content: ReportContent) -> list[Html]:
    """How the map of each method differs from that of the report."""
    own = content.evidence.models.get(OWN)
    rows = [row for row in content.evidence.methods or [] if row["key"] in content.evidence.models]
    if own is None:
        return []
    changes = [(_name(row), content.evidence.models[row["key"]] - own) for row in rows]
    changes = [(name, change) for name, change in changes if np.nanmax(np.abs(change), initial=0.0) > SAME]
    if not changes:
        return []
    every = np.abs(np.concatenate([change[np.isfinite(change)] for _, change in changes]))
    reach = max(float(np.percentile(every, 98)), LEAST_REACH)
    panels = [
        Panel(
            f"{name}\nmean change {number(float(np.nanmean(change)))}",
            change,
            "Change of P",
            "difference",
            (-reach, reach),
        )
        for name, change in changes
    ]
    picture = figure(
        draw_panels(content, panels),
        "Difference of every method's map to the map of this report",
        f"Probability of each method less that of this report's model ({model_name(content.model.family).lower()})"
        f"{_given(content)}: red, the method sees more danger; blue, less. Colours end at the 98th percentile of the "
        "change. Drawn on a thinned grid.",
        wide=len(panels) > 1,
    )
    return [picture]


def _given(content: ReportContent) -> str:
    return f" given the {content.model.reference} trigger" if content.model.has_scenarios else ""
