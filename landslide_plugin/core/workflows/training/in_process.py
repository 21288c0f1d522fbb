"""A training job for this very process, where all that it needs is NumPy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from .request import TrainingRun


def job_in(folder: str, run: TrainingRun) -> dict[str, Any]:
    """The job of a run, its arrays written into a folder as the modelling process finds them."""
    for name, values in run.arrays.items():
        np.save(Path(folder) / f"{name}.npy", values)
    return {**run.job, "folder": folder}
