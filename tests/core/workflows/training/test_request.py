"""A training request becomes a job, its arrays and its samples, and leaves no raster open, refused or not."""

import json
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.words.speaking import say, speaking
from landslide_plugin.core.workflows.chosen_landslides import LandslideChoice
from landslide_plugin.core.workflows.training.request import TrainingRequest, prepare
from tests.support.spanish import english_in
from tests.support.training_rasters import GRID, INDEX, UTM, inventory, raster

TABLE = "return_period_yr,intensity_mm_h\n10,10\n50,30\n"


@pytest.fixture
def asked(tmp_path):
    """A request of two factors and 40 landslides, with what is given beside."""
    factors = raster(tmp_path / "factors.tif", {"a": INDEX, "b": np.where(INDEX % 7 == 0, np.nan, -INDEX)})
    (tmp_path / "storms.csv").write_text(TABLE)

    def make(settings=(), **more):
        features, _ = inventory()
        return TrainingRequest([factors], features, SamplingRules(), dict(settings), **more)

    return make


@pytest.fixture
def left_open(monkeypatch):
    """Paths of rasters that are open."""
    opened = []
    enter, leave = RasterSource.__init__, RasterSource.close

    def init(self, path, *more):
        enter(self, path, *more)
        opened.append(path)

    def close(self):
        leave(self)
        if self.path in opened:
            opened.remove(self.path)

    monkeypatch.setattr(RasterSource, "__init__", init)
    monkeypatch.setattr(RasterSource, "close", close)
    return opened


def test_the_job_is_plain_and_its_arrays_belong_to_the_samples(asked, tmp_path, left_open):
    pf = raster(tmp_path / "pf.tif", {"T10": INDEX / INDEX.max(), "T50": INDEX / INDEX.max()})
    run = prepare(
        asked({"epochs": 3}, scenarios=str(tmp_path / "storms.csv"), prior_pf=pf, reference_period_yr=50.0),
        SILENT,
    )
    assert json.loads(json.dumps(run.job)) == run.job
    assert run.job["settings"] == {"epochs": 3, "prevalence": None}
    assert run.job["scenarios"]["return_periods_yr"] == [10.0, 50.0]
    assert run.job["reference_period_yr"] == 50.0
    assert run.grid == GRID
    assert len(run.arrays["static"]) == len(run.samples.labels) == len(run.arrays["prior_pf"])
    assert "extra_static" in run.arrays
    assert not left_open


def test_the_prevalence_is_given_from_the_inventory_or_not_at_all(asked):
    for given, source, told, meant in (
        (0.25, "inventory", "given", lambda run: 0.25),
        (None, "inventory", "inventory", lambda run: run.samples.area_share),
        (None, "samples", "samples", lambda run: None),
    ):
        run = prepare(asked({"prevalence": given}, prevalence_source=source), SILENT)
        assert run.job["provenance"]["prevalence_source"] == told
        assert run.job["settings"]["prevalence"] == meant(run)


def dated(tmp_path, **columns):
    """An inventory of two named storms, the table of them with a quiet one, and mapped ground for each."""
    features, _ = inventory()
    names = ("Anna", "Bert") * 20
    events = tmp_path / "events.csv"
    raster(tmp_path / "rain.tif", {"mm": INDEX / 1e4})
    events.write_text(
        "event,date,return_period_yr,intensity_mm_h\nAnna,2005-01-02,10,\nBert,2007,,rain.tif\nCleo,2009,50,\n"
    )
    west, north, width = GRID.geotransform[0], GRID.geotransform[3], GRID.cell_width
    box = box_wkb(west, north - GRID.rows * width, west + GRID.cols * width, north)
    return {
        "inventory": FeatureSet(features.wkb, UTM, {"storm": names}, "slides"),
        "event_id_field": "storm",
        "events": str(events),
        "mapped_area": FeatureSet((box,), UTM, {}, "mapped"),
        "scenarios": str(tmp_path / "storms.csv"),
        **columns,
    }


def test_every_row_of_a_storm_has_the_rain_that_its_cell_had_in_it(asked, tmp_path, left_open):
    said = []
    run = prepare(replace(asked(), **dated(tmp_path)), Progress(info=said.append))
    events, rain = run.arrays["events"], run.arrays["event_triggers"][:, 0]
    cells = run.samples.rows * GRID.cols + run.samples.cols
    assert set(events.tolist()) == {0, 1, 2}
    assert (rain[events == 0] == 10).all()
    np.testing.assert_allclose(rain[events == 1], cells[events == 1] / 1e4, rtol=1e-6)
    assert (rain[events == 2] == 30).all()
    assert not run.samples.labels[events == 2].any()
    # Landslides of the first storm are no ground of the second, and those of the second are of the first.
    first = set(cells[(events == 0) & (run.samples.labels == 1)])
    assert not first & set(cells[(events > 0) & (run.samples.labels == 0)])
    stable = run.samples.labels == 0
    np.testing.assert_allclose(run.arrays["offsets"][stable], -np.log(run.arrays["sampled"][stable]))
    assert "From 3 events, 1 of them without landslides" in said
    assert run.job["provenance"]["probability_of"] == "landslides per cell"
    assert not left_open


@pytest.mark.parametrize(
    ("second", "told"),
    [("2005-01-03", True), ("2005-01-02", True), ("2005-01-05", False)],
    ids=["the day after", "the same day", "three days later"],
)
def test_names_of_events_that_days_alone_would_join_are_told(asked, tmp_path, second, told):
    said, given = [], dated(tmp_path)
    events = tmp_path / "events.csv"
    events.write_text(events.read_text().replace("Bert,2007", f"Bert,{second}"))
    prepare(replace(asked(), **given), Progress(warning=said.append))
    near = [line for line in said if line.startswith("Events named apart overlap or lie within 2 days")]
    assert len(near) == told
    assert not told or "(Anna / Bert): by their days they are one storm" in near[0]
    with speaking("es"):
        assert not [line for line in near if english_in(say(line))]


def test_an_event_field_without_mapped_ground_is_refused(asked, tmp_path):
    with pytest.raises(InputError, match="nothing says what was mapped"):
        prepare(replace(asked(), **dated(tmp_path, mapped_area=None)), SILENT)


def test_a_refused_request_leaves_no_raster_open(asked, tmp_path, left_open):
    storms = str(tmp_path / "storms.csv")
    good = raster(tmp_path / "good.tif", {"T10": INDEX, "T50": INDEX})
    lacking = raster(tmp_path / "lacking.tif", {"T10": INDEX})
    other = Grid(600, 20, (400005.0, *GRID.geotransform[1:]), UTM)
    shifted = raster(tmp_path / "shifted.tif", {"T10": INDEX, "T50": INDEX}, other)
    for more, error in (
        ({"prior_fs": good, "prior_pf": lacking}, InputError),
        ({"targets": shifted, "prior_pf": good}, GridMismatch),
        ({"profile": shifted}, GridMismatch),
        ({"targets": good, "prior_pf": str(tmp_path / "gone.tif")}, InputError),
    ):
        with pytest.raises(error):
            prepare(asked(scenarios=storms, **more), SILENT)
        assert not left_open, more


def test_landslides_are_chosen_by_trigger_and_told_in_the_record(asked):
    features, _ = inventory()
    triggers = tuple("rain" if i % 4 else "earthquake" for i in range(len(features)))
    named = replace(features, attributes={**features.attributes, "trigger": triggers})
    said = []
    every = prepare(replace(asked(), inventory=named), SILENT)
    rain = prepare(
        replace(asked(), inventory=named, choice=LandslideChoice("trigger", ("rain",))),
        Progress(warning=said.append),
    )
    assert rain.samples.landslides < every.samples.landslides
    assert rain.job["provenance"]["trigger"] == "rain"
    assert every.job["provenance"]["trigger"] == ""
    assert any("landslides of other triggers are left out" in line for line in said)
