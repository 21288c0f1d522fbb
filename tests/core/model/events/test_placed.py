"""Cells asked window by window answer as the model does row by row, whatever families vote."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.events import placed as placed_cells
from landslide_plugin.core.model.events.families import BASE, NO_STEPS
from landslide_plugin.core.model.events.map_facts import map_facts
from landslide_plugin.core.model.events.model import NETWORK
from landslide_plugin.core.model.events.placed import PlacedCells, halves
from landslide_plugin.core.model.families.additive import AdditivePart
from landslide_plugin.core.model.families.linear import LinearPart
from tests.support.event_bundle import samples_with_soil, small_event_model, soil_event_model, with_every_kind
from tests.support.storm_maps import AREA
from tools.check.event_samples import event_samples

DAY = 243.0


@pytest.fixture(scope="module")
def model():
    return with_every_kind(small_event_model(season=True))


@pytest.fixture(scope="module")
def cells():
    rows = event_samples(AREA).rows
    static, rain = rows.static[::9].copy(), rows.rain_mm[::150].copy()
    static[3, 1], static[5, 2] = np.nan, 7.0  # no slope; a land cover that the training never saw
    rain[2, 40] = np.nan
    return static, rain, np.random.default_rng(1).integers(0, len(rain), len(static))


@pytest.mark.parametrize("votes", [{BASE: 10.0}, {"forest": 10.0}, {NETWORK: 10.0}, None])
def test_windows_and_cells_apart_are_rows_together(model, cells, votes):
    static, rain, place = cells
    if votes is not None:
        model = type(model)(**{**vars(model), "votes": votes})
    placed = PlacedCells(model, static)
    expected = model.probability(static, rain[place], np.full(len(static), DAY))
    for _ in range(2):  # what is remembered of the cells is the same for every moment
        found = placed.probability(placed.windows(rain, DAY), place)
        np.testing.assert_allclose(found, expected, rtol=1e-6)
    empty = np.isnan(found)
    assert empty[3]
    assert empty[5]
    assert empty[place == 2].all()
    assert 0 < empty.sum() < len(empty)


def test_pieces_that_threads_share_out_change_no_bit(model, cells, monkeypatch):
    static, rain, place = cells
    soily = soil_event_model()
    forest = replace(soily, bases={**soily.bases, "forest": model.bases["forest"]}, votes={"forest": 10.0})
    soil = samples_with_soil().rows.profile[: len(static)].copy()
    soil[11, 1, 0] = np.nan
    whole, few = PlacedCells(forest, static, soil), PlacedCells(forest, static, soil)
    expected = whole.probability(whole.windows(rain, DAY), place)
    assert np.isnan(expected[11])
    monkeypatch.setattr(placed_cells, "PIECE", 7)
    np.testing.assert_array_equal(few.probability(few.windows(rain, DAY), place), expected)


def test_curves_of_soil_stay_with_the_cells():
    line = LinearPart(np.array([0.0, 2.0, 0.5]), np.array([1.5]), np.zeros(0), -1.0)
    knots, heights = np.tile([0.0, 1.0, 2.0], (2, 1)), np.array([[1.0, 2, 0, 1, 3], [2.0, 0, 1, 4, 1]])
    whole = AdditivePart(line, np.array([0, 4]), knots, heights, layers=2)
    rng = np.random.default_rng(0)
    static, soil = rng.uniform(0, 2, (9, 3)).astype("f4"), rng.uniform(0, 2, (9, 2, 1)).astype("f4")
    cells, rain = halves(whole, 1)
    none = np.zeros((9, 1, 0), "f4")
    both = cells.logit(static[:, :1], soil, NO_STEPS) + rain.logit(static[:, 1:], none, NO_STEPS)
    np.testing.assert_allclose(both, whole.logit(static, soil, NO_STEPS), rtol=1e-12)


def test_the_season_moves_the_probability(model, cells):
    static, rain, place = cells
    placed = PlacedCells(model, static)
    first, second = (placed.probability(placed.windows(rain, day), place) for day in (DAY, 20.0))
    assert np.nanmax(np.abs(first - second)) > 1e-5
    base = placed.probability_of_base(placed.windows(rain, DAY), place)
    np.testing.assert_allclose(
        base, model.probability_of_base(static, rain[place], np.full(len(static), DAY)), rtol=1e-9
    )


@pytest.mark.parametrize("votes", [{BASE: 10.0}, {"logistic": 10.0}, {NETWORK: 10.0}, None])
def test_soil_counts_cell_by_cell_as_it_does_row_by_row(cells, votes):
    static, rain, place = cells
    model = soil_event_model()
    if votes is not None:
        model = replace(model, votes=votes)
    soil = samples_with_soil().rows.profile[: len(static)].copy()
    soil[11, 1, 0] = np.nan
    days = np.full(len(static), DAY)
    placed = PlacedCells(model, static, soil)
    found = placed.probability(placed.windows(rain, DAY), place)
    np.testing.assert_allclose(found, model.probability(static, rain[place], days, soil), rtol=1e-6)
    assert np.isnan(found[11])
    other = model.probability(static, rain[place], days, soil + np.float32(1.0))
    assert np.nanmax(np.abs(np.log(other / found))) > 1e-4  # the soil is in it


def test_a_model_with_soil_needs_its_own_layers(cells):
    model, static = soil_event_model(), cells[0]
    with pytest.raises(
        InputError, match="needs a soil profile of 3 layers with cohesion_kpa, friction_deg; got none"
    ):
        PlacedCells(model, static)
    with pytest.raises(InputError, match=r"got \(\d+, 2, 2\)"):
        PlacedCells(model, static, np.ones((len(static), 2, 2), "f4"))


def test_facts_hold_the_rain_and_the_unseen_events():
    samples = event_samples(AREA)
    held_out = np.where(np.arange(len(samples)) % 10 == 0, np.nan, 0.01 * (1 + samples.labels))
    facts = map_facts(samples, held_out)
    assert facts["largest_mm"]["rain_total_mm"] == pytest.approx(
        samples.rows.rain_mm.sum(axis=1).max(), rel=1e-6
    )
    assert len(facts["held_out"]["probability"]) == int(np.isfinite(held_out).sum())
    assert sum(facts["held_out"]["landslide"]) == int((samples.labels[np.isfinite(held_out)] > 0).sum())
    assert facts["class_cuts"] == [0.02] * 4
    assert map_facts(samples, np.full(len(samples), np.nan))["class_cuts"] == []
