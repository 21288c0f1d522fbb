"""What the guide takes layers for: by the plugin's property, else by metadata, else by name and shape."""

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt  # noqa: E402
from landslide_plugin.core.types.grid import Grid  # noqa: E402
from landslide_plugin.desktop.known_layers import filled, found_in, kind_of  # noqa: E402
from landslide_plugin.desktop.steps import STEPS  # noqa: E402

GRID = Grid(4, 5, (0.0, 10.0, 0.0, 40.0, 0.0, -10.0), crs_wkt("EPSG:32717"))


def raster(path, bands=1, byte=False, holds="", **about):
    named = [Band(f"b{i}", "", {"QUANTITY": holds} if holds else {}) for i in range(bands)]
    with RasterSink(str(path), GRID, named, byte=byte, metadata=about) as sink:
        for i in range(bands):
            sink.write(i, 0, np.ones(GRID.shape, np.uint8 if byte else np.float32))
    return qgis_core.QgsRasterLayer(str(path), path.stem)


def vector(kind, name, fields=""):
    return qgis_core.QgsVectorLayer(f"{kind}?crs=EPSG:32717{fields}", name, "memory")


@pytest.mark.parametrize(
    ("name", "bands", "byte", "about", "kind"),
    [
        ("x1", 2, False, {"SLOPE_METHOD": "horn"}, "factors"),
        ("x2", 1, True, {"BUNDLE": "abc", "CLASS_CUTS": "(0.1,)"}, "classes"),
        ("x3", 1, False, {"BUNDLE": "abc", "CLASS_CUTS": "(0.1,)"}, "probability"),
        ("x4", 3, False, {"SOIL_SOURCE": "lithology"}, "profile"),
        ("my_DEM_10m", 1, False, {}, "dem"),
        ("Geology 1:50000", 1, False, {}, "lithology"),
        ("academy", 1, False, {}, ""),
    ],
)
def test_rasters(qgis_app, tmp_path, name, bands, byte, about, kind):
    assert kind_of(raster(tmp_path / f"{name.replace(':', '')}.tif", bands, byte, **about)) == kind


@pytest.mark.parametrize(
    ("holds", "byte", "kind"),
    [
        ("Landslide susceptibility, given the rain of T50", False, "probability"),
        ("Standard deviation of the members' probabilities", False, "spread"),
        ("Share of the members in the class of the mean", False, ""),
        ("class", True, "classes"),
        ("conformal set", True, ""),
    ],
)
def test_each_map_of_a_model_is_taken_for_what_it_says_it_holds(qgis_app, tmp_path, holds, byte, kind):
    """A spread taken for the probability would be reported as one."""
    layer = raster(tmp_path / "map.tif", 1, byte, holds=holds, BUNDLE="abc", CLASS_CUTS="(0.1,)")
    assert kind_of(layer) == kind


@pytest.mark.parametrize(
    ("shape", "name", "kind"),
    [
        ("Point", "Deslizamientos 2018", "inventory"),
        ("Polygon", "landslides", "inventory"),
        ("LineString", "landslide scarps", ""),
        ("LineString", "Fallas", "faults"),
        ("LineString", "geo_faults_2019", "faults"),
        ("LineString", "default", ""),
        ("LineString", "Priority roads", "roads"),
        ("LineString", "Ríos principales", "rivers"),
        ("LineString", "broadband", ""),
        ("Polygon", "study area", "mask"),
        ("Point", "wells", ""),
    ],
)
def test_vectors(qgis_app, shape, name, kind):
    assert kind_of(vector(shape, name)) == kind


def test_the_property_goes_before_the_name(qgis_app):
    layer = vector("Polygon", "landslides")
    layer.setCustomProperty("landslide/kind", "mask")
    assert kind_of(layer) == "mask"


def test_a_dialog_is_filled_from_the_topmost_layers_and_the_label_field(qgis_app, tmp_path):
    project = qgis_core.QgsProject()
    points = vector("Point", "landslides", "&field=id:integer&field=slide:integer")
    rows = []
    for i in range(4):
        feature = qgis_core.QgsFeature(points.fields())
        feature.setAttributes([i, i % 2])
        rows.append(feature)
    points.dataProvider().addFeatures(rows)
    older, newer = raster(tmp_path / "dem_old.tif"), raster(tmp_path / "dem_new.tif")
    for layer in (older, newer, points):
        project.addMapLayer(layer)
    found = found_in(project)
    step = next(step for step in STEPS if step.key == "study")
    given = filled(step.fills, found)
    assert given == {"DEM": newer.id(), "INVENTORY": points.id(), "LABEL_FIELD": "slide"}
    project.clear()
