"""Cells of an event mapped per second: the base alone and with one network, one moment and many; and a whole run.

A map of an event has few windows of rain and many cells. What a cell brings is computed once for all moments, what
a window brings once for all cells that have it. The rain is on cells of 1 km, the ground on cells of 25 m.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.io.rain import open_rain_stack
from landslide_plugin.core.model.events.families import BASE, fit_base
from landslide_plugin.core.model.events.inputs import EventInputs
from landslide_plugin.core.model.events.model import NETWORK, EventModel
from landslide_plugin.core.model.events.tower import RainForm, Tower
from landslide_plugin.core.model.families.ensemble import Member
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.samples.scaling import ProfileScaler
from landslide_plugin.core.synthetic.storms import StormArea, ten_storms
from landslide_plugin.core.synthetic.storms.area import SPECS
from landslide_plugin.core.workflows.event_mapping.event_model import ModelLaw, PlacedModel
from landslide_plugin.core.workflows.event_mapping.event_rain import EventRain
from landslide_plugin.core.workflows.event_mapping.frames import frames_between
from landslide_plugin.core.workflows.event_mapping.job import EventJob
from landslide_plugin.core.workflows.event_mapping.law import EventFacts
from landslide_plugin.core.workflows.event_mapping.run import map_event
from landslide_plugin.core.workflows.storm_area import write_storms
from tools.check.event_samples import event_samples
from tools.check.random_bundle import random_weights

Pair = tuple[np.ndarray, np.ndarray]
CELLS, WINDOWS, TURNS = 1 << 19, 320, 3
END = np.datetime64("2020-08-29T22:00:00")
NETWORK_TARGET, BASE_TARGET = 1e5, 1e6


def models(area: StormArea) -> tuple[EventModel, EventModel]:
    """The additive model, and one whose single network of the usual size votes alone."""
    samples, form = event_samples(area), RainForm(6.0)
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    base = EventModel(inputs, {BASE: fit_base(BASE, samples, inputs, seed=1)}, {BASE: 10.0}, relative=False)
    sequence = form.of(samples.rows.rain_mm, samples.rain)
    shape = Architecture(
        len(inputs.encoder.columns), sequence.shape[1], 1, 0, "cross", embed_dim=16, hidden_units=16
    )
    member = Member(1, shape, random_weights(shape, 1), epochs=1)
    tower = Tower.of(inputs.encoder, ProfileScaler.fit(sequence, ["rain_log"]), (member,))
    return base, replace(base, votes={NETWORK: 10.0}, form=form, rain_tower=tower)


def ground(area: StormArea) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cells drawn from the area, windows of rain that differ, and the window of each cell, cells of one in a run."""
    rng = np.random.default_rng(0)
    values = area.factors.values.reshape(len(SPECS), -1)
    static = np.ascontiguousarray(values[:, rng.integers(0, values.shape[1], CELLS)].T)
    static[:, 0] += rng.uniform(0, 1, CELLS).astype(np.float32)
    windows = np.concatenate(
        [area.window(storm, back).reshape(120, -1).T for storm in (1, 7) for back in (0, 9)]
    )
    return static, windows[:WINDOWS], np.sort(rng.integers(0, WINDOWS, CELLS))


def best(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Least time of a few turns: of the processors, where others on the machine do not count, or by another clock."""
    found = []
    for _ in range(TURNS):
        started = clock()
        work()
        found.append(clock() - started)
    return min(found)


def speeds(area: StormArea) -> list[Row]:
    """Cells a second of one moment, of a further one, and of the same cells row by row."""
    base, network = models(area)
    static, rain, place = ground(area)
    rows = []
    for name, model, target, cores in (
        ("base on one core", base, BASE_TARGET, 1),
        ("one network on two cores", network, NETWORK_TARGET, 2),
    ):
        law = ModelLaw(model)
        placed = law.placed(static)
        few = CELLS // 16
        alone, days = (static[:few], rain[place[:few]]), np.full(few, 242.0)

        def one(law: ModelLaw = law) -> object:
            return law.placed(static).probability(rain, place, END)

        def further(placed: PlacedModel = placed) -> object:
            return placed.probability(rain, place, END)

        def plain(model: EventModel = model, alone: Pair = alone, days: np.ndarray = days) -> object:
            return model.probability(*alone, days)

        further()
        row_by_row = few / best(plain) * cores
        speed = CELLS / best(further) * cores
        wall = CELLS / best(one, time.perf_counter)
        rows += [
            Row(
                f"{name.split(' on ')[0]}: cells of one moment by wall clock, others on the machine",
                wall,
                "cells/s",
            ),
            at_least(f"{name}: cells of one moment", CELLS / best(one) * cores, "cells/s", target),
            at_least(f"{name}: cells of a further moment", speed, "cells/s", target),
            Row(f"{name}: a further moment over row by row", speed / row_by_row, "times"),
        ]
    return rows


def whole_run(area: StormArea) -> list[Row]:
    """A run of 24 frames over the area, files and all, and what the rasters cost of it."""
    base, _ = models(area)
    with tempfile.TemporaryDirectory() as folder:
        write_storms(Path(folder), 42)
        with open_rain_stack(str(Path(folder, "rain.tif"))) as stack:
            rain = EventRain(stack)
            end = np.datetime64(area.storms[7].end, "s")
            frames = frames_between(rain.ends, 120.0, end - np.timedelta64(23, "h"), end, 1.0)
            target = str(Path(folder, "event"))
            job = EventJob([str(Path(folder, "factors.tif"))], rain, "rain", frames, target)
            started = time.perf_counter()
            map_event(ModelLaw(base), EventFacts(), job)
            took = time.perf_counter() - started
    cells = len(frames) * area.grid.size
    return [
        at_most("24 frames of 40,000 cells, files and all", took, "s", 10.0),
        Row("cells of a run", cells / took, "cells/s"),
    ]


def main() -> None:
    """Measure and write the rows."""
    area = ten_storms()
    write_rows("event_maps", [*speeds(area), *whole_run(area)])


if __name__ == "__main__":
    main()
