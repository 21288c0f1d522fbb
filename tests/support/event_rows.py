"""Rows of places and storms for tests: the small real table, and rows whose truth is known."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year, storms_of_days
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import probability_of
from landslide_plugin.core.types.rain import RainColumns

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "south_tyrol_events" / "samples.csv"
SPECS = (
    FactorSpec("slope", "continuous", "deg"),
    FactorSpec("standheight", "continuous", "m"),
    FactorSpec("mean_prec", "continuous", "mm"),
    FactorSpec("forest", "categorical"),
    FactorSpec("geology", "categorical"),
)
STEPS = 20


def real_rows() -> EventSamples:
    """The small table of South Tyrol: 390 rows of 69 storms, 20 steps of 6 h."""
    with SAMPLES.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    days = np.array([row["date"] for row in table], "M8[D]")
    names = [f"h{hours:03d}" for hours in range(6 * STEPS, 0, -6)]
    static = np.array([[float(row[spec.name]) for spec in SPECS] for row in table], np.float32)
    rain = np.array([[float(row[name]) for name in names] for row in table], np.float32)
    return EventSamples(
        rows=EventRows(static, rain, day_of_year(days)),
        specs=SPECS,
        rain=RainColumns(6.0, STEPS),
        labels=np.array([int(row["landslide"]) for row in table], np.int8),
        days=days,
        storms=storms_of_days(days),
    )


def made_rows(
    storms: int = 30, places: int = 60, seed: int = 0, level: float = -3.0
) -> tuple[EventSamples, npt.NDArray[np.float64]]:
    """Rows whose log odds are ``level`` + slope score + 1.5 log(1 + mm) scores, and the true P of each."""
    rng = np.random.default_rng(seed)
    storm = np.repeat(np.arange(storms), places)
    slope = rng.normal(size=len(storm))
    depth = rng.gamma(1.0, 30.0, storms)[storm]
    shape = rng.dirichlet(np.ones(STEPS), len(storm))
    rain = (depth[:, None] * shape).astype(np.float32)
    p = np.asarray(probability_of(level + slope + 1.5 * (np.log1p(rain.sum(axis=1)) - 3.0)))
    days = np.datetime64("2019-01-01", "D") + 10 * storm
    samples = EventSamples(
        rows=EventRows(slope[:, None].astype(np.float32), rain, day_of_year(days)),
        specs=(FactorSpec("slope"),),
        rain=RainColumns(6.0, STEPS),
        labels=(rng.random(len(storm)) < p).astype(np.int8),
        days=days,
        storms=storm,
    )
    return samples, p


def job_of(samples: EventSamples, folder: Path, **more: Any) -> dict[str, Any]:
    """The job of these samples for the modelling process, its arrays in a folder."""
    arrays: dict[str, Optional[npt.NDArray[Any]]] = {
        "static": samples.rows.static,
        "rain": samples.rows.rain_mm,
        "days": samples.days.astype(np.int64),
        "labels": samples.labels,
        "storms": samples.storms,
        "shares": samples.shares,
        "profile": samples.rows.profile,
    }
    for name, array in arrays.items():
        if array is not None:
            np.save(folder / f"{name}.npy", array)
    factors = [{"name": spec.name, "kind": spec.kind, "categories": None} for spec in samples.specs]
    settings = {
        "storm_folds": 3,
        "season": "yes",
        "calibration": "platt",
        "seed": 1,
        "ridge": 1.0,
        "event_members": 1,
        "network_step_h": 12.0,
    }
    return {
        "folder": str(folder),
        "factors": factors,
        "rain_columns": samples.rain.to_dict(),
        "soil_columns": samples.soil.to_dict() if samples.soil else None,
        "families": ["logistic", "additive"],
        "settings": {**settings, **more},
        "bundle": str(folder / "model"),
    }
