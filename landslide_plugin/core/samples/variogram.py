"""How far apart samples must be to be unlike: the range of a variogram."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..errors import InputError

Floats = npt.NDArray[np.float64]
LAGS = 20
MOST_SAMPLES = 2000
FEWEST = 30


def semivariogram(xy: Floats, values: Floats) -> tuple[Floats, Floats, Floats]:
    """Mean distance, half the mean squared difference and number of pairs, by distance class.

    Classes of equal width reach to half the largest distance (Matheron 1963). Of more than 2,000
    samples every k-th is used.

    Parameters
    ----------
    xy : float64 array (n, 2)
        Metres.
    values : float64 array (n,)

    Examples
    --------
    >>> line = np.column_stack([np.arange(50.0), np.zeros(50)])
    >>> distance, half_square, pairs = semivariogram(line, np.arange(50.0))
    >>> bool((np.diff(half_square) > 0).all()), int(pairs[0])
    (True, 49)
    """
    from scipy.spatial.distance import pdist

    step = -(-len(xy) // MOST_SAMPLES)
    places, found = np.asarray(xy)[::step], np.asarray(values, dtype=np.float64)[::step]
    distance = pdist(places)
    half_square = 0.5 * pdist(found[:, None], "sqeuclidean")
    edges = np.linspace(0.0, distance.max() / 2.0, LAGS + 1)
    lag = np.searchsorted(edges, distance, side="right") - 1
    inside = lag < LAGS
    count = np.bincount(lag[inside], minlength=LAGS).astype(np.float64)
    sums = [np.bincount(lag[inside], part[inside], LAGS) for part in (distance, half_square)]
    used = count > 0
    return sums[0][used] / count[used], sums[1][used] / count[used], count[used]


def residual_range_m(xy: Floats, residuals: Floats) -> float:
    """Range in metres of a spherical variogram fitted to residuals by weighted least squares.

    Nugget and sill are solved for, not negative, for each range tried between the first and the
    last distance class; pairs weigh as many as they are.

    Raises
    ------
    InputError
        Fewer than 30 samples, or all at one place.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> xy = rng.uniform(0, 10_000, (800, 2))
    >>> patches = np.sin(xy[:, 0] / 600) * np.sin(xy[:, 1] / 600)
    >>> bool(500 < residual_range_m(xy, patches) < 3000)
    True
    """
    from scipy.optimize import nnls

    if len(xy) < FEWEST or np.ptp(xy, axis=0).max() == 0:
        raise InputError(f"A variogram needs {FEWEST} samples at different places, got {len(xy)}")
    distance, gamma, count = semivariogram(xy, residuals)
    weight = np.sqrt(count)
    best, lowest = float(distance[0]), np.inf
    for reach in np.linspace(distance[0], distance[-1], 100):
        ratio = np.minimum(distance / reach, 1.0)
        shape = np.column_stack([np.ones_like(ratio), 1.5 * ratio - 0.5 * ratio**3])
        _, misfit = nnls(shape * weight[:, None], gamma * weight)
        if misfit < lowest - 1e-12:
            best, lowest = float(reach), misfit
    return best
