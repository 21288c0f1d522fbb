"""How the probability answers to each factor, for the model and for every family in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.factors import FactorSpec
from ..bundle.bundle import ModelBundle
from ..families.pool import Pool
from .response import CellInputs

Floats = npt.NDArray[np.float64]
VALUES = 41
CELLS = 80
BEYOND = 0.1
"""How far curves go on beyond the training values, in their range: what lies there is no knowledge."""
DEGREES = 10.0
RUG = 60


def response_curves(bundle: ModelBundle, cells: CellInputs, labels: npt.NDArray[Any]) -> list[dict[str, Any]]:
    """Partial dependence (Friedman 2001) of the probability in the reference scenario on each factor.

    Each value in turn is put into stable samples, which stand for the ground; a member's curve is the mean over
    them. All other inputs keep the values they have together with that ground, so a curve of factors that go together
    is also an answer at places that do not exist.

    Parameters
    ----------
    bundle : ModelBundle
    cells : CellInputs
        Samples of the training.
    labels : array (n,)

    Returns
    -------
    list of dict
        A row a factor: ``factor``, ``kind``, ``unit``, ``values``, ``names`` (of codes, else empty), ``low`` and
        ``high`` of the training values (None for codes and angles), ``models`` (``family``, ``median``, ``lowest``
        and ``highest`` over its members, one value each; the whole model first, families as they are before the
        pool is calibrated), and ``landslides`` and ``stable``, values of samples.
    """
    usable = np.isfinite(cells.static).all(axis=1)
    stable = usable & (labels <= 0)
    soil = None if cells.profile is None else cells.profile[stable]
    ground = CellInputs(cells.static[stable], soil).thinned(CELLS)
    models = [bundle, *_families(bundle)]
    rows = []
    for column, spec in enumerate(bundle.factors):
        seen = cells.static[usable, column].astype(np.float64)
        values = _values(bundle, column, seen)
        plain = spec.kind == "continuous"
        rows.append(
            {
                "factor": spec.name,
                "kind": spec.kind,
                "unit": spec.unit,
                "values": [float(value) for value in values],
                "names": _names(spec, values),
                "low": float(seen.min()) if plain else None,
                "high": float(seen.max()) if plain else None,
                "models": [_curve(model, ground, column, values) for model in models],
                "landslides": _rug(seen[labels[usable] > 0]),
                "stable": _rug(seen[labels[usable] <= 0]),
            }
        )
    return rows


def _families(bundle: ModelBundle) -> list[ModelBundle]:
    """A model of each family that votes, as it is before the pool is calibrated."""
    if not isinstance(bundle.ensemble, Pool):
        return []
    parts = bundle.ensemble.parts
    return [replace(bundle, ensemble=part.model, calibration=None, family=part.family) for part in parts]


def _values(bundle: ModelBundle, column: int, seen: Floats) -> Floats:
    code = bundle.ensemble.encoder.factors[column]
    if code.spec.kind == "categorical":
        return np.array(code.codes, dtype=np.float64)
    if code.spec.kind == "circular":
        return np.arange(0.0, 360.0 + DEGREES / 2.0, DEGREES)
    low, high = float(seen.min()), float(seen.max())
    if code.spec.transform != "none" and low >= 0:
        # Even steps of the logarithm, which is what the model sees; below the lowest value lie tenths of it.
        start = max(low, code.floor, 1e-3 * max(high, 1e-9)) if code.spec.transform == "log10" else low + 1.0
        stop = high if code.spec.transform == "log10" else high + 1.0
        reach = BEYOND * np.log(stop / start)
        steps = np.exp(np.linspace(np.log(start) - reach, np.log(stop) + reach, VALUES))
        return np.asarray(steps if code.spec.transform == "log10" else np.maximum(steps - 1.0, 0.0))
    reach = BEYOND * (high - low)
    return np.linspace(low - reach, high + reach, VALUES)


def _names(spec: FactorSpec, values: Floats) -> list[str]:
    if spec.kind != "categorical":
        return []
    return [str((spec.categories or {}).get(int(value), int(value))) for value in values]


def _curve(model: ModelBundle, ground: CellInputs, column: int, values: Floats) -> dict[str, Any]:
    """Median, lowest and highest member of the mean probability over the ground at each value."""
    count = len(ground)
    static = np.tile(ground.static, (len(values), 1))
    static[:, column] = np.repeat(values.astype(np.float32), count)
    profile = None if ground.profile is None else np.tile(ground.profile, (len(values), 1, 1))
    rain = model.scenarios.values[model.reference_index][None] if model.scenarios else None
    members = model.predict(static, profile, rain).probability[:, :, 0].astype(np.float64)
    curves = members.reshape(len(members), len(values), count).mean(axis=2)
    weights = np.ones(len(curves)) if model.member_weights is None else model.member_weights
    curves, weights = curves[weights > 0], weights[weights > 0]
    return {
        "family": model.family,
        "members": len(curves),
        "median": _weighted_median(curves, weights).tolist(),
        "lowest": curves.min(axis=0).tolist(),
        "highest": curves.max(axis=0).tolist(),
    }


def _weighted_median(curves: Floats, weights: Floats) -> Floats:
    """Middle (k,) of curves (members, k): the mean of the two middle ones where they part the weight evenly.

    >>> _weighted_median(np.array([[0.1], [0.2], [0.9]]), np.ones(3)).tolist()
    [0.2]
    >>> _weighted_median(np.array([[0.25], [0.75]]), np.ones(2)).tolist()
    [0.5]
    """
    order = np.argsort(curves, axis=0, kind="stable")
    rising = np.take_along_axis(curves, order, axis=0)
    share = np.cumsum(weights[order], axis=0) / weights.sum()
    lower = (share >= 0.5 - 1e-9).argmax(axis=0)
    upper = (share > 0.5 + 1e-9).argmax(axis=0)
    columns = np.arange(curves.shape[1])
    return np.asarray((rising[lower, columns] + rising[upper, columns]) / 2.0)


def _rug(values: Floats) -> list[float]:
    """At most ``RUG`` values, evenly along their order."""
    rising = np.sort(values)
    places = np.unique(np.linspace(0, len(rising) - 1, min(RUG, len(rising))).round().astype(int))
    return [float(value) for value in rising[places]] if len(rising) else []
