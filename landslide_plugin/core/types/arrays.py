"""Names of the arrays that travel."""

from __future__ import annotations

from typing import Any, Union

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[Any]
"""Numbers of whichever kind whoever gives them has."""

Floats = npt.NDArray[np.float64]
Surface = npt.NDArray[np.float32]
"""Values of cells as rasters hold them."""

Heights = Floats
"""Heights and what is computed from them, in full precision."""

Cells = npt.NDArray[np.intp]
"""Places of cells: their rows, their columns, or their numbers."""

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]

Moments = npt.NDArray[np.datetime64]
"""Moments in UTC, in whole seconds (datetime64[s])."""

Metres = Union[float, Floats]
"""A length in metres, the same for all rows or one a row (rows,) or (rows, 1)."""
