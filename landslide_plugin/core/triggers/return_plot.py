"""A return-level plot as SVG: the record, both fits and the bootstrap band."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt

from .return_levels import Fitted
from .uncertainty import plotting_positions

WIDTH, HEIGHT = 720, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 46, 56
COLOURS = {"gev": "#2166ac", "gumbel": "#b35806"}
NAMES = {"gev": "GEV", "gumbel": "Gumbel"}
TICKS_YR = (2, 5, 10, 20, 50, 100, 200, 500, 1000)
SHORTEST_YR = 1.1


def _reduced(period_yr: Any) -> npt.NDArray[Any]:
    """Gumbel's reduced variate of a return period: a straight axis for a Gumbel law."""
    result: npt.NDArray[Any] = -np.log(-np.log(1.0 - 1.0 / np.asarray(period_yr, float)))
    return result


class _Axes:
    """From years and mm to pixels."""

    def __init__(self, longest_yr: float, highest_mm: float):
        self.longest_yr = longest_yr
        self.low, self.high = (float(_reduced(period)) for period in (SHORTEST_YR, longest_yr))
        step = 10.0 ** np.floor(np.log10(highest_mm / 4))
        step *= next(f for f in (1, 2, 5, 10) if highest_mm / (step * f) <= 8)
        self.top_mm = step * np.ceil(highest_mm / step)
        self.ticks_mm = np.arange(0, self.top_mm + step / 2, step)

    def x(self, period_yr: Any) -> npt.NDArray[Any]:
        share = (_reduced(period_yr) - self.low) / (self.high - self.low)
        return np.asarray(LEFT + share * (WIDTH - LEFT - RIGHT))

    def y(self, depth_mm: Any) -> npt.NDArray[Any]:
        return np.asarray(HEIGHT - BOTTOM - np.asarray(depth_mm) / self.top_mm * (HEIGHT - TOP - BOTTOM))


def _points(x: Any, y: Any) -> str:
    return " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(np.atleast_1d(x), np.atleast_1d(y)))


def _text(x: float, y: float, words: str, anchor: str = "middle", extra: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{escape(words)}</text>'


def _frame(axes: _Axes, title: str) -> list[str]:
    parts = [_text(WIDTH / 2, 24, title, extra=' font-size="15"')]
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for depth in axes.ticks_mm:
        y = float(axes.y(depth))
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#e0e0e0"/>')
        parts.append(_text(LEFT - 8, y + 4, f"{depth:g}", "end"))
    for period in (tick for tick in TICKS_YR if tick <= axes.longest_yr):
        x = float(axes.x(period))
        parts.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}" stroke="#e0e0e0"/>')
        parts.append(_text(x, bottom + 18, f"{period}"))
    parts.append(_text((LEFT + right) / 2, HEIGHT - 14, "Return period (years)"))
    turned = f' transform="rotate(-90 18 {(TOP + bottom) / 2:.0f})"'
    parts.append(_text(18, (TOP + bottom) / 2, "Depth (mm)", extra=turned))
    parts.append(
        f'<rect x="{LEFT}" y="{TOP}" width="{right - LEFT}" height="{bottom - TOP}" fill="none" stroke="#444"/>'
    )
    return parts


def _legend(rows: Sequence[tuple[str, str]]) -> list[str]:
    parts = []
    for i, (mark, words) in enumerate(rows):
        y = TOP + 18 + 18 * i
        parts.append(f'<g transform="translate({LEFT + 12},{y})">{mark}</g>')
        parts.append(_text(LEFT + 44, y + 4, words, "start"))
    return parts


def return_level_svg(fitted: Fitted, confidence: float, title: str) -> str:
    """The plot of one record as SVG text."""
    ordered = np.sort(fitted.record.depth_mm)
    seen = 1.0 / (1.0 - plotting_positions(len(ordered)))
    longest = max(*fitted.periods_yr, float(seen.max())) * 1.15
    curve = np.exp(np.linspace(np.log(SHORTEST_YR), np.log(longest), 120))
    lines = {name: np.maximum(law.return_level(curve), 0.0) for name, law in fitted.laws.items()}
    highest = max(
        float(ordered.max()), float(fitted.high_mm.max()), *(float(v.max()) for v in lines.values())
    )
    axes = _Axes(longest, highest * 1.03)
    colour = COLOURS[fitted.chosen]
    x = axes.x(fitted.periods_yr)
    band = f"{_points(x, axes.y(fitted.low_mm))} {_points(x[::-1], axes.y(fitted.high_mm[::-1]))}"
    parts = _frame(axes, title)
    parts.append(f'<polygon points="{band}" fill="{colour}" fill-opacity="0.15"/>')
    rows = []
    for name, values in lines.items():
        dash = "" if name == fitted.chosen else ' stroke-dasharray="6 4"'
        style = f'fill="none" stroke="{COLOURS[name]}" stroke-width="2"{dash}'
        parts.append(f'<polyline points="{_points(axes.x(curve), axes.y(values))}" {style}/>')
        rows.append((f'<line x1="0" y1="0" x2="24" y2="0" {style}/>', NAMES[name]))
    visible = seen >= SHORTEST_YR
    dot = 'r="3" fill="none" stroke="#222"'
    parts += [
        f'<circle cx="{a:.1f}" cy="{b:.1f}" {dot}/>'
        for a, b in zip(axes.x(seen[visible]), axes.y(ordered[visible]))
    ]
    rows.append((f'<circle cx="12" cy="0" {dot}/>', f"{len(ordered)} annual maxima"))
    box = f'<rect x="0" y="-6" width="24" height="12" fill="{colour}" fill-opacity="0.15"/>'
    rows.append((box, f"{100 * confidence:g} % band of {NAMES[fitted.chosen]}, bootstrap"))
    body = "\n".join(parts + _legend(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12">\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n'
        "</svg>\n"
    )
