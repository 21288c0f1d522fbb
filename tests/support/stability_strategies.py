"""Strategies that draw soils, slopes and water tables."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from landslide_plugin.core.stability.pore_pressure import RainOnSoil
from landslide_plugin.core.stability.soil import Soil

CELLS = 12


def no_rain(scenarios=1):
    return RainOnSoil(np.zeros(scenarios), np.zeros(scenarios), 1e-6, 0.1)


@st.composite
def soils(draw, layers=None, cut=True):
    """Layered soils with their base somewhere within the profile."""
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    count = layers or draw(st.integers(1, 5))
    bottoms = tuple(np.cumsum(rng.uniform(0.2, 2.0, count)).tolist())
    moist = rng.uniform(11, 20, (count, CELLS))
    return Soil(
        bottoms,
        rng.uniform(0, 15, (count, CELLS)) * (rng.random((count, CELLS)) > 0.2),
        np.tan(np.deg2rad(rng.uniform(10, 42, (count, CELLS)))),
        moist,
        moist + rng.uniform(0, 4, (count, CELLS)),
        rng.uniform(0.1, bottoms[-1], CELLS) if cut and draw(st.booleans()) else bottoms[-1],
    )


slopes = st.integers(0, 2**31).map(lambda seed: np.random.default_rng(seed).uniform(5, 59, CELLS))


shares = st.floats(0, 1)
