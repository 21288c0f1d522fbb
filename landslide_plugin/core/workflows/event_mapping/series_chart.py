"""Probability and rain at points over time as a plain SVG picture, drawn without any plotting library."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import Optional

import numpy as np

from ...styles import plain_number, style_table
from ...types.arrays import Flags, Floats
from ...words.speaking import say
from .frames import moment_words
from .series import PointSeries

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 66, 60, 30, 34
MOST_PANELS = 12
MOST_LETTERS = 60
TICKS = 6
LINE_HIGH, MOST_LETTERS_A_LINE = 14, 120
COLOURS = style_table()["charts"]["svg"]
TEXT, FRAME, PAPER, LINE, RAIN, MARK = (
    COLOURS[key] for key in ("text", "frame", "ground", "probability", "members", "safety")
)


def series_chart(
    series: PointSeries, name: str, threshold: Optional[float], measured_until: Optional[str]
) -> str:
    """SVG text: a panel a point, the line P on a scale of ratios, bars the rain of the last step.

    Parameters
    ----------
    series : PointSeries
    name : str
        What P is called.
    threshold : float or None
        Drawn dashed.
    measured_until : str or None
        Moment (ISO) from which on the rain is forecast; drawn as a line where it lies within.
    """
    count = min(len(series.points.labels), MOST_PANELS)
    notes = [
        f"Line: {name[0].lower()}{name[1:]}, window of {series.frames.window_h:g} h.",
        f"Bars: rain of its last {series.rain_step_h:g} h.",
    ]
    if threshold is not None:
        notes.append("Dashed: threshold.")
    if count < len(series.points.labels):
        notes.append(f"First {count} of {len(series.points.labels)} points.")
    scale = _Scale(series, threshold, name)
    panels = "".join(_panel(series, i, scale, measured_until) for i in range(count))
    first = moment_words(series.frames.ends[0])
    said = (
        f"Times are ends of windows, UTC; the first is {first}.",
        "Given this rain as if true; no warning service.",
    )
    lines = wrap(" ".join(map(say, [*notes, *said])), MOST_LETTERS_A_LINE)
    high = HEIGHT * count + LINE_HIGH * len(lines) + 12
    words = "".join(
        f'<text x="8" y="{HEIGHT * count + LINE_HIGH * (number + 1)}" font-size="10">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}" viewBox="0 0 {WIDTH} {high}" '
        f'font-family="sans-serif" font-size="11" fill="{TEXT}"><rect width="{WIDTH}" height="{high}" '
        f'fill="{PAPER}"/>{panels}{words}</svg>\n'
    )


class _Scale:
    """From moments, probabilities and rain to pixels; one for all panels."""

    def __init__(self, series: PointSeries, threshold: Optional[float], name: str):
        self.axis = say("Relative probability" if name.startswith("Relative") else "Probability")
        known = series.probability[np.isfinite(series.probability) & (series.probability > 0)]
        ends = [*known.tolist(), *([threshold] if threshold else [])] or [0.01, 0.1]
        self.low = float(np.floor(np.log10(min(ends))))
        self.high = float(np.ceil(np.log10(max(ends)) + 1e-9))
        self.high = max(self.high, self.low + 1.0)
        rain = series.last_mm[np.isfinite(series.last_mm)]
        self.rain_mm = max(float(rain.max()) if rain.size else 0.0, 1.0)
        self.threshold = threshold
        hours = (series.frames.ends - series.frames.ends[0]) / np.timedelta64(1, "h")
        self.hours: Floats = np.asarray(hours, np.float64)
        self.span = float(self.hours[-1]) + series.frames.step_h

    def x(self, hours: float) -> float:
        return float(LEFT + (WIDTH - LEFT - RIGHT) * (hours + 0.5 * (self.span - self.hours[-1])) / self.span)

    def y(self, probability: float) -> float:
        share = (np.log10(probability) - self.low) / (self.high - self.low)
        return float(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * np.clip(share, 0.0, 1.0))

    def depth(self, rain_mm: float) -> float:
        """Height of a bar, which hangs from above."""
        return 0.6 * (HEIGHT - BOTTOM - TOP) * rain_mm / self.rain_mm


def _panel(series: PointSeries, point: int, scale: _Scale, measured_until: Optional[str]) -> str:
    label = series.points.labels[point]
    short = label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"
    head = f'<text x="{LEFT}" y="20" font-weight="bold">{escape(short)}</text>'
    parts = [f'<g transform="translate(0 {HEIGHT * point})">{head}']
    parts += [*_bars(series.last_mm[:, point], scale), *_frame(series, scale)]
    if scale.threshold is not None:
        y = scale.y(scale.threshold)
        parts.append(
            f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="{MARK}" stroke-dasharray="5 3"/>'
        )
    if measured_until is not None:
        hours = float((np.datetime64(measured_until, "s") - series.frames.ends[0]) / np.timedelta64(1, "h"))
        if 0.0 <= hours < scale.hours[-1]:
            x = scale.x(hours)
            parts.append(
                f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="{FRAME}" '
                f'stroke-dasharray="2 2"/>'
                f'<text x="{x + 4:.1f}" y="{HEIGHT - BOTTOM - 5}" font-size="10">{escape(say("forecast"))}</text>'
            )
    line = series.probability[:, point]
    if not np.isfinite(line).any():
        parts.append(
            f'<text x="{WIDTH / 2}" y="{HEIGHT / 2}" text-anchor="middle">{escape(say("no data"))}</text>'
        )
    for run in _runs(np.isfinite(line) & (line > 0)):
        places = [(scale.x(h), scale.y(p)) for h, p in zip(scale.hours[run].tolist(), line[run].tolist())]
        if len(places) == 1:
            parts.append(f'<circle cx="{places[0][0]:.1f}" cy="{places[0][1]:.1f}" r="2.5" fill="{LINE}"/>')
            continue
        pairs = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{pairs}" fill="none" stroke="{LINE}" stroke-width="2"/>')
    return "".join(parts) + "</g>"


def _runs(known: Flags) -> list[slice]:
    """Slices of the values that are known."""
    edges = np.flatnonzero(np.diff(known, prepend=False, append=False)).tolist()
    return [slice(first, last) for first, last in zip(edges[::2], edges[1::2])]


def _bars(rain_mm: Floats, scale: _Scale) -> list[str]:
    wide = max(0.8 * (WIDTH - LEFT - RIGHT) / max(len(scale.hours), 1), 0.6)
    return [
        f'<rect x="{scale.x(hours) - wide / 2:.1f}" y="{TOP}" width="{wide:.1f}" height="{scale.depth(rain):.1f}" '
        f'fill="{RAIN}" fill-opacity="0.7"/>'
        for hours, rain in zip(scale.hours.tolist(), rain_mm.tolist())
        if np.isfinite(rain) and rain > 0
    ]


def _frame(series: PointSeries, scale: _Scale) -> list[str]:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    middle = (TOP + bottom) / 2
    parts = [
        f'<rect x="{LEFT}" y="{TOP}" width="{right - LEFT}" height="{bottom - TOP}" fill="none" stroke="{FRAME}"/>',
        f'<text x="14" y="{middle}" transform="rotate(-90 14 {middle})" text-anchor="middle" fill="{LINE}">'
        f"{escape(scale.axis)}</text>",
        f'<text x="{WIDTH - 8}" y="{middle}" transform="rotate(90 {WIDTH - 8} {middle})" text-anchor="middle">'
        f"{escape(say('Rain (mm)'))}</text>",
    ]
    for power in range(int(scale.low), int(scale.high) + 1):
        y = scale.y(10.0**power)
        parts.append(
            f'<text x="{LEFT - 4}" y="{y + 4:.1f}" text-anchor="end" fill="{LINE}">{plain_number(10.0**power)}</text>'
        )
    for share in (0.0, 1.0):
        rain = share * scale.rain_mm
        parts.append(f'<text x="{right + 4}" y="{TOP + scale.depth(rain) + 4:.1f}">{rain:.3g}</text>')
    chosen = np.unique(np.linspace(0, len(scale.hours) - 1, min(TICKS, len(scale.hours))).round().astype(int))
    for frame in chosen.tolist():
        moment = str(series.frames.ends[frame].astype("M8[m]"))[5:].replace("T", " ")
        parts.append(
            f'<text x="{scale.x(scale.hours[frame]):.1f}" y="{bottom + 14}" text-anchor="middle" font-size="10">'
            f"{moment}</text>"
        )
    return parts
