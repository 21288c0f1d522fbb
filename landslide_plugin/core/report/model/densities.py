"""Classes of a bivariate model: how dense landslides are in each, and what it adds to the log odds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..common.content import ReportContent
from ..common.markup import DASH, Html, join, number, section, table, tag
from ..common.words import readable

TITLE = "Densities of landslides by class"
METHODS = {
    "weights_of_evidence": "weights of evidence: W+ of the class",
    "information_value": "information value: logarithm of the frequency ratio",
    "frequency_ratio": "frequency ratio less 1",
}
HEAD = ("Class", "Area (%)", "Landslides", "Frequency ratio", "Weight", "Standard error", "C / s(C)")


def build(content: ReportContent) -> Html:
    """A table a factor, and what the weights are; nothing for a model without classes."""
    found = content.model.metrics.get("bivariate")
    if not found:
        return Html("")
    rows = found["table"]
    counted = (
        "cells of the area"
        if found["area"] == "cells"
        else "stable samples, by the ground that they stand for"
    )
    units = {str(factor["name"]): str(factor.get("unit") or "") for factor in content.model.record["factors"]}
    pieces = [
        tag(
            "p",
            f"Weight: {METHODS[found['method']]}. Area: {counted}. C / s(C) is the contrast over its standard error; "
            "within 2 of 0 it may be chance.",
            class_="note",
        )
    ]
    for name in dict.fromkeys(row["factor"] for row in rows):
        own = [_row(row) for row in rows if row["factor"] == name]
        pieces += [tag("h4", readable(str(name), units.get(str(name), ""))), table(HEAD, own)]
    bare = sum(bool(row["note"]) for row in rows)
    if bare:
        said = f"* {bare} classes lack landslides or stable ground: half of one is counted."
        pieces.append(tag("p", said, class_="note"))
    ratio = found.get("expected_over_observed")
    if ratio is not None:
        pieces.append(
            tag(
                "p",
                f"Before calibration the classes expect {ratio:.2f} times the landslides observed; far from 1, factors "
                "depend on each other and their evidence counts more than once.",
            )
        )
    return section("densities", TITLE, join(pieces))


def _row(row: Mapping[str, Any]) -> list[Html | str]:
    figures = [
        (100.0 * row["area_share"], 1),
        (row["landslides"], 1),
        (row["frequency_ratio"], 2),
        (row["weight"], 2),
        (row["weight_error"], 2),
        (row["studentised_contrast"], 1),
    ]
    star = " *" if row["note"] else ""
    return [
        f"{row['class']}{star}",
        *(DASH if value is None else number(value, digits) for value, digits in figures),
    ]
