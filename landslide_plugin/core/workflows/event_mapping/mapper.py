"""Frames through the model, strip by strip: each distinct window of rain is encoded once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import classify
from ...io.raster import Band, RasterSink, bounded_cache
from ...io.raster.class_table import Classes
from ...model.inference.arrangement import distinct_rows
from ...progress import Progress
from ...types.arrays import Cells, Flags, Surface
from ...types.grid import Grid, Strip
from ...words.speaking import say
from ..mapping.plan import look_cache_mib
from .event_rain import RainWindows, whole
from .ground import MapGround
from .job import EventJob
from .law import EventFacts, EventLaw, PlacedLaw
from .rain_places import RainPlaces
from .results import AT_LEAST, BELOW, CLASSES, PROBABILITY, REACHED, About, raster_name, reached_codes, title
from .series import PointSeries, points_of
from .tally import FrameTally, beyond_training

STRIP_CELLS = 1 << 18
"""Cells of a strip: small enough that progress moves, large enough to be quick."""
FRAMES_AT_ONCE = 24
"""Frames whose rasters are open together."""
COPIES_OF_RAIN = 4
"""A window is held about so often while it is read and told apart."""

Sinks = Mapping[tuple[int, str], RasterSink]


@dataclass(frozen=True)
class FrameRain:
    """Rain of a frame at the cells of rain that the map needs.

    Attributes
    ----------
    rain_mm : float32 array (distinct, steps)
        Windows that differ.
    which : int array (rain cells,)
        Row of each; -1 where its window has a gap.
    beyond : bool array (distinct,)
        Whether a window has more rain than any of the training.
    """

    rain_mm: Surface
    which: Cells
    beyond: Flags

    def row_of(self, slots: Cells) -> Cells:
        """Row of places (n,) from their rain cells; -1 where there is no whole window."""
        return np.where(slots >= 0, self.which[np.maximum(slots, 0)], -1)


class EventMapper:
    """Maps the frames of a job.

    Parameters
    ----------
    law : EventLaw
    facts : EventFacts
    job : EventJob
    ground : MapGround
    places : RainPlaces

    Attributes
    ----------
    tallies : list of FrameTally
        What was found in each frame so far.
    series : PointSeries or None

    Raises
    ------
    InputError
        Rain and factors do not overlap, or no point lies on the factors.
    """

    def __init__(
        self, law: EventLaw, facts: EventFacts, job: EventJob, ground: MapGround, places: RainPlaces
    ):
        self.law, self.facts, self.job, self.ground, self.places = law, facts, job, ground, places
        self.grid: Grid = ground.grid
        self.tallies = [FrameTally() for _ in range(len(job.frames))]
        self.used = self._used_cells()
        self.windows = RainWindows(job.rain, law.rain, self.used)
        self.series: Optional[PointSeries] = None
        if job.points is not None:
            told = points_of(job.points, job.label_field, ground)
            self.series = PointSeries(told, job.frames, law.rain.step_h)

    def _used_cells(self) -> Cells:
        """Numbers of the rain cells below the map, rising."""
        seen = np.zeros(self.job.rain.grid.size, bool)
        for strip in self.grid.strips_of(STRIP_CELLS):
            numbers = self.places.of(strip)
            seen[numbers[numbers >= 0]] = True
        used = np.flatnonzero(seen)
        if not len(used):
            raise InputError("The rain and the factors do not overlap; check their CRS and extent")
        return used

    def _slots(self, numbers: Cells) -> Cells:
        """Place of rain cells among those used; -1 beyond the rain."""
        return np.where(numbers >= 0, np.searchsorted(self.used, np.maximum(numbers, 0)), -1)

    def write(self, folder: str, about: About, progress: Progress) -> None:
        """Write all frames, some at once so that each strip of factors is read a few times only."""
        count, columns = len(self.job.frames), self.law.rain
        each = 4 * COPIES_OF_RAIN * columns.steps * len(self.used) * self.job.rain.steps_for(columns)
        at_once = int(np.clip(self.job.memory_mib * 2**19 / each, 1, FRAMES_AT_ONCE))
        for first in range(0, count, at_once):
            last = min(first + at_once, count)
            self._write_some(folder, range(first, last), about, progress.part(first / count, last / count))

    def _write_some(self, folder: str, numbers: Sequence[int], about: About, progress: Progress) -> None:
        rains = []
        for number in numbers:
            progress.check()
            rains.append(self.rain_of(number))
        with ExitStack() as stack:
            stack.enter_context(bounded_cache(self._cache_mib(len(numbers))))
            sinks = {
                (number, kind): stack.enter_context(self._sink(folder, number, kind, about))
                for number in numbers
                for kind in self.job.kinds
            }
            for strip in self.grid.strips_of(STRIP_CELLS):
                read = self.ground.read(strip)
                valid, slots = read.valid, self._slots(self.places.of(strip))
                inside = valid & (slots >= 0)
                placed, place = self.law.placed(*read.table(inside)), slots[inside]
                beyond_rain = int(np.count_nonzero(valid & ~inside))
                for number, rain in zip(numbers, rains):
                    tally = self.tallies[number]
                    tally.without_factor += int(np.count_nonzero(~valid))
                    tally.without_rain += beyond_rain
                    values = np.full(valid.shape, np.nan, np.float32)
                    values[inside] = self._counted(number, rain, placed, place)
                    self._put(sinks, number, strip, values)
                    progress.check()
                progress.step(strip.stop / self.grid.rows)
            self.ground.require_declared()
            for sink in sinks.values():
                sink.complete()
        for number, rain in zip(numbers, rains):
            self._look_at_points(number, rain)

    def _cache_mib(self, frames: int) -> float:
        """GDAL's cache for a pass over the ground: what a strip reads and writes, until the next one has done so."""
        written = 4 * STRIP_CELLS * frames * len(self.job.kinds)
        read = self.ground.block_bytes + self.places.block_bytes
        return look_cache_mib(self.job.memory_mib, 2 * (read + written))

    def rain_of(self, number: int) -> FrameRain:
        """Windows of a frame that differ, and which of them each rain cell has."""
        window = self.windows.ending(self.job.frames.ends[number])
        known = whole(window)
        held = window[known]
        which, first = distinct_rows(held)
        rows, found = held[first], np.full(len(window), -1, np.intp)
        found[known] = which
        return FrameRain(rows, found, beyond_training(rows, self.law.rain, self.facts.largest_mm))

    def _counted(self, number: int, rain: FrameRain, placed: PlacedLaw, slots: Cells) -> Surface:
        """P (cells,) of cells that have every factor, and its tally; NaN where the window has a gap."""
        row, tally = rain.row_of(slots), self.tallies[number]
        known = row >= 0
        tally.without_rain += int(np.count_nonzero(~known))
        found = self._asked(number, rain, placed, row)
        threshold = self.job.threshold if self.job.threshold is not None else np.inf
        if known.any():
            tally.take(found[known], rain.beyond[row[known]], threshold)
        return found

    def _asked(self, number: int, rain: FrameRain, placed: PlacedLaw, row: Cells) -> Surface:
        """P (cells,) by the law, NaN without a window; windows that no cell has are not handed over."""
        known = row >= 0
        if not known.any():
            return np.full(len(row), np.nan, np.float32)
        there = np.zeros(len(rain.rain_mm), bool)
        there[row[known]] = True
        place = (np.cumsum(there) - 1)[np.maximum(row, 0)]
        end: np.datetime64 = self.job.frames.ends[number]
        found = placed.probability(rain.rain_mm[there], np.maximum(place, 0), end)
        return np.where(known, found, np.float32(np.nan))

    def _look_at_points(self, number: int, rain: FrameRain) -> None:
        """The series of the points: P, the rain of the window, and that of its last step."""
        if self.series is None:
            return
        points = self.series.points
        numbers = np.array([self.places.of(Strip(r, r + 1))[0, c] for r, c in points.cells], np.intp)
        row = rain.row_of(self._slots(numbers))
        wet = row >= 0
        known = wet & points.known
        found, total, last = (np.full(len(row), np.nan) for _ in range(3))
        if known.any():
            found[known] = self._asked(number, rain, self.law.placed(*points.ground_of(known)), row[known])
        total[wet] = rain.rain_mm[row[wet]].sum(axis=1, dtype=np.float64)
        last[wet] = rain.rain_mm[row[wet], -1]
        self.series.take(number, found, total, last)

    def _sink(self, folder: str, number: int, kind: str, about: About) -> RasterSink:
        frames = self.job.frames
        label = say(f"{title(kind, self.facts.relative)}, {frames.label(number)}")
        return RasterSink(
            str(Path(folder, raster_name(kind, frames, number))),
            self.grid,
            [Band(label)],
            byte=kind != PROBABILITY,
            metadata=about.metadata(frames, number, kind),
            classes=self._classes(kind, about),
        )

    def _classes(self, kind: str, about: About) -> Optional[Classes]:
        if kind == REACHED and about.score is not None:
            return reached_codes(about.score)
        return self.job.class_colours if kind == CLASSES else None

    def _put(self, sinks: Sinks, number: int, strip: Strip, values: Surface) -> None:
        sinks[number, PROBABILITY].write(0, strip.start, values)
        if (number, CLASSES) in sinks:
            sinks[number, CLASSES].write(0, strip.start, classify(values, self.facts.class_cuts))
        if (number, REACHED) in sinks and self.job.threshold is not None:
            reached = np.where(values >= self.job.threshold, AT_LEAST, BELOW)
            sinks[number, REACHED].write(0, strip.start, np.where(np.isfinite(values), reached, 0))
