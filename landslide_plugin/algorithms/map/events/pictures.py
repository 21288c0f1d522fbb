"""Frames as numbered pictures, drawn without opening a layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from ....core.errors import InputError
from ....core.io.raster import RasterSource
from ....core.styles import plain_number, rgb, style_table
from ....core.types.arrays import Surface
from ....core.words.speaking import say
from ....core.workflows.event_mapping.frames import Frames
from ....core.workflows.event_mapping.job import Legend
from ...styles.rasters import named_ramp
from .shown_frames import RAMP

LONGEST_SIDE = 720
MARGIN, GAP, SIDE = 16, 8, 132
NARROWEST = 480
"""A picture of few cells is as wide, for what is written on it."""
BAR_WIDTH = 18
NO_DATA = "#d9d9d9"
STEPS = 256
INK, MUTED, PAPER = (style_table()["charts"][key] for key in ("ink", "muted", "ground"))
CAVEAT = "Given this rain as if it were true; no warning service. Windows overlap: never sum frames."


class FramePainter:
    """Draws the probability of a frame with its moment and one legend for all.

    Parameters
    ----------
    frames : Frames
    name : str
        What the probability is called.
    about : str
        The rain and the model, in one line.
    forecast_h : list of float
        Hours of each frame's window that are forecast.
    """

    def __init__(self, frames: Frames, name: str, about: str, forecast_h: list[float]):
        self._frames, self._forecast = frames, forecast_h
        self._name, self._about = name, about
        self._reserved: Optional[tuple[int, int]] = None
        stops, _ = named_ramp(RAMP)
        places = [stop.value for stop in stops]
        colours = np.array([rgb(stop.colour) for stop in stops], float)
        shares = np.linspace(places[0], places[-1], STEPS)
        self._colours = np.stack([np.interp(shares, places, colours[:, i]) for i in range(3)], axis=1)

    def draw(self, raster: str, picture: str, number: int, legend: Legend) -> None:
        """Draw the raster of a frame into a PNG file; raise ``InputError`` if it cannot be written."""
        with RasterSource(raster) as source:
            values = thinned(source)
        image = self._mapped(values, legend)
        wide, high = image.width(), image.height()
        across = max(wide + 2 * MARGIN + SIDE, NARROWEST)
        within = across - 2 * MARGIN
        above, below = self._room(within)
        top = MARGIN + above + GAP
        page = QImage(across, top + high + GAP + below + MARGIN // 2, QImage.Format.Format_RGB32)
        page.fill(QColor(PAPER))
        painter = QPainter(page)
        try:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.drawImage(QPointF(MARGIN, top), image)
            painter.setPen(QPen(QColor(MUTED)))
            painter.drawRect(QRectF(MARGIN - 0.5, top - 0.5, wide + 1, high + 1))
            _draw_lines(painter, self._head(number, within), MARGIN)
            _draw_lines(painter, self._foot(number, within), top + high + GAP)
            self._legend(painter, MARGIN + wide + 20, top, min(high, 240), legend)
        finally:
            painter.end()
        if not page.save(picture, "PNG"):
            raise InputError(f"{picture} cannot be written; choose another folder")

    def _mapped(self, values: Surface, legend: Legend) -> QImage:
        """The map as an image, every cell a square of whole pixels."""
        span = math.log10(legend.high / legend.low)
        known = np.isfinite(values)
        share = np.log10(np.maximum(np.where(known, values, legend.low), legend.low) / legend.low) / span
        place = np.clip(np.rint(share * (STEPS - 1)), 0, STEPS - 1).astype(int)
        pixels = np.empty((*values.shape, 4), np.uint8)
        pixels[..., :3] = np.rint(self._colours[place])[..., ::-1]
        pixels[..., 3] = 255
        pixels[~known, :3] = rgb(NO_DATA)[::-1]
        times = max(LONGEST_SIDE // max(values.shape), 1)
        pixels = np.ascontiguousarray(pixels.repeat(times, axis=0).repeat(times, axis=1))
        rows, cols = pixels.shape[:2]
        return QImage(pixels.tobytes(), cols, rows, 4 * cols, QImage.Format.Format_RGB32).copy()

    def _head(self, number: int, wide: int) -> list[Line]:
        """Lines above the map, in the reader's language, broken where they would leave the picture."""
        ahead = self._forecast[number]
        said = f"; {ahead:g} of the {self._frames.window_h:g} h are forecast" if ahead else ""
        return [
            *_lines(say(f"{self._name}, {self._frames.label(number)}"), wide, 13, INK, bold=True),
            *_lines(say(f"{self._about}{said}"), wide, 10, INK),
        ]

    def _foot(self, number: int, wide: int) -> list[Line]:
        """Lines below the map."""
        count = say(f"Frame {number + 1} of {len(self._frames)}")
        return _lines(f"{count}. {say(CAVEAT)}", wide, 10, MUTED)

    def _room(self, wide: int) -> tuple[int, int]:
        """Pixels above and below the map, the same for all frames: a film has pictures of one size."""
        if self._reserved is None:
            written = [(self._head(n, wide), self._foot(n, wide)) for n in range(len(self._frames))]
            above, below = (max(sum(line.high for line in one[side]) for one in written) for side in (0, 1))
            self._reserved = above, below
        return self._reserved

    def _legend(self, painter: QPainter, left: int, top: int, high: int, legend: Legend) -> None:
        for step in range(STEPS):
            red, green, blue = (round(part) for part in self._colours[step].tolist())
            upper = top + high * (1.0 - (step + 1) / STEPS)
            painter.fillRect(QRectF(left, upper, BAR_WIDTH, high / STEPS + 1), QColor(red, green, blue))
        painter.setPen(QPen(QColor(INK)))
        painter.setFont(_font(10))
        decades = round(math.log10(legend.high / legend.low))
        for number in range(decades + 1):
            y = top + high * (1.0 - number / decades)
            value = legend.low * 10.0**number
            said = say(f"{plain_number(value)} or less") if number == 0 else plain_number(value)
            painter.drawText(QPointF(left + BAR_WIDTH + 6, y + (10 if number == decades else 0)), said)
        below = top + high + 16
        painter.fillRect(QRectF(left, below, BAR_WIDTH, 12), QColor(NO_DATA))
        painter.drawText(QPointF(left + BAR_WIDTH + 6, below + 10), say("no data"))


@dataclass(frozen=True)
class Line:
    """One line of a picture's text."""

    text: str
    font: QFont
    colour: str

    @property
    def high(self) -> int:
        """Pixels from this line to the next."""
        return QFontMetrics(self.font).lineSpacing() + 2


def _lines(text: str, wide: int, size: int, colour: str, *, bold: bool = False) -> list[Line]:
    """A text broken at blanks into lines that are no wider than so many pixels."""
    font = _font(size, bold)
    measure = QFontMetrics(font)
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure.horizontalAdvance(longer) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return [Line(line, font, colour) for line in lines]


def _draw_lines(painter: QPainter, lines: Sequence[Line], top: float) -> None:
    for line in lines:
        painter.setFont(line.font)
        painter.setPen(QPen(QColor(line.colour)))
        painter.drawText(QPointF(MARGIN, top + QFontMetrics(line.font).ascent()), line.text)
        top += line.high


def thinned(source: RasterSource) -> Surface:
    """Values (rows, cols) of every so many cells, so that no side is longer than a picture's."""
    every = max(-(-max(source.grid.shape) // LONGEST_SIDE), 1)
    rows = range(every // 2, source.grid.rows, every)
    return np.stack([source.read(0, row, 1)[0, every // 2 :: every] for row in rows])


def _font(size: int, bold: bool = False) -> QFont:
    font = QFont("sans-serif")
    font.setPixelSize(size)
    font.setBold(bold)
    return font
