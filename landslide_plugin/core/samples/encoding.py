"""From raw factor values to model inputs: one-hot codes, sine and cosine, logarithms, z-scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError
from ..types.factors import FactorSpec

Floats = npt.NDArray[np.float32]
CONSTANT_SHARE = 1e-7


@dataclass(frozen=True)
class FactorCode:
    """How one factor enters a model; learnt from training rows only.

    Attributes
    ----------
    spec : FactorSpec
    floor : float
        Smallest value a transform sees: the smallest positive training value for log10, 0 for log1p.
    mean, deviation : float
        Of the transformed training values; deviation 0 marks a constant factor, which has no column.
    codes : tuple of int
        Known codes of a categorical factor in order of first appearance in the training rows.
    """

    spec: FactorSpec
    floor: float = 0.0
    mean: float = 0.0
    deviation: float = 1.0
    codes: tuple[int, ...] = ()

    @classmethod
    def fit(cls, values: Floats, spec: FactorSpec) -> FactorCode:
        """Learn the code of one factor from training values (n,) without NaN."""
        if spec.kind == "categorical":
            seen, first = np.unique(_whole(values), return_index=True)
            return cls(spec, codes=tuple(int(code) for code in seen[np.argsort(first)]))
        if spec.kind == "circular":
            return cls(spec, deviation=float(np.ptp(values) > 0))
        positive = values[values > 0]
        floor = float(positive.min()) if spec.transform == "log10" and positive.size else 0.0
        floor = floor if spec.transform != "log10" or floor else 1.0
        transformed = _transform(values, spec.transform, floor)
        mean, deviation = float(transformed.mean()), float(transformed.std())
        constant = deviation <= CONSTANT_SHARE * abs(mean)
        return cls(spec, floor, mean, 0.0 if constant else deviation)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the model inputs this factor gives; none if it was constant in training."""
        name = self.spec.name
        if self.spec.kind == "categorical":
            return tuple(f"{name}={code}" for code in self.codes) if len(self.codes) > 1 else ()
        if self.deviation == 0.0:
            return ()
        return (f"{name} sin", f"{name} cos") if self.spec.kind == "circular" else (name,)

    @property
    def width(self) -> int:
        """Number of the model inputs this factor gives."""
        if self.spec.kind == "categorical":
            return len(self.codes) if len(self.codes) > 1 else 0
        if self.deviation == 0.0:
            return 0
        return 2 if self.spec.kind == "circular" else 1

    def apply(self, values: Floats) -> npt.NDArray[np.float64]:
        """Model inputs (n, columns) of raw values (n,); a row of NaN for NaN or an unseen code."""
        if self.spec.kind == "categorical":
            known = self._are(values)
            hot = np.asarray(known[:, : self.width], dtype=np.float64)
            hot[~known.any(axis=1)] = np.nan
            return hot
        if self.deviation == 0.0:
            return np.empty((len(values), 0))
        if self.spec.kind == "circular":
            angle = np.deg2rad(values.astype(np.float64))
            return np.column_stack([np.sin(angle), np.cos(angle)])
        scaled = (_transform(values, self.spec.transform, self.floor) - self.mean) / self.deviation
        return scaled[:, None]

    def unusable(self, values: Floats) -> npt.NDArray[np.bool_]:
        """Rows (n,) this factor makes unusable: NaN, or a code that training never saw."""
        if self.spec.kind != "categorical":
            return ~np.isfinite(values)
        return np.asarray(~self._are(values).any(axis=1))

    def _are(self, values: Floats) -> npt.NDArray[np.bool_]:
        """Whether values (n,) are each of the known codes (n, codes)."""
        return np.asarray(_whole(values)[:, None] == np.array(self.codes, dtype=np.int64))


def _whole(values: Floats) -> npt.NDArray[np.int64]:
    """Codes as whole numbers; NaN becomes the smallest integer, which is never a code."""
    found = np.full(np.shape(values), np.iinfo(np.int64).min)
    known = np.isfinite(values)
    found[known] = np.rint(values[known])
    return found


def _transform(values: Floats, name: str, floor: float) -> npt.NDArray[np.float64]:
    wide = values.astype(np.float64)
    if name == "log10":
        return np.asarray(np.log10(np.maximum(wide, floor)))
    if name == "log1p":
        return np.asarray(np.log1p(np.maximum(wide, floor)))
    return wide


@dataclass(frozen=True)
class Encoder:
    """Raw factor values to model inputs, with statistics of the training rows alone.

    Continuous factors are transformed (log10 with values raised to the smallest positive training
    value, log1p with negative values raised to 0) and standardised; circular ones become sine and
    cosine; categorical ones one column a code. Columns of codes stand in order of first appearance
    in the training rows, so giving the classes other numbers changes neither the inputs nor a
    prediction. A factor that is constant in training has no column and is listed in ``dropped``.

    Examples
    --------
    >>> rows = np.array([[1.0, 7.0], [3.0, 2.0]], "f4")
    >>> encoder = Encoder.fit(rows, (FactorSpec("slope"), FactorSpec("lithology", "categorical")))
    >>> encoder.columns
    ('slope', 'lithology=7', 'lithology=2')
    >>> encoder.transform(rows).tolist()
    [[-1.0, 1.0, 0.0], [1.0, 0.0, 1.0]]
    >>> bool(np.isnan(encoder.transform(np.array([[1.0, 5.0]], "f4"))).all())  # an unseen code
    True
    """

    factors: tuple[FactorCode, ...]

    @classmethod
    def fit(cls, values: Floats, specs: Sequence[FactorSpec]) -> Encoder:
        """Learn from training rows (n, p), one column a factor of ``specs``.

        Raises
        ------
        InputError
            A wrong shape, NaN in the rows, no rows, or no factor that varies.
        """
        if values.ndim != 2 or values.shape[1] != len(specs) or len(values) == 0:
            raise InputError(f"{len(specs)} factors need rows (n, {len(specs)}), got {values.shape}")
        holes = [spec.name for spec, column in zip(specs, values.T) if not np.isfinite(column).all()]
        if holes:
            raise InputError(
                f"Factor {', '.join(holes)} has no-data in training rows; drop those rows before training"
            )
        encoder = cls(tuple(FactorCode.fit(column, spec) for spec, column in zip(specs, values.T)))
        if not encoder.columns:
            raise InputError(
                f"Every factor ({', '.join(spec.name for spec in specs)}) is constant over the samples; "
                "a model needs at least one that varies"
            )
        return encoder

    @staticmethod
    def dropped_of(values: Floats, specs: Sequence[FactorSpec]) -> tuple[str, ...]:
        """Factors that do not vary over rows (n, p) without NaN.

        >>> Encoder.dropped_of(np.array([[1.0, 7.0], [3.0, 7.0]], "f4"), [FactorSpec("slope"), FactorSpec("flat")])
        ('flat',)
        """
        codes = (FactorCode.fit(column, spec) for column, spec in zip(values.T, specs))
        return tuple(code.spec.name for code in codes if not code.columns)

    @property
    def specs(self) -> tuple[FactorSpec, ...]:
        """The factors, in the order of the raw columns."""
        return tuple(factor.spec for factor in self.factors)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the model inputs (d,)."""
        return tuple(name for factor in self.factors for name in factor.columns)

    @property
    def dropped(self) -> tuple[str, ...]:
        """Factors without a column because they were constant in training."""
        return tuple(factor.spec.name for factor in self.factors if not factor.columns)

    def transform(self, values: Floats, unseen_as_none: bool = False) -> Floats:
        """Model inputs (n, d) of raw rows (n, p); all NaN where a factor is NaN or a code unseen.

        With ``unseen_as_none`` an unseen code is none of the known ones: 0 in all columns of its factor.
        """
        if values.ndim != 2 or values.shape[1] != len(self.factors):
            raise InputError(
                f"The model needs {len(self.factors)} factors ({', '.join(s.name for s in self.specs)}), "
                f"got rows {values.shape}"
            )
        widths = [factor.width for factor in self.factors]
        inputs, end = np.empty((len(values), sum(widths)), np.float32), 0
        bad = ~np.isfinite(values).all(axis=1)
        for factor, column, width in zip(self.factors, values.T, widths):
            own = inputs[:, end : end + width]
            own[:] = factor.apply(column)
            if factor.spec.kind == "categorical":
                bad |= np.isnan(own[:, 0]) if width else factor.unusable(column)
            end += width
        if unseen_as_none:
            inputs = np.nan_to_num(inputs, nan=0.0)
            bad = ~np.isfinite(values).all(axis=1)
        inputs[bad] = np.nan
        return inputs

    def unusable(self, values: Floats) -> npt.NDArray[np.bool_]:
        """Rows (n,) that get no prediction: NaN in a factor, or an unseen code."""
        bad = np.zeros(len(values), dtype=bool)
        for factor, column in zip(self.factors, values.T):
            bad |= factor.unusable(column)
        return bad

    def unseen(self, values: Floats) -> dict[str, int]:
        """Number of rows with an unseen code, by factor; factors without any are left out."""
        counts: dict[str, int] = {}
        for factor, column in zip(self.factors, values.T):
            if factor.spec.kind == "categorical":
                number = int((factor.unusable(column) & np.isfinite(column)).sum())
                counts.update({factor.spec.name: number} if number else {})
        return counts

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; ``from_dict`` gives back an equal encoder, bit for bit."""
        return {"factors": [_plain(factor) for factor in self.factors]}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Encoder:
        """The encoder that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        try:
            return cls(tuple(_factor(entry) for entry in stored["factors"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored encoder is damaged: {error}") from None


def _plain(factor: FactorCode) -> dict[str, Any]:
    entry = asdict(factor)
    names = factor.spec.categories
    entry["spec"]["categories"] = None if names is None else {str(code): name for code, name in names.items()}
    entry["codes"] = list(factor.codes)
    return entry


def factor_spec(stored: Mapping[str, Any]) -> FactorSpec:
    """A factor of plain values, whose codes are text.

    >>> factor_spec({"name": "rock", "kind": "categorical", "categories": {"3": "marl"}}).categories
    {3: 'marl'}
    """
    spec = dict(stored)
    names: Optional[Mapping[str, str]] = spec.get("categories")
    spec["categories"] = None if names is None else {int(code): str(name) for code, name in names.items()}
    return FactorSpec(**spec)


def _factor(entry: Mapping[str, Any]) -> FactorCode:
    return FactorCode(
        factor_spec(entry["spec"]),
        float(entry["floor"]),
        float(entry["mean"]),
        float(entry["deviation"]),
        tuple(int(code) for code in entry["codes"]),
    )
