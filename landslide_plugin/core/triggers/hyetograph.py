"""How the rain of a storm falls over its hours: shapes whose blocks add up to the storm's depth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ..errors import InputError

SHAPES = ("uniform", "alternating", "chicago", "series")
MOST_BLOCKS = 240

DepthOf = Callable[[float], float]
"""Depth (mm) of the storm of a return period over a duration (h)."""


def blocks_of(duration_h: float, step_h: float) -> int:
    """Number of equal blocks of a storm.

    >>> blocks_of(24.0, 1.0)
    24
    """
    count = round(duration_h / step_h)
    if count < 1 or abs(count * step_h - duration_h) > 1e-6 * duration_h or count > MOST_BLOCKS:
        raise InputError(
            f"A storm of {duration_h:g} h cannot be cut into blocks of {step_h:g} h; give a step that divides it, "
            f"in at most {MOST_BLOCKS} blocks"
        )
    return count


def uniform(duration_h: float, step_h: float) -> npt.NDArray[np.float64]:
    """Shares (blocks,) of steady rain.

    >>> uniform(4.0, 1.0).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    count = blocks_of(duration_h, step_h)
    return np.full(count, 1.0 / count)


def alternating(duration_h: float, step_h: float, depth_of: DepthOf) -> npt.NDArray[np.float64]:
    """Shares (blocks,) of the alternating block method: the heaviest block in the middle, the next after and before it.

    Within any number of blocks around the peak falls the depth of that duration.

    Source: Chow, V. T., Maidment, D. R., Mays, L. W. (1988), Applied Hydrology, section 14.4.

    >>> (16 * alternating(4.0, 1.0, lambda hours: 8 * hours**0.5)).round(3).tolist()
    [2.543, 8.0, 3.314, 2.144]
    """
    count = blocks_of(duration_h, step_h)
    depths = np.array([0.0, *(depth_of(step_h * (block + 1)) for block in range(count))])
    gains = np.diff(depths)
    if depths[-1] <= 0 or (gains < 0).any():
        raise InputError(
            "The depths of the durations fall; alternating blocks need depths that grow with the duration"
        )
    order = np.sort(gains)[::-1]
    place = np.empty(count)
    middle = (count - 1) // 2
    for rank, gain in enumerate(order):
        offset = (rank + 1) // 2
        place[middle + (offset if rank % 2 else -offset)] = gain
    return np.asarray(place / depths[-1])


def chicago(
    duration_h: float, step_h: float, depth_of: DepthOf, peak_share: float = 0.4
) -> npt.NDArray[np.float64]:
    """Shares (blocks,) of the Chicago storm, whose peak comes after a share of its duration.

    Before and after the peak the rain gathers outwards as the depth of a duration does: within t around the peak, of
    which the share r before it, falls the depth of t.

    Source: Keifer, C. J., Chu, H. H. (1957), Journal of the Hydraulics Division ASCE 83(HY4), 1332.

    >>> shares = chicago(10.0, 1.0, lambda hours: hours**0.5, 0.4)
    >>> int(shares.argmax()), round(float(shares.sum()), 9)
    (4, 1.0)
    """
    count = blocks_of(duration_h, step_h)
    edges = np.linspace(0.0, duration_h, count + 1)
    peak = peak_share * duration_h
    whole = depth_of(duration_h)

    def gathered(edge: float) -> float:
        """Depth from the peak out to an edge, negative before it."""
        side = peak_share if edge < peak else 1.0 - peak_share
        away = abs(edge - peak)
        if away <= 0 or side <= 0:
            return 0.0
        return float(np.sign(edge - peak)) * side * depth_of(away / side)

    shares = np.diff([gathered(edge) for edge in edges.tolist()]) / whole
    if whole <= 0 or (shares < -1e-12).any():
        raise InputError(
            "The depths of the durations fall; a Chicago storm needs depths that grow with the duration"
        )
    return np.maximum(shares, 0.0)


def depths_between(durations_h: Sequence[float], depths_mm: Sequence[float]) -> DepthOf:
    """Depth of any duration from a few: straight lines between logarithms, and on beyond the ends.

    Raises
    ------
    InputError
        Fewer than two durations: one depth tells nothing of how the rain falls within it.

    >>> depth = depths_between([1.0, 4.0], [10.0, 20.0])
    >>> round(depth(2.0), 3), round(depth(16.0), 3)
    (14.142, 40.0)
    """
    if len(durations_h) < 2:
        raise InputError(
            "The shapes alternating and chicago need depths of several durations, and one is given; give annual maxima "
            "of more durations or an intensity formula, or choose the shape uniform or series"
        )
    order = np.argsort(durations_h)
    hours, depths = np.log(np.asarray(durations_h)[order]), np.log(np.asarray(depths_mm)[order])

    def depth(duration_h: float) -> float:
        at = np.log(max(duration_h, 1e-9))
        place = int(np.clip(np.searchsorted(hours, at) - 1, 0, len(hours) - 2))
        slope = (depths[place + 1] - depths[place]) / (hours[place + 1] - hours[place])
        return float(np.exp(depths[place] + slope * (at - hours[place])))

    return depth


def shares_of(
    shape: str,
    duration_h: float,
    step_h: float,
    depth_of: DepthOf,
    *,
    series: Sequence[float] = (),
    peak_share: float = 0.4,
) -> npt.NDArray[np.float64]:
    """Shares (blocks,) of one storm, which add up to 1.

    Parameters
    ----------
    shape : str
        One of ``SHAPES``.
    series : sequence of float
        Own series: any numbers of at least 0, one a block.
    """
    if shape == "uniform":
        return uniform(duration_h, step_h)
    if shape == "series":
        values = np.asarray(series, float)
        if not values.size or (values < 0).any() or values.sum() <= 0:
            raise InputError("The own series of a storm must hold numbers of at least 0, not all of them 0")
        return np.asarray(values / values.sum())
    if shape == "alternating":
        shares = alternating(duration_h, step_h, depth_of)
    elif shape == "chicago":
        shares = chicago(duration_h, step_h, depth_of, peak_share)
    else:
        raise InputError(f"Storm shape {shape} is not known; allowed: {', '.join(SHAPES)}")
    return np.asarray(shares / shares.sum())


def read_hyetographs(
    rows: Sequence[Mapping[str, str]], names: Sequence[str], source: str
) -> tuple[tuple[float, ...], ...]:
    """Shares of each scenario from a table with a column a scenario (T10, T50, ...), a row a block of equal length.

    >>> read_hyetographs([{"T10": "1"}, {"T10": "3"}], ["T10"], "storms.csv")
    ((1.0, 3.0),)
    """
    missing = [name for name in names if not rows or name not in rows[0]]
    if missing:
        raise InputError(
            f"{source} has no column {', '.join(missing)}; give one for each scenario, a row for each block "
            "of the storm"
        )
    columns = []
    for name in names:
        try:
            values = tuple(float(row[name]) for row in rows)
        except ValueError:
            raise InputError(f"{source}: column {name} holds a cell that is not a number") from None
        if min(values) < 0 or not 0 < sum(values) < float("inf"):
            raise InputError(f"{source}: column {name} must hold numbers of at least 0, not all of them 0")
        columns.append(values)
    return tuple(columns)
