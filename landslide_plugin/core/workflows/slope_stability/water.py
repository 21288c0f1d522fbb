"""The pore-pressure law a user chose, for each strip."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    WaterTable,
)
from ...stability.pore_pressure.rain import MM_H_PER_M_S
from ...stability.pore_pressure.storms import UNIFORM
from ...types.scenarios import TriggerScenarios
from ..soil_profile.sources import SoilStrip

LAWS = ("dry", "ru", "water_table", "water_table_depth", "steady", "transient")
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

    def __call__(
        self, strip: SoilStrip, first_row: int, rows: int, slope_deg: Optional[npt.NDArray[Any]] = None
    ) -> PorePressure:
        """The law for the cells of a strip; ``slope_deg`` (rows, cols) is for the steady wetness."""
        if self.law not in LAWS:
            raise InputError(f"Pore pressure {self.law} is not known; allowed: {', '.join(LAWS)}")
        if self.law == "dry":
            return Dry()
        if self.law == "ru":
            return PressureRatio(self.ru)
        rain, conductivity = self._rain_mm_h(first_row, rows), self._conductivity(strip)
        wetness, hours = self.scenarios.column("antecedent_wetness"), self.scenarios.column("duration_h")
        if self.law == "steady":
            if slope_deg is None:
                raise InputError("The steady wetness needs the slope of the cells")
            area = self._specific_area(first_row, rows)
            return SteadyWetness(rain / MM_H_PER_M_S, area, conductivity, slope_deg.ravel())
        start = self._start(first_row, rows)
        if self.law == "transient":
            depth = _soil_depth(strip)
            storms = Storms(rain, hours, self.pattern, self.hours_after)
            soaked = Hydraulics(conductivity, self._diffusivity(conductivity, depth), self.background_m_s)
            return TransientHead(wetness, storms, soaked, depth, self.finite, start_depth_m=start)
        return WaterTable(
            wetness, RainOnSoil(rain, hours, conductivity, self.drainable_porosity), start_depth_m=start
        )

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


def _soil_depth(strip: SoilStrip) -> Any:
    deepest = strip.profile.layer_bottoms_m[-1]
    if strip.depth_m is None:
        return deepest
    depth = np.minimum(strip.depth_m, np.float32(deepest))
    return depth.ravel() if np.ndim(depth) else float(depth)
