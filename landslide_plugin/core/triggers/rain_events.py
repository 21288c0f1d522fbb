"""The event of rain of a series: what fell between two dry gaps, the last one or the heaviest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..types.arrays import Cells, Flags, Floats, Surface

WHICH = ("heaviest", "last")


@dataclass(frozen=True)
class RainEvents:
    """One event of each series.

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

    def take(self, rows: Cells) -> RainEvents:
        """Some of the rows."""
        return RainEvents(self.duration_h[rows], self.depth_mm[rows], self.known[rows], self.cut[rows])


def rain_events(
    rain_mm: Surface, step_h: float, dry_gap_h: float, wet_mm: float, which: str = "heaviest"
) -> RainEvents:
    """The heaviest or the last event of rain of each series.

    Events are parted by dry steps that last at least the gap. A step is wet above ``wet_mm``; what drizzle falls
    between wet steps of one event belongs to it.

    Parameters
    ----------
    rain_mm : float32 array (rows, steps)
        The oldest step first; NaN is a gap.
    step_h, dry_gap_h, wet_mm : float
    which : str
        One of ``WHICH``. For the heaviest all steps must be known, for the last those since it began.

    Raises
    ------
    InputError
        A gap shorter than a step.

    Examples
    --------
    >>> rain = np.array([[9, 0, 0, 0, 2, 0, 4, 0], [0, 0, 0, 0, 0, 0, 0, 0]], "f4")
    >>> found = rain_events(rain, 1.0, dry_gap_h=3.0, wet_mm=0.2, which="last")
    >>> found.duration_h.tolist(), found.depth_mm.tolist(), found.cut.tolist()
    ([3.0, 0.0], [6.0, 0.0], [False, False])
    >>> found = rain_events(rain, 1.0, dry_gap_h=3.0, wet_mm=0.2)
    >>> found.duration_h.tolist(), found.depth_mm.tolist(), found.cut.tolist()
    ([1.0, 0.0], [9.0, 0.0], [True, False])
    """
    if dry_gap_h < step_h:
        raise InputError(
            f"DRY_GAP is {dry_gap_h:g} h, shorter than the step of {step_h:g} h; give a step or more"
        )
    rows, steps = rain_mm.shape
    run = np.zeros((rows, steps + 1))
    np.cumsum(np.nan_to_num(rain_mm), axis=1, dtype=np.float64, out=run[:, 1:])
    best = _Best(run, step_h, which)
    first, last = np.full(rows, -1), np.full(rows, -1)
    dry_h, known = np.zeros(rows), np.ones(rows, bool)
    for step in range(steps - 1, -1, -1):
        now = rain_mm[:, step]
        known &= best.settled | ~np.isnan(now)
        wet = now > wet_mm
        last[wet & (last < 0)] = step
        first[wet] = step
        dry_h = np.where(wet, 0.0, dry_h + step_h)
        ended = (last >= 0) & (dry_h >= dry_gap_h - 1e-9)
        best.offer(ended, first, last, cut=False)
        first[ended] = last[ended] = -1
    best.offer(last >= 0, first, last, cut=True)
    return RainEvents(
        np.where(known, best.duration_h, 0.0), np.where(known, best.depth_mm, 0.0), known, best.cut & known
    )


class _Best:
    """The event of each row that counts, among those offered from the last to the first."""

    def __init__(self, run: Floats, step_h: float, which: str):
        self._run, self._step_h, self._is_last = run, step_h, which == "last"
        rows = len(run)
        self.duration_h, self.depth_mm = np.zeros(rows), np.zeros(rows)
        self.cut = np.zeros(rows, bool)

    @property
    def settled(self) -> Flags:
        """Rows whose event no earlier step can change."""
        return (self.duration_h > 0) & self._is_last

    def offer(self, rows: Flags, first: Cells, last: Cells, cut: bool) -> None:
        """Take events of some rows, from a first to a last step, where they count more than those so far."""
        at = np.flatnonzero(rows & ~self.settled)
        depth = self._run[at, last[at] + 1] - self._run[at, first[at]]
        better = depth > self.depth_mm[at]
        at = at[better]
        self.depth_mm[at] = depth[better]
        self.duration_h[at] = (last[at] - first[at] + 1) * self._step_h
        self.cut[at] = cut
