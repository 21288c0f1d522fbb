"""Response curves as plain SVG: median and band over members, families beside them, samples, and what lies outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np

from ...evaluation.model_names import NAMES
from ...styles import style_table

CHARTS = style_table()["charts"]
SVG, MODELS = CHARTS["svg"], CHARTS["models"]
OTHER = tuple(CHARTS["other_models"])
WIDE, HIGH, LEFT, TOP, RIGHT, BOTTOM = 250, 150, 44, 24, 10, 42
RUG = 6


def colour_of(family: str) -> str:
    """Colour of a family's line.

    >>> colour_of("forest_with_pf") == colour_of("forest")
    True
    """
    plain = family.replace("_with_pf", "").replace("_calibrated", "")
    return str(MODELS.get(plain, OTHER[sum(plain.encode()) % len(OTHER)]))


def response_chart(row: Mapping[str, Any]) -> str:
    """SVG of one factor, a row as ``explain.response_curves`` gives it."""
    values = np.array(row["values"], dtype=np.float64)
    codes = bool(row["names"])
    places = np.arange(len(values)) + 0.5 if codes else values
    span = (0.0, float(len(values))) if codes else (float(values.min()), float(values.max()))
    most = max(max(model["highest"]) for model in row["models"]) * 1.05 or 1.0
    scale = _Scale(span, most)
    whole, *families = row["models"]
    parts = [_outside(row, scale), _axes(row, scale)]
    parts += [_band(whole, places, scale, codes)]
    parts += [_line(one, places, scale, codes, thin=True) for one in families]
    parts += [_line(whole, places, scale, codes, thin=False)]
    parts += [] if codes else [_rug(row["landslides"], scale, TOP, CHARTS["landslide"])]
    parts += [] if codes else [_rug(row["stable"], scale, TOP + HIGH - RUG, CHARTS["stable"])]
    wide, high = LEFT + WIDE + RIGHT, TOP + HIGH + BOTTOM
    return (
        f'<svg role="img" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="10" fill="{SVG["text"]}">'
        f"<title>{escape(_title(row))}</title>{''.join(parts)}</svg>"
    )


class _Scale:
    def __init__(self, span: tuple[float, float], most: float) -> None:
        self.low, self.high, self.most = span[0], span[1] if span[1] > span[0] else span[0] + 1.0, most

    def x(self, value: float) -> float:
        return LEFT + WIDE * (value - self.low) / (self.high - self.low)

    def y(self, p: float) -> float:
        return TOP + HIGH * (1.0 - p / self.most)


def _title(row: Mapping[str, Any]) -> str:
    unit = f" ({row['unit']})" if row["unit"] else ""
    return f"{str(row['factor']).replace('_', ' ')}{unit}"


def _outside(row: Mapping[str, Any], scale: _Scale) -> str:
    """Shade what training never saw."""
    if row["low"] is None:
        return ""
    ends = ((scale.low, row["low"]), (row["high"], scale.high))
    return "".join(
        f'<rect x="{scale.x(low):.1f}" y="{TOP}" width="{max(scale.x(high) - scale.x(low), 0.0):.1f}" height="{HIGH}" '
        f'fill="{CHARTS["rule"]}" class="outside"/>'
        for low, high in ends
        if high > low
    )


def _axes(row: Mapping[str, Any], scale: _Scale) -> str:
    bottom = TOP + HIGH
    parts = [
        f'<text x="{LEFT}" y="15" font-weight="bold">{escape(_title(row))}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{WIDE}" height="{HIGH}" fill="none" stroke="{SVG["frame"]}"/>',
    ]
    for p in (0.0, scale.most / 2.0, scale.most):
        parts.append(f'<text x="{LEFT - 4}" y="{scale.y(p) + 3:.1f}" text-anchor="end">{p:.2g}</text>')
    if row["names"]:
        for i, name in enumerate(row["names"]):
            x, short = scale.x(i + 0.5), name if len(name) <= 12 else f"{name[:11]}\u2026"
            turned = f'transform="rotate(30 {x:.1f} {bottom + 10})"'
            parts.append(f'<text x="{x:.1f}" y="{bottom + 10}" {turned}>{escape(short)}</text>')
    else:
        for value in np.linspace(scale.low, scale.high, 4):
            parts.append(
                f'<text x="{scale.x(value):.1f}" y="{bottom + 14}" text-anchor="middle">{value:.4g}</text>'
            )
    return "".join(parts)


def _band(model: Mapping[str, Any], places: Any, scale: _Scale, codes: bool) -> str:
    if model["members"] < 2:
        return ""
    fill = SVG["members"]
    if codes:
        return "".join(
            f'<line x1="{scale.x(x):.1f}" x2="{scale.x(x):.1f}" y1="{scale.y(low):.1f}" y2="{scale.y(high):.1f}" '
            f'stroke="{fill}" stroke-width="8" class="band"/>'
            for x, low, high in zip(places, model["lowest"], model["highest"])
        )
    there = [(x, p) for x, p in zip(places, model["highest"])]
    back = [(x, p) for x, p in zip(places[::-1], model["lowest"][::-1])]
    return f'<polygon points="{_points([*there, *back], scale)}" fill="{fill}" class="band"/>'


def _line(model: Mapping[str, Any], places: Any, scale: _Scale, codes: bool, thin: bool) -> str:
    colour = colour_of(model["family"]) if thin else SVG["probability"]
    name = escape(NAMES.get(model["family"], model["family"]))
    if codes:
        size = 2.5 if thin else 4
        return "".join(
            f'<circle cx="{scale.x(x):.1f}" cy="{scale.y(p):.1f}" r="{size}" fill="{colour}">'
            f"<title>{name}</title></circle>"
            for x, p in zip(places, model["median"])
        )
    return (
        f'<polyline points="{_points(list(zip(places, model["median"])), scale)}" fill="none" stroke="{colour}" '
        f'stroke-width="{1 if thin else 2.2}"><title>{name}</title></polyline>'
    )


def _points(pairs: Sequence[tuple[float, float]], scale: _Scale) -> str:
    return " ".join(f"{scale.x(x):.1f},{scale.y(p):.1f}" for x, p in pairs)


def _rug(values: Sequence[float], scale: _Scale, top: float, colour: str) -> str:
    return "".join(
        f'<line x1="{scale.x(value):.1f}" x2="{scale.x(value):.1f}" y1="{top}" y2="{top + RUG}" stroke="{colour}" '
        f'stroke-opacity="0.5" class="rug"/>'
        for value in values
    )


def legend(rows: Sequence[Mapping[str, Any]]) -> str:
    """Which line is which, as HTML."""
    if not rows:
        return ""
    whole, *families = rows[0]["models"]
    entries = [(NAMES.get(whole["family"], whole["family"]), SVG["probability"])]
    entries += [(NAMES.get(one["family"], one["family"]), colour_of(one["family"])) for one in families]
    entries += [("landslide samples", CHARTS["landslide"]), ("stable samples", CHARTS["stable"])]
    return " ".join(
        f'<span style="white-space:nowrap"><span style="color:{colour}">\u25a0</span> {escape(name)}</span>'
        for name, colour in entries
    )


EXPLAINED = (
    "Mean probability over stable ground as one factor takes each value: line the median, band the lowest to the "
    "highest member of the model, thin lines its families before the pool is calibrated. Ticks are samples; grey lies "
    "outside the training values, where a curve is a guess. Factors that go together share their effect; a curve says "
    "what the model does, not what causes landslides."
)
