"""Whether a map leaves the ground that its model knows, judged from a few cells of every part."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...model.bundle.bundle import ModelBundle
from ...progress import Progress
from .kinds.context import Floats

Wide = npt.NDArray[np.float64]
CELLS_A_PART = 64
SHARE_TO_WARN = 0.1


class ApplicabilityCheck:
    """Counts cells outside the area of applicability among evenly chosen ones.

    Cheap enough for every map, so that a model carried to unlike ground never stays silent; which
    cells are outside tells the output Area of applicability.

    Parameters
    ----------
    bundle : ModelBundle
        Nothing is checked if it keeps no reference points.
    """

    def __init__(self, bundle: ModelBundle) -> None:
        self._bundle, self._seen, self._outside = bundle, 0, 0

    def look_at(self, static: Floats, soil: Optional[Floats], storm: Optional[Wide] = None) -> None:
        """Judge some of the cells (cells, factors) of a part, at the triggers (k,) or (cells, k) of the reference."""
        limits = self._bundle.applicability
        if limits is None or not len(static):
            return
        some = np.unique(np.linspace(0, len(static) - 1, CELLS_A_PART).astype(np.intp))
        rain = storm[some] if storm is not None and storm.ndim == 2 else storm
        index = self._bundle.dissimilarity(static[some], None if soil is None else soil[some], rain)
        known = np.isfinite(index)
        self._seen += int(known.sum())
        self._outside += int((index[known] > limits.threshold).sum())

    def tell(self, progress: Progress) -> None:
        """Warn if many of the cells are unlike those of the training."""
        share = self._outside / max(self._seen, 1)
        if share > SHARE_TO_WARN:
            progress.warning(
                f"About {100 * share:.0f} % of the cells lie outside the model's area of applicability: their factors "
                "are unlike those of its training, and their probabilities a guess; map the area of applicability"
            )
