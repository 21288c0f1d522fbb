"""More sets where the landslides accept them: drawn near the accepted ones, and weighed for it."""

from __future__ import annotations

import numpy as np

from ...types.arrays import Floats
from .acceptance import Accepted, resampled

CENTRES = 256
EVEN_SHARE = 0.2
"""Share of the sets that is still drawn from the whole range, so that no weight can grow without bound."""

NARROWEST = 0.02
TRIES = 4
"""Of how many points the first that lie within the ranges are taken."""


def drawn_near(found: Accepted, sets: int, seed: int) -> tuple[Floats, Floats]:
    """Sets near the accepted ones, and by how much each was drawn too seldom.

    A fifth comes from the whole range, the rest from normal distributions round accepted sets, as long and as
    slanted as these lie; both from a scrambled Sobol sequence. What falls outside the ranges is left out. A set
    counts by its likelihood times prior over proposal, so what is accepted stays the same and is known by more sets.

    Source: Cappe, O., Guillin, A., Marin, J. M., Robert, C. P. (2004), Population Monte Carlo, Journal of
    Computational and Graphical Statistics 13(4), 907-929.

    Returns
    -------
    float array (sets, unknowns), float array (sets,)
        Shares of the ranges; ln of prior over proposal, up to a number that all share. Fewer sets than asked for
        where the accepted ones lie in a corner.

    Examples
    --------
    >>> from .acceptance import accept
    >>> even = np.random.default_rng(0).uniform(size=(512, 2))
    >>> near, ratio = drawn_near(accept(even, -50 * ((even - 0.3) ** 2).sum(axis=1), 1.0), 4096, seed=1)
    >>> near.shape, ratio.shape, bool(near.std() < even.std())
    ((4096, 2), (4096,), True)
    """
    from scipy.special import ndtri
    from scipy.stats import qmc

    unknowns = found.sets.shape[1]
    power = int(np.ceil(np.log2(max(TRIES * sets, 2))))
    points = qmc.Sobol(unknowns + 1, scramble=True, seed=seed).random_base2(power)
    centres = found.sets[resampled(found.weights, CENTRES, seed)]
    shape = _shape(found)
    place = (points[:, 0] - EVEN_SHARE) / (1.0 - EVEN_SHARE)
    chosen = centres[np.clip((place * CENTRES).astype(int), 0, CENTRES - 1)]
    near = chosen + ndtri(np.clip(points[:, 1:], 1e-12, 1 - 1e-12)) @ shape.T
    drawn = np.where((place < 0)[:, None], points[:, 1:], near)
    inside = ((drawn >= 0.0) & (drawn <= 1.0)).all(axis=1)
    kept = drawn[inside][:sets]
    return kept, -np.log(EVEN_SHARE + (1.0 - EVEN_SHARE) * _density(kept, centres, shape))


def _shape(found: Accepted) -> Floats:
    """Root (unknowns, unknowns) of the covariance of the normals: that of the accepted sets, smaller the more."""
    apart = found.sets - found.weights @ found.sets
    covariance = (apart * found.weights[:, None]).T @ apart
    shrink = found.effective ** (-2.0 / (len(covariance) + 4))
    floor = NARROWEST**2 * np.eye(len(covariance))
    return np.asarray(np.linalg.cholesky(shrink * covariance + floor))


def _density(drawn: Floats, centres: Floats, shape: Floats) -> Floats:
    """Mean density (sets,) of the normals at the sets."""
    whitened, middles = (np.linalg.solve(shape, part.T).T for part in (drawn, centres))
    total = np.zeros(len(drawn))
    for middle in middles:
        away = whitened - middle
        total += np.exp(-0.5 * np.einsum("ij,ij->i", away, away))
    scale = np.prod(np.diag(shape)) * (2.0 * np.pi) ** (len(shape) / 2)
    return np.asarray(total / (len(centres) * scale))
