"""The worker's task ``figures``: charts of a trained model as PNG files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...progress import Progress
from ...report.common import charts
from ...report.common.model_record import ModelRecord
from .report import write_whole

FIGURES: Mapping[str, Callable[[ModelRecord], bytes]] = {
    "fold_scores": charts.fold_scores,
    "roc": charts.roc,
    "success_and_prediction_rate": charts.rates,
    "coefficients": lambda model: charts.coefficient_bars(model.coefficients),
}


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Folder {folder} cannot be made: {error.strerror}; choose another one") from None
    wanted = [name for name in FIGURES if name != "coefficients" or model.coefficients]
    files = []
    for done, name in enumerate(wanted):
        path = folder / f"{name}.png"
        write_whole(str(path), FIGURES[name](model))
        files.append(str(path))
        progress.step((done + 1) / len(wanted))
    return {"files": files}
