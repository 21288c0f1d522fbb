"""A factor that only later imagery could hold is found out by the scores without it."""

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.validation.leakage import leakage, without
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec
from tests.support.small_world import SPECS, quick, world

SUSPECT = {"source": "vegetation index", "factors": ["ndvi"], "why": "unknown", "words": "ndvi may be later"}


def scarred():
    """A world in which the vegetation index shows the scars."""
    data = world(count=200, soil=False, rain=False, prior=False)
    ndvi = np.where(data.labels > 0, 0.1, 0.7) + np.random.default_rng(1).normal(0, 0.1, 200)
    static = np.column_stack([data.cells.static, ndvi]).astype(np.float32)
    return replace(data, specs=(*SPECS, FactorSpec("ndvi")), cells=replace(data.cells, static=static))


def test_scores_fall_without_the_factor_that_gives_landslides_away():
    data = scarred()
    parts = spatial_partitions(data, quick())
    found, notes = leakage(data, quick(), parts, [SUSPECT], None, SILENT)
    assert found[0]["auroc_with"]["logistic"] > 0.98
    assert found[0]["auroc_without"]["logistic"] < 0.95
    assert "possible leakage" in notes[0]
    assert f"{found[0]['auroc_without']['logistic']:.3f}" in notes[0]


def test_the_rest_is_the_world_without_it():
    rest = without(scarred(), ["ndvi"])
    plain = world(count=200, soil=False, rain=False, prior=False)
    assert rest.specs == plain.specs
    np.testing.assert_array_equal(rest.cells.static, plain.cells.static)
    assert without(plain, [spec.name for spec in SPECS]) is None
