"""Small inputs cut from the sample areas, or made up beside them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Callable

from osgeo import gdal, ogr, osr

PART = (0, 120, 383, 140)
"""First column, first row, columns and rows of the real DEM that are used."""


def write_raster(path: Path, like: Path, values: Callable[[int, int], float], band: str = "") -> None:
    """A raster of one band on the grid of another; ``values`` takes row and column."""
    path.parent.mkdir(parents=True, exist_ok=True)
    model = gdal.Open(str(like))
    columns, rows = model.RasterXSize, model.RasterYSize
    made = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32)
    made.SetGeoTransform(model.GetGeoTransform())
    made.SetProjection(model.GetProjection())
    cells = array("f", (values(row, column) for row in range(rows) for column in range(columns)))
    written = made.GetRasterBand(1)
    written.SetDescription(band or path.stem)
    written.SetNoDataValue(-9999.0)
    written.WriteRaster(0, 0, columns, rows, cells.tobytes())


def write_layer(path: Path, wkt: str, shapes: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """A GeoPackage of one layer, named like the file, from pairs of WKT and values by field."""
    rows = list(shapes)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    kind = ogr.CreateGeometryFromWkt(rows[0][0]).GetGeometryType()
    layer = source.CreateLayer(path.stem, osr.SpatialReference(wkt), kind)
    kinds = {int: ogr.OFTInteger, float: ogr.OFTReal, str: ogr.OFTString}
    names: dict[str, type] = {}
    for _, values in rows:
        names.update({name: type(value) for name, value in values.items() if value is not None})
    for name, python in names.items():
        layer.CreateField(ogr.FieldDefn(name, kinds[python]))
    for shape, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        for name, value in values.items():
            if value is not None:
                feature.SetField(name, value)
        layer.CreateFeature(feature)


def bounds_of(path: Path) -> tuple[float, float, float, float, str]:
    """West, south, east, north and CRS of a raster."""
    raster = gdal.Open(str(path))
    west, width, _, north, _, height = raster.GetGeoTransform()
    return (
        west,
        north + raster.RasterYSize * height,
        west + raster.RasterXSize * width,
        north,
        raster.GetProjection(),
    )


def middle_of(path: Path) -> str:
    """The middle ninth of a raster, as an extent of Processing."""
    west, south, east, north, _ = bounds_of(path)
    width, height = (east - west) / 3, (north - south) / 3
    return f"{west + width},{east - width},{south + height},{north - height}"


def box(west: float, south: float, east: float, north: float) -> str:
    """WKT of a rectangle."""
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def real_inputs(inputs: Path, sample: Path) -> None:
    """Part of the real DEM and, made up beside it, lines, classes and quantities."""
    inputs.mkdir(parents=True, exist_ok=True)
    dem = inputs / "dem.tif"
    gdal.Translate(str(dem), str(sample / "dem.tif"), srcWin=PART)
    west, south, east, north, wkt = bounds_of(dem)
    middle, third = (south + north) / 2, (east - west) / 3
    lines = {
        "faults": [f"LINESTRING({west} {south},{east} {north})"],
        "rivers": [f"LINESTRING({west} {middle},{west + third} {south + 300},{east} {middle})"],
        "roads": [f"LINESTRING({west + third} {south},{west + 2 * third} {north})"],
    }
    for name, shapes in lines.items():
        write_layer(inputs / f"{name}.gpkg", wkt, [(shape, {"name": name}) for shape in shapes])
    covers = (("forest", west, west + third), ("pasture", west + third, east))
    write_layer(
        inputs / "land_cover.gpkg",
        wkt,
        [(box(start, south, stop, north), {"cover": cover}) for cover, start, stop in covers],
    )
    write_raster(inputs / "lithology.tif", dem, lambda row, column: 6.0 if (row + column) % 90 < 50 else 8.0)
    write_raster(
        inputs / "ndvi.tif", dem, lambda row, column: 0.2 + 0.6 * ((row * 7 + column * 3) % 101) / 101
    )
    write_raster(inputs / "rainfall.tif", dem, lambda row, column: 1900.0 + 2.0 * row + 0.5 * column)
    depths = [f"{1900 + year},{40 + (year * 37) % 61 + 0.5 * ((year * 11) % 7)}" for year in range(60, 100)]
    (inputs / "maxima.csv").write_text("\n".join(["year,24 h", *depths]) + "\n", encoding="utf-8")


def synthetic_inputs(inputs: Path, sample: Path) -> None:
    """Soil rasters, storms, zones, points and a dated inventory of the synthetic area."""
    inputs.mkdir(parents=True, exist_ok=True)
    factors = sample / "factors.tif"
    for name, low in (("bdod", 120.0), ("sand", 300.0), ("clay", 150.0)):
        for layer in ("0-5", "5-15", "15-30", "30-60", "60-100", "100-200"):
            write_raster(
                inputs / "soilgrids" / f"{name}_{layer}cm_mean.tif",
                factors,
                lambda row, column, low=low: low + row + column,
            )
    for name, low in (("cohesion_kpa", 4.0), ("friction_deg", 25.0), ("unit_weight_kn_m3", 17.0)):
        write_raster(inputs / "own" / f"{name}_0-1m.tif", factors, lambda row, _, low=low: low + row / 20)
    write_raster(inputs / "soil_depth.tif", factors, lambda _, column: 1.0 + 0.05 * column)
    write_raster(inputs / "catchment.tif", factors, lambda row, column: 20.0 + 3.0 * row * (column % 9))
    storms = ["return_period_yr,intensity_mm_h,duration_h"]
    for period, rain in ((10, 20.0), (50, 45.0), (200, 80.0)):
        name = f"rain_t{period}.tif"
        write_raster(inputs / name, factors, lambda _, column, rain=rain: rain * (0.8 + 0.008 * column))
        storms.append(f"{period},{name},12")
    (inputs / "storms.csv").write_text("\n".join(storms) + "\n", encoding="utf-8")
    west, south, east, north, wkt = bounds_of(factors)
    width, height = (east - west) / 5, (north - south) / 3
    zones = [
        (box(left, low, left + width, low + height), {"name": f"zone {row}{column}"})
        for row in range(3)
        for column in range(5)
        for left, low in [(west + column * width, south + row * height)]
    ]
    zones.append((box(west + 10, north - 40, west + 30, north - 20), {"name": "smaller than a cell"}))
    write_layer(inputs / "zones.gpkg", wkt, zones)
    places = [
        (west + (0.15 + 0.2 * i) * (east - west), south + (0.8 - 0.15 * i) * (north - south))
        for i in range(4)
    ]
    write_layer(inputs / "places.gpkg", wkt, [(f"POINT({x} {y})", {"name": f"P{x:.0f}"}) for x, y in places])
    write_layer(inputs / "dated.gpkg", wkt, dated_points(sample / "landslides.gpkg"))


def dated_points(inventory: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every second point of the synthetic inventory; landslides with date, event and depth of failure."""
    points = ogr.Open(str(inventory))
    for number, feature in enumerate(points.GetLayerByName("landslide_points")):
        slid = feature.GetField("landslide")
        if number % 2 and not slid:
            continue
        values: dict[str, Any] = {"landslide": slid, "period": None, "day": None, "depth": None}
        if slid:
            values["period"] = (10.0, 25.0, 50.0, 100.0, 200.0)[number % 5]
            values["day"] = f"{2008 + number % 6}-0{1 + number % 9}-15"
            values["depth"] = 0.4 + (number * 37 % 60) / 10
        yield feature.GetGeometryRef().ExportToWkt(), values
