"""What a bundle keeps of its samples, so that a report can be drawn long after the training."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.evidence import HELD_OUT
from ..fitting.data import TrainingData
from ..validation.partitions import Partition

Rows = npt.NDArray[Any]
MOST_SAMPLES = 20_000


def evaluation_arrays(
    data: TrainingData,
    partition: Partition,
    held_out: Mapping[str, npt.NDArray[np.float64]],
    mapped: npt.NDArray[np.float64],
) -> dict[str, Rows]:
    """Samples with their fold and held-out probabilities, every k-th if there are more than 20,000.

    Parameters
    ----------
    data : TrainingData
    partition : Partition
        Folds of the first repeat.
    held_out : mapping of str to float64 array (n,)
        Out-of-fold probability of each model, on the scale of the samples; NaN where there is none.
    mapped : float64 array (n,)
        That of the bundle's own model, on the scale of the map.

    Returns
    -------
    dict
        ``labels``, ``xy``, ``folds``, ``static``, ``held_out_mapped``, ``held_out/<model>`` and, where
        known, ``profile``, ``prior_fs`` and ``prior_pf``.
    """
    rows = np.arange(0, len(data.labels), -(-len(data.labels) // MOST_SAMPLES))
    cells = data.cells.take(rows)
    arrays: dict[str, Rows] = {
        "labels": data.labels[rows].astype(np.int8),
        "xy": data.xy[rows].astype(np.float64),
        "folds": partition.folds[rows].astype(np.int16),
        "static": cells.static,
        "held_out_mapped": mapped[rows].astype(np.float32),
    }
    for name, values in (
        ("profile", cells.profile),
        ("prior_fs", cells.prior_fs),
        ("prior_pf", cells.prior_pf),
    ):
        if values is not None:
            arrays[name] = values
    for name, p in held_out.items():
        arrays[HELD_OUT + name] = p[rows].astype(np.float32)
    return arrays
