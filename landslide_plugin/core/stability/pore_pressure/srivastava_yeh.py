"""Response of unsaturated soil above a fixed water table to a step of rain (Srivastava and Yeh 1991).

With Gardner's exponential conductivity the flow is linear in K. In x = a z, the depth times a = alpha cos2 b, and
t* = a Ks t / (theta_s - theta_r), the change k of K obeys k_t = k_xx - k_x, with the flux k - k_x given at the
surface x = 0 and k = 0 at the water table x = Y. All functions take arrays (cells,) and answer for a unit step.

Two exact forms are used, each where few terms suffice: the answer of soil without a base and its image in the water
table, as long as nothing that came back from the surface a second time is felt; and the eigenfunctions of the layer.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values

TERMS = 12  # with LONG and ECHO the next one adds less than 1e-8
LONG = 24.0  # Y from which what the surface sends back a second time is under 1e-10
ECHO = 8.0  # (2 Y - t*) / sqrt(t*) from which it has not come yet


def has_no_echo(length: Values, time: Values) -> npt.NDArray[np.bool_]:
    """Where the closed form of soil with one image is exact to 1e-7; elsewhere the series is.

    >>> has_no_echo(np.array([2.0, 2.0, 30.0]), np.array([0.1, 5.0, 5.0])).tolist()
    [True, False, True]
    """
    return np.asarray((length > LONG) | (2.0 * length - time > ECHO * np.sqrt(time)))


def half_space(depth: Values, time: Values) -> tuple[Values, Values]:
    """Change of K and of the flux below a unit step of rain on soil without a base.

    Source: Lindstrom, F. T. et al. (1967), Environmental Science and Technology 1(7), 561-565 (K, third-type surface);
    Ogata, A., Banks, R. B. (1961), U.S. Geological Survey Professional Paper 411-A (the flux obeys the same equation
    and is 1 at the surface).

    >>> conductivity, flux = half_space(np.array([0.0, 1.0]), np.array([400.0, 400.0]))
    >>> conductivity.round(6).tolist(), flux.round(6).tolist()
    ([1.0, 1.0], [1.0, 1.0])
    """
    from scipy.special import erfc, erfcx

    root = np.sqrt(time)
    ahead = (depth - time) / (2.0 * root)
    bell = np.exp(-ahead * ahead)
    passed = 0.5 * erfc(ahead)
    behind = 0.5 * bell * erfcx((depth + time) / (2.0 * root))
    conductivity = passed + root / np.sqrt(np.pi) * bell - (1.0 + depth + time) * behind
    return conductivity, passed + behind


def conductivity_with_image(depth: Values, length: Values, time: Values) -> Values:
    """Change of K (cells,) where ``has_no_echo``: C(x) - exp(x - Y) C(2 Y - x).

    >>> float(conductivity_with_image(np.array([3.0]), np.array([3.0]), np.array([0.2]))[0])
    0.0
    """
    direct, _ = half_space(depth, time)
    mirrored, _ = half_space(2.0 * length - depth, time)
    change: Values = direct - np.exp(depth - length) * mirrored
    return change


def eigenvalues(length: Values) -> Values:
    """Roots x (TERMS, cells) of tan x = -2 x / Y, one in each ((n - 1/2) pi, n pi).

    >>> x = eigenvalues(np.array([3.0]))
    >>> bool(np.abs(np.sin(x) + 2 * x / 3.0 * np.cos(x)).max() < 1e-9)
    True
    """
    turns = np.pi * np.arange(1, TERMS + 1)[:, None]
    share = 2.0 / length
    x = turns - np.arctan(share * (turns - 0.25 * np.pi))
    for _ in range(6):
        scaled = share * x
        x = x - (x - turns + np.arctan(scaled)) / (1.0 + share / (1.0 + scaled * scaled))
    return np.asarray(x)


def amplitudes(roots: Values, length: Values, time: Values) -> Values:
    """Weights (TERMS, cells) of the eigenfunctions after a time, exp(-t*/4) included.

    The change of K is 1 - exp(x - Y) - 4 exp(x/2) sum of weight times sin[root (1 - x/Y)].
    """
    weight = np.sin(roots) / (1.0 + 0.5 * length + 2.0 * roots * roots / length)
    weights: Values = weight * np.exp(-(roots * roots / (length * length) + 0.25) * time)
    return weights


def conductivity_by_series(share: Values, length: Values, weights: Values, roots: Values) -> Values:
    """The transient part 4 exp(x/2) sum of weight sin[root (1 - x/Y)] (cells,) at a share x/Y of the depth.

    >>> length, time = np.array([2.0]), np.array([1.0])
    >>> roots = eigenvalues(length)
    >>> part = conductivity_by_series(np.array([0.5]), length, amplitudes(roots, length, time), roots)
    >>> by_series = 1.0 - np.exp(-1.0) - part
    >>> bool(np.abs(by_series - conductivity_with_image(np.array([1.0]), length, time)).max() < 1e-3)
    True
    """
    total = np.zeros(length.shape)
    above = 1.0 - share
    for root, weight in zip(roots, weights):
        total += weight * np.sin(root * above)
    part: Values = 4.0 * np.exp(0.5 * length * share) * total
    return part


def base_flux(length: Values, time: Values, roots: Values) -> Values:
    """Share (cells,) of a unit step of rain that reaches the water table; 0 at time 0.

    >>> length = np.array([2.0, 2.0, 2.0])
    >>> base_flux(length, np.array([0.0, 0.01, 500.0]), eigenvalues(length)).round(6).tolist()
    [0.0, 0.0, 1.0]
    """
    flux = np.zeros(length.shape)
    begun = time > 0.0
    early = begun & has_no_echo(length, np.maximum(time, 1e-300))
    if early.any():
        conductivity, passing = half_space(length[early], time[early])
        flux[early] = 2.0 * passing - conductivity
    late = begun & ~early
    if late.any():
        long, root = length[late], roots[:, late]
        total = (root / long * amplitudes(root, long, time[late])).sum(axis=0)
        flux[late] = 1.0 - 4.0 * np.exp(0.5 * long) * total
    return flux
