"""The one entrance through QGIS: its folder, its layers, its package, with and without the modelling environment."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.start import susceptibility_study as entrance  # noqa: E402
from landslide_plugin.core.io.raster import RasterSource  # noqa: E402
from tests.support.harness import messages, outputs, qgis_process  # noqa: E402
from tests.support.study import DEM, MASK, POINTS  # noqa: E402

GIVEN = {
    "DEM": str(DEM),
    "INVENTORY": POINTS,
    "LABEL_FIELD": "landslide",
    "MASK": str(MASK),
    "PRESET": "quick",
}
KEYS = {"FOLDER", "FACTORS", "BUNDLE", "CLASSES", "PROBABILITY", "UNCERTAINTY", "REPORT"}


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """No modelling environment is found."""
    monkeypatch.setenv("LANDSLIDE_PYTHON", str(tmp_path / "nowhere"))


def arrive(project, provider, parameters):
    """Run as a dialog does, and let QGIS load the results; outputs and log."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    algorithm = provider.algorithm("susceptibilitystudy").create()
    context, feedback = qgis_core.QgsProcessingContext(), qgis_core.QgsProcessingFeedback()
    context.setProject(project)
    results, done = algorithm.run(parameters, context, feedback)
    if done:
        handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    return results if done else None, feedback.textLog()


def test_beside_a_saved_project_it_makes_its_own_folder_and_group(alone, provider, tmp_path, run):
    home = tmp_path / "home"
    home.mkdir()
    project = qgis_core.QgsProject()
    assert project.write(str(home / "mine.qgz"))
    taken = home / "landslide" / f"landslide_points_{date.today().isoformat()}"
    taken.mkdir(parents=True)
    found, log = arrive(project, provider, {**GIVEN, "HAND_OVER": "zip", "SHEET": True})
    assert found is not None, log
    folder = Path(found["FOLDER"])
    assert folder == taken.with_name(f"{taken.name}_2")
    assert set(found) >= KEYS
    assert all(Path(found[key]).exists() for key in KEYS)
    group = project.layerTreeRoot().findGroups()[0]
    assert group.name() == f"Landslide susceptibility: {folder.name}"
    nodes = group.findLayers()
    assert [node.layer().name() for node in nodes] == [
        "Susceptibility classes",
        "Susceptibility (probability)",
        "Ensemble standard deviation",
        "Factor stack: Slope (degrees)",
    ]
    assert [node.itemVisibilityChecked() for node in nodes] == [True, False, False, False]
    kinds = [node.layer().customProperty("landslide/kind") for node in nodes]
    assert kinds == ["classes", "probability", "spread", "factors"]
    project.clear()
    assert Path(found["MAP_SHEET"]).read_bytes().startswith(b"%PDF-")
    opens_elsewhere(Path(found["PACKAGE"]), tmp_path / "elsewhere")
    (folder / "sheet.pdf").write_bytes(b"%PDF-")
    later = run("handoverstudy", {"STUDY": str(folder), "WAY": "folder"})["PACKAGE"]
    assert Path(later) == folder / "hand_over"
    assert (folder / "hand_over" / "sheet.pdf").exists()
    with pytest.raises(qgis_core.QgsProcessingException, match="is no folder of a study"):
        run("handoverstudy", {"STUDY": str(home)})


def opens_elsewhere(package, place):
    """The package unpacked elsewhere is a project whose layers are those beside it, readable by any program."""
    zipfile.ZipFile(package).extractall(place)
    package.unlink()
    folder = next(place.iterdir())
    project = qgis_core.QgsProject()
    assert project.read(str(folder / "study.qgz"))
    assert project.crs().authid() == "EPSG:32717"
    layers = project.layerTreeRoot().layerOrder()
    assert layers[0].name() == "Susceptibility classes"
    assert len(layers) == 4
    for layer in layers:
        assert layer.isValid()
        assert Path(layer.source()).parent == folder
        assert layer.crs().authid() == "EPSG:32717"
        with RasterSource(layer.source()) as source:
            assert source.metadata["COMPRESSION"] == "DEFLATE"
    assert [entry.label for entry in layers[0].renderer().classes()][-1].startswith("Very high (")
    assert [node.itemVisibilityChecked() for node in project.layerTreeRoot().findLayers()] == [
        True,
        False,
        False,
        False,
    ]
    assert {"README.txt", "model", "input_check.html", "map_sheet.pdf"} <= {
        path.name for path in folder.iterdir()
    }
    project.clear()


def test_the_report_is_opened_where_there_is_a_desktop_and_only_there(qgis_app, monkeypatch):
    opened = []
    monkeypatch.setattr(entrance.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    algorithm = entrance.SusceptibilityStudy()
    algorithm.postProcessAlgorithm(None, None)
    algorithm._report = "/study/report.html"
    algorithm.postProcessAlgorithm(None, None)
    assert opened == []
    monkeypatch.setattr(entrance, "_has_desktop", lambda: True)
    algorithm.postProcessAlgorithm(None, None)
    assert opened == ["/study/report.html"]


def test_without_a_saved_project_the_folder_must_be_given(alone, provider, qgis_app):
    project = qgis_core.QgsProject()
    found, log = arrive(project, provider, GIVEN)
    assert found is None
    assert "FOLDER is not set and the project is not saved" in log


def test_points_of_0_and_1_are_not_all_landslides(alone, provider, qgis_app, tmp_path):
    given = {key: value for key, value in GIVEN.items() if key != "LABEL_FIELD"}
    found, log = arrive(qgis_core.QgsProject(), provider, {**given, "FOLDER": str(tmp_path / "new")})
    assert found is None
    assert "Give LABEL_FIELD=landslide" in log
    assert not (tmp_path / "new").exists()


def test_with_the_environment_there_are_stacked_model_and_report(tmp_path):
    done = qgis_process("susceptibilitystudy", {**GIVEN, "FOLDER": tmp_path / "study"})
    found = outputs(done)
    record = json.loads((Path(found["BUNDLE"]) / "bundle.json").read_text())
    assert record["family"] == "stack_without_network"
    report = Path(found["REPORT"]).read_text(encoding="utf-8")
    assert "Landslide susceptibility, study" in report
    assert found["MINUTES_TAKEN"] > 0
    assert "About " in messages(done)
    with RasterSource(found["UNCERTAINTY"]) as spread:
        assert float(abs(spread.read(0)[200, 150:200]).max()) > 0
