"""What a calibration is asked, and the samples that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster import STRIP_ROWS, RasterSource, metres_per_unit
from ...io.shapes import ShapesOnGrid
from ...io.vector import burn, to_crs
from ...samples.ground import LEVEL, Site
from ...samples.inventory import build_samples
from ...samples.sample_set import SampleSet, SamplingRules
from ...stability.guards import check_slope, check_steepest
from ...stability.masks import SlopeLimits
from ...stability.probability import Spread
from ...stability.roots import Roots
from ...types.arrays import Cells, Flags, Surface
from ...types.features import FeatureSet
from ...types.scenarios import TriggerScenarios
from ..slope_stability.water import WaterChoice, WaterRasters
from ..soil_profile.table import WHOLE_AREA
from ..training.ground import ELEVATIONS
from .ground import CellValues, SampleGround
from .ranges import OpenRanges, Row, UnitSoil, unit_soils


@dataclass(frozen=True)
class Effort:
    """How much is tried, and how it is judged.

    Attributes
    ----------
    sets : int
        Sets of values for each soil.
    folds : int
    block_m : float, optional
        Side of the blocks that folds are made of; without it a tenth of the longer side of the samples' extent.
    reach_m : float, optional
        Distance from which landslides count as independent; without it from the variogram of the residuals.
    seed : int
    """

    sets: int = 32768
    folds: int = 5
    block_m: Optional[float] = None
    reach_m: Optional[float] = None
    seed: int = 42


@dataclass(frozen=True)
class CalibrationRequest:
    """Open sources and choices of a calibration.

    Attributes
    ----------
    slope : RasterSource
        Degrees, in band ``slope_band``; its grid is that of the samples.
    rows : sequence of mapping
        Rows of the soil table, as text.
    table_name : str
    lithology : RasterSource, optional
        Codes of the table in band ``lithology_band``; without it the table has one soil.
    depth : RasterSource, optional
        Soil depth, m.
    water : WaterChoice
        With all scenarios.
    scenario : int
        The storm that set the landslides off.
    open : OpenRanges
    inventory : FeatureSet
    mapped_area : FeatureSet, optional
    rules : SamplingRules
    share : float, optional
        Share of the ground that is landslides; without it as the samples count it.
    limits : SlopeLimits
    spread : Spread
        Of values within a soil, as "Compute factor of safety" takes it.
    roots : Roots, optional
    surcharge_kpa : float
    effort : Effort
    """

    slope: RasterSource
    slope_band: int
    rows: Sequence[Row]
    table_name: str
    water: WaterChoice
    scenario: int
    open: OpenRanges
    inventory: FeatureSet
    rules: SamplingRules
    lithology: Optional[RasterSource] = None
    lithology_band: int = 0
    depth: Optional[RasterSource] = None
    mapped_area: Optional[FeatureSet] = None
    share: Optional[float] = None
    limits: SlopeLimits = field(default_factory=SlopeLimits)
    spread: Spread = field(default_factory=Spread)
    roots: Optional[Roots] = None
    surcharge_kpa: float = 0.0
    effort: Effort = field(default_factory=Effort)

    @property
    def seismic_coefficient(self) -> float:
        """That of the storm."""
        return float(self.water.scenarios.column("seismic_coefficient")[self.scenario])

    def units(self) -> list[UnitSoil]:
        """The soils of the table with their ranges.

        Raises
        ------
        InputError
            As ``ranges.unit_soils``; or a table of several soils without a raster that tells them apart.
        """
        units = unit_soils(self.rows, self.table_name, self.open)
        if self.lithology is None and len(units) > 1:
            raise InputError(
                f"{self.table_name} has {len(units)} soils, but no lithology raster is given; give LITHOLOGY, or a "
                "table with one soil"
            )
        return units

    def codes(self, first_row: int, rows: int) -> Surface:
        """Soil code (rows, cols) of cells; NaN where there is none."""
        if self.lithology is None:
            return np.full((rows, self.slope.grid.cols), float(WHOLE_AREA), np.float32)
        return self.lithology.read(self.lithology_band, first_row, rows)

    def ground_rasters(self) -> dict[str, tuple[RasterSource, tuple[int, ...]]]:
        """Rasters that the law reads, by the names of ``WaterRasters``, and the bands it needs."""
        given = self.water.rasters
        found: dict[str, tuple[RasterSource, tuple[int, ...]]] = {}
        if given.table_depth is not None:
            found["table_depth"] = given.table_depth, (0,)
        if given.specific_area is not None:
            found["specific_area"] = given.specific_area, (given.area_band,)
        if given.rain is not None:
            if len(given.rain.bands) != len(self.water.scenarios.names):
                raise InputError(
                    f"{given.rain.name} has {len(given.rain.bands)} bands; the scenarios "
                    f"{', '.join(self.water.scenarios.names)} need one each"
                )
            found["rain"] = given.rain, (self.scenario,)
        return found

    def storm(self) -> WaterChoice:
        """The law for the one storm, its rasters left out."""
        table, one = self.water.scenarios, slice(self.scenario, self.scenario + 1)
        storm = TriggerScenarios(table.return_periods_yr[one], table.columns, table.values[one])
        return replace(self.water, scenarios=storm, rasters=WaterRasters(), patterns=self.water.patterns[one])


def usable_cells(request: CalibrationRequest, units: Sequence[UnitSoil]) -> Flags:
    """Cells (rows, cols) that physics assesses and whose soil and water are known, inside the mapped area.

    Raises
    ------
    InputError
        No cell, or slopes that cannot be degrees.
    """
    grid, shaking = request.slope.grid, np.array([request.seismic_coefficient])
    lower, upper = request.limits.lower(shaking), request.limits.cliff_deg
    known = [float(unit.code) if request.lithology is not None else float(WHOLE_AREA) for unit in units]
    usable, steepest = np.zeros(grid.shape, bool), 0.0
    rasters = request.ground_rasters()
    for strip in grid.strips(STRIP_ROWS):
        slope = request.slope.read(request.slope_band, strip.start, strip.rows)
        check_slope(slope, request.slope.name)
        steepest = max(steepest, float(np.nanmax(slope, initial=0.0)))
        with np.errstate(invalid="ignore"):
            fit = (slope >= lower) & (slope <= upper)
        fit &= np.isin(request.codes(strip.start, strip.rows), known)
        if request.depth is not None:
            with np.errstate(invalid="ignore"):
                fit &= request.depth.read(0, strip.start, strip.rows) > 0
        for source, bands in rasters.values():
            for band in bands:
                fit &= np.isfinite(source.read(band, strip.start, strip.rows))
        usable[strip.start : strip.stop] = fit
    check_steepest(steepest, request.slope.name)
    if request.mapped_area is not None:
        usable &= burn(to_crs(request.mapped_area, grid.crs_wkt), grid) > 0
    if not usable.any():
        raise InputError(
            f"No cell of {request.slope.name} between {lower:g} and {upper:g} degrees has soil and water in the mapped "
            "area; check that the layers cover the same ground and that the table knows the codes"
        )
    return usable


def samples_of(request: CalibrationRequest, usable: Flags) -> SampleSet:
    """Landslides and stable samples on ground that physics assesses."""
    grid = request.slope.grid
    shapes = ShapesOnGrid(to_crs(request.inventory, grid.crs_wkt), grid)
    return build_samples(shapes, usable, request.rules, metres_per_unit(grid.crs_wkt), _site(request.slope))


def _site(slope: RasterSource) -> Site:
    """Heights for the scarps of polygons, where the slope raster has a band of that name."""
    named = [i for i, band in enumerate(slope.bands) if band.name.lower() in ELEVATIONS]
    if not named:
        return LEVEL
    return Site(lambda rows, cols: slope.values_at(rows, cols, named[:1])[:, 0])


def ground_of(request: CalibrationRequest, unit: UnitSoil, rows: Cells, cols: Cells) -> SampleGround:
    """The ground of the samples of one soil, at their rows and columns."""
    depth = None if request.depth is None else request.depth.values_at(rows, cols)[:, 0]
    rasters = {
        name: CellValues(source.name, source.values_at(rows, cols, bands).T)
        for name, (source, bands) in request.ground_rasters().items()
    }
    return SampleGround(
        unit=unit,
        slope_deg=request.slope.values_at(rows, cols, (request.slope_band,))[:, 0],
        water=request.storm(),
        rasters=rasters,
        depth_m=depth,
        seismic_coefficient=request.seismic_coefficient,
        surcharge_kpa=request.surcharge_kpa,
        roots=request.roots,
    )
