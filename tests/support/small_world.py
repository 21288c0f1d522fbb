"""Small samples with a known cause, for tests of training."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.profile import ProfileColumns
from landslide_plugin.core.types.scenarios import TriggerScenarios

SPECS = (
    FactorSpec("slope", unit="deg"),
    FactorSpec("lithology", "categorical"),
    FactorSpec("aspect", "circular"),
)
SOIL = ProfileColumns((0.5, 1.0, 2.0), ("cohesion_kpa", "friction_deg"))
RAIN = TriggerScenarios((10.0, 50.0, 100.0), ("intensity_mm_h",), np.array([[20.0], [50.0], [80.0]]))
QUICK = {
    "architecture": "residual",
    "members": 2,
    "cv_members": 1,
    "cv_folds": 3,
    "cv_repeats": 1,
    "epochs": 3,
    "embed_dim": 8,
    "hidden_units": 8,
    "heads": 2,
    "random_cv": "no",
    "batch_size": 32,
    "dropout": 0.3,
    "trigger_order": "penalty",
}


def quick(**changes) -> TrainSettings:
    return TrainSettings.from_dict({**QUICK, **changes})


def cells(rng, count, rain=True):
    """Cells whose probability of failure rises with slope and rain and falls with cohesion."""
    slope, aspect = rng.uniform(0, 60, count), rng.uniform(0, 360, count)
    lithology = rng.choice([1, 4, 9], count)
    static = np.column_stack([slope, lithology, aspect]).astype(np.float32)
    profile = rng.uniform((1.0, 15.0), (30.0, 40.0), (count, *SOIL.shape)).astype(np.float32)
    steps = np.array([-1.5, 0.0, 1.5]) if rain else np.zeros(1)
    logit = (slope - 35) / 8 - (profile[:, :, 0].mean(axis=1) - 15) / 8 + (lithology == 4)
    pf = (1 / (1 + np.exp(-(logit[:, None] + steps)))).astype(np.float32)
    fs = np.exp(-0.3 * (logit[:, None] + steps)).astype(np.float32)
    return static, profile, pf, fs


def with_events(data: TrainingData, periods) -> TrainingData:
    """The samples as rows of storms with these return periods, one a storm."""
    periods = np.asarray(periods, float)
    _, events = np.unique(periods, return_inverse=True)
    return replace(data, event_period_yr=periods, events=events.astype(np.int32))


def world(count=150, seed=0, soil=True, rain=True, prior=True, extra=0) -> TrainingData:
    rng = np.random.default_rng(seed)
    static, profile, pf, fs = cells(rng, count, rain)
    labels = (rng.random(count) < pf[:, pf.shape[1] // 2]).astype(np.int8)
    more = cells(rng, extra, rain) if extra else None
    return TrainingData(
        SPECS,
        Cells(static, profile if soil else None, pf if prior else None, fs if prior else None),
        labels,
        rng.uniform(0, 9000, (count, 2)),
        np.arange(count, dtype=np.int32),
        SOIL if soil else None,
        RAIN if rain else None,
        1 if rain else 0,
        extra=Cells(more[0], more[1] if soil else None, *more[2:]) if more else None,
    )


def write_job(folder: Path, data: TrainingData, bundle: Path, **settings) -> dict:
    """A job folder as QGIS's side writes it, and the job."""
    folder.mkdir(exist_ok=True)
    arrays = {
        "static": data.cells.static,
        "labels": data.labels,
        "xy": data.xy,
        "groups": data.groups,
        "profile": data.cells.profile,
        "event_period": data.event_period_yr,
        "targets": data.targets,
        "prior_pf": data.cells.prior_pf,
        "prior_fs": data.cells.prior_fs,
        "triggers": data.cells.triggers,
        "events": data.events,
        "event_triggers": data.event_triggers,
        "row_weights": data.row_weights,
        "offsets": data.offsets,
        "sampled": data.sampled,
    }
    if data.extra is not None:
        arrays |= {
            "extra_static": data.extra.static,
            "extra_profile": data.extra.profile,
            "extra_prior_pf": data.extra.prior_pf,
            "extra_prior_fs": data.extra.prior_fs,
            "extra_triggers": data.extra.triggers,
        }
    for name, values in arrays.items():
        if values is not None:
            np.save(folder / f"{name}.npy", values)
    rain = data.scenarios
    job = {
        "folder": str(folder),
        "factors": [
            {"name": s.name, "kind": s.kind, "unit": s.unit, "transform": s.transform} for s in data.specs
        ],
        "profile": data.soil.to_dict() if data.soil else None,
        "scenarios": {
            "return_periods_yr": list(rain.return_periods_yr),
            "columns": list(rain.columns),
            "values": rain.values.tolist(),
        }
        if rain
        else None,
        "reference_period_yr": None,
        "settings": {**QUICK, **settings},
        "bundle": str(bundle),
        "grid": {"cell_size_m": 25.0, "crs_wkt": "", "crs_name": ""},
        "provenance": {"inventory": "drawn"},
    }
    return json.loads(json.dumps(job))
