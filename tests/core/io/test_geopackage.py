"""GeoPackages that are written into: other layers stay, and no log is taken for that of another file."""

import sqlite3

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.geopackage import copy_database, layer_names, require_idle
from landslide_plugin.core.io.vector import point_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet

UTM = "EPSG:32717"


@pytest.fixture
def roads(tmp_path):
    path = tmp_path / "all.gpkg"
    for number, name in enumerate(("roads", "all")):
        features = FeatureSet((point_wkb(number, 0),), UTM, {"number": (number,)})
        write_features(str(path), features, "point", layer=name, append=bool(number))
    return path


def test_layers_are_named(roads, tmp_path):
    assert layer_names(roads) == ("all", "roads")
    (tmp_path / "text.gpkg").write_text("no database")
    assert layer_names(tmp_path / "text.gpkg") == ()


def test_one_layer_is_replaced_in_a_copy(roads, tmp_path):
    copy = tmp_path / "copy.gpkg"
    copy_database(roads, copy)
    new = FeatureSet((point_wkb(5, 5), point_wkb(6, 6)), UTM, {"name": ("a", "b")})
    write_features(str(copy), new, "point", layer="all", append=True, over=True)
    assert read_features(str(copy), "roads").field("number") == (0,)
    assert read_features(str(copy), "all").field("name") == ("a", "b")
    assert read_features(str(roads), "all").field("number") == (1,)


def test_what_waits_in_the_log_is_copied_and_a_file_in_use_is_refused(roads, tmp_path):
    database = sqlite3.connect(roads)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE late (number INTEGER)")
    database.commit()
    assert (tmp_path / "all.gpkg-wal").stat().st_size > 0
    copy_database(roads, tmp_path / "copy.gpkg")
    assert sqlite3.connect(tmp_path / "copy.gpkg").execute("SELECT count(*) FROM late").fetchone() == (0,)
    with pytest.raises(InputError, match="OUTPUT: .*all.gpkg is open in QGIS or another program"):
        require_idle(roads, "OUTPUT")
    database.close()
    require_idle(roads)
    assert not list(tmp_path.glob("all.gpkg-*"))


def test_a_log_without_its_file_is_refused(tmp_path):
    (tmp_path / "all.gpkg-wal").write_text("of another")
    with pytest.raises(InputError, match="left of another file"):
        require_idle(tmp_path / "all.gpkg")
