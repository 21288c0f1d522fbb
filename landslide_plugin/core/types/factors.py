"""Conditioning factors: what each band of a stack is, and the stack itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

KINDS = ("continuous", "circular", "categorical")
TRANSFORMS = ("none", "log10", "log1p")


@dataclass(frozen=True)
class FactorSpec:
    """One conditioning factor.

    Attributes
    ----------
    name : str
        Band description, the key by which a model finds the factor again.
    kind : {"continuous", "circular", "categorical"}
        Circular factors are angles in degrees; categorical ones hold whole-number codes.
    unit : str
    transform : {"none", "log10", "log1p"}
        Applied before scaling when the factor enters a model.
    categories : dict of int to str, or None
        Names of the codes, if they are known.
    """

    name: str
    kind: str = "continuous"
    unit: str = ""
    transform: str = "none"
    categories: Optional[dict[int, str]] = None

    def __post_init__(self) -> None:
        if not self.name:
            raise InputError("A factor has no name; set the band description")
        if self.kind not in KINDS:
            raise InputError(f"Factor {self.name} is of kind {self.kind}; allowed: {', '.join(KINDS)}")
        if self.transform not in TRANSFORMS:
            raise InputError(
                f"Factor {self.name} has transform {self.transform}; allowed: {', '.join(TRANSFORMS)}"
            )


@dataclass(frozen=True)
class FeatureStack:
    """Factors on one grid, or a strip of it.

    Attributes
    ----------
    specs : tuple of FactorSpec
    values : float32 array (factors, rows, cols)
        NaN is no-data.

    Examples
    --------
    >>> stack = FeatureStack((FactorSpec("slope", unit="deg"),), np.array([[[10.0, np.nan]]], "f4"))
    >>> stack.valid().tolist()
    [[True, False]]
    """

    specs: tuple[FactorSpec, ...]
    values: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.values.ndim != 3 or len(self.specs) != len(self.values):
            raise InputError(
                f"A stack of {len(self.specs)} factors needs values (factors, rows, cols), "
                f"got {self.values.shape}"
            )
        names = [spec.name for spec in self.specs]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InputError(f"Factor {', '.join(twice)} is given more than once; keep one of each")

    @property
    def names(self) -> tuple[str, ...]:
        """Names in band order."""
        return tuple(spec.name for spec in self.specs)

    def valid(self) -> npt.NDArray[np.bool_]:
        """Cells (rows, cols) in which every factor has a value."""
        valid: npt.NDArray[np.bool_] = np.isfinite(self.values).all(axis=0)
        return valid

    def table(self, cells: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
        """Values (cells, factors) of the chosen cells in row order."""
        return np.ascontiguousarray(self.values[:, cells].T)
