"""Response of the pressure head in wet soil to rain that enters at the surface (Iverson 2000, TRIGRS).

The head follows the diffusion equation over vertical depth with a unit gradient at the surface, which is
what rain at the rate Ks gives. ``response`` is its rise since that rain began.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ...types.arrays import Values

MORE_IMAGES = (3.3, 1.65)  # H over the length of diffusion from which one more image adds less than rounding
HARMONICS = 4  # at LATE the next one adds less than 1e-10 of the soil depth
LATE = 0.25  # D1 t / H2 from which the harmonics converge faster than the images


def ierfc(x: Values) -> Values:
    """Integral of the complementary error function from x to infinity: exp(-x2) / sqrt(pi) - x erfc x.

    >>> round(float(ierfc(np.array(0.0))), 6)
    0.56419
    """
    from scipy.special import erfc

    result: Values = np.exp(-x * x) / np.sqrt(np.pi) - x * erfc(x)
    return result


def response_infinite(depth_m: Any, diffusivity_m2_s: Any, time_s: float) -> Values:
    """Rise of the head (cells,), m, in soil without a base: 2 sqrt(D1 t) ierfc(z / (2 sqrt(D1 t))).

    Parameters
    ----------
    depth_m : float or array (cells,)
        Vertical.
    diffusivity_m2_s : array (cells,)
        D1 = D0 / cos2 b.
    time_s : float
        Since the rain began; above 0.

    Examples
    --------
    At the surface the head rises with the square root of time:

    >>> one, four = (response_infinite(0.0, np.array([1e-5]), time)[0] for time in (60.0, 240.0))
    >>> round(float(four / one), 9)
    2.0
    """
    length = 2.0 * np.sqrt(diffusivity_m2_s * time_s)
    rise: Values = length * ierfc(depth_m / length)
    return rise


def response_finite(depth_m: Any, base_m: Any, diffusivity_m2_s: Any, time_s: float) -> Values:
    """Rise of the head (cells,), m, in soil on a base at depth H that lets no water through.

    Images of the surface early, harmonics of the layer late; both are exact series (Carslaw and Jaeger
    1959, section 3.8).

    Parameters
    ----------
    base_m : float or array (cells,)
        H; ``depth_m`` at most.

    Examples
    --------
    All water that entered is in the soil: late, the mean rise grows by D1 t / H.

    >>> z = (np.arange(1000) + 0.5) / 1000
    >>> round(float(response_finite(z, 1.0, np.full(1000, 1e-4), 7000.0).mean()), 6)
    0.7
    """
    depth, base, diffusivity = np.broadcast_arrays(depth_m, base_m, diffusivity_m2_s)
    late = diffusivity * time_s > LATE * base * base
    if late.all():
        return _harmonics(depth, base, diffusivity, time_s)
    if not late.any():
        return _images(depth, base, diffusivity, time_s)
    rise = np.empty(depth.shape)
    for chosen, series in ((late, _harmonics), (~late, _images)):
        rise[chosen] = series(depth[chosen], base[chosen], diffusivity[chosen], time_s)
    return rise


def _images(depth: Values, base: Values, diffusivity: Values, time_s: float) -> Values:
    length = 2.0 * np.sqrt(diffusivity * time_s)
    above = base - depth
    total = np.zeros(depth.shape)
    nearest = float((base / length).min(initial=np.inf))
    images = 1 + sum(nearest < enough for enough in MORE_IMAGES)
    for image in range(1, images + 1):
        mirror = (2 * image - 1) * base
        total += ierfc((mirror - above) / length)
        total += ierfc((mirror + above) / length)
    total *= length
    return total


def _harmonics(depth: Values, base: Values, diffusivity: Values, time_s: float) -> Values:
    age = diffusivity * time_s / (base * base)
    height = (base - depth) / base
    total: Values = age + (3.0 * height * height - 1.0) / 6.0
    for n in range(1, HARMONICS + 1):
        decay = np.exp(-((n * np.pi) ** 2) * age)
        total -= 2.0 / np.pi**2 * (-1.0) ** n / n**2 * decay * np.cos(n * np.pi * height)
    total *= base
    return total
