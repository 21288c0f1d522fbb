"""Vector results go into a GeoPackage that is there as one layer more, and look as they should all the same."""

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from qgis.PyQt.QtCore import QVariant  # noqa: E402

from landslide_plugin.algorithms.base.given import Given  # noqa: E402
from landslide_plugin.algorithms.model.train_ensemble import TrainEnsemble  # noqa: E402
from landslide_plugin.algorithms.styles import rasters, vectors  # noqa: E402
from landslide_plugin.algorithms.styles.files import style_of  # noqa: E402
from landslide_plugin.core.io.geopackage import layer_names  # noqa: E402
from landslide_plugin.core.io.vector import box_wkb, point_wkb, read_features, write_features  # noqa: E402
from landslide_plugin.core.progress import SILENT  # noqa: E402
from landslide_plugin.core.types.features import FeatureSet  # noqa: E402

UTM = "EPSG:32717"
RANKED = FeatureSet((point_wkb(1, 2), point_wkb(3, 4)), UTM, {"rank": (1, 2)})


@pytest.fixture
def shared(qgis_app, tmp_path):
    """A GeoPackage of the user's, with layers of his own and a style."""
    path = tmp_path / "study.gpkg"
    for number, name in enumerate(("roads", "villages")):
        features = FeatureSet((point_wkb(number, 0),), UTM, {"number": (number,)})
        write_features(str(path), features, "point", layer=name, append=bool(number))
    return path


def users(path):
    return [read_features(str(path), name).field("number") for name in ("roads", "villages")]


def test_other_layers_stay_and_ours_is_loaded(shared):
    path, context, project = str(shared), qgis_core.QgsProcessingContext(), qgis_core.QgsProject()
    context.addLayerToLoadOnCompletion(
        path, qgis_core.QgsProcessingContext.LayerDetails("Points", project, "OUTPUT")
    )
    for _ in range(2):
        made = vectors.write(context, path, RANKED, "point")
        assert layer_names(path) == ("roads", "study", "villages")
        assert users(path) == [(0,), (1,)]
    assert read_features(path, "study").field("rank") == (1, 2)
    vectors.style_points(made)
    vectors.show(context, made, "Points")
    assert list(context.layersToLoadOnCompletion()) == [f"{path}|layername=study"]
    assert not shared.with_suffix(".qml").exists()
    assert [entry.name for entry in shared.parent.iterdir()] == ["study.gpkg"]


def test_a_style_of_the_user_stays_and_the_layer_looks_like_ours(qgis_app, tmp_path):
    path, style = str(tmp_path / "points.gpkg"), tmp_path / "points.qml"
    style.write_text("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis/>")
    before = style.read_bytes()
    vectors.write(qgis_core.QgsProcessingContext(), path, RANKED, "point")
    vectors.style_points(path)
    assert style.read_bytes() == before
    layer = qgis_core.QgsVectorLayer(path, "points", "ogr")
    rasters.StyledLayer(style_of(path)).postProcessLayer(
        layer, qgis_core.QgsProcessingContext(), qgis_core.QgsProcessingFeedback()
    )
    assert layer.labelsEnabled()
    assert layer.renderer().symbol().color().name() == "#ffffff"


def test_our_own_style_is_written_again(qgis_app, tmp_path):
    path, style = str(tmp_path / "points.gpkg"), tmp_path / "points.qml"
    for _ in range(2):
        vectors.write(qgis_core.QgsProcessingContext(), path, RANKED, "point")
        vectors.style_points(path)
        assert "landslide_susceptibility" in style.read_text()
    layer = qgis_core.QgsVectorLayer(path, "points", "ogr")
    assert layer.labelsEnabled()


def sunk(path):
    """Identifier of a layer of samples that is written to a path as the trainings do."""
    algorithm, context = TrainEnsemble().create(), qgis_core.QgsProcessingContext()
    given = Given(algorithm, {"SAMPLES": path}, context, SILENT, {})
    fields = qgis_core.QgsFields()
    fields.append(qgis_core.QgsField("landslide", QVariant.Type.Int))
    crs = qgis_core.QgsCoordinateReferenceSystem(UTM)
    sink, identifier = given.sink("SAMPLES", fields, qgis_core.QgsWkbTypes.Type.Point, crs)
    feature = qgis_core.QgsFeature(fields)
    feature.setAttributes([1])
    sink.addFeature(feature)
    del sink
    return identifier


def test_samples_take_the_place_of_no_other_layer(shared):
    for _ in range(2):
        identifier = sunk(str(shared))
        assert identifier == f"{shared}|layername=study"
        assert users(shared) == [(0,), (1,)]
        assert read_features(str(shared), "study").field("landslide") == (1,)


def test_samples_in_a_file_of_their_own_are_named_as_ever(qgis_app, tmp_path):
    path = str(tmp_path / "samples.gpkg")
    assert [sunk(path), sunk(path)] == [path, path]


def test_field_points_have_no_colour_of_a_class_and_their_ranks_a_halo(qgis_app, tmp_path):
    path = str(tmp_path / "points.gpkg")
    vectors.write(qgis_core.QgsProcessingContext(), path, RANKED, "point")
    vectors.style_points(path)
    layer = qgis_core.QgsVectorLayer(path, "points", "ogr")
    symbol = layer.renderer().symbol().symbolLayer(0)
    colours = {symbol.color().name(), symbol.strokeColor().name()}
    assert colours == {"#ffffff", "#1a1a1a"}
    assert not colours & {colour.lower() for _, _, colour in rasters.classes()}
    assert layer.labeling().settings().format().buffer().enabled()


@pytest.mark.parametrize(
    ("kind", "blob"),
    [("point", point_wkb(1, 2)), ("polygon", box_wkb(0, 0, 1, 1))],
    ids=["points", "polygons"],
)
def test_units_have_the_colours_of_their_class_and_none_of_it_where_they_are_empty(
    qgis_app, tmp_path, kind, blob
):
    path = str(tmp_path / "units.gpkg")
    vectors.write(
        qgis_core.QgsProcessingContext(), path, FeatureSet((blob,) * 2, UTM, {"ls_class": (5, None)}), kind
    )
    vectors.style_units(path, kind, (0.1, 0.2, 0.3, 0.4))
    layer = qgis_core.QgsVectorLayer(path, "units", "ogr")
    context = qgis_core.QgsRenderContext()
    renderer = layer.renderer()
    renderer.startRender(context, layer.fields())
    high, empty = (renderer.symbolForFeature(one, context).color().name() for one in layer.getFeatures())
    labels = [category.label() for category in renderer.categories()]
    renderer.stopRender(context)
    assert high == rasters.classes()[4][2].lower()
    assert empty not in {colour.lower() for _, _, colour in rasters.classes()}
    assert labels[4] == "Very high (0.4 to 1)"
    assert labels[5].startswith("Not assessed")


def test_a_table_of_units_has_no_style(qgis_app, tmp_path):
    path = str(tmp_path / "rows.gpkg")
    vectors.write(qgis_core.QgsProcessingContext(), path, FeatureSet((b"",), "", {"ls_class": (5,)}), "table")
    vectors.style_units(path, "table", (0.1, 0.2, 0.3, 0.4))
    assert not (tmp_path / "rows.qml").exists()
    assert read_features(path).field("ls_class") == (5,)
