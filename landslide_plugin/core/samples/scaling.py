"""Standard scores of soil profiles and of trigger values, from the training part alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError

Self = TypeVar("Self", bound="ColumnScaler")


@dataclass(frozen=True)
class ColumnScaler:
    """Mean and standard deviation of each named value along the last axis of an array.

    A value that never varied in training scales to 0 everywhere: nothing was learnt about it.

    Attributes
    ----------
    names : tuple of str
    means, deviations : tuple of float
        A deviation of 0 marks a value that did not vary.
    """

    names: tuple[str, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]

    @classmethod
    def fit(cls: type[Self], values: npt.NDArray[Any], names: Sequence[str]) -> Self:
        """Learn from an array (..., names); NaN is refused."""
        if values.ndim < 2 or values.shape[-1] != len(names) or values.size == 0:
            raise InputError(
                f"Values {', '.join(names)} need an array (..., {len(names)}), got {values.shape}"
            )
        flat = values.reshape(-1, len(names)).astype(np.float64)
        holes = [name for name, column in zip(names, flat.T) if not np.isfinite(column).all()]
        if holes:
            raise InputError(f"{', '.join(holes)} has no-data in training rows; drop those rows first")
        means, deviations = flat.mean(axis=0), flat.std(axis=0)
        deviations = np.where(deviations <= 1e-7 * np.abs(means), 0.0, deviations)
        return cls(tuple(names), tuple(means.tolist()), tuple(deviations.tolist()))

    @property
    def constant(self) -> tuple[str, ...]:
        """Names of the values that did not vary in training."""
        return tuple(name for name, deviation in zip(self.names, self.deviations) if deviation == 0.0)

    def transform(self, values: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """Standard scores of the same shape; NaN stays NaN."""
        if values.shape[-1] != len(self.names):
            raise InputError(
                f"The model needs {', '.join(self.names)}, got an array with {values.shape[-1]} values a row"
            )
        deviations = np.array(self.deviations)
        scale = np.where(deviations == 0.0, np.inf, deviations)
        return np.asarray((values - np.array(self.means)) / scale, dtype=np.float32)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; ``from_dict`` gives back an equal scaler, bit for bit."""
        return {"names": list(self.names), "means": list(self.means), "deviations": list(self.deviations)}

    @classmethod
    def from_dict(cls: type[Self], stored: Mapping[str, Any]) -> Self:
        """The scaler that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        try:
            names = tuple(str(name) for name in stored["names"])
            means = tuple(float(value) for value in stored["means"])
            deviations = tuple(float(value) for value in stored["deviations"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored scaler is damaged: {error}") from None
        if not len(names) == len(means) == len(deviations):
            raise BundleError("The stored scaler is damaged: its lists differ in length")
        return cls(names, means, deviations)


@dataclass(frozen=True)
class ProfileScaler(ColumnScaler):
    """Scaler of soil profiles (n, layers, properties): one mean a property, over cells and layers.

    Layers share one scale, so a contrast between layers is still a contrast after scaling.

    >>> soil = np.array([[[1.0], [3.0]]], "f4")
    >>> ProfileScaler.fit(soil, ("cohesion_kpa",)).transform(soil).ravel().tolist()
    [-1.0, 1.0]
    """


@dataclass(frozen=True)
class TriggerScaler(ColumnScaler):
    """Scaler of trigger values (scenarios, columns).

    >>> rain = np.array([[20.0, 6.0], [60.0, 6.0]])
    >>> scaler = TriggerScaler.fit(rain, ("intensity_mm_h", "duration_h"))
    >>> scaler.transform(rain).tolist(), scaler.constant
    ([[-1.0, 0.0], [1.0, 0.0]], ('duration_h',))
    """
