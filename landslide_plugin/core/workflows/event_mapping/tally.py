"""What was found in each frame: mapped and empty cells, the probabilities, and where the rain leaves the training's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ...triggers.rain_sums import rain_sums
from ...types.arrays import Flags, Surface
from ...types.rain import RainColumns


@dataclass
class FrameTally:
    """Counts of one frame; cells of all its strips.

    Attributes
    ----------
    mapped : int
        Cells with a probability.
    without_factor : int
        Empty since a factor has no value there, or a class is new to the model.
    without_rain : int
        Empty since the window has a gap there, or the rain does not reach so far.
    beyond : int
        Mapped cells whose rain is above the largest of the training in any of its sums.
    reached : int
        Mapped cells at which P reaches the threshold.
    total, most : float
        Sum and largest of P.
    """

    mapped: int = 0
    without_factor: int = 0
    without_rain: int = 0
    beyond: int = 0
    reached: int = 0
    total: float = 0.0
    most: float = float("nan")

    def take(self, probability: Surface, beyond: Flags, threshold: float) -> None:
        """Add mapped cells (cells,)."""
        known = np.isfinite(probability)
        values = probability[known]
        self.mapped += int(values.size)
        self.without_factor += int(probability.size - values.size)
        self.beyond += int(np.count_nonzero(beyond & known))
        if values.size:
            self.reached += int(np.count_nonzero(values >= threshold))
            self.total += float(values.sum(dtype=np.float64))
            self.most = float(np.fmax(self.most, values.max()))

    @property
    def mean(self) -> float:
        """Mean of P over the mapped cells; NaN if there is none."""
        return self.total / self.mapped if self.mapped else float("nan")


def beyond_training(rain_mm: Surface, columns: RainColumns, largest_mm: Mapping[str, float]) -> Flags:
    """Which rows (rows,) of whole windows have more rain than any of the training, in any of its sums.

    Parameters
    ----------
    rain_mm : float32 array (rows, steps)
    columns : RainColumns
    largest_mm : mapping of str to float
        Largest value of the training by the name of the sum.

    Examples
    --------
    >>> rain = np.array([[1.0, 2.0], [4.0, 0.0]], "f4")
    >>> beyond_training(rain, RainColumns(1.0, 2), {"rain_largest_1h_mm": 3.0, "rain_total_mm": 9.0}).tolist()
    [False, True]
    """
    names, sums = rain_sums(rain_mm, columns.step_h)
    known = [(place, largest_mm[name]) for place, name in enumerate(names) if name in largest_mm]
    found = np.zeros(len(rain_mm), bool)
    for place, largest in known:
        found |= sums[:, place] > largest * (1.0 + 1e-6)
    return found


def empty_everywhere(tallies: Iterable[FrameTally]) -> bool:
    """Whether no frame has a cell with a probability."""
    return not any(tally.mapped for tally in tallies)
