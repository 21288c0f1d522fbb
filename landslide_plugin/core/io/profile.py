"""Soil profiles on disk: a raster whose bands say which property of which layer they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..errors import InputError
from ..types.arrays import Cells, Surface
from ..types.profile import DepthProfile
from .raster import Band, RasterSource

UNITS = {
    "cohesion_kpa": "kPa",
    "friction_deg": "deg",
    "unit_weight_kn_m3": "kN/m3",
    "saturated_unit_weight_kn_m3": "kN/m3",
    "water_content_percent": "%",
    "clay_percent": "%",
    "void_ratio": "",
    "conductivity_m_s": "m/s",
    "field_conductivity_m_s": "m/s",
    "gardner_alpha_1_m": "1/m",
    "van_genuchten_alpha_1_m": "1/m",
    "van_genuchten_n": "",
    "theta_s": "",
    "theta_r": "",
    "wetness_shift": "",
}
SOIL_WATER = (
    "field_conductivity_m_s",
    "gardner_alpha_1_m",
    "van_genuchten_alpha_1_m",
    "van_genuchten_n",
    "theta_s",
    "theta_r",
    "wetness_shift",
)
"""What only the water in the slope is computed from; a profile made from a soil table for a model leaves it out."""


SOIL_DEPTH = "soil_depth_m"
DEPTH_BAND = Band("soil depth", "m", {"PROPERTY": SOIL_DEPTH})


@dataclass(frozen=True)
class ProfileLayout:
    """Which band holds which property of which layer.

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    properties : tuple of str
    bands : tuple of tuple of int
        Band index (from 0) by layer and property.
    depth_band : int, optional
        Band index of the soil depth, if the raster tells it.
    """

    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]
    bands: tuple[tuple[int, ...], ...]
    depth_band: Optional[int] = None


def profile_bands(layer_bottoms_m: tuple[float, ...], properties: tuple[str, ...]) -> list[Band]:
    """Bands of a soil profile raster, layer by layer from the surface down.

    >>> [band.name for band in profile_bands((0.5, 2.0), ("cohesion_kpa",))]
    ['cohesion_kpa 0-0.5 m', 'cohesion_kpa 0.5-2 m']
    """
    tops = (0.0, *layer_bottoms_m)
    return [
        Band(
            f"{name} {top:g}-{bottom:g} m",
            UNITS.get(name, ""),
            {"PROPERTY": name, "LAYER_TOP_M": repr(float(top)), "LAYER_BOTTOM_M": repr(float(bottom))},
        )
        for top, bottom in zip(tops, layer_bottoms_m)
        for name in properties
    ]


def is_profile(bands: tuple[Band, ...]) -> bool:
    """True if every band says which property of which layer it holds.

    >>> is_profile(tuple(profile_bands((0.5, 2.0), ("cohesion_kpa",)))), is_profile((Band("slope"),))
    (True, False)
    """
    return all(
        "PROPERTY" in band.metadata and ("LAYER_BOTTOM_M" in band.metadata or _tells_depth(band))
        for band in bands
    )


def _tells_depth(band: Band) -> bool:
    return band.metadata.get("PROPERTY") == SOIL_DEPTH


def profile_layout(source: RasterSource) -> ProfileLayout:
    """How a soil profile raster is laid out.

    Raises
    ------
    InputError
        A band without ``PROPERTY`` or layer depths, a property missing in a layer or given twice,
        or layers that do not meet.
    """
    where: dict[tuple[float, str], int] = {}
    tops: dict[float, float] = {}
    properties: list[str] = []
    depth_band: Optional[int] = None
    for index, band in enumerate(source.bands):
        if _tells_depth(band):
            depth_band = index
            continue
        name = band.metadata.get("PROPERTY", "")
        top, bottom = _depth(band, "LAYER_TOP_M", 0.0), _depth(band, "LAYER_BOTTOM_M", None)
        if not name or bottom is None:
            raise InputError(
                f"{source.name} band {index + 1} ({band.name or 'no name'}) is not part of a soil profile: "
                "it needs the metadata PROPERTY, LAYER_TOP_M and LAYER_BOTTOM_M"
            )
        if (bottom, name) in where:
            raise InputError(f"{source.name} holds {name} down to {bottom:g} m twice; keep one band of it")
        where[bottom, name] = index
        tops.setdefault(bottom, 0.0 if top is None else top)
        if name not in properties:
            properties.append(name)
    bottoms = tuple(sorted(tops))
    for upper, lower in zip((0.0, *bottoms), bottoms):
        if abs(tops[lower] - upper) > 1e-6:
            raise InputError(
                f"{source.name}: the layer down to {lower:g} m starts at {tops[lower]:g} m, not at {upper:g} m; "
                "layers must meet"
            )
        missing = [name for name in properties if (lower, name) not in where]
        if missing:
            raise InputError(f"{source.name} lacks {', '.join(missing)} in the layer down to {lower:g} m")
    return ProfileLayout(
        bottoms,
        tuple(properties),
        tuple(tuple(where[bottom, name] for name in properties) for bottom in bottoms),
        depth_band,
    )


def _depth(band: Band, key: str, default: Optional[float]) -> Optional[float]:
    text = band.metadata.get(key)
    if text is None:
        return default
    try:
        return float(text)
    except ValueError:
        raise InputError(f"Band {band.name}: {key} is {text!r}, not a depth in metres") from None


def read_profile(
    source: RasterSource, first_row: int = 0, rows: Optional[int] = None, cols: Optional[slice] = None
) -> DepthProfile:
    """The soil profile of some rows and columns; cells are (rows, cols) and NaN is no-data."""
    layout = profile_layout(source)
    rows = source.grid.rows - first_row if rows is None else rows
    left, right, _ = (cols or slice(None)).indices(source.grid.cols)
    shape = (len(layout.layer_bottoms_m), len(layout.properties), rows, right - left)
    values = np.empty(shape, np.float32)
    for layer, bands in enumerate(layout.bands):
        for column, band in enumerate(bands):
            values[layer, column] = source.read(band, first_row, rows, cols)
    return DepthProfile(layout.layer_bottoms_m, layout.properties, values)


def profile_at(source: RasterSource, rows: Cells, cols: Cells) -> Surface:
    """Soil profile values (cells, layers, properties) of cells; NaN is no-data."""
    layout = profile_layout(source)
    bands = [band for layer in layout.bands for band in layer]
    values = source.values_at(rows, cols, bands).reshape(len(rows), *np.shape(layout.bands))
    DepthProfile(layout.layer_bottoms_m, layout.properties, np.moveaxis(values, 0, -1))
    return values
