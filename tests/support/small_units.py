"""Square units whose landslides follow their slope, for tests of mapping units."""

import numpy as np

from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.mapping_units.training import UnitsRequest

UTM = crs_wkt("EPSG:32632")
SIDE, ACROSS = 100.0, 16
WEST, SOUTH = 500_000.0, 5_100_000.0


def at(left, low, right, high):
    """A rectangle, counted in units from the south-west."""
    return box_wkb(WEST + SIDE * left, SOUTH + SIDE * low, WEST + SIDE * right, SOUTH + SIDE * high)


def small_units(missing=None):
    """Units in rows from the south-west; one of them may lack its slope."""
    rng = np.random.default_rng(3)
    count = ACROSS**2
    col, row = np.arange(count) % ACROSS, np.arange(count) // ACROSS
    slope = rng.uniform(0.0, 45.0, count).round(3).tolist()
    if missing is not None:
        slope[missing] = None
    return FeatureSet(
        tuple(at(c, r, c + 1, r + 1) for c, r in zip(col.tolist(), row.tolist())),
        UTM,
        {
            "fid": tuple(range(1, count + 1)),
            "slope_mean": tuple(slope),
            "twi_mean": tuple(rng.normal(8.0, 2.0, count).round(3).tolist()),
            "rock": tuple(np.array(["marl", "clay", "chalk"])[rng.integers(0, 3, count)].tolist()),
            "valley": tuple(f"valley {2 * (c // 8) + r // 8}" for c, r in zip(col, row)),
            "slid": tuple(int(value is not None and value > 25.0) for value in slope),
        },
        "units",
    )


def small_request():
    """To train on them, with a landslide in each steep unit and a few in others."""
    units = small_units()
    rng = np.random.default_rng(4)
    steep = np.array(units.field("slope_mean")) > 25.0
    chosen = np.flatnonzero(steep ^ (rng.random(len(units)) < 0.1))
    places = [
        (WEST + (unit % ACROSS + 0.5) * SIDE, SOUTH + (unit // ACROSS + 0.5) * SIDE)
        for unit in chosen.tolist()
    ]
    slides = FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="slides")
    return UnitsRequest(
        units,
        {"random_cv": "no"},
        ["slope_mean", "twi_mean", "rock"],
        families=["logistic"],
        inventory=slides,
    )
