"""Reading label and period fields of an inventory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError

TRUE_WORDS = ("1", "true", "t", "yes", "y")
FALSE_WORDS = ("0", "false", "f", "no", "n")


def parse_labels(values: Sequence[Any], where: str) -> npt.NDArray[np.bool_]:
    """True (landslide) or False (stable) of each value of field ``where``.

    Parameters
    ----------
    values : sequence
        1 / 0 as numbers or text, booleans, or true / false, yes / no in any case.

    Raises
    ------
    InputError
        Any other value, empty ones included.

    Examples
    --------
    >>> parse_labels([1, 0.0, "TRUE", "no", False], "landslide").tolist()
    [True, False, True, False, False]
    """
    words = [_word(value) for value in values]
    odd = sorted({word for word in words if word not in TRUE_WORDS + FALSE_WORDS})
    if odd:
        shown = ", ".join(odd[:5]) + (", ..." if len(odd) > 5 else "")
        raise InputError(
            f"Field {where} holds {shown}; allowed: 1 or 0, true or false, yes or no "
            "(1 = landslide, 0 = stable)"
        )
    return np.array([word in TRUE_WORDS for word in words], dtype=bool)


def _word(value: Any) -> str:
    if value is None or value == "":
        return "empty values"
    if isinstance(value, (bool, np.bool_)):
        return "1" if value else "0"
    if isinstance(value, (int, float, np.number)):
        return f"{value:g}"
    return str(value).strip().lower()


def parse_periods(values: Sequence[Any], where: str) -> npt.NDArray[np.float64]:
    """Return periods in years (n,) of field ``where``; NaN where the field is empty.

    >>> parse_periods([50, "100", None, ""], "period").tolist()
    [50.0, 100.0, nan, nan]
    """
    periods = np.full(len(values), np.nan)
    for i, value in enumerate(values):
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        try:
            periods[i] = float(value)
        except (TypeError, ValueError):
            raise InputError(f"Field {where} holds {value!r}; allowed: years above 0, or empty") from None
    bad = periods[~np.isnan(periods) & ~(np.isfinite(periods) & (periods > 0))]
    if len(bad):
        raise InputError(f"Field {where} holds {bad[0]:g}; allowed: years above 0, or empty")
    return periods
