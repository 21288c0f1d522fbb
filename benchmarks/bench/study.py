"""A whole study: minutes expected before it began against minutes taken, on three areas.

``python -m benchmarks.bench.study [PRESET ...]`` in ``.venv``; quick unless presets are named. The real area that is
not shipped is left out where it is not at hand.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
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
from landslide_plugin.core.workflows.study.request import StudyRequest, StudyTools
from landslide_plugin.core.workflows.study.run import run_study

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", REPOSITORY.parent / "shared"))
WORKER = REPOSITORY / ".venv-worker" / "bin" / "python"
FACTOR = 2.0
"""An estimate is met where it is off by no more than this."""


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


def rows_of(area: str, preset: str, tools: StudyTools) -> list[Row]:
    """Minutes expected and taken of one study, and by how much the estimate is off."""
    with tempfile.TemporaryDirectory() as folder:
        given = AREAS[area](Path(folder))
        request = StudyRequest(folder=Path(folder) / "study", preset=preset, **given)
        found = run_study(request, tools, [], Progress())
    taken, expected = sum(found.seconds.values()) / 60.0, found.estimate.seconds / 60.0
    off = max(taken / expected, expected / taken)
    print(f"{area}, {preset}: {taken:.2f} min taken, {expected:.2f} expected", flush=True)
    way = preset if tools.task else f"{preset}, bivariate"
    return [
        Row(f"{area}, {way}: taken", taken, "min"),
        Row(f"{area}, {way}: expected", expected, "min"),
        Row(f"{area}, {way}: off by a factor of", off, "", FACTOR, off <= FACTOR),
    ]


def main(presets: list[str]) -> None:
    """Measure all areas that are there."""
    areas = [
        area for area in AREAS if area != "Balakot" or (SHARED / "data" / "study" / "balakot_south").exists()
    ]
    with_worker = StudyTools(task=task)
    rows = [row for preset in presets for area in areas for row in rows_of(area, preset, with_worker)]
    rows += [row for area in areas for row in rows_of(area, "standard", StudyTools())]
    write_rows("study", rows)


if __name__ == "__main__":
    main(sys.argv[1:] or ["quick"])
