"""Rain of a grid over time, in mm a step, whatever the file's units and however its numbers run on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional, Protocol

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats, Moments, Surface
from ...types.grid import Grid, Strip
from .clock import DAY_H, Clock
from .layers import RainLayers
from .moments import iso
from .units import RainUnit

ReadLayer = Callable[[int], Floats]
"""Stored values of a layer, by its number, of the cells somebody wants."""

PACKED_MM = 0.02
"""What packing into whole numbers may leave below 0, in mm a step."""

MOST_MM_H, MOST_MM_DAY = 450.0, 2000.0
"""More than ever fell: 401 mm in an hour and 1,825 mm in a day (World Meteorological Organization)."""


class RainStack(Protocol):
    """Rain of a grid, step by step."""

    @property
    def grid(self) -> Grid:
        """Cells, north up."""

    @property
    def ends(self) -> Moments:
        """Ends of the steps that the file holds (UTC), at which a window may end."""

    @property
    def step_h(self) -> float:
        """Length of the steps that a window is given in."""

    def window(self, end: np.datetime64, steps: int, strip: Strip) -> Surface:
        """Rain in mm (steps, rows, cols) of the steps before ``end``, the oldest first; NaN is a gap."""

    def close(self) -> None:
        """Let go of all files."""


@dataclass(frozen=True)
class LayerStack:
    """Layers of a file whose meaning is known; use as a context manager, or close it.

    Attributes
    ----------
    layers : RainLayers
    clock : Clock
    unit : RainUnit
    kind : str
        ``amount``, ``rate``, ``day`` or ``running``, see ``units.KINDS``.
    joined : int
        Steps of the file that make one of the window.
    """

    layers: RainLayers
    clock: Clock
    unit: RainUnit
    kind: str
    joined: int = 1

    def __enter__(self) -> LayerStack:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self.layers.close()

    @property
    def grid(self) -> Grid:
        """Cells, north up."""
        return self.layers.facts.frame.grid

    @property
    def ends(self) -> Moments:
        """Ends of the file's steps, UTC."""
        return self.clock.ends

    @property
    def step_h(self) -> float:
        """Length of a step of the window."""
        return self.clock.step_h * self.joined

    def joining(self, step_h: float) -> LayerStack:
        """The same rain in longer steps; 0 leaves them.

        Raises
        ------
        InputError
            No whole number of the file's steps.
        """
        joined = round(step_h / self.clock.step_h) if step_h else 1
        if step_h and (joined < 1 or abs(joined * self.clock.step_h - step_h) > 1e-9):
            raise InputError(
                f"{self.layers.name} has steps of {self.clock.step_h:g} h, from which steps of {step_h:g} h cannot be "
                "made; give a whole number of them"
            )
        return replace(self, joined=joined)

    def window(self, end: np.datetime64, steps: int, strip: Strip) -> Surface:
        """Rain in mm (steps, rows, cols) of the steps before ``end``, the rows of the strip with its halo.

        Raises
        ------
        InputError
            ``end`` is no end of a step.
        """
        when = np.datetime64(end, "s")
        if self.clock.floor(when) != when:
            raise InputError(
                f"No step of {self.layers.name} ends at {iso(when)}; the last whole one ended at "
                f"{iso(self.clock.floor(when))}"
            )
        first, last = strip.read_rows
        shape = last - first, self.grid.cols
        found = np.zeros((steps, *shape), np.float64)
        memory = LayerMemory(lambda layer: self.stored(layer, first, shape[0], 0, shape[1]))
        for place in range(steps * self.joined):
            at = when - self.clock.step * (steps * self.joined - 1 - place)
            mm = self.step_mm(at, memory.read)
            found[place // self.joined] += np.nan if mm is None else mm
        return found.astype(np.float32)

    def stored(self, layer: int, first_row: int, rows: int, first_col: int, cols: int) -> Floats:
        """Stored values (rows, cols) of cells of the grid."""

        def read(of_rows: tuple[int, int], of_cols: tuple[int, int]) -> Floats:
            return self.layers.read(layer, of_rows, of_cols)

        return self.layers.facts.frame.read(
            read, first_row=first_row, rows=rows, first_col=first_col, cols=cols
        )

    def layer_at(self, end: np.datetime64) -> Optional[int]:
        """The layer whose step ends then; None if it is missing."""
        place = int(np.searchsorted(self.clock.ends, end))
        there = place < len(self.clock.ends) and self.clock.ends[place] == end
        return place if there else None

    def step_mm(self, end: np.datetime64, read: ReadLayer) -> Optional[Floats]:
        """Rain in mm of the file's step that ends then, in the cells that ``read`` gives; None if it is missing.

        Raises
        ------
        InputError
            Rain below 0, or more than ever fell.
        """
        layer = self.layer_at(end)
        if layer is None:
            return None
        scale = self.unit.mm(self.clock.step_h)
        if self.kind not in ("day", "running"):
            return self._sound(read(layer) * scale, end)
        if self.kind == "day" and self._is_first_of_day(end):
            return self._sound(read(layer) * scale, end)
        before = self.layer_at(end - self.clock.step)
        if before is None:
            return None
        earlier = read(before)
        return self._sound((read(layer) - earlier) * scale, end)

    def _is_first_of_day(self, end: np.datetime64) -> bool:
        """Whether a step begins at the midnight of the file's own clock."""
        own = end + np.timedelta64(round(self.clock.offset_h * 3600), "s")
        return bool(
            (own - self.clock.step - own.astype("M8[D]").astype("M8[s]")) % np.timedelta64(86400, "s") == 0
        )

    def _sound(self, mm: Floats, end: np.datetime64) -> Floats:
        known = mm[~np.isnan(mm)]
        if not known.size:
            return mm
        least, most = float(known.min()), float(known.max())
        if least < -PACKED_MM:
            if self.kind in ("day", "running"):
                raise InputError(
                    f"{self.layers.name} falls by {-least:.3g} mm in the step that ends at {iso(end)}, so that its "
                    f"numbers do not run on as RAIN_IS ({self.kind}) says; give amount, day or running, whichever "
                    "they are"
                )
            raise InputError(
                f"{self.layers.name} holds {least / self.unit.mm(self.clock.step_h):g} in the step that ends at "
                f"{iso(end)}; rain is 0 or more. Declare the number as no-data in the file if it stands for that"
            )
        limit = min(
            MOST_MM_H * max(self.clock.step_h, 1.0), MOST_MM_DAY * max(self.clock.step_h / DAY_H, 1.0)
        )
        if most > limit:
            raise InputError(
                f"{self.layers.name} gives {most:.4g} mm in the {self.clock.step_h:g} h that end at {iso(end)}, more "
                f"than ever fell; give the RAIN_UNIT it is really in, RAIN_IS where its numbers run on, or declare its "
                "no-data"
            )
        return np.where(mm < 0.0, 0.0, mm)


class LayerMemory:
    """Reads layers and remembers the last one, which a running total needs again."""

    def __init__(self, read: ReadLayer):
        self._read, self._last = read, (-1, np.empty(0))

    def read(self, layer: int) -> Floats:
        """Stored values of a layer."""
        if self._last[0] != layer:
            self._last = layer, self._read(layer)
        return self._last[1]
