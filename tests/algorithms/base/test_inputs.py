"""What several algorithms take is declared once, and a field takes what its label and help promise."""

import ast
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.given import Given  # noqa: E402
from landslide_plugin.algorithms.registry import ALGORITHMS  # noqa: E402
from landslide_plugin.core.errors import InputError  # noqa: E402
from landslide_plugin.core.io.class_names import names_in  # noqa: E402
from landslide_plugin.core.io.raster.no_data import SAID  # noqa: E402
from landslide_plugin.core.io.scenarios import read_scenarios  # noqa: E402
from landslide_plugin.core.model.bundle.files import read_files, zip_bundle  # noqa: E402
from landslide_plugin.core.progress import SILENT  # noqa: E402
from tests.support import v0_1  # noqa: E402

OF_EVENTS = ("BUNDLE", "mapevent")
"""A model of another kind, which its label says."""
RETURNING = ("BUNDLE", "SCENARIOS", "INVENTORY", "FACTORS", "PROFILE", "SOIL_TABLE")
STORMS = {
    "return_period_yr": [10, 50],
    "intensity_mm_h": [12.5, 20],
    "duration_h": [24, 24],
    "antecedent_wetness": [0.4, 0.5],
    "seismic_coefficient": [0, 0.05],
}
SOURCES = Path(__file__).resolve().parents[3] / "landslide_plugin" / "algorithms"


@pytest.fixture
def given(qgis_app):
    """What *Compute factor of safety* or another algorithm was given."""
    opened = []

    def make(parameters, name="factorofsafety"):
        algorithm = qgis_app.processingRegistry().createAlgorithmById(f"landslide:{name}")
        context = qgis_core.QgsProcessingContext()
        context.setProject(qgis_core.QgsProject.instance())
        opened.append(Given(algorithm, parameters, context, SILENT, algorithm._quantities))
        opened[-1].algorithm = algorithm  # QGIS owns what nobody else holds
        return opened[-1]

    yield make
    for one in opened:
        one.__exit__()


@pytest.fixture
def bundle(tmp_path):
    folder = next((v0_1.FOLDER / "bundles").rglob("bundle.json")).parent
    return shutil.copytree(folder, tmp_path / "model")


def sheet(path, driver, columns):
    """Write a table by GDAL."""
    from osgeo import ogr

    target = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = target.CreateLayer(path.stem, geom_type=ogr.wkbNone)
    for name, values in columns.items():
        kind = ogr.OFTString if isinstance(values[0], str) else ogr.OFTReal
        layer.CreateField(ogr.FieldDefn(name, kind))
    for row in zip(*columns.values()):
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(row):
            feature.SetField(i, value)
        layer.CreateFeature(feature)
    layer = target = None
    return str(path)


def text(path, columns):
    rows = [columns.keys(), *zip(*columns.values())]
    path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows))
    return str(path)


def test_outside_the_base_nobody_reads_parameters():
    for path in SOURCES.rglob("*.py"):
        if path.parent.name == "base":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names = {argument.arg for argument in node.args.args}
                assert not {"parameters", "context"} <= names, f"{path.name}: {node.name}"


@pytest.mark.parametrize("key", RETURNING)
def test_what_returns_has_one_label_and_one_type(key, qgis_app):
    found = set()
    for kind in ALGORITHMS:
        if (key, kind.NAME) == OF_EVENTS:
            continue
        algorithm = qgis_app.processingRegistry().createAlgorithmById(f"landslide:{kind.NAME}")
        definition = algorithm.parameterDefinition(key)
        if definition is not None and not definition.isDestination() and definition.type() != "enum":
            found.add((definition.description(), definition.type()))
    assert len(found) == 1, found


def test_a_bundle_is_a_folder_its_record_or_a_zip(given, bundle, tmp_path):
    zip_bundle(bundle, tmp_path / "model.zip")
    record = read_files(bundle)[0]
    for named in (bundle, bundle / "bundle.json", tmp_path / "model.zip"):
        found = given({"BUNDLE": str(named)}, "mapsusceptibility").bundle("BUNDLE")
        assert read_files(Path(found))[0] == record
    assert given({}, "printlayout").bundle("BUNDLE") == ""


@pytest.mark.parametrize(("name", "key"), [("mapsusceptibility", "BUNDLE"), ("terrainfactors", "MODEL")])
def test_a_bundle_that_is_not_there_is_said_to_be(given, tmp_path, name, key):
    for named in (tmp_path / "gone", tmp_path / "gone" / "bundle.json"):
        with pytest.raises(InputError, match=f"{key}: .*gone is not there"):
            given({key: str(named)}, name).bundle(key)


def test_scenarios_are_read_from_any_kind_of_table(given, tmp_path):
    plain = read_scenarios(text(tmp_path / "storms.csv", STORMS))
    tables = [
        text(tmp_path / "storms.txt", STORMS),
        sheet(tmp_path / "storms.xlsx", "XLSX", STORMS),
        sheet(tmp_path / "storms.ods", "ODS", STORMS),
    ]
    for path in tables:
        found = read_scenarios(given({"SCENARIOS": path}).table("SCENARIOS"))
        assert found.names == plain.names
        assert found.columns == plain.columns
        assert found.values.tolist() == plain.values.tolist(), path


def test_a_table_of_the_project_is_named_by_its_name_or_id(given, tmp_path):
    path = sheet(tmp_path / "area.gpkg", "GPKG", STORMS)
    layer = qgis_core.QgsVectorLayer(f"{path}|layername=area", "Storms of my area", "ogr")
    assert layer.isValid()
    project = qgis_core.QgsProject.instance()
    project.addMapLayer(layer)
    try:
        for named in ("Storms of my area", layer.id()):
            one = given({"SCENARIOS": named})
            assert one.algorithm.parameterDefinition("SCENARIOS").checkValueIsAcceptable(named)
            assert read_scenarios(one.table("SCENARIOS")).names == ("T10", "T50")
    finally:
        project.removeMapLayer(layer.id())


def test_class_names_come_from_a_spreadsheet(given, tmp_path):
    path = sheet(tmp_path / "rocks.xlsx", "XLSX", {"code": [1, 2], "rock": ["shale", "granite"]})
    found = given({"LITHOLOGY_NAMES": path}, "terrainfactors").table("LITHOLOGY_NAMES")
    assert names_in(found) == {1: "shale", 2: "granite"}


def test_a_raster_named_in_a_spreadsheet_lies_beside_it(given, tmp_path):
    (tmp_path / "rain.tif").write_bytes(b"")
    storms = {"return_period_yr": ["10"], "intensity_mm_h": ["rain.tif"], "duration_h": ["24"]}
    path = sheet(tmp_path / "storms.xlsx", "XLSX", storms)
    found = Path(given({"SCENARIOS": path}).table("SCENARIOS"))
    assert found.parent != tmp_path
    assert str((tmp_path / "rain.tif").resolve()) in found.read_text()


def test_what_a_run_wrote_for_itself_is_gone_after_it(given, tmp_path):
    path = sheet(tmp_path / "storms.xlsx", "XLSX", STORMS)
    with given({"SCENARIOS": path}) as one:
        found = Path(one.table("SCENARIOS"))
        assert found.is_file()
        assert found.name == "storms.csv"
    assert not found.exists()


def test_text_and_json_are_taken_as_they_are(given, tmp_path):
    for name in ("storms.csv", "storms.json", "not_there.csv"):
        path = str(tmp_path / name)
        if name != "not_there.csv":
            text(Path(path), STORMS)
        assert given({"SCENARIOS": path}).table("SCENARIOS") == path
    assert given({}).table("SCENARIOS") == ""


def test_a_damaged_spreadsheet_is_refused_by_name(given, tmp_path):
    path = tmp_path / "storms.xlsx"
    path.write_text("no spreadsheet")
    with pytest.raises(InputError, match=r"storms\.xlsx cannot be read"):
        given({"SCENARIOS": str(path)}).table("SCENARIOS")


WITHOUT_NO_DATA = {"printlayout", "whatifrain"}
"""The one draws rasters as QGIS shows them, the other takes the cells of one; no value of them is computed with."""


def test_whatever_reads_values_of_rasters_takes_their_no_data(provider):
    asked = 0
    for algorithm in provider.algorithms():
        kinds = {one.type() for one in algorithm.parameterDefinitions()}
        if algorithm.groupId() != "chain" and kinds & {"raster", "multilayer"}:
            takes = algorithm.parameterDefinition("NODATA") is not None
            assert takes == (algorithm.name() not in WITHOUT_NO_DATA), algorithm.name()
            asked += 1
    assert asked > 20


def raster(path, values, no_data=None):
    """A float raster of 3 rows as another program writes it."""
    from osgeo import gdal

    made = gdal.GetDriverByName("GTiff").Create(str(path), len(values) // 3, 3, 1, gdal.GDT_Float32)
    made.SetGeoTransform((500000.0, 20.0, 0.0, 900000.0, 0.0, -20.0))
    made.SetProjection(qgis_core.QgsCoordinateReferenceSystem("EPSG:32617").toWkt())
    band = made.GetRasterBand(1)
    band.WriteRaster(0, 0, len(values) // 3, 3, struct.pack(f"{len(values)}f", *values))
    if no_data is not None:
        band.SetNoDataValue(no_data)
    band = made = None
    return str(path)


@pytest.mark.parametrize(
    ("said", "no_data", "words"),
    [
        ("0", None, "NODATA: 0 in slope is no-data, as was said: 2 cells, 22.2 %"),
        ("0", -1.0, "slope declares -1 and is taken as it is (otherwise NODATA=slope=0)"),
        ("slope=0", -1.0, "NODATA: 0 in slope is no-data, as was said: 2 cells, 22.2 %"),
        ("none", None, "numbers of slope that look like marks of no-data are values"),
    ],
)
def test_each_raster_says_once_what_becomes_of_its_values(given, tmp_path, said, no_data, words):
    path = raster(tmp_path / "slope.tif", [0.0, 0.0, *range(1, 8)], no_data)
    one, lines = given({"SLOPE": path, "NODATA": said}), []
    one.progress = replace(SILENT, info=lines.append)
    with one:
        assert one.raster("SLOPE") == one.raster("SLOPE")
    assert len(lines) == 1
    assert lines[0].endswith(words) or words in lines[0]
    assert SAID not in lines[0]


def test_no_data_of_a_raster_that_is_not_given_is_a_slip(given, tmp_path):
    path = raster(tmp_path / "slope.tif", range(9))
    with pytest.raises(InputError, match=r"^NODATA names slop; allowed: .*: slope$"):
        given({"SLOPE": path, "NODATA": "slop=0"}).__enter__()
    with given({"SLOPE": path, "NODATA": "Slope=0; 255"}):
        pass


def test_what_was_said_of_no_data_stays_out_of_what_is_written_and_told(run, tmp_path):
    class Log(qgis_core.QgsProcessingFeedback):
        def __init__(self):
            super().__init__()
            self.lines = []

        def pushInfo(self, line):
            self.lines.append(line)

        pushWarning = pushInfo

    log, out = Log(), tmp_path / "out"
    out.mkdir()
    path = raster(tmp_path / "chance.tif", [0.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    asked = {"RASTER": path, "SCHEME": "equal_area", "NODATA": "0"}
    made = run(
        "classifymap",
        {**asked, "OUTPUT": str(out / "c.tif"), "TABLE": str(out / "t.csv")},
        feedback=log,
    )
    told = "\n".join([*log.lines, *map(str, made.values())])
    written = b"".join(file.read_bytes() for file in out.iterdir())
    assert "NODATA: 0 in chance is no-data, as was said: 2 cells" in told
    assert SAID not in told
    assert SAID.encode() not in written
