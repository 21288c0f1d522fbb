"""Where the soil of a run comes from: a profile raster, a lithology raster with a table, or one profile."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Optional, Protocol

import numpy as np

from ...errors import InputError
from ...io.profile import profile_layout, read_profile
from ...io.raster import RasterSource, require_no_picture, require_on_grid
from ...types.grid import Grid
from ...types.inventory_mark import marks_in
from ...types.profile import DepthProfile
from .table import SoilTable

LISTED_CODES = 8


@dataclass(frozen=True)
class SoilStrip:
    """The soil of some rows.

    Attributes
    ----------
    profile : DepthProfile
        Cells (rows, cols).
    depth_m : float32 array (rows, cols), float or None
        Base of the soil; None if it is the profile's deepest layer.
    """

    profile: DepthProfile
    depth_m: Optional[Any] = None


class SoilSource(Protocol):
    """Reads the soil of whole rows."""

    @property
    def calibrated_on(self) -> tuple[str, ...]:
        """Marks of the landslides that the soil was fitted to; see ``types.inventory_mark``."""

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""


@dataclass(frozen=True)
class ProfileRaster:
    """Soil from an open soil profile raster."""

    source: RasterSource

    @property
    def calibrated_on(self) -> tuple[str, ...]:
        """As the raster says."""
        return marks_in(self.source.metadata)

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        depth_band = profile_layout(self.source).depth_band
        depth = None if depth_band is None else self.source.read(depth_band, first_row, rows)
        return SoilStrip(read_profile(self.source, first_row, rows), depth)


@dataclass(frozen=True)
class UniformSoil:
    """One profile (layers, properties) for every cell of a grid."""

    profile: DepthProfile
    cols: int
    calibrated_on: tuple[str, ...] = ()

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        column = self.profile.values[:, :, None, None]
        cells = np.broadcast_to(column, (*self.profile.values.shape, rows, self.cols))
        return SoilStrip(DepthProfile(self.profile.layer_bottoms_m, self.profile.properties, cells))


@dataclass(frozen=True)
class LithologySoil:
    """Soil from an open lithology raster and the table that knows its codes."""

    source: RasterSource
    band: int
    table: SoilTable

    @property
    def calibrated_on(self) -> tuple[str, ...]:
        """As the table says."""
        return self.table.calibrated_on

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        return SoilStrip(*self.table.profile(self.source.read(self.band, first_row, rows)))


LARGEST_SOIL_DEPTH_M = 500.0
"""Deeper than any map of the depth to bedrock says."""


@dataclass(frozen=True)
class CutSoil:
    """Another source's soil, cut at the depth to bedrock.

    Attributes
    ----------
    inner : SoilSource
    limit_m : float or None
        One depth for all cells.
    depth : RasterSource or None
        Open raster with a depth (m) for each cell.
    """

    inner: SoilSource
    limit_m: Optional[float] = None
    depth: Optional[RasterSource] = None

    @property
    def calibrated_on(self) -> tuple[str, ...]:
        """As the inner soil says."""
        return self.inner.calibrated_on

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        strip = self.inner.read(first_row, rows)
        depths: list[Any] = [] if strip.depth_m is None else [strip.depth_m]
        if self.limit_m is not None:
            depths.append(np.float32(self.limit_m))
        if self.depth is not None:
            bedrock = self.depth.read(0, first_row, rows)
            if (bedrock < 0).any():
                raise InputError(
                    f"{self.depth.name} holds a soil depth of {np.nanmin(bedrock):g} m; depths are positive downwards"
                )
            if (bedrock > LARGEST_SOIL_DEPTH_M).any():
                raise InputError(
                    f"{self.depth.name} holds a soil depth of {np.nanmax(bedrock):g} m; give a raster of depths in "
                    "metres, it is probably in cm or another raster"
                )
            depths.append(bedrock)
        if not depths:
            return strip
        shallowest = depths[0]
        for depth in depths[1:]:
            shallowest = np.minimum(shallowest, depth)
        return SoilStrip(strip.profile, shallowest)


def layer_depth_m(said_m: float, default_m: Any, deepest_m: Optional[float]) -> float:
    """Depth of the one layer of a uniform soil, from the number and from the deepest value of a soil depth raster.

    Raises
    ------
    InputError
        The raster reaches below a number that somebody set.

    Examples
    --------
    >>> layer_depth_m(2.0, 2.0, None), layer_depth_m(2.0, 2.0, 6.0), layer_depth_m(3.0, 2.0, 2.5)
    (2.0, 6.0, 3.0)
    """
    if deepest_m is None or deepest_m <= 0.0:
        return said_m
    if said_m == default_m:
        return deepest_m
    if deepest_m > said_m:
        raise InputError(
            f"SOIL_DEPTH is {said_m:g} m, but SOIL_DEPTH_RASTER reaches {deepest_m:g} m; leave SOIL_DEPTH out, and "
            f"give SOIL_DEPTH_LIMIT={said_m:g} if the soil is to be cut there"
        )
    return said_m


def whole_area(table: SoilTable, cols: int) -> UniformSoil:
    """The one profile of a table that has a single unit."""
    if len(table.codes) > 1:
        raise InputError(
            f"The soil table has {len(table.codes)} codes but no lithology raster is given; "
            "give the raster, or a table with one unit"
        )
    profile = DepthProfile(table.layer_bottoms_m, table.properties, table.values[0])
    return UniformSoil(profile, cols, table.calibrated_on)


def lithology_soil(
    source: RasterSource, table: SoilTable, grid: Grid, strip_rows: int = 256
) -> LithologySoil:
    """Soil by lithology code, once every code of the raster is known to be in the table.

    The band named ``lithology`` is used, else the first one.

    Raises
    ------
    InputError
        Codes that are not in the table, listed with their cell counts.
    """
    require_on_grid(grid, source)
    require_no_picture(source, "Lithology")
    names = [band.name for band in source.bands]
    band = names.index("lithology") if "lithology" in names else 0
    unknown: Counter[float] = Counter()
    for strip in grid.strips(strip_rows):
        codes = source.read(band, strip.start, strip.rows)
        missing = codes[np.isfinite(codes) & (table.rows_of(codes) < 0)]
        unknown.update(dict(zip(*(part.tolist() for part in np.unique(missing, return_counts=True)))))
    if unknown:
        listed = ", ".join(f"{code:g} ({count} cells)" for code, count in unknown.most_common(LISTED_CODES))
        more = f" and {len(unknown) - LISTED_CODES} more" if len(unknown) > LISTED_CODES else ""
        raise InputError(
            f"{source.name}: lithology code {listed}{more} is not in the soil table, which has "
            f"{', '.join(str(code) for code in table.codes)}; add the missing codes"
        )
    return LithologySoil(source, band, table)
