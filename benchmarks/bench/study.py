"""A whole study: minutes expected before it began against minutes taken, on three areas.

``python -m benchmarks.bench.study [PRESET ...]`` in ``.venv``; quick unless presets are named. The real area that is
not shipped is left out where it is not at hand. At the end stand the ``Rates`` of ``core/workflows/study/estimate.py``
as these runs would have them, and the seconds that its test holds them to; name ``quick standard`` for all of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.io.vector import read_features
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.worker.client import run_job
from landslide_plugin.core.workflows.factor_stack.layers import AncillaryRaster
from landslide_plugin.core.workflows.sample_area import RBSF_FOLDER, write_synthetic
from landslide_plugin.core.workflows.study.estimate import (
    RATES,
    Rates,
    StudySize,
    estimate,
    parts,
    slowness,
)
from landslide_plugin.core.workflows.study.request import StudyRequest, StudyTools
from landslide_plugin.core.workflows.study.run import run_study, size_of

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", REPOSITORY.parent / "shared"))
WORKER = REPOSITORY / ".venv-worker" / "bin" / "python"
FACTOR = 2.0
"""An estimate is met where it is off by no more than this."""
TIED = 0.05
"""How strongly a rate is held to the one that stands, beside the relative error of a step."""


def rbsf(_: Path) -> dict[str, Any]:
    """The real area that is shipped: 349 points."""
    return {
        "dem": str(RBSF_FOLDER / "dem.tif"),
        "inventory": read_features(f"{RBSF_FOLDER / 'landslide_points.gpkg'}"),
        "label_field": "landslide",
        "mask": read_features(f"{RBSF_FOLDER / 'study_mask.gpkg'}"),
    }


def andes(folder: Path) -> dict[str, Any]:
    """The synthetic area: 1500 cells, all of them labelled."""
    write_synthetic(folder, seed=42)
    return {
        "dem": str(folder / "dem.tif"),
        "inventory": read_features(str(folder / "landslides.gpkg")),
        "label_field": "landslide",
        "lines": {"distance_faults": read_features(str(folder / "faults.gpkg"))},
    }


def balakot(_: Path) -> dict[str, Any]:
    """2642 landslide polygons, with lithology, land cover and faults."""
    area = SHARED / "data" / "study" / "balakot_south"
    layers = {"lithology": "lithology.tif", "land_cover": "landcover.tif"}
    return {
        "dem": str(area / "dem.tif"),
        "inventory": read_features(str(area / "landslides.gpkg")),
        "lines": {"distance_faults": read_features(str(area / "faults.gpkg"))},
        "rasters": [
            AncillaryRaster(str(area / file), name, FactorSpec(name, "categorical"))
            for name, file in layers.items()
        ],
    }


AREAS = {"RBSF": rbsf, "Andes": andes, "Balakot": balakot}


def task(name: str, job: Mapping[str, Any], arrays: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Run a task of the modelling process."""
    with tempfile.TemporaryDirectory() as folder:
        for key, values in arrays.items():
            np.save(Path(folder) / f"{key}.npy", values)
        return run_job(name, {**job, "folder": folder}, folder, str(WORKER), progress)


@dataclass(frozen=True)
class Run:
    """One study: its size, the seconds of each step, and how many times slower than at rest the machine was."""

    area: str
    preset: str
    size: StudySize
    seconds: Mapping[str, float]
    expected_s: float
    slower: float

    @property
    def taken_s(self) -> float:
        """Of all steps."""
        return sum(self.seconds.values())

    @property
    def at_rest_s(self) -> float:
        """As on two cores at rest."""
        return self.taken_s / self.slower


def studied(area: str, preset: str, tools: StudyTools) -> Run:
    """Do one study."""
    with tempfile.TemporaryDirectory() as folder:
        given = AREAS[area](Path(folder))
        request = StudyRequest(folder=Path(folder) / "study", preset=preset, **given)
        size, before = size_of(request, tools, physics=False), slowness()
        found = run_study(request, tools, [], Progress())
    slower = (before + slowness()) / 2.0
    run = Run(area, preset, size, found.seconds, found.estimate.seconds, slower)
    print(
        f"{area}, {preset}: {run.taken_s / 60:.2f} min taken, {run.expected_s / 60:.2f} expected; the machine was "
        f"{slower:.1f} times slower than at rest",
        flush=True,
    )
    return run


def rows_of(run: Run) -> list[Row]:
    """Minutes expected and taken of one study, and by how much the estimate is off."""
    off = max(run.taken_s / run.expected_s, run.expected_s / run.taken_s)
    way = run.preset if run.size.environment else f"{run.preset}, bivariate"
    return [
        Row(f"{run.area}, {way}: taken", run.taken_s / 60.0, "min"),
        Row(f"{run.area}, {way}: expected", run.expected_s / 60.0, "min"),
        Row(f"{run.area}, {way}: off by a factor of", off, "", FACTOR, off <= FACTOR),
    ]


def fitted(runs: Sequence[Run], tied: float = TIED, rates: Rates = RATES) -> Rates:
    """The rates that these runs speak for, none below 0.

    Least squares of the relative errors of all steps; few runs do not tell all rates apart, so each is tied to the
    one that stands, loosely. What no run has stays as it is.

    Examples
    --------
    >>> from landslide_plugin.core.quantities.presets.study import PRESETS
    >>> size = StudySize(1_000_000, 200, 200, PRESETS["quick"], environment=True)
    >>> twice = {step: 2.0 * s for step, s in estimate(size).steps.items()}
    >>> found = fitted([Run("a", "quick", size, twice, 1.0, 1.0)])
    >>> bool(abs(estimate(size, rates=found).seconds / sum(twice.values()) - 1.0) < 0.02), found.physics_million
    (True, 20.0)
    """
    from scipy.optimize import lsq_linear

    names = [field.name for field in fields(Rates)]
    stands = np.array([getattr(rates, name) for name in names])
    table = [
        [parts(run.size)[step].get(name, 0.0) * run.slower / run.seconds[step] for name in names]
        for run in runs
        for step in parts(run.size)
    ]
    ties = tied * np.diag(1.0 / stands)
    wanted = np.concatenate([np.ones(len(table)), np.full(len(names), tied)])
    found = lsq_linear(np.vstack([table, ties]), wanted, bounds=(0.0, np.inf)).x
    return Rates(**{name: float(f"{value:.2g}") for name, value in zip(names, found)})


def tell(runs: Sequence[Run]) -> None:
    """The rates anew, ready to be put in place of those that stand, and what the estimate is held to."""
    found = fitted(runs)
    print("\nRates, as these runs have them (those that stand):")
    for field in fields(Rates):
        print(f"    {field.name}: float = {getattr(found, field.name):g}  # {getattr(RATES, field.name):g}")
    print("\nSeconds at rest, as the test of the estimate has them (expected by these rates):")
    for run in runs:
        expected = estimate(run.size, rates=found).seconds
        case = f'("{run.area.lower()}", "{run.preset}", {run.size.environment})'
        print(f"    {case}: {run.at_rest_s:.1f},  # {expected:.1f}")


def main(presets: list[str]) -> None:
    """Measure all areas that are there."""
    areas = [
        area for area in AREAS if area != "Balakot" or (SHARED / "data" / "study" / "balakot_south").exists()
    ]
    with_worker = StudyTools(task=task)
    runs = [studied(area, preset, with_worker) for preset in presets for area in areas]
    runs += [studied(area, "standard", StudyTools()) for area in areas]
    write_rows("study", [row for run in runs for row in rows_of(run)])
    tell(runs)


if __name__ == "__main__":
    main(sys.argv[1:] or ["quick"])
