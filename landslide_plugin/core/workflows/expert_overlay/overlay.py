"""Scores of each factor, put together to an index of expert judgement, strip by strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.raster import Band, RasterSink, bounded_cache
from ...io.table import read_rows
from ...progress import SILENT, Progress
from ...types.factors import FactorSpec
from ..mapping.plan import look_cache_mib
from .pairwise import Weights

Floats = npt.NDArray[np.float64]
METHODS = ("weighted_sum", "fuzzy_and", "fuzzy_or", "fuzzy_product", "fuzzy_sum", "fuzzy_gamma")
STRIP_CELLS = 262_144
MEMORY_MIB = 2048.0
"""Of which GDAL's cache takes a part at most."""
STANDING = "expert judgement, not validated"
COLUMNS = ("factor", "value", "score")


@dataclass(frozen=True)
class Scores:
    """Score from 0 to 1 of each value of a factor.

    Attributes
    ----------
    values, scores : float64 array (k,)
        Of a categorical factor its codes; else knots that rise, between which the score is linear and beyond which it
        stays. A value that stands twice makes a step.

    Examples
    --------
    >>> Scores(np.array([10.0, 30.0]), np.array([0.0, 1.0])).of(np.array([0.0, 20.0, 40.0]), False).tolist()
    [0.0, 0.5, 1.0]
    >>> Scores(np.array([3.0, 7.0]), np.array([0.2, 0.9])).of(np.array([7.0, 5.0]), True).tolist()
    [0.9, nan]
    """

    values: Floats
    scores: Floats

    def of(self, values: npt.NDArray[Any], categorical: bool) -> Floats:
        """Scores (n,); NaN where a code has none."""
        if not categorical:
            return np.asarray(np.interp(values, self.values, self.scores))
        order = np.argsort(self.values)
        place = np.clip(np.searchsorted(self.values[order], values), 0, len(order) - 1)
        found = self.scores[order][place]
        return np.where(self.values[order][place] == values, found, np.nan)


def read_scores(path: str) -> dict[str, Scores]:
    """Scores by factor of a table with the columns factor, value, score.

    Raises
    ------
    InputError
        Another table, scores outside 0 to 1, or values that do not rise.
    """
    rows, name = read_rows(path, "Table of scores"), Path(path).name
    if not rows or any(column not in rows[0] for column in COLUMNS):
        raise InputError(f"{name} needs the columns {', '.join(COLUMNS)}")
    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        try:
            pair = float(row["value"]), float(row["score"])
        except ValueError:
            raise InputError(
                f"{name}: {row['factor']} has {row['value']!r} and {row['score']!r}, no numbers"
            ) from None
        if not 0.0 <= pair[1] <= 1.0:
            said = f"{name}: the score of {row['factor']} at {row['value']} is {row['score']}"
            raise InputError(f"{said}; allowed: 0 to 1")
        found.setdefault(row["factor"], []).append(pair)
    return {factor: Scores(*np.array(pairs, dtype=np.float64).T) for factor, pairs in found.items()}


def together(scores: Floats, weights: Floats, method: str, gamma: float = 0.9) -> Floats:
    """Index (n,) of scores (factors, n); weights count in the weighted sum alone.

    Fuzzy operators after Zimmermann and Zysno (1980) and Bonham-Carter (1994, chapter 9).

    Examples
    --------
    >>> two = np.array([[0.5], [0.8]])
    >>> [round(float(together(two, np.array([0.75, 0.25]), method)[0]), 4) for method in METHODS]
    [0.575, 0.5, 0.8, 0.4, 0.9, 0.8299]
    """
    if method == "weighted_sum":
        total = weights[0] * scores[0]
        for weight, row in zip(weights[1:], scores[1:]):
            total = total + weight * row
        return np.asarray(total)
    if method == "fuzzy_and":
        return np.asarray(np.minimum.reduce(scores))
    if method == "fuzzy_or":
        return np.asarray(np.maximum.reduce(scores))
    product, rest = np.multiply.reduce(scores), 1.0 - np.multiply.reduce(1.0 - scores)
    if method == "fuzzy_product":
        return np.asarray(product)
    return np.asarray(rest if method == "fuzzy_sum" else rest**gamma * product ** (1.0 - gamma))


@dataclass(frozen=True)
class Overlay:
    """How factors make an index.

    Attributes
    ----------
    scores : mapping of str to Scores
    weights : Weights
    method : str
    gamma : float
    """

    scores: Mapping[str, Scores]
    weights: Weights
    method: str
    gamma: float = 0.9

    def write(self, factors: FactorSources, target: str, progress: Progress = SILENT) -> dict[str, int]:
        """Write the index; how many cells each factor had a code in that no score speaks of.

        Raises
        ------
        InputError
            A factor that no raster holds, knots that do not rise, a mark of no-data that is not declared, or no cell
            with all factors.
        """
        specs = self._specs(factors.specs)
        look, weights = factors.look(specs), self.weights.of([spec.name for spec in specs])
        unscored, cells = dict.fromkeys((spec.name for spec in specs), 0), 0
        metadata = {"QUANTITY": "expert index", "STANDING": STANDING, "METHOD": self.method}
        band = Band(f"Index ({STANDING})", "", {"QUANTITY": "expert index"})
        cache = look_cache_mib(MEMORY_MIB, 2 * (factors.block_bytes(factors.grid.cols) + 4 * STRIP_CELLS))
        with bounded_cache(cache), RasterSink(target, factors.grid, [band], metadata=metadata) as sink:
            for strip in factors.grid.strips_of(STRIP_CELLS):
                values = factors.read(specs, strip).values
                look.take(values)
                out = np.full(values.shape[1:], np.nan, np.float32)
                known = np.isfinite(values).all(axis=0)
                scored = np.empty((len(specs), int(known.sum())))
                for number, spec in enumerate(specs):
                    own = self.scores[spec.name].of(values[number][known], spec.kind == "categorical")
                    unscored[spec.name] += int(np.isnan(own).sum())
                    scored[number] = own
                out[known] = together(scored, weights, self.method, self.gamma)
                cells += int(np.isfinite(out).sum())
                sink.write(0, strip.start, out)
                progress.step(strip.stop / factors.grid.rows)
            look.require_declared()
            if not cells:
                raise InputError("No cell has a value and a score of every factor; check no-data and codes")
        return {name: count for name, count in unscored.items() if count}

    def _specs(self, specs: Sequence[FactorSpec]) -> list[FactorSpec]:
        known = {spec.name: spec for spec in specs}
        missing = [name for name in self.scores if name not in known]
        if missing:
            raise InputError(
                f"Scores are given of {', '.join(missing)}, which no raster holds; there are {', '.join(known)}"
            )
        chosen = [known[name] for name in self.scores]
        for spec in chosen:
            if spec.kind != "categorical" and (np.diff(self.scores[spec.name].values) < 0).any():
                raise InputError(
                    f"Values of {spec.name} in the table of scores do not rise; write the lowest first"
                )
        return chosen
