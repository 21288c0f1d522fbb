"""Sample areas and Compute factor of safety as a user runs them."""

import json

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.io.scenarios import read_csv
from landslide_plugin.core.stability.assess import Question, assess
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.soil_profile.sources import SoilStrip
from landslide_plugin.core.workflows.soil_profile.table import read_soil_table
from tests.support.harness import messages, outputs, qgis_process


@pytest.fixture(scope="module")
def andes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("andes") / "input"
    return outputs(qgis_process("landslide:sampledata", {"AREA": "andes", "FOLDER": folder}))


def read(path):
    with RasterSource(str(path)) as source:
        return source.read_factors(), [band.name for band in source.bands], source.grid


def test_rbsf_sample(tmp_path):
    results = outputs(qgis_process("landslide:sampledata", {"AREA": "rbsf", "FOLDER": tmp_path / "rbsf"}))
    assert set(results) == {"FOLDER", "DEM", "INVENTORY", "STUDY_MASK", "SCENARIOS", "SOIL_TABLE"}
    elevation, _, grid = read(results["DEM"])
    assert grid.shape == (415, 383)
    assert int(np.isnan(elevation).sum()) == 619


def test_layers_are_handed_over_for_loading_with_their_styles(qgis_app, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    for load, names in ((False, set()), (True, {"Elevation", "Landslide inventory", "Study mask"})):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = qgis_app.processingRegistry().createAlgorithmById("landslide:sampledata")
        given = {"AREA": "rbsf", "FOLDER": str(tmp_path / "rbsf"), "LOAD": load}
        _, ok = algorithm.run(given, context, QgsProcessingFeedback())
        assert ok
        waiting = context.layersToLoadOnCompletion()
        assert {details.name for details in waiting.values()} == names
        assert all(details.postProcessor() is not None for details in waiting.values())


def test_implausible_strength_is_said(tmp_path):
    rbsf = outputs(qgis_process("landslide:sampledata", {"AREA": "rbsf", "FOLDER": tmp_path / "rbsf"}))
    stack = tmp_path / "factors.tif"
    outputs(qgis_process("landslide:terrainfactors", {"DEM": rbsf["DEM"], "STACK": stack}))
    done = qgis_process(
        "landslide:factorofsafety", {"SLOPE": stack, "FS": tmp_path / "fs.tif", "COHESION": 2, "FRICTION": 20}
    )
    assert outputs(done)
    assert "calibrate before use" in messages(done)
    assert "as unstable as each other" not in messages(done)
    dry = qgis_process(
        "landslide:factorofsafety", {"SLOPE": stack, "FS": tmp_path / "dry.tif", "PORE_PRESSURE": "dry"}
    )
    assert outputs(dry)
    assert "as unstable as each other" in messages(dry)


def test_factor_of_safety_of_the_synthetic_area(andes, tmp_path):
    targets = {key: tmp_path / f"{key}.tif" for key in ("FS", "PROBABILITY", "CRITICAL_DEPTH", "MASK")}
    given = {"SLOPE": andes["FACTORS"], "PROFILE": andes["PROFILE"], "SCENARIOS": andes["SCENARIOS"]}
    done = qgis_process("landslide:factorofsafety", {**given, **targets})
    results = outputs(done)
    fs, names, grid = read(results["FS"])
    chance, _, _ = read(results["PROBABILITY"])
    mask, _, _ = read(results["MASK"])
    slope = read(andes["FACTORS"])[0][1]
    assert names == ["T10", "T25", "T50", "T100", "T200"]
    assert grid.shape == (30, 50)
    assessed = mask[0] == 1
    assert np.array_equal(assessed, slope >= 5), "T200 shakes, so cells under 5 degrees are flat"
    assert (np.diff(fs[:, assessed], axis=0) <= 1e-6).all()
    assert (np.diff(chance[:, assessed], axis=0) >= -1e-3).all()
    assert np.isnan(chance[:, ~assessed]).all()
    assert np.isnan(fs[:, ~assessed]).all()
    shares = json.loads(results["UNSTABLE_SHARES"])
    assert shares == {n: pytest.approx(float((b[assessed] < 1).mean()), abs=1e-6) for n, b in zip(names, fs)}
    assert int(float(results["ASSESSED_CELLS"])) == assessed.sum()
    assert "flat, not assessed by physics" in messages(done)
    assert (tmp_path / "FS.qml").exists()


def test_flat_cells_hold_the_cap_by_option_only(andes, tmp_path):
    given = {"SLOPE": andes["FACTORS"], "PROFILE": andes["PROFILE"], "SCENARIOS": andes["SCENARIOS"]}
    targets = {key: tmp_path / f"{key}.tif" for key in ("FS", "PROBABILITY", "MASK")}
    results = outputs(qgis_process("landslide:factorofsafety", {**given, **targets, "FLAT_CELLS": "cap"}))
    flat = read(results["MASK"])[0][0] == 2
    assert flat.sum() > 1000
    assert (read(results["FS"])[0][:, flat] == 10).all()
    assert (read(results["PROBABILITY"])[0][:, flat] == 0).all()
    for key in ("FS", "PROBABILITY"):
        with RasterSource(str(results[key])) as source:
            assert source.metadata["NOT_ASSESSED"] == "cap"


def test_lithology_table_gives_its_own_answer(andes, tmp_path):
    given = {"SLOPE": andes["FACTORS"], "SCENARIOS": andes["SCENARIOS"], "FS": tmp_path / "fs.tif"}
    outputs(
        qgis_process(
            "landslide:factorofsafety",
            {**given, "LITHOLOGY": andes["FACTORS"], "SOIL_TABLE": andes["SOIL_TABLE"]},
        )
    )
    slope, lithology = (read(andes["FACTORS"])[0][i] for i in (1, 6))
    profile, _ = read_soil_table(andes["SOIL_TABLE"]).profile(lithology)
    storms = read_csv(andes["SCENARIOS"])
    water = WaterChoice("water_table", storms, 1e-6, 0.1, 0.2, 1.5)(SoilStrip(profile), 0, 30)
    expected = assess(slope.ravel(), soil_of(profile), water, Question(storms.column("seismic_coefficient")))
    fs, _, _ = read(tmp_path / "fs.tif")
    assessed = expected.reasons.reshape(30, 50) == 1
    expected_fs = expected.factor_of_safety.reshape(5, 30, 50)[:, assessed]
    np.testing.assert_allclose(fs[:, assessed], np.minimum(expected_fs, 10), rtol=1e-5)
    assert len(np.unique(lithology[assessed])) == 4


def test_single_values_and_the_example_storms(run, andes, tmp_path):
    results = run("factorofsafety", {"SLOPE": andes["FACTORS"], "FS": str(tmp_path / "fs.tif")})
    assert read(results["FS"])[1] == ["T10", "T25", "T50", "T100", "T200"]
    typed = run(
        "factorofsafety",
        {
            "SLOPE": andes["FACTORS"],
            "FS": str(tmp_path / "typed.tif"),
            "SCENARIO_TABLE": [20, 0, 0, 0.3, 0, 30, 0, 0, 1.0, 0],
            "PORE_PRESSURE": "water_table",
        },
    )
    dry_to_wet, names, _ = read(typed["FS"])
    assert names == ["T20", "T30"]
    slope = read(andes["FACTORS"])[0][1]
    steep = slope > 5
    assert (dry_to_wet[1][steep] < dry_to_wet[0][steep]).all()


BAD = [
    ({"LITHOLOGY": "FACTORS"}, "without a soil table"),
    ({"PROFILE": "PROFILE", "SOIL_TABLE": "SOIL_TABLE"}, "keep one"),
    ({"SLOPE": "PROFILE"}, "none is named slope"),
    ({"PROFILE": "TARGET"}, "not part of a soil profile"),
    ({"SCENARIOS": "SOIL_TABLE"}, "no column return_period_yr"),
    ({"SOIL_DEPTH_RASTER": "RBSF"}, "EPSG:32717"),
    ({"SOIL_TABLE": "SOIL_TABLE"}, "no lithology raster"),
]


@pytest.mark.parametrize(("change", "words"), BAD)
def test_bad_input_is_one_clear_line_and_no_file(run, andes, tmp_path, change, words):
    from qgis.core import QgsProcessingException

    places = {**andes, "RBSF": "landslide_plugin/resources/sample/rbsf/dem.tif"}
    given = {"SLOPE": andes["FACTORS"], "FS": str(tmp_path / "fs.tif")}
    with pytest.raises(QgsProcessingException, match=words) as raised:
        run("factorofsafety", {**given, **{key: places[name] for key, name in change.items()}})
    assert "\n" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_bad_input_ends_the_shell_run_with_1(andes, tmp_path):
    done = qgis_process(
        "landslide:factorofsafety",
        {"SLOPE": andes["FACTORS"], "LITHOLOGY": andes["FACTORS"], "FS": tmp_path / "fs.tif"},
    )
    assert done.returncode == 1
    assert "without a soil table" in messages(done)
    assert not (tmp_path / "fs.tif").exists()


def test_sample_folder_with_other_files_is_refused(run, tmp_path):
    from qgis.core import QgsProcessingException

    (tmp_path / "own.txt").write_text("mine")
    with pytest.raises(QgsProcessingException, match=r"own\.txt"):
        run("sampledata", {"AREA": "rbsf", "FOLDER": str(tmp_path)})
    assert [entry.name for entry in tmp_path.iterdir()] == ["own.txt"]


def test_small_numbers_can_be_typed(qgis_app):
    algorithm = qgis_app.processingRegistry().createAlgorithmById("landslide:factorofsafety")
    conductivity = algorithm.parameterDefinition("CONDUCTIVITY")
    assert conductivity.metadata()["widget_wrapper"]["decimals"] >= 9


SOIL = {"RETENTION_ALPHA": 1.5, "THETA_S": 0.45, "THETA_R": 0.05}


def test_suction_and_unsaturated_rain(run, andes, tmp_path):
    def found(name, **more):
        given = {
            "SLOPE": andes["FACTORS"],
            "FS": str(tmp_path / f"{name}.tif"),
            **(SOIL if name != "plain" else {}),
        }
        return run("factorofsafety", {**given, "FIELD_CONDUCTIVITY": 5e-6, **more})

    layers = {"PROFILE": andes["PROFILE"]}
    plain = found("plain", **layers, FS_BY_LAYER=str(tmp_path / "plain_layers.tif"))
    held = found("held", **layers, SUCTION="gardner", FS_BY_LAYER=str(tmp_path / "held_layers.tif"))
    without, with_it = (read(results["FS_BY_LAYER"])[0] for results in (plain, held))
    known = np.isfinite(without)
    assert (with_it[known] >= without[known] * (1 - 1e-5)).all()
    assert (with_it[known] > without[known] + 0.05).mean() > 0.1
    extras = {key: str(tmp_path / f"{key}.tif") for key in ("INITIAL_WATER_TABLE", "EXCESS_RAIN")}
    wet = found("wet", PORE_PRESSURE="unsaturated", **extras)
    steep = np.isfinite(read(wet["FS"])[0][0])
    start, excess = (read(wet[key])[0][:, steep] for key in extras)
    np.testing.assert_allclose(start[0], 2.0 * (1 - 0.3), rtol=1e-5)
    assert (excess >= 0).all()
    assert sum(json.loads(wet["STATISTICS"])["shares_of_change"].values()) == pytest.approx(1.0)


def test_water_gathers_where_the_upslope_area_is_large(run, andes, tmp_path):
    slope = read(andes["FACTORS"])[0][1]
    area = np.where(np.arange(slope.size).reshape(slope.shape) % 2, 5.0, 500.0).astype(np.float32)
    path = tmp_path / "area.tif"
    with RasterSink(str(path), read(andes["FACTORS"])[2], [Band("catchment_area", "m")]) as sink:
        sink.write(0, 0, area)
    found = run(
        "factorofsafety",
        {
            "SLOPE": andes["FACTORS"],
            "CATCHMENT_AREA": str(path),
            "WATER_TABLE_START": "recharge",
            "CONDUCTIVITY": 1e-4,
            "INFILTRATION": "green_ampt",
            "FS": str(tmp_path / "fs.tif"),
            "INITIAL_WATER_TABLE": str(tmp_path / "table.tif"),
        },
    )
    table = read(found["INITIAL_WATER_TABLE"])[0][0]
    steep = np.isfinite(table)
    across = 1e-4 * 2.0 * np.cos(np.deg2rad(slope)) * np.sin(np.deg2rad(slope))
    expected = 2.0 * (1 - np.minimum(1e-3 / 86400 * area / across, 1.0))
    np.testing.assert_allclose(table[steep], expected[steep], rtol=1e-4)


def test_suction_without_its_soil_is_refused(andes, tmp_path):
    given = {"SLOPE": andes["FACTORS"], "FS": tmp_path / "fs.tif", "SUCTION": "gardner"}
    done = qgis_process("landslide:factorofsafety", given)
    assert done.returncode != 0
    assert "Suction needs theta_s" in done.stderr
    assert not (tmp_path / "fs.tif").exists()
