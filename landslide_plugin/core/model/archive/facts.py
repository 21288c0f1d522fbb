"""What a run says of itself in its bundle: settings, versions, ranges, dates, zoning."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import is_relative
from ..bundle.facts import RELATIVE_INTENSITY, ModelFacts
from ..fitting.data import TrainingData
from ..fitting.settings import TrainSettings
from ..validation.partitions import Partition
from .zoning import limits, zoning_facts

PACKAGES = ("numpy", "scikit-learn", "tensorflow-cpu", "tensorflow", "keras", "base-attentive")
SCALE_PER_METRE = 2000


def model_facts(
    job: Mapping[str, Any],
    data: TrainingData,
    settings: TrainSettings,
    family: str = "ensemble",
    with_pf: bool = False,
) -> ModelFacts:
    """Grid, provenance, dates, settings, versions, prior, ranges, zoning and limits, as a bundle keeps them.

    ``with_pf`` says that the model has the probability of failure as an input.
    The largest scale advised is 1 : 2000 x the cell size in metres.
    """
    cell_m = job.get("grid", {}).get("cell_size_m")
    scale = round(SCALE_PER_METRE * float(cell_m)) if cell_m else None
    prior = {"lambda": settings.physics_lambda, "form": settings.physics_loss}
    if is_relative(family):
        settings = replace(settings, prevalence=None, calibration="none")
        job = {**job, "provenance": {**job.get("provenance", {}), "probability_of": RELATIVE_INTENSITY}}
    return ModelFacts(
        grid=dict(job.get("grid", {})),
        provenance={str(key): str(value) for key, value in job.get("provenance", {}).items()},
        settings=settings.to_dict(),
        versions=package_versions(),
        prior=prior if settings.physics_lambda > 0 else None,
        ranges=factor_ranges(data),
        largest_scale=scale,
        data_sha256=data_hash(data),
        dated=data.dated,
        dates=dict(job.get("dates") or {}),
        zoning=zoning_facts(job, scale),
        limits=limits(job, data, settings, family, with_pf),
        triggers_by_cell=trigger_ranges(data),
        quiet_storms=data.quiet_storms,
        events=data.event_count if data.dated else 0,
        unit=job.get("unit"),
        maps=job.get("maps"),
    )


def held_out_facts(partition: Partition, p: npt.NDArray[np.float64]) -> dict[str, list[Any]]:
    """Fold and held-out probability of each sample as plain values; None where there is none.

    >>> held_out_facts(Partition(np.array([0, 1]), (0, 1)), np.array([0.25, np.nan]))
    {'fold': [0, 1], 'probability': [0.25, None]}
    """
    return {
        "fold": partition.folds.tolist(),
        "probability": [round(float(value), 6) if np.isfinite(value) else None for value in p],
    }


def package_versions() -> dict[str, str]:
    """Versions of the modelling packages that are there.

    >>> "numpy" in package_versions()
    True
    """
    versions = {}
    for name in PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return versions


def factor_ranges(data: TrainingData) -> dict[str, list[float]]:
    """Smallest and largest training value of each continuous factor."""
    return {
        spec.name: [float(column.min()), float(column.max())]
        for spec, column in zip(data.specs, data.cells.static.T)
        if spec.kind == "continuous"
    }


def trigger_ranges(data: TrainingData) -> Optional[dict[str, list[float]]]:
    """Smallest and largest value of each trigger where cells have their own; None where they share a table."""
    own = data.cells.triggers
    if own is None:
        return None
    low, high = own.min(axis=(0, 1)), own.max(axis=(0, 1))
    return {"low": low.tolist(), "high": high.tolist()}


def data_hash(data: TrainingData) -> str:
    """SHA-256 of labels, places, factor values and cells' own triggers, to know again what a model was trained on."""
    digest = hashlib.sha256()
    own = () if data.cells.triggers is None else (data.cells.triggers,)
    for part in (data.labels, data.xy, data.cells.static, *own):
        digest.update(np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()
