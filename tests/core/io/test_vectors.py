"""Features become arrays whatever their geometry, and are burnt by the rule asked for."""

import numpy as np
import pytest
from osgeo import ogr

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import (
    box_wkb,
    burn,
    geometry_type,
    line_segments,
    line_wkb,
    point_wkb,
    points,
    read_features,
    to_crs,
    write_features,
)
from landslide_plugin.core.types.bands import Band
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

UTM = crs_wkt("EPSG:32717")
GRID = Grid(4, 4, (0.0, 10.0, 0.0, 40.0, 0.0, -10.0), UTM)


def wkb(*texts):
    return tuple(bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts)


def test_lines_of_every_kind_become_segments():
    lines = FeatureSet(
        (
            *wkb(
                "LINESTRING Z (0 0 5, 10 0 6, 10 10 7)",
                "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 7))",
                "POLYGON ((0 0, 4 0, 4 4, 0 0))",
            ),
            b"",
        ),
        UTM,
    )
    segments = line_segments(lines)
    assert len(segments) == 2 + 3 + 3
    np.testing.assert_array_equal(segments[1], [10, 0, 10, 10])


def test_curves_are_turned_to_lines():
    arc = to_crs(FeatureSet(wkb("CIRCULARSTRING (0 0, 10 10, 20 0)"), UTM), UTM)
    segments = line_segments(arc)
    radius = np.hypot(segments[:, 0] - 10, segments[:, 1])
    assert len(segments) > 20
    np.testing.assert_allclose(radius, 10.0, atol=1e-9)


def test_a_layer_without_lines_is_refused():
    with pytest.raises(InputError, match="faults has no lines"):
        line_segments(FeatureSet((), UTM, name="faults"))


def test_multipoints_keep_their_owner():
    xy, owner = points(FeatureSet((point_wkb(1, 2), *wkb("MULTIPOINT (3 4, 5 6)")), UTM))
    assert xy.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert owner.tolist() == [0, 1, 1]


def test_reprojection_matches_known_coordinates():
    quito = to_crs(FeatureSet((point_wkb(-79.07, -3.99),), crs_wkt("EPSG:4326")), UTM)
    ((x, y),) = points(quito)[0]
    assert 714000 < x < 715000
    assert 9558000 < y < 9560000


def test_features_without_crs_are_refused_when_the_raster_has_one():
    with pytest.raises(InputError, match="no CRS"):
        to_crs(FeatureSet((point_wkb(0, 0),), "", name="points"), UTM)


def test_burning_by_centre_can_lose_small_polygons_and_all_touched_keeps_them():
    shapes = FeatureSet(
        wkb("POLYGON ((0 40, 20 40, 20 20, 0 20, 0 40))", "POLYGON ((21 1, 24 1, 24 4, 21 4, 21 1))"), UTM
    )
    centre, touched = burn(shapes, GRID), burn(shapes, GRID, all_touched=True)
    assert (centre == 1).sum() == 4
    assert (centre == 2).sum() == 0
    assert (touched == 2).sum() == 1
    assert touched[3, 2] == 2
    assert not burn(shapes, GRID, chosen=[1]).any()


def test_geopackage_round_trip(tmp_path):
    path = str(tmp_path / "a.gpkg")
    features = FeatureSet(
        (point_wkb(1, 2), point_wkb(3, 4)), UTM, {"landslide": (1, 0), "name": ("a", None), "size": (1.5, 2)}
    )
    write_features(path, features, "point", layer="slides")
    line = FeatureSet((line_wkb(np.array([[0.0, 0.0], [1.0, 1.0]])),), UTM)
    write_features(path, line, "line", layer="faults", append=True)
    back = read_features(path, "slides")
    assert points(back)[0].tolist() == [[1, 2], [3, 4]]
    assert back.field("landslide") == (1, 0)
    assert back.field("name") == ("a", None)
    assert geometry_type(read_features(path, "faults")) == "line"
    with pytest.raises(InputError, match="no field T"):
        back.field("T")


def test_unreadable_layers_are_named(tmp_path):
    with pytest.raises(InputError, match="cannot be read as a vector layer: .*(not found|No such file)"):
        read_features(str(tmp_path / "none.gpkg"))


def test_a_layer_given_as_raster_and_a_raster_as_layer_are_not_called_absent(tmp_path):
    layer, raster = str(tmp_path / "slides.gpkg"), str(tmp_path / "dem.tif")
    write_features(layer, FeatureSet((point_wkb(1, 2),), UTM), "point", layer="slides")
    with RasterSink(raster, GRID, [Band("a")]) as sink:
        sink.write(0, 0, np.zeros(GRID.shape, np.float32))
    for read, path in ((RasterSource, layer), (read_features, raster)):
        with pytest.raises(InputError, match="cannot be read as a") as refusal:
            read(path)
        assert "not found" not in str(refusal.value)
        assert len(str(refusal.value).splitlines()) == 1


def test_fields_of_any_name_and_size_are_kept(tmp_path):
    """Long codes, names that differ by case alone, and those a GeoPackage has itself."""
    path = str(tmp_path / "a.gpkg")
    boxes = (box_wkb(0, 0, 1, 1), box_wkb(1, 0, 2, 1))
    given = {
        "code": (110155001001, 7),
        "FID": (0, 0),
        "Mean": ("a", "b"),
        "mean": (0.5, None),
        "geom": (None, "x"),
        "list": ([1, 2], None),
    }
    write_features(path, FeatureSet(boxes, UTM, given), "polygon")
    back = read_features(path)
    assert len(back) == 2
    assert back.field("code") == given["code"]
    assert back.field("FID_2") == (0, 0)
    assert back.field("geom_2") == (None, "x")
    assert back.field("Mean") == ("a", "b")
    assert back.field("mean_2") == (0.5, None)
    assert back.field("list") == ("[1, 2]", None)


def test_a_layer_that_is_there_already_is_not_lost_in_silence(tmp_path):
    path, features = str(tmp_path / "a.gpkg"), FeatureSet((point_wkb(1, 2),), UTM)
    write_features(path, features, "point", layer="one")
    with pytest.raises(InputError, match="cannot be written"):
        write_features(path, features, "point", layer="one", append=True)
