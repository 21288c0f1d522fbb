"""Whole trainings, as the modelling process is asked for them: what each costs, and how well it does held out.

``python benchmarks/common/training_runs.py JOB`` with ``PYTHONPATH`` set to a checkout, this one or an older one,
trains what a file of ``write_job`` asks for and prints seconds, memory and scores as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
SCORES = ("auroc", "log_loss", "brier")


def write_job(folder: Path, data: Any, job: Mapping[str, Any]) -> Path:
    """Arrays and job of a training, as QGIS's side writes them; the job's file."""
    cells = data.cells
    arrays = {
        **{name: getattr(data, name) for name in ("labels", "xy", "groups")},
        **{name: getattr(cells, name) for name in ("static", "profile", "prior_pf", "prior_fs")},
    }
    for name, values in arrays.items():
        if values is not None:
            np.save(folder / f"{name}.npy", values)
    rain = data.scenarios
    grid = {"bounds": [0.0, 0.0, 1.0, 1.0], "cell_size_m": 1.0, "crs_wkt": "", "crs_name": ""}
    whole = {
        "folder": str(folder),
        "bundle": str(folder / "model"),
        "factors": [
            {"name": s.name, "kind": s.kind, "unit": s.unit, "transform": s.transform} for s in data.specs
        ],
        "profile": data.soil.to_dict() if data.soil else None,
        "scenarios": None
        if rain is None
        else {
            "return_periods_yr": list(rain.return_periods_yr),
            "columns": list(rain.columns),
            "values": rain.values.tolist(),
        },
        "grid": grid,
        "provenance": {},
        **job,
    }
    path = folder / "job.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def trained(data: Any, job: Mapping[str, Any], checkout: Path = REPOSITORY) -> dict[str, float]:
    """Train in a process of its own, by the code of a checkout.

    Returns
    -------
    dict
        Seconds of processor time and of the clock, GiB at the peak of the process and beside that what a second one
        held after its last repeat, and mean scores over the spatial folds.
    """
    from landslide_plugin.core.worker.client import child_environment

    with tempfile.TemporaryDirectory() as folder:
        path = write_job(Path(folder), data, job)
        called = [sys.executable, str(Path(__file__)), str(path)]
        own = child_environment(str(Path(folder).absolute()), os.environ)
        surroundings = {**own, "PYTHONPATH": str(checkout)}
        started = time.perf_counter()
        done = subprocess.run(called, env=surroundings, check=True, stdout=subprocess.PIPE, text=True)
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return {**found, "wall_s": time.perf_counter() - started}


def trained_bundle(data: Any, job: Mapping[str, Any], folder: Path) -> Any:
    """The bundle of a training in this process, kept in a folder."""
    from landslide_plugin.core.model.bundle.bundle import load_bundle
    from landslide_plugin.core.progress import SILENT
    from landslide_plugin.core.worker.tasks.train import run

    path = write_job(folder, data, job)
    asked = json.loads(path.read_text(encoding="utf-8"))
    run(asked, SILENT)
    return load_bundle(asked["bundle"])


def _train(path: str) -> dict[str, float]:
    from landslide_plugin.core.progress import SILENT

    run = _task()
    job = json.loads(Path(path).read_text(encoding="utf-8"))
    second = _second_process()
    run({**job, "second": second}, SILENT)
    stored = json.loads((Path(job["bundle"]) / "metrics.json").read_text(encoding="utf-8"))
    every = stored["models"]
    name = next(one for one in ("stack", "ensemble", *every) if one in every)
    spatial = every[name]["spatial"]
    own, helpers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    beside = 0 if second is None else second.memory_mib
    return {
        "cpu_s": sum(one.ru_utime + one.ru_stime for one in (own, helpers)),
        "peak_gib": own.ru_maxrss / 2**20 + beside / 2**10,
        **{score: float(spatial[f"{score}_mean"]) for score in SCORES},
    }


def _task() -> Any:
    """The training task, which release 0.1 kept elsewhere."""
    try:
        from landslide_plugin.core.worker.tasks.train import run
    except ImportError:
        run = import_module("landslide_plugin.core.model.train_job").run
    return run


def _second_process() -> Any:
    """The process that a training shares its folds with, as the modelling process has it; none in older checkouts."""
    try:
        from landslide_plugin.core.worker.second import SecondProcess
    except ImportError:
        return None
    return SecondProcess.beside(sys.executable)


if __name__ == "__main__":
    sys.path = [place for place in sys.path if place != str(Path(__file__).parent)]
    print(json.dumps(_train(sys.argv[1])))
