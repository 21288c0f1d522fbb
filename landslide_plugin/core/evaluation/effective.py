"""How many independent landslides an inventory is worth."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..samples.folds import group_centroids
from ..samples.variogram import FEWEST, residual_range_m
from ..types.arrays import Floats

LARGEST_PART = 0.25
"""Samples further apart than this part of the samples' extent count as independent."""

MOST_SAMPLES = 4000


def design_effect(xy: Floats, residuals: Floats, reach_m: float) -> float:
    """By how much neighbours that err alike raise the variance of a sum over samples; at least 1.

    Sum over pairs of r_i r_j k(d_ij / reach) over the sum of r_i^2, k the spherical correlation, as in covariance
    estimates that hold under spatial dependence.

    Source: Conley, T. G. (1999), Journal of Econometrics 92(1), 1-45; design effect: Kish, L. (1965), Survey
    Sampling, Wiley.

    Parameters
    ----------
    xy : float array (n, 2)
        Metres.
    residuals : float array (n,)
        Label less probability, times the weight.
    reach_m : float
        Distance from which samples are independent; 0 if all are.

    Examples
    --------
    Four samples at each place that err alike are worth one:

    >>> rng = np.random.default_rng(0)
    >>> places, error = rng.uniform(0, 1e6, (500, 2)), rng.normal(size=500)
    >>> round(design_effect(np.repeat(places, 4, axis=0), np.repeat(error, 4), 1.0), 6)
    4.0
    """
    from scipy.spatial import cKDTree

    if reach_m <= 0 or not residuals.any():
        return 1.0
    step = -(-len(xy) // MOST_SAMPLES)
    places, errors = xy[::step], residuals[::step]
    pairs = cKDTree(places).query_pairs(reach_m, output_type="ndarray")
    one, other = pairs.T
    apart = np.sqrt(((places[one] - places[other]) ** 2).sum(axis=1)) / reach_m
    alike = 1.0 - 1.5 * apart + 0.5 * apart**3
    shared = 2.0 * float((errors[one] * errors[other] * alike).sum())
    return max(1.0, 1.0 + step * shared / float((errors * errors).sum()))


def by_landslide(xy: Floats, residuals: Floats, groups: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """Middle (groups, 2) and summed residual (groups,) of each landslide and stable place.

    Cells of one landslide share its one vote, so they are no samples of their own.

    >>> xy, residuals = np.array([[0.0, 0.0], [2.0, 0.0], [9.0, 9.0]]), np.array([0.25, 0.25, -0.1])
    >>> [part.tolist() for part in by_landslide(xy, residuals, np.array([4, 4, 7]))]
    [[[1.0, 0.0], [9.0, 9.0]], [0.5, -0.1]]
    """
    _, first, member = np.unique(groups, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))  # in order of first appearance, as the centroids are
    sums = np.bincount(order[member.ravel()], weights=residuals)
    return group_centroids(xy, groups), np.asarray(sums, np.float64)


def reach_of(xy: Floats, residuals: Floats) -> float:
    """Distance in metres from which residuals are independent, by their variogram.

    At most a quarter of the longer side of the samples' extent; 0 where there are too few samples to tell.

    >>> reach_of(np.zeros((3, 2)), np.zeros(3))
    0.0
    """
    extent = float(np.ptp(xy, axis=0).max())
    if len(xy) < FEWEST or extent == 0:
        return 0.0
    return min(residual_range_m(xy, residuals), LARGEST_PART * extent)
