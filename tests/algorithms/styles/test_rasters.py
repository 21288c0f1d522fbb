"""Styles: legends carry the limits, colours are those of the table, nothing looks like an empty cell."""

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QPainter  # noqa: E402

from landslide_plugin.algorithms.styles import rasters as styles  # noqa: E402
from landslide_plugin.algorithms.styles.files import style_of  # noqa: E402
from landslide_plugin.core.evaluation.conformal import NAMES  # noqa: E402
from landslide_plugin.core.io.raster import Band, RasterSink  # noqa: E402
from landslide_plugin.core.stability.masks import REASONS  # noqa: E402
from landslide_plugin.core.styles import codes, rgb, style_table  # noqa: E402
from landslide_plugin.core.types.grid import Grid  # noqa: E402

PROBABILITY = style_table()["ramps"]["probability"]["stops"]
CUTS = (0.1, 0.25, 0.45, 0.65)
FEWEST_LEVELS = 12
"""Least distance of a colour from white and from black, of 255, in the channel that is farthest."""


@pytest.fixture
def raster(qgis_app, tmp_path):
    grid = Grid(1, 5, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), "")
    path = str(tmp_path / "map.tif")
    with RasterSink(path, grid, [Band("map")]) as sink:
        sink.write(0, 0, np.array([[0.05, 0.2, 0.3, 0.5, 0.9]], np.float32))
    return path


def seen(path):
    """Legend and drawn colours of a raster that QGIS opens with the style beside it."""
    layer = qgis_core.QgsRasterLayer(path, "map")
    image = layer.previewAsImage(QSize(50, 10))
    colours = [image.pixelColor(5 + 10 * column, 5).name() for column in range(layer.width())]
    return [name for name, _ in layer.renderer().legendSymbologyItems()], colours


def test_probability_is_drawn_on_one_ramp_that_no_class_has(raster):
    styles.write_probability_style(raster, 1)
    names, colours = seen(raster)
    for column, value in ((1, 0.2), (2, 0.3), (3, 0.5), (4, 0.9)):
        stop = next(stop for stop in PROBABILITY if stop["value"] == value)
        assert np.allclose(rgb(colours[column]), rgb(stop["colour"]), atol=2), value
    assert len({*colours}) == len(colours), "values of one class are told apart"
    assert (names[0], names[-1]) == ("0", "1")
    for palette in style_table()["classes"]["palettes"].values():
        assert not {*palette} & {stop["colour"] for stop in PROBABILITY}


def test_probability_grows_brighter_all_the_way():
    weights = np.array([0.2126, 0.7152, 0.0722])
    brightness = [weights @ rgb(stop["colour"]) for stop in PROBABILITY]
    assert np.all(np.diff(brightness) > 0)


def test_class_legend_carries_the_limits(raster):
    styles.write_class_style(raster, "default", CUTS)
    assert seen(raster)[0][2] == "Moderate (0.25 to 0.45)"


def test_names_of_codes_are_those_of_the_code():
    assert {code: name for code, (name, _) in codes("assessment").items()} == REASONS
    assert {code: name for code, (name, _) in codes("decision").items()} == NAMES


def test_ramps_rise_and_no_colour_is_white():
    for name, ramp in style_table()["ramps"].items():
        values = [stop["value"] for stop in ramp["stops"]]
        assert values == sorted(values), name
        for stop in ramp["stops"]:
            darkest = min(int(stop["colour"][i : i + 2], 16) for i in (1, 3, 5))
            assert 255 - darkest >= FEWEST_LEVELS or stop.get("opacity") == 0 or name in BRIGHT, (
                name,
                stop,
            )


BRIGHT = {"elevation"}
"""Its peaks are as bright as snow."""


def test_factor_of_safety_turns_at_one():
    stops = style_table()["ramps"]["factor_of_safety"]["stops"]
    for stop in stops:
        red, blue = int(stop["colour"][1:3], 16), int(stop["colour"][5:7], 16)
        assert (red > blue) == (stop["value"] <= 1.0), stop


def test_the_legend_of_a_factor_of_safety_says_what_has_no_colour(raster):
    styles.write_ramp_style(raster, "factor_of_safety")
    names, colours = seen(raster)
    assert names[:2] == ["no colour: not assessed (flat, cliff, no data)", "0.75 or less"]
    assert colours[0] == "#b2182b", "the smallest values are drawn as before"


def test_codes_have_a_second_style_that_lets_a_hillshade_through(raster):
    styles.write_class_style(raster, "default", CUTS)
    layer = qgis_core.QgsRasterLayer(raster, "map")
    styles.StyledLayer(style_of(raster)).postProcessLayer(layer, None, None)
    manager, normal = layer.styleManager(), layer.blendMode()
    assert manager.currentStyle() != styles.OVER_HILLSHADE, "it opens as ever"
    manager.setCurrentStyle(styles.OVER_HILLSHADE)
    assert layer.blendMode() == QPainter.CompositionMode.CompositionMode_Multiply != normal
    assert [entry.label for entry in layer.renderer().classes()][2] == "Moderate (0.25 to 0.45)"


def test_a_ramp_has_one_style(raster):
    styles.write_probability_style(raster, 1)
    layer = qgis_core.QgsRasterLayer(raster, "map")
    styles.StyledLayer(style_of(raster)).postProcessLayer(layer, None, None)
    assert len(layer.styleManager().styles()) == 1


def test_the_bar_of_a_legend_has_the_unit_at_both_ends(raster):
    styles.write_ramp_style(raster, "elevation", limits=(1790.4387, 3155.2), unit="m")
    layer = qgis_core.QgsRasterLayer(raster, "map")
    bar = layer.renderer().shader().rasterShaderFunction().legendSettings()
    assert (bar.minimumLabel(), bar.maximumLabel()) == ("1,790 m", "3,160 m")
    assert bar.useContinuousLegend()


@pytest.mark.parametrize(("ramp", "limits"), [("aspect", None), ("water", (1.0, 1000.0))])
def test_a_legend_is_a_list_where_a_bar_would_not_say_it(raster, ramp, limits):
    styles.write_ramp_style(raster, ramp, limits=limits, logarithmic=limits is not None)
    layer = qgis_core.QgsRasterLayer(raster, "map")
    bar = layer.renderer().shader().rasterShaderFunction().legendSettings()
    assert not bar.useContinuousLegend()


def test_samples_open_styled_and_have_a_style_of_their_folds(qgis_app, tmp_path):
    from landslide_plugin.algorithms.styles import points as point_styles

    uri = "Point?field=landslide:integer&field=fold:integer"
    points = qgis_core.QgsVectorLayer(uri, "samples", "memory")
    for landslide, fold in ((1, 0), (0, 1)):
        feature = qgis_core.QgsFeature(points.fields())
        feature.setAttributes([landslide, fold])
        feature.setGeometry(qgis_core.QgsGeometry.fromPointXY(qgis_core.QgsPointXY(fold, 0)))
        points.dataProvider().addFeature(feature)
    options = qgis_core.QgsVectorFileWriter.SaveVectorOptions()
    path = str(tmp_path / "samples.gpkg")
    context = qgis_core.QgsCoordinateTransformContext()
    qgis_core.QgsVectorFileWriter.writeAsVectorFormatV3(points, path, context, options)
    point_styles.write_samples_style(path)
    layer = qgis_core.QgsVectorLayer(path, "samples", "ogr")
    assert [c.label() for c in layer.renderer().categories()] == ["Landslide", "Stable place"]
    point_styles.StyledSamples(2).postProcessLayer(layer, None, None)
    assert point_styles.FOLDS in layer.styleManager().styles()
    assert point_styles.StyledSamples.kept == []
    assert layer.renderer().classAttribute() == "landslide"
    layer.styleManager().setCurrentStyle(point_styles.FOLDS)
    assert [c.label() for c in layer.renderer().categories()] == ["Fold 1", "Fold 2"]
