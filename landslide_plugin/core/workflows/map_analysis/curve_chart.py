"""Hazard curves as a plain SVG picture, drawn without any plotting library."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt

from ...styles import style_table
from .curves import HazardCurves

Floats = npt.NDArray[np.float64]

COLOURS = style_table()["charts"]["svg"]
TEXT, FRAME, PAPER = COLOURS["text"], COLOURS["frame"], COLOURS["ground"]
PROBABILITY, MEMBERS, SAFETY = COLOURS["probability"], COLOURS["members"], COLOURS["safety"]
MOST_PANELS = 12
COLUMNS, WIDTH, HEIGHT = 3, 320, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 44, 30, 40
LARGEST_SAFETY = 3.0
MOST_LETTERS = 31
A_YEAR = "In the panel: landslide probability a year, low to high."


def curve_chart(curves: HazardCurves) -> str:
    """SVG text: a panel a point, mean probability with the range of the members, factor of safety dashed.

    Where there is a landslide probability a year, its low and high stand in the panel.
    """
    count = min(len(curves.labels), MOST_PANELS)
    rows = -(-count // COLUMNS)
    wide, high = WIDTH * min(count, COLUMNS), HEIGHT * rows + 24
    panels = "".join(_panel(curves, i) for i in range(count))
    note = "Line: mean probability. Band: lowest to highest member. Dashed: factor of safety, dotted where it is 1."
    if curves.annual is not None:
        note += f" {A_YEAR}"
    if len(curves.labels) > count:
        note += f" First {count} of {len(curves.labels)} points."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="11" fill="{TEXT}">'
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>{panels}'
        f'<text x="8" y="{high - 8}" font-size="10">{escape(note)}</text></svg>\n'
    )


def _panel(curves: HazardCurves, point: int) -> str:
    x0, y0 = WIDTH * (point % COLUMNS), HEIGHT * (point // COLUMNS)
    periods = np.log(np.array(curves.scenarios.return_periods_yr))
    span = float(np.ptp(periods)) or 1.0
    across = LEFT + (WIDTH - LEFT - RIGHT) * (periods - periods[0]) / span
    p = curves.probability[:, point]
    parts = [f'<g transform="translate({x0} {y0})">', _frame(curves, across, point)]
    if np.isfinite(p).all():
        band = [*zip(across, _down(p.max(axis=0))), *zip(across[::-1], _down(p.min(axis=0))[::-1])]
        parts.append(f'<polygon points="{_pairs(band)}" fill="{MEMBERS}" fill-opacity="0.6"/>')
        line = _pairs(list(zip(across, _down(curves.mean()[point]))))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{PROBABILITY}" stroke-width="2"/>')
    else:
        parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT / 2}" text-anchor="middle">no data</text>')
    if curves.factor_of_safety is not None:
        parts += _safety(curves.factor_of_safety[point], across)
    if curves.annual is not None and np.isfinite(curves.annual[:, point]).all():
        low, high, _ = curves.annual[:, point]
        words = f"{low:.2g} to {high:.2g} a year"
        parts.append(f'<text x="{LEFT + 5}" y="{TOP + 13}" fill="{PROBABILITY}">{words}</text>')
    return "".join(parts) + "</g>"


def _safety(values: npt.NDArray[Any], across: Floats) -> list[str]:
    """The factor of safety, with a gap where it was not assessed; a value between two gaps is a dot."""
    down = _down(np.minimum(values, LARGEST_SAFETY) / LARGEST_SAFETY)
    places = [*zip(across.tolist(), down.tolist())]
    runs = _runs(np.isfinite(values))
    if not runs:
        x, y = (LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM - 6
        return [f'<text x="{x}" y="{y}" text-anchor="middle" fill="{SAFETY}">FS not assessed</text>']
    return [_run(places[run]) for run in runs]


def _runs(known: npt.NDArray[np.bool_]) -> list[slice]:
    """Slices of the values that are known.

    >>> _runs(np.array([True, False, True, True]))
    [slice(0, 1, None), slice(2, 4, None)]
    """
    edges = np.flatnonzero(np.diff(known, prepend=False, append=False)).tolist()
    return [slice(first, last) for first, last in zip(edges[::2], edges[1::2])]


def _run(places: list[tuple[float, float]]) -> str:
    if len(places) == 1:
        x, y = places[0]
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{SAFETY}"/>'
    line = _pairs(places)
    return (
        f'<polyline points="{line}" fill="none" stroke="{SAFETY}" stroke-width="1.5" stroke-dasharray="5 3"/>'
    )


def _frame(curves: HazardCurves, across: Floats, point: int) -> str:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    parts = [
        f'<text x="{LEFT}" y="18" font-weight="bold">{escape(short(curves.labels[point]))}</text>',
        f"<title>{escape(curves.labels[point])}</title>",
        f'<rect x="{LEFT}" y="{TOP}" width="{right - LEFT}" height="{bottom - TOP}" fill="none" stroke="{FRAME}"/>',
        f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 8}" text-anchor="middle">Return period of the rain (yr)</text>',
        f'<text x="12" y="{(TOP + bottom) / 2}" transform="rotate(-90 12 {(TOP + bottom) / 2})" '
        f'text-anchor="middle" fill="{PROBABILITY}">Probability</text>',
    ]
    for share in (0.0, 0.5, 1.0):
        y = float(_down(np.array([share]))[0])
        parts.append(
            f'<text x="{LEFT - 4}" y="{y + 4:.1f}" text-anchor="end" fill="{PROBABILITY}">{share:g}</text>'
        )
        if curves.factor_of_safety is not None:
            label = f"{share * LARGEST_SAFETY:g}" + ("+" if share == 1.0 else "")
            parts.append(f'<text x="{right + 4}" y="{y + 4:.1f}" fill="{SAFETY}">{label}</text>')
    if curves.factor_of_safety is not None:
        y = float(_down(np.array([1.0 / LARGEST_SAFETY]))[0])
        parts.append(
            f'<line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{SAFETY}" stroke-opacity="0.5" '
            f'stroke-dasharray="1 3"/><text x="{right + 4}" y="{y + 4:.1f}" fill="{SAFETY}">1</text>'
        )
    for x, period in zip(across, curves.scenarios.return_periods_yr):
        parts.append(f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{period:g}</text>')
    if curves.factor_of_safety is not None:
        parts.append(f'<text x="{right + 4}" y="18" fill="{SAFETY}">FS</text>')
    return "".join(parts)


def short(label: str) -> str:
    """A label that fits over its panel, its middle left out if it is long: names often differ at their ends.

    >>> short("Bridge"), short("Kilometre 17 of the road over the pass, northern abutment")
    ('Bridge', 'Kilometre 17 of t…hern abutment')
    """
    return label if len(label) <= MOST_LETTERS else f"{label[:17]}…{label[-(MOST_LETTERS - 18) :]}"


def _down(share: npt.NDArray[Any]) -> Floats:
    """Height in the picture of a share 0 to 1 of the panel."""
    return np.asarray((HEIGHT - BOTTOM) - (HEIGHT - BOTTOM - TOP) * share, dtype=np.float64)


def _pairs(places: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
