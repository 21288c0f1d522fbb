"""What paired differences over folds allow one to say, and what it would take to say more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .metrics import corrected_interval
from .model_names import NAMES

NONE_SHOWN = "no difference shown"
VERDICTS = ("better", "probably better", NONE_SHOWN, "probably worse", "worse")
SMALLEST_OF_USE = 0.01
MOST_FOLDS = 10_000


def verdict(low: float, high: float, low_80: Optional[float] = None, high_80: Optional[float] = None) -> str:
    """Better or worse where the 95 % interval excludes 0, probably so where the 80 % one does.

    Pairs stored without an 80 % interval are judged by the 95 % one alone.

    >>> verdict(-0.01, 0.03), verdict(0.01, 0.03), verdict(-0.3, -0.1)
    ('no difference shown', 'better', 'worse')
    >>> verdict(-0.01, 0.05, 0.01, 0.03), verdict(-0.05, 0.01, -0.03, -0.01)
    ('probably better', 'probably worse')
    """
    if low > 0:
        return "better"
    if high < 0:
        return "worse"
    if low_80 is not None and low_80 > 0:
        return "probably better"
    return "probably worse" if high_80 is not None and high_80 < 0 else NONE_SHOWN


def verdict_of(pair: Mapping[str, Any]) -> str:
    """The verdict of a stored pair, read from its intervals anew.

    >>> verdict_of({"mean": -0.022, "low": -0.05, "high": 0.006, "low_80": -0.04, "high_80": -0.004})
    'probably worse'
    """
    inner = (None if pair.get(key) is None else float(pair[key]) for key in ("low_80", "high_80"))
    return verdict(float(pair["low"]), float(pair["high"]), *inner)


def paired_figures(
    differences: Sequence[float], test_share: float, weights: Optional[npt.NDArray[np.float64]] = None
) -> dict[str, Any]:
    """Mean, intervals and verdict of a score's differences over folds, as plain values.

    Parameters
    ----------
    differences : sequence of float (J,)
        One score minus the other in each fold and repeat.
    test_share : float
        Share of the samples in a test part, such as 0.2 for five folds.
    weights : float64 array (J,), optional
        Of the folds, 1 in all.

    Returns
    -------
    dict
        ``mean``; ``low``, ``high`` (95 %) and ``low_80``, ``high_80``, within -1 to 1; ``verdict``; ``folds``;
        ``shows`` (smallest mean difference that its 95 % interval would tell from 0 with this scatter);
        ``folds_for_0.01`` (folds, repeats counted, that would tell 0.01 from 0; None where no number does).

    Raises
    ------
    InputError
        For fewer than two folds.

    Examples
    --------
    >>> found = paired_figures([0.02, 0.03, 0.01, 0.02, 0.02], 0.2)
    >>> found["verdict"], found["folds"], round(found["shows"], 3), found["folds_for_0.01"]
    ('better', 5, 0.013, 9)
    """
    mean, low, high = corrected_interval(differences, test_share, weights=weights)
    _, low_80, high_80 = corrected_interval(differences, test_share, 0.8, weights)
    # with two or three folds the interval is wider than areas can differ
    ends = {"low": low, "high": high, "low_80": low_80, "high_80": high_80}
    within = {key: min(max(value, -1.0), 1.0) for key, value in ends.items()}
    return {
        "mean": mean,
        **within,
        "verdict": verdict(**within),
        "folds": len(differences),
        "shows": high - mean,
        "folds_for_0.01": folds_to_show(float(np.std(differences, ddof=1)), test_share),
    }


def folds_to_show(spread: float, test_share: float, size: float = SMALLEST_OF_USE) -> Optional[int]:
    """Folds, repeats counted, whose corrected 95 % interval is narrower than ``size`` to either side.

    The term for shared training data in the interval of Nadeau and Bengio (2003, eq. 7) does not shrink
    with repeats, so where it alone is too wide no number of folds is enough: that takes more landslides.

    Parameters
    ----------
    spread : float
        Standard deviation of the differences over folds.
    test_share, size : float

    Examples
    --------
    >>> folds_to_show(0.001, 0.2), folds_to_show(0.05, 0.2)
    (3, None)
    """
    from scipy.stats import norm, t

    if not (0.0 < test_share < 1.0 and size > 0.0):
        raise InputError(
            f"Test share {test_share} must lie between 0 and 1, and the difference {size} above 0"
        )
    shared = test_share / (1 - test_share)
    if float(norm.ppf(0.975)) * spread * np.sqrt(shared) >= size:
        return None
    counts = np.arange(2, MOST_FOLDS + 1)
    half = t.ppf(0.975, counts - 1) * spread * np.sqrt(1 / counts + shared)
    enough = np.flatnonzero(half <= size)
    return int(counts[enough[0]]) if enough.size else None


def reach(pair: Mapping[str, Any]) -> str:
    """How many folds there were and what it would take to see 0.01; empty for pairs stored without it.

    >>> reach({"folds": 5, "shows": 0.0126, "folds_for_0.01": 9})
    'with 5 folds, differences from 0.013 on show; 0.01 takes about 9 folds, repeats counted'
    >>> reach({"folds": 5, "shows": 0.05, "folds_for_0.01": None})
    'with 5 folds, differences from 0.050 on show; 0.01 takes about 25 times the landslides, more repeats do not do'
    >>> reach({"mean": 0.1, "low": 0.0, "high": 0.2})
    ''
    """
    if pair.get("folds") is None or pair.get("shows") is None:
        return ""
    shows, needed = float(pair["shows"]), pair.get("folds_for_0.01")
    words = f"with {pair['folds']} folds, differences from {shows:.3f} on show"
    if shows <= SMALLEST_OF_USE:
        return words
    if needed is not None:
        return f"{words}; {SMALLEST_OF_USE:g} takes about {needed} folds, repeats counted"
    # the variance of an AUROC falls with the number of landslides
    more = (shows / SMALLEST_OF_USE) ** 2
    return f"{words}; {SMALLEST_OF_USE:g} takes about {more:.0f} times the landslides, more repeats do not do"


def title(key: str) -> str:
    """The key of a pair in words.

    >>> title("additive_minus_logistic")
    'Additive model (GAM) minus logistic regression'
    """
    one, _, other = key.partition("_minus_")
    names = [NAMES.get(name, name.replace("_", " ").capitalize()) for name in (one, other)]
    return f"{names[0]} minus {names[1][:1].lower()}{names[1][1:]}"


def sentence(key: str, pair: Mapping[str, Any]) -> str:
    """A paired difference for people: what was compared, the figures, the verdict and its reach.

    >>> sentence("forest_minus_logistic", {"mean": 0.02, "low": 0.01, "high": 0.03})
    'Random forest minus logistic regression: +0.0200 AUROC (95 % interval +0.0100 to +0.0300): better'
    """
    words = (
        f"{title(key)}: {pair['mean']:+.4f} AUROC (95 % interval {pair['low']:+.4f} to {pair['high']:+.4f}): "
        f"{pair.get('verdict') or verdict_of(pair)}"
    )
    told = reach(pair)
    return f"{words} ({told})" if told else words
