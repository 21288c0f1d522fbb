"""The shipped chains, each run as a whole from the shell, give styled maps."""

import signal
from xml.etree import ElementTree

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.chain import editable_copy
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.writing.arrivals import NOTE
from landslide_plugin.core.writing.folders import owned
from tests.support.harness import REPOSITORY, messages, outputs, qgis_process
from tests.support.maxima import write_maxima
from tests.support.study import DEM, POINTS, read

MODELS = sorted((REPOSITORY / "landslide_plugin" / "resources" / "models").glob("*.model3"))
PART = (120, 140)  # rows of the DEM: enough landslides, and a third of the time
QUICK = {"MEMBERS": 1, "CV_FOLDS": 3, "EPOCHS": 2, "SEED": 7}
KILLED = """
import os, pathlib, signal
def replace(self, target, plain=pathlib.Path.replace):
    found = plain(self, target)
    if pathlib.Path(target).name == "classes.tif":
        os.kill(os.getpid(), signal.SIGKILL)
    return found
pathlib.Path.replace = replace
"""
SAMPLES = {"DEM": DEM, "INVENTORY": POINTS, "LABEL_FIELD": "landslide", **QUICK}


def maps(folder, *more):
    names = ("Susceptibility classes", "Susceptibility", "Ensemble standard deviation", *more)
    return {f"map:{name}": folder / f"{name.replace(' ', '_').lower()}.tif" for name in names}


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """The first chain, run once; its outputs and where they lie."""
    folder = tmp_path_factory.mktemp("chain")
    targets = {"train:Model bundle": folder / "model", **maps(folder)}
    found = outputs(qgis_process("dem_to_susceptibility_map", {**SAMPLES, **targets}, timeout=900))
    assert {key: str(path) for key, path in targets.items()}.items() <= found.items()
    return folder


def test_dem_and_inventory_become_a_styled_map(trained):
    classes, heights = read(trained / "susceptibility_classes.tif"), read(DEM)
    assert set(np.unique(classes[np.isfinite(classes)])) <= {1, 2, 3, 4, 5}
    np.testing.assert_array_equal(np.isfinite(classes), np.isfinite(heights))
    assert (trained / "susceptibility_classes.qml").exists()


def test_a_new_area_is_mapped_with_the_factors_of_the_model_and_short_names_hold(trained, tmp_path):
    """What is asked for by a short name, by choice and by QGIS's own name comes back under both."""
    asked = {"BUNDLE": trained / "model", "DEM": DEM, "CLASSES": tmp_path / "classes.tif"}
    more = {"MORE_RESULTS": "uncertainty", "RESULTS_FOLDER": tmp_path / "more"}
    old = {"map:Susceptibility": tmp_path / "susceptibility.tif"}
    twice = qgis_process("map_new_area", {**asked, **old, "PROBABILITY": tmp_path / "not_here.tif"})
    assert twice.returncode == 1
    assert "PROBABILITY and map:Susceptibility are one result" in twice.stdout + twice.stderr
    found = outputs(qgis_process("map_new_area", {**asked, **more, **old}))
    assert found["CLASSES"] == found["map:Susceptibility classes"] == str(tmp_path / "classes.tif")
    assert found["UNCERTAINTY"] == found["map:Ensemble standard deviation"]
    assert found["UNCERTAINTY"] == str(tmp_path / "more" / "uncertainty.tif")
    assert found["PROBABILITY"] == found["map:Susceptibility"] == str(tmp_path / "susceptibility.tif")
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["classes.tif", "susceptibility.tif"]
    assert found["APPLICABILITY"] is None
    np.testing.assert_array_equal(read(tmp_path / "susceptibility.tif"), read(trained / "susceptibility.tif"))


def part_of_dem(path):
    """Some rows of the DEM as a file; its grid and heights."""
    with RasterSource(str(DEM)) as dem:
        grid = dem.grid.window(*PART)
        heights = dem.read(0, *PART)
    with RasterSink(str(path), grid, [Band("elevation", "m")]) as sink:
        sink.write(0, 0, heights)
    return grid, heights


def test_a_chain_that_is_killed_is_run_again_over_what_it_left(tmp_path):
    """It ends itself when the first of two maps has its name, at whatever speed it runs."""
    part_of_dem(tmp_path / "dem.tif")
    (tmp_path / "kill.py").write_text(KILLED)
    out, more = tmp_path / "out", tmp_path / "out" / "more"
    more.mkdir(parents=True)
    mine = [out / "notes.txt", more / "notes.txt"]
    for path in mine:
        path.write_text("mine")
    asked = {"DEM": tmp_path / "dem.tif", "INVENTORY": POINTS, "LABEL_FIELD": "landslide"}
    asked |= {"BUNDLE": out / "model", "CLASSES": out / "classes.tif", "PROBABILITY": out / "p.tif"}
    asked |= {"MORE_RESULTS": "densities", "RESULTS_FOLDER": more}
    done = qgis_process("dem_to_bivariate_map", asked, env={"PYQGIS_STARTUP": str(tmp_path / "kill.py")})
    assert done.returncode == -signal.SIGKILL, messages(done)
    assert (more / NOTE).exists()
    assert [path.name for path in out.glob("*.tif")] == ["classes.tif"]
    whole = {path: path.read_bytes() for path in (out / "classes.tif", more / "densities.csv")}
    found = outputs(qgis_process("dem_to_bivariate_map", asked))
    assert found["DENSITIES"] == str(more / "densities.csv")
    assert {path: path.read_bytes() for path in whole} == whole
    assert [path.read_text() for path in mine] == ["mine", "mine"]
    assert owned(more) == {"densities.csv"}
    assert not [path for path in out.rglob("*") if path.suffix == ".part" or path.name == NOTE]


def test_soil_and_rain_become_a_map_for_each_return_period(tmp_path):
    grid, heights = part_of_dem(tmp_path / "dem.tif")
    codes = np.where(np.isnan(heights), np.nan, np.where(heights > np.nanmedian(heights), 6.0, 8.0))
    with RasterSink(str(tmp_path / "lithology.tif"), grid, [Band("lithology")]) as sink:
        sink.write(0, 0, codes.astype(np.float32))
    inputs = {
        "DEM": tmp_path / "dem.tif",
        "LITHOLOGY": tmp_path / "lithology.tif",
        "MAXIMA": write_maxima(tmp_path / "rain.csv"),
    }
    targets = {
        "stability:Factor of safety": tmp_path / "fs.tif",
        "stability:Probability of failure": tmp_path / "pf.tif",
        "train:Model bundle": tmp_path / "model",
        **maps(tmp_path),
    }
    chain = "soil_and_rain_to_susceptibility_map"
    outputs(qgis_process(chain, {**SAMPLES, **inputs, **targets}, timeout=900))
    with RasterSource(str(tmp_path / "susceptibility.tif")) as source:
        names = [band.name for band in source.bands]
    assert names == ["T10", "T25", "T50", "T100", "T200"]
    assert (tmp_path / "fs.qml").exists()
    assert (tmp_path / "susceptibility.qml").exists()


def test_a_chain_that_fails_says_why(tmp_path):
    done = qgis_process("map_new_area", {"BUNDLE": tmp_path, "DEM": DEM, **maps(tmp_path)})
    assert done.returncode == 1
    assert "is not a model bundle" in messages(done)
    assert not list(tmp_path.glob("*.tif"))


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_every_parameter_of_every_step_is_written_out(path, provider):
    """A chain keeps its meaning where a version of QGIS ignores or changes a default."""
    chain = provider.algorithm(path.stem)
    assert " " in chain.displayName()
    assert chain.name().isascii()
    assert " " not in chain.name()
    assert ElementTree.parse(path).getroot().tag == "Option"
    for step in chain.childAlgorithms().values():
        wanted = {d.name() for d in step.algorithm().parameterDefinitions() if not d.isDestination()}
        assert set(step.parameterSources()) == wanted, step.childId()


def test_a_copy_of_every_chain_is_a_model_that_can_be_edited_and_keeps_every_result(provider):
    for path in MODELS:
        chain = provider.algorithm(path.stem)
        copy = editable_copy(chain)
        assert copy.validate() == (True, []), path.stem
        assert copy.sourceFilePath() == ""
        assert set(copy.childAlgorithms()) == set(chain.childAlgorithms())
        short = set(chain._short_names().values())
        destinations = {one.name() for one in copy.parameterDefinitions() if one.isDestination()}
        assert destinations == set(chain._short_names())
        assert not destinations & short
