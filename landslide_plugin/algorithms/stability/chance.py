"""From the parameters of Compute factor of safety to the way its probability of failure is found."""

from dataclasses import replace
from typing import Optional

from ...core.io.raster import RasterSource, metres_per_unit
from ...core.quantities import QUANTITIES
from ...core.requirements import require_scipy
from ...core.stability.assess import by_point_estimate
from ...core.stability.chance.dem_error import slope_tan_sd
from ...core.stability.chance.methods import by_need, by_sampling
from ...core.stability.probability import Probability, Spread
from ...core.workflows.soil_profile.depth_model import stated_cov
from ..base.given import Given


def probability_of(given: Given, slope: RasterSource, depth: Optional[RasterSource]) -> Probability:
    """The method that was chosen, with the spreads that were given or that the soil depth states."""
    require_scipy("The probability of failure")
    spread = spread_of(given, slope, depth)
    method, seed = given.quantity("PROBABILITY_METHOD"), given.quantity("SEED")
    if method == "sampling":
        return by_sampling(spread, given.quantity("DRAWS"), seed, check=given.progress.check)
    if method == "automatic":
        return by_need(spread, seed, check=given.progress.check)
    return by_point_estimate(spread, check=given.progress.check)


def spread_of(given: Given, slope: RasterSource, depth: Optional[RasterSource]) -> Spread:
    """How uncertain the inputs are, the slope too."""
    error = given.quantity("DEM_ERROR") if given.has("DEM_ERROR") else QUANTITIES["dem_error_m"].default
    length = given.quantity("DEM_ERROR_LENGTH")
    cell_m = slope.grid.cell_width * metres_per_unit(slope.grid.crs_wkt) if error else 1.0
    return replace(soil_spread(given, depth), slope_tan_sd=slope_tan_sd(float(error or 0.0), cell_m, length))


def soil_spread(given: Given, depth: Optional[RasterSource]) -> Spread:
    """How uncertain soil and water are: as given, the soil depth else as its raster states."""
    cov = given.quantity("SOIL_DEPTH_COV")
    stated = stated_cov(depth) if depth is not None else 0.0
    if stated and not cov:
        cov = stated
        given.progress.info(
            f"The soil depth states a spread of {stated:g}; it enters the probability of failure"
        )
    return Spread(
        cohesion_cov=given.quantity("COHESION_COV"),
        tan_friction_cov=given.quantity("FRICTION_COV"),
        unit_weight_cov=given.quantity("UNIT_WEIGHT_COV"),
        wetness_sd=given.quantity("WETNESS_SD"),
        strength_correlation=given.quantity("STRENGTH_CORRELATION"),
        soil_depth_cov=cov,
    )
