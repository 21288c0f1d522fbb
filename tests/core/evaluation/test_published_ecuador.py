"""The published spatial cross-validation of the RBSF landslides, by the product's own functions.

Lovelace, Nowosad, Muenchow (2019), Geocomputation with R, chapter 12: logistic regression, 350 points,
mean of per-fold AUROC over 5 folds x 100 repeats: spatial 0.7726, random 0.8097.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.evaluation import repeated_aurocs
from landslide_plugin.core.samples import kmeans_folds, random_folds
from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings, terrain_factors
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid

DATA = Path(__file__).parents[2] / "data"
NAMES = ("slope", "cplan", "cprof", "elev", "log10_carea")
SPECS = tuple(FactorSpec(name) for name in NAMES)
REPEATS = 100


@pytest.fixture(scope="module")
def points():
    with (DATA / "rbsf_points.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}


@pytest.fixture(scope="module")
def xy(points):
    return np.column_stack([points["x"], points["y"]])


def spatial_partitions(xy):
    groups = np.arange(len(xy))
    return [kmeans_folds(xy, groups, 5, seed) for seed in range(REPEATS)]


def test_spatial_auroc_is_the_published_one(points, xy):
    values = np.column_stack([points[name] for name in NAMES]).astype(np.float32)
    found = repeated_aurocs(values, SPECS, points["lslpts"], spatial_partitions(xy))
    assert len(found) == 5 * REPEATS
    assert np.mean(found) == pytest.approx(0.7726, abs=0.005)


def test_random_auroc_is_the_published_one_and_flatters(points, xy):
    values = np.column_stack([points[name] for name in NAMES]).astype(np.float32)
    labels = points["lslpts"]
    random = [random_folds(labels, np.arange(len(xy)), 5, seed) for seed in range(REPEATS)]
    found = repeated_aurocs(values, SPECS, labels, random)
    assert np.mean(found) == pytest.approx(0.8097, abs=0.005)


def test_shuffled_labels_have_no_skill(points, xy):
    values = np.column_stack([points[name] for name in NAMES]).astype(np.float32)
    labels = np.random.default_rng(5).permutation(points["lslpts"])
    found = repeated_aurocs(values, SPECS, labels, spatial_partitions(xy)[:5])
    assert abs(np.mean(found) - 0.5) < 0.1


def test_own_terrain_factors_do_as_well(points, xy):
    stored = np.load(DATA / "rbsf_dem.npz", allow_pickle=False)
    grid = Grid(*stored["values"].shape, tuple(stored["geotransform"].tolist()))
    names = ("slope", "plan_curvature", "profile_curvature", "elevation", "catchment_area")
    settings = TerrainSettings(level_curvature=0.0)
    factors = terrain_factors(stored["values"], grid.cell_width, grid.cell_height, names, settings)
    rows, cols = np.array([grid.cell_of(x, y) for x, y in xy]).T
    values = np.column_stack([factors[name][rows, cols] for name in names])
    specs = tuple(CATALOGUE[name].spec for name in names)
    assert specs[-1].transform == "log10"
    found = repeated_aurocs(values, specs, points["lslpts"], spatial_partitions(xy)[:20])
    assert np.mean(found) >= 0.765
