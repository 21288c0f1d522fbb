"""Dotty plots and pairs of values as plain SVG, drawn without any plotting library."""

from __future__ import annotations

from html import escape

import numpy as np
import numpy.typing as npt

from ...stability.calibration.acceptance import Accepted
from ...stability.calibration.unknowns import Unknown
from ...styles import style_table
from ...types.arrays import Floats
from .run import UnitResult
from .table import value_text

COLOURS = style_table()["charts"]["svg"]
TEXT, FRAME = COLOURS["text"], COLOURS["frame"]
ACCEPTED, OTHER, BEST = COLOURS["probability"], "#bbbbbb", COLOURS["safety"]
WIDE, HIGH, LEFT, TOP, BOTTOM, RIGHT = 210, 150, 46, 24, 40, 14
DOTS = 400
DEEPEST = 8.0
"""Tempered log-likelihood below the best that a plot reaches down to; sets further down lie on its floor."""

NAMES = {
    "cohesion_kpa": "Cohesion c' (kPa)",
    "friction_deg": "Friction angle (deg)",
    "conductivity_m_s": "Conductivity Ks (m/s)",
    "field_conductivity_m_s": "Field conductivity (m/s)",
    "layer_bottom_m": "Soil depth (m)",
    "wetness_shift": "Shift of wetness m0",
}


def dotty_plots(result: UnitResult, tempering: float) -> str:
    """SVG for each unknown: each dot is a set, its value across and its tempered log-likelihood up."""
    accepted = result.accepted
    below = np.maximum(tempering * (accepted.scores - accepted.scores.max()), -DEEPEST)
    liked, others = _dots(accepted)
    plots = []
    for i, (unknown, told) in enumerate(zip(result.unit.unknowns, accepted.unknowns)):
        shares = accepted.sets[:, i]
        inside = _circles(shares[others], below[others], OTHER) + _circles(
            shares[liked], below[liked], ACCEPTED
        )
        if told.told:
            best = LEFT + WIDE * float(result.best[i])
            line = f'<line x1="{best:.1f}" y1="{TOP}" x2="{best:.1f}" y2="{TOP + HIGH}" stroke="{BEST}"/>'
            inside = _band(told.low, told.high) + inside + line
        plots.append(_plot(unknown, inside, "told" if told.told else "not told"))
    return "".join(plots)


def pair_plot(result: UnitResult, one: int, other: int) -> str:
    """SVG of the accepted sets over two unknowns that make up for each other."""
    accepted, unknowns = result.accepted, result.unit.unknowns
    liked, others = _dots(accepted)
    dots = "".join(
        _circles(accepted.sets[chosen, one], (accepted.sets[chosen, other] - 1.0) * DEEPEST, colour)
        for chosen, colour in ((others, OTHER), (liked, ACCEPTED))
    )
    low, high = (value_text(unknowns[other], share) for share in (0.0, 1.0))
    return _plot(unknowns[one], dots, NAMES[unknowns[other].name], low=low, high=high)


def _dots(accepted: Accepted) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Some of the accepted sets, and some of the others."""
    liked = accepted.likeliest()
    others = np.setdiff1d(np.arange(len(accepted.sets)), liked)
    return _some(liked), _some(others)


def _some(chosen: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    return chosen[:: max(-(-len(chosen) // DOTS), 1)]


def _circles(shares: Floats, heights: Floats, colour: str) -> str:
    y = TOP - HIGH * heights / DEEPEST
    places = zip((LEFT + WIDE * shares).tolist(), y.tolist())
    dots = "".join(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="1.6"/>' for a, b in places)
    return f'<g fill="{colour}" fill-opacity="0.6">{dots}</g>'


def _band(low: float, high: float) -> str:
    return (
        f'<rect x="{LEFT + WIDE * low:.1f}" y="{TOP}" width="{WIDE * (high - low):.1f}" height="{HIGH}" '
        f'fill="{ACCEPTED}" fill-opacity="0.12"/>'
    )


def _plot(unknown: Unknown, inside: str, title: str, low: str = f"-{DEEPEST:g}", high: str = "0") -> str:
    """One panel; its left axis goes from ``low`` up to ``high``."""
    bottom, name = TOP + HIGH, NAMES.get(unknown.name, unknown.name)
    parts = [
        f'<text x="{LEFT}" y="16" font-weight="bold">{escape(title)}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{WIDE}" height="{HIGH}" fill="none" stroke="{FRAME}"/>',
        inside,
        f'<text x="{LEFT - 4}" y="{TOP + 8}" text-anchor="end">{high}</text>',
        f'<text x="{LEFT - 4}" y="{bottom}" text-anchor="end">{low}</text>',
        f'<text x="{LEFT + WIDE / 2}" y="{bottom + 32}" text-anchor="middle">{escape(name)}</text>',
    ]
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        place, value = LEFT + WIDE * share, value_text(unknown, share)
        parts.append(f'<text x="{place}" y="{bottom + 14}" text-anchor="{anchor}">{value}</text>')
    wide, high_px = LEFT + WIDE + RIGHT, bottom + BOTTOM
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{wide}" height="{high_px}" '
        f'viewBox="0 0 {wide} {high_px}" font-family="sans-serif" font-size="11" fill="{TEXT}">'
        f"<title>{escape(name)}</title>{''.join(parts)}</svg>"
    )
