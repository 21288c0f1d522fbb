"""Derive terrain factors as a user runs it: by shell and in process, with good and bad layers."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import line_wkb, write_features
from landslide_plugin.core.terrain import CATALOGUE, DEFAULT_FACTORS, terrain_factors
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import REPOSITORY, messages, outputs, qgis_process
from tools.check.patience import patient

SAMPLE = Path(__file__).parents[3] / "landslide_plugin" / "resources" / "sample" / "rbsf"
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).parents[4] / "shared"))
BALAKOT = SHARED / "data" / "study" / "balakot_south"
UTM = crs_wkt("EPSG:32717")


def bands(path):
    with RasterSource(str(path)) as source:
        return {spec.name: (spec, source.read(i)) for i, spec in enumerate(source.factor_specs())}


def plane(path, epsg="EPSG:32717", grid=None, azimuth=135.0):
    """A small DEM that falls 20 degrees towards an azimuth."""
    grid = grid or Grid(20, 30, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), crs_wkt(epsg))
    y, x = -np.arange(grid.rows)[:, None] * grid.cell_height, np.arange(grid.cols) * grid.cell_width
    fall = x * np.sin(np.radians(azimuth)) + y * np.cos(np.radians(azimuth))
    with RasterSink(str(path), grid, [Band("")]) as sink:
        sink.write(0, 0, 1000.0 - np.tan(np.radians(20.0)) * fall)
    return path


def wkb_of(wkt):
    from osgeo import ogr

    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


def left(folder):
    return sorted(p.name for p in folder.rglob("*") if "stack" in p.name or "part" in p.name)


def test_the_sample_area_by_shell(tmp_path):
    done = qgis_process(
        "terrainfactors",
        {
            "DEM": SAMPLE / "dem.tif",
            "MASK": SAMPLE / "study_mask.gpkg",
            "STACK": tmp_path / "stack.tif",
            "FOLDER": tmp_path / "single",
        },
    )
    results = outputs(done)
    assert results["BANDS"] == len(DEFAULT_FACTORS)
    assert results["VALID_CELLS"] + results["NO_DATA_CELLS"] == 415 * 383
    assert results["VALID_CELLS"] * 1e-4 == pytest.approx(9.58, abs=0.01)
    found = bands(tmp_path / "stack.tif")
    with RasterSource(str(SAMPLE / "dem.tif")) as source:
        expected = terrain_factors(source.read(0), 10.0, 10.0, DEFAULT_FACTORS)
    inside = np.isfinite(found["elevation"][1])
    for name, (_, values) in found.items():
        there = inside & np.isfinite(expected[name])
        np.testing.assert_array_equal(values[there], expected[name][there], err_msg=name)
        assert np.isfinite(values[inside]).all(), name
    assert sorted(p.stem for p in (tmp_path / "single").glob("*.tif")) == sorted(DEFAULT_FACTORS)
    said = messages(done)
    assert "depressions filled" in said
    assert "MiB of memory" in said
    assert (tmp_path / "stack.qml").exists()
    assert (tmp_path / "stack.json").exists()
    assert sorted(p.stem for p in (tmp_path / "single").glob("*.qml")) == sorted(DEFAULT_FACTORS)


def test_chosen_factors_and_lines_in_process(run, tmp_path):
    dem = plane(tmp_path / "dem.tif")
    road = FeatureSet((line_wkb(np.array([[700005.0, 9.5e6], [700005.0, 9.6e6]])),), UTM)
    write_features(str(tmp_path / "roads.gpkg"), road, "line")
    result = run(
        "terrainfactors",
        {
            "DEM": str(dem),
            "ROADS": str(tmp_path / "roads.gpkg"),
            "FACTORS": ["slope", "aspect"],
            "SLOPE_METHOD": "zevenbergen_thorne",
            "STACK": str(tmp_path / "stack.tif"),
        },
    )
    found = bands(result["STACK"])
    assert list(found) == ["slope", "aspect", "distance_roads"]
    np.testing.assert_allclose(found["slope"][1], 20.0, atol=1e-3)
    np.testing.assert_allclose(found["aspect"][1], 135.0, atol=1e-2)
    np.testing.assert_allclose(found["distance_roads"][1], np.tile(np.arange(30) * 10.0, (20, 1)), atol=1e-3)


def test_polygons_of_classes_by_shell(tmp_path):
    halves = [
        f"POLYGON (({x} 9560000, {x + 150} 9560000, {x + 150} 9559800, {x} 9559800, {x} 9560000))"
        for x in (700000, 700150)
    ]
    geology = str(tmp_path / "geology.gpkg")
    fields = {"unit": ("Schist", "Flysch"), "code": (8, 3)}
    write_features(geology, FeatureSet(tuple(map(wkb_of, halves)), UTM, fields), "polygon")
    given = {"DEM": plane(tmp_path / "dem.tif"), "LITHOLOGY": geology}
    stack = tmp_path / "stack.tif"
    outputs(qgis_process("terrainfactors", {**given, "FACTORS": ["slope"], "STACK": stack}))
    spec, codes = bands(stack)["lithology"]
    assert spec.categories == {1: "Flysch", 2: "Schist"}
    np.testing.assert_array_equal(codes, np.tile(np.repeat([2.0, 1.0], 15), (20, 1)))
    checked = outputs(qgis_process("inputcheck", {**given, "PAGE": tmp_path / "page.html"}))
    assert (checked["ERRORS"], checked["WARNINGS"]) == (0, 0)
    assert "2 polygon" in (tmp_path / "page.html").read_text()


@pytest.mark.skipif(not BALAKOT.exists(), reason=f"{BALAKOT} is absent; set LANDSLIDE_SHARED")
def test_a_real_area_with_faults_and_classes(tmp_path):
    done = qgis_process(
        "terrainfactors",
        {
            "DEM": BALAKOT / "dem.tif",
            "FAULTS": BALAKOT / "faults.gpkg",
            "LITHOLOGY": BALAKOT / "lithology.tif",
            "LAND_COVER": BALAKOT / "landcover.tif",
            "STACK": tmp_path / "stack.tif",
        },
    )
    assert outputs(done)["BANDS"] == len(DEFAULT_FACTORS) + 3
    found = bands(tmp_path / "stack.tif")
    with RasterSource(str(BALAKOT / "lithology.tif")) as source:
        np.testing.assert_array_equal(found["lithology"][1], source.read(0))
    assert found["land_cover"][0].kind == "categorical"
    assert 0.0 < found["distance_faults"][1].min() < 20.0


@pytest.mark.skipif(not (REPOSITORY / ".venv-worker").exists(), reason="there is no .venv-worker")
def test_both_engines_give_the_same_stack(run, tmp_path):
    write_features(
        str(tmp_path / "roads.gpkg"),
        FeatureSet((line_wkb(np.array([[714000.0, 9.5e6], [715000.0, 9.6e6]])),), UTM),
        "line",
    )
    stacks = {}
    for engine in ("fast", "plain"):
        params = {
            "DEM": str(SAMPLE / "dem.tif"),
            "ROADS": str(tmp_path / "roads.gpkg"),
            "FACTORS": list(CATALOGUE),
            "STREAM_AREA": 0.05,
            "DEPTH_LIMIT": 2.0,
            "MEMORY": 64 if engine == "fast" else 4096,
            "ENGINE": engine,
            "STACK": str(tmp_path / f"{engine}.tif"),
        }
        stacks[engine] = bands(run("terrainfactors", params)["STACK"])
    assert list(stacks["fast"]) == [*CATALOGUE, "distance_roads"]
    for name, (spec, values) in stacks["plain"].items():
        assert stacks["fast"][name][0] == spec
        largest = 1e-6 * np.nanmax(np.abs(values))
        np.testing.assert_allclose(
            stacks["fast"][name][1], values, rtol=1e-5, atol=max(largest, 2e-5), err_msg=name
        )


def test_a_broken_environment_is_named_or_done_without(tmp_path):
    dem = plane(tmp_path / "dem.tif")
    nowhere = {"LANDSLIDE_PYTHON": str(tmp_path / "nowhere")}
    params = {"DEM": dem, "FACTORS": "slope", "STACK": tmp_path / "stack.tif"}
    refused = qgis_process("terrainfactors", {**params, "ENGINE": "fast"}, env=nowhere)
    assert refused.returncode == 1
    assert "LANDSLIDE_PYTHON names" in messages(refused)
    done = qgis_process("terrainfactors", {**params, "ENGINE": "auto"}, env=nowhere)
    assert outputs(done)["BANDS"] == 1
    assert "no modelling environment" in messages(done)


def without_crs(folder):
    return {"DEM": plane(folder / "dem.tif", grid=Grid(20, 30, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0)))}


def misaligned(folder):
    grid = Grid(20, 30, (700003.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    return {"DEM": plane(folder / "dem.tif"), "NDVI": plane(folder / "ndvi.tif", grid=grid)}


def apart(folder):
    grid = Grid(20, 30, (800000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    far = plane(folder / "ndvi.tif", grid=grid)
    return {"DEM": plane(folder / "dem.tif"), "NDVI": far, "ALIGN": True}


def truncated(folder):
    dem = folder / "dem.tif"
    grid = Grid(200, 200, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    with RasterSink(str(dem), grid, [Band("")]) as sink:
        sink.write(0, 0, np.random.default_rng(0).normal(1000, 5, grid.shape))
    whole = dem.read_bytes()
    dem.write_bytes(whole[: len(whole) // 2])
    return {"DEM": dem}


def empty_lines(folder):
    write_features(str(folder / "faults.gpkg"), FeatureSet((), UTM), "line")
    return {"DEM": plane(folder / "dem.tif"), "FAULTS": folder / "faults.gpkg"}


def one_row(folder):
    grid = Grid(1, 30, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    return {"DEM": plane(folder / "dem.tif", grid=grid)}


def no_folder(folder):
    return {"DEM": plane(folder / "dem.tif"), "STACK": folder / "nowhere" / "stack.tif"}


def raw_dem(path, values, geotransform, epsg, dtype="Int16", nodata=None, masked=False):
    """A DEM as other programs write them, by GDAL itself."""
    from osgeo import gdal

    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    rows, cols = values.shape
    code = getattr(gdal, f"GDT_{dtype}")
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, code)
    dataset.SetGeoTransform(geotransform)
    dataset.SetProjection(crs_wkt(epsg))
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteRaster(0, 0, cols, rows, values.astype(np.float64).tobytes(), buf_type=gdal.GDT_Float64)
    if masked:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        mask = np.full(values.shape, 255, np.uint8)
        mask[:3] = 0
        dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, cols, rows, mask.tobytes())
    return path


SQUARE = (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0)


def all_no_data(folder):
    return {"DEM": raw_dem(folder / "dem.tif", np.full((9, 9), -9999), SQUARE, "EPSG:32717", nodata=-9999)}


def one_cell(folder):
    return {"DEM": raw_dem(folder / "dem.tif", np.ones((1, 1)), SQUARE, "EPSG:32717")}


def rotated(folder):
    turned = (700000.0, 10.0, 2.0, 9560000.0, 2.0, -10.0)
    return {"DEM": raw_dem(folder / "dem.tif", np.ones((9, 9)), turned, "EPSG:32717")}


def undeclared(folder):
    heights = np.full((9, 9), 100.0)
    heights[0] = -32768
    return {"DEM": raw_dem(folder / "dem.tif", heights, SQUARE, "EPSG:32717")}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (all_no_data, "no cell with a height"),
        (one_cell, "1 x 1 cells"),
        (rotated, "rotated"),
        (undeclared, "does not declare it"),
        (without_crs, "has no CRS"),
        (misaligned, "NDVI (ndvi) does not lie on the grid of the DEM: extent shifted by up to 0.3 cells"),
        (apart, "ndvi has no value on any cell of the DEM"),
        (truncated, "dem.tif is damaged or truncated"),
        (empty_lines, "has no lines"),
        (one_row, "at least 2 rows"),
        (no_folder, "nowhere"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_1(tmp_path, spoil, words):
    done = qgis_process("terrainfactors", {"STACK": tmp_path / "stack.tif", **spoil(tmp_path)})
    assert done.returncode == 1
    lines = {line for line in messages(done).splitlines() if words in line}
    assert len(lines) == 1, messages(done)
    assert "Traceback" not in messages(done)
    assert left(tmp_path) == []


def hard_lines(path):
    """A multi-part 3-D line, a curve and a bow tie of a polygon, in degrees."""
    from osgeo import ogr, osr

    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("roads", degrees, ogr.wkbUnknown)
    for wkt in (
        "MULTILINESTRING Z ((20.001 65.0 1,20.004 64.99 2),(20.1 65.2 3,20.2 65.3 4))",
        "CIRCULARSTRING (20.01 64.999,20.012 64.997,20.014 64.999)",
        "POLYGON ((20 64.99,20.01 65,20.01 64.99,20 65,20 64.99))",
    ):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    dataset = None
    return path


@pytest.mark.parametrize(("dtype", "nodata"), [("Int16", -32768), ("Float64", float("nan"))])
def test_a_hard_area_by_shell(tmp_path, dtype, nodata):
    """Degrees at 65 degrees north, a mask band, a hole of infinite heights, awkward lines; then in metres."""
    rows, cols, step = 90, 120, 1 / 7200
    fall = np.tan(np.radians(20.0)) * 111_500.0 * step
    heights = np.round(
        3000.0 - np.arange(rows)[:, None] * fall * np.ones((1, cols)), 0 if dtype == "Int16" else 9
    )
    heights[40:43, 50:55] = nodata if dtype == "Int16" else np.inf
    dem = raw_dem(
        tmp_path / "dem.tif", heights, (20.0, step, 0, 65.0, 0, -step), "EPSG:4326", dtype,
        nodata if dtype == "Int16" else None, masked=dtype != "Int16",
    )  # fmt: skip
    params = {"DEM": dem, "ROADS": hard_lines(tmp_path / "roads.gpkg"), "STACK": tmp_path / "stack.tif"}
    done = qgis_process("terrainfactors", params)
    found = bands(tmp_path / "stack.tif")
    known = np.isfinite(found["elevation"][1])
    assert known.sum() == rows * cols - 15 - (0 if dtype == "Int16" else 3 * cols)
    slope = found["slope"][1][known]
    assert abs(np.median(slope) - 20.0) < (0.8 if dtype == "Int16" else 0.1)
    assert np.isfinite(found["distance_roads"][1][known]).all()
    assert "set GRID to UTM" in messages(done)
    done = qgis_process("terrainfactors", {**params, "GRID": "utm"})
    with RasterSource(str(tmp_path / "stack.tif")) as source:
        assert "UTM zone 34N" in source.grid.crs_wkt
    moved = bands(tmp_path / "stack.tif")
    assert abs(np.nanmedian(moved["slope"][1]) - 20.0) < (0.8 if dtype == "Int16" else 0.1)
    largest = np.nanmax(found["distance_roads"][1])
    assert np.nanmax(moved["distance_roads"][1]) == pytest.approx(largest, rel=0.02)


def test_an_interrupted_run_leaves_nothing(tmp_path):
    """A full signal path: SIGINT to qgis_process while it works."""
    import signal
    import time

    from tools.check.qgis_runner import REPOSITORY, command, environment

    rng = np.random.default_rng(0)
    grid = Grid(2500, 2500, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    with RasterSink(str(tmp_path / "dem.tif"), grid, [Band("")]) as sink:
        sink.write(0, 0, rng.normal(1000, 5, grid.shape))
    words = command(
        "landslide:terrainfactors", {"DEM": tmp_path / "dem.tif", "STACK": tmp_path / "stack.tif"}
    )
    child = subprocess.Popen(
        words,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=REPOSITORY,
    )
    try:
        for line in child.stdout:
            if "MiB of memory" in line:
                break
        time.sleep(1.0)
        child.send_signal(signal.SIGINT)
        child.stdout.read()
        assert child.wait(timeout=patient(60)) != 0
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert left(tmp_path) == []
