"""A training job for this very process, where all that it needs is NumPy."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt


class Runnable(Protocol):
    """A run that is prepared: its job as plain values, and its arrays."""

    @property
    def job(self) -> dict[str, Any]:
        """Plain values."""

    @property
    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """By name."""


def job_in(folder: str, run: Runnable) -> dict[str, Any]:
    """The job of a run, its arrays written into a folder as the modelling process finds them."""
    for name, values in run.arrays.items():
        np.save(Path(folder) / f"{name}.npy", values)
    return {**run.job, "folder": folder}
