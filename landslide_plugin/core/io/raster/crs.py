"""Coordinate reference systems: by meaning, by name, and what their units are worth."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.grid import Grid
from .gdal_calls import quiet


def spatial_reference(wkt: str) -> Any:
    """The CRS of a WKT with x before y; None if it is unknown.

    >>> spatial_reference("") is None
    True
    """
    from osgeo import osr

    with quiet():
        reference = osr.SpatialReference()
        if wkt and reference.ImportFromWkt(wkt) == 0:
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            return reference
    return None


def same_crs(first_wkt: str, second_wkt: str) -> bool:
    """True if two CRS are the same; an unknown CRS equals only another unknown one.

    >>> same_crs(crs_wkt("EPSG:32717"), crs_wkt("EPSG:32717")), same_crs("", crs_wkt("EPSG:4326")), same_crs("", "")
    (True, False, True)
    """
    first, second = spatial_reference(first_wkt), spatial_reference(second_wkt)
    if first is None or second is None:
        return first is second
    return bool(first.IsSame(second, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))


def crs_name(wkt: str) -> str:
    """Short name of a CRS, such as ``WGS 84 / UTM zone 17S (EPSG:32717)``.

    >>> crs_name(crs_wkt("EPSG:32717")), crs_name("")
    ('WGS 84 / UTM zone 17S (EPSG:32717)', 'no CRS')
    """
    reference = spatial_reference(wkt)
    if reference is None:
        return "no CRS"
    name, code = reference.GetName(), reference.GetAuthorityCode(None)
    return f"{name} ({reference.GetAuthorityName(None)}:{code})" if code else str(name)


def crs_wkt(user_input: str) -> str:
    """WKT of a CRS given as ``EPSG:32717``, WKT or PROJ text.

    >>> crs_wkt("EPSG:32717")[:6]
    'PROJCS'
    """
    from osgeo import osr

    with quiet():
        reference = osr.SpatialReference()
        if reference.SetFromUserInput(user_input) != 0:
            raise InputError(f"CRS {user_input} is not known")
    return str(reference.ExportToWkt())


def metres_per_unit(wkt: str) -> float:
    """Length of one CRS unit in metres; raise ``InputError`` for geographic, Mercator or no CRS.

    Web Mercator is refused because its cells are not true to distance.

    >>> metres_per_unit(crs_wkt("EPSG:32717")), round(metres_per_unit(crs_wkt("EPSG:2225")), 4)
    (1.0, 0.3048)
    """
    reference = spatial_reference(wkt)
    if reference is None:
        raise InputError("The DEM has no CRS; assign the right one (Assign projection), then run again")
    if reference.IsGeographic():
        raise InputError(
            f"The layer is in degrees ({crs_name(wkt)}), and lengths in metres are needed; derive the factors with "
            "GRID set to UTM, or reproject it to a metric grid (Warp), then run again"
        )
    if (reference.GetAttrValue("PROJECTION") or "").startswith(("Mercator", "Popular_Visualisation")):
        raise InputError(
            f"{crs_name(wkt)} is not true to distance; derive the factors with GRID set to UTM, or reproject the "
            "layer to its UTM zone (Warp), then run again"
        )
    return float(reference.GetLinearUnits())


def cell_area_km2(grid: Grid) -> float:
    """Area of a cell; NaN where cells are not all of one size, as in degrees. Without a CRS units are metres.

    >>> cell_area_km2(Grid(2, 2, (0.0, 100.0, 0.0, 0.0, 0.0, -50.0)))
    0.005
    >>> cell_area_km2(Grid(2, 2, (0.0, 0.1, 0.0, 0.0, 0.0, -0.1), crs_wkt("EPSG:4326")))
    nan
    """
    try:
        unit_m = metres_per_unit(grid.crs_wkt) if grid.crs_wkt else 1.0
    except InputError:
        return float("nan")
    return grid.cell_width * grid.cell_height * unit_m**2 / 1e6


def is_true_to_distance(crs_wkt: str) -> bool:
    """False for CRS in degrees and for Mercator's projection, whose cells change size from row to row.

    >>> [is_true_to_distance(crs_wkt(code)) for code in ("EPSG:32717", "EPSG:4326", "EPSG:3857")]
    [True, False, False]
    """
    reference = spatial_reference(crs_wkt)
    if reference is None:
        raise InputError("The DEM has no CRS; assign the right one (Assign projection), then run again")
    mercator = ("Mercator", "Popular_Visualisation")
    return not (reference.IsGeographic() or (reference.GetAttrValue("PROJECTION") or "").startswith(mercator))


def semi_axes_m(crs_wkt: str) -> tuple[float, float]:
    """Semi-major and semi-minor axis of the ellipsoid of a CRS.

    >>> [round(axis) for axis in semi_axes_m(crs_wkt("EPSG:4326"))]
    [6378137, 6356752]
    """
    reference = spatial_reference(crs_wkt)
    return float(reference.GetSemiMajor()), float(reference.GetSemiMinor())


def longitude_latitude(
    xy: npt.NDArray[np.float64], crs_wkt: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Longitudes and latitudes in degrees, on the CRS's own datum, of points (n, 2).

    >>> lon, lat = longitude_latitude(np.array([[500000.0, 10000000.0]]), crs_wkt("EPSG:32717"))
    >>> lon.round(6).tolist(), bool(abs(lat[0]) < 1e-6)
    ([-81.0], True)
    """
    from osgeo import osr

    reference = spatial_reference(crs_wkt)
    if reference.IsGeographic():
        to_degrees = np.degrees(reference.GetAngularUnits())
        return xy[:, 0] * to_degrees, xy[:, 1] * to_degrees
    geographic = reference.CloneGeogCS()
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = np.array(osr.CoordinateTransformation(reference, geographic).TransformPoints(xy.tolist()))
    to_degrees = np.degrees(geographic.GetAngularUnits())
    return moved[:, 0] * to_degrees, moved[:, 1] * to_degrees


def moved_points(xy: npt.NDArray[np.float64], from_wkt: str, to_wkt: str) -> npt.NDArray[np.float64]:
    """Places (n, 2) of one CRS in another; NaN where one has none there.

    Raises
    ------
    InputError
        Only one of them is known, or there is no way between them.

    Examples
    --------
    >>> moved_points(np.array([[1.0, 2.0]]), "", "").tolist()
    [[1.0, 2.0]]
    """
    from osgeo import osr

    if same_crs(from_wkt, to_wkt) or not len(xy):
        return xy
    source, target = spatial_reference(from_wkt), spatial_reference(to_wkt)
    if source is None or target is None:
        raise InputError(
            f"Places are in {crs_name(from_wkt)} and rain in {crs_name(to_wkt)}; assign the right CRS to both"
        )
    with quiet():
        transform = osr.CreateCoordinateTransformation(source, target)
        if transform is None:
            raise InputError(f"There is no way from {crs_name(from_wkt)} to {crs_name(to_wkt)}")
        moved = np.array(transform.TransformPoints(xy.tolist()))[:, :2]
    return np.where(np.isfinite(moved), moved, np.nan)
