"""What maps of events tell beside P: the rain that the training knew, class limits, and unseen events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import landslide_share_cuts
from ...triggers.rain_sums import rain_sums
from .samples import EventSamples

Floats = npt.NDArray[np.float64]


def map_facts(samples: EventSamples, held_out: Floats) -> dict[str, Any]:
    """Facts of a model, as plain values.

    Parameters
    ----------
    samples : EventSamples
        Those of the training.
    held_out : float64 array (n,)
        P by models that had not seen a sample's storm; NaN where there is none.

    Returns
    -------
    dict
        ``largest_mm``, the largest of each sum of rain; ``class_cuts``, limits of five classes by shares of the
        held-out landslides, empty with fewer than five of these; ``held_out``, probability, label and weight of each
        sample that has one.
    """
    names, sums = rain_sums(samples.rows.rain_mm, samples.rain.step_h)
    known = np.isfinite(held_out)
    slid = samples.labels[known] > 0
    told: Mapping[str, Any] = {
        "probability": [float(f"{p:.7g}") for p in held_out[known].tolist()],
        "landslide": slid.astype(int).tolist(),
        "weight": [float(f"{weight:.6g}") for weight in samples.weights[known].tolist()],
    }
    try:
        cuts = [float(cut) for cut in landslide_share_cuts(held_out[known][slid])]
    except InputError:
        cuts = []
    largest = {name: float(np.nanmax(column)) for name, column in zip(names, sums.T)}
    return {"largest_mm": largest, "class_cuts": cuts, "held_out": dict(told)}
