"""Headline of the report: verdict, then cards of scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..common import charts
from ..common.content import ReportContent
from ..common.markup import (
    DASH,
    Html,
    figure,
    join,
    number,
    section,
    tag,
)
from ..common.model_record import model_name
from ..common.statements import gap, headline_verdict, interval_words, unequal_folds
from .here import is_elsewhere

MOST_CARDS = 3


def headline(content: ReportContent) -> Html:
    """What the model does not beat, the verdict, and spatial cross-validation beside logistic regression."""
    keys = content.model.scored()
    cards = [_card(content, key) for key in keys[:MOST_CARDS]]
    pair = content.model.paired
    if pair:
        difference = tag("p", number(float(pair["mean"])), class_="big")
        between = tag("p", interval_words(float(pair["low"]), float(pair["high"])), class_="under")
        cards.append(
            tag(
                "div",
                tag("h3", f"{model_name(content.model.family)} minus logistic"),
                difference,
                between,
                class_="card plain",
            )
        )
    picture = figure(
        charts.fold_scores(content.model),
        "AUROC of each spatial fold by model",
        "AUROC in each spatial fold (strokes), their mean (dot) and its 95 % interval (bar), corrected for "
        "folds that share training data (Nadeau and Bengio 2003).",
        wide=True,
    )
    pieces = [
        *(tag("p", line, class_="verdict") for line in content.model.metrics.get("standing") or ()),
        tag("p", headline_verdict(content.model.metrics, content.model.family), class_="verdict"),
        tag("div", join(cards), class_="cards"),
        *(tag("p", line, class_="note") for line in [unequal_folds(content.model)] if line),
        *(tag("p", line, class_="note") for line in own_and_reference(content)),
        picture,
        tag("p", _scheme(content.model.metrics), class_="note"),
    ]
    title = "How well it predicts where it was not trained"
    if is_elsewhere(content):
        title = "How well it predicts in the area of its training"
        pieces.insert(
            0,
            tag(
                "p",
                "These scores are of folds of the training's area. They do not say how well this map does.",
                class_="warning",
            ),
        )
    return section("scores", title, *pieces)


def own_and_reference(content: ReportContent) -> list[str]:
    """A line on scores of dated samples, at their own storms and at the reference scenario; none of undated ones."""
    own = content.model.scores(content.model.family, "spatial")
    there, scenario = own.get("at_reference"), content.model.metrics.get("reference_scenario", DASH)
    if not there:
        return []
    return [
        f"These scores judge each sample at the trigger of its own storm. With all at the reference ({scenario}), "
        f"which is what the map shows, the {model_name(content.model.family).lower()} has AUROC "
        f"{number(float(there['auroc_mean']))} (at their own {number(float(own['auroc_mean']))}) and Brier "
        f"{number(float(there['brier_mean']))} (at their own {number(float(own['brier_mean']))})."
    ]


def _card(content: ReportContent, key: str) -> Html:
    mean, low, high = content.model.spatial_interval(key)
    beside = gap(content, key)
    lines = [
        tag("h3", model_name(key)),
        tag("p", number(mean), class_="big"),
        tag("p", "AUROC, spatial cross-validation", class_="under"),
        tag("p", interval_words(max(low, 0.0), min(high, 1.0)), class_="under"),
    ]
    if beside:
        lines.append(tag("p", beside, class_="under faint"))
    return tag("div", *lines, class_=f"card {key}")


def _scheme(metrics: Mapping[str, Any]) -> str:
    plan = metrics["validation"]
    skipped = int(plan.get("skipped_folds", 0) or 0)
    return (
        f"Validation: {plan.get('scheme', 'spatial')}, {plan['folds']} folds x {_repeats(plan)}, "
        f"seed {plan.get('seed', DASH)}"
        + (f"; {skipped} folds held one class only and were skipped" if skipped else "")
        + ". Encoders, model and threshold are fitted within the training folds. The fit is on the model's own "
        "training data and flatters every model; random folds flatter because neighbours of a test sample are "
        "in training."
    )


def _repeats(plan: Mapping[str, Any]) -> str:
    count = int(plan.get("repeats", 1))
    return f"{count} repeat" + ("s" if count != 1 else "")
