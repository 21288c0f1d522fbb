"""Rain thresholds of a series and labels: lines, single figures, and how each does on storms left out whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.metrics import auroc, roc_curve_points
from ...progress import SILENT, Progress
from ...triggers.rain_events import RainEvents, rain_events
from ...triggers.rain_sums import antecedent_index, rain_sums
from ...triggers.thresholds import (
    BAND,
    FEWEST,
    Fit,
    PowerLine,
    event_duration,
    intensity_duration,
    line_band,
    require_enough,
    storm_draws,
)
from ...types.arrays import Cells, Flags, Floats
from ...types.rain import RainSeries
from .storms import storm_folds

Band = tuple[float, float]
LINES: Mapping[str, tuple[str, Fit]] = {
    "intensity_duration": ("Intensity-duration, mm/h", intensity_duration),
    "event_duration": ("Event-duration, mm", event_duration),
}
NAMES = {
    **{key: label for key, (label, _) in LINES.items()},
    "rain_total_mm": "Total rain, mm",
    "rain_index_mm": "Antecedent index, mm",
}


@dataclass(frozen=True)
class ThresholdSettings:
    """How thresholds are read from series.

    Attributes
    ----------
    share : float
        Of the landslides that lie below a threshold.
    dry_gap_h, wet_mm : float
        What parts two events of rain.
    event : str
        Which event of a series counts: the heaviest or the last.
    kept_a_day : float
        Of the antecedent index.
    folds, draws, seed : int
    """

    share: float = 0.05
    dry_gap_h: float = 24.0
    wet_mm: float = 0.2
    event: str = "heaviest"
    kept_a_day: float = 0.85
    folds: int = 5
    draws: int = 500
    seed: int = 42


@dataclass(frozen=True)
class Threshold:
    """A threshold fitted to all landslides: a line over the duration, or a single figure.

    Attributes
    ----------
    key : str
    scale : float
        Of the line, or the figure itself.
    scale_band : (float, float)
        95 %, over resampled storms.
    exponent : float or None
    exponent_band : (float, float) or None
    """

    key: str
    scale: float
    scale_band: Band
    exponent: Optional[float] = None
    exponent_band: Optional[Band] = None

    @property
    def label(self) -> str:
        """Name and unit."""
        return label_of(self.key)


@dataclass(frozen=True)
class ThresholdScore:
    """How a threshold does on storms that took no part in it.

    Attributes
    ----------
    key : str
    auroc : float
    auroc_band : (float, float)
        95 %, over resampled storms.
    hit_rate, false_alarm_rate : float
        Shares of landslides and of stable samples above the threshold.
    curve : (array, array)
        False alarms and hits over all thresholds.
    """

    key: str
    auroc: float
    auroc_band: Band
    hit_rate: float
    false_alarm_rate: float
    curve: tuple[Floats, Floats]

    @property
    def skill(self) -> float:
        """Hit rate minus false-alarm rate (Peirce 1884)."""
        return self.hit_rate - self.false_alarm_rate


@dataclass(frozen=True)
class ThresholdRun:
    """What a run found.

    Attributes
    ----------
    thresholds : tuple of Threshold
    scores : tuple of ThresholdScore
    events : RainEvents
        Of the rows that count.
    landslide : bool array (rows,)
    rows : int array (rows,)
        Their places in the series.
    storms : int
        Number of storms.
    settings : ThresholdSettings
    notes : tuple of str
    """

    thresholds: tuple[Threshold, ...]
    scores: tuple[ThresholdScore, ...]
    events: RainEvents
    landslide: Flags
    rows: Cells
    storms: int
    settings: ThresholdSettings
    notes: tuple[str, ...] = field(default=())


def label_of(key: str) -> str:
    """What a criterion is called.

    >>> label_of("rain_largest_24h_mm"), label_of("rain_antecedent_14d_mm"), label_of("rain_total_mm")
    ('Largest 24 h, mm', 'Antecedent 14 d, mm', 'Total rain, mm')
    """
    if key in NAMES:
        return NAMES[key]
    words = key.removeprefix("rain_").removesuffix("_mm").replace("_", " ")
    return f"{words[:-1]} {words[-1]}, mm".capitalize()


def find_thresholds(
    series: RainSeries,
    landslide: Flags,
    storms: Cells,
    settings: ThresholdSettings,
    progress: Progress = SILENT,
) -> ThresholdRun:
    """Thresholds of all landslides, and their scores on folds that leave storms out whole.

    All criteria are scored on the same rows and folds.

    Parameters
    ----------
    series : RainSeries
    landslide : bool array (rows,)
    storms : int array (rows,)

    Raises
    ------
    InputError
        Too few landslides or storms, or only one of the two kinds of samples.
    """
    events = _events(series, settings)
    figures = _figures(series, settings)
    kept = np.flatnonzero(events.known & np.isfinite(np.column_stack(list(figures.values()))).all(axis=1))
    if not len(kept):
        raise InputError(
            f"All {len(series)} samples have gaps in their rain; thresholds need series whose every step is known"
        )
    landslide, storms = landslide[kept], storms[kept]
    events = events.take(kept)
    figures = {key: values[kept] for key, values in figures.items()}
    if landslide.all() or not landslide.any():
        raise InputError(
            f"{int(landslide.sum())} of {len(kept)} samples with whole series are landslides; thresholds need "
            "landslides and stable samples"
        )
    notes = _notes(series, kept, events, landslide)
    for note in notes:
        progress.info(note)
    data = _Data(events, figures, landslide, storms)
    folds = storm_folds(storms, landslide, settings.folds, settings.seed)
    thresholds = tuple(_fitted(data, key, settings) for key in data.keys)
    progress.step(0.5)
    scores = tuple(_scored(data, key, folds, settings) for key in data.keys)
    progress.step(1.0)
    count = len(np.unique(storms))
    return ThresholdRun(
        thresholds,
        scores,
        events,
        landslide=landslide,
        rows=kept,
        storms=count,
        settings=settings,
        notes=tuple(notes),
    )


def ranked_unseen(
    series: RainSeries, landslide: Flags, folds: Cells, settings: ThresholdSettings
) -> dict[str, Floats]:
    """What each criterion ranks rows by (rows,), the larger the likelier, lines fitted without the fold of a row.

    Parameters
    ----------
    series : RainSeries
        Without gaps.
    landslide : bool array (rows,)
    folds : int array (rows,)

    Raises
    ------
    InputError
        Gaps in the rain, or too few landslides outside of a fold.
    """
    if series.gaps.any():
        raise InputError(f"{int((series.gaps > 0).sum())} of {len(series)} rows have gaps in their rain")
    settings = replace(settings, folds=len(np.unique(folds)))
    data = _Data(_events(series, settings), _figures(series, settings), landslide, storms=folds)
    return {key: _ranked(data, key, _above(data, key, folds, settings)) for key in data.keys}


def _events(series: RainSeries, settings: ThresholdSettings) -> RainEvents:
    return rain_events(
        series.rain_mm,
        series.step_h,
        dry_gap_h=settings.dry_gap_h,
        wet_mm=settings.wet_mm,
        which=settings.event,
    )


@dataclass(frozen=True)
class _Data:
    events: RainEvents
    figures: Mapping[str, Floats]
    landslide: Flags
    storms: Cells

    @property
    def keys(self) -> Sequence[str]:
        return (*LINES, *self.figures)

    def value(self, key: str) -> Floats:
        """What is compared with the threshold (rows,)."""
        if key == "intensity_duration":
            return self.events.intensity_mm_h
        return self.events.depth_mm if key == "event_duration" else self.figures[key]

    def fitted_on(self, key: str, chosen: Flags) -> Cells:
        """Landslides a threshold is fitted to: of those chosen, for lines those with rain."""
        wet = self.events.duration_h > 0 if key in LINES else np.ones(len(chosen), bool)
        return np.flatnonzero(chosen & self.landslide & wet)


def _figures(series: RainSeries, settings: ThresholdSettings) -> dict[str, Floats]:
    names, sums = rain_sums(series.rain_mm, series.step_h)
    found = {name: sums[:, place].astype(np.float64) for place, name in enumerate(names)}
    return {**found, "rain_index_mm": antecedent_index(series.rain_mm, series.step_h, settings.kept_a_day)}


def _notes(series: RainSeries, kept: Cells, events: RainEvents, landslide: Flags) -> list[str]:
    notes = []
    lost = len(series) - len(kept)
    if lost:
        notes.append(f"{lost} of {len(series)} samples have gaps in their rain and are left out")
    dry = int((landslide & (events.duration_h == 0)).sum())
    if dry:
        notes.append(
            f"{dry} landslides have no rain in their window: no line is fitted to them, and each lies below all "
            "thresholds over the duration"
        )
    cut = int((landslide & events.cut).sum())
    if cut:
        notes.append(
            f"{cut} of {int(landslide.sum())} landslides have an event that may have begun before the window of "
            f"{series.columns.window_h:g} h, whose duration is a least one"
        )
    return notes


def _line(data: _Data, key: str, rows: Cells, settings: ThresholdSettings) -> PowerLine:
    duration = data.events.duration_h[rows]
    require_enough(duration)
    return LINES[key][1](duration, data.value(key)[rows], settings.share)


def _fitted(data: _Data, key: str, settings: ThresholdSettings) -> Threshold:
    rows = data.fitted_on(key, np.ones(len(data.landslide), bool))
    line = _line(data, key, rows, settings) if key in LINES else None
    resamples = storm_draws(data.storms[rows], settings.draws, settings.seed)
    value = data.value(key)[rows]
    if line is None:
        drawn = [float(np.quantile(value[one], settings.share)) for one in resamples]
        low, high = np.percentile(drawn, BAND)
        return Threshold(key, float(np.quantile(value, settings.share)), (float(low), float(high)))
    scale, exponent = line_band(
        LINES[key][1], data.events.duration_h[rows], value=value, share=settings.share, resamples=resamples
    )
    return Threshold(key, line.scale, scale, line.exponent, exponent)


def _above(data: _Data, key: str, folds: Cells, settings: ThresholdSettings) -> Floats:
    """How far rows lie above thresholds that their folds took no part in (rows,); -inf where no rain fell."""
    above = np.empty(len(folds))
    for fold in np.unique(folds):
        held = folds == fold
        rows = data.fitted_on(key, ~held)
        if len(rows) < FEWEST:
            raise InputError(
                f"Without one of {settings.folds} parts of the storms {len(rows)} landslides are left for a threshold, "
                f"which needs {FEWEST}; give fewer CV_FOLDS, or more landslides"
            )
        if key in LINES:
            line = _line(data, key, rows, settings)
            above[held] = line.excess(data.events.duration_h[held], data.value(key)[held])
        else:
            limit = float(np.quantile(data.value(key)[rows], settings.share))
            above[held] = data.value(key)[held] - limit
    return above


def _ranked(data: _Data, key: str, above: Floats) -> Floats:
    """What rows are ranked by (rows,): of a line how far they lie above it, else the figure itself."""
    if key not in LINES:
        return data.value(key)
    known = above[np.isfinite(above)]
    return np.where(np.isfinite(above), above, known.min() - 1.0)


def _scored(data: _Data, key: str, folds: Cells, settings: ThresholdSettings) -> ThresholdScore:
    """Scores of held-out rows by thresholds that their storms took no part in."""
    above = _above(data, key, folds, settings)
    ranked, reached = _ranked(data, key, above), above >= 0.0
    hits, alarms = reached[data.landslide].mean(), reached[~data.landslide].mean()
    return ThresholdScore(
        key,
        auroc(data.landslide, ranked),
        _auroc_band(data, ranked, settings),
        hit_rate=float(hits),
        false_alarm_rate=float(alarms),
        curve=roc_curve_points(data.landslide, ranked),
    )


def _auroc_band(data: _Data, ranked: Floats, settings: ThresholdSettings) -> Band:
    found = [
        auroc(data.landslide[rows], ranked[rows])
        for rows in storm_draws(data.storms, settings.draws, settings.seed)
        if data.landslide[rows].any() and not data.landslide[rows].all()
    ]
    low, high = np.percentile(found, BAND)
    return float(low), float(high)
