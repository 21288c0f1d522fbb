"""Train a bivariate model in this very process: what it needs is NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...io.table import csv_text
from ...model.bivariate.table import COLUMNS
from ...progress import Progress
from ...worker.tasks import train
from ...writing.temporary import temporary_folder
from .area import AreaCounter
from .in_process import job_in
from .request import TrainingRequest, TrainingRun, open_factors, prepare

FAMILY = "bivariate"


@dataclass(frozen=True)
class BivariateRun:
    """A run that is done.

    Attributes
    ----------
    training : TrainingRun
        Its samples and where they lie.
    result : mapping
        As of ``train.run``.
    """

    training: TrainingRun
    result: Mapping[str, Any]


def train_bivariate(request: TrainingRequest, bundle: str, progress: Progress) -> BivariateRun:
    """Judge, fit and store a bivariate model.

    Parameters
    ----------
    request : TrainingRequest
        With ``count_area`` every cell of the area is counted; else stable samples stand for it.
    bundle : str
        Folder to write.
    progress : Progress

    Raises
    ------
    LandslideError
        Unusable rasters, inventory or settings; no bundle is written then, nor when cancelled.
    """
    run = prepare(request, progress)
    with temporary_folder() as folder:
        job = {**job_in(folder, run), "families": [FAMILY], "bundle": bundle}
        if request.count_area and run.samples.domain is not None:
            opened = partial(open_factors, request)
            job["area_counter"] = AreaCounter(opened, run.samples.domain, progress)
        return BivariateRun(run, train.run(job, progress.part(0.1, 0.95)))


def density_csv(scores: Mapping[str, Any]) -> str:
    """The density table of a bundle's scores as CSV, a row a class, to nine digits (all that a factor has).

    >>> row = {**dict.fromkeys(COLUMNS), "factor": "slope", "upper": 22.869199752807617, "landslides": 3.0}
    >>> density_csv({"bivariate": {"table": [row]}}).splitlines()[1][:27]
    'slope,,,22.8691998,,,3,,,,,'
    """
    rows = scores["bivariate"]["table"]
    return csv_text([COLUMNS, *([_plain(row[name]) for name in COLUMNS] for row in rows)])


def _plain(value: Any) -> Any:
    return f"{value:.9g}" if isinstance(value, float) else value
