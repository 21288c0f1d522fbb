"""A class that training never saw stays empty, or is the nearest known one; outside it is in either case."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.io.raster import RasterSink
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.workflows.mapping.job import MapJob
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, read
from tools.check.random_bundle import SPECS, random_bundle, random_cells

GRID = grid(30, 20)
ODD = (4, 6)


@pytest.fixture(scope="module")
def bundle():
    plain = random_bundle(2, soil=False)
    static, _ = random_cells(400, 9)
    inputs = standard_inputs(plain.ensemble, static, None)
    near = Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(400) % 4, 0)
    return replace(plain, applicability=near)


def stack(path, static, specs=SPECS):
    with RasterSink(str(path), GRID, [factor_band(spec) for spec in specs]) as sink:
        for i, values in enumerate(static.T.reshape(3, *GRID.shape)):
            sink.write(i, 0, values)
    return str(path)


@pytest.fixture
def static():
    values, _ = random_cells(GRID.size, 5)
    values[np.ravel_multi_index(ODD, GRID.shape), 1] = 99
    return values


def test_an_unseen_class_is_empty_counted_and_outside(bundle, static, tmp_path):
    summary = draw(bundle, stack(tmp_path / "s.tif", static), tmp_path / "m", more=("applicability",))
    assert (summary.unseen_category_cells, summary.nearest_class_cells) == (1, 0)
    assert np.isnan(read(tmp_path / "m" / "probability.tif")[0][ODD])
    index, inside = read(tmp_path / "m" / "applicability.tif")[:2]
    assert inside[ODD] == 0
    assert index[ODD] > bundle.applicability.threshold


def test_by_choice_it_is_the_nearest_known_class_and_outside_all_the_same(bundle, static, tmp_path):
    path = stack(tmp_path / "s.tif", static)
    near = MapOptions(unseen="nearest")
    summary = draw(bundle, path, tmp_path / "near", near, more=("applicability",))
    assert (summary.unseen_category_cells, summary.nearest_class_cells, summary.no_data_cells) == (0, 1, 0)
    assert read(tmp_path / "near" / "applicability.tif")[1][ODD] == 0
    got = read(tmp_path / "near" / "probability.tif")
    draw(bundle, path, tmp_path / "empty")
    plain = read(tmp_path / "empty" / "probability.tif")
    assert np.isnan(plain[(slice(None), *ODD)]).all()
    others = np.ones(GRID.shape, bool)
    others[ODD] = False
    np.testing.assert_array_equal(got[:, others], plain[:, others])
    at = np.ravel_multi_index(ODD, GRID.shape)
    codes = bundle.ensemble.encoder.factors[1].codes
    by_class = {}
    for code in codes:
        cell = static[at : at + 1].copy()
        cell[0, 1] = code
        by_class[code] = bundle.predict(cell, None, bundle.scenarios.values).probability.mean(axis=0)[0]
    assert any(np.allclose(got[(slice(None), *ODD)], p, atol=1e-6) for p in by_class.values())


def test_the_class_is_that_of_the_sample_most_like_it(bundle):
    """A cell that copies a training sample in all but its class gets the class of that sample."""
    static, _ = random_cells(400, 9)
    odd = static[:50].copy()
    odd[:, 1] = 77
    found, changed = bundle.known_classes(odd, None)
    assert changed.all()
    np.testing.assert_array_equal(found, static[:50])
    alone = np.vstack([bundle.known_classes(row[None], None)[0] for row in odd])
    np.testing.assert_array_equal(alone, found)


def test_cells_of_known_classes_are_as_like_the_training_as_before(bundle):
    static, _ = random_cells(100, 3)
    before = bundle.applicability.dissimilarity(standard_inputs(bundle.ensemble, static, None))
    np.testing.assert_array_equal(bundle.dissimilarity(static, None), before)


def test_shifted_codes_with_names_give_the_same_map(bundle, tmp_path):
    static, _ = random_cells(GRID.size, 5)
    codes = sorted({int(code) for code in static[:, 1]})
    names = {code: f"rock {code}" for code in codes}
    named = replace(bundle, ensemble=replace(bundle.ensemble, encoder=_named(bundle.ensemble.encoder, names)))
    draw(named, stack(tmp_path / "s.tif", static), tmp_path / "plain")
    shifted = static.copy()
    shifted[:, 1] = 500 - static[:, 1]
    spec = replace(SPECS[1], categories={500 - code: name.upper() for code, name in names.items()})
    path = stack(tmp_path / "t.tif", shifted, (SPECS[0], spec, SPECS[2]))
    draw(named, path, tmp_path / "shifted")
    for name in ("probability", "classes"):
        one, other = (read(tmp_path / folder / f"{name}.tif") for folder in ("plain", "shifted"))
        np.testing.assert_array_equal(one, other)
        assert np.isfinite(one).all()


def _named(encoder, names):
    factors = list(encoder.factors)
    factors[1] = replace(factors[1], spec=replace(factors[1].spec, categories=names))
    return replace(encoder, factors=tuple(factors))


def test_without_a_raster_that_shows_where_the_choice_is_refused():
    with pytest.raises(InputError, match="APPLICABILITY"):
        MapJob("bundle", ("a.tif",), {"probability": "p.tif"}, unseen="nearest")
