"""Depth of failure: by physics, by the layer a model looks at, and as observed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import Band, RasterSink, RasterSource, require_on_grid
from ...io.table import csv_text
from ...io.vector import inside_points, to_crs
from ...progress import SILENT, Progress
from ...styles import codes
from ...types.arrays import Cells
from ...types.features import FeatureSet

STRIP_CELLS = 262_144
FEWEST = 5
NOT_VALIDATED = "not validated: no observed depths of failure"
CLASSES = codes("depth_agreement")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class DepthLayer:
    """A band with depths in metres."""

    source: RasterSource
    band: int = 0

    @property
    def layer_bottoms_m(self) -> tuple[float, ...]:
        """Lower faces of the soil layers, as the metadata of a model's depth tells them."""
        text = self.source.metadata.get("LAYER_BOTTOMS_M", "")
        try:
            return tuple(float(part) for part in text.split())
        except ValueError:
            return ()

    def depths_at(self, rows: Cells, cols: Cells) -> Floats:
        """Depths (n,) of cells; NaN where there is none."""
        return self.source.values_at(rows, cols, [self.band])[:, 0].astype(np.float64)


@dataclass(frozen=True)
class Score:
    """Predicted against observed depths.

    Attributes
    ----------
    count : int
        Landslides with both.
    bias_m, rmse_m, rank_correlation : float
        Of predicted minus observed; Spearman's. NaN with fewer than ``FEWEST`` landslides or without any spread.
    """

    count: int
    bias_m: float
    rmse_m: float
    rank_correlation: float

    @classmethod
    def of(cls, observed: Floats, predicted: Floats) -> Score:
        """Scores of depths (n,); those without a prediction are left out.

        >>> Score.of(np.arange(1.0, 7.0), np.arange(1.0, 7.0) ** 2).rank_correlation
        1.0
        """
        known = np.isfinite(observed) & np.isfinite(predicted)
        x, y = observed[known], predicted[known]
        if len(x) < FEWEST:
            return cls(len(x), np.nan, np.nan, np.nan)
        error = y - x
        rank = rank_correlation(x, y)
        return cls(len(x), float(error.mean()), float(np.sqrt((error**2).mean())), rank)

    def text(self) -> str:
        """One line.

        >>> Score.of(np.arange(6.0), np.arange(6.0) + 0.5).text()
        '6 landslides: RMSE 0.50 m, bias +0.50 m, rank correlation 1.00'
        """
        if not np.isfinite(self.rmse_m):
            return f"{self.count} landslides with a depth, too few to judge (at least {FEWEST})"
        return f"{self.count} landslides: RMSE {self.rmse_m:.2f} m, bias {self.bias_m:+.2f} m, " + (
            f"rank correlation {self.rank_correlation:.2f}"
            if np.isfinite(self.rank_correlation)
            else "all depths alike"
        )


def rank_correlation(x: Floats, y: Floats) -> float:
    """Spearman's (1904) correlation of two series, equal values sharing their rank; NaN if one never varies.

    >>> rank_correlation(np.array([1.0, 2.0, 3.0]), np.array([9.0, 4.0, 1.0]))
    -1.0
    """
    a, b = _ranks(x), _ranks(y)
    a, b = a - a.mean(), b - b.mean()
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float(round((a * b).sum() / size, 12)) if size > 0 else float("nan")


def _ranks(values: Floats) -> Floats:
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts).astype(np.float64)
    return np.asarray((last - (counts - 1) / 2.0)[place])


@dataclass(frozen=True)
class ObservedDepths:
    """Depths at landslides (n,); NaN where unknown."""

    names: tuple[str, ...]
    observed: Floats
    physical: Floats
    model: Optional[Floats]

    @property
    def scores(self) -> dict[str, Score]:
        """Scores of physics and, if there is one, of the model."""
        found = {"physics": Score.of(self.observed, self.physical)}
        return found if self.model is None else {**found, "model": Score.of(self.observed, self.model)}

    def table(self) -> str:
        """One row a landslide, as CSV; missing values are empty."""
        model = np.full(len(self.observed), np.nan) if self.model is None else self.model
        rows = [
            (name, *(f"{d:.6g}" if np.isfinite(d) else "" for d in depths))
            for name, *depths in zip(self.names, self.observed, self.physical, model)
        ]
        return csv_text([("landslide", "observed_m", "physical_m", "model_m"), *rows])


@dataclass(frozen=True)
class DepthComparison:
    """What was found: cells by class 1 to 3 (3,) if a model's depth was given, and the observed depths, if any."""

    cells: Optional[npt.NDArray[np.int64]]
    observed: Optional[ObservedDepths]

    def validation(self) -> dict[str, str]:
        """Metadata: the scores, or that there are none.

        >>> DepthComparison(None, None).validation()
        {'VALIDATION': 'not validated: no observed depths of failure'}
        """
        if self.observed is None:
            return {"VALIDATION": NOT_VALIDATED}
        return {f"VALIDATION_{k.upper()}": score.text() for k, score in self.observed.scores.items()}


def observed_depths(
    inventory: FeatureSet, depth_field: str, physical: DepthLayer, model: Optional[DepthLayer]
) -> ObservedDepths:
    """Observed depths of landslides and those of the maps at one point inside each.

    Raises
    ------
    InputError
        The field holds no depth, or a negative one.
    """
    grid = physical.source.grid
    values = [_number(value) for value in inventory.field(depth_field)]
    depths = np.array(values, dtype=np.float64)
    if not np.isfinite(depths).any():
        raise InputError(
            f"Field {depth_field} of {inventory.name} holds no number; depths in metres are needed"
        )
    if np.nanmin(depths) < 0:
        raise InputError(
            f"Field {depth_field} of {inventory.name} holds {np.nanmin(depths):g}; depths in metres, positive down"
        )
    xy, owner = inside_points(to_crs(inventory, grid.crs_wkt))
    cells = np.array([grid.cell_of(x, y) for x, y in xy], dtype=np.intp).reshape(-1, 2)
    chosen = np.isfinite(depths[owner]) & ((cells >= 0) & (cells < np.array(grid.shape))).all(axis=1)
    rows, cols = cells[chosen].T
    told = None if model is None else model.depths_at(rows, cols)
    names = tuple(str(i + 1) for i in owner[chosen])
    return ObservedDepths(names, depths[owner[chosen]], physical.depths_at(rows, cols), told)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


def compare_depths(
    physical: DepthLayer,
    model: Optional[DepthLayer],
    observed: Optional[ObservedDepths],
    target: Optional[str],
    progress: Progress = SILENT,
) -> DepthComparison:
    """Compare the physical depth with the layer that a model looks at, and write where they agree.

    They agree where the physical depth lies in the model's layer, its lower face included.

    Parameters
    ----------
    target : str, optional
        Raster of classes to write; needs ``model``.

    Raises
    ------
    InputError, GridMismatch
        A raster that is no map of the model's depth, or another grid.
    """
    if model is None:
        if target:
            raise InputError(
                "Where depths agree needs the raster of the depth the model looks at; give it too"
            )
        return DepthComparison(None, observed)
    grid, bottoms = physical.source.grid, model.layer_bottoms_m
    require_on_grid(grid, model.source)
    if len(bottoms) < 2:
        raise InputError(
            f"{model.source.name} does not tell the soil layers (metadata LAYER_BOTTOMS_M); give the output 'Depth "
            "the model looks at' of 'Map susceptibility/uncertainty'"
        )
    edges, counts = np.array(bottoms), np.zeros(len(CLASSES) + 1, np.int64)
    notes = DepthComparison(None, observed).validation()
    notes.update({k: v for k, v in model.source.metadata.items() if k in ("CAVEAT", "PROFILE_CAVEAT")})
    with ExitStack() as stack:
        bands = [
            Band("Agreement of depths", "", {"QUANTITY": "Model's layer against physical critical depth"})
        ]
        sink = None
        if target:
            sink = stack.enter_context(
                RasterSink(target, grid, bands, byte=True, metadata=notes, classes=CLASSES)
            )
        for strip in grid.strips(max(1, STRIP_CELLS // grid.cols)):
            deep, seen = (d.source.read(d.band, strip.start, strip.rows) for d in (physical, model))
            layers = [np.searchsorted(edges, np.nan_to_num(v) - 1e-6) for v in (deep, seen)]
            codes = np.select([layers[1] == layers[0], layers[1] < layers[0]], [1, 2], 3)
            codes = np.where(np.isfinite(deep) & np.isfinite(seen), codes, 0).astype(np.uint8)
            counts += np.bincount(codes.ravel(), minlength=len(counts))
            if sink is not None:
                sink.write(0, strip.start, codes)
            progress.step(strip.stop / grid.rows)
    return DepthComparison(counts[1:], observed)
