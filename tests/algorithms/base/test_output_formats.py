"""The name of an output says what is in it, and a sink goes wherever QGIS can write features."""

import numpy as np
import pytest

from landslide_plugin.core.io.geopackage import layer_names
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.types.grid import Grid

GRID = Grid(20, 20, (500000.0, 20.0, 0.0, 900000.0, 0.0, -20.0), crs_wkt("EPSG:32617"))


@pytest.fixture
def dem(tmp_path):
    path = str(tmp_path / "dem.tif")
    with RasterSink(path, GRID, [Band("b")]) as sink:
        sink.write(0, 0, (np.add.outer(np.arange(20.0), np.arange(20.0) ** 1.5)).astype(np.float32))
    return path


@pytest.mark.parametrize("ending", ["asc", "nc", "gpkg", "img", "png"])
def test_a_raster_of_another_ending_is_refused(run, dem, tmp_path, ending):
    with pytest.raises(Exception, match=r"a GeoTIFF would be written; choose a name that ends in \.tif"):
        run("terrainfactors", {"DEM": dem, "FACTORS": ["slope"], "STACK": str(tmp_path / f"s.{ending}")})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dem.tif"]


@pytest.mark.parametrize(
    "place", ["memory:", "postgres:dbname='x' table=\"y\"", "ogr:dbname='a.gpkg' table=\"b\""]
)
def test_what_is_written_as_a_file_goes_into_no_database(run, dem, place):
    with pytest.raises(Exception, match="is no file; this output is written as one"):
        run("terrainfactors", {"DEM": dem, "FACTORS": ["slope"], "STACK": place})


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (
            "postgres:dbname='none' host=127.0.0.1 port=1 connect_timeout=1 table=\"y\" (geom)",
            "cannot be written",
        ),
        ("ogr:dbname='a.sqlite' table=\"b\" (geom)", "is no table of a GeoPackage"),
        ("nosuchbase:dbname='a'", "is no database that this QGIS knows"),
        ("ogr:dbname='nowhere/a.gpkg' table=\"b\" (geom)", "nowhere"),
    ],
)
def test_a_table_that_cannot_be_written_is_refused_before_the_work(run, dem, place, says):
    with pytest.raises(Exception, match=says) as raised:
        run("slopeunits", {"DEM": dem, "OUTPUT": place})
    assert "\n" not in str(raised.value).strip()


def test_features_go_into_a_table_of_a_geopackage_and_leave_its_others(run, dem, tmp_path):
    from qgis.core import QgsVectorLayer

    base = tmp_path / "all of it.gpkg"
    for table in ("first", "second", "first"):
        made = run("slopeunits", {"DEM": dem, "OUTPUT": f"ogr:dbname='{base}' table=\"{table}\" (geom)"})
        layer = QgsVectorLayer(str(made["OUTPUT"]), "units", "ogr")
        assert layer.isValid()
        assert layer.featureCount() > 0
    assert layer_names(base) == ("first", "second")
    assert not list(tmp_path.glob("*.qml")) + list(tmp_path.glob("*.part"))


def test_features_go_into_memory(run, dem, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    kept = run("slopeunits", {"DEM": dem, "OUTPUT": str(tmp_path / "units.gpkg")})
    made = run("slopeunits", {"DEM": dem, "OUTPUT": "memory:units"})["OUTPUT"]
    assert made.dataProvider().name() == "memory"
    assert list((tmp_path / "here").iterdir()) == []
    assert made.crs().authid() == "EPSG:32617"
    from qgis.core import QgsVectorLayer

    there = QgsVectorLayer(kept["OUTPUT"], "units", "ogr")
    assert made.featureCount() == there.featureCount()
    names = [name for name in there.fields().names() if name != "fid"]
    assert made.fields().names() == names
    for one, other in zip(made.getFeatures(), there.getFeatures()):
        assert [one[name] for name in names] == pytest.approx([other[name] for name in names])
        assert one.geometry().equals(other.geometry())


def test_temporary_outputs_have_the_one_ending_whatever_qgis_is_set_to(provider):
    from qgis.core import QgsProcessingParameterRasterDestination, QgsProcessingParameterVectorDestination

    algorithm = provider.algorithm("slopeunits").create()
    kinds = {QgsProcessingParameterRasterDestination: "tif", QgsProcessingParameterVectorDestination: "gpkg"}
    for definition in algorithm.destinationParameterDefinitions():
        assert definition.defaultFileExtension() == kinds.get(
            type(definition), definition.defaultFileExtension()
        )
    assert provider.defaultVectorFileExtension(True) == "gpkg"


def test_without_scipy_a_run_says_so_in_one_line(run, dem, tmp_path, monkeypatch):
    import sys

    for name in [name for name in sys.modules if name == "scipy" or name.startswith("scipy.")]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(Exception, match="needs SciPy, which this QGIS does not have"):
        run("terrainfactors", {"DEM": dem, "FACTORS": ["twi"], "STACK": str(tmp_path / "s.tif")})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dem.tif"]
