"""A report job that has everything, and pages as text."""

from pathlib import Path

import numpy as np

from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.tasks import report as report_job
from landslide_plugin.core.workflows.reporting.preview import frame_of
from tests.support.report_bundle import (
    GRID,
    evidence,
    full_metrics,
    full_record,
    map_arrays,
)

FRAME = frame_of(GRID, 1.0, "WGS 84 / UTM zone 17S (EPSG:32717)")


def page_of(job):
    report_job.run(job, SILENT)
    return Path(job["output"]).read_text(encoding="utf-8")


def saved(folder, gathered):
    """What a job says of its evidence, whose arrays now lie in its folder beside the maps."""
    for name, values in {**map_arrays(), **gathered.arrays()}.items():
        np.save(folder / f"{name}.npy", values)
    return gathered.to_dict()


def full_job(folder):
    """A report job with all that a page can show."""
    told = saved(folder, evidence())
    check = {"role": "DEM", "name": "dem", "crs": "UTM", "shape": "30 x 40", "bands": 1, "no_data": 0.0}
    return {
        "folder": str(folder),
        "record": full_record(),
        "metrics": full_metrics(),
        "output": str(folder / "report.html"),
        "title": "A valley",
        "cells": [240, 240, 240, 240, 231],
        "landslides": [1, 2, 3, 6, 12],
        "agreement": {
            "Class agreement T50": [100, 200, 300, 591],
            "Threshold agreement T50": [0, 0, 91, 1100],
        },
        "checks": [{**check, "low": 1.0, "high": 30.0, "sha256": "d" * 64}],
        "evidence": told,
        "frame": FRAME,
    }
