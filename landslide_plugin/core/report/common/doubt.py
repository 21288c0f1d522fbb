"""The tenth of a map on which the members disagree most, marked where their spread is drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .canvas import COLOURS, INK

SHARE = 0.1
COLOUR = str(COLOURS["least_certain"])
LABEL = "Tenth with the largest spread"


def least_certain(spread: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Cells of the tenth of the known ones with the largest spread; none where all are alike.

    >>> least_certain(np.arange(20.0)).nonzero()[0].tolist(), int(least_certain(np.ones(20)).sum())
    ([18, 19], 0)
    """
    known = np.isfinite(spread)
    if not known.any():
        return np.zeros(spread.shape, bool)
    limit = float(np.quantile(spread[known], 1.0 - SHARE))
    return np.asarray(known & (np.nan_to_num(spread, nan=-np.inf) > limit))


def marked(image: npt.NDArray[Any], spread: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The picture (rows, cols, 4) of a spread with its least certain tenth in one colour that its ramp lacks."""
    from matplotlib.colors import to_rgb

    drawn = image.copy()
    drawn[least_certain(spread), :3] = to_rgb(COLOUR)
    return drawn


def handle() -> Any:
    """What a legend says of the mark."""
    from matplotlib.patches import Patch

    return Patch(facecolor=COLOUR, edgecolor=INK, lw=0.3, label=LABEL)
