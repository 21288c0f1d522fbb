"""Weights and classes of bivariate methods against sums done by hand."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.bivariate.area_cells import AreaCells
from landslide_plugin.core.model.bivariate.classing import Classing, fit_classes
from landslide_plugin.core.model.bivariate.counting import BivariateRecipe
from landslide_plugin.core.model.bivariate.densities import METHODS, Densities
from landslide_plugin.core.model.bivariate.dependence import expected_over_observed
from landslide_plugin.core.model.bivariate.table import NO_LANDSLIDE, density_table, half_notes
from landslide_plugin.core.model.families.bivariate import BivariatePart, fit_bivariate_part
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import probability_of

LITHOLOGY, SLOPE = FactorSpec("lithology", "categorical"), FactorSpec("slope", unit="deg")
NO_RAIN = np.zeros((1, 0), np.float32)


def fitted(rows, labels, specs, method=METHODS[0], weights=None, classing=None, ground=None):
    encoder = Encoder.fit(rows, specs)
    weights = np.ones(len(rows)) if weights is None else weights
    soil, rain = np.zeros((len(rows), 1, 1), np.float32), np.zeros((1, 0), np.float32)
    told = LabelledRows(
        encoder.transform(rows),
        soil,
        rain,
        (labels[:, None] > 0).astype(float),
        weights[:, None].astype(float),
    )
    cells = None if ground is None else AreaCells(ground, np.zeros(len(ground), int))
    return encoder, fit_bivariate_part(told, encoder, BivariateRecipe(method, classing or Classing(), cells))


def logits(encoder, part, rows):
    return part.logit(encoder.transform(rows), np.zeros((len(rows), 1, 1), np.float32), NO_RAIN)[:, 0]


def two_classes():
    """40 landslides, 30 of them on rock 1; 200 stable places, 40 of them on rock 1."""
    rows = np.repeat([1.0, 2.0, 1.0, 2.0], [30, 10, 40, 160]).astype(np.float32)[:, None]
    return rows, np.repeat([1, 0], [40, 200])


def test_two_classes_by_hand():
    rows, labels = two_classes()
    _, part = fitted(rows, labels, [LITHOLOGY])
    found = part.factors[0].densities
    plus, minus = np.log((30 / 40) / (40 / 200)), np.log((10 / 40) / (160 / 200))
    np.testing.assert_allclose(found.weight_plus, [plus, minus])
    np.testing.assert_allclose(found.weight_minus, [minus, plus])
    np.testing.assert_allclose(found.contrast, [plus - minus, minus - plus])
    np.testing.assert_allclose(found.weight_plus_error**2, [1 / 30 + 1 / 40, 1 / 10 + 1 / 160])
    error = np.sqrt(1 / 30 + 1 / 40 + 1 / 10 + 1 / 160)
    np.testing.assert_allclose(found.studentised_contrast, np.array([1, -1]) * (plus - minus) / error)
    assert part.line.intercept == pytest.approx(np.log(40 / 200))


def test_area_is_that_of_all_cells():
    rows, labels = two_classes()
    ground = np.repeat([1.0, 2.0], [70, 170]).astype(np.float32)[:, None]
    _, part = fitted(rows, labels, [LITHOLOGY], METHODS[2], ground=ground)
    ratio = np.array([(30 / 40) / (70 / 240), (10 / 40) / (170 / 240)])
    np.testing.assert_allclose(part.factors[0].densities.frequency_ratio, ratio)
    np.testing.assert_allclose(part.factors[0].evidence, ratio - 1)
    np.testing.assert_allclose(part.factors[0].densities.stable, [40, 160])
    table = density_table(part.factors, part.method, {}, cell_km2=0.0001)
    assert [row["area_km2"] for row in table] == pytest.approx([0.007, 0.017])
    assert [row["information_value"] for row in table] == pytest.approx(np.log(ratio))


def independent(per_slide=1, per_stable=1):
    """Two factors independent given a landslide and given none, in whole numbers of rows."""
    slid = np.outer([3, 1], [1, 2, 5]) * per_slide
    stood = np.outer([2, 6], [4, 3, 1]) * per_stable
    rows, labels = [], []
    for table, label in ((slid, 1), (stood, 0)):
        for (a, b), count in np.ndenumerate(table):
            rows += [(a + 1, b + 1)] * count
            labels += [label] * count
    return np.array(rows, np.float32), np.array(labels), slid, stood


SPECS = [FactorSpec("rock", "categorical"), FactorSpec("cover", "categorical")]
PAIRS = np.array([(a + 1, b + 1) for a in range(2) for b in range(3)], np.float32)


def test_the_sum_of_weights_is_bayes_where_factors_are_independent():
    rows, labels, slid, stood = independent()
    encoder, part = fitted(rows, labels, SPECS)
    np.testing.assert_allclose(logits(encoder, part, PAIRS), np.log(slid / stood).ravel(), atol=1e-6)
    p = probability_of(logits(encoder, part, rows))
    assert expected_over_observed(p.sum(), labels.sum()) == pytest.approx(1.0, abs=1e-6)
    _, other = fitted(rows, labels, SPECS, METHODS[1], ground=rows)
    assert np.abs(logits(encoder, other, PAIRS) - np.log(slid / stood).ravel()).max() > 0.1


def test_stable_samples_weigh_what_they_stand_for():
    rows, labels, slid, stood = independent()
    weights = np.where(labels > 0, 1.0, 7.0)
    encoder, part = fitted(rows, labels, SPECS, weights=weights)
    np.testing.assert_allclose(logits(encoder, part, PAIRS), np.log(slid / (7 * stood)).ravel(), atol=1e-6)
    one, many = independent(), independent(per_stable=7)
    every = fitted(many[0], many[1], SPECS)[1]
    np.testing.assert_allclose(
        every.factors[1].evidence, fitted(one[0], one[1], SPECS)[1].factors[1].evidence
    )


def test_evidence_that_is_told_twice_shows():
    rows, labels, _, _ = independent()
    twice = np.hstack([rows, rows, rows])
    names = [FactorSpec(f"{spec.name} {i}", "categorical") for i in range(3) for spec in SPECS]
    encoder, part = fitted(twice, labels, names)
    p = probability_of(logits(encoder, part, twice))
    assert abs(expected_over_observed(p.sum(), labels.sum()) - 1.0) > 0.05


def test_a_class_without_landslides_counts_half_a_one_and_says_so():
    rows = np.repeat([1.0, 2.0, 3.0], [20, 20, 20]).astype(np.float32)[:, None]
    labels = np.zeros(60, int)
    labels[:10], labels[20:30] = 1, 1
    _, part = fitted(rows, labels, [LITHOLOGY])
    found = part.factors[0].densities
    assert found.weight_plus[2] == pytest.approx(np.log((0.5 / 20) / (20 / 40)))
    assert found.weight_plus_error[2] == pytest.approx(np.sqrt(1 / 0.5 + 1 / 20))
    names = {"lithology": {3: "Marl"}}
    table = density_table(part.factors, part.method, names)
    assert [row["note"] for row in table] == ["", "", NO_LANDSLIDE]
    (note,) = half_notes(part.factors, names)
    assert note.endswith("Lithology (Marl)")


def test_a_class_with_nothing_in_it_says_nothing():
    none = Densities(np.array([5.0, 0.0]), np.array([9.0, 0.0]), np.array([9.0, 0.0]), 0.5)
    assert none.weight_plus[1] == none.evidence(METHODS[2])[1] == 0.0
    assert np.isnan(none.weight_plus_error[1])


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("quantiles", (19.0, 39.0, 59.0, 79.0)),
        ("equal_intervals", (19.8, 39.6, 59.4, 79.2)),
    ],
)
def test_rules_of_classes(rule, expected):
    rows = np.arange(100, dtype=np.float32)[:, None]
    encoder = Encoder.fit(rows, [SLOPE])
    (found,) = fit_classes(encoder, encoder.transform(rows), np.ones(100), Classing(rule, 5))
    assert found.limits == pytest.approx(expected, abs=1e-3)
    assert np.bincount(found.of(encoder.transform(rows))).tolist() == [20] * 5


def test_natural_breaks_part_the_heaps():
    rows = np.concatenate([np.linspace(start, start + 1, 30) for start in (0, 40, 90)])[:, None].astype(
        np.float32
    )
    encoder = Encoder.fit(rows, [SLOPE])
    (found,) = fit_classes(encoder, encoder.transform(rows), np.ones(90), Classing("natural_breaks", 3))
    assert found.of(encoder.transform(rows)).tolist() == np.repeat([0, 1, 2], 30).tolist()


def test_quantiles_are_of_the_ground_that_rows_stand_for():
    rows = np.arange(4, dtype=np.float32)[:, None]
    encoder = Encoder.fit(rows, [SLOPE])
    weights = np.array([1.0, 97.0, 1.0, 1.0])
    (found,) = fit_classes(encoder, encoder.transform(rows), weights, Classing("quantiles", 4))
    assert found.limits == (1.0,)
    most = np.array([1.0, 1.0, 1.0, 97.0])
    (found,) = fit_classes(encoder, encoder.transform(rows), most, Classing("quantiles", 4))
    assert found.limits == (2.0,)  # all quantiles are the largest value, which leaves nothing above


def test_given_limits_hold_to_the_last_value():
    rows = np.linspace(0, 60, 601, dtype=np.float32)[:, None]
    encoder = Encoder.fit(rows, [SLOPE])
    classing = Classing(given={"slope": (10.0, 25.0)})
    (found,) = fit_classes(encoder, encoder.transform(rows), np.ones(601), classing)
    expected = np.searchsorted(np.array([10.0, 25.0], np.float32), rows[:, 0], side="left")
    np.testing.assert_array_equal(found.of(encoder.transform(rows)), expected)
    assert found.names() == ("<= 10", "10 to 25", "> 25")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"height": (1.0,)}, "height, which is no factor; there are slope, lithology"),
        ({"lithology": (1.0,)}, "codes are its classes"),
        ({"slope": (5.0, 5.0)}, "each above the last"),
    ],
)
def test_limits_that_make_no_sense_are_refused(given, words):
    rows = np.array([[1, 1], [2, 2]], np.float32)
    encoder = Encoder.fit(rows, [SLOPE, LITHOLOGY])
    with pytest.raises(InputError, match=words):
        fit_classes(encoder, encoder.transform(rows), np.ones(2), Classing(given=given))


def test_sectors_have_north_in_the_middle_of_one():
    angles = np.array([0, 22.4, 22.6, 180, 337.4, 337.6, 359.9], np.float32)
    rows = np.column_stack([angles, np.arange(7)]).astype(np.float32)
    encoder = Encoder.fit(rows, [FactorSpec("aspect", "circular"), SLOPE])
    aspect, _ = fit_classes(encoder, encoder.transform(rows), np.ones(7), Classing(count=8))
    assert aspect.of(encoder.transform(rows)).tolist() == [7, 7, 0, 3, 6, 7, 7]
    assert aspect.names()[-1] == "337.5 to 22.5"


def test_logarithms_are_cut_where_models_see_them():
    rows = np.logspace(0, 4, 50, dtype=np.float32)[:, None]
    spec = FactorSpec("catchment_area", transform="log10")
    encoder = Encoder.fit(rows, [spec])
    (found,) = fit_classes(encoder, encoder.transform(rows), np.ones(50), Classing("equal_intervals", 4))
    assert found.limits == pytest.approx((10.0, 100.0, 1000.0), rel=1e-4)


def test_a_stored_part_is_the_same():
    rows, labels, _, _ = independent()
    encoder, part = fitted(rows, labels, SPECS)
    again = BivariatePart.from_dict(part.to_dict(), 5)
    np.testing.assert_array_equal(logits(encoder, again, PAIRS), logits(encoder, part, PAIRS))


def test_a_final_model_counts_the_ground_beside_samples_that_no_longer_hold():
    places = np.array([[0.0, 0.0], [5.0, 0.0], [6.0, 0.0]])
    ground = AreaCells.beside(np.arange(6, dtype=np.float32)[:, None], np.repeat(places, 2, axis=0), places)
    data = TrainingData(
        (SLOPE,),
        Cells(np.zeros((3, 1), np.float32)),
        np.array([1, 0, 0], np.int8),
        places,
        np.arange(3, dtype=np.int32),
        outdated=np.array([False, True, False]),
        ground=ground,
    )
    assert data.lasting.ground.static.ravel().tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert data.lasting.ground.nearest.tolist() == [0, 0, 1, 1, 1, 1]
    assert data.take(~data.outdated).ground.static.ravel().tolist() == [0.0, 1.0, 4.0, 5.0]
