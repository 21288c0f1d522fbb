"""A map drawn by two workers, one of which dies on the way, has the bytes of one drawn alone."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.model.bundle.bundle import save_bundle
from landslide_plugin.core.workflows.mapping.cluster import main, map_on_cluster
from landslide_plugin.core.workflows.mapping.job import MapJob, draw
from landslide_plugin.core.workflows.mapping.tiles import CutMap, draw_tile, total
from tests.support.maps import grid, read, write_factors
from tools.check.patience import patient
from tools.check.random_bundle import random_bundle

REPOSITORY = Path(__file__).resolve().parents[4]
SHAPE = (330, 280)
NAMES = ("probability", "classes", "spread")
TABLE = "return_period_yr,intensity_mm_h,duration_h\n10,rain.tif,6\n50,50,8\n"


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    """A bundle, factors with holes, a storm and the maps of one process."""
    folder = tmp_path_factory.mktemp("cluster")
    save_bundle(random_bundle(3, soil=False), {"threshold": 0.4}, str(folder / "model"))
    on = grid(*SHAPE)
    write_factors(folder / "factors.tif", on)
    with RasterSink(str(folder / "rain.tif"), on, [Band("rain")]) as sink:
        sink.write(0, 0, np.add.outer(np.linspace(10, 60, on.rows), np.linspace(0, 30, on.cols)))
    (folder / "storm.csv").write_text(TABLE)
    (folder / "alone").mkdir()
    draw(job(folder, "alone"))
    return folder


def job(folder, name, **more):
    (folder / name).mkdir(exist_ok=True)
    return MapJob(
        str(folder / "model"),
        (str(folder / "factors.tif"),),
        {each: str(folder / name / f"{each}.tif") for each in NAMES},
        scenarios=str(folder / "storm.csv"),
        **more,
    )


def start(command, folder):
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error",
    }
    with (folder / "dask.log").open("a") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *command], cwd=folder, env=environment, stdout=log, stderr=log
        )


@pytest.fixture
def cluster(tmp_path):
    """Address of a scheduler, and its two workers."""
    place = tmp_path / "scheduler.json"
    scheduler = start(
        ["scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)], tmp_path
    )
    started = [scheduler]
    until = time.monotonic() + patient(60)
    while not (place.exists() and place.stat().st_size):
        assert scheduler.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    address = json.loads(place.read_text())["address"]
    options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)]
    started += [start(["worker", address, *options], tmp_path) for _ in range(2)]
    yield address, started[1:]
    for process in started:
        process.kill()
        process.wait(30)


def test_two_workers_one_of_which_is_killed_give_the_bytes_of_one_process(area, cluster):
    address, workers = cluster
    asked, killed = job(area, "many"), threading.Event()

    def kill_one_on_the_way() -> None:
        while not any((area / "many").glob("*.tiles/probability*.tif")):
            time.sleep(0.01)
        workers[0].send_signal(signal.SIGKILL)
        killed.set()

    threading.Thread(target=kill_one_on_the_way, daemon=True).start()
    found = map_on_cluster(asked, address, 100)
    assert killed.is_set()
    assert workers[0].wait(30) == -signal.SIGKILL
    assert workers[1].poll() is None
    assert found.mapped_cells + found.no_data_cells == SHAPE[0] * SHAPE[1]
    for name in NAMES:
        alone, many = ((area / folder / f"{name}.tif").read_bytes() for folder in ("alone", "many"))
        assert alone == many
    left = {path.name for path in (area / "many").iterdir()}
    assert left == {"classes.tif.aux.xml", *(f"{name}.tif" for name in NAMES)}


def test_a_million_cells_by_two_workers_have_the_bytes_of_one_process(tmp_path, cluster):
    address, workers = cluster
    drawn = random_bundle(1, soil=False)
    bundle = replace(drawn, ensemble=drawn.ensemble.before_networks())
    save_bundle(bundle, {"threshold": 0.4}, str(tmp_path / "model"))
    write_factors(tmp_path / "factors.tif", grid(1000, 1000))
    jobs = []
    for folder in ("alone", "many"):
        (tmp_path / folder).mkdir()
        targets = {each: str(tmp_path / folder / f"{each}.tif") for each in ("probability", "classes")}
        jobs.append(MapJob(str(tmp_path / "model"), (str(tmp_path / "factors.tif"),), targets))
    draw(jobs[0])
    found = map_on_cluster(jobs[1], address, 300)
    assert found.mapped_cells + found.no_data_cells == 1_000_000
    assert [worker.poll() for worker in workers] == [None, None]
    for name, path in jobs[0].targets.items():
        assert Path(path).read_bytes() == Path(jobs[1].targets[name]).read_bytes()


def test_a_scheduler_that_does_not_answer_is_named_and_nothing_is_left(area, monkeypatch):
    monkeypatch.setattr("landslide_plugin.core.workflows.mapping.cluster.SECONDS_TO_CONNECT", 1)
    with pytest.raises(InputError, match="No Dask scheduler answers at tcp://127.0.0.1:9"):
        map_on_cluster(job(area, "nobody"), "tcp://127.0.0.1:9")
    assert not list((area / "nobody").iterdir())


def test_tiles_of_any_size_join_to_the_whole_also_of_an_extent_and_in_the_cloud_layout(area, tmp_path):
    west, south, east, north = grid(*SHAPE).bounds
    bounds = (west + 100 * 25, south, east - 30 * 25, north - 150 * 25)
    asked = job(area, "part", bounds=bounds, cloud_optimised=True)
    cut = CutMap.of(asked, str(tmp_path), 73)
    found = total([draw_tile(asked, tile) for tile in cut.tiles])
    cut.join()
    assert found.mapped_cells == 180 * 150
    for name in NAMES:
        whole = read(area / "alone" / f"{name}.tif")[:, 150:, 100:250]
        np.testing.assert_array_equal(read(area / "part" / f"{name}.tif"), whole)


def test_a_virtual_raster_shows_the_tiles_as_the_whole_and_may_be_moved_with_them(area, tmp_path):
    asked = job(area, "alone")
    targets = {name: str(tmp_path / "first" / f"{name}.vrt") for name in NAMES}
    (tmp_path / "first" / "tiles").mkdir(parents=True)
    asked = replace(asked, targets=targets)
    cut = CutMap.of(asked, str(tmp_path / "first" / "tiles"), 150)
    for tile in cut.tiles:
        draw_tile(asked, tile)
    cut.join()
    (tmp_path / "first").rename(tmp_path / "moved")
    for name in NAMES:
        with (
            RasterSource(str(tmp_path / "moved" / f"{name}.vrt")) as shown,
            RasterSource(str(area / "alone" / f"{name}.tif")) as whole,
        ):
            np.testing.assert_array_equal(shown.read_factors(), whole.read_factors())
            assert shown.bands == whole.bands
            assert {**shown.metadata, "COMPRESSION": ""} == {**whole.metadata, "COMPRESSION": ""}


def test_a_virtual_raster_without_a_cluster_is_refused(area, capsys):
    path = area / "virtual.json"
    asked = {"bundle": "model", "factors": ["factors.tif"], "targets": {"probability": "p.vrt"}}
    path.write_text(json.dumps(asked))
    assert main([str(path)]) == 1
    assert "only a cluster leaves" in capsys.readouterr().err


def test_another_model_on_a_worker_is_refused(area, tmp_path):
    asked = job(area, "other")
    tile = CutMap.of(asked, str(tmp_path), 1000).tiles[0]
    with pytest.raises(InputError, match="another model"):
        draw_tile(asked, replace(tile, model="0123"))


def test_the_command_line_says_what_is_wrong_and_maps_alone_without_a_scheduler(area, capsys):
    text = {
        "bundle": "model",
        "factors": ["factors.tif"],
        "scenarios": "storm.csv",
        "targets": {"probability": "line.tif"},
    }
    path = area / "job.json"
    path.write_text(json.dumps(text))
    assert main([str(path)]) == 0
    assert "92400 cells mapped" in capsys.readouterr().out
    np.testing.assert_array_equal(read(area / "line.tif"), read(area / "alone" / "probability.tif"))
    for change, says in (
        ({"targets": {"hazard": "h.tif"}}, "Map hazard is not known"),
        ({"factors": []}, "has no factors"),
        ({"colour": "red"}, "holds colour"),
        ({"bundle": "nowhere"}, "nowhere"),
    ):
        path.write_text(json.dumps({**text, **change}))
        assert main([str(path)]) == 1
        assert says in capsys.readouterr().err
