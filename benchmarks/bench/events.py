"""How fast event models are trained and mapped, and how near the network's arrays come to Keras."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from benchmarks.common.south_tyrol import south_tyrol
from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.model.events.families import BASE, FAMILIES
from landslide_plugin.core.model.events.held_out import Recipe, fit_all
from landslide_plugin.core.model.events.model import EventModel
from landslide_plugin.core.model.events.network import NetworkSettings
from landslide_plugin.core.model.events.samples import EventRows
from landslide_plugin.core.model.events.tower import Tower
from landslide_plugin.core.model.events.training import train_events
from landslide_plugin.core.model.fitting.growing.threads import one_thread_each
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
CELLS, STORMS = 1 << 18, 500
MOST_S, LEAST_OF_BASE, LEAST_OF_NETWORK = 60.0, 1e6, 1e5


def network_rate(model: EventModel, rows: EventRows) -> Row:
    """Cells a second of one network on its base; its scale is set, as one at 0 is not run."""
    tower = model.rain_tower
    assert tower is not None
    members = tuple(
        replace(one, weights={**one.weights, "scale": np.float32(0.1)}) for one in tower.networks.members
    )
    scaled = replace(model, rain_tower=Tower(replace(tower.networks, members=members)))
    scaled.member_logits(rows.take(np.arange(1000)))
    started = time.perf_counter()
    scaled.member_logits(rows)
    rate = len(rows) / (time.perf_counter() - started)
    return at_least("map one network, distinct rain told by place", rate, "cells a second", LEAST_OF_NETWORK)


def main() -> None:
    """Measure and write ``build/bench/events.json``; a matrix product has one thread, as in the plugin's trainings."""
    with one_thread_each():
        measure()


def measure() -> None:
    """All rows."""
    samples, rows = south_tyrol().samples, []
    started = time.process_time()
    train_events(samples, Recipe(FAMILIES), 5, "platt", SILENT)
    spent = time.process_time() - started
    rows.append(at_most(f"train {len(samples)} rows, families without network", spent, "s of CPU", MOST_S))
    prepare_tensorflow()
    started = time.process_time()
    network = NetworkSettings(members=1, epochs=5, patience=5, batch_size=256)
    model = fit_all(samples, Recipe((BASE, "ensemble"), network=network), SILENT)
    rows.append(Row("fit one network, five epochs", time.process_time() - started, "s of CPU"))
    rng = np.random.default_rng(0)
    static = samples.rows.static[rng.integers(0, len(samples), CELLS)]
    place, day = rng.integers(0, STORMS, CELLS), np.full(CELLS, 240.0)
    rain = samples.rows.rain_mm[:STORMS]
    started = time.perf_counter()
    model.probability_of_base(static, rain, day, place=place)
    rate = CELLS / (time.perf_counter() - started)
    rows.append(at_least("map the base, distinct rain told by place", rate, "cells a second", LEAST_OF_BASE))
    tower = model.rain_tower
    if tower is not None and model.form is not None:
        members = tower.networks.members
        rows.append(
            at_most("network against Keras", max(one.difference for one in members), "in P", 1e-4, "Keras")
        )
        rows.append(network_rate(model, EventRows(static, rain, day, place=place)))
    write_rows("events", rows)


if __name__ == "__main__":
    main()
