"""What the report takes from rasters and inventory."""

import numpy as np
import pytest

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.evaluation import class_counts
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.report.common.model_record import ModelRecord
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid, Strip
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.reporting import preview as reading
from landslide_plugin.core.workflows.reporting.request import ReportRequest, prepare
from tests.support.report_bundle import UTM_GRID, class_map, metrics, record

UTM = crs_wkt("EPSG:32717")
GRID = Grid(30, 40, UTM_GRID, UTM)


def save(path, bands, grid=GRID, names=("",), byte=False):
    with RasterSink(str(path), grid, [Band(name) for name in names], byte=byte) as sink:
        for i, values in enumerate(bands):
            sink.write(i, 0, values)
    return str(path)


@pytest.fixture
def maps(tmp_path):
    classes, probability = class_map()
    return {
        "model": ModelRecord(record(), metrics()),
        "model_name": "rbsf_model",
        "classes": save(tmp_path / "classes.tif", [classes], byte=True),
        "probability": save(
            tmp_path / "p.tif", [probability * 0, probability], names=("T10", "Susceptibility")
        ),
        "output": str(tmp_path / "report.html"),
    }


def slides(cells, **fields):
    wkb = tuple(point_wkb(*GRID.centre_of(*cell)) for cell in cells)
    return FeatureSet(wkb, UTM, {k: tuple(v) for k, v in fields.items()}, "slides")


def test_counts_are_those_of_the_whole_raster_whatever_the_strips(maps, monkeypatch):
    classes, _ = class_map()
    for cells in (1, 13 * 40, 1 << 20):
        monkeypatch.setattr(reading, "CELLS_PER_STRIP", cells)
        with RasterSource(maps["classes"]) as source:
            np.testing.assert_array_equal(reading.count_classes(source, SILENT), class_counts(classes))
            at = [(0, 10), (29, 39), (15, 4), (15, 5)]
            found = reading.count_landslides(source, slides(at))
            np.testing.assert_array_equal(found, class_counts(classes[tuple(zip(*at))]))


@pytest.mark.parametrize("side", [7, 13, 40, 900])
def test_a_preview_holds_the_middle_cells(maps, side):
    classes, _ = class_map()
    with RasterSource(maps["classes"]) as source:
        step = reading.stride(source.grid, side)
        small = np.nan_to_num(reading.preview(source, 0, side))
    assert max(small.shape) <= side
    np.testing.assert_array_equal(small, classes[step // 2 :: step, step // 2 :: step])


def test_a_job_takes_the_band_of_the_reference_scenario_and_landslides_alone(maps):
    _, probability = class_map()
    features = slides([(10, 10), (11, 12), (20, 20)], kind=[1, "true", 0])
    job, arrays = prepare(ReportRequest(**maps, inventory=features, label_field="kind"), SILENT)
    np.testing.assert_array_equal(arrays["probability"], probability)
    np.testing.assert_allclose(arrays["inventory"], [GRID.centre_of(10, 10), GRID.centre_of(11, 12)])
    assert sum(job["landslides"]) == 2
    assert job["title"] == "Landslide susceptibility by 'rbsf_model'"
    assert job["frame"]["crs_name"].endswith("(EPSG:32717)")


def test_the_label_field_is_that_of_the_training_if_none_is_named_as_in_training(maps):
    trained = ModelRecord(record(provenance={"label_field": "kind"}), metrics())
    said = []
    features = slides([(10, 10), (11, 12), (20, 20)], kind=[1, 1, 0])
    job, _ = prepare(
        ReportRequest(**{**maps, "model": trained}, inventory=features), Progress(info=said.append)
    )
    assert sum(job["landslides"]) == 2
    assert said == ["Landslides are the features with kind = 1, as in training"]
    other = slides([(10, 10), (11, 12), (20, 20)])
    job, _ = prepare(ReportRequest(**{**maps, "model": trained}, inventory=other), SILENT)
    assert sum(job["landslides"]) == 3


def test_without_inventory_nothing_is_counted(maps):
    job, arrays = prepare(ReportRequest(**maps), SILENT)
    assert job["landslides"] is None
    assert sorted(arrays) == ["classes", "probability"]


def test_bad_input_is_named(maps, tmp_path):
    def refused(error, match, **changes):
        with pytest.raises(error, match=match):
            prepare(ReportRequest(**{**maps, **changes}), SILENT)

    refused(InputError, "does not exist", output=str(tmp_path / "nowhere" / "report.html"))
    wrong = save(tmp_path / "wrong.tif", [class_map()[1]])
    refused(InputError, "wrong holds .*; a class raster holds 1", classes=wrong)
    empty = save(tmp_path / "empty.tif", [np.zeros(GRID.shape)], byte=True)
    refused(InputError, "no classified cell", classes=empty)
    shifted = Grid(30, 40, (500010.0, *UTM_GRID[1:]), UTM)
    refused(
        GridMismatch,
        "other is on another grid",
        dem=save(tmp_path / "other.tif", [np.ones(GRID.shape)], shifted),
    )
    refused(InputError, "No landslide of slides", inventory=slides([(0, 0), (1, 1)]))
    refused(InputError, "slides is empty", inventory=slides([]))
    refused(InputError, "no field stable", inventory=slides([(9, 9)], kind=[1]), label_field="stable")


def test_rasters_of_the_whole_area_serve_a_map_of_a_part(maps, tmp_path):
    classes, probability = class_map()
    part = Window(4, 12, 7, 17)
    rows, cols = slice(4, 16), part.col_slice
    given = {**maps, "classes": save(tmp_path / "part.tif", [classes[rows, cols]], part.of(GRID), byte=True)}
    _, arrays = prepare(ReportRequest(**given), SILENT)
    np.testing.assert_array_equal(arrays["probability"], probability[rows, cols])
    with FactorSources([maps["probability"]], within=part.of(GRID)) as factors:
        assert factors.grid.same_as(part.of(GRID))
        found = factors.read(factors.specs[1:], Strip(2, 5, 1, 0), slice(3, 6)).values[0]
    np.testing.assert_array_equal(found, probability[5:9, 10:13])
    for beside in ((-1, 12, 7, 17), (4, 27, 7, 17)):
        moved = save(tmp_path / "beside.tif", [np.ones(beside[1::2])], Window(*beside).of(GRID), byte=True)
        with pytest.raises(GridMismatch, match="another grid"):
            prepare(ReportRequest(**{**given, "classes": moved}), SILENT)
