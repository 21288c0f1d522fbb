"""What is done to the eight neighbours of a cell at once, in instructions on vectors.

A compiler does not find by itself that the neighbours are three stretches of rows, each read and written as one:
four cells from one west of the cell on in its own row and in that above, from two west in that below, so that none
lies beyond the arrays. Directions are numbered north first, then clockwise. Each function stands here twice: in
Python, as what it means, and as what it is compiled to.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir

from .jit import in_instructions, types

SINGLE, DOUBLE, BYTE, WORD = ir.FloatType(), ir.DoubleType(), ir.IntType(8), ir.IntType(32)
STRETCHES = ((-1, -1), (0, -1), (1, -2))
"""Rows and columns from a cell to where the three stretches around it begin."""

DIRECTIONS = ((7, 0, 1, None), (6, None, 2, None), (None, 5, 4, 3))
"""The direction of each cell of each stretch; None for the cell itself and what is no neighbour."""

NOBODY = 8
"""In place of a direction: a lane of zeros."""


def across(direction: int) -> int:
    """The direction that leads back.

    >>> across(7)
    3
    """
    return (direction + 4) % 8


def slopes_in_python(
    flat: Any, cell: Any, width: Any, inverse: Any, at: Any, least: Any, shares: Any, start: Any
) -> None:
    """Put the slope to each lower neighbour, at least ``least``, else 0, into ``shares`` from ``start`` on.

    Parameters
    ----------
    flat : float32 array (cells,)
        Framed heights.
    cell, width : uint64
        Its number, and the columns of a framed row.
    inverse : float32 array (8 rows,)
        1 over the distance to each neighbour, of the cell's row from ``at`` on.
    at : uint64
    least : float32
    shares : float32 array
    start : uint64
    """
    for stretch, known in zip(STRETCHES, DIRECTIONS):
        for step, k in enumerate(known):
            if k is not None:
                fall = flat[cell] - flat[_place(cell, width, stretch, step)]
                slope = max(fall * inverse[at + np.uint64(k)], least)
                shares[start + np.uint64(k)] = slope if fall > 0.0 else np.float32(0.0)


def hand_in_python(area: Any, cell: Any, width: Any, shares: Any, start: Any) -> None:
    """Add the water of a cell to that of its neighbours in proportion to the eight shares from ``start`` on.

    Parameters
    ----------
    area : float64 array (cells,)
    cell, width : uint64
    shares : float32 array
    start : uint64
    """
    total = sum(float(shares[start + np.uint64(k)]) for k in range(8))
    water = area[cell] / (total if total > 0.0 else 1.0)
    for stretch, known in zip(STRETCHES, DIRECTIONS):
        for step, k in enumerate(known):
            if k is not None:
                area[_place(cell, width, stretch, step)] += water * shares[start + np.uint64(k)]


def release_in_python(givers: Any, cell: Any, width: Any) -> int:
    """Strike a cell off the givers of its neighbours; bits of the directions in which it was the last one.

    Parameters
    ----------
    givers : uint8 array (cells,)
        Bits of the directions in which each cell's givers lie that have not handed over.
    cell, width : uint64
    """
    last = 0
    for stretch, known in zip(STRETCHES, DIRECTIONS):
        for step, k in enumerate(known):
            if k is not None:
                there, bit = _place(cell, width, stretch, step), 1 << across(k)
                last |= int(givers[there] == bit) << k
                givers[there] = np.uint8(int(givers[there]) & (0xFF ^ bit))
    return last


def mark_in_python(route: Any, cell: Any, width: Any, shares: Any, start: Any, bit: Any) -> None:
    """Set a bit of those neighbours that get one of the eight shares from ``start`` on.

    Parameters
    ----------
    route : uint8 array (cells,)
    cell, width : uint64
    shares : float32 array
    start : uint64
    bit : uint8
    """
    for stretch, known in zip(STRETCHES, DIRECTIONS):
        for step, k in enumerate(known):
            if k is not None and shares[start + np.uint64(k)] > 0.0:
                route[_place(cell, width, stretch, step)] |= bit


def put_in_python(moves: Any, at: Any, cell: Any, ready: Any, count: Any) -> None:
    """Write a cell's number plus each of eight moves into eight places of a list from ``count`` on.

    Parameters
    ----------
    moves : uint64 array
        The moves stand from ``at`` on.
    at, cell : uint64
    ready : uint64 array
    count : int64
    """
    for n in range(8):
        ready[count + n] = np.uint64((int(cell) + int(moves[at + np.uint64(n)])) % 2**64)


def fetch_in_python(values: Any, cell: Any, width: Any) -> None:
    """Have the three stretches around a cell brought into the processor's cache; no value changes.

    Parameters
    ----------
    values : array (cells,)
    cell, width : uint64
    """


def _place(cell: Any, width: Any, stretch: tuple[int, int], step: int) -> Any:
    """The number of a cell of a stretch."""
    return np.uint64(int(cell) + stretch[0] * int(width) + stretch[1] + step)


def _lanes(*numbers: int) -> Any:
    return ir.Constant(ir.VectorType(WORD, len(numbers)), list(numbers))


def _constant(of: Any, *values: float) -> Any:
    return ir.Constant(ir.VectorType(of, len(values)), list(values))


class _Writer:
    """Writes the instructions of one function of arrays, numbers of cells and the like."""

    def __init__(self, context: Any, builder: Any, signature: Any, arguments: Any) -> None:
        self.to = builder
        self.values = [
            context.make_array(kind)(context, builder, value).data if isinstance(kind, types.Array) else value
            for kind, value in zip(signature.args, arguments)
        ]

    def stretch(self, cell: Any, width: Any, number: int) -> Any:
        """Where a stretch around a cell begins."""
        rows, cols = STRETCHES[number]
        row = {-1: self.to.sub, 0: lambda one, _: one, 1: self.to.add}[rows](cell, width)
        return self.to.add(row, ir.Constant(row.type, cols))

    def _pointer(self, base: Any, index: Any, kind: Any) -> Any:
        return self.to.bitcast(self.to.gep(base, [index]), kind.as_pointer())

    def load(self, base: Any, index: Any, kind: Any, align: int) -> Any:
        """A vector or number of a kind from a place of an array."""
        return self.to.load(self._pointer(base, index, kind), align=align)

    def store(self, value: Any, base: Any, index: Any, align: int) -> None:
        """Put a vector or number into a place of an array."""
        self.to.store(value, self._pointer(base, index, value.type), align=align)

    def pick(self, one: Any, other: Any, *numbers: int) -> Any:
        """Lanes of two vectors, counted through."""
        return self.to.shuffle_vector(one, other, _lanes(*numbers))

    def spread(self, value: Any, size: int) -> Any:
        """A number in all lanes."""
        empty = ir.Constant(ir.VectorType(value.type, size), ir.Undefined)
        first = self.to.insert_element(empty, value, ir.Constant(WORD, 0))
        return self.pick(first, first, *[0] * size)


@in_instructions(slopes_in_python)
def slopes(
    _typing: Any, flat: Any, cell: Any, width: Any, inverse: Any, at: Any, least: Any, shares: Any, start: Any
) -> Any:
    """See ``slopes_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        heights, here, cols, lengths, row, floor, out, first = w.values
        four, eight = ir.VectorType(SINGLE, 4), ir.VectorType(SINGLE, 8)
        north, middle, south = (w.load(heights, w.stretch(here, cols, n), four, 4) for n in range(3))
        ends = w.pick(north, south, *range(8))
        around = w.pick(ends, w.pick(middle, middle, *range(8)), 1, 2, 10, 7, 6, 5, 8, 0)
        fall = builder.fsub(w.pick(middle, middle, *[1] * 8), around)
        slope, least_one = builder.fmul(fall, w.load(lengths, row, eight, 4)), w.spread(floor, 8)
        slope = builder.select(builder.fcmp_ordered(">", slope, least_one), slope, least_one)
        zero = _constant(SINGLE, *[0.0] * 8)
        falls = builder.fcmp_ordered(">", fall, zero)
        w.store(builder.select(falls, slope, zero), out, first, 4)
        return context.get_dummy_value()

    return types.void(flat, cell, width, inverse, at, least, shares, start), write


@in_instructions(hand_in_python)
def hand(_typing: Any, area: Any, cell: Any, width: Any, shares: Any, start: Any) -> Any:
    """See ``hand_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        areas, here, cols, parts, first = w.values
        eight, four = ir.VectorType(DOUBLE, 8), ir.VectorType(DOUBLE, 4)
        share = builder.fpext(w.load(parts, first, ir.VectorType(SINGLE, 8), 4), eight)
        half = builder.fadd(w.pick(share, share, 0, 1, 2, 3), w.pick(share, share, 4, 5, 6, 7))
        pair = builder.fadd(w.pick(half, half, 0, 1), w.pick(half, half, 2, 3))
        total = builder.fadd(*(builder.extract_element(pair, ir.Constant(WORD, n)) for n in range(2)))
        gives = builder.fcmp_ordered(">", total, ir.Constant(DOUBLE, 0.0))
        over = builder.select(gives, total, ir.Constant(DOUBLE, 1.0))
        water = w.spread(builder.fdiv(w.load(areas, here, DOUBLE, 8), over), 4)
        zero, fused = _constant(DOUBLE, *[0.0] * 8), ("contract",)
        for n, known in enumerate(DIRECTIONS):
            part = w.pick(share, zero, *(NOBODY if k is None else k for k in known))
            there = w.stretch(here, cols, n)
            before = w.load(areas, there, four, 8)
            w.store(builder.fadd(before, builder.fmul(water, part, fused), fused), areas, there, 8)
        return context.get_dummy_value()

    return types.void(area, cell, width, shares, start), write


@in_instructions(release_in_python)
def release(_typing: Any, givers: Any, cell: Any, width: Any) -> Any:
    """See ``release_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        waiting, here, cols = w.values
        words = _constant(WORD, 0, 0, 0, 0)
        for n, known in enumerate(DIRECTIONS):
            kept = [0xFF if k is None else 0xFF ^ (1 << across(k)) for k in known]
            there = w.stretch(here, cols, n)
            word = w.load(waiting, there, WORD, 1)
            left = builder.and_(word, ir.Constant(WORD, int.from_bytes(bytes(kept), "little")))
            w.store(left, waiting, there, 1)
            words = builder.insert_element(words, word, ir.Constant(WORD, n))
        lanes = builder.bitcast(words, ir.VectorType(BYTE, 16))
        around = w.pick(lanes, lanes, 1, 2, 6, 11, 10, 9, 4, 0)
        alone = _constant(BYTE, *(1 << across(k) for k in range(8)))
        return builder.bitcast(builder.icmp_unsigned("==", around, alone), BYTE)

    return types.uint8(givers, cell, width), write


@in_instructions(mark_in_python)
def mark(_typing: Any, route: Any, cell: Any, width: Any, shares: Any, start: Any, bit: Any) -> Any:
    """See ``mark_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        codes, here, cols, parts, first, code = w.values
        share = w.load(parts, first, ir.VectorType(SINGLE, 8), 4)
        gets = builder.fcmp_ordered(">", share, _constant(SINGLE, *[0.0] * 8))
        nothing = _constant(BYTE, *[0] * 8)
        bits = builder.select(gets, w.spread(code, 8), nothing)
        known = [NOBODY if k is None else k for stretch in DIRECTIONS for k in stretch] + [NOBODY] * 4
        words = builder.bitcast(w.pick(bits, nothing, *known), ir.VectorType(WORD, 4))
        for n in range(3):
            there = w.stretch(here, cols, n)
            word = builder.or_(
                w.load(codes, there, WORD, 1), builder.extract_element(words, ir.Constant(WORD, n))
            )
            w.store(word, codes, there, 1)
        return context.get_dummy_value()

    return types.void(route, cell, width, shares, start, bit), write


@in_instructions(fetch_in_python)
def fetch(_typing: Any, values: Any, cell: Any, width: Any) -> Any:
    """See ``fetch_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        base, here, cols = w.values
        kind = ir.FunctionType(ir.VoidType(), [BYTE.as_pointer(), WORD, WORD, WORD])
        prefetch = builder.module.declare_intrinsic("llvm.prefetch", [BYTE.as_pointer()], kind)
        for n in range(3):
            there = builder.bitcast(builder.gep(base, [w.stretch(here, cols, n)]), BYTE.as_pointer())
            builder.call(prefetch, [there, *(ir.Constant(WORD, v) for v in (1, 3, 1))])
        return context.get_dummy_value()

    return types.void(values, cell, width), write


@in_instructions(put_in_python)
def put(_typing: Any, moves: Any, at: Any, cell: Any, ready: Any, count: Any) -> Any:
    """See ``put_in_python``."""

    def write(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        w = _Writer(context, builder, signature, arguments)
        steps, row, here, numbers, first = w.values
        step = w.load(steps, row, ir.VectorType(here.type, 8), 8)
        w.store(builder.add(step, w.spread(here, 8)), numbers, first, 8)
        return context.get_dummy_value()

    return types.void(moves, at, cell, ready, count), write
