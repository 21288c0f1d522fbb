"""The event of rain that a series ends with: what fell since the last dry gap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..types.arrays import Flags, Floats, Surface


@dataclass(frozen=True)
class LastEvents:
    """The last event of each series.

    Attributes
    ----------
    duration_h : float64 array (rows,)
        From the beginning of its first wet step to the end of its last one; 0 where no rain fell.
    depth_mm : float64 array (rows,)
    known : bool array (rows,)
        False where a step that decides on the event is missing.
    cut : bool array (rows,)
        The event may have begun before the window.
    """

    duration_h: Floats
    depth_mm: Floats
    known: Flags
    cut: Flags

    @property
    def intensity_mm_h(self) -> Floats:
        """Mean intensity (rows,); 0 where no rain fell."""
        return np.where(self.duration_h > 0, self.depth_mm / np.maximum(self.duration_h, 1e-9), 0.0)


def last_events(rain_mm: Surface, step_h: float, dry_gap_h: float, wet_mm: float) -> LastEvents:
    """The last event of rain of each series.

    Events are parted by dry steps that last at least the gap. A step is wet above ``wet_mm``; what drizzle falls
    between wet steps of one event belongs to it.

    Parameters
    ----------
    rain_mm : float32 array (rows, steps)
        The oldest step first; NaN is a gap.
    step_h, dry_gap_h, wet_mm : float

    Raises
    ------
    InputError
        A gap shorter than a step.

    Examples
    --------
    >>> rain = np.array([[9, 0, 0, 0, 2, 0, 4, 0], [0, 0, 0, 0, 0, 0, 0, 0]], "f4")
    >>> found = last_events(rain, 1.0, 3.0, 0.2)
    >>> found.duration_h.tolist(), found.depth_mm.tolist(), found.cut.tolist()
    ([3.0, 0.0], [6.0, 0.0], [False, False])
    """
    if dry_gap_h < step_h:
        raise InputError(
            f"DRY_GAP is {dry_gap_h:g} h, shorter than the step of {step_h:g} h; give a step or more"
        )
    rows, steps = rain_mm.shape
    first, last = np.full(rows, -1), np.full(rows, -1)
    dry_h, closed, known = np.zeros(rows), np.zeros(rows, bool), np.ones(rows, bool)
    for step in range(steps - 1, -1, -1):
        now = rain_mm[:, step]
        known &= closed | ~np.isnan(now)
        wet = (now > wet_mm) & ~closed & known
        last[wet & (last < 0)] = step
        first[wet] = step
        dry_h = np.where(wet, 0.0, dry_h + step_h)
        closed |= (last >= 0) & (dry_h >= dry_gap_h - 1e-9)
    there = known & (last >= 0)
    run = np.zeros((rows, steps + 1))
    np.cumsum(np.nan_to_num(rain_mm), axis=1, dtype=np.float64, out=run[:, 1:])
    at = np.arange(rows)
    depth = np.where(there, run[at, last + 1] - run[at, np.maximum(first, 0)], 0.0)
    duration = np.where(there, (last - first + 1) * step_h, 0.0)
    return LastEvents(duration, depth, known, there & ~closed)
