"""Table of the factors and how they enter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...evaluation.collinearity import HIGH_CORRELATION, groups
from ...types.names import UNITS
from ..common import charts
from ..common.content import ReportContent
from ..common.markup import (
    DASH,
    Html,
    figure,
    section,
    table,
    tag,
)
from ..common.words import readable


def factor_section(content: ReportContent) -> Html:
    """Factors with kinds and units, and the coefficients of the linear part."""
    rows = [
        [
            readable(str(f["name"])),
            f.get("kind", ""),
            UNITS.get(u := str(f.get("unit") or ""), u) or DASH,
            _transform(f),
        ]
        for f in content.model.record.get("factors", [])
    ]
    pieces = [table(["Factor", "Kind", "Unit", "Entered as"], rows, numeric_from=9)]
    pairs, single = content.model.bound_pairs, content.model.single_coefficients
    if single:
        pieces.append(
            figure(
                charts.coefficient_bars(single, names=_column_names(content)),
                "Coefficients of the linear part",
                "Linear part of the model: red raises the odds of a landslide, blue lowers them. Coefficients of "
                "factors that go together share their effect.",
                wide=True,
            )
        )
    if pairs and content.model.coefficients:
        said = _column_names(content)
        named = "; ".join(" and ".join(said.get(name, name) for name in group) for group in groups(pairs))
        pieces.append(
            tag(
                "p",
                f"Not drawn: {named}. They say the same (correlation of {HIGH_CORRELATION:g} or more), so their effect "
                "belongs to them together; the coefficient of one alone may have either sign.",
                class_="note",
            )
        )
    return section("factors", "Factors", *pieces)


def _column_names(content: ReportContent) -> dict[str, str]:
    """Readable names of the inputs of the linear part, with the names of classes where they are known."""
    found = {}
    for name, _ in content.model.coefficients:
        factor, _, code = name.partition("=")
        spec: Mapping[str, Any] = next(
            (f for f in content.model.record["factors"] if f["name"] == factor), {}
        )
        word = (spec.get("categories") or {}).get(code, code)
        found[name] = readable(factor) + (f": {word}" if code else "")
    return found


def _transform(factor: Mapping[str, Any]) -> str:
    if factor.get("kind") == "categorical":
        return "one column a class"
    if factor.get("kind") == "circular":
        return "sine and cosine"
    words = {"log10": "log10, standardised", "log1p": "log(1 + x), standardised"}
    return words.get(str(factor.get("transform", "none")), "standardised")
