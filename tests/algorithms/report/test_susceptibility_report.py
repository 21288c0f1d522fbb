"""The report, the figure of a paper and the map sheet, in process and from the shell."""

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader

from landslide_plugin.core.io.raster import RasterSink, factor_band
from landslide_plugin.core.io.vector import line_wkb, write_features
from landslide_plugin.core.model.bundle.bundle import save_bundle
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import REPOSITORY, enable_plugin, messages, outputs, qgis_process
from tests.support.report_bundle import UTM_GRID, metrics
from tests.support.report_inputs import GRID, sheet_inputs
from tools.check.random_bundle import random_bundle

needs_worker = pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker").is_dir(),
    reason="the modelling environment is not there; run make setup",
)


@needs_worker
def test_the_page_is_written_from_processing_run_with_maps_of_the_models_compared(run, inputs, tmp_path):
    (tmp_path / "bundles").mkdir()
    shutil.copytree(tmp_path / "model", tmp_path / "bundles" / "ensemble")
    found = run("susceptibilityreport", {**inputs, "BUNDLES": str(tmp_path / "bundles")})
    assert found["OUTPUT"] == inputs["OUTPUT"]
    assert 0.5 < found["SPATIAL_AUROC"] < 1
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h1>A valley</h1>" in page
    assert "WGS 84 / UTM zone 17S (EPSG:32717)" in page
    for anchor in ("methods", "overview", "importance", "distributions", "folds", "variogram", "provenance"):
        assert f'<section id="{anchor}">' in page, anchor
    assert not re.search(r'(src|href)="(?!data:|#)', page)


@needs_worker
def test_the_page_and_the_figure_are_written_from_the_shell(inputs, tmp_path):
    enable_plugin()
    done = qgis_process("susceptibilityreport", inputs)
    assert done.returncode == 0, messages(done)
    assert outputs(done)["OUTPUT"] == inputs["OUTPUT"]
    assert (tmp_path / "report.html").stat().st_size > 100_000
    done = qgis_process("publicationfigure", {**inputs, "OUTPUT": str(tmp_path / "figure")})
    assert done.returncode == 0, messages(done)
    found = outputs(done)
    for key, start in (("PNG", b"\x89PNG"), ("SVG", b"<?xml"), ("PDF", b"%PDF-")):
        assert Path(found[key]).read_bytes().startswith(start)
    assert "meridians and parallels" in found["CAPTION_TEXT"]


@needs_worker
def test_scores_changed_by_hand_are_not_reported(run, inputs, tmp_path):
    from qgis.core import QgsProcessingException

    path = tmp_path / "model" / "metrics.json"
    path.write_text(path.read_text(encoding="utf-8").replace("0.912", "0.999"), encoding="utf-8")
    with pytest.raises(
        QgsProcessingException, match=r"metrics\.json is damaged or was changed after training"
    ):
        run("susceptibilityreport", inputs)
    assert not list(tmp_path.glob("report.html*"))


@needs_worker
@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("BUNDLE", "{tmp}", "(no bundle.json); choose the folder or .zip of a trained model"),
        ("CLASSES", "{tmp}/probability.tif", "a class raster holds 1"),
        ("OUTPUT", "{tmp}/nowhere/report.html", "does not exist"),
        ("BUNDLES", "{tmp}/model", "holds no model bundles"),
        ("FACTORS", ["{tmp}/other.tif"], "grid"),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_page(run, inputs, tmp_path, key, value, words):
    from qgis.core import QgsProcessingException

    shifted = Grid(30, 40, (500010.0, *UTM_GRID[1:]), GRID.crs_wkt)
    with RasterSink(str(tmp_path / "other.tif"), shifted, [factor_band(FactorSpec("slope"))]) as sink:
        sink.write(0, 0, np.ones(GRID.shape, "f4"))
    named = [v.format(tmp=tmp_path) for v in value] if isinstance(value, list) else value.format(tmp=tmp_path)
    with pytest.raises(QgsProcessingException) as caught:
        run("susceptibilityreport", {**inputs, key: named})
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("report.html*"))


def pdf_text(path):
    pages = PdfReader(path).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def page_size_mm(path):
    box = re.search(rb"/MediaBox\s*\[\s*([\d. ]+)\]", Path(path).read_bytes())
    left, low, right, high = (float(word) for word in box.group(1).split())
    return round((right - left) / 72 * 25.4), round((high - low) / 72 * 25.4)


def test_a_map_sheet_from_the_shell_holds_its_words_and_is_as_large_as_its_paper(inputs, tmp_path):
    enable_plugin()
    given = sheet_inputs(inputs, tmp_path, CREDIT="Drawn for a test", PAPER="a3")
    done = qgis_process("printlayout", {**given, "DEM": inputs["PROBABILITY"]})
    assert done.returncode == 0, messages(done)
    assert page_size_mm(outputs(done)["OUTPUT"]) == (420, 297)
    text = pdf_text(outputs(done)["OUTPUT"])
    for words in (
        "A valley",
        "Zoning statement",
        "Inventory: drawn",
        "What not to conclude",
        "Drawn for a test",
    ):
        assert words in text, words
    assert "largest scale 1 : 50" in text
    assert "Landslides" in text
    assert not list(tmp_path.glob("*.part*"))


def test_a_long_title_is_drawn_smaller_until_it_fits_its_line(qgis_app):
    from qgis import core as qgis_core

    from landslide_plugin.algorithms.report.sheet import LEAST_POINTS, _shrink_to_fit

    layout = qgis_core.QgsPrintLayout(qgis_core.QgsProject.instance())
    sizes = []
    for words in (1, 12, 400):
        label = qgis_core.QgsLayoutItemLabel(layout)
        label.attemptResize(qgis_core.QgsLayoutSize(150, 8))
        label.setText("Landslides " * words)
        before = label.font().pointSizeF()
        _shrink_to_fit(label)
        sizes.append(label.font().pointSizeF())
        assert words == 400 or label.sizeForText().width() <= 150
    assert sizes[0] == before
    assert LEAST_POINTS <= sizes[1] < before
    assert sizes[2] <= LEAST_POINTS


def test_portrait_and_a_template_of_one_s_own(run, inputs, tmp_path):
    shipped = REPOSITORY / "landslide_plugin" / "resources" / "layout" / "map_sheet_portrait.qpt"
    mine = tmp_path / "mine.qpt"
    mine.write_text(shipped.read_text(encoding="utf-8").replace("What not to conclude", "Read this"), "utf-8")
    found = run("printlayout", sheet_inputs(inputs, tmp_path, TEMPLATE=str(mine)))
    assert page_size_mm(found["OUTPUT"]) == (210, 297)
    text = pdf_text(found["OUTPUT"])
    assert "Read this" in text
    assert re.search(r"\d+\.\d+°W", text), "the graticule has no degrees"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ({"TEMPLATE": "{tmp}/broken.qpt"}, "is no layout template"),
        ({"TEMPLATE": "{tmp}/empty.qpt"}, "no map with the id map"),
        ({"OUTPUT": "{tmp}/nowhere/sheet.pdf"}, "does not exist"),
        ({"BUNDLE": "{tmp}/other"}, "The map was made with model"),
        ({"INVENTORY": "{tmp}/lines.gpkg"}, "holds lines"),
    ],
)
def test_a_sheet_is_refused_in_one_line(run, inputs, tmp_path, spoil, words):
    from qgis.core import QgsProcessingException

    shipped = REPOSITORY / "landslide_plugin" / "resources" / "layout" / "map_sheet_portrait.qpt"
    nameless = shipped.read_text(encoding="utf-8").replace('id="map"', 'id="chart"')
    (tmp_path / "broken.qpt").write_text("<Layout", encoding="utf-8")
    line = FeatureSet(
        (line_wkb(np.array([[500100.0, 9559900.0], [500200.0, 9559800.0]])),), GRID.crs_wkt, {"slide": (1,)}
    )
    write_features(str(tmp_path / "lines.gpkg"), line, "line")
    (tmp_path / "empty.qpt").write_text(nameless, encoding="utf-8")
    save_bundle(random_bundle(soil=False, rain=False, seed=4), metrics(), str(tmp_path / "other"))
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "printlayout",
            sheet_inputs(inputs, tmp_path, **{k: v.format(tmp=tmp_path) for k, v in spoil.items()}),
        )
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("sheet.pdf*"))
