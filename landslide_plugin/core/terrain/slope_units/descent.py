"""The way down from every cell, as a forest: each cell hands on to its steepest neighbour.

Of the cells that hand on to the same one, the one with the largest upslope area is its *main giver*. The
chain of main givers from a cell up to the divide, and down to where it joins a larger one, is a *stem*.
Stems do not depend on any threshold: those with enough area at their mouth are the streams.

Cells are known by their rank: by steps to the way out, then by place. A cell's receiver has a lower rank,
and cells of the same number of steps stand side by side, so that a pass over all is a few large steps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Floats, Heights, Surface, Values
from ...types.ground import Ground
from ..water.cells import OFFSETS, outlets
from ..water.directions import inverse_lengths
from ..water.flats import cells_to_way_out

STRIP_CELLS = 1 << 18
"""Cells whose direction is found at a time."""

NOWHERE = 8
"""In place of a direction: the water leaves, or stays."""

LEFT, RIGHT, NEITHER = 0, 1, 2


@dataclass(frozen=True)
class Descent:
    """A forest of cells in the order of their ranks.

    Attributes
    ----------
    shape : (int, int)
        Of the grid.
    cell : int array (ranks,)
        Number of the cell in the grid, row by row.
    receiver : int array (ranks,)
        Rank of the cell it hands on to; its own where the water leaves.
    levels : int array (levels + 1,)
        First rank of each number of steps.
    area_m2 : float64 array (ranks,)
        Upslope area, the cell itself included.
    is_main : bool array (ranks,)
        Whether the cell is the main giver of its receiver.
    mouth_m2 : float64 array (ranks,)
        Upslope area at the lower end of the cell's stem.
    side : int8 array (ranks,)
        Side of its receiver's stem, looking down, on which a cell that is no main giver comes in.
    bank : int8 array (ranks,)
        Side that a cell of a stem itself is counted to: where more water comes in.
    """

    shape: tuple[int, int]
    cell: Cells
    receiver: Cells
    levels: Cells
    area_m2: Floats
    is_main: Flags
    mouth_m2: Floats
    side: npt.NDArray[np.int8]
    bank: npt.NDArray[np.int8]

    def carried_up(self, values: npt.NDArray[np.int64], fixed: Flags) -> npt.NDArray[np.int64]:
        """Values (ranks,) where they are fixed, elsewhere that of the first fixed cell on the way down.

        Cells with nothing fixed on their way take the value of where they leave.

        >>> ramp = descent_of(np.array([[3.0, 2.0, 1.0]]), plane_ground((1, 3)))
        >>> ramp.cell.tolist(), ramp.carried_up(np.array([7, 8, 9]), np.array([True, False, True])).tolist()
        ([2, 1, 0], [7, 7, 9])
        """
        carried = values.copy()
        for start, stop in zip(self.levels[1:-1], self.levels[2:]):
            below = carried[self.receiver[start:stop]]
            carried[start:stop] = np.where(fixed[start:stop], values[start:stop], below)
        return carried

    def on_grid(self, values: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Values (ranks,) in their places (rows, cols); -1 where there is no cell."""
        grid = np.full(self.shape[0] * self.shape[1], -1, np.int64)
        grid[self.cell] = values
        return grid.reshape(self.shape)


def plane_ground(shape: tuple[int, int], cell_m: float = 1.0) -> Ground:
    """Ground of square cells, for examples.

    >>> plane_ground((2, 2)).cell_size_m
    1.0
    """
    from ...types.ground import plane

    return plane(shape, cell_m, cell_m)


def descent_of(filled_m: Surface, ground: Ground, progress: Progress = SILENT) -> Descent:
    """The way down from each cell of a DEM without depressions.

    Parameters
    ----------
    filled_m : float array (rows, cols)
        Heights with depressions filled; NaN where there is none.
    ground : Ground
    progress : Progress

    Notes
    -----
    Water goes to the steepest neighbour (O'Callaghan and Mark 1984), on flats to the neighbour nearest to the
    way out. It leaves where the ground goes on falling beyond the edge.

    Examples
    --------
    >>> valley = np.array([[5.0, 4.0, 5.0], [5.0, 3.0, 5.0], [5.0, 2.0, 5.0]])
    >>> found = descent_of(valley, plane_ground((3, 3)))
    >>> float(found.area_m2.max()), int(found.is_main.sum())
    (9.0, 2)
    """
    shape = filled_m.shape
    direction = _directions(filled_m, ground, progress.part(0.0, 0.4)).ravel()
    has_height = np.isfinite(filled_m).ravel()
    onward = _receivers(direction, shape[1])
    order, levels = _by_steps(onward, has_height, progress.part(0.4, 0.7))
    rank = np.zeros(direction.size, onward.dtype)
    rank[order] = np.arange(order.size, dtype=onward.dtype)
    receiver = rank[onward[order]]
    area = np.repeat(ground.cell_area_m2[:, 0], shape[1])[order]
    for below, start, stop in zip(levels[-3::-1], levels[-2:0:-1], levels[:1:-1]):
        area[below:start] += np.bincount(receiver[start:stop] - below, area[start:stop], start - below)
    progress.step(0.85)
    grid_area = np.zeros(direction.size)
    grid_area[order] = area
    main, bank = _main_givers(direction.reshape(shape), grid_area.reshape(shape))
    to = direction[order]
    is_main = (to != NOWHERE) & (main.ravel()[order][receiver] == (to + 4) % 8)
    mouth = area.copy()
    for start, stop in zip(levels[1:-1], levels[2:]):
        mouth[start:stop] = np.where(is_main[start:stop], mouth[receiver[start:stop]], area[start:stop])
    banks = _banks(bank.ravel()[order], receiver, levels, is_main)
    side = _sides(to, to[receiver], main.ravel()[order][receiver])
    progress.step(1.0)
    return Descent(
        (shape[0], shape[1]), order, receiver, levels, area_m2=area, is_main=is_main, mouth_m2=mouth,
        side=side, bank=banks
    )  # fmt: skip


def _directions(filled_m: Surface, ground: Ground, progress: Progress) -> npt.NDArray[np.int8]:
    """Direction (rows, cols) to the receiver, clockwise from north, or ``NOWHERE``.

    Water leaves where the ground falls most steeply beyond the edge, see ``_rises``.
    """
    rows, cols = filled_m.shape
    padded = np.pad(filled_m, 1, constant_values=np.nan)
    way = cells_to_way_out(padded, outlets(filled_m), progress)
    inverse = inverse_lengths(ground.dx, ground.dy)[:, 1:-1, None]
    direction = np.empty((rows, cols), np.int8)
    strip = max(STRIP_CELLS // cols, 1)
    for start in range(0, rows, strip):
        progress.step(start / rows)
        stop = min(start + strip, rows)
        window = slice(start, stop + 2)
        direction[start:stop] = _steepest(
            padded[window], way[window], _rises(padded[window]), inverse[:, start:stop]
        )
    return direction


def _rises(padded: Surface) -> Heights:
    """Rise (8, rows, cols) in m to each neighbour of the inner cells; NaN where it cannot be told.

    Beyond the edge the ground goes on as it is on the opposite side of the cell, at a corner as the sum of both
    axes. (A plane fitted to what is there would let a valley out where the edge crosses it: its flanks weigh more
    than its floor.)

    >>> cut = np.array([[5.0, 1.0, 5.0], [4.9, 0.9, 4.9]])
    >>> _rises(np.pad(cut, 1, constant_values=np.nan))[:2, 0, 1].round(3).tolist()
    [0.1, 4.1]
    """
    heights = padded.astype(np.float64)
    rows, cols = heights.shape[0] - 2, heights.shape[1] - 2
    rise: Heights = np.stack([heights[1 + i : 1 + i + rows, 1 + j : 1 + j + cols] for i, j in OFFSETS])
    rise -= heights[1:-1, 1:-1]
    for k in (0, 2):
        axis = rise[k].copy()
        rise[k] = np.where(np.isnan(axis), -rise[k + 4], axis)
        rise[k + 4] = np.where(np.isnan(rise[k + 4]), -axis, rise[k + 4])
    for k in (1, 3, 5, 7):
        rise[k] = np.where(np.isnan(rise[k]), rise[k - 1] + rise[(k + 1) % 8], rise[k])
    return rise


def _steepest(
    padded: Surface, way: npt.NDArray[np.int32], rise: Heights, inverse: Heights
) -> npt.NDArray[np.int8]:
    """Direction (rows, cols) of the steepest fall, on flats of the way out.

    ``padded`` and ``way`` carry a frame of one cell; ``rise`` is (8, rows, cols).
    """
    rows, cols = padded.shape[0] - 2, padded.shape[1] - 2
    slope = np.where(np.isnan(rise), -np.inf, -rise * inverse)
    best = slope.argmax(axis=0)
    missing, onward = np.zeros((rows, cols), bool), np.full((rows, cols), NOWHERE, np.int8)
    inner, inner_way = padded[1:-1, 1:-1], way[1:-1, 1:-1]
    for k in range(7, -1, -1):
        down, right = OFFSETS[k]
        view = (slice(1 + down, 1 + down + rows), slice(1 + right, 1 + right + cols))
        missing |= (best == k) & np.isnan(padded[view])
        onward[(padded[view] == inner) & (way[view] == inner_way - 1) & (inner_way > 0)] = k
    falls = slope.max(axis=0) > 0.0
    return np.where(falls, np.where(missing, NOWHERE, best), onward).astype(np.int8)


def _receivers(direction: npt.NDArray[np.int8], cols: int) -> Cells:
    """Number of the cell that each hands on to; its own where water leaves."""
    kind = np.int32 if direction.size < 2**31 - 1 else np.int64
    moves: Cells = np.array([down * cols + right for down, right in OFFSETS] + [0], kind)
    place: Cells = np.arange(direction.size).astype(kind)
    return np.asarray(place + moves[direction])


def _by_steps(onward: Cells, has_height: Flags, progress: Progress) -> tuple[Cells, Cells]:
    """Cells with a height by steps to the way out, and where each number of steps begins."""
    steps = (onward != np.arange(onward.size, dtype=onward.dtype)).astype(np.int32)
    jump, turn = onward, 0
    while True:
        more = steps[jump]
        if not more.any():
            break
        steps += more
        jump = jump[jump]
        turn += 1
        progress.step(min(turn / 16, 0.9))
    cells = np.flatnonzero(has_height).astype(onward.dtype)
    steps = steps[cells]
    highest = int(steps.max())
    key = steps.astype(np.uint16) if highest < 2**16 else steps
    order = cells[np.argsort(key, kind="stable")]
    levels = np.concatenate([[0], np.cumsum(np.bincount(steps, minlength=highest + 1))])
    return order, levels


def _main_givers(
    direction: npt.NDArray[np.int8], area: Heights
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]:
    """Where each cell's main giver lies, clockwise from north (``NOWHERE`` without), and the cell's bank."""
    rows, cols = area.shape
    to, from_area = np.pad(direction, 1, constant_values=NOWHERE), np.pad(area, 1)
    main, most = np.full(area.shape, NOWHERE, np.int8), np.zeros(area.shape)
    views = [
        (slice(1 + down, 1 + down + rows), slice(1 + right, 1 + right + cols)) for down, right in OFFSETS
    ]
    for k, view in enumerate(views):
        more = (to[view] == (k + 4) % 8) & (from_area[view] > most)
        main[more], most[more] = k, from_area[view][more]
    balance = np.zeros(area.shape)
    for k, view in enumerate(views):
        lateral = (to[view] == (k + 4) % 8) & (main != k)
        sign = np.where(_sides(np.full(area.shape, (k + 4) % 8), direction, main) == RIGHT, 1.0, -1.0)
        balance += np.where(lateral, sign * from_area[view], 0.0)
    bank = np.where(balance > 0.0, RIGHT, np.where(balance < 0.0, LEFT, NEITHER)).astype(np.int8)
    return main, bank


def _banks(
    heavier: npt.NDArray[np.int8], receiver: Cells, levels: Cells, is_main: Flags
) -> npt.NDArray[np.int8]:
    """Bank (ranks,) of each cell of a stem, from the side on which more comes in beside the stem.

    Where neither does, that of the cell below. A single line of flow at the head of a stem, into which nothing
    comes, faces what comes in where it ends.
    """
    lone = np.bincount(receiver, ~is_main & (receiver != np.arange(receiver.size)), receiver.size) == 0.0
    for below, start, stop in zip(levels[-3::-1], levels[-2:0:-1], levels[:1:-1]):
        busy = np.bincount(receiver[start:stop] - below, ~lone[start:stop], start - below) > 0.0
        lone[below:start] &= ~busy
    banks = heavier.copy()
    for start, stop in zip(levels[1:-1], levels[2:]):
        below = receiver[start:stop]
        faces = lone[start:stop] & ~lone[below] & (heavier[below] != NEITHER)
        taken = np.where(faces, RIGHT - heavier[below], banks[below])
        unsaid = (heavier[start:stop] == NEITHER) & is_main[start:stop]
        banks[start:stop] = np.where(unsaid, taken, banks[start:stop])
    banks[banks == NEITHER] = LEFT
    return banks


def _sides(to: Values, on: Values, main: Values) -> (
    npt.NDArray[np.int8]
):  # fmt: skip
    """Side on which water flowing in direction ``to`` comes into a stem that comes from ``main`` and goes ``on``.

    >>> int(_sides(np.array(2), np.array(4), np.array(0))), int(_sides(np.array(6), np.array(4), np.array(0)))
    (1, 0)
    """
    ahead = np.where(on == NOWHERE, (main + 4) % 8, on)
    comes = (to + 4 - ahead) % 8
    return np.where(comes < (main - ahead) % 8, RIGHT, LEFT).astype(np.int8)
