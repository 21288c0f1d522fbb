"""The synthetic area is the reference study's area: its printed figures, exactly."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from landslide_plugin.core.synthetic import synthetic_andes


@pytest.fixture(scope="module")
def area():
    return synthetic_andes()


def test_inventory_and_split(area):
    assert area.landslides.sum() == 115
    assert area.landslides[:6].sum() == 20, "the northern six rows are the study's test block"


def test_printed_ranges(area):
    fs = area.legacy_fs[2]
    assert (f"{fs.min():.2f}", f"{fs.max():.2f}") == ("1.12", "10.00")
    target = area.target_probability
    assert (f"{target.min():.3f}", f"{target.max():.3f}") == ("0.000", "0.751")
    elevation, slope = area.factors.values[:2]
    assert (f"{elevation.min():.0f}", f"{elevation.max():.0f}") == ("150", "2091")
    assert (f"{slope.min():.1f}", f"{slope.max():.1f}") == ("0.0", "26.1")
    lithology = area.factors.values[area.factors.names.index("lithology")]
    assert np.bincount(lithology.astype(int).ravel()).tolist() == [28, 54, 20, 1398]


@pytest.mark.parametrize(
    ("factor", "rho"), [("slope", 0.207), ("distance_faults", -0.405), ("twi", 0.054), ("fs", -0.234)]
)
def test_printed_rank_correlations(area, factor, rho):
    values = area.legacy_fs[2] if factor == "fs" else area.factors.values[area.factors.names.index(factor)]
    assert round(spearmanr(values.ravel(), area.landslides.ravel())[0], 3) == rho


def test_steep_half_of_the_landslides_is_assessable(area):
    """55 of the landslides lie on cells under 3 degrees, which physics does not assess."""
    slope = area.factors.values[1]
    assert int((area.landslides & (slope < 3)).sum()) == 55


def test_seed_decides_everything(area):
    again, other = synthetic_andes(42), synthetic_andes(7)
    assert again.soil.values.tobytes() == area.soil.values.tobytes()
    assert not np.array_equal(other.landslides, area.landslides)
    assert other.landslides.shape == area.landslides.shape


def test_landslides_occur_as_often_as_the_known_probability_says():
    drawn = [synthetic_andes(seed) for seed in range(60)]
    labels = np.stack([one.landslides for one in drawn]).ravel()
    p = np.stack([one.landslide_probability for one in drawn]).ravel().astype(float)
    order = np.argsort(p, kind="stable")
    for part in np.array_split(order[p[order] > 0.01], 8):
        error = np.sqrt(np.sum(p[part] * (1 - p[part]))) / len(part)
        assert abs(labels[part].mean() - p[part].mean()) < 4 * error


def test_smaller_cells_make_the_same_heights_steeper(area):
    near = synthetic_andes(cell_m=300.0)
    assert near.grid.cell_width == near.grid.cell_height == 300.0
    assert np.array_equal(near.factors.values[0], area.factors.values[0])
    rise = np.tan(np.deg2rad([near.factors.values[1], area.factors.values[1]]))
    assert np.allclose(rise[0] / rise[1], 3.4, atol=0.035)
    assert np.array_equal(near.soil.values, area.soil.values)


def test_aspect_is_the_compass_direction_of_the_downhill_side(area):
    """On the flank of the main massif the ground falls away from the peak."""
    names, values = area.factors.names, area.factors.values
    east, north = values[names.index("aspect_sin")], values[names.index("aspect_cos")]
    row, col = np.unravel_index(np.argmax(values[0]), area.grid.shape)
    assert east[row, col + 2] > 0.7
    assert east[row, col - 2] < -0.7
    assert north[row - 2, col] > 0.7
    assert north[row + 2, col] < -0.7


def test_faults_run_through_the_cells_nearest_to_them(area):
    distance = area.factors.values[area.factors.names.index("distance_faults")]
    for ends in area.faults.values():
        for share in (0.1, 0.5, 0.9):
            x, y = ends[0] + share * (ends[1] - ends[0])
            assert distance[area.grid.cell_of(x, y)] < 800
