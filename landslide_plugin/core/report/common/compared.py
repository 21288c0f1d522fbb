"""Models of other bundles, scored beside the one that a report is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ...evaluation.verdicts import paired_figures

PAIR = "_minus_"


def with_compared(
    metrics: Mapping[str, Any], methods: Sequence[Mapping[str, Any]], family: str
) -> dict[str, Any]:
    """Scores and curves of a bundle, and with them those of the models compared that it does not hold itself.

    Parameters
    ----------
    metrics : mapping
        ``metrics.json`` of the bundle.
    methods : sequence of mapping
        Rows of ``Evidence.methods``; ``scored_as``, ``scores``, ``curves_stored`` and ``same_samples`` where they are
        told. Without them a row adds nothing.
    family : str
        Key of the bundle's own model; it is paired with each that was scored on the same folds.

    Examples
    --------
    >>> own = {"models": {"stack": {"spatial": {"auroc_mean": 0.8}}}}
    >>> row = {"scored_as": "forest", "scores": {"spatial": {"auroc_mean": 0.7}}}
    >>> sorted(with_compared(own, [row], "stack")["models"])
    ['forest', 'stack']
    """
    models, curves = dict(metrics["models"]), dict(metrics.get("curves") or {})
    pairs = dict(metrics.get("paired") or {})
    for row in methods:
        key = row.get("scored_as")
        if not key or key in models or not row.get("scores"):
            continue
        models[key] = row["scores"]
        if row.get("curves_stored"):
            curves[key] = row["curves_stored"]
        if row.get("same_samples"):
            pairs.update(_paired(metrics, family, key, row["scores"]))
    return {**metrics, "models": models, "curves": curves, "paired": pairs}


def _paired(
    metrics: Mapping[str, Any], family: str, key: str, scores: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """The own model minus another over the folds that both have, from the first repeat on; nothing without two."""
    own = (metrics["models"].get(family) or {}).get("spatial") or {}
    one, other = own.get("auroc_folds") or [], (scores.get("spatial") or {}).get("auroc_folds") or []
    both = [a - b for a, b in zip(one, other)]
    if len(both) < 2:
        return {}
    weights = None
    if own.get("fold_weights") is not None:
        weights = np.asarray(own["fold_weights"][: len(both)], dtype=np.float64)
        weights /= weights.sum()
    return {
        f"{family}{PAIR}{key}": paired_figures(both, 1.0 / float(metrics["validation"]["folds"]), weights)
    }
