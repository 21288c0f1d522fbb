"""Well-known binary of simple geometries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def point_wkb(x: float, y: float) -> bytes:
    """Well-known binary of a point.

    >>> len(point_wkb(1.0, 2.0))
    21
    """
    return b"\x01\x01\x00\x00\x00" + np.array([x, y], "<f8").tobytes()


def line_wkb(xy: npt.NDArray[np.float64]) -> bytes:
    """Well-known binary of a line through points (n, 2).

    >>> len(line_wkb(np.zeros((2, 2))))
    41
    """
    return b"\x01\x02\x00\x00\x00" + np.array([len(xy)], "<u4").tobytes() + np.asarray(xy, "<f8").tobytes()


def box_wkb(west: float, south: float, east: float, north: float) -> bytes:
    """Well-known binary of a rectangle, as a multi-polygon of one.

    >>> len(box_wkb(0.0, 0.0, 1.0, 1.0))
    102
    """
    ring = np.array(
        [[west, south], [east, south], [east, north], [west, north], [west, south]], "<f8"
    ).tobytes()
    one, five = np.array([1], "<u4").tobytes(), np.array([5], "<u4").tobytes()
    return b"\x01\x06\x00\x00\x00" + one + b"\x01\x03\x00\x00\x00" + one + five + ring
