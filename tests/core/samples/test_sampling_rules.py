"""Rings, slope masks, centroids and scarps: rules that look at distance and at the ground."""

import numpy as np
import pytest
from osgeo import ogr

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSink
from landslide_plugin.core.io.shapes import ShapesOnGrid
from landslide_plugin.core.samples import SamplingRules, build_samples
from landslide_plugin.core.samples.ground import Site
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.workflows.training import gather as data
from tests.support.inventories import EVERYWHERE, GRID, at, box, boxes, inventory, spread

ROWS, COLS = np.indices(GRID.shape)
HEIGHTS = (1000.0 - 10.0 * ROWS + 0.1 * COLS).astype(np.float32)
HILL = Site(lambda rows, cols: HEIGHTS[rows, cols])


def test_a_ring_begins_and_ends_where_it_was_told():
    rules = SamplingRules("ring", ratio=3.0, buffer_m=15.0, reach_m=40.0)
    found = build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), EVERYWHERE, rules)
    slide, stable = found.xy[found.labels == 1], found.xy[found.labels == 0]
    distance = np.hypot(*(stable[:, None] - slide[None]).transpose(2, 0, 1)).min(axis=1)
    assert len(stable) == 36
    assert distance.min() >= 15.0
    assert distance.max() <= 40.0
    far = build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), EVERYWHERE, SamplingRules(ratio=3.0))
    apart = far.xy[far.labels == 0]
    assert np.hypot(*(apart[:, None] - slide[None]).transpose(2, 0, 1)).min(axis=1).max() > 40.0


def test_a_ring_that_ends_before_it_begins_is_refused():
    with pytest.raises(InputError, match="must lie beyond its beginning"):
        SamplingRules("ring", buffer_m=500.0, reach_m=100.0)


def test_a_ring_without_enough_cells_says_where_it_looked():
    rules = SamplingRules("ring", ratio=100.0, buffer_m=25.0, reach_m=30.0)
    found = build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), EVERYWHERE, rules)
    assert any("25 m or more from every landslide and at most 30 m from one" in n for n in found.notes)


@pytest.mark.parametrize("policy", ["random", "ring", "all", "given"])
def test_the_slope_mask_holds_for_every_policy_and_for_landslides(policy):
    steep = COLS >= 25
    cells = spread(60)
    features = inventory(at(cells), slide=[1] * 40 + [0] * 20)
    rules = SamplingRules(policy, label_field="slide", least_slope_deg=10.0)
    found = build_samples(ShapesOnGrid(features, GRID), EVERYWHERE, rules, ground=Site(None, steep))
    assert steep[found.rows, found.cols][found.labels == 0].all()
    assert steep[found.rows, found.cols][found.labels == 1].all()
    left = sum(col < 25 for _, col in cells[:40])
    assert any(f"{left} landslides left fit and share" in note for note in found.notes)
    assert (found.landslides, found.area_share) == (40 - left, pytest.approx((40 - left) / steep.sum()))
    if policy == "given":
        gentle = sum(col < 25 for _, col in cells[40:])
        assert f"{gentle} stable cells lie on less than 10 degrees and were left out" in found.notes


def test_the_scarp_is_the_highest_cell_and_touching_polygons_stay_one_landslide():
    wkb = [*boxes(10), box(20, 10, 4, 3), box(20, 13, 3, 3)]
    rules = SamplingRules(polygon_rule="scarp")
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, rules, ground=HILL)
    slide = list(zip(found.rows[found.labels == 1], found.cols[found.labels == 1]))
    assert len(slide) == 12
    assert found.landslide_groups == 11
    # All-touched burning takes the row above too where an edge lies on a cell border.
    for (row, col), (first, left, width) in zip(slide[-2:], ((20, 10, 3), (20, 13, 3))):
        assert first - 1 <= row <= first
        assert left - 1 <= col <= left + width
    inner = build_samples(
        ShapesOnGrid(inventory([*boxes(10), box(20, 10, 4, 3, 1.0)]), GRID), EVERYWHERE, rules, ground=HILL
    )
    assert (20, 12) in set(zip(inner.rows[inner.labels == 1], inner.cols[inner.labels == 1]))
    with pytest.raises(InputError, match="no factor is named elevation"):
        build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, rules)


def test_the_centroid_of_a_bent_polygon_may_lie_outside_it_and_the_inner_point_not():
    ring = "1000 4900, 1100 4900, 1100 4800, 1000 4800, 1000 4810, 1090 4810, 1090 4890, 1000 4890, 1000 4900"
    bent = bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())
    wkb = [*boxes(11), bent]
    last = {}
    for rule in ("centroid", "one_point"):
        found = build_samples(
            ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules(polygon_rule=rule)
        )
        place = found.xy[found.labels == 1][-1]
        last[rule] = ogr.CreateGeometryFromWkt(f"POINT({place[0]} {place[1]})")
    shape = ogr.CreateGeometryFromWkb(bent)
    assert shape.Contains(last["one_point"])
    assert not shape.Contains(last["centroid"])


def written(path, **bands):
    specs = [FactorSpec(name, unit="deg" if name == "slope" else "m") for name in bands]
    with RasterSink(str(path), GRID, [factor_band(spec) for spec in specs]) as sink:
        for i, values in enumerate(bands.values()):
            sink.write(i, 0, values.astype(np.float32))
    return str(path)


def test_slope_and_elevation_are_found_among_the_factors(tmp_path):
    path = written(tmp_path / "f.tif", slope=COLS.astype(float), elevation=HEIGHTS)
    rules = SamplingRules("random", least_slope_deg=20.0, polygon_rule="scarp")
    with FactorSources([path]) as factors:
        found = data.sample_inventory(inventory(boxes(36)), factors, EVERYWHERE, rules)
    assert (found.cols >= 20).all()


def test_a_slope_limit_without_a_slope_is_refused(tmp_path):
    path = written(tmp_path / "f.tif", elevation=HEIGHTS)
    with FactorSources([path]) as factors, pytest.raises(InputError, match="no factor is named slope"):
        data.sample_inventory(inventory(boxes()), factors, EVERYWHERE, SamplingRules(least_slope_deg=5.0))


def test_a_cell_without_height_is_no_scarp():
    holes = HEIGHTS.copy()
    holes[20, 12] = np.nan
    rules = SamplingRules(polygon_rule="scarp")
    ground = Site(lambda rows, cols: holes[rows, cols])
    found = build_samples(
        ShapesOnGrid(inventory([*boxes(10), box(20, 10, 4, 3, 1.0)]), GRID), EVERYWHERE, rules, ground=ground
    )
    slide = set(zip(found.rows[found.labels == 1], found.cols[found.labels == 1]))
    assert (20, 11) in slide
    assert (20, 12) not in slide
