"""Rain series of samples, whichever source they come from, with what is missing counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import InputError
from ...io.rain.at_points import rain_at
from ...io.rain.clock import RainReading
from ...io.rain.gauge_rows import Wanted
from ...io.rain.gauges import GaugeRain, Gauges, Weighing, rain_from_gauges, read_gauges
from ...io.rain.moments import iso
from ...io.rain.opening import open_rain_stack
from ...io.rain.series_table import read_series, series_of_columns, write_series
from ...io.table import csv_text
from ...io.text import write_text
from ...progress import SILENT, Progress
from ...triggers.rain_sums import antecedent_index, rain_sums
from ...types.arrays import Values
from ...types.rain import RainSeries
from .samples import RainSamples, words_of


@dataclass(frozen=True)
class WantedRain:
    """How long a window and its steps are.

    Attributes
    ----------
    window_h, step_h : float
    kept_a_day : float
        Share of rain that a day leaves in the antecedent index.
    """

    window_h: float = 120.0
    step_h: float = 1.0
    kept_a_day: float = 0.85

    @property
    def steps(self) -> int:
        """Number of steps.

        Raises
        ------
        InputError
            The window is no whole number of steps.

        Examples
        --------
        >>> WantedRain(120.0, 6.0).steps
        20
        """
        steps = round(self.window_h / self.step_h)
        if steps < 1 or abs(steps * self.step_h - self.window_h) > 1e-9:
            raise InputError(
                f"WINDOW is {self.window_h:g} h and STEP_H {self.step_h:g} h; give a window that is a whole number of "
                "steps"
            )
        return steps


@dataclass(frozen=True)
class BuiltSeries:
    """Series of samples, and what is known of each besides.

    Attributes
    ----------
    ids : tuple of str
    series : RainSeries
    source : mapping
        What the rain came from, for the record.
    beside : mapping of str to sequence
        Columns of the table of sums beside the rain, such as the distance to the gauge.
    """

    ids: tuple[str, ...]
    series: RainSeries
    source: Mapping[str, Any]
    beside: Mapping[str, Values] = field(default_factory=dict)


def from_stack(
    samples: RainSamples,
    wanted: WantedRain,
    path: str,
    variable: str,
    reading: RainReading,
    progress: Progress = SILENT,
) -> BuiltSeries:
    """Series of the cells of a raster stack that hold the samples.

    Raises
    ------
    InputError
        A stack that cannot be read or understood, samples without time or place, or none of them on the stack.
    """
    samples.require_ends()
    with open_rain_stack(path, variable, reading, progress) as opened:
        stack = opened.joining(wanted.step_h)
        if samples.features.crs_wkt and not stack.grid.crs_wkt:
            raise InputError(
                f"{Path(path).name} names no CRS, so nothing tells where the samples lie on it; assign it the right one"
            )
        xy = samples.xy(stack.grid.crs_wkt)
        found = rain_at(stack, xy=xy, ends=samples.ends, steps=wanted.steps, progress=progress)
        if found.outside.all():
            west, south, east, north = stack.grid.bounds
            raise InputError(
                f"No sample lies on {Path(path).name}, which covers {west:g}, {south:g} to {east:g}, {north:g}; check "
                "the CRS of both"
            )
        outside = int(found.outside.sum())
        if outside:
            progress.warning(
                f"{outside} samples lie beside {Path(path).name} and have no rain: gaps throughout"
            )
        empty = int(((found.series.gaps == wanted.steps) & ~found.outside).sum())
        if empty:
            progress.warning(
                f"{empty} samples on {Path(path).name} have no step of rain: their windows lie before or after it, or "
                "in its holes"
            )
        source = {
            "source": "stack",
            "file": Path(path).name,
            "variable": opened.layers.facts.variable,
            "reading": opened.clock.words,
            "numbers_are": opened.kind,
            "outside": outside,
        }
    return BuiltSeries(samples.ids, found.series, source)


def from_gauges(
    samples: RainSamples,
    wanted: WantedRain,
    path: str,
    reading: RainReading,
    by: Weighing,
    progress: Progress = SILENT,
) -> BuiltSeries:
    """Series of samples from gauges, with the distance to the nearest one.

    Raises
    ------
    InputError
        A table that cannot be understood, or samples without time or place.
    """
    samples.require_ends()
    gauges = read_gauges(path, reading, Wanted(samples.ends, wanted.steps * wanted.step_h), progress)
    progress.info(f"{len(gauges.names)} gauges; {gauges.clock.words}")
    shape = wanted.steps, wanted.step_h
    xy = samples.xy(by.crs_wkt)
    found = rain_from_gauges(gauges, xy, ends=samples.ends, shape=shape, by=by, progress=progress)
    _tell_distance(found, gauges, by, progress)
    source = {
        "source": "gauges",
        "file": Path(path).name,
        "method": by.method,
        "limit_km": by.limit_km,
        "reading": gauges.clock.words,
        "gauges": list(gauges.names),
        "distance_km": {
            "median": float(np.median(found.distance_km)),
            "largest": float(found.distance_km.max()),
        },
    }
    names = np.array(gauges.names, object)[found.nearest]
    return BuiltSeries(
        samples.ids, found.series, source, {"gauge": names, "gauge_km": found.distance_km.round(3)}
    )


def _tell_distance(found: GaugeRain, gauges: Gauges, by: Weighing, progress: Progress) -> None:
    away_km = found.distance_km
    median, largest = np.nanmedian(away_km), np.nanmax(away_km)
    progress.info(
        f"The nearest gauge is {median:.1f} km away for half of the samples, {largest:.1f} km at most"
    )
    far = int((~(away_km <= by.limit_km)).sum())
    if far:
        progress.warning(
            f"{far} samples have no gauge within {by.limit_km:g} km and no rain: gaps throughout"
        )
    idle = [name for name, km in zip(gauges.names, found.apart_km) if km > by.limit_km]
    nearest = np.fmin.reduce(away_km)
    if far == len(away_km):
        raise InputError(
            f"No gauge lies within {by.limit_km:g} km of a sample: the nearest is {nearest:.4g} km away; "
            "give GAUGE_CRS where their x and y are in another CRS than the samples, or a larger GAUGE_LIMIT"
        )
    if idle:
        progress.warning(
            f"{len(idle)} of {len(gauges.names)} gauges lie farther than {by.limit_km:g} km from every sample and say "
            f"nothing: {', '.join(idle[:5])}; look at their coordinates if that is not so"
        )


def from_table(
    samples: RainSamples, wanted: WantedRain, path: str, progress: Progress = SILENT
) -> BuiltSeries:
    """Series of a table with a row a sample and a column a step, or of such columns of the samples themselves.

    They end when the table says so (``end_utc``); where it does not, when the samples do.

    Parameters
    ----------
    path : str
        The table; empty for the samples' own fields.

    Raises
    ------
    InputError
        No such columns, or a window or step that they do not hold.
    """
    if path:
        ids, series = read_series(path)
        name = Path(path).name
    else:
        name = samples.features.name
        fields = {key: [words_of(one) for one in cells] for key, cells in samples.features.attributes.items()}
        ids, series = samples.ids, series_of_columns(fields, samples.ids, name)
    series = _windowed(series, wanted, name)
    place = {one: row for row, one in enumerate(ids)}
    rain = np.full((len(samples.ids), wanted.steps), np.nan, np.float32)
    ends = samples.ends.copy()
    known = [row for row, one in enumerate(samples.ids) if one in place]
    if not known:
        raise InputError(
            f"No sample has its rain in {name}: the samples are called {', '.join(samples.ids[:3])}, its rows "
            f"{', '.join(ids[:3])}; give ID_FIELD"
        )
    theirs = [place[samples.ids[row]] for row in known]
    rain[known] = series.rain_mm[theirs]
    told = series.ends[theirs]
    moved = int((~np.isnat(told) & ~np.isnat(ends[known]) & (told != ends[known])).sum())
    ends[known] = np.where(np.isnat(told), ends[known], told)
    if moved:
        progress.warning(
            f"The rain of {moved} samples in {name} ends at another moment than the samples do, and stays as it is: "
            "end_utc says when it ends. Cut it at TIME_FIELD from a stack or gauges, if that is wanted"
        )
    if len(known) < len(rain):
        progress.warning(f"{len(rain) - len(known)} samples have no row in {name}: gaps throughout")
    return BuiltSeries(samples.ids, RainSeries(ends, wanted.step_h, rain), {"source": "table", "file": name})


def _windowed(series: RainSeries, wanted: WantedRain, name: str) -> RainSeries:
    """The last hours of a series, in the steps that are wanted."""
    columns = series.columns
    if wanted.window_h > columns.window_h + 1e-9:
        raise InputError(
            f"WINDOW is {wanted.window_h:g} h, and {name} holds the last {columns.window_h:g} h; give a shorter window"
        )
    kept = round(wanted.window_h / series.step_h)
    if abs(kept * series.step_h - wanted.window_h) > 1e-9:
        raise InputError(
            f"WINDOW is {wanted.window_h:g} h, no whole number of the steps of {series.step_h:g} h in {name}"
        )
    return RainSeries(series.ends, series.step_h, series.rain_mm[:, -kept:]).coarser(wanted.step_h)


def write_built(
    built: BuiltSeries, wanted: WantedRain, paths: Mapping[str, str], progress: Progress = SILENT
) -> dict[str, Any]:
    """Write the series and, where asked for, the sums; what was found, in figures.

    Parameters
    ----------
    paths : mapping
        ``OUTPUT``, and ``SUMS`` if wanted.

    Raises
    ------
    InputError
        Every step of every sample is missing.
    """
    gaps = built.series.gaps
    steps = built.series.columns.steps
    if (gaps == steps).all():
        ends = built.series.ends[~np.isnat(built.series.ends)]
        span = f" (they end {iso(ends.min())} to {iso(ends.max())})" if len(ends) else ""
        raise InputError(
            f"No step of any sample has rain{span}; give rain of their time and place, in the clock that "
            "UTC_OFFSET and SAMPLES_UTC_OFFSET say"
        )
    figures = {
        "samples": len(gaps),
        "with_gaps": int((gaps > 0).sum()),
        "without_rain": int((gaps == steps).sum()),
        "missing_steps": int(gaps.sum()),
    }
    progress.info(
        f"{figures['samples']} samples of {steps} steps of {built.series.step_h:g} h; {figures['with_gaps']} have gaps "
        f"({figures['missing_steps']} steps missing in all), which stay empty"
    )
    record = {**built.source, "gaps": figures, "index_kept_a_day": wanted.kept_a_day}
    if not write_series(paths["OUTPUT"], built.ids, built.series, record):
        progress.warning(
            f"{Path(paths['OUTPUT']).stem}.json was not written by this plugin and stays; the series gets no record: "
            "to have one, choose another name for it"
        )
    if paths.get("SUMS"):
        write_text(paths["SUMS"], sums_csv(built, wanted.kept_a_day))
    return figures


def sums_csv(built: BuiltSeries, kept_a_day: float) -> str:
    """Table of sums: id, end, gaps, what else is known, and what ``rain_sums`` and the antecedent index give."""
    names, sums = rain_sums(built.series.rain_mm, built.series.step_h)
    index = antecedent_index(built.series.rain_mm, built.series.step_h, kept_a_day)
    header = ("id", "end_utc", "gaps", *built.beside, *names, "rain_index_mm")
    rows = [
        (
            one,
            iso(built.series.ends[row]),
            int(built.series.gaps[row]),
            *(cells[row] for cells in built.beside.values()),
            *("" if value != value else f"{value:.7g}" for value in (*sums[row].tolist(), float(index[row]))),
        )
        for row, one in enumerate(built.ids)
    ]
    return csv_text([header, *rows])
