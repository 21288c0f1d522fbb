"""Folds by field, date and event, from a request to the parts that train and are scored."""

from dataclasses import replace
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation.partitions import partition_words, spatial_partitions
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.worker.tasks import train
from landslide_plugin.core.worker.tasks.training.training_job import read_job
from landslide_plugin.core.workflows.training.in_process import job_in
from landslide_plugin.core.workflows.training.request import TrainingRequest, prepare
from tests.support.training_rasters import UTM, raster

GRID = Grid(40, 40, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), UTM)
COUNT = 60


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Landslides of two cells by two, a third of them later; early ones in the west, late ones in the east."""
    rng = np.random.default_rng(0)
    steep = rng.normal(size=GRID.shape).astype(np.float32)
    path = raster(tmp_path_factory.mktemp("folds") / "f.tif", {"slope": steep, "other": steep[::-1]}, GRID)
    places = [GRID.centre_of(4 * (i // 10) + 8, 4 * (i % 10) + 1) for i in range(COUNT)]
    years = ["2005" if i % 10 < 6 else "2010" for i in range(COUNT)]
    features = FeatureSet(
        tuple(box_wkb(x - 9, y - 9, x + 9, y + 9) for x, y in places), UTM, {"year": tuple(years)}, "slides"
    )
    rules = SamplingRules(polygon_rule="one_point", ratio=3.0, seed=5)

    def make(scheme, **more):
        chosen = {"fold_scheme": scheme, "cv_folds": 4, "random_cv": "no", "seed": 5}
        return TrainingRequest([path], features, rules, chosen, families=["logistic"], **more)

    return make


def read(request, progress=SILENT):
    run = prepare(request, progress)
    with TemporaryDirectory() as folder:
        data = read_job(job_in(folder, run))
    settings = TrainSettings.from_dict(run.job["settings"])
    return run, data, settings, spatial_partitions(data, settings)


def told():
    lines = []
    return lines, Progress(info=lines.append, warning=lines.append)


def test_a_field_leaves_each_of_its_values_out(asked):
    lines, progress = told()
    run, data, _, (part,) = read(asked("field", fold_field="year"), progress)
    slid = data.labels > 0
    later = np.array([value == "2010" for value in asked("field").inventory.field("year")])
    np.testing.assert_array_equal(part.folds[slid], later[run.samples.owners[slid]])
    assert part.usable == (0, 1)
    assert "Folds by year, with their landslide samples: 2005 (36), 2010 (24)" in lines
    apart = np.hypot(*(data.xy[~slid][:, None] - data.xy[slid][None]).transpose(2, 0, 1))
    own = np.where(part.folds[~slid][:, None] == part.folds[slid][None], apart, np.inf)
    np.testing.assert_array_equal(own.min(axis=1), apart.min(axis=1))


def test_a_date_trains_before_and_scores_after_with_ground_as_known_then(asked):
    lines, progress = told()
    run, data, settings, (part,) = read(asked("date", date_field="year", fold_date="2010"), progress)
    assert part.usable == (1,)
    assert (part.count, part.skipped) == (1, 0)
    train_rows, test_rows = part.split(1)
    assert not (train_rows & test_rows).any()
    assert (data.labels[train_rows].sum(), data.labels[test_rows].sum()) == (36, 24)
    stable = data.labels == 0
    assert abs((train_rows & stable).sum() - 3 * 36) <= 12
    assert (test_rows & stable).sum() == 3 * 24
    # every cell of a landslide, by hand
    cells = np.zeros(GRID.shape, int)
    for i, year in enumerate(asked("date").inventory.field("year")):
        row, col = 4 * (i // 10) + 8, 4 * (i % 10) + 1
        cells[row - 1 : row + 2, col - 1 : col + 2] = 1 if year == "2005" else 2
    under = cells[run.samples.rows, run.samples.cols]
    assert not (under[train_rows & stable] == 1).any()
    assert (under[train_rows & stable] == 2).any(), "what slid later was stable then"
    assert (under[test_rows & stable] == 0).all()
    np.testing.assert_array_equal(data.outdated, stable & (under == 2))
    assert (data.lasting.labels == 0).sum() == stable.sum() - data.outdated.sum()
    assert any("the final model does not learn from them" in line for line in lines)
    places = np.column_stack([run.samples.rows, run.samples.cols])
    both = set(map(tuple, places[train_rows & stable])) & set(map(tuple, places[test_rows & stable]))
    assert not both
    (words,) = partition_words(data, settings, [part])
    assert words == f"Same places: none of {test_rows.sum()} held-out samples is in training at another time"


def test_a_landslide_without_a_date_is_in_neither_part(asked):
    request = asked("date", date_field="year", fold_date="2010")
    years = [*request.inventory.field("year")]
    years[0] = None
    odd = replace(request.inventory, attributes={"year": tuple(years)})
    _, data, _, (part,) = read(replace(request, inventory=odd))
    train_rows, test_rows = part.split(1)
    assert (~(train_rows | test_rows) & (data.labels > 0)).sum() == 1
    assert data.labels[train_rows].sum() == 35


@pytest.fixture(scope="module")
def stormy(asked, tmp_path_factory):
    """The same landslides as rows of two storms, the later one over ground that had slid in none before."""
    table = tmp_path_factory.mktemp("storms") / "rain.csv"
    table.write_text("return_period_yr,intensity_mm_h\n10,10\n50,30\n")
    whole = FeatureSet((box_wkb(400000.0, 4999600.0, 400400.0, 5000000.0),), UTM, name="area")
    request = asked("event", date_field="year", scenarios=str(table), mapped_area=whole)
    years = request.inventory.field("year")
    periods = tuple(10 if year == "2005" else 50 for year in years)
    features = replace(request.inventory, attributes={"year": years, "storm": periods})
    return replace(request, inventory=features, rules=replace(request.rules, period_field="storm"))


def test_an_event_is_left_out_with_the_ground_that_stood_through_it(stormy):
    _, data, settings, (part,) = read(stormy)
    np.testing.assert_array_equal(part.folds, data.events)
    assert part.usable == (0, 1)
    for storm in (0, 1):
        train_rows, test_rows = part.split(storm)
        np.testing.assert_array_equal(test_rows, data.events == storm)
        np.testing.assert_array_equal(train_rows, data.events != storm)
    again = [np.isin(data.groups[part.folds == s], data.groups[part.folds != s]).sum() for s in (0, 1)]
    (words,) = partition_words(data, settings, [part])
    assert sum(again) > 0
    assert (
        words
        == f"Same places: {sum(again)} of {len(data.labels)} held-out samples are in training at another time"
    )


def test_storms_are_parted_by_the_day_of_each(stormy):
    request = replace(stormy, settings={**stormy.settings, "fold_scheme": "date"}, fold_date="2008")
    run, data, _, (part,) = read(request)
    np.testing.assert_array_equal(part.folds, data.events)
    assert part.usable == (1,)
    assert not run.arrays["outdated"].any()


@pytest.mark.parametrize(
    ("scheme", "more", "words"),
    [
        ("field", {}, "name FOLD_FIELD"),
        ("field", {"fold_field": "storm"}, "has no field storm; it has year"),
        ("date", {"date_field": "year"}, "give FOLD_DATE"),
        ("date", {"fold_date": "2010"}, "name the landslide date field"),
        (
            "date",
            {"date_field": "year", "fold_date": "1990"},
            "0 landslide samples are dated before 1990-01-01",
        ),
        ("event", {}, "need the events of the inventory"),
    ],
)
def test_what_a_scheme_lacks_is_named(asked, scheme, more, words):
    with pytest.raises(InputError, match=words):
        read(asked(scheme, **more))


@pytest.mark.parametrize(
    ("scheme", "more", "folds"),
    [
        ("field", {"fold_field": "year"}, 2),
        ("date", {"date_field": "year", "fold_date": "2010"}, 1),
        ("knndm", {}, 4),
    ],
)
def test_a_model_is_trained_judged_and_stored_with_each(asked, scheme, more, folds, tmp_path):
    run = prepare(asked(scheme, **more), SILENT)
    with TemporaryDirectory() as folder:
        job = {**job_in(folder, run), "families": ["bivariate"], "bundle": str(tmp_path / "bundle")}
        result = train.run(job, SILENT)
    assert 0.0 < result["spatial_auroc"] < 1.0
    held_out = np.array(result["held_out"]["probability"], float)
    assert len(held_out) == len(run.samples)
    if scheme == "date":
        np.testing.assert_array_equal(np.isfinite(held_out), run.arrays["fold_codes"] == 1)
    from landslide_plugin.core.model.bundle.files import read_files

    _, _, scores = read_files(tmp_path / "bundle")
    assert scores["validation"]["folds"] == folds
    assert scores["validation"]["skipped_folds"] == 0
    scored = np.isfinite(held_out).sum()
    assert sum(row["samples"] for row in scores["distance"]) == scored
    assert abs(sum(row["map_share"] for row in scores["distance"]) - 1.0) < 1e-9
    assert [row["share"] for row in scores["learning_curve"]][-1] == 1.0
    said = " ".join(scores["notes"])
    assert "Learning curve (logistic regression with a ridge): held-out AUROC" in said
    assert ("Wasserstein distance" in said) == (scheme == "knndm")
    assert ("Same places: none" in said) == (scheme == "date")
