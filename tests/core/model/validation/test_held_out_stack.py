"""What a stacked mean says of a fold, its votes and calibrations too, hangs on the training part of that fold alone."""

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, compare
from landslide_plugin.core.model.validation.partitions import Partition
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import probability_of

SETTINGS = TrainSettings.from_dict({"cv_folds": 4, "cv_repeats": 1, "architecture": "residual"})
FAMILIES = ("logistic", "bivariate_calibrated")


def made_up(count=240):
    rng = np.random.default_rng(0)
    values = rng.normal(size=(count, 3)).astype(np.float32)
    labels = rng.random(count) < probability_of(1.5 * values[:, 0] - 0.8 * values[:, 1] ** 2 + 0.5)
    return TrainingData(
        tuple(FactorSpec(name) for name in ("straight", "bent", "chance")),
        Cells(values),
        labels.astype(np.int8),
        rng.uniform(0, 9000, (count, 2)),
        np.arange(count, dtype=np.int32),
    )


def held_out(data, part):
    found = compare(data, SETTINGS, FAMILIES, [part], Workshop(), SILENT).probability
    return {name: found[name][0] for name in (*FAMILIES, LEAN_STACK)}


def test_labels_of_a_fold_move_nothing_that_is_said_of_it():
    data, fold = made_up(), np.arange(240) % 4
    part = Partition(fold, (0, 1, 2, 3))
    here = fold == 2
    turned = replace(data, labels=np.where(here, 1 - data.labels, data.labels).astype(np.int8))
    once, again = held_out(data, part), held_out(turned, part)
    for name, p in once.items():
        assert np.isfinite(p).all()
        np.testing.assert_array_equal(p[here], again[name][here], err_msg=name)
        assert not np.array_equal(p[~here], again[name][~here])
    straight, bent = (once[name][here] for name in FAMILIES)
    share = np.median((once[LEAN_STACK][here] - bent) / (straight - bent))
    assert 0.2 < share < 0.8
    assert abs(share - 0.5) > 0.01
