"""How the probability answers to each factor."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.response_chart import explained
from .response_figure import draw

TITLE = "Response curves"


def build(content: ReportContent) -> Part:
    """A small chart a factor, in one figure."""
    rows = content.evidence.responses
    if not rows:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    return section("responses", TITLE, figure(draw(rows), TITLE, explained(rows), wide=True))
