"""Write a stack of rain that did not fall, and say what it assumes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.rain.stack import RainStack
from ...io.rain.written import write_rain_stack
from ...io.raster import RasterSource
from ...model.events.samples import day_of_year
from ...progress import SILENT, Progress
from ...triggers.design_storm import DesignStorm
from ...types.arrays import Moments, Surface
from ...types.grid import Grid, Strip
from ...words.speaking import say
from ..rain.storms import days_ended

WHAT_IF = "WHAT_IF"
"""Metadata of a stack of rain that did not fall: what it assumes, in words."""
MOST_STEPS = 20_000
HOUR = np.timedelta64(3600, "s")


@dataclass(frozen=True)
class Changed:
    """How rain that fell is changed.

    Attributes
    ----------
    factor : float
        On every step.
    shift_h : float
        Hours that all moments move, later if positive.
    start, end : datetime64 or None
        Steps that end after ``start`` and up to ``end`` are taken; without, from the first and up to the last.
    assumed : str
        What the rain assumes already, if it did not fall either, see ``assumed_of``.
    """

    factor: float = 1.0
    shift_h: float = 0.0
    start: Optional[np.datetime64] = None
    end: Optional[np.datetime64] = None
    assumed: str = ""

    @property
    def words(self) -> str:
        """What is assumed.

        >>> Changed(1.3, -6.0).words
        'Rain that fell, times 1.3, 6 h earlier'
        >>> Changed(1.3, assumed="Design storm of T 50 yr").words
        'Rain that did not fall (Design storm of T 50 yr), times 1.3'
        """
        said = [f"Rain that did not fall ({self.assumed})" if self.assumed else "Rain that fell"]
        if self.factor != 1.0:
            said.append(f"times {self.factor:g}")
        if self.shift_h:
            said.append(f"{abs(self.shift_h):g} h {'later' if self.shift_h > 0 else 'earlier'}")
        return ", ".join(said)


@dataclass(frozen=True)
class Before:
    """What falls before and after a design storm.

    Attributes
    ----------
    antecedent_mm : float
        Spread evenly over the hours before it; ignored where rain that fell is taken.
    antecedent_h, after_h : float
        Hours of the stack before and after the storm.
    assumed : str
        What the rain before it assumes, if that did not fall either, see ``assumed_of``.
    """

    antecedent_mm: float
    antecedent_h: float
    after_h: float
    assumed: str = ""


@dataclass(frozen=True)
class MadeRain:
    """What a stack holds.

    Attributes
    ----------
    words : str
        What it assumes.
    ends : datetime64[s] array (steps,)
    season : datetime64
        Moment whose day of the year the rain stands for: the end of the storm, or of the rain that fell.
    wettest : int
        Number of the step with the most rain.
    largest_mm : float
        Most rain of a cell in a step.
    total_mm : float
        Mean over the cells of all that falls; NaN where every cell has a gap.
    gaps : int
        Cells with a gap in some step.
    step_h : float
    """

    words: str
    ends: Moments
    season: np.datetime64
    wettest: int
    largest_mm: float
    total_mm: float
    gaps: int
    step_h: float

    @property
    def day_of_year(self) -> int:
        """Day of the year of the season, 1 on the first of January; midnight ends the day before it."""
        return int(day_of_year(days_ended(np.array([self.season], "M8[s]")))[0])


def change_rain(
    path: str,
    stack: RainStack,
    changed: Changed,
    provenance: Mapping[str, str],
    progress: Progress = SILENT,
) -> MadeRain:
    """Write rain that fell, scaled and shifted; a missing step stays a gap.

    Raises
    ------
    InputError
        The shift is no whole number of steps, or no step lies between.
    """
    steps = changed.shift_h / stack.step_h
    if abs(steps - round(steps)) > 1e-6:
        raise InputError(
            f"SHIFT is {changed.shift_h:g} h; allowed: whole steps of the rain, {stack.step_h:g} h each"
        )
    taken = _between(stack.ends, changed)
    shifted = taken + round(changed.shift_h * 3600) * np.timedelta64(1, "s")
    tally = _Tally()
    whole = Strip(0, stack.grid.rows)

    def rows() -> Iterator[Surface]:
        for number, end in enumerate(taken):
            progress.step(number / len(taken))
            yield tally.take(stack.window(end, 1, whole)[0] * np.float32(changed.factor))

    told = {WHAT_IF: changed.words, **provenance}
    write_rain_stack(path, stack.grid, shifted, rows(), stack.step_h, metadata=told, said=say)
    return tally.made(changed.words, shifted, shifted[-1], stack.step_h)


def _between(ends: Moments, changed: Changed) -> Moments:
    first = changed.start if changed.start is not None else ends[0] - HOUR
    last = changed.end if changed.end is not None else ends[-1]
    taken = ends[(ends > first) & (ends <= last)]
    if not len(taken):
        raise InputError(
            f"No step of the rain ends after {first} and up to {last}; its steps end from {ends[0]} to {ends[-1]} (UTC)"
        )
    if len(taken) > MOST_STEPS:
        raise InputError(
            f"{len(taken)} steps of rain are asked for; at most {MOST_STEPS} are written: give START and END"
        )
    return taken


def design_rain(
    path: str,
    storm: DesignStorm,
    before: Before,
    grid: Grid,
    provenance: Mapping[str, str],
    fallen: Optional[RainStack] = None,
    progress: Progress = SILENT,
) -> MadeRain:
    """Write a design storm over the whole area, the same in every cell.

    Parameters
    ----------
    path : str
    storm : DesignStorm
    before : Before
    grid : Grid
        Where it falls: one cell does. With ``fallen`` its grid is taken.
    provenance : mapping of str to str
    fallen : RainStack, optional
        Rain that fell before the storm begins, in place of rain spread evenly.
    progress : Progress

    Raises
    ------
    InputError
        ``fallen`` has other steps than the storm.
    """
    ends = storm.ends(before.antecedent_h, before.after_h)
    rain = storm.rain_mm(
        0.0 if fallen is not None else before.antecedent_mm, before.antecedent_h, before.after_h
    )
    if fallen is not None and abs(fallen.step_h - storm.step_h) > 1e-9:
        raise InputError(
            f"The rain has steps of {fallen.step_h:g} h and the storm of {storm.step_h:g} h; give STEP as "
            f"{fallen.step_h:g}"
        )
    words = _words(storm, before, fallen is not None)
    where = fallen.grid if fallen is not None else grid
    tally, whole = _Tally(), Strip(0, where.rows)

    def rows() -> Iterator[Surface]:
        for number, (end, depth) in enumerate(zip(ends, rain.tolist())):
            progress.step(number / len(ends))
            if fallen is not None and end <= storm.start:
                yield tally.take(fallen.window(end, 1, whole)[0])
            else:
                yield tally.take(np.full(where.shape, depth, np.float32))

    told = {WHAT_IF: words, "RETURN_PERIOD_YR": f"{storm.period_yr:g}", **provenance}
    write_rain_stack(path, where, ends, rows(), storm.step_h, metadata=told, said=say)
    return tally.made(words, ends, storm.end, storm.step_h)


def _words(storm: DesignStorm, before: Before, fallen: bool) -> str:
    """What a design storm assumes, in one sentence."""
    earlier = f"{before.antecedent_mm:g} mm evenly over the {before.antecedent_h:g} h before it"
    if fallen:
        kind = f"rain that did not fall ({before.assumed})" if before.assumed else "rain that fell"
        earlier = f"{kind} in the {before.antecedent_h:g} h before it"
    return (
        f"Design storm of T {storm.period_yr:g} yr: {storm.depth_mm:.4g} mm in {storm.duration_h:g} h ending "
        f"{str(storm.end)[:16].replace('T', ' ')} UTC, {earlier}; T belongs to the storm alone"
    )


def assumed_of(path: str) -> str:
    """What a file of rain assumes if its rain did not fall, in words; empty if it fell, as far as the file says."""
    if Path(path).suffix.lower() not in (".tif", ".tiff"):
        return ""
    with RasterSource(path) as source:
        return source.metadata.get(WHAT_IF, "")


def rain_words(path: str, forecast: str = "") -> str:
    """What a rain is called: its file and that of its forecast, and what each assumes if it did not fall."""
    named = []
    for kind, one in (("", path), ("forecast: ", forecast)):
        if one:
            assumed = assumed_of(one)
            named.append(f"{kind}{file_words(one)}" + (f" ({assumed})" if assumed else ""))
    return "; ".join(named)


def file_words(path: str) -> str:
    """A file or folder of rain as lines name it, with its ending or a slash, so that it is read as no word.

    >>> file_words("/data/rain.tif")
    'rain.tif'
    """
    return Path(path).name + ("/" if Path(path).is_dir() else "")


class _Tally:
    """What is written, summed up."""

    def __init__(self) -> None:
        self._sum: Optional[Surface] = None
        self._taken = self._wettest = 0
        self._largest, self._most = 0.0, -1.0

    def take(self, rain_mm: Surface) -> Surface:
        """Count a step, and hand it on."""
        self._sum = rain_mm.astype(np.float32) if self._sum is None else self._sum + rain_mm
        known = rain_mm[np.isfinite(rain_mm)]
        fell = float(known.sum(dtype=np.float64)) if known.size else -1.0
        if fell > self._most:
            self._most, self._wettest = fell, self._taken
        self._largest = max(self._largest, float(known.max()) if known.size else 0.0)
        self._taken += 1
        return rain_mm

    def made(self, words: str, ends: Moments, season: np.datetime64, step_h: float) -> MadeRain:
        """What came of all steps."""
        total = np.empty(0, np.float32) if self._sum is None else self._sum
        known = total[np.isfinite(total)]
        return MadeRain(
            words,
            ends,
            season,
            wettest=self._wettest,
            largest_mm=self._largest,
            total_mm=float(known.mean(dtype=np.float64)) if known.size else float("nan"),
            gaps=int(np.isnan(total).sum()),
            step_h=step_h,
        )
