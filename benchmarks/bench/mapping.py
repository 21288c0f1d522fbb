"""Cells mapped per second, five members and five scenarios, against the notebook's way and a forest.

The notebook's way is Keras ``predict`` on the whole array, default batch, each member in turn, with the
package's own network of five steps. Both run in turns on the same cells, so that a busy moment falls on
all alike.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.model.families.ensemble import Ensemble, Member
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.model.families.mapper import EnsembleMapper
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.inference.columns import product
from landslide_plugin.core.model.inference.cross_attention import CrossPart
from landslide_plugin.core.model.inference.network import ForwardNetwork
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.samples.scaling import ProfileScaler, TriggerScaler
from landslide_plugin.core.types.factors import FactorSpec
from tools.check.random_bundle import random_weights

ENVIRONMENT = "worker"
FACTORS, LAYERS, PROPERTIES, TRIGGERS, SCENARIOS, MEMBERS = 12, 6, 6, 4, 5, 5
CELLS, KERAS_CELLS, TURNS, UNITS = 65_536, 4_096, 3, 4
SHAPE = Architecture(FACTORS, LAYERS, PROPERTIES, TRIGGERS, "cross_hierarchical")
SHARED, OWN = "soil profiles shared (4 units)", "every cell its own profile"


def ensemble(static: np.ndarray, soil: np.ndarray, rain: np.ndarray, shape: Architecture) -> Ensemble:
    """Five networks of drawn weights."""
    specs = tuple(FactorSpec(f"f{i}") for i in range(FACTORS))
    triggered = shape.trigger_dim > 0
    return Ensemble(
        Encoder.fit(static, specs),
        ProfileScaler.fit(soil, [f"p{i}" for i in range(PROPERTIES)]) if triggered else None,
        TriggerScaler.fit(rain, [f"t{i}" for i in range(TRIGGERS)]) if triggered else None,
        LinearPart(np.full(FACTORS, 0.1), np.zeros(shape.properties), np.full(shape.trigger_dim, 0.1), -1.0),
        tuple(Member(i, shape, random_weights(shape, i)) for i in range(MEMBERS)),
    )


def notebook_model() -> Any:
    """The package's network with one step a scenario, as the notebook builds it."""
    from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow

    prepare_tensorflow()
    from base_attentive import BaseAttentive

    return BaseAttentive(
        static_dim=FACTORS,
        dynamic_dim=PROPERTIES,
        future_dim=TRIGGERS,
        output_dim=1,
        forecast_horizon=SCENARIOS,
        objective="hybrid",
        architecture_config={
            "encoder_type": "hybrid",
            "feature_processing": "vsn",
            "decoder_attention_stack": ["cross", "hierarchical"],
        },
        embed_dim=SHAPE.embed_dim,
        hidden_units=SHAPE.hidden_units,
        lstm_units=SHAPE.hidden_units,
        attention_units=SHAPE.embed_dim,
        num_heads=SHAPE.heads,
        lookback_window=LAYERS,
    )


def forest(static: np.ndarray, soil: np.ndarray, rain: np.ndarray) -> Callable[[], Any]:
    """scikit-learn's forest of 100 trees on factors, mean soil and triggers, one row a cell and scenario."""
    from sklearn.ensemble import RandomForestClassifier

    cells = np.hstack([static, soil.mean(axis=1)])
    rows = np.hstack([np.repeat(cells, SCENARIOS, axis=0), np.tile(rain, (len(cells), 1))])
    labels = np.random.default_rng(2).random(2000) < 1 / (1 + np.exp(-rows[:2000, 0]))
    fitted = RandomForestClassifier(100, n_jobs=-1, random_state=0).fit(rows[:2000], labels)
    return lambda: fitted.predict_proba(rows)


def seconds(work: Callable[[], Any]) -> tuple[float, float]:
    """Wall and processor time."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def stages(given: Ensemble, *cells: Any) -> list[Row]:
    """Shares of one thread's processor time by stage, every cell with its own soil profile."""
    spent: dict[str, float] = {}

    def timed(owner: type, name: str) -> None:
        function = getattr(owner, name)

        def called(*arguments: Any) -> Any:
            started = time.thread_time()
            found = function(*arguments)
            spent[name] = spent.get(name, 0.0) + time.thread_time() - started
            return found

        setattr(owner, name, called)
        restore.append((owner, name, function))

    restore: list[tuple[type, str, Any]] = []
    mapper = EnsembleMapper(given, 1)
    for name in ("selected", "encoded"):
        timed(CrossPart, name)
    for name in ("block", "_columns"):
        timed(ForwardNetwork, name)
    total = seconds(lambda: mapper.logits(*cells))[1]
    for owner, name, function in restore:
        setattr(owner, name, function)
    soil = spent["selected"] + spent["encoded"]
    parts = {
        "soil profiles": soil,
        "factors": spent["block"] - spent["_columns"] - soil,
        "attention and decoder": spent["_columns"],
        "order of cells, linear part": total - spent["block"],
    }
    return [Row(f"{OWN}, share of {name}", part / total, "") for name, part in parts.items()]


def product_rate() -> float:
    """Operations per second of one thread in products of the network's size."""
    kernel, columns = np.ones((128, 65), np.float32), np.ones((65, 1024), np.float32)
    out = np.empty((128, 1024), np.float32)
    best = min(seconds(lambda: product(kernel, columns, out))[0] for _ in range(200))
    return 2 * 128 * 65 * 1024 / best


def operations(own_profile: bool) -> int:
    """Multiplications and additions a cell and member need."""
    e, h, slots = SHAPE.embed_dim, SHAPE.hidden_units, SHAPE.heads * LAYERS
    cell = 4 * FACTORS * h + 2 * (2 * h * h + h * h + h * e)
    column = 2 * (slots * e * 2 + 2 * e * e + e * e + e * e + e * h + h)
    layer = 4 * PROPERTIES * e + 2 * (3 * e * e + 4 * h * (e + h) + 2 * h * e * SHAPE.heads)
    return cell + SCENARIOS * column + own_profile * LAYERS * layer


def main() -> None:
    """Print and store the table."""
    rng = np.random.default_rng(0)
    static = rng.normal(size=(CELLS, FACTORS)).astype(np.float32)
    own = rng.normal(size=(CELLS, LAYERS, PROPERTIES)).astype(np.float32)
    shared = own[rng.integers(0, UNITS, CELLS)]
    rain = rng.normal(size=(SCENARIOS, TRIGGERS))
    mapper = EnsembleMapper(ensemble(static, own, rain, SHAPE))
    plain_shape = Architecture(FACTORS, 1, 1, 0, "cross_hierarchical")
    plain = EnsembleMapper(ensemble(static, own, rain, plain_shape))
    model, few = notebook_model(), slice(0, KERAS_CELLS)
    future = np.repeat(rain[None].astype(np.float32), KERAS_CELLS, axis=0)
    small = slice(0, CELLS // 8)
    work: dict[str, tuple[Callable[[], Any], float]] = {
        "notebook": (
            lambda: model.predict([static[few], own[few], future], verbose=0),
            KERAS_CELLS / MEMBERS,
        ),
        SHARED: (lambda: mapper.logits(static, shared, rain), CELLS),
        OWN: (lambda: mapper.logits(static[small], own[small], rain), CELLS / 8),
        "no profile, one scenario": (lambda: plain.logits(static, None, None), CELLS),
        "forest of 100 trees": (forest(static[small], own[small], rain), CELLS / 8),
    }
    for each, _ in work.values():
        each()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for _ in range(TURNS):
        for name, (each, _) in work.items():
            times[name].append(seconds(each))
    rate = {n: work[n][1] / statistics.median(wall for wall, _ in times[n]) for n in work}
    busy = {n: work[n][1] / statistics.median(cpu for _, cpu in times[n]) for n in work}
    by_stage = stages(ensemble(static, own, rain, SHAPE), static[small], own[small], rain)
    write_rows("mapping", _rows(rate, busy, mapper.threads) + by_stage)


def _rows(rate: dict[str, float], busy: dict[str, float], threads: int) -> list[Row]:
    title = "5 members x 5 scenarios"
    rows = [Row(f"notebook's way, {title}", rate["notebook"], "cells/s")]
    arithmetic = product_rate()
    rows.append(Row("small products, one thread", arithmetic / 1e9, "GFLOP/s"))
    for name, target in ((SHARED, 20.0), (OWN, 10.0)):
        limit = threads * arithmetic / (MEMBERS * operations(name == OWN))
        rows += [
            Row(f"{name}, {title}", rate[name], "cells/s"),
            at_least(f"{name}, over notebook", rate[name] / rate["notebook"], "x", target, "Keras predict"),
            Row(f"{name}, over notebook, processor time", busy[name] / busy["notebook"], "x"),
            Row(f"{name}, limit of the machine if products were all", limit, "cells/s"),
            Row(f"{name}, share of that limit", rate[name] / limit, ""),
            Row(f"{name}, share of that limit, processor time", threads * busy[name] / limit, ""),
        ]
    rows.append(Row("no profile, one scenario, 5 members", rate["no profile, one scenario"], "cells/s"))
    trees = rate["forest of 100 trees"]
    rows.append(Row("forest of 100 trees, 5 scenarios", trees, "cells/s", compared_with="scikit-learn"))
    rows.append(Row(f"{SHARED}, over forest", rate[SHARED] / trees, "x", compared_with="scikit-learn"))
    return rows


if __name__ == "__main__":
    main()
