"""Compiled kernels that were damaged are found and made anew: a line in the log, and the same values."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain.catalogue import chosen
from landslide_plugin.core.terrain.engine import Task
from landslide_plugin.core.terrain.settings import TerrainSettings
from landslide_plugin.core.types.grid import Strip
from landslide_plugin.core.types.ground import plane
from landslide_plugin.core.worker.tasks.kernel_cache import SEAL, open_cache, seal
from landslide_plugin.core.workflows.factor_stack.fast_engine import FastEngine

SHAPE = (40, 50)
HEIGHTS = (np.add.outer(np.arange(40.0) ** 1.5, np.arange(50.0)) + 100).astype(np.float32)


def spoil(path, how):
    content = bytearray(path.read_bytes())
    if how == "gone":
        path.unlink()
    elif how == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    else:
        content[len(content) * 3 // 4] ^= 1
        path.write_bytes(content)


def slope(folder, cache):
    """Slope by compiled kernels in a process of its own, and what the log says."""
    folder.mkdir()
    task = Task(
        HEIGHTS,
        plane(SHAPE, 10.0, 10.0),
        chosen(["slope"]),
        settings=TerrainSettings(),
        lines={},
        sinks=None,
        folder="",
    )
    task = replace(task, folder=str(folder))
    np.save(folder / "heights.npy", HEIGHTS)
    lines = []
    found = FastEngine(sys.executable, str(cache)).compute(task, Progress(info=lines.append))
    return found.values(Strip(0, SHAPE[0])), [line for line in lines if "ompil" in line]


def test_a_damaged_kernel_is_compiled_anew_and_computes_what_it_did(tmp_path):
    cache = tmp_path / "cache"
    whole, first = slope(tmp_path / "1", cache)
    assert len(first) == 1
    assert "Compiling the terrain kernels" in first[0]
    files = sorted(cache.rglob("*.nbc")) + sorted(cache.rglob("*.nbi"))
    assert len(files) > 2
    for path, how in zip(files, ("flipped", "cut", "empty", "gone", "flipped")):
        spoil(path, how)
    spoil(files[-1], "cut")
    again, told = slope(tmp_path / "2", cache)
    np.testing.assert_array_equal(again, whole)
    assert "damaged or lost; they are compiled anew" in told[0]
    kept, quiet = slope(tmp_path / "3", cache)
    np.testing.assert_array_equal(kept, whole)
    assert quiet == []


@pytest.mark.parametrize("how", ["flipped", "cut", "empty", "gone"])
def test_every_file_that_does_not_bear_its_seal_goes(tmp_path, how):
    files = [tmp_path / "a" / "one.nbi", tmp_path / "a" / "one.1.nbc", tmp_path / "b.nbc"]
    (tmp_path / "a").mkdir()
    for number, path in enumerate(files):
        path.write_bytes(bytes(range(number, number + 40)))
    seal(tmp_path)
    assert open_cache(tmp_path) == (True, 0)
    spoil(files[1], how)
    (tmp_path / "unfinished.nbc").write_bytes(b"of a run that was ended")
    assert open_cache(tmp_path) == (True, 1)
    assert sorted(path.name for path in tmp_path.rglob("*.nb?")) == ["b.nbc", "one.nbi"]
    assert open_cache(tmp_path) == (True, 0)


@pytest.mark.parametrize("text", ["", "[1]", "{", "[" * 100_000, '{"a.nbc": 3}'])
def test_without_a_seal_nothing_is_trusted(tmp_path, text):
    (tmp_path / "a.nbc").write_bytes(b"code")
    (tmp_path / SEAL).write_text(text)
    compiled, _ = open_cache(tmp_path)
    assert not compiled
    assert not (tmp_path / "a.nbc").exists()
