"""Values that betray a wrong unit, refused with the unit they look like."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.profile import DepthProfile

LARGEST_FRICTION_RAD = 1.6
LARGEST_COHESION_KPA = 1000.0
SMALLEST_LARGEST_KPA = 0.1  # a whole raster of cohesion below it is in MPa
LARGEST_ADDED_KPA = {"surcharge_kpa": 500.0, "root_cohesion_kpa": 100.0}
LARGEST_SLOPE_DEG = 1000.0
UNIT_WEIGHT_KN_M3 = (5.0, 40.0)
LARGEST_VOID_RATIO = 10.0
LARGEST_CONDUCTIVITY_M_S = 1.0
LARGEST_ALPHA_1_M = 100.0


def _extremes(values: npt.NDArray[Any]) -> tuple[float, float]:
    """Smallest and largest value; (nan, nan), which passes every check, where there is none."""
    present = values[np.isfinite(values)]
    return (float(present.min()), float(present.max())) if present.size else (np.nan, np.nan)


def check_slope(slope_deg: npt.NDArray[Any], name: str = "The slope raster") -> None:
    """Raise ``InputError`` unless slopes can be degrees.

    >>> check_slope(np.array([0.0, 45.0, np.nan]))
    >>> check_slope(np.array([130.0]))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The slope raster reaches 130; allowed: 0 to 90 degrees; \
it is probably in percent
    """
    low, high = _extremes(slope_deg)
    if high > LARGEST_SLOPE_DEG:
        raise InputError(
            f"{name} reaches {high:g}; allowed: 0 to 90 degrees; it is probably a DEM or another raster"
        )
    if high > 90:
        raise InputError(f"{name} reaches {high:g}; allowed: 0 to 90 degrees; it is probably in percent")
    if low < 0:
        raise InputError(f"{name} goes down to {low:g}; allowed: 0 to 90 degrees; declare its no-data value")


def check_steepest(steepest_deg: float, name: str = "The slope raster") -> None:
    """Raise ``InputError`` if the steepest slope of a whole raster betrays radians.

    >>> check_steepest(1.2)
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The slope raster reaches 1.2 at most; give degrees, it is probably in \
radians or the tangent
    """
    if 0.0 < steepest_deg < LARGEST_FRICTION_RAD:
        raise InputError(
            f"{name} reaches {steepest_deg:.3g} at most; give degrees, it is probably in radians or the tangent"
        )


def check_extremes(name: str, low: float, high: float, source: str) -> None:
    """Raise ``InputError`` if a whole raster of a soil property cannot be in the unit of its name.

    >>> check_extremes("cohesion_kpa", 0.0, 0.012, "Raster")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Raster: cohesion_kpa is at most 0.012; give kPa, it is probably in MPa
    """
    check_property(name, np.array([low, high]), source)
    if name == "cohesion_kpa" and 0 < high < SMALLEST_LARGEST_KPA:
        raise InputError(f"{source}: {name} is at most {high:g}; give kPa, it is probably in MPa")


def check_added(name: str, low: float, high: float, source: str) -> None:
    """Raise ``InputError`` if a surcharge or root cohesion cannot be in kPa.

    >>> check_added("root_cohesion_kpa", 0.0, 5900.0, "Table")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Table: root_cohesion_kpa reaches 5900; give kPa, it is probably in Pa
    """
    if low < 0:
        raise InputError(f"{source}: {name} goes down to {low:g}; it cannot be negative; declare no-data")
    if high > LARGEST_ADDED_KPA[name]:
        raise InputError(f"{source}: {name} reaches {high:g}; give kPa, it is probably in Pa")
    if 0 < high < SMALLEST_LARGEST_KPA:
        raise InputError(f"{source}: {name} is at most {high:g}; give kPa, it is probably in MPa")


def check_profile(profile: DepthProfile, source: str = "The soil profile") -> None:
    """Raise ``InputError`` naming the property and the likely unit if a value cannot be right.

    >>> check_profile(DepthProfile((2.0,), ("friction_deg",), np.array([[30.0]], np.float32)))
    >>> check_profile(DepthProfile((2.0,), ("cohesion_kpa",), np.array([[5000.0]], np.float32)))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The soil profile: cohesion_kpa reaches 5000; give kPa, it is probably in Pa
    """
    for name in profile.properties:
        check_property(name, profile[name], source)


def check_property(name: str, values: npt.NDArray[Any], source: str) -> None:
    """Raise ``InputError`` if values of a soil property cannot be in the unit of its name.

    >>> check_property("friction_deg", np.array([0.52]), "Table")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Table: friction_deg is at most 0.52; give degrees, it is \
probably in radians
    """
    low, high = _extremes(values)
    _check_sign(name, low, high, source)
    if name == "friction_deg" and 0 < high < LARGEST_FRICTION_RAD:
        raise InputError(f"{source}: {name} is at most {high:g}; give degrees, it is probably in radians")
    if name == "friction_deg" and high >= 90:
        raise InputError(f"{source}: {name} reaches {high:g}; allowed: 0 to 60 degrees")
    if name == "cohesion_kpa" and high > LARGEST_COHESION_KPA:
        raise InputError(f"{source}: {name} reaches {high:g}; give kPa, it is probably in Pa")
    if name.endswith("unit_weight_kn_m3"):
        _check_unit_weight(name, low, high, source)
    if name == "void_ratio" and high > LARGEST_VOID_RATIO:
        raise InputError(f"{source}: {name} reaches {high:g}; give a ratio, it is probably in percent")
    if name in ("theta_s", "theta_r") and high > 1.0:
        raise InputError(
            f"{source}: {name} reaches {high:g}; give a share of the volume, it is probably in percent"
        )
    if name.endswith("alpha_1_m") and high > LARGEST_ALPHA_1_M:
        raise InputError(f"{source}: {name} reaches {high:g}; give 1/m, it is probably in 1/MPa or 1/km")
    if name.endswith("conductivity_m_s") and high > LARGEST_CONDUCTIVITY_M_S:
        raise InputError(f"{source}: {name} reaches {high:g}; give m/s, it is probably in cm/day or mm/h")


def _check_sign(name: str, low: float, high: float, source: str) -> None:
    if name == "wetness_shift":
        if low < -1 or high > 1:
            raise InputError(
                f"{source}: {name} goes from {low:g} to {high:g}; give shares of the soil depth, -1 to 1"
            )
    elif low < 0:
        raise InputError(f"{source}: {name} goes down to {low:g}; it cannot be negative; declare no-data")


def _check_unit_weight(name: str, low: float, high: float, source: str) -> None:
    smallest, largest = UNIT_WEIGHT_KN_M3
    if high > largest:
        raise InputError(f"{source}: {name} reaches {high:g}; give kN/m3, it is probably in kg/m3")
    if low < smallest:
        raise InputError(
            f"{source}: {name} goes down to {low:g}; give kN/m3, it is probably a density in g/cm3 or t/m3"
        )
