"""Stable samples beside a held-out landslide train no model for it."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.model.validation.partitions import beside_m, random_partitions, spatial_partitions
from tests.support.small_world import quick, world


def test_no_stable_sample_trains_beside_a_held_out_landslide_and_landslides_stay():
    data = world(count=400, soil=False, prior=False)
    (part,) = spatial_partitions(data, quick(cv_repeats=1))
    reach, left_out = beside_m(data.xy), 0
    for fold in part.usable:
        train, test = part.split(fold)
        slid = test & (data.labels == 1)
        apart = np.hypot(*(data.xy[:, None] - data.xy[None, slid]).transpose(2, 0, 1)).min(axis=1)
        stable = data.labels == 0
        assert apart[train & stable].min() >= reach
        assert (train | test)[~stable].all()
        left_out += int((~(train | test)).sum())
    assert left_out > 0


def test_random_folds_keep_all_samples():
    data = replace(world(count=100, soil=False, prior=False))
    part = random_partitions(data, quick())[0]
    assert all((np.logical_or(*part.split(fold))).all() for fold in part.usable)
