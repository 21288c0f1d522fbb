"""Fit, random folds and spatial folds of every method: how much the first two flatter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..common.canvas import COLOURS, INK, MUTED, OTHER_COLOURS, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import Html, figure, join, number, section, table, tag
from ..common.model_record import model_name

KINDS = (
    ("spatial", "auroc_mean", "o", "spatial folds"),
    ("random", "auroc_mean", "D", "random folds"),
    ("fit", "auroc", "s", "fit (own training data)"),
)


def build(content: ReportContent) -> Html:
    """The picture and the gap in numbers."""
    lines = [words for key in content.model.scored() for words in [_words(content, key)] if words]
    picture = figure(
        draw(content),
        "AUROC of fit, random folds and spatial folds by method",
        "Area under the ROC curve (AUROC) of each method on areas it has not seen (spatial folds), on random folds, "
        "whose samples have neighbours in training, and on its own training data. The wider a row, the more the "
        "method flatters itself; judge by the circle.",
        wide=True,
    )
    if not _has_random(content):
        lines.append("Random folds were not asked for at training ('Random folds beside the spatial ones').")
    note = join([tag("li", line) for line in lines])
    return section(
        "gap",
        "Fit beside cross-validation, random beside spatial folds",
        picture,
        tag("ul", note),
        tag("div", score_table(content), class_="dense"),
    )


def _words(content: ReportContent, key: str) -> str:
    spatial = content.model.scores(key, "spatial").get("auroc_mean")
    random, fit = (
        content.model.scores(key, "random").get("auroc_mean"),
        content.model.scores(key, "fit").get("auroc"),
    )
    if spatial is None or (random is None and fit is None):
        return ""
    parts = []
    if random is not None:
        parts.append(f"random folds {number(random - spatial)} above spatial ones")
    if fit is not None:
        parts.append(f"fit {number(fit - spatial)} above spatial folds")
    if random is None and _has_random(content):
        parts.append("random folds were not asked for at training ('Random folds beside the spatial ones')")
    return f"{model_name(key)}: {', '.join(parts)}."


def _has_random(content: ReportContent) -> bool:
    """Whether any method was scored on random folds; what all lack is said once."""
    return any("auroc_mean" in content.model.scores(key, "random") for key in content.model.scored())


def score_table(content: ReportContent) -> Html:
    """Every score of every model: spatial folds first, random folds and fit beside them."""
    rows = []
    for key in content.model.scored():
        for which, words in (("spatial", "spatial folds"), ("random", "random folds"), ("fit", "fit")):
            scored = content.model.scores(key, which)
            if scored:
                rows.append([model_name(key), words, *_score_cells(scored, which)])
    head = ["Model", "Scored on", "AUROC", "sd", "AUC-PR", "Brier", "MCC", "F1"]
    return table(head, rows, numeric_from=2)


def _score_cells(scored: Mapping[str, Any], which: str) -> list[str]:
    end = "" if which == "fit" else "_mean"
    names = [f"{name}{end}" for name in ("auroc", "auc_pr", "brier", "mcc", "f1")]
    values = [number(scored.get(name)) for name in names]
    return [values[0], number(scored.get("auroc_sd")), *values[1:]]


def draw(content: ReportContent) -> bytes:
    """A row a method."""
    keys = content.model.scored()
    with drawing(7.2, 1.0 + 0.32 * len(keys)) as (canvas, buffer):
        axes = canvas.subplots()
        shown: set[str] = set()
        values: list[float] = []
        for row, key in enumerate(keys):
            values += _row(axes, content, row, key, shown)
        axes.set_yticks(range(len(keys)), [model_name(key) for key in keys], color=INK)
        axes.set_ylim(len(keys) - 0.5, -0.5)
        axes.set_xlim(max(0.0, min([0.5, *values]) - 0.02), 1.005)
        axes.set_xlabel("AUROC (0.5 = chance)")
        canvas.legend(loc="outside lower center", ncols=3)
        tidy(axes, "x")
    return buffer.getvalue()


def _row(axes: Any, content: ReportContent, row: int, key: str, shown: set[str]) -> list[float]:
    scores = []
    for which, name, marker, words in KINDS:
        value = content.model.scores(key, which).get(name)
        if value is not None:
            scores.append((float(value), marker, words, COLOURS["scored_on"][which]))
    if len(scores) > 1:
        places = [value for value, *_ in scores]
        axes.plot([min(places), max(places)], [row, row], color=MUTED, lw=1.2, zorder=1)
    for value, marker, words, colour in scores:
        label = None if words in shown else words
        shown.add(words)
        axes.plot(
            value,
            row,
            marker,
            color=colour,
            ms=6.5,
            mec=OTHER_COLOURS[-1],
            mew=0.5,
            label=label,
            clip_on=False,
        )
    return [value for value, *_ in scores]
