"""Storms over mapped ground: which ground each saw, and which of it may tell of a storm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import Shapes
from .feature_cells import touched

Mask = npt.NDArray[np.bool_]
UNDATED = -1


@dataclass(frozen=True)
class Event:
    """One storm, whether it set anything off or not.

    Attributes
    ----------
    name : str
        As the event field has it.
    period_yr : float
        Return period of its rain; NaN if not known.
    mapped : bool array (rows, cols)
        Where its landslides were mapped.
    day : float
        Its place in time, in days; NaN if not known.
    """

    name: str
    period_yr: float
    mapped: Mask
    day: float = float("nan")


@dataclass(frozen=True)
class EventPlan:
    """The storms of an inventory.

    Attributes
    ----------
    events : tuple of Event
    of_feature : int array (features,)
        Storm of each feature; -1 if undated.
    """

    events: tuple[Event, ...]
    of_feature: npt.NDArray[np.intp]

    def __post_init__(self) -> None:
        if not self.events or not (self.of_feature >= 0).any():
            raise InputError(
                "No feature of the inventory has an event; fill the event field, or leave it out: the inventory "
                "is then undated"
            )

    def hidden(self, shapes: Shapes, truth: Mask) -> list[Mask]:
        """Cells (rows, cols) that may not be stable in each storm.

        Those of its own landslides, of undated ones, and of ground that failed before: it may have nothing left
        to give. Ground that fails later is stable in this storm; where the order of two storms is not known,
        the ground of the one says nothing of the other.
        """
        undated = touched(shapes, np.flatnonzero(truth & (self.of_feature == UNDATED)))
        slid = [
            touched(shapes, np.flatnonzero(truth & (self.of_feature == e))) for e in range(len(self.events))
        ]
        found = []
        for number, event in enumerate(self.events):
            out = undated | slid[number]
            for other, cells in zip(self.events, slid):
                if not other.day > event.day:
                    out = out | cells
            found.append(out)
        return found
