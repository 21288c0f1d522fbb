"""The verdict: every paired difference over the same folds, with its interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...evaluation.model_names import named_within
from ...evaluation.verdicts import VERDICTS, verdict_of
from ..common.canvas import COLOURS, INK, MUTED, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import DASH, figure, join, number, section, table, tag
from ..common.missing import Missing, Part
from ..common.model_record import OF, model_name
from ..common.statements import headline_verdict

TITLE = "Differences between models"
LEAST_SHOWN = "Least shown: the smallest difference that so many folds can tell from none."
HEAD = ["Difference of AUROC", "Mean", "95 % from", "to", "Verdict", "Folds", "Least shown"]
MARKERS = dict(zip(VERDICTS, "o^svD"))


def build(content: ReportContent) -> Part:
    """Intervals and what they allow one to say."""
    pairs = content.model.metrics.get("paired") or {}
    if not pairs:
        return Missing(TITLE, "too few usable folds to pair methods", "use fewer folds or more samples")
    rows = [
        [
            words(name),
            number(pair["mean"], 4),
            number(pair["low"], 4),
            number(pair["high"], 4),
            pair.get("verdict") or verdict_of(pair),
            pair.get("folds", DASH),
            number(pair.get("shows")),
        ]
        for name, pair in pairs.items()
    ]
    picture = figure(
        draw(pairs),
        "Paired differences of AUROC with their intervals",
        "Difference of the area under the ROC curve (AUROC) of two methods in the same folds: dot, mean; bar, 95 % "
        "interval corrected for folds that share training data (Nadeau and Bengio 2003). Better or worse: the 95 % "
        "interval excludes 0; probably: the 80 % one does. Blue, better (circle) or probably (triangle up); orange, "
        "worse (diamond) or probably (triangle down); grey square, no difference shown.",
        wide=True,
    )
    return section(
        "duel",
        TITLE,
        tag("p", headline_verdict(content.model.metrics, content.model.family), class_="verdict"),
        picture,
        join([tag("div", table(HEAD, rows), class_="dense"), tag("p", LEAST_SHOWN, class_="note")]),
    )


def words(name: str) -> str:
    """A pair in words.

    >>> words("stack_minus_logistic")
    'Stacked mean minus logistic regression'
    >>> words("stack_minus_forest@of_last_year")
    'Stacked mean minus random forest (of_last_year)'
    """
    one, _, other = name.partition("_minus_")
    return f"{model_name(one)} minus {_within(other)}"


def _within(key: str) -> str:
    family, _, bundle = key.partition(OF)
    return f"{named_within(family)} ({bundle})" if bundle else named_within(family)


def draw(pairs: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A row a pair."""
    with drawing(7.2, 0.75 + 0.32 * len(pairs)) as (canvas, buffer):
        axes = canvas.subplots()
        for row, pair in enumerate(pairs.values()):
            low, high = float(pair["low"]), float(pair["high"])
            verdict = verdict_of(pair)
            axes.plot([low, high], [row, row], color=COLOURS["verdicts"][verdict], lw=2.2)
            axes.plot(float(pair["mean"]), row, MARKERS[verdict], color=COLOURS["verdicts"][verdict], ms=6)
        axes.axvline(0, color=MUTED, lw=0.9)
        axes.set_yticks(range(len(pairs)), [words(name) for name in pairs], color=INK, fontsize=8)
        axes.set_ylim(len(pairs) - 0.5, -0.5)
        axes.set_xlabel("Difference of AUROC over spatial folds")
        tidy(axes, "x")
    return buffer.getvalue()
