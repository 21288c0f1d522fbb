"""Thresholds of a table of series and a layer or table of labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.rain.series_table import read_series
from ...progress import SILENT, Progress
from ...samples.labels import parse_labels
from ...types.features import FeatureSet
from .samples import RainSamples, words_of
from .storms import storms_by_day
from .thresholds import ThresholdRun, ThresholdSettings, find_thresholds


@dataclass(frozen=True)
class LabelFields:
    """Fields of the labels.

    Attributes
    ----------
    label : str
        1 where it slid, 0 where it stood.
    identifier : str or None
        As in the series; without, rows are numbered from 1.
    time : str or None
        When the series ends, where its table does not say it.
    storm : str or None
        Storm of each sample; without, days within two of each other are one.
    """

    label: str
    identifier: Optional[str] = None
    time: Optional[str] = None
    storm: Optional[str] = None


def thresholds_of(
    path: str,
    features: FeatureSet,
    fields: LabelFields,
    settings: ThresholdSettings,
    progress: Progress = SILENT,
) -> tuple[ThresholdRun, tuple[str, ...]]:
    """Thresholds, and the ids of the rows of the series.

    Raises
    ------
    InputError
        Labels and series that do not meet, or nothing that tells the storms.
    """
    ids, series = read_series(path)
    samples = RainSamples.of(features, fields.identifier, fields.time, 0.0)
    place = {one: row for row, one in enumerate(samples.ids)}
    known = np.array([row for row, one in enumerate(ids) if one in place], np.intp)
    if not len(known):
        raise InputError(
            f"No row of {Path(path).name} has a label: its rows are called {', '.join(ids[:3])}, those of "
            f"{features.name} {', '.join(samples.ids[:3])}; give ID_FIELD"
        )
    if len(known) < len(ids):
        progress.warning(f"{len(ids) - len(known)} rows of {Path(path).name} have no label and are left out")
    theirs = [place[ids[row]] for row in known]
    labels = parse_labels([features.field(fields.label)[row] for row in theirs], fields.label)
    series = series.take(known)
    if fields.storm:
        storms = [words_of(features.field(fields.storm)[row]) for row in theirs]
        if "" in storms:
            raise InputError(f"Field {fields.storm} is empty in {storms.count('')} rows; each has a storm")
        numbers = np.unique(np.array(storms), return_inverse=True)[1].astype(np.intp)
    else:
        ends = np.where(np.isnat(series.ends), samples.ends[theirs], series.ends)
        numbers = storms_by_day(ends)
    run = find_thresholds(series, labels, numbers, settings, progress)
    return run, tuple(ids[row] for row in known)
