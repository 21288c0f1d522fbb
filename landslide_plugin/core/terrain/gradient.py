"""Slope and aspect from the 3 x 3 window."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.arrays import Heights
from .neighbours import Neighbours

SLOPE_METHODS = ("horn", "zevenbergen_thorne")


def gradient(around: Neighbours, method: str = "horn") -> tuple[Heights, Heights]:
    """Rise of the surface towards the east and towards the north (m/m).

    Parameters
    ----------
    around : Neighbours
    method : {"horn", "zevenbergen_thorne"}
        Horn (1981, Proc. IEEE 69, eq. on p. 18) weighs three pairs of neighbours; Zevenbergen and
        Thorne (1987, eq. 9, 10) takes the one pair on each axis.

    Returns
    -------
    east, north : float64 arrays (rows, cols)

    Examples
    --------
    >>> from .neighbours import neighbours_of
    >>> plane = np.add.outer(-2.0 * np.arange(4), 5.0 * np.arange(4))
    >>> east, north = gradient(neighbours_of(plane, dx=10.0, dy=20.0))
    >>> east.tolist(), north.tolist()
    ([[0.5, 0.5], [0.5, 0.5]], [[0.1, 0.1], [0.1, 0.1]])
    """
    if method == "horn":
        east = ((around.ne - around.nw) + 2.0 * (around.e - around.w) + (around.se - around.sw)) / 8.0
        north = ((around.nw - around.sw) + 2.0 * (around.n - around.s) + (around.ne - around.se)) / 8.0
    elif method == "zevenbergen_thorne":
        east, north = (around.e - around.w) / 2.0, (around.n - around.s) / 2.0
    else:
        raise InputError(f"Slope method is {method}; allowed: {', '.join(SLOPE_METHODS)}")
    return east / around.dx, north / around.dy


def slope_deg(east: Heights, north: Heights) -> Heights:
    """Angle of the surface from the horizontal, in degrees.

    >>> bool(np.isclose(slope_deg(np.array(0.6), np.array(0.8)), 45.0))
    True
    """
    return np.asarray(np.degrees(np.arctan(np.hypot(east, north))))


def aspect_deg(east: Heights, north: Heights) -> npt.NDArray[np.float32]:
    """Azimuth of the downslope direction in degrees, 0 <= aspect < 360, clockwise from north.

    NaN where the surface is level.

    >>> aspect_deg(np.array([-1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])).tolist()
    [90.0, 180.0, nan]
    """
    azimuth = np.degrees(np.arctan2(-east, -north))
    azimuth = np.where(azimuth < 0.0, azimuth + 360.0, azimuth).astype(np.float32)
    level = (east == 0.0) & (north == 0.0)
    return np.where(level, np.float32(np.nan), np.where(azimuth >= 360.0, np.float32(0.0), azimuth))


def aspect_sin(east: Heights, north: Heights) -> Heights:
    """Sine of the aspect, its eastward part; 0 where the surface is level.

    >>> aspect_sin(np.array([-3.0, 0.0]), np.array([4.0, 0.0])).tolist()
    [0.6, 0.0]
    """
    return _share(-east, east, north)


def aspect_cos(east: Heights, north: Heights) -> Heights:
    """Cosine of the aspect, its northward part; 0 where the surface is level.

    >>> aspect_cos(np.array([-3.0, 0.0]), np.array([4.0, 0.0])).tolist()
    [-0.8, 0.0]
    """
    return _share(-north, east, north)


def _share(part: Heights, east: Heights, north: Heights) -> Heights:
    rise = np.hypot(east, north)
    share = part / np.where(rise == 0.0, 1.0, rise)
    return np.asarray(share + 0.0)
