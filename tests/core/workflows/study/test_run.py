"""A study without the modelling environment: what it does by itself, says first, refuses and leaves behind."""

import io
import json
import re
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.layers import AncillaryRaster
from landslide_plugin.core.workflows.input_check.layers import GivenRaster, GivenVector, check_layers
from landslide_plugin.core.workflows.study import place
from landslide_plugin.core.workflows.study.hand_over import hand_over
from landslide_plugin.core.workflows.study.request import StudyRequest, StudyTools
from landslide_plugin.core.workflows.study.run import run_study, stop_at_errors, tell_mapped

DEGREES = Grid(60, 70, (-79.1, 0.0005, 0.0, -3.9, 0.0, -0.0005), crs_wkt("EPSG:4326"))
COARSE = Grid(40, 45, (-79.101, 0.0008, 0.0, -3.899, 0.0, -0.0008), crs_wkt("EPSG:4326"))


def write(path, grid, values, name=""):
    with RasterSink(str(path), grid, [Band(name)]) as sink:
        sink.write(0, 0, values.astype(np.float32))
    return str(path)


@pytest.fixture
def request_(tmp_path):
    rows, cols = np.mgrid[:60, :70]
    heights = 1500 + 120 * np.sin(cols / 7.0) + 2.0 * rows
    codes = 1 + (np.mgrid[:40, :45][0] > 20)
    steep = np.argwhere(np.abs(np.cos(cols / 7.0)) > 0.9)[::19]
    wkb = tuple(point_wkb(*DEGREES.centre_of(*cell)) for cell in steep)
    lithology = write(tmp_path / "rock.tif", COARSE, codes)
    return StudyRequest(
        dem=write(tmp_path / "dem.tif", DEGREES, heights),
        inventory=FeatureSet(wkb, DEGREES.crs_wkt, name="slides"),
        folder=tmp_path / "out" / "study",
        preset="quick",
        rasters=[AncillaryRaster(lithology, "Lithology", FactorSpec("lithology", "categorical"))],
    )


@pytest.fixture
def told():
    return []


@pytest.fixture
def progress(told):
    return Progress(info=told.append, warning=told.append)


def study(request, progress):
    checks = check_layers(request.dem, [], [GivenVector("Inventory", request.inventory, "any")])
    return run_study(request, StudyTools(lacking="Set it up"), checks, progress)


def test_degrees_and_another_grid_are_brought_to_metres_and_said(request_, progress, told):
    found = study(request_, progress)
    said = "\n".join(told)
    assert "WGS 84 (EPSG:4326); the study is made in metres" in said
    assert "are aligned" in said
    with RasterSource(str(request_.folder / place.CLASSES)) as classes:
        assert classes.grid.crs_wkt == crs_wkt("EPSG:32717")
        values = classes.read(0)
    with RasterSource(str(request_.folder / place.FACTORS)) as factors:
        assert "lithology" in [band.name for band in factors.bands]
        assert factors.grid.same_as(classes.grid)
    mapped = values[np.isfinite(values) & (values > 0)]
    assert mapped.size == found.mapped.mapped_cells > 0.8 * DEGREES.size
    assert f"{mapped.size} cells mapped" in said
    assert "the model has not seen" not in said
    tell_mapped(replace(found.mapped, unseen_category_cells=7), progress)
    assert told[-1] == "7 cells have a category the model has not seen; they are left empty"
    assert found.training["spatial_auroc"] > 0.8  # steep ground alone slides here


def test_the_minutes_are_said_before_the_work_and_the_record_holds_both(request_, progress, told):
    study(request_, progress)
    minutes = next(i for i, line in enumerate(told) if line.startswith("About "))
    assert minutes < next(i for i, line in enumerate(told) if line.startswith("Terrain factors"))
    record = json.loads((request_.folder / place.RECORD).read_text())
    assert (
        set(record["seconds_taken"])
        >= {"factors", "model", "map"}
        == set(record["seconds_expected"]) - {"check"}
    )
    names = {path.name for path in request_.folder.iterdir()}
    assert {
        place.FACTORS,
        place.CLASSES,
        place.PROBABILITY,
        place.UNCERTAINTY,
        place.CHECK,
        place.MODEL,
    } <= names


def test_without_the_environment_it_says_what_it_would_add(request_, progress, told):
    found = study(replace(request_, soil_table="soil.csv", rain="rain.csv"), progress)
    line = next(line for line in told if "no modelling environment" in line)
    assert "six families" in line
    assert "SOIL_TABLE and RAIN are not used" in line
    assert "Set it up" in line
    assert found.report == request_.folder / "model" / "card.html"
    assert found.report.exists()


def test_labels_that_nobody_named_are_refused_and_the_tick_or_the_field_lets_them_pass(request_, progress):
    count = len(request_.inventory)
    labels = tuple(int(i % 3 > 0) for i in range(count))
    mixed = replace(request_, inventory=replace(request_.inventory, attributes={"slide": labels}))
    with pytest.raises(InputError, match="Give LABEL_FIELD=slide, or tick ALL_LANDSLIDES"):
        study(mixed, progress)
    assert not request_.folder.parent.exists()
    replace(mixed, all_landslides=True).require_labels()
    replace(mixed, label_field="slide").require_labels()


def test_layers_that_cannot_be_used_stop_it_before_it_begins(request_, told):
    nowhere = replace(request_.inventory, crs_wkt="", name="lost")
    checks = check_layers(request_.dem, [], [GivenVector("Inventory", nowhere, "any")])
    with pytest.raises(
        InputError, match=r"not begun.*Inventory \(lost\): It has no CRS. Assign the right one"
    ):
        stop_at_errors(checks, Progress(info=told.append, warning=told.append))


def test_another_grid_is_a_note_since_the_study_aligns(request_, told):
    rock = GivenRaster("Lithology", request_.rasters[0].path, "categorical", "lithology")
    checks = check_layers(request_.dem, [rock], [])
    stop_at_errors(checks, Progress(info=told.append, warning=lambda line: told.append(f"! {line}")))
    line = next(line for line in told if "lies on another grid" in line)
    assert line.endswith("The study aligns it.")
    assert not line.startswith("!")
    assert not any("ALIGN" in line for line in told)


@pytest.mark.parametrize("landslides", [12, 40])
def test_a_refusal_of_few_landslides_says_what_can_be_done_and_others_stay_as_they_are(
    request_, progress, landslides
):
    def refusing(*_):
        raise InputError("5 folds cannot be made")

    rows, cols = np.mgrid[10:50:5, 10:60:8]
    cells = np.column_stack([rows.ravel(), cols.ravel()])[:landslides]
    wkb = tuple(point_wkb(*DEGREES.centre_of(*cell)) for cell in cells)
    inventory = FeatureSet(wkb, DEGREES.crs_wkt, name="slides")
    with pytest.raises(InputError) as refused:
        run_study(replace(request_, inventory=inventory), StudyTools(task=refusing), [], progress)
    advised = "12 landslides are too few for this study: add landslides, or train by hand" in str(
        refused.value
    )
    assert advised == (landslides == 12)
    assert str(refused.value).startswith("5 folds cannot be made")


def test_rain_without_soil_is_refused(request_, progress):
    tools = StudyTools(task=lambda *_: {})
    with pytest.raises(InputError, match="RAIN is given without SOIL_TABLE"):
        run_study(replace(request_, rain="rain.csv"), tools, [], progress)


def test_a_study_that_is_cancelled_leaves_nothing(request_, told):
    def cancelled():
        return any(line.startswith("Model:") for line in told)

    with pytest.raises(Cancelled):
        study(request_, Progress(info=told.append, warning=told.append, is_cancelled=cancelled))
    assert list(request_.folder.parent.iterdir()) == []


def test_what_is_handed_over_has_no_path_of_this_machine_and_no_file_but_its_own(request_, progress):
    study(request_, progress)
    here = request_.folder
    for name in ("private.gpkg", "zones.gpkg", "map_sheet.pdf", "sheet.pdf", "notes.txt"):
        (here / name).write_bytes(b"kept")
    packed = {}
    with zipfile.ZipFile(hand_over(here, "zip")) as archive:
        for name in archive.namelist():
            packed[name] = archive.read(name)
    with zipfile.ZipFile(io.BytesIO(packed["study/study.qgz"])) as project:
        packed["study.qgs"] = project.read("study.qgs")
    outside = [str(here.parent.parent).encode(), b"file:/", b"../"]
    assert not [name for name, told in packed.items() if any(path in told for path in outside)]
    sources = re.findall(rb"<datasource>([^<]*)</datasource>", packed["study.qgs"])
    assert sources
    assert {f"study/{source.decode()[2:]}" for source in sources} <= set(packed)
    assert all(source.startswith(b"./") for source in sources)
    assert {"study/zones.gpkg", "study/map_sheet.pdf", "study/sheet.pdf"} <= set(packed)
    assert not {"study/private.gpkg", "study/notes.txt", "study/dem.tif", "study/rock.tif"} & set(packed)
    readme = packed["study/README.txt"].decode().splitlines()
    assert "the factors hold the elevation" in readme[-1]
    assert [line for line in readme if "sheet" in line] == [
        f"{'map_sheet.pdf':28}map sheet to print",
        "sheet.pdf",
    ]
