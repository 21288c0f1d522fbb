"""The area that samples speak of, cell by cell: some of its cells for classes and folds, all of them for the counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...io.factors import FactorSources
from ...io.raster import metres_per_unit
from ...model.bivariate.factor_classes import FactorClasses
from ...progress import Progress
from ...samples.absences import nth_true
from ...samples.encoding import Encoder
from ...types.arrays import Flags

BACKGROUND_CELLS = 20_000
"""Cells that landslides are held against by a presence-background model; an intensity hardly moves with more."""
MOST_CELLS = 200_000
"""Cells that are held at once; of a larger area every so manieth is."""


def area_arrays(
    factors: FactorSources, domain: Flags, prefix: str = "area_", most: int = MOST_CELLS
) -> dict[str, npt.NDArray[Any]]:
    """Factors and places of the cells of an area, evenly thinned where there are too many.

    Returns
    -------
    dict
        ``area_static`` (m, p) float32, ``area_xy`` (m, 2) in metres, ``area_weight`` (1,): cells that each stands for.
        Another ``prefix`` stands for ``area_``.
    """
    total = int(domain.sum(dtype=np.int64))
    count = min(total, most)
    ranks = ((np.arange(count) + 0.5) * total / count).astype(np.int64)
    rows, cols = nth_true(domain, ranks)
    return {
        f"{prefix}static": factors.values_at(factors.specs, rows, cols),
        f"{prefix}xy": factors.grid.centres_of(rows, cols) * metres_per_unit(factors.grid.crs_wkt),
        f"{prefix}weight": np.array([total / count]),
    }


@dataclass(frozen=True)
class AreaCounter:
    """Counts all cells of an area by class, a strip at a time.

    Attributes
    ----------
    opened : callable
        Opens the factor rasters.
    domain : bool array (rows, cols)
        Cells of the area; each has a value in every factor.
    progress : Progress
    """

    opened: Callable[[], FactorSources]
    domain: Flags
    progress: Progress

    def __call__(self, encoder: Encoder, classes: Sequence[FactorClasses]) -> list[npt.NDArray[np.float64]]:
        """Cells of each class (classes,), for each factor; those with a code that training never saw are in none."""
        counts = [np.zeros(one.count) for one in classes]
        with self.opened() as sources:
            for strip in sources.grid.strips_of(MOST_CELLS):
                self.progress.check()
                here = self.domain[strip.start : strip.stop]
                if not here.any():
                    continue
                stack = sources.read(encoder.specs, strip)
                values = stack.values[:, here].T
                inputs = encoder.transform(values[~encoder.unusable(values)])
                for number, one in enumerate(classes):
                    counts[number] += np.bincount(one.of(inputs), minlength=one.count)
        return counts
