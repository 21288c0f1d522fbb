"""The worker's task ``figures``: charts of a trained model as PNG files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...progress import Progress
from ...report.common import charts
from ...report.common.model_record import ModelRecord
from ...writing.folders import filled_folder
from .report import write_whole

FIGURES: Mapping[str, Callable[[ModelRecord], bytes]] = {
    "fold_scores": charts.fold_scores,
    "roc": charts.roc,
    "success_and_prediction_rate": charts.rates,
    "coefficients": lambda model: charts.coefficient_bars(model.single_coefficients),
}
FILES = tuple(f"{name}.png" for name in FIGURES)


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Write the figures.

    Parameters
    ----------
    job : mapping
        ``record`` and ``metrics`` of the bundle, ``figures`` (folder to write to, made if need be).
    progress : Progress

    Returns
    -------
    dict
        ``files``: the paths written; no chart of coefficients for a model without a linear part.

    Raises
    ------
    BundleError, InputError
        The bundle lacks its scores, or the folder cannot be written.
    """
    model, folder = ModelRecord(job["record"], job["metrics"]), Path(job["figures"])
    wanted = [name for name in FIGURES if name != "coefficients" or model.single_coefficients]
    try:
        with filled_folder(folder, FILES) as new:
            for done, name in enumerate(wanted):
                write_whole(str(new / f"{name}.png"), FIGURES[name](model))
                progress.step((done + 1) / len(wanted))
    except OSError as error:
        raise InputError(f"Folder {folder} cannot be made: {error.strerror}; choose another one") from None
    return {"files": [str(folder / f"{name}.png") for name in wanted]}
