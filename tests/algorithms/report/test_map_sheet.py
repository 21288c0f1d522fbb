"""What a map sheet says of its scale, grid and makers, what it finds by itself, and what stays in the project."""

import numpy as np
import pytest

from landslide_plugin.algorithms.report.sheet import round_scale
from landslide_plugin.algorithms.report.sheet_layers import named_classes
from landslide_plugin.core.io.raster import Band, RasterSink
from tests.support.report_inputs import GRID, sheet_inputs


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


def kept(run, given, project):
    """The sheet as a layout in the project."""
    from qgis.core import QgsProcessingContext

    context = QgsProcessingContext()
    context.setProject(project)
    name = run("printlayout", {**given, "KEEP": True}, context=context)["LAYOUT"]
    return project.layoutManager().layoutByName(name)


@pytest.mark.parametrize("kind", ["degrees", "map_units", "none"])
def test_scale_grid_and_makers_are_on_the_sheet(run, inputs, tmp_path, project, kind):
    signed = {"AUTHOR": "A. Geologist", "CLIENT": "The canton", "DATE": "30 November 2026"}
    layout = kept(run, sheet_inputs(inputs, tmp_path, GRID=kind, **signed), project)
    said = layout.itemById("credit").text()
    assert said == "Author: A. Geologist \u00b7 Client: The canton \u00b7 Date: 30 November 2026"
    chart = layout.itemById("map")
    assert chart.scale() == pytest.approx(6000, rel=1e-6)
    assert "scale 1 : 6\u2009000; largest" in layout.itemById("subtitle").text()
    shown = [chart.grids().grid(i) for i in range(chart.grids().size())]
    assert [grid.crs().isGeographic() for grid in shown] == {"degrees": [True], "map_units": [False]}.get(
        kind, []
    )
    if kind == "map_units":
        assert shown[0].intervalX() == shown[0].intervalY() == 200.0


def test_a_scale_too_large_for_the_sheet_is_told(run, inputs, tmp_path, qgis_app):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    class Said(QgsProcessingFeedback):
        lines: list = []

        def pushWarning(self, line):
            self.lines.append(line)

    said = Said()
    run(
        "printlayout",
        sheet_inputs(inputs, tmp_path, SCALE=1000),
        context=QgsProcessingContext(),
        feedback=said,
    )
    assert any("At 1 : 1000 the area does not fit" in line for line in said.lines)


@pytest.mark.parametrize("denominator", [1.0, 999.0, 1000.0, 1001.0, 23_481.0, 9_999_999.0])
def test_a_round_scale_is_no_larger_than_what_fits_and_wastes_at_most_a_third(denominator):
    found = round_scale(denominator)
    assert denominator <= found <= 1.34 * denominator + 1.0
    assert float(f"{found:.3g}") == found


def test_a_sheet_finds_the_model_beside_its_map(run, inputs, tmp_path, project):
    given = sheet_inputs(inputs, tmp_path)
    del given["BUNDLE"]
    assert "Inventory: drawn" in kept(run, given, project).itemById("zoning").text()
    (tmp_path / "model" / "bundle.json").rename(tmp_path / "model" / "gone.json")
    assert "no model was given" in kept(run, given, project).itemById("zoning").text()


def test_a_kept_layout_is_in_the_project_with_its_layers_and_the_users_layers_stay(
    run, inputs, tmp_path, project
):
    from qgis.core import QgsProcessingContext, QgsRasterLayer

    mine = QgsRasterLayer(inputs["PROBABILITY"], "mine")
    project.addMapLayer(mine)
    context = QgsProcessingContext()
    context.setProject(project)
    with RasterSink(str(tmp_path / "further.tif"), GRID, [Band("roads")]) as sink:
        sink.write(0, 0, np.ones(GRID.shape, "f4"))
    given = sheet_inputs(inputs, tmp_path, KEEP=True, LAYERS=[str(tmp_path / "further.tif")])
    names = [run("printlayout", given, context=context)["LAYOUT"] for _ in range(2)]
    assert names == ["A valley", "A valley 2"]
    layouts = project.layoutManager().layouts()
    assert sorted(layout.name() for layout in layouts) == names
    chart = layouts[0].itemById("map")
    assert {layer.id() for layer in chart.layers()} <= set(project.mapLayers())
    assert "further" in [layer.name() for layer in chart.layers()]
    top = project.layerTreeRoot().children()
    assert [node.name() for node in top[:2]] == ["Map sheet: A valley"] * 2
    assert top[-1].name() == "mine"
    assert mine.isValid()


@pytest.mark.parametrize("bodies", [False, True])
def test_classes_without_their_style_file_have_names_in_the_legend(qgis_app, tmp_path, bodies):
    from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
    from qgis.PyQt.QtGui import QColor

    path = str(tmp_path / "classes.tif")
    with RasterSink(path, GRID, [Band("classes")], byte=True) as sink:
        sink.write(0, 0, np.ones(GRID.shape, np.uint8))

    def legend(labels, **about):
        layer = QgsRasterLayer(path, "classes")
        entries = [QgsPalettedRasterRenderer.Class(i, QColor("black"), name) for i, name in enumerate(labels)]
        layer.setRenderer(QgsPalettedRasterRenderer(None, 1, entries))
        return [entry.label for entry in named_classes(layer, about).renderer().classes()]

    codes = [str(i) for i in range(8)]
    about = {"CLASS_CUTS": "(0.1, 0.2, 0.3, 0.4)", **({"BODY_CLASS": "6"} if bodies else {})}
    named = legend(codes, **about)
    assert named[:5] == ["Very low", "Low", "Moderate", "High", "Very high"]
    assert len(named) == (6 if bodies else 5)
    assert legend(codes) == codes
    assert legend(["none", "mine"], **about) == ["none", "mine"]
