"""Small patches of a map of classes joined to a patch beside them."""

from __future__ import annotations

import heapq

import numpy as np
import numpy.typing as npt

from ...types.arrays import Cells

Codes = npt.NDArray[np.uint8]


def join_small(codes: Codes, least: int) -> Codes:
    """Codes (rows, cols) in which every patch has as many cells as asked, or touches no other.

    The smallest patch goes first, to the largest beside it; patches of one code that then touch are one. Cells belong
    to a patch if they touch by their sides; 0 is no-data, which stays and takes nothing in.

    Parameters
    ----------
    codes : uint8 array (rows, cols)
    least : int
        Cells.

    Examples
    --------
    >>> join_small(np.array([[1, 2, 2], [1, 0, 3]], np.uint8), 2).tolist()
    [[1, 2, 2], [1, 0, 2]]
    >>> join_small(np.array([[1, 2], [2, 1]], np.uint8), 4).tolist()
    [[2, 2], [2, 2]]
    """
    label, code_of = _labelled(codes)
    size = np.bincount(label.ravel(), minlength=len(code_of))
    size[0] = 0
    beside = _neighbours(label, len(code_of))
    code, count = code_of.tolist(), size.tolist()
    parent = list(range(len(code)))
    waiting = [(count[i], i) for i in range(1, len(code)) if count[i] < least and beside[i]]
    heapq.heapify(waiting)
    while waiting:
        cells, one = heapq.heappop(waiting)
        if parent[one] != one or count[one] != cells or not beside[one]:
            continue  # it has grown, or is part of another one by now
        host = max(beside[one], key=lambda other: (count[other], -other))
        same = [other for other in beside[one] if code[other] == code[host]]
        for part in (one, *(other for other in same if other != host)):
            parent[part] = host
            count[host] += count[part]
            beside[host] |= beside[part]
            for other in beside[part]:
                beside[other].discard(part)
                beside[other].add(host)
            beside[part] = set()
        beside[host] -= {host, one, *same}
        if count[host] < least and beside[host]:
            heapq.heappush(waiting, (count[host], host))
    return _roots_codes(parent, code)[label]


def _labelled(codes: Codes) -> tuple[Cells, Codes]:
    """Number (rows, cols) of the patch of each cell, 0 for no-data, and the code of each number."""
    from scipy.ndimage import label

    numbers, code_of = np.zeros(codes.shape, np.int32), [np.zeros(1, np.uint8)]
    for code in np.unique(codes[codes > 0]).tolist():
        found, count = label(codes == code)
        here = found > 0
        numbers[here] = found[here] + sum(len(part) for part in code_of) - 1
        code_of.append(np.full(count, code, np.uint8))
    return numbers, np.concatenate(code_of)


def _neighbours(label: Cells, count: int) -> list[set[int]]:
    beside: list[set[int]] = [set() for _ in range(count)]
    found = []
    for one, other in ((label[:, 1:], label[:, :-1]), (label[1:], label[:-1])):
        apart = (one != other) & (one > 0) & (other > 0)
        low, high = np.minimum(one[apart], other[apart]), np.maximum(one[apart], other[apart])
        found.append(np.unique(low.astype(np.int64) * count + high))
    for pair in np.unique(np.concatenate(found)).tolist():
        one_of, other_of = divmod(pair, count)
        beside[one_of].add(other_of)
        beside[other_of].add(one_of)
    return beside


def _roots_codes(parent: list[int], code: list[int]) -> Codes:
    """Code (n,) of the patch that each has become part of."""
    root = np.asarray(parent)
    while (root[root] != root).any():
        root = root[root]
    found: Codes = np.asarray(code, np.uint8)[root]
    return found
