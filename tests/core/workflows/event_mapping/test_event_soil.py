"""A model with a soil profile maps events: the soil of each cell is read beside its factors."""

from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.profile import profile_bands
from landslide_plugin.core.io.raster import RasterSink, RasterSource
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.event_mapping.event_model import ModelLaw, facts_of
from landslide_plugin.core.workflows.event_mapping.run import map_event
from landslide_plugin.core.workflows.event_training.soil import soil_of_samples
from tests.support.counted_reads import counted_reads
from tests.support.event_bundle import SOIL, small_event_model, soil_event_model
from tests.support.storm_maps import AREA, END, GRID, RAIN_GRID, STORM, WKT, cut, job

HOLE = (9, 14)


def write_profile(path, values, grid=GRID, columns=SOIL):
    with RasterSink(str(path), grid, profile_bands(columns.layer_bottoms_m, columns.properties)) as sink:
        for number, band in enumerate(values.reshape(-1, *grid.shape)):
            sink.write(number, 0, band)
    return str(path)


@pytest.fixture(scope="module")
def soil():
    drawn = np.random.default_rng(2).normal(0.0, 1.0, (*SOIL.shape, *GRID.shape))
    values = (np.array((5.0, 30.0))[:, None, None] + np.array((2.0, 4.0))[:, None, None] * drawn).astype("f4")
    values[1, 0, HOLE[0], HOLE[1]] = np.nan
    return values


def test_every_cell_is_what_the_model_says_of_its_soil_and_a_hole_stays_empty(tmp_path, soil):
    model = soil_event_model()
    profile = write_profile(tmp_path / "soil.tif", soil)
    places = [GRID.centre_of(20, 30), GRID.centre_of(*HOLE)]
    points = FeatureSet(tuple(point_wkb(*place) for place in places), WKT, name="points")
    made = map_event(ModelLaw(model), facts_of(model, "m"), job(tmp_path, profile=profile, points=points))
    with RasterSource(str(next((tmp_path / "event").glob("probability_*.tif")))) as source:
        found = source.read(0)
    window = AREA.window(STORM)
    rows, cols = np.indices(GRID.shape).reshape(2, -1)
    cells = [RAIN_GRID.cell_of(*GRID.centre_of(row, col)) for row, col in zip(rows.tolist(), cols.tolist())]
    rain = np.ascontiguousarray(window[:, [c[0] for c in cells], [c[1] for c in cells]].T)
    static = np.ascontiguousarray(cut(AREA.factors.values).reshape(3, -1).T)
    layers = np.ascontiguousarray(np.moveaxis(soil.reshape(*SOIL.shape, -1), 2, 0))
    day = float((END.astype("M8[D]") - END.astype("M8[Y]").astype("M8[D]")).astype(int) + 1)
    truth = model.probability(static, rain, np.full(len(static), day), layers).reshape(GRID.shape)
    np.testing.assert_allclose(found, truth, rtol=1e-5)
    assert np.isnan(found[HOLE])
    assert int(np.isnan(found).sum()) == made.tallies[0].without_factor == 1
    assert made.series is not None
    assert made.series.probability[0, 0] == pytest.approx(float(found[20, 30]), rel=1e-6)
    assert np.isnan(made.series.probability[0, 1])


def test_a_profile_is_asked_for_and_has_to_be_that_of_the_training(tmp_path, soil):
    model = soil_event_model()
    law, facts = ModelLaw(model), facts_of(model, "m")
    with pytest.raises(
        InputError, match=r"soil profile of 3 layers \(cohesion_kpa, friction_deg\); give PROFILE"
    ):
        map_event(law, facts, job(tmp_path))
    other = write_profile(tmp_path / "deep.tif", soil, columns=replace(SOIL, layer_bottoms_m=(0.5, 1.0, 3.0)))
    with pytest.raises(InputError, match="layers down to"):
        map_event(law, facts, job(tmp_path, profile=other))
    moved = replace(GRID, geotransform=(GRID.geotransform[0] + 250.0, *GRID.geotransform[1:]))
    with pytest.raises(GridMismatch):
        map_event(law, facts, job(tmp_path, profile=write_profile(tmp_path / "moved.tif", soil, grid=moved)))
    assert not (tmp_path / "event").exists()


def test_an_undeclared_mark_is_no_soil(tmp_path, soil):
    model = soil_event_model()
    path = write_profile(tmp_path / "soil.tif", np.where(np.isnan(soil), np.float32(-9999.0), soil))
    dataset = gdal.Open(path, gdal.GA_Update)
    for number in range(dataset.RasterCount):
        dataset.GetRasterBand(number + 1).DeleteNoDataValue()
    del dataset
    with pytest.raises(InputError, match="-9999"):
        map_event(ModelLaw(model), facts_of(model, "m"), job(tmp_path, profile=path))
    point = FeatureSet((point_wkb(*GRID.centre_of(20, 30)),), WKT, name="rows")
    with pytest.raises(InputError, match="-9999"):
        soil_of_samples(point, "slid", path)


def test_a_profile_that_a_model_does_not_take_is_told_of(tmp_path):
    said, model = [], small_event_model()
    map_event(
        ModelLaw(model), facts_of(model, "m"), job(tmp_path, profile="any.tif"), Progress(info=said.append)
    )
    assert any("trained without a soil profile; the one given is not read" in line for line in said)


@pytest.mark.parametrize("row", [20, 21], ids=["in the rows looked at before", "met while it is drawn"])
def test_soil_is_read_once_and_a_mark_in_one_cell_leaves_no_map(tmp_path, soil, monkeypatch, row):
    model, marked = soil_event_model(), soil.copy()
    facts = facts_of(model, "m")
    cells = counted_reads(monkeypatch, "soil")
    map_event(ModelLaw(model), facts, job(tmp_path, profile=write_profile(tmp_path / "soil.tif", soil)))
    assert soil.size < sum(cells) < 1.2 * soil.size
    marked[1, 1, row, 6] = -32768.0
    (tmp_path / "other").mkdir()
    path = write_profile(tmp_path / "marked.tif", marked)
    with pytest.raises(InputError, match="marked holds -32768 in 1 cells"):
        map_event(ModelLaw(model), facts, job(tmp_path / "other", profile=path))
    assert not (tmp_path / "other" / "event").exists()
