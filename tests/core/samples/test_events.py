"""One row per (cell, storm): who is stable in which storm, and at what share each kind was sampled."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.shapes import ShapesOnGrid
from landslide_plugin.core.samples import SamplingRules, build_samples
from landslide_plugin.core.samples.events import Event, EventPlan
from tests.support.inventories import EVERYWHERE, GRID, at, box, boxes, inventory, spread

CELLS = spread(36)
EARLY, LATE, QUIET = range(3)


def plan(of, days=(1.0, 2.0, 3.0), mapped=EVERYWHERE, last=(np.nan,) * 3):
    told = zip(("early", "late", "quiet"), (10.0, 50.0, 25.0), days, last)
    events = (Event(name, period, mapped, day, end) for name, period, day, end in told)
    return EventPlan(tuple(events), np.array(of))


def rows_of(found, event, label):
    chosen = (found.events == event) & (found.labels == label)
    return set(zip(found.rows[chosen].tolist(), found.cols[chosen].tolist()))


def drawn(of, absences="all", **options):
    wanted = {name: options.pop(name) for name in ("days", "mapped", "last") if name in options}
    shapes = ShapesOnGrid(inventory(at(CELLS)), GRID)
    return build_samples(shapes, EVERYWHERE, SamplingRules(absences, **options), plan=plan(of, **wanted))


def test_ground_that_fails_later_is_stable_and_ground_that_failed_before_is_left_out():
    found = drawn([EARLY] * 12 + [LATE] * 20 + [-1] * 4)
    first, later, undated = set(CELLS[:12]), set(CELLS[12:32]), set(CELLS[32:])
    everything = {(r, c) for r in range(GRID.rows) for c in range(GRID.cols)}
    assert rows_of(found, EARLY, 1) == first
    assert rows_of(found, EARLY, 0) == everything - first - undated
    assert rows_of(found, LATE, 1) == later
    assert rows_of(found, LATE, 0) == everything - first - later - undated
    assert rows_of(found, QUIET, 1) == set()
    assert rows_of(found, QUIET, 0) == everything - first - later - undated
    # With every stable cell and every landslide both are sampled whole.
    np.testing.assert_allclose(found.sampled, 1.0)
    np.testing.assert_allclose(found.offsets, 0.0)


def test_ground_that_failed_in_an_overlapping_storm_is_stable_in_neither():
    of = [EARLY] * 12 + [LATE] * 24
    first, later = set(CELLS[:12]), set(CELLS[12:])
    over = drawn(of, days=(1.0, 3.0, 9.0), last=(4.0, 5.0, 9.0))
    assert not rows_of(over, EARLY, 0) & later
    assert not rows_of(over, LATE, 0) & first
    apart = drawn(of, days=(1.0, 5.0, 9.0), last=(4.0, 6.0, 9.0))
    assert later <= rows_of(apart, EARLY, 0)
    assert not rows_of(apart, LATE, 0) & first


def test_where_the_order_is_not_known_the_ground_of_one_storm_says_nothing_of_another():
    found = drawn([EARLY] * 12 + [LATE] * 24, days=(np.nan,) * 3)
    slid = set(CELLS)
    for event in (EARLY, LATE, QUIET):
        assert not rows_of(found, event, 0) & slid


def test_ground_that_fails_again_is_a_landslide_in_both_and_stays_in_one_group():
    cells = [*CELLS[:12], *CELLS[:12]]
    shapes = ShapesOnGrid(inventory(at(cells)), GRID)
    found = build_samples(shapes, EVERYWHERE, SamplingRules("all"), plan=plan([EARLY] * 12 + [LATE] * 12))
    assert rows_of(found, EARLY, 1) == rows_of(found, LATE, 1) == set(CELLS[:12])
    assert found.landslide_groups == 24
    place = {}
    for cell, group in zip(zip(found.rows, found.cols), found.groups):
        assert place.setdefault(cell, group) == group
    assert len(set(place.values())) == len(place)


@pytest.mark.parametrize("ratio", [1.0, 10.0])
def test_a_storm_without_landslides_draws_as_many_as_the_others_do_and_f_says_so(ratio):
    found = drawn([EARLY] * 12 + [LATE] * 24, "random", ratio=ratio)
    counts = [int(((found.events == event) & (found.labels == 0)).sum()) for event in range(3)]
    assert counts == [12 * ratio, 24 * ratio, 18 * ratio]
    stable = [GRID.size - 12, GRID.size - 36, GRID.size - 36]
    for event in range(3):
        f0 = counts[event] / stable[event]
        here = found.events == event
        np.testing.assert_allclose(found.sampled[here & (found.labels == 0)], f0)
        np.testing.assert_allclose(found.sampled[here & (found.labels == 1)], 1.0)
        np.testing.assert_allclose(found.offsets[here], -np.log(f0))


def test_thinned_landslides_and_unmapped_ground_are_in_f1():
    left = EVERYWHERE.copy()
    left[:, 25:] = False
    found = drawn([EARLY] * 18 + [LATE] * 18, mapped=left)
    assert (found.cols < 25).all()
    assert any("landslides left fit and share" in note for note in found.notes)
    np.testing.assert_allclose(found.sampled, 1.0)
    wide = drawn([EARLY] * 18 + [LATE] * 18, min_distance_m=45.0, absences="random")
    kept = ((wide.events == EARLY) & (wide.labels == 1)).sum()
    assert kept < 18
    np.testing.assert_allclose(wide.sampled[(wide.events == EARLY) & (wide.labels == 1)], kept / 18)


def test_with_all_cells_f1_makes_p_a_share_of_area():
    wkb = [*boxes(10), box(20, 10, 4, 3, 1.0), box(20, 20, 2, 2, 1.0)]
    shapes = ShapesOnGrid(inventory(wkb), GRID)
    rules = SamplingRules("all", polygon_rule="centre")
    found = build_samples(
        shapes, EVERYWHERE, rules, plan=EventPlan((Event("one", 50.0, EVERYWHERE),), np.zeros(12, int))
    )
    slid = found.labels == 1
    np.testing.assert_allclose(found.sampled[slid], 12 / 26)
    # Weighted back, the rows make the landslide cells and the stable cells of the area.
    back = found.row_weights / found.sampled
    assert back[slid].sum() == pytest.approx(26)
    assert back[~slid].sum() == pytest.approx(found.stable)


def test_expected_landslides_are_the_observed_ones_under_any_mask():
    for seed, share in ((1, 0.7), (2, 0.4)):
        mask = np.random.default_rng(seed).random(GRID.shape) < share
        found = drawn([EARLY] * 18 + [LATE] * 18, "random", mapped=mask, ratio=3.0)
        inside = [sum(mask[cell] for cell in CELLS[:18]), sum(mask[cell] for cell in CELLS[18:])]
        back = found.row_weights / found.sampled
        for event in (EARLY, LATE):
            here = (found.events == event) & (found.labels == 1)
            assert back[here].sum() == pytest.approx(inside[event])


def test_an_inventory_without_any_event_is_refused():
    with pytest.raises(InputError, match="No feature of the inventory has an event"):
        EventPlan((Event("one", 10.0, EVERYWHERE),), np.array([-1]))


def test_stable_places_belong_to_their_storm_and_undated_ones_are_told():
    cells = spread(60)
    of = [EARLY] * 12 + [LATE] * 12 + [EARLY] * 9 + [LATE] * 9 + [QUIET] * 9 + [-1] * 9
    features = inventory(at(cells), slide=[1] * 24 + [0] * 36)
    rules = SamplingRules("given", label_field="slide")
    shapes = ShapesOnGrid(features, GRID)
    found = build_samples(shapes, EVERYWHERE, rules, plan=plan(of))
    for event, first in ((EARLY, 24), (LATE, 33), (QUIET, 42)):
        assert rows_of(found, event, 0) == set(cells[first : first + 9])
    assert any("9 stable features name no event" in note for note in found.notes)
    of[42:51] = [-1] * 9
    with pytest.raises(InputError, match="Event quiet has no stable sample"):
        build_samples(shapes, EVERYWHERE, rules, plan=plan(of))
