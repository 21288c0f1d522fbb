"""Statistics of the bands of a stack, and the JSON file beside it that tells what each band is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...io.raster.companions import is_own_record
from ...io.text import write_text
from ...terrain.settings import TerrainSettings
from ...types.arrays import Surface
from ...types.factors import FactorSpec

SCHEMA = 1


@dataclass
class Tally:
    """Statistics of a band, gathered strip by strip; with a set of codes, also the classes seen.

    More than ``most_codes`` different ones are no classes: ``codes`` is None then.

    Examples
    --------
    >>> tally = Tally()
    >>> tally.add(np.array([1.0, 3.0, np.nan], np.float32))
    >>> tally.cells, tally.mean, tally.deviation
    (2, 2.0, 1.0)
    """

    low: float = np.inf
    high: float = -np.inf
    cells: int = 0
    total: float = 0.0
    squares: float = 0.0
    codes: Optional[set[int]] = None
    most_codes: int = 1_000_000

    def add(self, values: Surface) -> None:
        """Take in the values of a strip; NaN is passed over."""
        finite = values[np.isfinite(values)].astype(np.float64)
        if finite.size == 0:
            return
        self.low, self.high = min(self.low, float(finite.min())), max(self.high, float(finite.max()))
        self.cells += finite.size
        self.total += float(finite.sum())
        self.squares += float(finite @ finite)
        if self.codes is not None:
            self.codes |= {int(code) for code in np.unique(finite)}
            self.codes = self.codes if len(self.codes) <= self.most_codes else None

    @property
    def mean(self) -> float:
        """Mean of the values."""
        return self.total / max(self.cells, 1)

    @property
    def deviation(self) -> float:
        """Standard deviation of the values."""
        return float(np.sqrt(max(self.squares / max(self.cells, 1) - self.mean**2, 0.0)))


def write_companion(
    stack_path: str,
    specs: Sequence[FactorSpec],
    tallies: Sequence[Tally],
    settings: TerrainSettings,
    layers: Sequence[Mapping[str, str]] = (),
) -> str:
    """Write ``<stack>.json`` and return its path; a file of that name that is not ours stays.

    It holds kind, unit, transform, classes and statistics of each band, and what was done to each layer given.
    """
    document = {
        "schema": SCHEMA,
        "stack": Path(stack_path).name,
        "settings": {key: _finite(value) for key, value in asdict(settings).items()},
        "factors": [
            _described(band, spec, tally) for band, (spec, tally) in enumerate(zip(specs, tallies), 1)
        ],
        "layers": [dict(layer) for layer in layers],
    }
    target = Path(stack_path).with_suffix(".json")
    if target.exists() and not is_own_record(target, target.with_suffix(Path(stack_path).suffix).name):
        return str(target)
    write_text(str(target), json.dumps(document, indent=1) + "\n")
    return str(target)


def _described(band: int, spec: FactorSpec, tally: Tally) -> dict[str, Any]:
    return {
        "band": band,
        "name": spec.name,
        "kind": spec.kind,
        "unit": spec.unit,
        "transform": spec.transform,
        "classes": {str(code): name for code, name in sorted((spec.categories or {}).items())},
        **({"codes": sorted(tally.codes or ())} if spec.kind == "categorical" else {}),
        "cells": tally.cells,
        "minimum": tally.low,
        "maximum": tally.high,
        "mean": tally.mean,
        "standard_deviation": tally.deviation,
    }


def _finite(value: Any) -> Any:
    """The value, or None for a number that JSON has no word for."""
    return None if isinstance(value, float) and not np.isfinite(value) else value
