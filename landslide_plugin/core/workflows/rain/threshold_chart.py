"""Thresholds over the events of rain, and their curves of hits against false alarms, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from ...evaluation.curves import thinned
from ...styles import style_table
from ...types.arrays import Cells, Flags, Floats
from .thresholds import Threshold, ThresholdRun, ThresholdScore, label_of

CHARTS = style_table()["charts"]
TEXT, FRAME, PAPER = (CHARTS["svg"][name] for name in ("text", "frame", "ground"))
SLID, STOOD = CHARTS["landslide"], CHARTS["stable"]
COLOURS = (CHARTS["svg"]["probability"], CHARTS["svg"]["safety"], *CHARTS["other_models"])
SIDE, LEFT, TOP, BOTTOM, GAP = 300, 56, 34, 44, 30
MOST_STABLE = 1500
"""Stable samples drawn; more would hide each other."""

MOST_CURVES = 6
GRID = 41


def threshold_chart(run: ThresholdRun) -> str:
    """SVG text: events as points under each line with its band, and the curves of hits against false alarms."""
    lines = [one for one in run.thresholds if one.exponent is not None]
    panels = [_events(run, one) for one in lines]
    panels.append(_curves(_shown(run)))
    wide = len(panels) * (LEFT + SIDE + GAP)
    high = TOP + SIDE + BOTTOM + 16 * MOST_CURVES + 8
    drawn = "".join(
        f'<g transform="translate({number * (LEFT + SIDE + GAP)} 0)">{panel}</g>'
        for number, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="11" fill="{TEXT}" '
        'style="max-width:100%;height:auto">'
        f"<title>Rain thresholds and their scores</title>"
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>{drawn}</svg>\n'
    )


def _shown(run: ThresholdRun) -> list[ThresholdScore]:
    """The lines, and the best of the single figures."""
    lines = {one.key for one in run.thresholds if one.exponent is not None}
    ordered = sorted(run.scores, key=lambda one: (one.key not in lines, -one.auroc))
    return sorted(ordered[:MOST_CURVES], key=lambda one: -one.auroc)


def _events(run: ThresholdRun, threshold: Threshold) -> str:
    """Events of landslides and of stable samples over their duration, with the line."""
    events = run.events
    value = events.intensity_mm_h if threshold.key == "intensity_duration" else events.depth_mm
    wet = events.duration_h > 0
    x_ends, y_ends = _decades(events.duration_h[wet]), _decades(value[wet])

    def place(x: Floats, y: Floats) -> tuple[Floats, Floats]:
        across = LEFT + SIDE * (np.log10(x) - x_ends[0]) / (x_ends[1] - x_ends[0])
        down = TOP + SIDE * (1.0 - (np.log10(y) - y_ends[0]) / (y_ends[1] - y_ends[0]))
        return across, np.clip(down, TOP, TOP + SIDE)

    parts = [_log_frame(threshold.label, x_ends, y_ends)]
    for chosen, colour, size in ((wet & ~run.landslide, STOOD, 1.6), (wet & run.landslide, SLID, 2.6)):
        rows = _some(chosen)
        for x, y in zip(*place(events.duration_h[rows], value[rows])):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}" fill-opacity="0.5"/>')
    hours = np.geomspace(events.duration_h[wet].min(), events.duration_h[wet].max(), GRID)
    x, y = place(hours, threshold.scale * hours ** (threshold.exponent or 0.0))
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y))
    parts.append(f'<polyline points="{line}" fill="none" stroke="{TEXT}" stroke-width="2"/>')
    below = TOP + SIDE + BOTTOM
    words = f"{threshold.scale:.3g} D^{threshold.exponent:.3g}, below it {100 * run.settings.share:g} % of landslides"
    for number, (colour, text) in enumerate(((TEXT, words), (SLID, "landslide"), (STOOD, "stable sample"))):
        parts.append(_legend(colour, text, below + 16 * number))
    return "".join(parts)


def _some(chosen: Flags) -> Cells:
    rows = np.flatnonzero(chosen)
    every = max(-(-len(rows) // MOST_STABLE), 1)
    return rows[::every]


def _decades(values: Floats) -> tuple[float, float]:
    """Powers of ten around values: a whole one below, the next quarter above.

    >>> _decades(np.array([3.0, 40.0]))
    (0.0, 1.75)
    """
    low, high = np.floor(np.log10(values.min())), np.log10(values.max())
    return float(low), float(max(np.ceil(4.0 * high) / 4.0, low + 1.0))


def _log_frame(title: str, x_ends: tuple[float, float], y_ends: tuple[float, float]) -> str:
    what, _, unit = title.partition(", ")
    parts = [
        f'<text x="{LEFT}" y="20" font-weight="bold">{escape(what)}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{FRAME}"/>',
        f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 32}" text-anchor="middle">Duration of the event, h</text>',
        f'<text x="14" y="{TOP + SIDE / 2}" transform="rotate(-90 14 {TOP + SIDE / 2})" text-anchor="middle">'
        f"{'Mean intensity' if unit == 'mm/h' else 'Rain of the event'}, {escape(unit)}</text>",
    ]
    for power in range(round(x_ends[0]), int(np.floor(x_ends[1])) + 1):
        x = LEFT + SIDE * (power - x_ends[0]) / (x_ends[1] - x_ends[0])
        parts.append(f'<text x="{x:.1f}" y="{TOP + SIDE + 15}" text-anchor="middle">{10.0**power:g}</text>')
    for power in range(round(y_ends[0]), int(np.floor(y_ends[1])) + 1):
        y = TOP + SIDE * (1.0 - (power - y_ends[0]) / (y_ends[1] - y_ends[0]))
        parts.append(f'<text x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    return "".join(parts)


def _curves(scores: Sequence[ThresholdScore]) -> str:
    parts = [
        f'<text x="{LEFT}" y="20" font-weight="bold">Storms left out whole</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{FRAME}"/>',
        f'<line x1="{LEFT}" y1="{TOP + SIDE}" x2="{LEFT + SIDE}" y2="{TOP}" stroke="{FRAME}" '
        'stroke-dasharray="3 3"/>',
        f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 32}" text-anchor="middle">False alarms, share of stable '
        "samples</text>",
        f'<text x="14" y="{TOP + SIDE / 2}" transform="rotate(-90 14 {TOP + SIDE / 2})" text-anchor="middle">'
        "Hits, share of landslides</text>",
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(
            f'<text x="{LEFT + SIDE * tick}" y="{TOP + SIDE + 15}" text-anchor="middle">{tick:g}</text>'
            f'<text x="{LEFT - 5}" y="{TOP + SIDE * (1 - tick) + 4}" text-anchor="end">{tick:g}</text>'
        )
    for number, score in enumerate(scores):
        colour = COLOURS[number % len(COLOURS)]
        x, y = thinned(*score.curve, 300)
        line = " ".join(f"{LEFT + SIDE * a:.1f},{TOP + SIDE * (1 - b):.1f}" for a, b in zip(x, y))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        at = LEFT + SIDE * score.false_alarm_rate, TOP + SIDE * (1 - score.hit_rate)
        parts.append(f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="3.5" fill="{colour}"/>')
        name = score_name(score)
        parts.append(_legend(colour, name, TOP + SIDE + BOTTOM + 16 * number))
    return "".join(parts)


def score_name(score: ThresholdScore) -> str:
    """Name of a criterion without its unit, and its AUROC."""
    return f"{label_of(score.key).partition(', ')[0]}, AUROC {score.auroc:.3f}"


def _legend(colour: str, text: str, down: float) -> str:
    return (
        f'<rect x="{LEFT}" y="{down - 3}" width="18" height="4" fill="{colour}"/>'
        f'<text x="{LEFT + 24}" y="{down + 3}">{escape(text)}</text>'
    )
