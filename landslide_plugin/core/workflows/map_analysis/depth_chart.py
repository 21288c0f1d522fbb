"""Observed against predicted depths as a plain SVG picture."""

from __future__ import annotations

from html import escape

import numpy as np

from ...styles import style_table
from .failure_depth import ObservedDepths

SIZE, EDGE = 460, 56
STYLE = style_table()["charts"]["svg"]
TEXT, FRAME, PAPER, COLOURS = STYLE["text"], STYLE["frame"], STYLE["ground"], STYLE["depths"]
LABELS = {"physics": "Physics", "model": "Model"}


def depth_chart(depths: ObservedDepths) -> str:
    """SVG text: a dot a landslide, the line of equal depths, and the scores as legend.

    >>> depths = ObservedDepths(("1", "2"), np.array([1.0, 2.0]), np.array([1.5, np.nan]), None)
    >>> depth_chart(depths).count("<circle")
    1
    """
    series = {"physics": depths.physical}
    if depths.model is not None:
        series["model"] = depths.model
    known = [depths.observed, *series.values()]
    top = max((float(np.nanmax(v)) for v in known if np.isfinite(v).any()), default=1.0) * 1.05 or 1.0
    inner = SIZE - 2 * EDGE

    def across(depth: float) -> float:
        return EDGE + inner * depth / top

    def down(depth: float) -> float:
        return SIZE - EDGE - inner * depth / top

    parts = [
        f'<rect x="{EDGE}" y="{EDGE}" width="{inner}" height="{inner}" fill="none" stroke="{FRAME}"/>',
        f'<line x1="{EDGE}" y1="{SIZE - EDGE}" x2="{SIZE - EDGE}" y2="{EDGE}" stroke="{FRAME}" '
        'stroke-dasharray="4 3"/>',
        f'<text x="{SIZE / 2}" y="{SIZE - 14}" text-anchor="middle">Observed depth (m)</text>',
        f'<text x="16" y="{SIZE / 2}" text-anchor="middle" transform="rotate(-90 16 {SIZE / 2})">Predicted depth (m)'
        "</text>",
    ]
    for share in (0.0, 0.5, 1.0):
        label = f"{share * top:.3g}"
        parts.append(
            f'<text x="{across(share * top):.1f}" y="{SIZE - EDGE + 15}" text-anchor="middle">{label}</text>'
        )
        parts.append(f'<text x="{EDGE - 6}" y="{down(share * top) + 4:.1f}" text-anchor="end">{label}</text>')
    for row, (name, values) in enumerate(series.items()):
        for x, y in zip(depths.observed, values):
            if np.isfinite(x) and np.isfinite(y):
                parts.append(
                    f'<circle cx="{across(x):.1f}" cy="{down(y):.1f}" r="3" fill="{COLOURS[name]}" '
                    'fill-opacity="0.6"/>'
                )
        text = escape(f"{LABELS[name]}: {depths.scores[name].text()}")
        parts.append(f'<text x="12" y="{18 + 16 * row}" fill="{COLOURS[name]}">{text}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}" '
        f'font-family="sans-serif" font-size="11" fill="{TEXT}"><rect width="{SIZE}" height="{SIZE}" fill="{PAPER}"/>'
        + "".join(parts)
        + "</svg>\n"
    )
