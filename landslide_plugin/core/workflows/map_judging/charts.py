"""Curves and bars of a judged map as plain SVG, drawn without any plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Optional

import numpy as np

from ...evaluation.curves import thinned
from ...evaluation.judging.density import Density
from ...styles import style_table
from ...types.arrays import Floats

COLOURS = style_table()["charts"]["svg"]
TEXT, FRAME = COLOURS["text"], COLOURS["frame"]
LINES = (COLOURS["probability"], COLOURS["safety"])
SIDE, LEFT, TOP, BOTTOM, RIGHT = 260, 46, 26, 40, 12
BAR, GAP, BAR_LEFT, BAR_WIDE = 20, 6, 190, 260
TICKS = (0.0, 0.5, 1.0)


def curves_chart(
    title: str,
    axes: tuple[str, str],
    lines: Sequence[tuple[str, tuple[Floats, Floats]]],
    note: str = "",
    *,
    level: Optional[float] = None,
) -> str:
    """SVG of curves between 0 and 1, beside that of a map that tells nothing: the diagonal, or a level.

    With a level the upward axis ends just above the curves.

    Parameters
    ----------
    lines : sequence of (str, (array, array))
        Names, and shares across and up.
    level : float, optional
        Of the map that tells nothing, where it is no diagonal.
    """
    top = 1.0 if level is None else _round_up(max(level, *(float(np.max(y)) for _, (_, y) in lines)))
    wide, high = LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM + 16 * len(lines)
    parts = [_frame(title, axes, level, top)]
    for i, (name, (x, y)) in enumerate(lines):
        places = " ".join(
            f"{LEFT + SIDE * a:.1f},{TOP + SIDE * (1 - b / top):.1f}" for a, b in zip(*thinned(x, y, 400))
        )
        parts.append(f'<polyline points="{places}" fill="none" stroke="{LINES[i]}" stroke-width="2"/>')
        down = TOP + SIDE + BOTTOM + 16 * i + 6
        parts.append(
            f'<line x1="{LEFT}" y1="{down - 4}" x2="{LEFT + 22}" y2="{down - 4}" stroke="{LINES[i]}" '
            f'stroke-width="2"/><text x="{LEFT + 28}" y="{down}">{escape(name)}</text>'
        )
    return _svg(wide, high, f"{title}. {note}".strip(), "".join(parts))


def _frame(title: str, axes: tuple[str, str], level: Optional[float], top: float) -> str:
    bottom, middle = TOP + SIDE, TOP + SIDE / 2
    start, stop = (0.0, 1.0) if level is None else (level / top, level / top)
    parts = [
        f'<text x="{LEFT}" y="16" font-weight="bold">{escape(title)}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{FRAME}"/>',
        f'<line x1="{LEFT}" y1="{bottom - SIDE * start:.1f}" x2="{LEFT + SIDE}" y2="{bottom - SIDE * stop:.1f}" '
        f'stroke="{FRAME}" stroke-dasharray="3 3"/>',
        f'<text x="{LEFT + SIDE / 2}" y="{bottom + 30}" text-anchor="middle">{escape(axes[0])}</text>',
        f'<text x="12" y="{middle}" transform="rotate(-90 12 {middle})" text-anchor="middle">{escape(axes[1])}</text>',
    ]
    for tick in TICKS:
        x, y = LEFT + SIDE * tick, TOP + SIDE * (1 - tick)
        parts.append(f'<text x="{x}" y="{bottom + 14}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{LEFT - 4}" y="{y + 4}" text-anchor="end">{tick * top:g}</text>')
    return "".join(parts)


def _round_up(value: float) -> float:
    """The next of 0.1, 0.2, 0.4, 0.6, 0.8 and 1, or of their tenths and so on.

    >>> _round_up(0.033), _round_up(0.5), _round_up(1.0)
    (0.04, 0.6, 1.0)
    """
    power = 10.0 ** np.floor(np.log10(max(value, 1e-6)))
    steps = (1.0, 2.0, 4.0, 6.0, 8.0, 10.0)
    step = next(step for step in steps if step >= value / power * (1.0 - 1e-9))
    return min(1.0, float(f"{step * power:.1g}"))


def density_chart(found: Density) -> str:
    """SVG of a bar a class: landslide density over that of the whole map, with a line at 1."""
    ratios = [row.ratio or 0.0 for row in found.rows]
    most = max(1.0, float(np.max(ratios)))
    high = 24 + (BAR + GAP) * len(ratios) + 20
    parts = ['<text x="4" y="16" font-weight="bold">Landslide density over that of the map</text>']
    for i, (row, ratio) in enumerate(zip(found.rows, ratios)):
        y, long = 24 + (BAR + GAP) * i, BAR_WIDE * ratio / most
        parts.append(
            f'<text x="{BAR_LEFT - 6}" y="{y + 14}" text-anchor="end">{escape(row.name)}</text>'
            f'<rect x="{BAR_LEFT}" y="{y}" width="{long:.1f}" height="{BAR}" fill="{LINES[0]}"/>'
            f'<text x="{BAR_LEFT + long + 5:.1f}" y="{y + 14}">{ratio:.2f}</text>'
        )
    one = BAR_LEFT + BAR_WIDE / most
    parts.append(
        f'<line x1="{one:.1f}" y1="22" x2="{one:.1f}" y2="{high - 14}" stroke="{FRAME}" stroke-dasharray="3 3"/>'
        f'<text x="{one:.1f}" y="{high - 3}" text-anchor="middle">1</text>'
    )
    return _svg(BAR_LEFT + BAR_WIDE + 50, high, "Landslide density by class", "".join(parts))


def _svg(wide: int, high: int, title: str, parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="11" fill="{TEXT}">'
        f"<title>{escape(title)}</title>{parts}</svg>"
    )
