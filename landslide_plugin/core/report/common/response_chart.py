"""Response curves as plain SVG: median and band over members, families beside them, samples, and what lies outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import NAMES, is_relative
from ...styles import style_table
from .words import readable

Floats = npt.NDArray[np.float64]
CHARTS = style_table()["charts"]
SVG, MODELS = CHARTS["svg"], CHARTS["models"]
OTHER = tuple(CHARTS["other_models"])
WIDE, HIGH, LEFT, TOP, RIGHT, BOTTOM = 250, 150, 38, 24, 16, 42
RUG, TICK = 6, 3
CHART_WIDE, CHART_HIGH = LEFT + WIDE + RIGHT, TOP + HIGH + BOTTOM
WRITING = f'font-family="sans-serif" font-size="10" fill="{SVG["text"]}"'
TICKS = 6
"""Most labels along an axis."""
QUARTERS = [0.0, 90.0, 180.0, 270.0, 360.0]
ROUND = (1.0, 2.0, 5.0, 10.0)


def colour_of(family: str) -> str:
    """Colour of a family's line.

    >>> colour_of("forest_with_pf") == colour_of("forest")
    True
    """
    plain = family.replace("_with_pf", "").replace("_calibrated", "")
    return str(MODELS.get(plain, OTHER[sum(plain.encode()) % len(OTHER)]))


def response_chart(row: Mapping[str, Any]) -> str:
    """SVG of one factor, a row as ``explain.response_curves`` gives it."""
    return (
        f'<svg role="img" width="{CHART_WIDE}" height="{CHART_HIGH}" viewBox="0 0 {CHART_WIDE} {CHART_HIGH}" '
        f"{WRITING}><title>{escape(_title(row))}</title>{drawn(row)}</svg>"
    )


def drawn(row: Mapping[str, Any]) -> str:
    """What stands within the SVG of one factor."""
    values = np.array(row["values"], dtype=np.float64)
    codes = bool(row["names"])
    places = np.arange(len(values)) + 0.5 if codes else values
    most = max(max(model["highest"]) for model in row["models"]) * 1.05 or 1.0
    scale = _Scale(np.array([0.0, len(values)]) if codes else np.unique(values), most)
    whole, *families = row["models"]
    parts = [_outside(row, scale), _axes(row, scale)]
    parts += [_band(whole, places, scale, codes)]
    parts += [_line(one, places, scale, codes, thin=True) for one in families]
    parts += [_line(whole, places, scale, codes, thin=False)]
    parts += [] if codes else [_rug(row["landslides"], scale, TOP, CHARTS["landslide"])]
    parts += [] if codes else [_rug(row["stable"], scale, TOP + HIGH - RUG, CHARTS["stable"])]
    return "".join(parts)


class _Scale:
    """Where things lie: each step of the factor is as wide as the next, so logarithms get the room that they need."""

    def __init__(self, steps: Floats, most: float) -> None:
        self.steps = steps if len(steps) > 1 else np.array([steps[0], steps[0] + 1.0])
        self.low, self.high, self.most = float(self.steps[0]), float(self.steps[-1]), most

    def x(self, value: float) -> float:
        last = len(self.steps) - 1
        return float(LEFT + WIDE * np.interp(value, self.steps, np.arange(last + 1)) / last)

    def y(self, p: float) -> float:
        return TOP + HIGH * (1.0 - p / self.most)


def _title(row: Mapping[str, Any]) -> str:
    return readable(str(row["factor"]), str(row["unit"] or ""))


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
    for p in even_ticks(0.0, scale.most):
        parts.append(f'<text x="{LEFT - TICK - 2}" y="{scale.y(p) + 3:.1f}" text-anchor="end">{p:.6g}</text>')
        parts.append(_tick(LEFT - TICK, scale.y(p), LEFT, scale.y(p)))
    if row["names"]:
        for i, name in enumerate(row["names"]):
            x, short = scale.x(i + 0.5), name if len(name) <= 12 else f"{name[:11]}\u2026"
            turned = f'transform="rotate(30 {x:.1f} {bottom + 10})"'
            parts.append(f'<text x="{x:.1f}" y="{bottom + 10}" {turned}>{escape(short)}</text>')
    else:
        for value in QUARTERS if row["kind"] == "circular" else ticks(scale.steps):
            x = scale.x(value)
            parts.append(f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{value:.6g}</text>')
            parts.append(_tick(x, bottom, x, bottom + TICK))
    return "".join(parts)


def _tick(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{SVG["frame"]}"/>'


def ticks(steps: Floats) -> list[float]:
    """Round values within rising steps: even ones where the steps are even, else such as a logarithm has.

    >>> ticks(np.linspace(3.0, 61.0, 41))
    [20.0, 40.0, 60.0]
    >>> ticks(np.geomspace(20.0, 2e6, 41))
    [100.0, 1000.0, 10000.0, 100000.0, 1000000.0]
    """
    widths = np.diff(steps)
    low, high = float(steps[0]), float(steps[-1])
    if np.allclose(widths, widths.mean(), rtol=1e-3):
        return even_ticks(low, high)
    least = max(low, float(steps[1]), 1e-9)
    powers = range(int(np.floor(np.log10(least))), int(np.ceil(np.log10(high))) + 1)
    for within in ((1.0,), (1.0, 3.0), (1.0, 2.0, 5.0)):
        found = [m * 10.0**k for k in powers for m in within if least <= m * 10.0**k <= high]
        if len(found) > 2:
            return found[:: -(-len(found) // TICKS)]
    return even_ticks(low, high)


def even_ticks(low: float, high: float) -> list[float]:
    """Round values from low to high, evenly spaced.

    >>> even_ticks(0.0, 0.75)
    [0.0, 0.2, 0.4, 0.6]
    """
    rough = (high - low) / (TICKS - 1)
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(part * power for part in ROUND if part * power >= rough * (1.0 - 1e-9))
    numbers = range(int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9)) + 1)
    return [float(f"{number * step:.9g}") for number in numbers]


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
    return (
        f'<polygon points="{_points([*there, *back], scale)}" fill="{fill}" fill-opacity="0.5" class="band"/>'
    )


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


def entries_of(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Mark, name and colour of each line of the legend."""
    if not rows:
        return []
    whole, *families = rows[0]["models"]
    line, area, stroke = "\u2501", "\u25a0", "\u2503"
    entries = [(line, NAMES.get(whole["family"], whole["family"]), SVG["probability"])]
    entries += [(area, "its members", SVG["members"])] if whole["members"] > 1 else []
    entries += [
        ("\u2500", NAMES.get(one["family"], one["family"]), colour_of(one["family"])) for one in families
    ]
    return [
        *entries,
        (stroke, "landslide samples", CHARTS["landslide"]),
        (stroke, "stable samples", CHARTS["stable"]),
    ]


def legend(rows: Sequence[Mapping[str, Any]]) -> str:
    """Which line is which, as HTML."""
    return " &nbsp; ".join(
        f'<span style="white-space:nowrap"><span style="color:{colour}">{mark}</span> {escape(name)}</span>'
        for mark, name, colour in entries_of(rows)
    )


def explained(rows: Sequence[Mapping[str, Any]]) -> str:
    """What the charts show, in a sentence or two."""
    relative = bool(rows) and is_relative(str(rows[0]["models"][0]["family"]))
    return EXPLAINED.replace("probability", "relative intensity") if relative else EXPLAINED


EXPLAINED = (
    "Mean probability over stable ground as one factor takes each value: line the median, band the lowest to the "
    "highest member of the model, thin lines its families before the pool is calibrated. Ticks are samples; grey lies "
    "outside the training values, where a curve is a guess. Factors that go together share their effect; a curve says "
    "what the model does, not what causes landslides."
)
