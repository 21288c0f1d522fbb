"""Error of held-out predictions against their distance from the training, beside the distances of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....evaluation.metrics import auroc
from ....samples.folding.matched import map_distances
from ...fitting.data import TrainingData
from ...fitting.row_weights import row_weights
from ..partitions import Partition
from ..votes import row_losses

Floats = npt.NDArray[np.float64]
BINS = 5


def error_by_distance(
    labels: npt.NDArray[np.int8],
    p: Floats,
    distance: Floats,
    of_map: Optional[Floats] = None,
    weights: Optional[Floats] = None,
) -> list[dict[str, Any]]:
    """Scores of held-out probabilities in fifths of their distance, and the share of the map at these distances.

    Parameters
    ----------
    labels : int8 array (n,)
    p, distance : float64 arrays (n,)
        Held-out probability, and metres to the nearest training sample; NaN where there is none.
    of_map : float64 array (m,), optional
        Metres from places of the map to the nearest sample.
    weights : float64 array (n,), optional
        What each row weighs in log loss and Brier score; alike if not given.

    Returns
    -------
    list of dict
        ``from_m``, ``to_m``, ``samples``, ``landslides``, ``log_loss``, ``brier``, ``auroc`` (None with one class)
        and ``map_share`` (None without ``of_map``). The last row is what lies farther than any held-out sample:
        its ``to_m`` and scores are None.

    Examples
    --------
    >>> y, p = np.array([1, 0, 1, 0], np.int8), np.array([1.0, 0.0, 0.5, 0.5])
    >>> rows = error_by_distance(y, p, np.array([1.0, 2.0, 8.0, 9.0]), np.array([1.0, 2.0, 3.0, 10.0]))
    >>> rows[0]["brier"], rows[-2]["brier"], rows[-1]["map_share"]
    (0.0, 0.25, 0.25)
    """
    known = np.isfinite(p) & np.isfinite(distance)
    if not known.any():
        return []
    y, p, distance = labels[known], p[known], distance[known]
    weight = np.ones(len(y)) if weights is None else weights[known]
    last = -(-np.arange(1, BINS + 1) * len(distance) // BINS) - 1
    edges = np.unique(np.sort(distance)[last])
    losses, squares = row_losses(y, p), (p - (y > 0)) ** 2
    place = np.searchsorted(edges, distance)
    near = None if of_map is None else np.searchsorted(edges, of_map)
    rows = []
    for number in range(len(edges) + 1):
        here = place == number
        both = len(np.unique(y[here])) == 2
        rows.append(
            {
                "from_m": float(edges[number - 1]) if number else 0.0,
                "to_m": float(edges[number]) if number < len(edges) else None,
                "samples": int(here.sum()),
                "landslides": int((y[here] > 0).sum()),
                "log_loss": float(np.average(losses[here], weights=weight[here])) if here.any() else None,
                "brier": float(np.average(squares[here], weights=weight[here])) if here.any() else None,
                "auroc": float(auroc(y[here], p[here])) if both else None,
                "map_share": None if near is None else float((near == number).mean()),
            }
        )
    return rows


def distance_figures(data: TrainingData, part: Partition, p: Floats) -> list[dict[str, Any]]:
    """``error_by_distance`` of the held-out probabilities (n,) of a repeat."""
    of_map = None if data.map_xy is None else map_distances(data.xy, data.map_xy)
    return error_by_distance(data.labels, p, part.distances(data.xy), of_map, row_weights(data))


def distance_words(rows: Sequence[dict[str, Any]]) -> list[str]:
    """A sentence, where a tenth of the map or more lies farther off than anything that was held out.

    >>> distance_words([{"from_m": 900.0, "map_share": 0.25}])[0]
    '25 % of the map lies farther from the samples (over 900 m) than any held-out sample lay: no score speaks of it'
    """
    if not rows or (rows[-1]["map_share"] or 0.0) < 0.1:
        return []
    share, reach = rows[-1]["map_share"], rows[-1]["from_m"]
    return [
        f"{100 * share:.0f} % of the map lies farther from the samples (over {reach:.3g} m) than any held-out sample "
        "lay: no score speaks of it"
    ]
