"""Outlets, and filling depressions by a flood from them, on framed heights.

The flood climbs from the outlets with a stack alone; what it has not reached then lies in depressions.
Only cells on the rim of these wait in a heap; the lowest of them floods what lies below it up to its own
height, and the climb goes on from there.
The filled height of a cell is the smallest, over all ways out, of the highest cell on the way, so
the order of equal heights does not matter and the result is exact (Barnes, Lehman and Mulla 2014).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .jit import inline, serial
from .meter import DONE, EVERY, STOP

OPEN, REACHED = 0, 1
FIRST_ROOM = 1 << 16


@inline
def steps(cols: int) -> Any:
    """What to add to a cell's number to reach its neighbours: north, then clockwise.

    Numbers are unsigned, and adding the complement steps back: a number that may be negative would be
    tested at every use.
    """
    moves = (-cols, 1 - cols, 1, cols + 1, cols, cols - 1, -1, -cols - 1)
    around = np.empty(8, np.uint64)
    for k in range(8):
        around[k] = np.uint64(np.int64(moves[k]))
    return around


@inline
def grown(numbers: Any) -> Any:
    """The same numbers with twice the room."""
    larger = np.empty(2 * numbers.size, numbers.dtype)
    larger[: numbers.size] = numbers
    return larger


@inline
def rank(height: Any, cell: int) -> Any:
    """Height and cell as one number that sorts by height; cells are below 2^32."""
    bits = np.float32(height).view(np.uint32)
    negative = bits & np.uint32(0x80000000)
    bits = np.uint32(~bits) if negative else np.uint32(bits | np.uint32(0x80000000))
    return (np.uint64(bits) << np.uint64(32)) | np.uint64(cell)


@inline
def push(heap: Any, size: int, key: Any) -> None:
    """Put ``key`` into a binary heap of ``size`` numbers, for which there is room."""
    at = size
    while at > 0:
        above = (at - 1) >> 1
        if heap[above] <= key:
            break
        heap[at] = heap[above]
        at = above
    heap[at] = key


@inline
def pop(heap: Any, size: int) -> Any:
    """Take the smallest of ``size`` numbers out of a binary heap."""
    smallest, last = heap[0], heap[size - 1]
    at, below = 0, 1
    while below < size - 1:
        if below + 1 < size - 1 and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= last:
            break
        heap[at] = heap[below]
        at, below = below, 2 * below + 1
    heap[at] = last
    return smallest


@serial
def beyond(z: Any, outside: Any) -> None:
    """Mark with 1 the cells without height that the frame of flat ``z`` reaches through others without.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outside : uint8 array (framed rows * framed cols,)
        All 0 before.
    """
    flat, cells, around = z.ravel(), np.uint64(z.size), steps(z.shape[1])
    waiting, count = np.empty(FIRST_ROOM, np.uint64), 1
    waiting[0], outside[0] = 0, 1
    while count > 0:
        count -= 1
        here = waiting[count]
        if count + 8 >= waiting.size:
            waiting = grown(waiting)
        for k in range(8):
            there = here + around[k]
            if there >= cells or outside[there] == 1 or not math.isnan(flat[there]):
                continue
            outside[there] = 1
            waiting[count] = there
            count += 1


@serial
def find_outlets(z: Any, holes_drain: bool, outlet: Any) -> None:
    """Mark with 1 the cells from which water may leave, see ``terrain.cells.outlets``.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
        All 0 before.
    """
    outside = np.zeros(1 if holes_drain else z.size, np.uint8)
    if not holes_drain:
        beyond(z, outside)
    cols = z.shape[1]
    for i in range(1, z.shape[0] - 1):
        for j in range(1, cols - 1):
            if math.isnan(z[i, j]):
                continue
            for down in range(-1, 2):
                for right in range(-1, 2):
                    a, b = i + down, j + right
                    if math.isnan(z[a, b]) and (holes_drain or outside[a * cols + b] == 1):
                        outlet[i, j] = 1


@inline
def climb(flat: Any, state: Any, around: Any, stack: Any, count: int, spills: Any, meter: Any) -> Any:
    """Reach everything that can be reached without going down from the cells on the stack.

    Returns the stack, the list of cells that touch a lower open one and its
    length; both lists may have grown.
    """
    spilling, done = 0, 0
    while count > 0:
        count -= 1
        here = stack[count]
        height = flat[here]
        done += 1
        if done % EVERY == 0:
            meter[DONE] += EVERY
            if meter[STOP] != 0:
                break
        if count + 8 >= stack.size:
            stack = grown(stack)
        low = False
        for k in range(8):
            there = here + around[k]
            if state[there] == OPEN:
                if flat[there] >= height:
                    state[there] = REACHED
                    stack[count] = there
                    count += 1
                else:
                    low = True
        if low:
            if spilling == spills.size:
                spills = grown(spills)
            spills[spilling] = here
            spilling += 1
    meter[DONE] += done % EVERY
    return stack, spills, spilling


@inline
def keep_spills(flat: Any, state: Any, around: Any, spills: Any, spilling: int, heap: Any, size: int) -> Any:
    """Put the cells that still touch an open cell into the heap; return it and its size."""
    if size + spilling > heap.size:
        larger = np.empty(2 * (size + spilling), np.uint64)
        larger[:size] = heap[:size]
        heap = larger
    for s in range(spilling):
        here = spills[s]
        for k in range(8):
            if state[here + around[k]] == OPEN:
                push(heap, size, rank(flat[here], here))
                size += 1
                break
    return heap, size


@inline
def flood(flat: Any, state: Any, around: Any, here: Any, pit: Any, stack: Any) -> Any:
    """Raise what lies at or below ``here`` to its height; return both lists and the cells to climb from."""
    level, depth, count = flat[here], 1, 0
    pit[0] = here
    while depth > 0:
        depth -= 1
        here = pit[depth]
        if depth + 8 >= pit.size:
            pit = grown(pit)
        if count + 8 >= stack.size:
            stack = grown(stack)
        for k in range(8):
            there = here + around[k]
            if state[there] == OPEN:
                state[there] = REACHED
                if flat[there] <= level:
                    flat[there] = level
                    pit[depth] = there
                    depth += 1
                else:
                    stack[count] = there
                    count += 1
    return pit, stack, count


@serial
def fill(z: Any, outlet: Any, meter: Any) -> None:
    """Raise depressions of framed heights to their spill level, in place.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
    meter : int64 array (2,)
        Counts cells.
    """
    flat, around, is_outlet = z.ravel(), steps(z.shape[1]), outlet.ravel()
    state = np.zeros(z.size, np.uint8)
    stack, count = np.empty(FIRST_ROOM, np.uint64), 0
    for cell in range(z.size):
        if math.isnan(flat[cell]):
            state[cell] = REACHED
        elif is_outlet[cell] != 0:
            state[cell] = REACHED
            if count == stack.size:
                stack = grown(stack)
            stack[count] = cell
            count += 1
    spills, pit = np.empty(FIRST_ROOM, np.uint64), np.empty(FIRST_ROOM, np.uint64)
    heap, waiting = np.empty(FIRST_ROOM, np.uint64), 0
    while meter[STOP] == 0:
        stack, spills, spilling = climb(flat, state, around, stack, count, spills, meter)
        heap, waiting = keep_spills(flat, state, around, spills, spilling, heap, waiting)
        if waiting == 0:
            break
        lowest = pop(heap, waiting) & np.uint64(0xFFFFFFFF)
        waiting -= 1
        pit, stack, count = flood(flat, state, around, lowest, pit, stack)
