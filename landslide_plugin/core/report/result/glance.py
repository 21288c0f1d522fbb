"""What a reader wants first: the map of classes, and in one sentence how far it can be trusted."""

from __future__ import annotations

from ...evaluation.classes import class_style
from ..common import maps
from ..common.content import ReportContent
from ..common.markup import Html, figure, interval, number, section, tag
from ..common.statements import in_one_sentence
from .here import is_elsewhere

TITLE = "At a glance"
ANCHOR = "glance"


def glance_section(content: ReportContent) -> Html:
    """The verdict and the five-class map."""
    style = class_style()
    relative = ", of relative intensity and no probability" if content.model.relative else ""
    picture = figure(
        maps.class_picture(content, style.colours, style.names),
        "Map of five susceptibility classes",
        f"Susceptibility classes{maps.given(content)}{relative}. {style.legend}. Coordinates: "
        f"{content.frame.crs_name}."
        f"{maps.inventory_words(content)}",
        wide=True,
    )
    return section(ANCHOR, TITLE, tag("p", verdict(content), class_="verdict"), picture)


def verdict(content: ReportContent) -> str:
    """One sentence: by the inventory of a map elsewhere, else by the spatial folds of the training."""
    if not is_elsewhere(content):
        return in_one_sentence(content.model)
    judged = content.judged
    if not judged:
        return (
            f"{content.place['words']}, and no inventory of this area was given, so nobody knows how well the map "
            "does here."
        )
    low, high = judged["low"], judged["high"]
    within = f" (95 % interval {interval(low, high)})" if low is not None and high is not None else ""
    return (
        f"{content.place['words']}; by the inventory given, its {judged['ranked']} rank landslides above "
        f"{judged['against']} with an AUROC of {number(judged['auroc'])}{within}."
    )
