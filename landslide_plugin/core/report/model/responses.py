"""How the probability answers to each factor."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import Html, section, tag
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.response_chart import explained, legend, response_chart

TITLE = "Response curves"


def build(content: ReportContent) -> Part:
    """A small chart a factor."""
    rows = content.evidence.responses
    if not rows:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    charts = Html("".join(response_chart(row) for row in rows))
    return section(
        "responses", TITLE, tag("p", explained(rows), class_="note"), tag("p", Html(legend(rows))), charts
    )
