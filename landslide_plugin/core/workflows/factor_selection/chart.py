"""A score over the number of factors, with intervals, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

from ...styles import style_table

COLOURS = style_table()["charts"]["svg"]
Figures = tuple[float, Optional[float], Optional[float]]
WIDE, HIGH, LEFT, TOP, BOTTOM, RIGHT = 380, 200, 46, 28, 40, 12
TICKS = 4


def step_chart(title: str, figures: Sequence[Figures], kept: int) -> str:
    """Mean and 95 % interval of a score with 0, 1, 2 and so on factors; a line where the rule ends.

    >>> step_chart("AUROC", [(0.5, None, None), (0.7, 0.6, 0.8)], 1).count("<circle")
    2
    """
    ends = [value for one in figures for value in one if value is not None]
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0

    def x(step: float) -> float:
        return LEFT + WIDE * (step + 0.5) / len(figures)

    def y(value: float) -> float:
        return TOP + HIGH * (1.0 - (value - low) / span)

    marks = "".join(_mark(x(step), one, y, step == kept) for step, one in enumerate(figures))
    line = " ".join(f"{x(step):.1f},{y(one[0]):.1f}" for step, one in enumerate(figures))
    every = max(len(figures) // 12, 1)
    below = "".join(
        f'<text x="{x(step):.1f}" y="{TOP + HIGH + 16}" text-anchor="middle">{step}</text>'
        for step in range(0, len(figures), every)
    )
    beside = "".join(
        f'<text x="{LEFT - 5}" y="{y(low + span * i / TICKS) + 4:.1f}" text-anchor="end">'
        f"{low + span * i / TICKS:.2f}</text>"
        for i in range(TICKS + 1)
    )
    return (
        f'<svg role="img" width="{LEFT + WIDE + RIGHT}" height="{TOP + HIGH + BOTTOM}" font-family="sans-serif" '
        f'font-size="11" fill="{COLOURS["text"]}"><title>{title} over the number of factors</title>'
        f'<text x="{LEFT}" y="16" font-weight="bold">{title} on ground that took no part</text>'
        f'<rect x="{LEFT}" y="{TOP}" width="{WIDE}" height="{HIGH}" fill="none" stroke="{COLOURS["frame"]}"/>'
        f'<line x1="{x(kept):.1f}" x2="{x(kept):.1f}" y1="{TOP}" y2="{TOP + HIGH}" stroke="{COLOURS["safety"]}" '
        f'stroke-dasharray="3 3"/><polyline points="{line}" fill="none" stroke="{COLOURS["members"]}"/>'
        f"{marks}{below}{beside}"
        f'<text x="{LEFT + WIDE / 2:.1f}" y="{TOP + HIGH + 33}" text-anchor="middle">Factors (dashed: kept)</text>'
        "</svg>"
    )


def _mark(place: float, figures: Figures, y: Callable[[float], float], kept: bool) -> str:
    mean, low, high = figures
    colour = COLOURS["safety"] if kept else COLOURS["probability"]
    bar = ""
    if low is not None and high is not None:
        bar = (
            f'<line x1="{place:.1f}" x2="{place:.1f}" y1="{y(low):.1f}" y2="{y(high):.1f}" stroke="{colour}" '
            'stroke-opacity="0.55"/>'
        )
    return f'{bar}<circle cx="{place:.1f}" cy="{y(mean):.1f}" r="4" fill="{colour}"/>'
