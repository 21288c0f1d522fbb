"""Which engine computes, what it needs, and what happens when the modelling process does not work."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from landslide_plugin.core.errors import DiskSpaceError, WorkerError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.terrain import TerrainSettings
from landslide_plugin.core.terrain.catalogue import chosen
from landslide_plugin.core.terrain.engine import PLAIN, Task
from landslide_plugin.core.types.grid import Strip
from landslide_plugin.core.types.ground import plane
from landslide_plugin.core.workflows.factor_stack import fast_engine as remote
from landslide_plugin.core.workflows.factor_stack.fast_engine import AutoEngine, FastEngine

BROKEN = FastEngine("/bin/false", "/nowhere")


def task(folder, factors=("slope", "twi"), **changes):
    heights = np.random.default_rng(0).normal(500, 30, (40, 50)).astype(np.float32)
    np.save(folder / "heights.npy", heights)
    ground = plane(heights.shape, 10.0, 10.0)
    settings = {"lines": {}, "sinks": None, "folder": str(folder), **changes}
    return Task(heights, ground, chosen(factors), TerrainSettings(), **settings)


def test_a_process_that_does_not_work_is_an_error(tmp_path):
    with pytest.raises(WorkerError):
        BROKEN.compute(task(tmp_path), SILENT)


def test_automatic_goes_on_without_it_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(remote, "WORTH_IT_CELLS", 100)
    said = []
    bands = AutoEngine(BROKEN).compute(task(tmp_path), Progress(warning=said.append))
    expected = PLAIN.compute(task(tmp_path), SILENT)
    assert_array_equal(bands.values(Strip(0, 40)), expected.values(Strip(0, 40)))
    assert len(said) == 1
    assert "cannot be used" in said[0]


def test_automatic_takes_the_plain_engine_for_small_dems(tmp_path):
    said = []
    AutoEngine(BROKEN).compute(task(tmp_path), Progress(warning=said.append))
    assert said == []


def test_the_disk_is_checked_before_the_process_starts(tmp_path, monkeypatch):
    def full(folder, needed):
        raise DiskSpaceError(f"{folder} has no room for {needed}")

    monkeypatch.setattr(remote, "require_space", full)
    with pytest.raises(DiskSpaceError):
        BROKEN.compute(task(tmp_path), SILENT)


def test_the_need_grows_with_the_cells_and_with_what_is_asked(tmp_path):
    local, flow, streams = (task(tmp_path, names) for names in (("slope",), ("twi",), ("hand",)))
    for engine in (PLAIN, BROKEN):
        assert engine.bytes_needed(local) < engine.bytes_needed(flow) <= engine.bytes_needed(streams)
    assert BROKEN.bytes_needed(streams) > BROKEN.bytes_needed(flow)
    assert AutoEngine(BROKEN).bytes_needed(flow) == PLAIN.bytes_needed(flow)
