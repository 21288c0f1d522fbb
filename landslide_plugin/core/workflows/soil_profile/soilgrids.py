"""Soil profiles from SoilGrids 2.0 rasters by pedotransfer rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSource
from ...stability import hypres
from ...stability import pedotransfer as rules
from ...types.arrays import Values
from ...types.profile import DepthProfile
from .sources import SoilStrip

NEEDED = ("bdod", "sand", "clay")
OPTIONAL = ("silt", "cfvo", "soc")
NAME = re.compile(r"(bdod|sand|silt|clay|cfvo|soc)[ _](\d+)-(\d+)\s*cm", re.IGNORECASE)
UNDECLARED_NO_DATA = -32768.0
LIKELY = {
    "bdod": (10.0, 260.0, "cg/cm3", "g/cm3 or kg/m3"),
    "sand": (0.0, 1000.0, "g/kg", ""),
    "silt": (0.0, 1000.0, "g/kg", ""),
    "clay": (0.0, 1000.0, "g/kg", ""),
    "cfvo": (0.0, 1000.0, "per mille", ""),
    "soc": (0.0, 6500.0, "dg/kg", ""),
}
PERCENT = 100.0
PROPERTIES = (
    "cohesion_kpa",
    "friction_deg",
    "void_ratio",
    "water_content_percent",
    "clay_percent",
    "conductivity_m_s",
)
RETENTION = ("van_genuchten_alpha_1_m", "van_genuchten_n", "gardner_alpha_1_m", "theta_s", "theta_r")


@dataclass
class RuleCounts:
    """How many layer values lie outside the range of a rule, which is taken at its limit there."""

    organic: int = 0
    clay: int = 0
    texture_sum: int = 0
    retention: int = 0
    friction: int = 0


@dataclass(frozen=True)
class SoilGridsSoil:
    """Soil from open SoilGrids rasters in their own units, on one grid.

    Attributes
    ----------
    bands : mapping of (str, int) to (RasterSource, int)
        Raster and band of each property and layer.
    layer_bottoms_m : tuple of float
    cohesion_kpa : tuple of three floats
        Of coarse, medium and fine texture: no rule gives it, so it is a matter of calibration.
    counts : RuleCounts
    with_retention : bool
        Whether the layers have ``RETENTION`` too.
    """

    bands: Mapping[tuple[str, int], tuple[RasterSource, int]]
    layer_bottoms_m: tuple[float, ...]
    cohesion_kpa: tuple[float, float, float]
    counts: RuleCounts = field(default_factory=RuleCounts)
    with_retention: bool = False
    calibrated_on: tuple[str, ...] = ()

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        layers = []
        for layer in range(len(self.layer_bottoms_m)):
            found = {name: self._read(name, layer, first_row, rows) for name in (*NEEDED, *OPTIONAL)}
            values = layer_properties(found, self.cohesion_kpa, self.counts)
            if self.with_retention:
                topsoil = self.layer_bottoms_m[layer] <= hypres.TOPSOIL_TO_M
                values = np.concatenate([values, layer_retention(found, topsoil, self.counts)])
            layers.append(values)
        names = (*PROPERTIES, *RETENTION) if self.with_retention else PROPERTIES
        return SoilStrip(DepthProfile(self.layer_bottoms_m, names, np.stack(layers).astype(np.float32)))

    def _read(self, name: str, layer: int, first_row: int, rows: int) -> Optional[Values]:
        if (name, layer) not in self.bands:
            return None
        source, band = self.bands[name, layer]
        values = source.read(band, first_row, rows)
        values[values == UNDECLARED_NO_DATA] = np.nan
        return values


def layer_properties(
    found: Mapping[str, Optional[Values]], cohesion_kpa: tuple[float, float, float], counts: RuleCounts
) -> Values:
    """Properties (``PROPERTIES``, ...) of one layer from SoilGrids values in their own units.

    Water is at field capacity. Coarse fragments and organic carbon count as none where they are None.
    """
    density = _required(found, "bdod") / 100.0
    sand, clay = _required(found, "sand") / 1000.0, _required(found, "clay") / 1000.0
    coarse, carbon, silt = (found.get(name) for name in ("cfvo", "soc", "silt"))
    coarse = np.zeros_like(density) if coarse is None else coarse / 1000.0
    organic = np.zeros_like(density) if carbon is None else rules.organic_matter_percent(carbon / 10.0)
    if silt is not None:
        counts.texture_sum += int((np.abs(sand + clay + silt / 1000.0 - 1.0) > 0.1).sum())
    counts.organic += int((organic > rules.LARGEST_ORGANIC_PERCENT).sum())
    counts.clay += int((clay > rules.LARGEST_CLAY).sum())
    water = rules.saxton_rawls(
        sand, np.minimum(clay, rules.LARGEST_CLAY), np.minimum(organic, rules.LARGEST_ORGANIC_PERCENT)
    )
    whole, void_ratio = rules.density_and_void_ratio(density, coarse, organic)
    held = 100.0 * water.theta_33 * (1.0 - coarse) / whole
    kind = rules.texture_class(100.0 * sand, 100.0 * clay)
    cohesion = np.where(np.isfinite(sand + clay), np.asarray(cohesion_kpa)[kind], np.nan)
    friction = rules.softened_friction_deg(100.0 * clay)
    counts.friction += int((clay < rules.LEAST_CLAY_OF_FRICTION).sum())
    conductivity = water.conductivity_m_s * rules.share_past_stones(coarse)
    return np.stack([cohesion, friction, void_ratio, held, 100.0 * clay, conductivity])


def layer_retention(found: Mapping[str, Optional[Values]], topsoil: bool, counts: RuleCounts) -> Values:
    """Retention (``RETENTION``, ...) of one layer from SoilGrids values in their own units.

    Coarse fragments hold no water: they lessen both water contents, and leave the shape of the curve.
    """
    sand, clay = _required(found, "sand") / 10.0, _required(found, "clay") / 10.0
    silt, coarse = found.get("silt"), found.get("cfvo")
    organic = rules.organic_matter_percent(_required(found, "soc") / 10.0)
    soil = hypres.FineEarth(
        clay,
        np.maximum(PERCENT - sand - clay, 0.0) if silt is None else silt / 10.0,
        organic,
        _required(found, "bdod") / 100.0,
        topsoil,
    )
    least = np.minimum(clay, soil.silt_percent) < hypres.LEAST_PERCENT
    counts.retention += int((least | (organic < hypres.LEAST_ORGANIC_PERCENT)).sum())
    curve = hypres.retention(soil)
    fine = 1.0 if coarse is None else 1.0 - coarse / 1000.0
    return np.stack(
        [
            curve.alpha_1_m,
            np.asarray(curve.shape_n),
            hypres.gardner_alpha_1_m(curve),
            curve.theta_s * fine,
            curve.theta_r * fine,
        ]
    )


def _required(found: Mapping[str, Optional[Values]], name: str) -> Values:
    values = found.get(name)
    if values is None:
        raise InputError(f"SoilGrids {name} is missing; give {', '.join(NEEDED)} of every layer")
    return values


def soilgrids_soil(
    sources: Sequence[RasterSource],
    cohesion_kpa: tuple[float, float, float],
    extend_to_m: Optional[float] = None,
    strip_rows: int = 256,
    *,
    with_retention: bool = False,
) -> SoilGridsSoil:
    """Sort rasters by what their names say (``clay_5-15cm_mean``) and check their units.

    Parameters
    ----------
    extend_to_m : float, optional
        Depth to which the deepest layer goes on; without it the profile ends where SoilGrids does, at 2 m.
    with_retention : bool
        Estimate how much water the layers hold; needs organic carbon.

    Raises
    ------
    InputError
        A name that tells no property and depth, a layer without all of bulk density, sand and clay,
        layers that do not meet, or values in other units than SoilGrids'.
    """
    where: dict[tuple[str, float], tuple[RasterSource, int]] = {}
    tops: dict[float, float] = {}
    largest: dict[str, float] = {}
    for source in sources:
        for index, band in enumerate(source.bands):
            name, top, bottom = _named(source, index, band.name)
            if (name, bottom) in where:
                raise InputError(
                    f"SoilGrids {name} {top:g}-{bottom:g} cm is given twice; keep one raster of it"
                )
            where[name, bottom] = (source, index)
            tops[bottom] = top
            largest[name] = max(largest.get(name, 0.0), _check_units(source, index, name, strip_rows))
    if max((largest[name] for name in ("sand", "clay") if name in largest), default=PERCENT + 1) <= PERCENT:
        raise InputError(
            "SoilGrids sand and clay reach 100 at most; they are in g/kg as downloaded, these are probably percent; "
            "give the rasters unscaled"
        )
    _require_whole_layers(where, tops)
    bottoms = sorted(tops)
    if with_retention and any(("soc", bottom) not in where for bottom in bottoms):
        raise InputError(
            "The retention of the soil needs SoilGrids soc of every layer; give it, or leave RETENTION out"
        )
    depths = [bottom / 100.0 for bottom in bottoms]
    if extend_to_m is not None:
        if not depths or extend_to_m <= depths[-1]:
            raise InputError(f"Extended depth is {extend_to_m:g} m; it must be over {depths[-1]:g} m")
        depths[-1] = extend_to_m
    bands = {(name, bottoms.index(bottom)): at for (name, bottom), at in where.items()}
    return SoilGridsSoil(bands, tuple(depths), cohesion_kpa, with_retention=with_retention)


def _named(source: RasterSource, index: int, band_name: str) -> tuple[str, float, float]:
    """Property, top and bottom (cm) that the name of a band tells, or else that of its file."""
    told = NAME.search(band_name) or NAME.search(source.name)
    if told is None:
        raise InputError(
            f"{source.name} band {index + 1} does not say what it holds; name it like clay_5-15cm, as SoilGrids does"
        )
    return told.group(1).lower(), float(told.group(2)), float(told.group(3))


def _require_whole_layers(given: Collection[tuple[str, float]], tops: Mapping[float, float]) -> None:
    """Refuse layers that lack a property that is needed, or do not meet.

    Parameters
    ----------
    given : collection of (str, float)
        Property and bottom (cm) of each raster.
    tops : mapping of float to float
        Top (cm) of each layer by its bottom (cm).
    """
    bottoms = sorted(tops)
    for upper, lower in zip((0.0, *bottoms), bottoms):
        missing = [name for name in NEEDED if (name, lower) not in given]
        if missing:
            raise InputError(f"SoilGrids {', '.join(missing)} is missing for {tops[lower]:g}-{lower:g} cm")
        if tops[lower] != upper:
            raise InputError(
                f"SoilGrids layers do not meet: one ends at {upper:g} cm, the next starts at {tops[lower]:g}"
            )


def _check_units(source: RasterSource, band: int, name: str, strip_rows: int) -> float:
    """The largest value; values that were scaled already, or are something else, are refused."""
    low, high, unit, other = LIKELY[name]
    largest = -np.inf
    for strip in source.grid.strips(strip_rows):
        values = source.read(band, strip.start, strip.rows)
        values = values[np.isfinite(values) & (values != UNDECLARED_NO_DATA)]
        if not values.size:
            continue
        largest = max(largest, float(values.max()))
        if values.min() < 0 or values.max() > high:
            raise InputError(
                f"{source.name} holds {values.min():g} to {values.max():g}; SoilGrids {name} is {low:g} to "
                f"{high:g} {unit}"
            )
    if largest == -np.inf:
        raise InputError(f"{source.name} has no data anywhere; choose a raster with values")
    if largest < low:
        raise InputError(
            f"{source.name} is at most {largest:g}; SoilGrids {name} is in {unit} as downloaded, this is probably in "
            f"{other}; give the rasters unscaled"
        )
    return largest
