"""The report algorithm, in process and from the shell."""

import pytest

from landslide_plugin.core.grid import Grid
from landslide_plugin.core.raster_io import Band, RasterSink, crs_wkt
from landslide_plugin.core.vector_io import FeatureSet, point_wkb, write_features
from tests.qgis.harness import REPOSITORY, enable_plugin, messages, outputs, qgis_process
from tests.report_bundle import UTM_GRID, class_map, write_bundle

pytestmark = pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker").is_dir(),
    reason="the modelling environment is not there; run make setup",
)


@pytest.fixture
def inputs(tmp_path):
    grid = Grid(30, 40, UTM_GRID, crs_wkt("EPSG:32717"))
    classes, probability = class_map()
    for name, values, byte in (("classes", classes, True), ("probability", probability, False)):
        with RasterSink(str(tmp_path / f"{name}.tif"), grid, [Band("Susceptibility")], byte=byte) as sink:
            sink.write(0, 0, values)
    cells = [(row, col) for row in range(4, 30, 5) for col in range(4, 40, 7)]
    labels = tuple(i % 2 for i in range(len(cells)))
    points = tuple(point_wkb(*grid.centre_of(*cell)) for cell in cells)
    slides = FeatureSet(points, grid.crs_wkt, {"slide": labels}, "slides")
    write_features(str(tmp_path / "slides.gpkg"), slides, "point")
    return {
        "BUNDLE": str(write_bundle(tmp_path / "model")),
        "CLASSES": str(tmp_path / "classes.tif"),
        "PROBABILITY": str(tmp_path / "probability.tif"),
        "INVENTORY": str(tmp_path / "slides.gpkg"),
        "LABEL_FIELD": "slide",
        "TITLE": "A valley",
        "OUTPUT": str(tmp_path / "report.html"),
    }


def test_the_page_is_written_from_processing_run(run, inputs, tmp_path):
    found = run("susceptibilityreport", inputs)
    assert found["OUTPUT"] == inputs["OUTPUT"]
    assert 0.5 < found["SPATIAL_AUROC"] < 1
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h1>A valley</h1>" in page
    assert "WGS 84 / UTM zone 17S (EPSG:32717)" in page
    assert "slides" in page


def test_the_page_is_written_from_the_shell(inputs, tmp_path):
    enable_plugin()
    done = qgis_process("susceptibilityreport", inputs)
    assert done.returncode == 0, messages(done)
    assert outputs(done)["OUTPUT"] == inputs["OUTPUT"]
    assert (tmp_path / "report.html").stat().st_size > 100_000


def test_scores_changed_by_hand_are_not_reported(run, inputs, tmp_path):
    from qgis.core import QgsProcessingException

    path = tmp_path / "model" / "metrics.json"
    path.write_text(path.read_text(encoding="utf-8").replace("0.912", "0.999"), encoding="utf-8")
    with pytest.raises(
        QgsProcessingException, match=r"metrics\.json is damaged or was changed after training"
    ):
        run("susceptibilityreport", inputs)
    assert not list(tmp_path.glob("report.html*"))


@pytest.mark.parametrize(
    "key, value, words",
    [
        ("BUNDLE", "{tmp}", "(no bundle.json); choose the folder or .zip of a trained model"),
        ("CLASSES", "{tmp}/probability.tif", "a class raster holds 1"),
        ("OUTPUT", "{tmp}/nowhere/report.html", "does not exist"),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_page(run, inputs, tmp_path, key, value, words):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as caught:
        run("susceptibilityreport", {**inputs, key: value.format(tmp=tmp_path)})
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("report.html*"))
