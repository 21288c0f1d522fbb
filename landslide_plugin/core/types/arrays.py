"""Names of the arrays that travel."""

from __future__ import annotations

from typing import Any, Union

import numpy as np
import numpy.typing as npt

Heights = npt.NDArray[np.float64]


Surface = npt.NDArray[np.float32]


Metres = Union[float, Heights]
"""A length in metres, the same for all rows or one a row (rows,) or (rows, 1)."""


AnyHeights = npt.NDArray[Any]
