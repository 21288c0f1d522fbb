"""Estimate soil depth, then Compute factor of safety with strength by raster, as a user runs them."""

import json
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid

GRID = Grid(24, 30, (500000.0, 20.0, 0.0, 900000.0, 0.0, -20.0), crs_wkt("EPSG:32617"))
ROOTS = (
    Path(__file__).resolve().parents[3] / "landslide_plugin" / "resources" / "tables" / "root_cohesion.csv"
)
DRY = "10 1 1 0.1 0 50 1 1 0.6 0"


def write(path, values, unit=""):
    with RasterSink(str(path), GRID, [Band(path.stem, unit)]) as sink:
        sink.write(0, 0, np.broadcast_to(np.asarray(values, np.float32), GRID.shape))
    return str(path)


def read(path):
    with RasterSource(str(path)) as source:
        return source.read_factors(), [band.name for band in source.bands], source.metadata


@pytest.fixture
def hill(tmp_path):
    y, x = np.mgrid[: GRID.rows, : GRID.cols]
    return write(tmp_path / "dem.tif", 1000 + 9.0 * x + 30 * np.sin(y / 4.0), "m")


def slope_of(dem):
    heights = dem[0].astype(float)
    north, east = np.gradient(heights, 20.0)
    return np.degrees(np.arctan(np.hypot(east, north)))


def test_depth_and_strength_of_each_cell_enter_factor_and_probability(run, hill, tmp_path):
    depth = run("soildepth", {"DEM": hill, "DEPTH_MODEL": "position", "DEPTH": str(tmp_path / "depth.tif")})[
        "DEPTH"
    ]
    deep, _, told = read(depth)
    assert told["SOIL_DEPTH_COV"] == "0.4"
    assert 0.2 <= deep.min() < deep.max() <= 3.0
    slope = write(tmp_path / "slope.tif", slope_of(read(hill)[0]), "deg")
    cover = np.where(np.arange(GRID.cols) < 15, 10, 60)
    given = {
        "SLOPE": slope,
        "SCENARIO_TABLE": [float(n) for n in DRY.split()],
        "SOIL_DEPTH": 3.0,
        "SOIL_DEPTH_RASTER": depth,
        "COHESION_RASTER": write(tmp_path / "cohesion.tif", np.linspace(1, 6, GRID.cols)),
        "FRICTION_RASTER": write(tmp_path / "friction.tif", np.linspace(28, 34, GRID.rows)[:, None]),
        "SURCHARGE_RASTER": write(tmp_path / "load.tif", 2.0),
        "LAND_COVER": write(tmp_path / "cover.tif", cover),
        "ROOT_TABLE": str(ROOTS),
        "SLIDE_WIDTH": 12.0,
        "DEM_ERROR": 0.5,
        "FS": str(tmp_path / "fs.tif"),
        "PROBABILITY": str(tmp_path / "pf.tif"),
        "RELIABILITY": str(tmp_path / "beta.tif"),
        "LEADING": str(tmp_path / "leading.tif"),
        "DISPLACEMENT_RANGE": str(tmp_path / "moved.tif"),
    }
    done = run("factorofsafety", given)
    safety, names, _ = read(given["FS"])
    chance, _, marks = read(given["PROBABILITY"])
    assert names == ["T10", "T50"]
    assert marks["RESOLVED_TO"] == "0.001"
    assert "&lt; 0.001" in (tmp_path / "pf.qml").read_text()
    assessed = np.isfinite(safety[0])
    assert assessed.sum() > 300
    assert chance[:, assessed].min() >= np.float32(1e-4)
    assert (chance[1] >= chance[0])[assessed].all()
    index = read(given["RELIABILITY"])[0]
    certain = assessed & (chance[0] > 1e-3) & (chance[0] < 0.99)
    assert (np.sign(index[0]) == np.sign(0.5 - chance[0]))[certain].all()
    assert set(np.unique(read(given["LEADING"])[0][:, assessed])) <= set(range(1, 7))
    assert read(given["DISPLACEMENT_RANGE"])[1] == [f"{t} {p} %" for t in names for p in (16, 50, 84)]
    told = json.loads(done["STATISTICS"])
    assert told["probability_resolved_to"] == 0.001
    assert told["probability_sampled_cells"] > 0
    shares = told["leading_uncertain_input"]["T50"]
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-4)
    bare = run(
        "factorofsafety", {**given, "LAND_COVER": None, "ROOT_TABLE": None, "FS": str(tmp_path / "bare.tif")}
    )
    without = read(bare["FS"])[0]
    forest = assessed & (cover[None, :] == 10)
    assert (safety[:, forest] > without[:, forest]).all()
    bare_ground = assessed & ~forest  # the bends of the root cohesion move the planes looked at
    np.testing.assert_allclose(safety[:, bare_ground], without[:, bare_ground], rtol=0.01)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"COHESION_RASTER": 0.008}, "MPa"),
        ({"FRICTION_RASTER": 0.55}, "radians"),
        ({"SURCHARGE_RASTER": 5000.0}, "Pa"),
        ({"ROOT_RASTER": 5900.0}, "Pa"),
        ({"LAND_COVER": 10.0}, "ROOT_TABLE"),
        ({"SLIDE_LENGTH": 5.0}, "SLIDE_WIDTH"),
    ],
)
def test_wrong_units_and_halves_are_refused_by_name(run, tmp_path, wrong, words):
    given = {
        key: value if key == "SLIDE_LENGTH" else write(tmp_path / f"{key}.tif", value)
        for key, value in wrong.items()
    }
    slope = write(tmp_path / "slope.tif", 30.0)
    with pytest.raises(Exception, match=words):
        run("factorofsafety", {"SLOPE": slope, "FS": str(tmp_path / "fs.tif"), **given})


def test_a_slope_in_radians_and_an_unknown_cover_are_refused(run, tmp_path):
    with pytest.raises(Exception, match="radians"):
        run("factorofsafety", {"SLOPE": write(tmp_path / "s.tif", 0.6), "FS": str(tmp_path / "fs.tif")})
    given = {"LAND_COVER": write(tmp_path / "c.tif", 11.0), "ROOT_TABLE": str(ROOTS)}
    with pytest.raises(Exception, match="land-cover code 11"):
        run(
            "factorofsafety", {"SLOPE": write(tmp_path / "t.tif", 30), "FS": str(tmp_path / "f.tif"), **given}
        )


def test_height_limits_are_never_taken_from_the_extent(run, hill, tmp_path):
    with pytest.raises(Exception, match="not taken from the extent"):
        run("soildepth", {"DEM": hill, "DEPTH_MODEL": "z", "DEPTH": str(tmp_path / "depth.tif")})


def test_a_soil_depth_raster_is_deep_as_it_says_and_never_cut_at_a_default(run, tmp_path):
    depth = np.linspace(4.0, 6.0, GRID.cols)
    given = {"SLOPE": write(tmp_path / "slope.tif", 30.0, "deg"), "PORE_PRESSURE": "dry"}
    deep = write(tmp_path / "deep.tif", depth)

    def planes(name, **more):
        targets = {"FS": str(tmp_path / f"{name}.tif"), "CRITICAL_DEPTH": str(tmp_path / f"{name}_depth.tif")}
        return read(run("factorofsafety", {**given, **more, **targets})["CRITICAL_DEPTH"])[0][0]

    found = planes("raster", SOIL_DEPTH_RASTER=deep)
    np.testing.assert_allclose(found, np.broadcast_to(depth, GRID.shape), rtol=1e-5)
    cut = planes("cut", SOIL_DEPTH_RASTER=deep, SOIL_DEPTH_LIMIT=5.0)
    np.testing.assert_allclose(cut, np.minimum(found, 5.0), rtol=1e-5)
    hundredfold = write(tmp_path / "hundredfold.tif", 100 * depth)
    with pytest.raises(Exception, match="DEPTH_UNIT=cm"):
        planes("cm", SOIL_DEPTH_RASTER=hundredfold)
    np.testing.assert_allclose(
        planes("said", SOIL_DEPTH_RASTER=hundredfold, DEPTH_UNIT="cm"), found, rtol=1e-5
    )
    with pytest.raises(Exception, match="SOIL_DEPTH_LIMIT=3"):
        planes("both", SOIL_DEPTH_RASTER=deep, SOIL_DEPTH=3.0)
    with pytest.raises(Exception, match="WATER_TABLE_DEPTH is 0.5, but this run would not use it"):
        planes("ignored", WATER_TABLE_DEPTH=0.5)


def test_rasters_of_another_grid_are_aligned_where_that_is_asked_for(run, tmp_path):
    fine = Grid(96, 120, (500000.0, 5.0, 0.0, 900000.0, 0.0, -5.0), GRID.crs_wkt)
    soil, cover = tmp_path / "soil.tif", tmp_path / "cover.tif"
    names = ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3")
    layer = {"LAYER_TOP_M": "0", "LAYER_BOTTOM_M": "2"}
    bands = [Band(f"{name} 0-2 m", "", {"PROPERTY": name, **layer}) for name in names]
    with RasterSink(str(soil), fine, bands) as sink:
        for band, value in enumerate((4.0, 30.0, 18.0)):
            sink.write(band, 0, np.full(fine.shape, value, np.float32))
    with RasterSink(str(cover), fine, [Band("cover")]) as sink:
        sink.write(0, 0, np.where(np.arange(120) < 60, 10.0, 60.0) * np.ones((96, 1)))
    given = {
        "SLOPE": write(tmp_path / "slope.tif", np.linspace(10, 45, GRID.cols), "deg"),
        "COHESION_RASTER": str(write(tmp_path / "c.tif", 6.0)),
        "LAND_COVER": str(cover),
        "ROOT_TABLE": str(ROOTS),
        "FS": str(tmp_path / "fs.tif"),
    }
    with pytest.raises(Exception, match="does not lie on the grid of the slope raster.*set ALIGN"):
        run("factorofsafety", given)
    aligned = read(run("factorofsafety", {**given, "ALIGN": True})["FS"])[0]
    own = write(tmp_path / "own.tif", np.where(np.arange(GRID.cols) < 15, 10.0, 60.0))
    plain = {**given, "LAND_COVER": own, "FS": str(tmp_path / "plain.tif")}
    np.testing.assert_array_equal(aligned, read(run("factorofsafety", plain)["FS"])[0])
    profile = {"SLOPE": given["SLOPE"], "PROFILE": str(soil), "FS": str(tmp_path / "p.tif"), "ALIGN": True}
    assert np.isfinite(read(run("factorofsafety", profile)["FS"])[0]).all()


FINE = Grid(96, 120, (500000.0, 5.0, 0.0, 900000.0, 0.0, -5.0), crs_wkt("EPSG:32617"))


def test_rasters_of_another_grid_are_aligned_if_asked_and_named_if_not(run, tmp_path):
    slope = write(tmp_path / "slope.tif", 30.0, "deg")
    depth = np.repeat(np.linspace(1.0, 3.0, FINE.cols, dtype=np.float32)[None], FINE.rows, axis=0)
    codes = np.where(np.arange(FINE.cols) < 60, 10, 60) * np.ones((FINE.rows, 1))
    paths = {}
    for name, values in (("depth", depth), ("cover", codes)):
        paths[name] = str(tmp_path / f"{name}.tif")
        with RasterSink(paths[name], FINE, [Band(name)], metadata={"SOIL_DEPTH_COV": "0.3"}) as sink:
            sink.write(0, 0, np.asarray(values, np.float32))
    given = {
        "SLOPE": slope,
        "SCENARIO_TABLE": [float(n) for n in DRY.split()],
        "SOIL_DEPTH": 3.0,
        "SOIL_DEPTH_RASTER": paths["depth"],
        "LAND_COVER": paths["cover"],
        "ROOT_TABLE": str(ROOTS),
        "FS": str(tmp_path / "fs.tif"),
        "CRITICAL_DEPTH": str(tmp_path / "z.tif"),
    }
    with pytest.raises(
        Exception, match="SOIL_DEPTH_RASTER .* does not lie on the grid of the slope raster.*set ALIGN"
    ):
        run("factorofsafety", given)
    assert not (tmp_path / "fs.tif").exists()
    run("factorofsafety", {**given, "ALIGN": True})
    means = depth.reshape(GRID.rows, 4, GRID.cols, 4).mean(axis=(1, 3))
    np.testing.assert_allclose(read(given["CRITICAL_DEPTH"])[0][0], means, rtol=1e-3)
    safety = read(given["FS"])[0][0]
    bare = {"LAND_COVER": None, "ROOT_TABLE": None, "FS": str(tmp_path / "bare.tif")}
    run("factorofsafety", {**given, "ALIGN": True, **bare})
    apart = safety - read(bare["FS"])[0][0]
    assert (apart[:, :7] > 0.05).all()  # where the soil is no deeper than the roots
    np.testing.assert_allclose(apart[:, 15:], 0.0, atol=0.02)


def test_a_storm_is_no_lasting_rain(run, tmp_path):
    from qgis.core import QgsProcessingFeedback

    area = write(tmp_path / "area.tif", 40.0)
    slope = write(tmp_path / "slope.tif", 30.0, "deg")
    given = {"SLOPE": slope, "CATCHMENT_AREA": area, "PORE_PRESSURE": "steady"}
    for name, table, warned in (
        ("storm", [50, 9.0, 24, 0.4, 0], True),
        ("season", [50, 0.1, 2160, 0.4, 0], False),
    ):
        feedback = QgsProcessingFeedback()
        params = {**given, "SCENARIO_TABLE": table, "FS": str(tmp_path / f"{name}.tif")}
        run("factorofsafety", params, feedback=feedback)
        assert ("T50 is a storm of 24 h at 9 mm/h" in feedback.textLog()) == warned
