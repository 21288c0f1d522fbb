"""Invalid geometries end no QGIS: they are refused in one line, skipped with a warning, or kept, as is set."""

from dataclasses import replace

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.given import Given  # noqa: E402
from landslide_plugin.core.errors import InputError  # noqa: E402
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt  # noqa: E402
from landslide_plugin.core.progress import SILENT  # noqa: E402
from landslide_plugin.core.types.grid import Grid  # noqa: E402

CHECK = qgis_core.QgsFeatureRequest.InvalidGeometryCheck
CRS = "EPSG:32717"
SQUARE = "POLYGON ((0 0,90 0,90 90,0 90,0 0))"
CROSSED = "POLYGON ((0 0,90 90,90 0,0 90,0 0))"


def layer_of(path, *shapes, kind="polygon"):
    """A GeoPackage of shapes by their text; None is a feature without geometry."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32717)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = target.CreateLayer(path.stem, reference, ogr.wkbPolygon if kind == "polygon" else ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, shape in enumerate(shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("number", number)
        if shape:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)
    layer = target = None
    return str(path)


@pytest.fixture
def read(qgis_app):
    """Numbers of the features of MASK that a run is given, and its warnings."""

    def numbers(value, check, **keywords):
        algorithm = qgis_app.processingRegistry().createAlgorithmById("landslide:terrainfactors")
        context = qgis_core.QgsProcessingContext()
        context.setInvalidGeometryCheck(check)
        said = []
        progress = replace(SILENT, warning=said.append)
        with Given(algorithm, {"MASK": value}, context, progress, {}) as given:
            return given.features("MASK", **keywords).attributes["number"], said

    return numbers


def test_an_invalid_geometry_is_refused_skipped_or_kept(read, tmp_path):
    path = layer_of(tmp_path / "mask.gpkg", SQUARE, None, CROSSED, SQUARE)
    with pytest.raises(InputError, match=r"^MASK: feature 3 of mask has an invalid geometry; repair it"):
        read(path, CHECK.GeometryAbortOnInvalid)
    assert read(path, CHECK.GeometryAbortOnInvalid, unsound=True) == ((0, 1, 2, 3), [])
    assert read(path, CHECK.GeometryNoCheck) == ((0, 1, 2, 3), [])
    skipped = "MASK: 1 features of mask have invalid geometries and were skipped"
    assert read(path, CHECK.GeometrySkipInvalid) == ((0, 1, 3), [skipped])


def test_the_wrench_of_an_input_goes_before_the_setting_for_all(read, tmp_path):
    path = layer_of(tmp_path / "mask.gpkg", CROSSED, SQUARE)
    definition = qgis_core.QgsProcessingFeatureSourceDefinition
    flag = definition.Flag.FlagOverrideDefaultGeometryCheck

    def asked(check, flags=flag):
        return definition(path, False, -1, flags, check)

    assert read(asked(CHECK.GeometryNoCheck), CHECK.GeometryAbortOnInvalid)[0] == (0, 1)
    assert read(asked(CHECK.GeometrySkipInvalid), CHECK.GeometryAbortOnInvalid)[0] == (1,)
    with pytest.raises(InputError, match="feature 1 of mask"):
        read(asked(CHECK.GeometryAbortOnInvalid), CHECK.GeometryNoCheck)


def test_points_are_never_invalid(read, tmp_path):
    path = layer_of(tmp_path / "points.gpkg", "POINT (nan 0)", "POINT (1 2)", kind="point")
    assert read(path, CHECK.GeometryAbortOnInvalid) == ((0, 1), [])


def test_a_run_as_the_desktop_starts_it_outlives_an_invalid_geometry(run, tmp_path):
    """``processing.run`` refuses invalid geometries unless told otherwise, as the dialogs do; Python works on."""
    grid = Grid(12, 12, (0.0, 30.0, 0.0, 360.0, 0.0, -30.0), crs_wkt(CRS))
    with RasterSink(str(tmp_path / "dem.tif"), grid, [Band("elevation")]) as sink:
        sink.write(0, 0, np.add.outer(np.arange(12.0), np.arange(12.0)).astype("f4") * 20)
    given = {"DEM": str(tmp_path / "dem.tif"), "MASK": layer_of(tmp_path / "mask.gpkg", CROSSED)}
    for _ in range(3):
        with pytest.raises(qgis_core.QgsProcessingException, match="^MASK: feature 1 of mask has an invalid"):
            run("terrainfactors", {**given, "FACTORS": ["slope"], "STACK": str(tmp_path / "stack.tif")})
    found = run("inputcheck", {**given, "PAGE": str(tmp_path / "report.html")})
    assert found["ERRORS"] + found["WARNINGS"] > 0
    assert "1 geometries are not valid" in (tmp_path / "report.html").read_text(encoding="utf-8")
