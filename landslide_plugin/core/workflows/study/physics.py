"""Slope stability of a study, by the defaults of 'Compute factor of safety': the prior of its model."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import Any

from ...io.raster import RasterSource
from ...io.scenarios import read_scenarios
from ...progress import Progress
from ...quantities import QUANTITIES
from ...requirements import require_scipy
from ...stability.assess import Question
from ...stability.chance.methods import by_need
from ...stability.masks import SlopeLimits
from ...stability.probability import Spread
from ...types.inventory_mark import mark_metadata
from ..slope_stability.run import StabilityInputs, StabilityTargets, compute_stability
from ..slope_stability.water import WaterChoice
from ..soil_profile.sources import CutSoil, ProfileRaster


def write_stability(
    stack: str, profile: str, scenarios: str, *, safety: str, failure: str, progress: Progress
) -> None:
    """Write factor of safety and probability of failure, a band a scenario, on the grid of the factors.

    Parameters
    ----------
    stack : str
        Factors, the slope among them.
    profile, scenarios : str
        Soil profile raster and scenario table.
    safety, failure : str
        Rasters to write.
    progress : Progress

    Raises
    ------
    InputError
        No SciPy, or soil and rain out of range.
    """
    require_scipy("The probability of failure")
    rain = read_scenarios(scenarios)
    with ExitStack() as opened:
        slope = opened.enter_context(RasterSource(stack))
        soil = CutSoil(ProfileRaster(opened.enter_context(RasterSource(profile))), None, None)
        water = _water(rain)
        law = QUANTITIES["pore_pressure"].shown(water.law)
        progress.info(f"Slope stability by pore water pressure '{law}'; scenarios: {', '.join(rain.names)}")
        inputs = StabilityInputs(
            slope=slope,
            slope_band=[band.name for band in slope.bands].index("slope"),
            soil=soil,
            water_of=water,
            scenarios=rain,
        )
        question = Question(
            rain.column("seismic_coefficient"),
            SlopeLimits(*(_default(name) for name in LIMITS)),
            by_need(_spread(), int(_default("sampling_seed"))),
            pga_factor=_default("pga_factor"),
        )
        told = {"SCENARIOS": json.dumps(dict(zip(rain.names, rain.values.tolist())))}
        targets = StabilityTargets(
            fs=safety,
            probability=failure,
            fs_cap=_default("fs_display_cap"),
            metadata={**told, **mark_metadata(soil.calibrated_on)},
        )
        summary = compute_stability(inputs, question, targets, progress)
    shares = ", ".join(f"{name} {100 * share:.1f} %" for name, share in summary.mean_probability().items())
    progress.info(f"Mean probability of failure of the {summary.assessed} cells assessed: {shares}")


LIMITS = ("flat_limit_deg", "flat_limit_seismic_deg", "cliff_limit_deg")


def _default(name: str) -> Any:
    return QUANTITIES[name].default


def _water(rain: Any) -> WaterChoice:
    return WaterChoice(
        law=_default("pore_pressure"),
        scenarios=rain,
        conductivity_m_s=_default("conductivity_m_s"),
        drainable_porosity=_default("drainable_porosity"),
        ru=_default("ru"),
        water_table_depth_m=_default("water_table_depth_m"),
        diffusivity_m2_s=_default("diffusivity_m2_s"),
        background_m_s=_default("background_m_s"),
        finite=_default("soil_base") == "finite",
        hours_after=_default("hours_after"),
    )


def _spread() -> Spread:
    return Spread(
        cohesion_cov=_default("cohesion_cov"),
        tan_friction_cov=_default("friction_cov"),
        unit_weight_cov=_default("unit_weight_cov"),
        wetness_sd=_default("wetness_sd"),
        strength_correlation=_default("strength_correlation"),
        soil_depth_cov=_default("soil_depth_cov"),
    )
