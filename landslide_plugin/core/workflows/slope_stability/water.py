"""The pore-pressure law a user chose, for each strip."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import RasterSource
from ...stability.pore_pressure import (
    Dry,
    Hydraulics,
    PorePressure,
    PressureRatio,
    RainOnSoil,
    SteadyWetness,
    Storms,
    TransientHead,
    UnsaturatedHead,
    WaterTable,
    WithSuction,
)
from ...stability.pore_pressure.rain import MM_H_PER_M_S
from ...stability.pore_pressure.steady import contributing_area_m, table_of_recharge_m
from ...stability.pore_pressure.storms import UNIFORM
from ...types.scenarios import TriggerScenarios
from ..soil_profile.sources import SoilStrip
from .soil_water import MM_DAY_PER_M_S, SoilWater

LAWS = ("dry", "ru", "water_table", "water_table_depth", "steady", "transient", "unsaturated")
HEAVIEST_RAIN_MM_H = 1000.0


@dataclass(frozen=True)
class WaterRasters:
    """Open rasters on the grid of the run, where the user gave any.

    Attributes
    ----------
    table_depth : RasterSource, optional
        Water table before the storm, m below the surface.
    specific_area : RasterSource, optional
        Upslope area per unit contour length, m, in band ``area_band``.
    rain : RasterSource, optional
        Mean storm intensity, mm/h, a band a scenario.
    """

    table_depth: Optional[RasterSource] = None
    specific_area: Optional[RasterSource] = None
    area_band: int = 0
    rain: Optional[RasterSource] = None


@dataclass(frozen=True)
class WaterChoice:
    """A law by name with its values.

    Attributes
    ----------
    law : str
        One of ``LAWS``.
    scenarios : TriggerScenarios
    conductivity_m_s : float
        Used where the soil profile has no ``conductivity_m_s``; else its first layer counts.
    drainable_porosity, ru, water_table_depth_m : float
    diffusivity_m2_s : float, optional
        D0 of the transient law; without it Ks H / Sy.
    background_m_s : float
    finite : bool
        Whether the base of the soil stops water, in the transient law.
    pattern : tuple of float
    hours_after : float
    rasters : WaterRasters
    soil_water : SoilWater
    patterns : tuple of tuple of float
        Hyetograph of each scenario, in place of ``pattern``.
    exchanged : tuple of (int, int)
        Scenarios made of the rain of one and the antecedent wetness of another, in place of the table's own.
    """

    law: str
    scenarios: TriggerScenarios
    conductivity_m_s: float
    drainable_porosity: float
    ru: float
    water_table_depth_m: Optional[float]
    diffusivity_m2_s: Optional[float] = None
    background_m_s: float = 0.0
    finite: bool = True
    pattern: tuple[float, ...] = UNIFORM
    hours_after: float = 0.0
    rasters: WaterRasters = field(default_factory=WaterRasters)
    soil_water: SoilWater = field(default_factory=SoilWater)
    patterns: tuple[tuple[float, ...], ...] = ()
    exchanged: tuple[tuple[int, int], ...] = ()

    def __call__(
        self, strip: SoilStrip, first_row: int, rows: int, slope_deg: Optional[npt.NDArray[Any]] = None
    ) -> PorePressure:
        """The law for the cells of a strip; ``slope_deg`` (rows, cols) is for the steady wetness."""
        if self.law not in LAWS:
            raise InputError(f"Pore pressure {self.law} is not known; allowed: {', '.join(LAWS)}")
        if self.law in ("dry", "ru") and self.soil_water.suction != "none":
            raise InputError(
                f"SUCTION is {self.soil_water.suction}, but pore pressure {self.law} tells no suction; choose a law "
                "with a water table, or SUCTION=none"
            )
        if self.law == "dry":
            return Dry()
        if self.law == "ru":
            return PressureRatio(self.ru)
        storms = self._storms(first_row, rows)
        law_of = self._steady if self.law == "steady" else self._risen
        law: Any = law_of(strip, first_row, rows, storms, slope_deg=slope_deg)
        shift = self.soil_water.wetness_shift(strip)
        return self._held(law if shift is None else law.shifted(shift), strip)

    def exchange(self, pairs: tuple[tuple[int, int], ...]) -> WaterChoice:
        """The choice for scenarios of which each has the rain of one and the antecedent wetness of another.

        Parameters
        ----------
        pairs : tuple of (int, int)
            Index of the scenario whose rain, and of the one whose wetness, each has.
        """
        return replace(self, exchanged=pairs)

    def _storms(self, first_row: int, rows: int) -> Storms:
        rain, hours = self._rain_mm_h(first_row, rows), self.scenarios.column("duration_h")
        patterns = self.patterns
        if self.exchanged:
            of = [rain_of for rain_of, _ in self.exchanged]
            rain, hours = rain[of], hours[of]
            patterns = tuple(patterns[one] for one in of) if patterns else ()
        return Storms(rain, hours, self.pattern, self.hours_after, patterns)

    def _wetness(self) -> npt.NDArray[np.float64]:
        wetness = self.scenarios.column("antecedent_wetness")
        return wetness[[of for _, of in self.exchanged]] if self.exchanged else wetness

    def _steady(
        self,
        strip: SoilStrip,
        first_row: int,
        rows: int,
        storms: Storms,
        *,
        slope_deg: Optional[npt.NDArray[Any]],
    ) -> SteadyWetness:
        conductivity, slope = self._conductivity(strip), _slope(slope_deg)
        area = self._drained_area(first_row, rows, conductivity, slope)
        recharge = storms.intensity_mm_h / MM_H_PER_M_S
        across = self.soil_water.transmissivity_m2_s
        return SteadyWetness(recharge, area, conductivity, slope, transmissivity_m2_s=across)

    def _risen(
        self,
        strip: SoilStrip,
        first_row: int,
        rows: int,
        storms: Storms,
        *,
        slope_deg: Optional[npt.NDArray[Any]],
    ) -> Any:
        """The laws in which rain acts on a water table that is there before the storm."""
        conductivity = self._conductivity(strip)
        intake, wetness = self.soil_water.intake_m_s(strip, conductivity), self._wetness()
        start = self._start(first_row, rows)
        if start is None and self.soil_water.start == "recharge":
            start = self._recharged(strip, first_row, rows, conductivity, slope=_slope(slope_deg))
        if self.law == "unsaturated":
            if self.soil_water.suction == "van_genuchten":
                raise InputError(
                    "The unsaturated infiltration is solved for Gardner's soil; set SUCTION=gardner"
                )
            return UnsaturatedHead(
                wetness,
                storms,
                self.soil_water.retention(strip, van_genuchten=False),
                conductivity_m_s=intake,
                background_m_s=self.background_m_s,
                soil_depth_m=_soil_depth(strip),
                cap_kpa=self.soil_water.cap_kpa,
                start_depth_m=start,
            )
        if self.law == "transient":
            depth = _soil_depth(strip)
            soaked = Hydraulics(intake, self._diffusivity(intake, depth), self.background_m_s)
            return TransientHead(wetness, storms, soaked, depth, self.finite, start_depth_m=start)
        rain = RainOnSoil(storms.intensity_mm_h, storms.duration_h, intake, self.drainable_porosity)
        if self.soil_water.infiltration == "green_ampt":
            patterns = storms.patterns or (self.pattern,) * len(storms.duration_h)
            rain = replace(rain, front_suction_m=self.soil_water.front_suction_m, patterns=patterns)
        elif storms.patterns:
            rain = replace(rain, patterns=storms.patterns)
        return WaterTable(wetness, rain, start_depth_m=start)

    def _held(self, law: Any, strip: SoilStrip) -> PorePressure:
        """The law with suction, where that is chosen and not its own."""
        if self.soil_water.suction == "none" or self.law == "unsaturated":
            held: PorePressure = law
            return held
        scenarios = len(self.exchanged) or len(self.scenarios.names)
        curve = self.soil_water.retention(strip, self.soil_water.suction == "van_genuchten")
        return WithSuction(law, curve, scenarios, self.soil_water.cap_kpa)

    def _recharged(
        self, strip: SoilStrip, first_row: int, rows: int, conductivity: Any, *, slope: npt.NDArray[Any]
    ) -> Any:
        """Water table before the storm, in balance with the antecedent recharge."""
        depth = _soil_depth(strip)
        area = self._drained_area(first_row, rows, conductivity, slope)
        across = self.soil_water.transmissivity_m2_s
        if across is None:
            across = conductivity * depth * np.cos(np.deg2rad(slope))
        recharge = self.soil_water.recharge_mm_day / MM_DAY_PER_M_S
        return table_of_recharge_m(recharge, area, across, slope, depth)

    def _drained_area(
        self, first_row: int, rows: int, conductivity: Any, slope: npt.NDArray[Any]
    ) -> npt.NDArray[Any]:
        area = self._specific_area(first_row, rows)
        hours = self.soil_water.contributing_h
        if hours is None:
            return area
        sine = np.sin(np.deg2rad(slope))
        return contributing_area_m(area, conductivity, sine, self.drainable_porosity, hours)

    def _conductivity(self, strip: SoilStrip) -> Any:
        if "conductivity_m_s" in strip.profile.properties:
            return strip.profile["conductivity_m_s"][0].ravel()
        return self.conductivity_m_s

    def _diffusivity(self, conductivity: Any, depth_m: Any) -> Any:
        if self.diffusivity_m2_s is not None:
            return self.diffusivity_m2_s
        return conductivity * depth_m / self.drainable_porosity

    def _start(self, first_row: int, rows: int) -> Optional[Any]:
        """Depth of the water table before the storm, if it is given."""
        if self.rasters.table_depth is not None:
            depth = self.rasters.table_depth.read(0, first_row, rows).ravel()
            if (depth < 0).any():
                raise InputError(
                    f"{self.rasters.table_depth.name} holds a water-table depth of {np.nanmin(depth):g} m; depths "
                    "are positive downwards"
                )
            return depth
        if self.law == "water_table":
            return None
        return self.water_table_depth_m if self.law == "water_table_depth" else None

    def _specific_area(self, first_row: int, rows: int) -> npt.NDArray[np.float32]:
        source = self.rasters.specific_area
        if source is None:
            raise InputError(
                "The steady wetness needs the specific catchment area; give a raster with it, such as the factor "
                "catchment_area"
            )
        area = source.read(self.rasters.area_band, first_row, rows).ravel()
        if (area < 0).any():
            raise InputError(
                f"{source.name} holds a catchment area of {np.nanmin(area):g} m; give it in metres, not as a logarithm"
            )
        return area

    def _rain_mm_h(self, first_row: int, rows: int) -> npt.NDArray[Any]:
        """Intensities (scenarios,), or (scenarios, cells) from the rain raster."""
        source = self.rasters.rain
        if source is None:
            return self.scenarios.column("intensity_mm_h")
        names = self.scenarios.names
        if len(source.bands) != len(names):
            raise InputError(
                f"{source.name} has {len(source.bands)} bands; the scenarios {', '.join(names)} need one each"
            )
        rain = source.read_factors(first_row, rows).reshape(len(names), -1)
        if (rain < 0).any() or (rain > HEAVIEST_RAIN_MM_H).any():
            raise InputError(
                f"{source.name} holds rain from {np.nanmin(rain):g} to {np.nanmax(rain):g}; allowed: 0 to "
                f"{HEAVIEST_RAIN_MM_H:g} mm/h"
            )
        return rain


def _slope(slope_deg: Optional[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    if slope_deg is None:
        raise InputError("The steady wetness needs the slope of the cells")
    return slope_deg.ravel()


def _soil_depth(strip: SoilStrip) -> Any:
    deepest = strip.profile.layer_bottoms_m[-1]
    if strip.depth_m is None:
        return deepest
    depth = np.minimum(strip.depth_m, np.float32(deepest))
    return depth.ravel() if np.ndim(depth) else float(depth)
