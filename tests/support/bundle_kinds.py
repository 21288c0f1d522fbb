"""Random bundles of every kind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.bundle.calibration import Calibration
from landslide_plugin.core.model.families.pool import Part, Pool
from landslide_plugin.core.model.families.trees import Trees
from tools.check.random_bundle import random_bundle


def forest(bundle):
    """A stump on each input: the first factor, the first soil value and the first trigger."""
    d, soil = len(bundle.ensemble.encoder.columns), 6 if bundle.profile else 1
    column = np.array([0, -1, -1, d, -1, -1, d + soil, -1, -1])
    left, right = np.array([1, 0, 0, 4, 0, 0, 7, 0, 0]), np.array([2, 0, 0, 5, 0, 0, 8, 0, 0])
    value = np.array([0, 0.2, 0.7, 0, 0.3, 0.5, 0, 0.1, 0.6])
    trees = Trees(
        "forest", (d, soil, 2), 0.0, np.array([0, 3, 6]), column, np.zeros(9, "f4"), left, right, value
    )
    return replace(bundle, ensemble=replace(bundle.ensemble, linear=trees, members=()), family="forest")


KINDS = ("deep", "logistic", "forest", "stack", "calibrated", "no soil", "no triggers", "factors alone")


def kinds():
    deep = random_bundle(3)
    line = replace(deep, ensemble=replace(deep.ensemble, members=()), family="logistic")
    stack = Pool((Part("ensemble", 6, deep.ensemble), Part("logistic", 4, line.ensemble)))
    bent = Calibration("platt", np.array([-2.0, 2.0]), np.array([-2.4, 0.4]))
    return {
        "deep": deep,
        "logistic": line,
        "forest": forest(deep),
        "stack": replace(deep, ensemble=stack, family="stack"),
        "calibrated": replace(deep, calibration=bent),
        "no soil": random_bundle(2, soil=False),
        "no triggers": random_bundle(2, rain=False),
        "factors alone": random_bundle(2, soil=False, rain=False),
    }
