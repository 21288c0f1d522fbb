"""How factors are cut into classes: by a rule, or at limits that are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.judging.breaks import natural_breaks
from ...samples.encoding import Encoder, FactorCode
from ...types.lists import numbers
from .factor_classes import FactorClasses, sector_edges

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
RULES = ("quantiles", "equal_intervals", "natural_breaks")
BINS = 200
DIGITS = 6


@dataclass(frozen=True)
class Classing:
    """How continuous factors are cut.

    Attributes
    ----------
    rule : {"quantiles", "equal_intervals", "natural_breaks"}
    count : int
        Classes wanted; fewer where a factor has too few values.
    given : mapping of str to tuple of float
        Limits of the factors named, in their own unit; they need no rule.
    """

    rule: str = "quantiles"
    count: int = 8
    given: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise InputError(f"Class rule is {self.rule}; allowed: {', '.join(RULES)}")
        if self.count < 2:
            raise InputError(f"Number of classes is {self.count}; allowed: 2 or more")


def given_limits(text: str) -> dict[str, tuple[float, ...]]:
    """Limits of factors as a person types them.

    Raises
    ------
    InputError
        A part without a name, an unreadable number, or a factor named twice.

    Examples
    --------
    >>> given_limits("slope = 10, 20 30; distance to roads=0.5"), given_limits(" ")
    ({'slope': (10.0, 20.0, 30.0), 'distance to roads': (0.5,)}, {})
    """
    found: dict[str, tuple[float, ...]] = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, equals, values = (piece.strip() for piece in part.partition("="))
        if not (name and equals and values):
            raise InputError(
                f"Class limits hold {part!r}; allowed: factor=limit limit ..., parted by semicolons"
            )
        if name in found:
            raise InputError(f"Class limits name {name} twice; give all its limits in one place")
        found[name] = numbers(values, f"Class limits of {name}")
    return found


def fit_classes(
    encoder: Encoder, inputs: Inputs, weights: Floats, classing: Classing
) -> tuple[FactorClasses, ...]:
    """Classes of every factor that varies, learnt from these rows alone.

    Parameters
    ----------
    encoder : Encoder
    inputs : float32 array (n, d)
        Encoded factors of stable ground.
    weights : float64 array (n,)
        Cells that each row stands for.
    classing : Classing

    Raises
    ------
    InputError
        Limits are given of a factor that is not there, or has classes of its own.

    Examples
    --------
    >>> from ...types.factors import FactorSpec
    >>> rows = np.arange(8, dtype="f4")[:, None]
    >>> encoder = Encoder.fit(rows, [FactorSpec("slope")])
    >>> (slope,) = fit_classes(encoder, encoder.transform(rows), np.ones(8), Classing(count=4))
    >>> slope.limits, slope.of(encoder.transform(rows)).tolist()
    ((1.0, 3.0, 5.0), [0, 0, 1, 1, 2, 2, 3, 3])
    """
    _require_known(encoder, classing)
    found, start = [], 0
    for code in encoder.factors:
        columns = tuple(range(start, start + len(code.columns)))
        start += len(columns)
        if columns:
            found.append(_classes(code, columns, inputs, weights, classing))
    return tuple(found)


def _require_known(encoder: Encoder, classing: Classing) -> None:
    kinds = {code.spec.name: code.spec.kind for code in encoder.factors}
    for name, limits in classing.given.items():
        if name not in kinds:
            raise InputError(
                f"Class limits are given of {name}, which is no factor; there are {', '.join(kinds)}"
            )
        if kinds[name] == "categorical":
            raise InputError(f"Class limits are given of {name}, whose codes are its classes; leave them out")
        if not limits or (np.diff(limits) <= 0).any():
            raise InputError(
                f"Class limits of {name} are {list(limits)}; allowed: one or more, each above the last"
            )


def _classes(
    code: FactorCode, columns: tuple[int, ...], inputs: Inputs, weights: Floats, classing: Classing
) -> FactorClasses:
    name, kind = code.spec.name, code.spec.kind
    if kind == "categorical":
        return FactorClasses(name, kind, columns, codes=code.codes)
    limits = classing.given.get(name)
    if kind == "circular":
        edges = sector_edges(classing.count) if limits is None else tuple(sorted(v % 360.0 for v in limits))
        return FactorClasses(name, kind, columns, limits=edges)
    if limits is None:
        cuts = _cuts(inputs[:, columns[0]].astype(np.float64), weights, classing)
        limits = tuple(float(f"{value:.{DIGITS}g}") for value in _raw(code, cuts))
    encoded = code.apply(np.array(limits, dtype=np.float32))[:, 0].astype(np.float32)
    kept = [i for i in range(len(limits)) if i == 0 or encoded[i] > encoded[i - 1]]
    return FactorClasses(
        name,
        kind,
        columns,
        limits=tuple(limits[i] for i in kept),
        encoded=tuple(float(encoded[i]) for i in kept),
    )


def _raw(code: FactorCode, encoded: Floats) -> Floats:
    """Values of the factor itself at encoded ones, as ``FactorCode.apply`` undone."""
    plain = encoded * code.deviation + code.mean
    if code.spec.transform == "log10":
        return np.asarray(10.0**plain)
    return np.asarray(np.expm1(plain)) if code.spec.transform == "log1p" else plain


def _cuts(values: Floats, weights: Floats, classing: Classing) -> Floats:
    """Upper limits of all classes but the highest, on the scale that models see; one at least where values vary."""
    low, high = float(values.min()), float(values.max())
    if classing.rule == "quantiles":
        cuts = _quantiles(values, weights, classing.count)
    elif classing.rule == "equal_intervals":
        cuts = np.linspace(low, high, classing.count + 1)[1:-1]
    else:
        cuts = _natural(values, weights, classing.count)
    below = cuts[cuts < high]
    if not len(below) and high > low:
        below = values[values < high].max(keepdims=True)
    return np.asarray(np.unique(below))


def _quantiles(values: Floats, weights: Floats, count: int) -> Floats:
    """Smallest values at or below which lie 1, 2, ... shares of the ground."""
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weights[order]) / weights.sum()
    wanted = np.arange(1, count) / count
    return np.asarray(values[order][np.searchsorted(share, wanted - 1e-12)])


def _natural(values: Floats, weights: Floats, count: int) -> Floats:
    """Upper limits by least squares within classes, over bins of the range."""
    edges = np.linspace(values.min(), values.max(), BINS + 1)
    place = np.clip(np.searchsorted(edges, values, side="left") - 1, 0, BINS - 1)
    held = np.bincount(place, weights, minlength=BINS)
    occupied = int((held > 0).sum())
    if occupied < 2:
        return np.zeros(0)
    first = natural_breaks((edges[:-1] + edges[1:]) / 2.0, held, min(count, occupied))
    return np.asarray(edges[list(first)])
