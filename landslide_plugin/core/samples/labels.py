"""Reading the label field of an inventory."""

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
