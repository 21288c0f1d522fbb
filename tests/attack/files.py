"""Hostile files by seed: rasters, layers of features, tables, and model bundles."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr

from landslide_plugin.core.model.bundle.files import FILES, RECORD, record_hash

ROWS, COLS = 24, 20
UTM, DEGREES = 32717, 4326
LOCAL = 'LOCAL_CS["site",UNIT["metre",1]]'
CORNER = 700000.0, 9560000.0
CELL = 30.0
ODD_NUMBERS = (0, -1, 1e30, -1e30, 1e300, float("nan"), float("inf"), 0.5, 255, -9999, 2**31, 16777217)
ODD_PLAIN: tuple[Any, ...] = (
    None,
    True,
    "",
    "x" * 300,
    [],
    {},
    [[]],
    -1,
    0,
    1e300,
    10**400,
    "nan",
    [None, "a"],
)

Chance = random.Random


def relief(chance: Chance) -> np.ndarray:
    """Heights (rows, cols) of a ridge with some roughness, in metres."""
    rows, cols = np.indices((ROWS, COLS))
    rough = np.random.default_rng(chance.randrange(2**32)).normal(0, 2, (ROWS, COLS))
    return (1000 + 12 * rows + 40 * np.sin(cols / 3) + rough).astype(np.float32)


def _spoiled(chance: Chance, values: np.ndarray) -> np.ndarray:
    values = values.copy()
    kind = chance.choice(("none", "patch", "all", "constant", "steps", "one", "tangent"))
    odd = chance.choice(ODD_NUMBERS)
    if kind == "patch":
        values[: chance.randrange(1, ROWS), : chance.randrange(1, COLS)] = odd
    elif kind in ("all", "constant"):
        values[:] = np.nan if kind == "all" else odd
    elif kind == "steps":
        values = np.round(values / 50) * 50
    elif kind == "one":
        values[ROWS // 2, COLS // 2] = odd
    elif kind == "tangent":
        values = (values - values.min()) / 300
    return values


def _crs(chance: Chance) -> Any:
    """A reference system, or none."""
    kind = chance.choice(("utm", "utm", "none", "degrees", "local"))
    reference = osr.SpatialReference()
    if kind == "local":
        reference.ImportFromWkt(LOCAL)
    elif kind != "none":
        reference.ImportFromEPSG(UTM if kind == "utm" else DEGREES)
    return None if kind == "none" else reference


def _utm() -> Any:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(UTM)
    return reference


def raster(chance: Chance, path: Path, hostile: bool) -> None:
    """A GeoTIFF; a hostile one has odd values, an odd frame, kind, CRS or bytes."""
    values = relief(chance)
    kind = gdal.GDT_Float32
    place = [CORNER[0], CELL, 0.0, CORNER[1], 0.0, -CELL]
    bands = 1
    if hostile:
        with np.errstate(all="ignore"):
            values = _spoiled(chance, values.astype(np.float64))
        kind = chance.choice(
            (gdal.GDT_Float32, gdal.GDT_Float64, gdal.GDT_Int32, gdal.GDT_Byte, gdal.GDT_UInt16)
        )
        bands = chance.choice((1, 1, 2, 4))
        place[chance.randrange(6)] *= chance.choice((1, 1, 1, -1, 1e-9, 1e9, 1e290))
        place[chance.choice((2, 4))] += chance.choice((0, 0, 1e-7, 0.1, 10))
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), COLS, ROWS, bands, kind)
    dataset.SetGeoTransform(place)
    reference = _crs(chance) if hostile else _utm()
    if reference is not None:
        dataset.SetProjection(reference.ExportToWkt())
    for number in range(bands):
        band = dataset.GetRasterBand(number + 1)
        band.WriteRaster(0, 0, COLS, ROWS, values.astype(np.float64).tobytes(), buf_type=gdal.GDT_Float64)
        if hostile and chance.random() < 0.5:
            band.SetNoDataValue(float(chance.choice(ODD_NUMBERS)))
    del dataset
    if hostile:
        spoil_bytes(chance, path)


def spoil(chance: Chance, path: Path) -> None:
    """Spoil a sound file: one place of a raster or a table, or any bytes."""
    if path.suffix == ".tif" and chance.random() < 0.7:
        _spoil_raster(chance, path)
    elif path.suffix in (".csv", ".json") and chance.random() < 0.7:
        _spoil_text(chance, path)
    else:
        spoil_bytes(chance, path, 1.0)


def _spoil_raster(chance: Chance, path: Path) -> None:
    """Odd values, an odd no-data value, another frame, or no CRS, all else as it was."""
    dataset = gdal.Open(str(path), gdal.GA_Update)
    band = dataset.GetRasterBand(chance.randrange(dataset.RasterCount) + 1)
    kind = chance.choice(("values", "nodata", "place", "crs", "names"))
    if kind == "values":
        cols, rows = chance.randrange(1, band.XSize + 1), chance.randrange(1, band.YSize + 1)
        odd = np.full((rows, cols), chance.choice(ODD_NUMBERS), np.float64)
        band.WriteRaster(0, 0, cols, rows, odd.tobytes(), buf_type=gdal.GDT_Float64)
    elif kind == "nodata":
        band.SetNoDataValue(float(chance.choice(ODD_NUMBERS)))
    elif kind == "place":
        place = list(dataset.GetGeoTransform())
        place[chance.choice((0, 1, 3, 5))] *= chance.choice((-1, 1.001, 1e-9, 1e9, 1e290, 0))
        dataset.SetGeoTransform(place)
    elif kind == "crs":
        reference = _crs(chance)
        dataset.SetProjection("" if reference is None else reference.ExportToWkt())
    else:
        band.SetDescription(chance.choice(("", "slope", "é" * 300, "a,b;c", "../x", "100%")))
        dataset.SetMetadata({"LABEL": "<b>", "UNIT": "\u00b0", "KIND": "categorical"})
    del band, dataset


def _spoil_text(chance: Chance, path: Path) -> None:
    """One cell or mark of a table or document replaced."""
    text = path.read_text(encoding="utf-8", errors="replace")
    cells = [cell for cell in text.replace("\n", ",").split(",") if cell] or [","]
    old = chance.choice((",", "\n", ".", "_", *cells[:60]))
    new = chance.choice((";", "", "nan", "1e300", "0,5", '"', "\x00", "ñ" * 9, "-1", "1e400", "#", "\ufeff"))
    path.write_text(text.replace(old, new, chance.choice((1, -1))), encoding="utf-8")


def spoil_bytes(chance: Chance, path: Path, share: float = 0.2) -> None:
    """Cut a file short, empty it, or alter some of its bytes; most stay as they are."""
    if chance.random() > share:
        return
    data = bytearray(path.read_bytes())
    kind = chance.choice(("cut", "empty", "altered", "text"))
    if kind == "altered":
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(
        {"cut": bytes(data[: len(data) // 2]), "empty": b"", "text": b"no raster\n"}.get(kind, bytes(data))
    )


def _point(chance: Chance, hostile: bool) -> tuple[float, float]:
    if hostile and chance.random() < 0.1:
        return chance.choice(ODD_NUMBERS), chance.choice(ODD_NUMBERS)
    x = CORNER[0] + chance.random() * COLS * CELL
    return x, CORNER[1] - chance.random() * ROWS * CELL


def features(chance: Chance, path: Path, hostile: bool, polygons: bool = False) -> None:
    """A GeoPackage of points or polygons with a label, a name and a year."""
    reference = _crs(chance) if hostile else _utm()
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer(path.stem, reference, ogr.wkbPolygon if polygons else ogr.wkbPoint)
    for name, kind in (("landslide", ogr.OFTInteger), ("name", ogr.OFTString), ("year", ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for number in range(0 if hostile and chance.random() < 0.1 else 60):
        feature = ogr.Feature(layer.GetLayerDefn())
        x, y = _point(chance, hostile)
        ring = f"POLYGON (({x} {y},{x + 90} {y},{x + 90} {y + 90},{x} {y}))"
        if not (hostile and chance.random() < 0.1):
            feature.SetGeometry(ogr.CreateGeometryFromWkt(ring if polygons else f"POINT ({x} {y})"))
        odd = hostile and chance.random() < 0.1
        feature.SetField("landslide", chance.choice((2, -1, 7)) if odd else number % 2)
        feature.SetField("name", chance.choice(("", "a,b", "é" * 40)) if odd else f"unit {number % 3}")
        feature.SetField("year", chance.choice(ODD_NUMBERS) if odd else 2000.0 + number % 10)
        layer.CreateFeature(feature)
    del layer, source
    if hostile:
        spoil_bytes(chance, path)


def table(chance: Chance, path: Path, hostile: bool) -> None:
    """A CSV table of years and rain."""
    lines = ["year,rain_mm,landslide"] + [f"{1990 + i},{60 + 7 * (i % 5)},{i % 2}" for i in range(25)]
    text = "\n".join(lines) + "\n"
    if hostile:
        old = chance.choice((",", "60", "1990", "\n", "year", "rain"))
        text = text.replace(old, chance.choice((";", "", "nan", "1e300", "0,5", '"', "\x00", "ñ" * 9, "-1")))
    path.write_bytes(text.encode(chance.choice(("utf-8", "utf-16", "latin-1")) if hostile else "utf-8"))
    if hostile:
        spoil_bytes(chance, path)


def document(chance: Chance, path: Path, hostile: bool) -> None:
    """Scenarios as JSON; a hostile one lacks keys, holds odd values, or is nested without end."""
    plain: Any = {
        "return_period_yr": [10, 50, 100],
        "intensity_mm_h": [6, 9.5, 11],
        "duration_h": [12, 12, 12],
        "antecedent_wetness": [0.3, 0.4, 0.45],
        "seismic_coefficient": [0, 0, 0],
    }
    if hostile:
        for _ in range(chance.randrange(1, 4)):
            _alter(chance, plain)
    text = json.dumps(plain, default=str)
    if hostile and chance.random() < 0.2:
        text = chance.choice(("[" * 100000, '{"a":' * 5000, text[:-1], "null", "NaN", '"x"', "[[]]"))
    path.write_text(text, encoding="utf-8")


def bundle(chance: Chance, path: Path, hostile: bool, model: Path) -> None:
    """A copy of a trained model; a hostile one has one place of its record, or one of its files, altered."""
    shutil.copytree(model, path)
    if not hostile:
        return
    if chance.random() < 0.3:
        spoil_bytes(chance, path / chance.choice([name for name in FILES if (path / name).exists()]), 1.0)
    record = path / RECORD
    try:
        plain = json.loads(record.read_text(encoding="utf-8"))
        _alter(chance, plain)
        plain["files"] = {
            name: hashlib.sha256((path / name).read_bytes()).hexdigest() for name in plain.get("files", {})
        }
        plain["sha256"] = record_hash(plain)
        record.write_text(json.dumps(plain), encoding="utf-8")
    except (ValueError, TypeError, AttributeError, OSError):
        record.write_bytes(b"[" * chance.choice((1, 200000)))


def _alter(chance: Chance, plain: Any) -> None:
    """Replace or drop one value, however deep it lies."""
    while True:
        keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(plain[key], (dict, list)) and plain[key] and chance.random() < 0.8:
            plain = plain[key]
            continue
        if chance.random() < 0.3:
            del plain[key]
        else:
            plain[key] = chance.choice(ODD_PLAIN)
        return


WRITERS: dict[str, tuple[str, Callable[[Chance, Path, bool], None]]] = {
    "raster": (".tif", raster),
    "points": (".gpkg", features),
    "polygons": (".gpkg", lambda chance, path, hostile: features(chance, path, hostile, polygons=True)),
    "table": (".csv", table),
    "json": (".json", document),
}
"""Ending and writer of each kind of file."""
