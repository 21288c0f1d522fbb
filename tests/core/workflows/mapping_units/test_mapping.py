"""Maps of units: results in fields of the same layer, nothing made safe, and the right kind of model for each map."""

import csv
import io
import re
import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.classes import classify
from landslide_plugin.core.io.vector import read_features, write_features
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.bundle.files import read_evaluation, read_files
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.report.common.model_record import ModelRecord
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.mapping.job import MapJob, open_map
from landslide_plugin.core.workflows.mapping_units.mapping import RESULTS, map_units
from landslide_plugin.core.workflows.mapping_units.page import class_rows, page_of
from landslide_plugin.core.workflows.mapping_units.picture import units_picture
from landslide_plugin.core.workflows.mapping_units.training import UnitsRequest, prepare_units, train_here
from landslide_plugin.core.workflows.mapping_units.unit_layer import unit_layer
from landslide_plugin.core.workflows.reporting.request import ReportRequest
from landslide_plugin.core.workflows.reporting.request import prepare as prepare_report
from tests.support.small_units import UTM, at, small_request, small_units

COLOURS = ("#000001", "#000002", "#000003", "#000004", "#0000ff")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A bundle of logistic regression and bivariate classes, the area a factor."""
    path = tmp_path_factory.mktemp("units") / "bundle"
    asked = replace(small_request(), families=["logistic", "bivariate"], with_area=True)
    train_here(prepare_units(asked, SILENT), str(path), SILENT)
    return path


@pytest.fixture(scope="module")
def bundle(folder):
    return load_bundle(str(folder))


def with_field(units, name, values):
    return FeatureSet(units.wkb, units.crs_wkt, {**units.attributes, name: tuple(values)}, units.name)


def test_each_unit_gets_what_the_bundle_says_of_its_fields(bundle):
    units = small_units()
    found = map_units(bundle, units)
    codes = {"chalk": 1.0, "clay": 2.0, "marl": 3.0}
    static = np.column_stack(
        [
            units.field("slope_mean"),
            units.field("twi_mean"),
            [codes[name] for name in units.field("rock")],
            np.full(len(units), 1e4),
        ]
    ).astype(np.float32)
    p = bundle.predict(static, None, None).mean()[:, 0]
    np.testing.assert_allclose(found.features.field("ls_probability"), p, rtol=1e-5)
    np.testing.assert_array_equal(found.features.field("ls_class"), classify(p, bundle.class_cuts))
    spread = np.array(found.features.field("ls_spread"))
    assert (spread > 0).all()
    assert set(found.features.field("ls_outside")) <= {0, 1}
    assert found.missing == found.unseen == 0
    steep = np.array(units.field("slope_mean")) > 30
    assert p[steep].mean() > p[~steep].mean() + 0.3


def test_all_fields_stay_and_results_of_an_older_map_are_replaced(bundle):
    units = with_field(small_units(), "LS_Class", [9] * 256)
    found = map_units(bundle, units).features
    kept = [name for name in units.attributes if name not in ("fid", "LS_Class")]
    assert list(found.attributes) == [*kept, *RESULTS]
    assert all(found.field(name) == units.field(name) for name in kept)
    assert found.wkb == units.wkb


def test_a_unit_without_a_value_is_empty_and_never_safe(bundle):
    found = map_units(bundle, small_units(missing=7))
    assert [found.features.field(name)[7] for name in RESULTS] == [None] * 5
    assert all(value is not None for name in RESULTS for value in found.features.field(name)[8:])
    assert (found.missing, found.unseen) == (1, 0)
    assert found.codes[7] == 0
    row = list(csv.DictReader(io.StringIO(found.table())))[7]
    assert [row[name] for name in RESULTS] == [""] * 5
    nothing = with_field(small_units(), "slope_mean", [None] * 256)
    with pytest.raises(InputError, match="No unit of units has a value in every factor"):
        map_units(bundle, nothing)


def test_a_class_that_training_never_saw_is_empty_or_the_nearest_and_outside(bundle):
    units = small_units()
    rock = ["basalt", *units.field("rock")[1:]]
    other = with_field(units, "rock", rock)
    left = map_units(bundle, other)
    assert left.unseen == 1
    assert [left.features.field(name)[0] for name in RESULTS] == [None] * 5
    nearest = map_units(bundle, other, unseen="nearest")
    assert (nearest.unseen, nearest.nearest) == (0, 1)
    assert nearest.features.field("ls_class")[0] in range(1, 6)
    assert nearest.features.field("ls_outside")[0] == 1


def test_a_unit_has_the_same_result_alone_and_among_others(bundle):
    units = small_units()
    whole = map_units(bundle, units).features
    alone = map_units(bundle, units.where(np.arange(256) == 100)).features
    assert [alone.field(name)[0] for name in RESULTS] == [whole.field(name)[100] for name in RESULTS]


def test_unlike_units_are_outside_the_area_of_applicability_and_elsewhere_is_told(bundle):
    units = small_units()
    steep = [90.0, *units.field("slope_mean")[1:]]
    assert map_units(bundle, with_field(units, "slope_mean", steep)).features.field("ls_outside")[0] == 1
    far = tuple(at(500 + i % 16, 500 + i // 16, 501 + i % 16, 501 + i // 16) for i in range(256))
    told = []
    found = map_units(bundle, FeatureSet(far, UTM, units.attributes, "far"), Progress(info=told.append))
    assert found.place.kind == "other"
    assert any("The units are of another area than the training" in line for line in told)


def test_fields_that_are_missing_are_named(bundle):
    units = small_units()
    some = FeatureSet(units.wkb, units.crs_wkt, {"rock": units.field("rock")}, "units")
    with pytest.raises(
        InputError, match="units has no field slope_mean, twi_mean, which the model needs; it has rock"
    ):
        map_units(bundle, some)
    points = FeatureSet((b"",) * 256, "", units.attributes, "rows")
    with pytest.raises(InputError, match="rows holds no polygons; give polygons, or leave the area out"):
        map_units(bundle, points)


def test_a_model_of_units_maps_no_cells_and_a_model_of_cells_no_units(bundle, folder, tmp_path):
    with (
        pytest.raises(InputError, match=r"trained on mapping units \(polygons\).*'Map mapping units'"),
        open_map(MapJob(bundle=str(folder), factors=("nowhere.tif",), targets={})),
    ):
        pass
    cells = replace(bundle, facts=replace(bundle.facts, unit=None))
    with pytest.raises(InputError, match="trained on cells of rasters, not on mapping units"):
        map_units(cells, small_units())
    record, _, metrics = read_files(folder)
    report = ReportRequest(ModelRecord(record, metrics), "slopes", "nowhere.tif", str(tmp_path / "r.html"))
    with pytest.raises(InputError, match=r"slopes was trained on mapping units \(polygons\)"):
        prepare_report(report, SILENT)


def test_classes_say_how_many_held_out_units_had_landslides(bundle, folder):
    found, kept = map_units(bundle, small_units(missing=7)), read_evaluation(folder)
    rows = class_rows(found, bundle, kept)
    assert sum(row["units"] for row in rows) == 255
    assert sum(row["share"] for row in rows) == pytest.approx(1.0)
    assert sum(row["area_km2"] for row in rows) == pytest.approx(255 * 1e-2)
    assert sum(row["held_out"] for row in rows) == len(kept["labels"])
    assert sum(row["with_landslides"] for row in rows) == (kept["labels"] > 0).sum()
    assert [row["low"] for row in rows[1:]] == list(bundle.class_cuts)


def test_the_page_says_what_is_mapped_and_holds_map_scores_and_curves(bundle, folder):
    page = page_of(map_units(bundle, small_units(missing=7)), bundle, str(folder))
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    for words in (
        "units of units: the chance that 1 landslide or more of slides lie in it",
        "255 of 256 units have a result. 1 are empty, which is no statement that they are safe",
        "The units lie in the area of the training.",
        "Slope alone",
        "Held-out units are those of the training",
        "By area alone the units with landslides are told with an AUROC of 0.500",
    ):
        assert words in text
    assert page.count("<svg") == len(bundle.factors)
    assert 'src="data:image/png;base64,' in page
    assert "Cell size" not in text


def test_the_picture_shows_each_unit_in_the_colour_of_its_class():
    layer = unit_layer(small_units())
    codes = np.ones(256, np.uint8)
    codes[0], codes[255] = 0, 5
    pixels = read_png(units_picture(layer, codes, COLOURS))
    rows, cols, _ = pixels.shape
    assert max(rows, cols) == 720
    at_unit = {unit: _pixel(rows, unit % 16, unit // 16) for unit in (0, 100, 255)}
    assert pixels[at_unit[0]].tolist() == [190, 190, 190]
    assert pixels[at_unit[100]].tolist() == [0, 0, 1]
    assert pixels[at_unit[255]].tolist() == [0, 0, 255]
    assert pixels[2, 2].tolist() == [255, 255, 255]
    assert units_picture(replace(layer, kind="table"), codes, COLOURS) == b""


def _pixel(rows, col, row):
    """Where the middle of a unit lies on a picture with a margin of a fiftieth."""
    pixel = 16 * 1.04 / rows
    return int((16 - row - 0.5 + 0.32) / pixel), int((col + 0.5 + 0.32) / pixel)


def read_png(data):
    cols, rows = struct.unpack(">II", data[16:24])
    start = data.index(b"IDAT")
    (length,) = struct.unpack(">I", data[start - 4 : start])
    lines = np.frombuffer(zlib.decompress(data[start + 4 : start + 4 + length]), np.uint8)
    return lines.reshape(rows, 1 + 3 * cols)[:, 1:].reshape(rows, cols, 3)


def test_points_and_tables_are_mapped_too_and_written(tmp_path):
    units = small_units()
    table = FeatureSet((b"",) * 256, "", {**units.attributes, "x": _axis(0), "y": _axis(1)}, "rows")
    asked = UnitsRequest(
        table,
        {"random_cv": "no"},
        ["slope_mean", "twi_mean"],
        families=["logistic"],
        label="slid",
        xy_fields=("x", "y"),
    )
    told = []
    train_here(prepare_units(asked, SILENT), str(tmp_path / "bundle"), SILENT)
    bundle = load_bundle(str(tmp_path / "bundle"))
    found = map_units(bundle, table, Progress(warning=told.append))
    assert any("single model" in line for line in told)
    assert set(found.features.field("ls_spread")) == {0.0}
    assert set(found.features.field("ls_agreement")) == {1.0}
    write_features(str(tmp_path / "rows.gpkg"), found.features, "table")
    back = read_features(str(tmp_path / "rows.gpkg"))
    assert set(back.wkb) == {b""}
    assert back.field("ls_class") == found.features.field("ls_class")


def _axis(number):
    return tuple(unit_layer(small_units()).xy[:, number].tolist())
