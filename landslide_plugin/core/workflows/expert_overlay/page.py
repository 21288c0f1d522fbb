"""What an expert's map rests on, as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import isfinite
from typing import Optional

from ...words.pages import said_page
from ..map_judging.judge import Judgement
from ..map_judging.page import STYLE
from ..map_judging.page import headline as judged_words
from .overlay import STANDING, Overlay
from .pairwise import MOST_RATIO

METHODS = {
    "weighted_sum": "weighted sum of the scores",
    "fuzzy_and": "fuzzy AND: the smallest score",
    "fuzzy_or": "fuzzy OR: the largest score",
    "fuzzy_product": "fuzzy product of the scores",
    "fuzzy_sum": "fuzzy algebraic sum of the scores",
    "fuzzy_gamma": "fuzzy gamma of the scores",
}


def consistency_words(ratio: float) -> str:
    """What the consistency ratio says.

    >>> consistency_words(float("nan")), consistency_words(0.2)[:42]
    ('Weights were given, not compared in pairs', 'Consistency ratio 0.200, above 0.1: the co')
    """
    if not isfinite(ratio):
        return "Weights were given, not compared in pairs"
    if ratio <= MOST_RATIO:
        return f"Consistency ratio {ratio:.3f}, at most {MOST_RATIO:g}"
    return f"Consistency ratio {ratio:.3f}, above {MOST_RATIO:g}: the comparisons contradict each other"


def page_of(overlay: Overlay, unscored: Mapping[str, int], judgement: Optional[Judgement]) -> str:
    """The page: standing, weights, scores, and what an inventory says of the map if one was given."""
    weights = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{value:.4f}</td></tr>'
        for name, value in zip(overlay.weights.names, overlay.weights.values)
    )
    scores = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{value:g}</td><td class="n">{score:g}</td></tr>'
        for name, one in overlay.scores.items()
        for value, score in zip(one.values, one.scores)
    )
    weighed = overlay.method == "weighted_sum"
    return said_page(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Expert overlay</title>'
        f"<style>{STYLE}</style></head><body><h1>Expert overlay: {STANDING}</h1>"
        f"<p>{_standing(judgement)}</p>"
        f"<h2>How scores are put together</h2><p>{escape(METHODS[overlay.method].capitalize())}"
        f"{f' ({overlay.gamma:g})' if overlay.method == 'fuzzy_gamma' else ''}.</p>"
        f"<h2>Weights</h2><p>{escape(consistency_words(overlay.weights.consistency_ratio))}."
        f"{'' if weighed else ' Fuzzy operators do not use them.'}</p>"
        f"<table><tr><th>Factor</th><th>Weight</th></tr>{weights}</table>"
        "<h2>Scores</h2><p>Between two values of a factor the score is linear, beyond them it stays; codes have "
        f"their own.</p><table><tr><th>Factor</th><th>Value</th><th>Score</th></tr>{scores}</table>{_lost(unscored)}"
        "</body></html>\n"
    )


def _standing(judgement: Optional[Judgement]) -> str:
    if judgement is None:
        return (
            "No landslide stands behind this map. It says what an expert thinks of each factor, not where landslides "
            "were or will be; its index is no probability. Judge it as soon as there is an inventory."
        )
    return (
        "The map was made without landslides; its index is no probability. Held against the inventory "
        f"{escape(judgement.inventory)}: {escape(judged_words(judgement))} If scores and weights are changed until "
        "they fit these landslides, the landslides no longer judge the map."
    )


def _lost(unscored: Mapping[str, int]) -> str:
    if not unscored:
        return ""
    told = "; ".join(f"{escape(name)}: {count} cells" for name, count in unscored.items())
    return f"<p>Codes that have no score stay without an index: {told}.</p>"
