"""What models are held against is fitted to the training part of each fold alone, and is what it is called."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")
from sklearn.linear_model import LogisticRegression

from landslide_plugin.core.model.validation.references import BEST, CONSTANT, RIDGE, SLOPE, References
from tests.support.small_world import world


@pytest.fixture(scope="module")
def data():
    return world(count=200, soil=False, prior=False, rain=False)


def references(data, test):
    found = References.none_yet(data, 1)
    found.add(data, 0, ~test, test)
    return found


def test_slope_alone_is_scikit_learn_s_regression_on_slope_and_the_constant_the_share(data):
    test = np.arange(200) % 4 == 0
    found = references(data, test).probability
    names = [spec.name for spec in data.specs]
    slope = data.cells.static[:, [names.index("slope")]].astype(float)
    scaled = (slope - slope[~test].mean()) / slope[~test].std()
    model = LogisticRegression(C=1.0 / RIDGE, tol=1e-10).fit(scaled[~test], data.labels[~test])
    np.testing.assert_allclose(found[SLOPE][0, test], model.predict_proba(scaled[test])[:, 1], atol=1e-5)
    np.testing.assert_allclose(found[CONSTANT][0, test], data.labels[~test].mean())
    assert all(np.isnan(p[0, ~test]).all() for p in found.values())


def test_the_best_factor_is_the_one_that_tells_the_training_part_most(data):
    test = np.arange(200) % 4 == 0
    aspect = [spec.name for spec in data.specs].index("aspect")
    static = data.cells.static.copy()
    static[:, aspect] = np.where(data.labels > 0, 10.0, 190.0)
    told = replace(data, cells=replace(data.cells, static=static))
    found = references(told, test)
    assert found.best_factor == "aspect"
    slid = data.labels[test] > 0
    assert (
        found.probability[BEST][0, test][slid].min()
        > 0.9
        > 0.1
        > found.probability[BEST][0, test][~slid].max()
    )
    hidden = replace(told, labels=np.where(test, 1 - told.labels, told.labels).astype(np.int8))
    again = references(hidden, test)
    assert all(
        np.array_equal(p, again.probability[name], equal_nan=True) for name, p in found.probability.items()
    )
