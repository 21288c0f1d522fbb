"""How the map does in its own area, where that is not the training's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...evaluation.classes import class_style
from ..common.content import ReportContent
from ..common.markup import DASH, Html, bullets, join, number, section, table, tag
from ..common.statements import interval_words

TITLE = "How the map does in this area"
ELSEWHERE = ("other", "overlapping")


def is_elsewhere(content: ReportContent) -> bool:
    """Whether the map leaves the area of the training."""
    return content.place.get("kind") in ELSEWHERE


def here_section(content: ReportContent) -> Html:
    """Scores of the given inventory, and what is blank; nothing for a map of the training's own area."""
    if not is_elsewhere(content):
        return Html("")
    words = tag("p", f"{content.place['words']}.", class_="verdict")
    judged = content.judged
    if not judged:
        missing = tag(
            "p",
            "No inventory of this area was given, so nobody knows how well the map does here. Give one ('Landslide "
            "inventory'), or judge the map with 'Judge any map'. All scores below are of the training's area.",
            class_="warning",
        )
        return section("here", TITLE, words, missing)
    card = tag(
        "div",
        tag("h3", f"{content.sources.get('Inventory', 'Inventory')} against the map"),
        tag("p", number(judged["auroc"]), class_="big"),
        tag("p", f"AUROC of the {judged['ranked']}, landslides against {judged['against']}", class_="under"),
        tag("p", interval_words(_known(judged["low"]), _known(judged["high"])), class_="under"),
        class_="card",
    )
    pieces = [
        words,
        tag("div", card, class_="cards"),
        bullets(_points(judged)),
        _calibration(content, judged),
        *(tag("p", note, class_="note") for note in judged["notes"]),
    ]
    return section("here", TITLE, *pieces)


def _known(value: Any) -> float:
    return float("nan") if value is None else float(value)


def _points(judged: Mapping[str, Any]) -> list[str]:
    points = [
        f"{judged['landslides']} landslides lie on the map; its most dangerous fifth holds "
        f"{100 * judged['found_in_top_fifth']:.0f} % of their cells (20 % by chance).",
        f"{100 * judged['blank']:.1f} % of the raster is blank: no data in a factor, or a class that the training "
        "never saw. Blank is not safe.",
    ]
    if judged["inside_training"]:
        points.append(
            f"{100 * judged['inside_training']:.0f} % of the landslide cells lie in the extent of the training, whose "
            "landslides may be among them."
        )
    return points


def _calibration(content: ReportContent, judged: Mapping[str, Any]) -> Html:
    """Landslides expected and found, by class."""
    expected = judged.get("expected")
    if expected is None:
        return tag("p", "Without the probability raster nothing says how many were expected.", class_="note")
    if content.model.relative:
        said = "The model gives a relative intensity, which expects no number of landslides; density by class is above."
        return tag("p", said, class_="note")
    on_scale = content.model.metrics.get("samples", {}).get("prevalence") is not None
    rows = [
        [
            name,
            number(p / cells if cells else None, 5),
            number(found / cells if cells else None, 5),
            number(p, 1) if on_scale else DASH,
            number(found, 1),
        ]
        for name, cells, p, found in reversed(
            list(zip(class_style().names, judged["cells"], expected, judged["observed"]))
        )
    ]
    total, found = sum(expected), sum(judged["observed"])
    said = (
        f"Calibration here: {number(total, 1)} {judged['unit']} expected by the sum of the probabilities, "
        f"{number(found, 1)} found ({number(found / total if total else None, 2)} found for one expected). An "
        "inventory that is not complete lowers that figure as a wrong model does."
        if on_scale
        else "The probabilities follow the share of landslides among the samples, so they say which ground is worse, "
        "not how many landslides to expect: no calibration can be told here. Train with a share of the area for that."
    )
    head = ["Class", "Mean P", f"Share of cells with {judged['unit']}", "Expected", "Found"]
    return join([table(head, rows, 1), tag("p", said, class_="note")])
