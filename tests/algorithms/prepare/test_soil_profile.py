"""Build soil depth profile as a user runs it, and on to the factor of safety."""

import json

import numpy as np
import pytest

from landslide_plugin.core.io.profile import SOIL_WATER, read_profile
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import messages, outputs, qgis_process

FINE = Grid(12, 12, (500000.0, 30.0, 0.0, 900000.0, 0.0, -30.0), crs_wkt("EPSG:32617"))
COARSE = Grid(3, 3, (499950.0, 250.0, 0.0, 900100.0, 0.0, -250.0), crs_wkt("EPSG:32617"))
OWN = {"bdod": 140.0, "sand": 400.0, "clay": 250.0}


def raster(path, values, grid=FINE, band="x"):
    with RasterSink(str(path), grid, [Band(band)]) as sink:
        sink.write(0, 0, np.broadcast_to(np.asarray(values, np.float32), grid.shape))
    return str(path)


@pytest.fixture
def slope(tmp_path):
    return raster(tmp_path / "slope.tif", np.linspace(10, 50, FINE.size).reshape(FINE.shape), band="slope")


@pytest.fixture
def soilgrids(tmp_path):
    return [
        raster(tmp_path / f"{name}_{layer}cm_mean.tif", value, COARSE)
        for name, value in OWN.items()
        for layer in ("0-5", "5-15", "15-30", "30-60", "60-100", "100-200")
    ]


def test_soilgrids_on_the_grid_of_the_slope(slope, soilgrids, tmp_path):
    given = {"SOURCE": "soilgrids", "RASTERS": soilgrids, "TEMPLATE": slope, "PROFILE": tmp_path / "soil.tif"}
    refused = qgis_process("landslide:soilprofile", given)
    assert refused.returncode == 1
    assert "does not lie on the grid" in messages(refused)
    results = outputs(qgis_process("landslide:soilprofile", {**given, "ALIGN": True}))
    assert results["LAYERS"] == "0.05 0.15 0.3 0.6 1 2"
    with RasterSource(results["PROFILE"]) as source:
        assert source.grid.same_as(FINE)
        assert len(read_profile(source).properties) == 6
    found = outputs(
        qgis_process(
            "landslide:factorofsafety",
            {
                "SLOPE": slope,
                "PROFILE": results["PROFILE"],
                "PORE_PRESSURE": "transient",
                "FS": tmp_path / "fs.tif",
                "FS_BY_LAYER": tmp_path / "layers.tif",
            },
        )
    )
    with RasterSource(found["FS_BY_LAYER"]) as source:
        assert len(source.bands) == 30
        assert source.bands[6].name == "T25 0-0.05 m"
        by_layer = source.read_factors().reshape(5, 6, -1)
    with RasterSource(found["FS"]) as source:
        fs = source.read_factors().reshape(5, -1)
    np.testing.assert_allclose(fs, np.minimum(np.nanmin(by_layer, axis=1), 10.0), rtol=1e-6)


def test_a_profile_with_retention_holds_a_slope_by_suction_and_lets_rain_in(run, slope, soilgrids, tmp_path):
    soc = [
        raster(tmp_path / path.split("/")[-1].replace("clay", "soc"), 150.0, COARSE)
        for path in soilgrids[-6:]
    ]
    given = {"SOURCE": "soilgrids", "RASTERS": [*soilgrids, *soc], "TEMPLATE": slope, "ALIGN": True}
    profile = run("soilprofile", {**given, "RETENTION": True, "PROFILE": str(tmp_path / "soil.tif")})[
        "PROFILE"
    ]
    table = [10, 5, 6, 0.0, 0.0, 100, 30, 12, 0.0, 0.0]
    safety = {}
    for law, suction in (
        ("water_table", "none"),
        ("water_table", "van_genuchten"),
        ("unsaturated", "gardner"),
    ):
        target = str(tmp_path / f"{law}_{suction}.tif")
        chosen = {"PORE_PRESSURE": law, "SUCTION": suction, "SCENARIO_TABLE": table, "FS_BY_LAYER": target}
        run("factorofsafety", {"SLOPE": slope, "PROFILE": profile, "FS": str(tmp_path / "fs.tif"), **chosen})
        with RasterSource(target) as source:
            safety[law, suction] = source.read_factors().reshape(2, 6, -1)
    plain, held = safety["water_table", "none"], safety["water_table", "van_genuchten"]
    assert (held >= plain - 1e-6).all()
    assert (held > plain + 0.01).any()
    wet = safety["unsaturated", "gardner"]
    assert np.isfinite(wet).all()
    assert (wet[1] <= wet[0] + 1e-6).all()
    assert (wet[1] < wet[0] - 1e-4).any()


def test_lithology_with_the_generic_table(run, slope, tmp_path):
    codes = np.where(np.arange(FINE.size).reshape(FINE.shape) % 2, 6.0, 8.0)
    lithology = raster(tmp_path / "geology.tif", codes)
    depth = raster(tmp_path / "depth.tif", 1.2)
    target = str(tmp_path / "soil.tif")
    given = {"LITHOLOGY": lithology, "SOIL_DEPTH_RASTER": depth, "STRENGTH": "residual", "PROFILE": target}
    run("soilprofile", given)
    with RasterSource(target) as source:
        profile = read_profile(source)
        assert source.bands[-1].metadata["PROPERTY"] == "soil_depth_m"
    assert "theta_s" not in profile.properties
    run("soilprofile", {**given, "RETENTION": True, "PROFILE": str(tmp_path / "water.tif")})
    with RasterSource(str(tmp_path / "water.tif")) as source:
        assert set(SOIL_WATER) - {"gardner_alpha_1_m", "wetness_shift"} <= set(
            read_profile(source).properties
        )
    friction = profile["friction_deg"][0]
    assert set(np.unique(friction)) == {11.0, 35.0}
    found = run(
        "factorofsafety",
        {
            "SLOPE": slope,
            "PROFILE": target,
            "FS": str(tmp_path / "fs.tif"),
            "CRITICAL_DEPTH": str(tmp_path / "z.tif"),
        },
    )
    with RasterSource(found["CRITICAL_DEPTH"]) as source:
        assert np.nanmax(source.read(0)) == pytest.approx(1.2)


BAD = [
    ({"SOURCE": "lithology"}, "LITHOLOGY is not set"),
    ({"SOURCE": "soilgrids"}, "RASTERS is not set"),
    ({"SOURCE": "lithology", "LITHOLOGY": "slope"}, "not in the soil table"),
    ({"SOURCE": "soilgrids", "RASTERS": ["slope"]}, "does not say what it holds"),
    ({"SOURCE": "rasters", "RASTERS": ["slope"]}, "tells no soil property"),
    ({"SOURCE": "rasters", "RASTERS": ["slope"], "LAYER_BOTTOMS": "deep"}, "not a list of numbers"),
    ({"SOURCE": "rasters", "RASTERS": ["slope"], "LAYER_BOTTOMS": "2 1"}, "must be positive and rise"),
    ({"SOURCE": "rasters", "RASTERS": ["friction_deg_0-1m"]}, "radians"),
    (
        {"SOURCE": "rasters", "RASTERS": ["cohesion_kpa_0-1m"], "SOIL_DEPTH_RASTER": "below"},
        "positive downwards",
    ),
    (
        {"SOURCE": "rasters", "RASTERS": ["cohesion_kpa_0-1m"], "SOIL_DEPTH_RASTER": "in_cm"},
        "DEPTH_UNIT=cm",
    ),
]


@pytest.mark.parametrize(("change", "words"), BAD)
def test_bad_input_is_one_clear_line_and_no_file(run, slope, tmp_path, change, words):
    from qgis.core import QgsProcessingException

    raster(tmp_path / "friction_deg_0-1m.tif", 0.5)
    raster(tmp_path / "cohesion_kpa_0-1m.tif", 5.0)
    raster(tmp_path / "below.tif", -2.0)
    raster(tmp_path / "in_cm.tif", 180.0)
    target = tmp_path / "out"
    target.mkdir()

    def place(value):
        return str(tmp_path / f"{value}.tif")

    layers = ("LITHOLOGY", "SOIL_DEPTH_RASTER")
    given = {key: place(value) if key in layers else value for key, value in change.items()}
    if "RASTERS" in given:
        given["RASTERS"] = [place(value) for value in given["RASTERS"]]
    with pytest.raises(QgsProcessingException, match=words) as raised:
        run("soilprofile", {**given, "PROFILE": str(target / "soil.tif")})
    assert "\n" not in str(raised.value)
    assert list(target.iterdir()) == []


def test_a_soil_depth_in_centimetres_is_kept_in_metres_where_that_is_said(run, tmp_path):
    given = {
        "SOURCE": "rasters",
        "RASTERS": [raster(tmp_path / "cohesion_kpa_0-3m.tif", 5.0)],
        "SOIL_DEPTH_RASTER": raster(tmp_path / "in_cm.tif", 180.0),
        "DEPTH_UNIT": "cm",
        "PROFILE": str(tmp_path / "soil.tif"),
    }
    with RasterSource(run("soilprofile", given)["PROFILE"]) as source:
        np.testing.assert_allclose(source.read(len(source.bands) - 1), 1.8, rtol=1e-6)


def test_every_output_of_compute_fs_is_written_and_styled(run, slope, tmp_path):
    keys = ("FS", "CRITICAL_DEPTH", "PROBABILITY", "MASK", "CRITICAL_LAYER", "SATURATION")
    keys += ("YIELD_COEFFICIENT", "DISPLACEMENT", "FS_BY_LAYER")
    targets = {key: str(tmp_path / f"{key}.tif") for key in keys}
    table = [10, 10, 6, 0.3, 0.0, 100, 20, 6, 0.5, 0.2]
    results = run(
        "factorofsafety",
        {
            "SLOPE": slope,
            "SCENARIO_TABLE": table,
            "PORE_PRESSURE": "transient",
            "ROOT_COHESION": 3,
            "SURCHARGE": 1,
            "RAIN_PATTERN": "1 3 1",
            "STATISTICS_FILE": str(tmp_path / "statistics.json"),
            **targets,
        },
    )
    for key in keys:
        with RasterSource(results[key]) as source:
            assert key == "MASK" or (tmp_path / f"{key}.qml").exists(), key
            assert np.isfinite(source.read(0)).any(), key
    counted = json.loads((tmp_path / "statistics.json").read_text())
    assert counted["assessed"] == FINE.size
    assert counted == json.loads(results["STATISTICS"])
    with RasterSource(targets["DISPLACEMENT"]) as source:
        assert np.nanmax(source.read(0)) == 0.0
        assert source.bands[0].unit == "cm"


def test_legacy_form_and_rasters_of_rain_and_water(run, slope, tmp_path):
    from qgis.core import QgsProcessingException

    legacy = run("factorofsafety", {"SLOPE": slope, "FORM": "legacy", "FS": str(tmp_path / "legacy.tif")})
    with RasterSource(legacy["FS"]) as source:
        assert np.nanmin(source.read_factors()) >= 0.1
        assert np.nanmax(source.read_factors()) <= 10
    with pytest.raises(QgsProcessingException, match="legacy form gives no"):
        run(
            "factorofsafety",
            {
                "SLOPE": slope,
                "FORM": "legacy",
                "FS": str(tmp_path / "x.tif"),
                "SATURATION": str(tmp_path / "y.tif"),
            },
        )
    area, table = raster(tmp_path / "area.tif", 300.0), raster(tmp_path / "water.tif", 0.5)
    rain = raster(tmp_path / "rain.tif", 4.0)
    base = {"SLOPE": slope, "SCENARIO_TABLE": [10, 2, 24, 0.2, 0]}
    found = {}
    for name, more in {
        "plain": {"PORE_PRESSURE": "water_table"},
        "rain": {"PORE_PRESSURE": "water_table", "RAIN_RASTER": rain, "CONDUCTIVITY": 1e-4},
        "water": {"PORE_PRESSURE": "water_table", "WATER_TABLE_RASTER": table},
        "steady": {"PORE_PRESSURE": "steady", "CATCHMENT_AREA": area},
    }.items():
        result = run("factorofsafety", {**base, **more, "FS": str(tmp_path / f"fs_{name}.tif")})
        with RasterSource(result["FS"]) as source:
            found[name] = source.read(0)
    for name in ("rain", "water", "steady"):
        assert (found[name] <= found["plain"]).all(), name
        assert (found[name] < found["plain"]).any(), name
    with pytest.raises(QgsProcessingException, match="needs the specific catchment area"):
        run("factorofsafety", {**base, "PORE_PRESSURE": "steady", "FS": str(tmp_path / "x.tif")})
