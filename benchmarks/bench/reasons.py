"""How close the mapped reasons are to exact Shapley values, and what they cost, for the models of ``make demo``."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from itertools import combinations
from math import factorial
from pathlib import Path
from typing import Any, Optional

import numpy as np

from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.profile import profile_at
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.model.bundle.bundle import ModelBundle, load_bundle
from landslide_plugin.core.model.explain.attribution import (
    SURE,
    Attribution,
    groups_of,
    require_background,
)
from landslide_plugin.core.model.explain.coalitions import PREDICTIONS
from landslide_plugin.core.types.odds import log_odds
from tools.check.qgis_runner import REPOSITORY

DEMO = REPOSITORY / "build" / "demo"
CELLS, MANY, TURNS = 40, 200, 5
Cells = tuple[Any, Optional[Any]]


def draw(bundle: ModelBundle, factors: Path, profile: Optional[Path]) -> Cells:
    """Factors and soil of some cells that have every value."""
    rng = np.random.default_rng(0)
    with FactorSources([str(factors)]) as source:
        places = np.argwhere(source.valid_mask(bundle.factors))
        rows, cols = places[rng.choice(len(places), CELLS, replace=False)].T
        static = source.values_at(bundle.factors, rows, cols)
    if profile is None:
        return static, None
    with RasterSource(str(profile)) as soil:
        return static, profile_at(soil, rows, cols)


def exact(bundle: ModelBundle, cells: Cells, trigger: Optional[Any]) -> tuple[Any, Any]:
    """Shapley values (groups, cells) over all coalitions of groups, averaged over the background.

    And what 8 (groups - 1) predictions give: one order of the groups from each background cell, rotations and their
    reverses, as releases before 0.2 mapped them.
    """
    groups, ground = groups_of(bundle), require_background(bundle)
    static, soil = cells
    found, by_orders = np.zeros((2, len(groups), len(static)))
    for b in range(len(ground)):
        value = {}
        for size in range(len(groups) + 1):
            for chosen in combinations(range(len(groups)), size):
                mixed = np.repeat(ground.static[b : b + 1], len(static), axis=0)
                profile = None if soil is None else np.repeat(ground.profile[b : b + 1], len(static), axis=0)
                rain = None if trigger is None else bundle.scenarios.values[b % len(bundle.scenarios.values)]
                for number in chosen:
                    group = groups[number]
                    mixed[:, list(group.factors)] = static[:, list(group.factors)]
                    profile = soil if group.soil else profile
                    rain = trigger if group.trigger else rain
                p = bundle.predict(mixed, profile, None if rain is None else rain[None]).mean()[:, 0]
                value[chosen] = log_odds(p, guard=SURE)
        for number in range(len(groups)):
            for chosen, v in value.items():
                if number not in chosen:
                    weight = factorial(len(chosen)) * factorial(len(groups) - len(chosen) - 1)
                    joined = value[tuple(sorted((*chosen, number)))]
                    found[number] += weight / factorial(len(groups)) * (joined - v) / len(ground)
        met: tuple[int, ...] = ()
        for number in order_of(b, len(groups)):
            after = tuple(sorted((*met, number)))
            by_orders[number] += (value[after] - value[met]) / len(ground)
            met = after
    return found, by_orders


def order_of(number: int, groups: int) -> tuple[int, ...]:
    """Order of the groups for a background cell: a rotation for every second one, and then its reverse.

    >>> [order_of(number, 3) for number in range(4)]
    [(0, 1, 2), (2, 1, 0), (2, 0, 1), (1, 0, 2)]
    """
    turned = tuple((i - number // 2) % groups for i in range(groups))
    return turned[::-1] if number % 2 else turned


def processor_time(work: Callable[[], object]) -> float:
    """Median of some runs, seconds."""
    spent = []
    for _ in range(TURNS):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return statistics.median(spent)


def measure(name: str, bundle_path: Path, factors: Path, profile: Optional[Path]) -> list[Row]:
    """Rows of one model."""
    bundle = load_bundle(str(bundle_path))
    trigger = bundle.scenarios.values[bundle.reference_index] if bundle.scenarios else None
    static, soil = cells = draw(bundle, factors, profile)
    explained = Attribution(bundle, trigger)
    shares = explained.values(static, soil)
    many = np.repeat(static, MANY, axis=0), None if soil is None else np.repeat(soil, MANY, axis=0)
    rain = None if trigger is None else trigger[None]
    cost = processor_time(lambda: explained.values(*many))
    once = processor_time(lambda: bundle.predict(*many, rain))
    right, by_orders = exact(bundle, cells, trigger)
    off, error = shares[:-1].sum(axis=0) - shares[-1], shares[:-1] - right
    return [
        Row(f"{name}: groups", len(explained.groups), ""),
        Row(
            f"{name}: sum off the log odds, largest",
            float(np.abs(off).max()),
            "logit",
        ),
        Row(
            f"{name}: error against exact Shapley values, rms",
            float(np.sqrt((error**2).mean())),
            "logit",
        ),
        Row(f"{name}: the same as the map says of itself", explained.plan.error, "logit"),
        Row(
            f"{name}: the same of {8 * (len(explained.groups) - 1)} predictions, an order a typical cell",
            float(np.sqrt(((by_orders - right) ** 2).mean())),
            "logit",
        ),
        Row(f"{name}: predictions a cell", explained.plan.cost, ""),
        Row(f"{name}: exact Shapley values, standard deviation", float(right.std()), "logit"),
        at_most(
            f"{name}: cost over one prediction of the same cells, processor time",
            cost / max(once, 1e-9),
            "x",
            float(PREDICTIONS),
        ),
    ]


def main() -> list[Row]:
    """Every model that ``make demo`` left."""
    rows = []
    andes = DEMO / "andes" / "input"
    for name, bundle, factors, profile in (
        ("rbsf", DEMO / "rbsf" / "model", DEMO / "rbsf" / "factors.tif", None),
        ("andes", DEMO / "andes" / "model", andes / "factors.tif", andes / "soil_profile.tif"),
    ):
        if bundle.exists():
            rows += measure(name, bundle, factors, profile)
    if not rows:
        print("No model in build/demo; run make demo first")
        return []
    write_rows("reasons", rows)
    return rows


if __name__ == "__main__":
    main()
