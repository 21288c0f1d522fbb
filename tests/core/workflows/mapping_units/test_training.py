"""Training on units: the published Ecuador protocol, labels, places, folds, and the effect of the area."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation import repeated_aurocs
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.samples import kmeans_folds
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.mapping_units.training import (
    UnitsRequest,
    judged_units,
    prepare_units,
    train_here,
)
from tests.support.small_units import UTM, at, small_request, small_units

POINTS = Path(__file__).parents[3] / "data" / "rbsf_points.csv"
FACTORS = ("slope", "cplan", "cprof", "elev", "log10_carea")
REPEATS, SEED = 20, 42


def points_of_rbsf():
    with POINTS.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = {name: tuple(row[name] for row in rows) for name in rows[0]}
    return FeatureSet((b"",) * len(rows), "", columns, "rbsf_points")


def test_the_published_score_of_the_points_is_met_through_their_own_columns(tmp_path):
    """Lovelace and others (2019), chapter 12: 0.7726, the mean over folds of 100 repeats."""
    units = points_of_rbsf()
    settings = {"cv_repeats": REPEATS, "random_cv": "no", "seed": SEED}
    asked = UnitsRequest(
        units, settings, FACTORS, families=["logistic"], label="lslpts", xy_fields=("x", "y")
    )
    run = prepare_units(asked, SILENT)
    result = train_here(run, str(tmp_path / "bundle"), SILENT)
    scores = json.loads((tmp_path / "bundle" / "metrics.json").read_text(encoding="utf-8"))
    found = scores["models"]["logistic"]["spatial"]["auroc_folds"]
    assert len(found) == 5 * REPEATS
    assert np.mean(found) == pytest.approx(0.7726, abs=0.006)
    folds = [kmeans_folds(run.table.xy, np.arange(350), 5, SEED + repeat) for repeat in range(REPEATS)]
    specs = [FactorSpec(name) for name in FACTORS]
    plain = repeated_aurocs(run.table.values, specs, run.table.labels, folds)
    np.testing.assert_allclose(found, plain, atol=1e-3)
    assert set(scores["models"]) == {"logistic", "slope_alone", "best_factor", "constant"}
    assert (result["landslides"], result["stable"]) == (175, 175)
    facts = load_bundle(str(tmp_path / "bundle")).facts
    assert (facts.unit, facts.maps) == ("table", "units of rbsf_points: the chance that lslpts is 1")


def test_stable_units_beside_held_out_landslides_stay_in_training():
    run = prepare_units(small_request(), SILENT)
    assert run.job["unit"] == "polygons"
    from landslide_plugin.core.model.fitting.data import Cells, TrainingData
    from landslide_plugin.core.model.fitting.settings import TrainSettings
    from landslide_plugin.core.model.validation.partitions import spatial_partitions

    table, settings = run.table, TrainSettings.from_dict({})
    data = TrainingData(table.specs, Cells(table.values), table.labels, table.xy, table.groups)
    of_units = spatial_partitions(replace(data, units=True), settings)[0]
    of_cells = spatial_partitions(data, settings)[0]
    fold = of_units.usable[0]
    train, test = of_units.split(fold)
    assert (train ^ test).all()
    assert of_cells.split(fold)[0].sum() < train.sum()


def test_a_landslide_across_units_keeps_them_in_one_fold():
    units = small_units()
    across = FeatureSet((*_slides(units), at(1.8, 0.2, 2.2, 0.8)), UTM, name="slides")
    run = prepare_units(replace(small_request(), inventory=across), SILENT)
    first, second = (run.table.row.tolist().index(unit) for unit in (1, 2))
    assert run.table.groups[first] == run.table.groups[second]
    assert run.table.labels[[first, second]].tolist() == [1, 1]


def _slides(units):
    return small_request().inventory.wkb


def test_the_effect_of_the_area_is_told_whether_or_not_it_is_a_factor():
    told = []
    listen = Progress(info=told.append)
    run = prepare_units(small_request(), listen)
    words = next(line for line in told if line.startswith("By area alone"))
    assert "in spatial folds, with the logarithm of the area" in words
    assert words.endswith("The area is no factor")
    assert words in run.job["provenance"]["notes"]
    told.clear()
    run = prepare_units(replace(small_request(), with_area=True), listen)
    assert next(line for line in told if line.startswith("By area alone")).endswith("The area is a factor")
    assert run.table.specs[-1] == FactorSpec("unit_area", "continuous", "m2", "log10")
    np.testing.assert_allclose(run.table.values[:, -1], 1e4, rtol=1e-6)


def test_larger_units_hold_more_and_their_area_is_seen_to_matter():
    """Landslides fall at random; a unit of ten times the area catches more of them, whatever its other fields say."""
    rng = np.random.default_rng(5)
    wide = np.where(rng.random(120) < 0.5, 100.0, 900.0)
    south = np.arange(120) * 1000.0
    boxes = tuple(box_wkb(0.0, y, w, y + 900.0) for y, w in zip(south, wide))
    attributes = {"noise_mean": tuple(rng.normal(size=120).tolist())}
    units = FeatureSet(boxes, UTM, attributes, "units")
    x, y = rng.uniform(0, 900, 100), rng.uniform(0, 120_000, 100)
    slides = FeatureSet(tuple(point_wkb(a, b) for a, b in zip(x.tolist(), y.tolist())), UTM, name="slides")
    told = []
    prepare_units(UnitsRequest(units, {}, inventory=slides), Progress(info=told.append))
    words = next(line for line in told if line.startswith("By area alone"))
    alone, without, beside = (float(part) for part in _numbers(words))
    assert alone > 0.65
    assert beside > without + 0.1


def test_a_field_that_is_the_area_is_told_as_such_and_is_no_other_factor():
    rng = np.random.default_rng(7)
    wide = rng.uniform(100.0, 900.0, 60)
    south = np.arange(60) * 1000.0
    boxes = tuple(box_wkb(0.0, y, w, y + 900.0) for y, w in zip(south, wide))
    fields = {"noise": tuple(rng.normal(size=60).tolist()), "km2": tuple((wide * 900.0 / 1e6).tolist())}
    slid = tuple(int(one) for one in rng.random(60) < (wide - 100.0) / 800.0)
    units = FeatureSet(boxes, UTM, {**fields, "slid": slid}, "units")
    runs = [
        prepare_units(UnitsRequest(units, {}, chosen, label="slid"), SILENT)
        for chosen in (["noise"], ["noise", "km2"], ["km2"])
    ]
    said = [
        next(part for part in run.job["provenance"]["notes"].split("; By") if "area alone" in part)
        for run in runs
    ]
    assert said[0].endswith("The area is no factor")
    assert said[1] == said[0].replace("no factor", "a factor, as field km2")
    assert said[2].endswith("The area is a factor, as field km2")
    assert "other factors" not in said[2]
    areas = [run.job["provenance"]["unit_area"] for run in runs]
    assert areas == ["no factor", "a factor, as field km2", "a factor, as field km2"]
    squares = tuple(box_wkb(0.0, y, 900.0, y + 900.0) for y in south)
    plain = FeatureSet(squares, UTM, {"height": (2000.0, 2010.0) * 30, "slid": slid}, "squares")
    level = UnitsRequest(plain, {}, ["height"], label="slid")
    assert prepare_units(level, SILENT).job["provenance"]["unit_area"] == "no factor"


def _numbers(words):
    parts = words.replace(";", " ").replace("(", " ").split()
    return [part for part in parts if part.startswith("0.") and len(part) == 5][:3]


def test_folds_by_a_field_and_by_regions():
    units = small_units()
    by_field = replace(small_request(), settings={"fold_scheme": "field"}, fold_field="valley")
    codes = prepare_units(by_field, SILENT).arrays["fold_codes"]
    words = np.array(units.field("valley"))
    assert len(set(codes.tolist())) == len(set(words)) == 4
    assert all(len(set(codes[words == word])) == 1 for word in set(words))
    halves = FeatureSet((at(0, 0, 5, 16), at(5, 0, 16, 16)), UTM, name="halves")
    by_region = replace(small_request(), settings={"fold_scheme": "regions"}, regions=halves)
    run = prepare_units(by_region, SILENT)
    np.testing.assert_array_equal(run.arrays["regions"], np.where(run.table.xy[:, 0] < 500_500, 1, 2))
    with pytest.raises(InputError, match="176 units lie outside every polygon of halves"):
        prepare_units(replace(by_region, regions=halves.where(np.array([True, False]))), SILENT)


def test_what_does_not_fit_units_is_refused_in_one_line():
    asked = small_request()
    with pytest.raises(InputError, match="FOLD_SCHEME is date, which units do not have"):
        prepare_units(replace(asked, settings={"fold_scheme": "date"}), SILENT)
    with pytest.raises(InputError, match="give one of them, neither is given"):
        prepare_units(replace(asked, inventory=None), SILENT)
    with pytest.raises(InputError, match="give one of them, and not both"):
        prepare_units(replace(asked, label="slid"), SILENT)
    with pytest.raises(InputError, match="Field slid is the label and a factor"):
        prepare_units(replace(asked, inventory=None, label="slid", fields=["slope_mean", "slid"]), SILENT)
    with pytest.raises(
        InputError, match=r"no geometry, and folds are made by place; name the fields .*X_FIELD"
    ):
        prepare_units(replace(asked, units=points_of_rbsf(), inventory=None, label="lslpts"), SILENT)
    with pytest.raises(InputError, match="holds no polygons; landslides can only be counted in polygons"):
        prepare_units(replace(asked, units=points_of_rbsf(), fields=FACTORS, xy_fields=("x", "y")), SILENT)


def test_held_out_probabilities_come_back_into_the_rows_of_the_layer():
    units = small_units(missing=3)
    asked = replace(small_request(), units=units)
    run = prepare_units(asked, SILENT)
    count = len(run.table.row)
    held = {"fold": list(range(count)), "probability": [0.5] * (count - 1) + [None]}
    judged = judged_units(run, asked, held)
    assert count == len(units) - 1
    assert judged.field("ls_fold")[3] is judged.field("ls_label")[3] is None
    assert judged.field("ls_fold")[4] == 3
    assert judged.field("ls_held_out")[-1] is None
    assert judged.field("slope_mean") == units.field("slope_mean")


def test_units_of_degrees_train_as_those_of_metres():
    from landslide_plugin.core.io.vector import to_crs

    asked = small_request()
    moved = replace(asked, units=to_crs(asked.units, crs_wkt("EPSG:4326")))
    here, there = prepare_units(asked, SILENT), prepare_units(moved, SILENT)
    np.testing.assert_array_equal(here.table.labels, there.table.labels)
    np.testing.assert_allclose(here.table.xy, there.table.xy, atol=0.5)
