"""What a trained model listens to: reliance on inputs, saliency of soil layers, response to triggers.

All figures describe the model, not the ground, and are computed with the forward that maps are made with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..bundle.bundle import ModelBundle
from ..inference import sums

Floats = npt.NDArray[np.float32]
SHUFFLES = 3
MOST_CELLS = 400
SALIENT_CELLS = 120
STEP = 0.5
"""Standard deviations to either side for a slope of the probability."""


@dataclass(frozen=True)
class CellInputs:
    """Inputs of cells: raw factors (n, factors) and soil profiles (n, layers, properties) or None."""

    static: Floats
    profile: Optional[Floats]

    def __len__(self) -> int:
        return len(self.static)

    def thinned(self, most: int) -> CellInputs:
        """At most ``most`` cells, evenly over all."""
        rows = np.unique(np.linspace(0, len(self) - 1, min(most, len(self))).round().astype(int))
        return CellInputs(self.static[rows], None if self.profile is None else self.profile[rows])


def mean_probability(bundle: ModelBundle, cells: CellInputs) -> npt.NDArray[np.float64]:
    """Mean over members (n, scenarios) with the scenarios of the training."""
    return sums.mean(_members(bundle, cells), np.float64, bundle.member_weights)


def _members(bundle: ModelBundle, cells: CellInputs, triggers: Optional[npt.NDArray[Any]] = None) -> Floats:
    rain = bundle.scenarios.values if bundle.scenarios else None
    return bundle.predict(cells.static, cells.profile, rain if triggers is None else triggers).probability


def reliance(bundle: ModelBundle, cells: CellInputs, seed: int = 0) -> list[dict[str, Any]]:
    """How much the probability moves when one input is shuffled among the cells.

    Returns
    -------
    list of dict
        A row an input: ``kind`` (factor, layer or property), ``name``, ``change`` (mean absolute change
        of the probability, a value a scenario) and ``sd`` (over shuffles, of the reference scenario).
        A layer is shuffled with all its properties, a property in all its layers.
    """
    cells = cells.thinned(MOST_CELLS)
    before = mean_probability(bundle, cells)
    rng = np.random.default_rng(seed)
    rows = []
    for kind, name, shuffled in _shuffles(bundle, cells):
        changes = np.stack(
            [
                np.abs(mean_probability(bundle, shuffled(cells, rng.permutation(len(cells)))) - before).mean(
                    axis=0
                )
                for _ in range(SHUFFLES)
            ]
        )
        spread = float(changes[:, bundle.reference_index].std(ddof=1))
        rows.append({"kind": kind, "name": name, "change": changes.mean(axis=0).tolist(), "sd": spread})
    return rows


def _shuffles(bundle: ModelBundle, cells: CellInputs) -> Iterator[tuple[str, str, Any]]:
    def factor(column: int) -> Any:
        def shuffled(given: CellInputs, order: npt.NDArray[np.intp]) -> CellInputs:
            static = given.static.copy()
            static[:, column] = static[order, column]
            return replace(given, static=static)

        return shuffled

    def soil(layers: Any, properties: Any) -> Any:
        def shuffled(given: CellInputs, order: npt.NDArray[np.intp]) -> CellInputs:
            if given.profile is None:
                return given
            profile = given.profile.copy()
            profile[:, layers, properties] = profile[order][:, layers, properties]
            return replace(given, profile=profile)

        return shuffled

    for column, spec in enumerate(bundle.factors):
        yield "factor", spec.name, factor(column)
    if bundle.profile is None or cells.profile is None:
        return
    for layer, name in enumerate(layer_names(bundle.profile.layer_bottoms_m)):
        yield "layer", name, soil(layer, slice(None))
    for column, name in enumerate(bundle.profile.properties):
        yield "property", name, soil(slice(None), column)


def layer_names(bottoms_m: tuple[float, ...]) -> list[str]:
    """Depth of each layer in words.

    >>> layer_names((0.5, 2.0))
    ['0-0.5 m', '0.5-2 m']
    """
    return [f"{top:g}-{bottom:g} m" for top, bottom in zip((0.0, *bottoms_m), bottoms_m)]


def saliency(bundle: ModelBundle, cells: CellInputs) -> Optional[dict[str, Any]]:
    """How steeply the probability answers to each soil layer in each scenario.

    Returns
    -------
    dict or None
        ``mean`` and ``sd`` over members (scenarios, layers) of the mean absolute change of probability per
        standard deviation of a soil property, over cells and properties; ``layers`` and ``scenarios`` name
        both axes. None without a soil profile.
    """
    scaler = bundle.ensemble.profile_scaler
    if bundle.profile is None or cells.profile is None or scaler is None:
        return None
    cells = cells.thinned(SALIENT_CELLS)
    layers, properties = bundle.profile.shape
    slopes = np.zeros((bundle.members, len(bundle.output_names), layers))
    varied = [p for p in range(properties) if scaler.deviations[p] > 0]
    for layer in range(layers):
        for column in varied:
            ends = []
            for side in (-STEP, STEP):
                profile = np.array(cells.profile, np.float32)
                profile[:, layer, column] += side * scaler.deviations[column]
                ends.append(_members(bundle, replace(cells, profile=profile)).astype(np.float64))
            slope = np.abs(ends[1] - ends[0]) / (2 * STEP)
            slopes[:, :, layer] += slope.mean(axis=1) / max(len(varied), 1)
    spread = slopes.std(axis=0, ddof=1) if len(slopes) > 1 else np.zeros(slopes.shape[1:])
    return {
        "mean": slopes.mean(axis=0).tolist(),
        "sd": spread.tolist(),
        "members": len(slopes),
        "layers": layer_names(bundle.profile.layer_bottoms_m),
        "bottoms_m": list(bundle.profile.layer_bottoms_m),
        "scenarios": list(bundle.output_names),
    }


def trigger_response(bundle: ModelBundle, cells: CellInputs) -> list[dict[str, Any]]:
    """Change of the mean probability when one trigger goes from its lowest to its highest value in training.

    The other triggers keep the values of the reference scenario. Empty without scenarios.
    """
    rain = bundle.scenarios
    if rain is None:
        return []
    cells = cells.thinned(MOST_CELLS)
    rows = []
    for column, name in enumerate(rain.columns):
        steps = np.repeat(rain.values[bundle.reference_index][None], 2, axis=0)
        steps[:, column] = [edge[column] for edge in bundle.trigger_range]
        members = _members(bundle, cells, steps).mean(axis=1, dtype=np.float64)
        rise = members[:, 1] - members[:, 0]
        weights = bundle.member_weights
        spread = float(rise.std(ddof=1)) if len(rise) > 1 else 0.0
        rows.append(
            {
                "name": name,
                "low": float(steps[0, column]),
                "high": float(steps[1, column]),
                "change": float(sums.mean(rise, weights=weights)),
                "sd": spread if weights is None else float(sums.deviation(rise, weights)),
            }
        )
    return rows


def typical_curves(
    bundle: ModelBundle, cells: CellInputs, xy: npt.NDArray[Any], fs: Optional[Floats] = None
) -> list[dict[str, Any]]:
    """Probability over the return period of one cell a class: the one whose probability is the median of its class.

    Empty with fewer than two scenarios.
    """
    from ...evaluation.classes import class_style, classify

    if bundle.scenarios is None or len(bundle.output_names) < 2:
        return []
    members = _members(bundle, cells).astype(np.float64)
    mean = sums.mean(members, weights=bundle.member_weights)
    here = mean[:, bundle.reference_index]
    classes = classify(here, bundle.class_cuts)
    rows = []
    for number, name in enumerate(class_style().names, start=1):
        inside = np.flatnonzero(classes == number)
        if not len(inside):
            continue
        cell = inside[np.argsort(here[inside])[len(inside) // 2]]
        rows.append(
            {
                "class": number,
                "name": name,
                "x": float(xy[cell, 0]),
                "y": float(xy[cell, 1]),
                "probability": mean[cell].tolist(),
                "low": members[:, cell].min(axis=0).tolist(),
                "high": members[:, cell].max(axis=0).tolist(),
                "fs": None if fs is None else [float(v) if np.isfinite(v) else None for v in fs[cell]],
            }
        )
    return rows
