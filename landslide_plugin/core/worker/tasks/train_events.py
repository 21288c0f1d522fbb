"""Worker task ``train_events``: judge families on storms left out whole, and store an event model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ...model.events.families import FAMILIES
from ...model.events.held_out import STACK, Recipe
from ...model.events.map_facts import map_facts
from ...model.events.model import NETWORK, with_facts
from ...model.events.network import NetworkSettings
from ...model.events.samples import EventRows, EventSamples, day_of_year, storms_of_days
from ...model.events.tower import RainForm
from ...model.events.training import TrainedEvents, train_events, verdict
from ...model.fitting.growing.threads import one_thread_each
from ...progress import Progress
from ...samples.encoding import factor_spec
from ...types.profile import ProfileColumns
from ...types.rain import RainColumns

ARRAYS = ("static", "rain", "days", "labels")
OPTIONAL = ("storms", "shares", "profile")


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Train and store an event model.

    Parameters
    ----------
    job : mapping
        ``folder`` with the arrays ``static`` (n, factors), ``rain`` (n, steps), ``days`` (n, days since 1970),
        ``labels`` (n,) and, where they are known, ``storms`` (n,), ``shares`` (n,) and ``profile`` (n, layers,
        properties); ``factors``, ``rain_columns``, ``soil_columns`` if there is a profile, ``families``, ``settings``,
        ``bundle`` and ``provenance``.
    progress : Progress

    Returns
    -------
    dict
        ``log_loss``, ``auroc``, ``expected_over_observed``, ``landslides``, ``stable``, ``storms``, ``verdict``,
        ``product``, and ``held_out`` with ``used``, ``storm``, ``fold`` and ``probability`` of each sample.
    """
    with one_thread_each():
        return _run(job, progress)


def _run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    samples, settings = read_samples(job), job["settings"]
    families = tuple(job["families"]) or FAMILIES
    recipe = Recipe(
        families,
        season=settings["season"] == "yes",
        ridge=float(settings["ridge"]),
        seed=int(settings["seed"]),
        network=NetworkSettings(
            form=RainForm(float(settings["network_step_h"])), members=int(settings["event_members"])
        ),
    )
    if NETWORK in families:
        recipe.network.form.joined(samples.rain)
    trained = train_events(
        samples, recipe, int(settings["storm_folds"]), str(settings["calibration"]), progress
    )
    said = verdict(trained.metrics, list(trained.model.votes))
    facts = {
        "settings": dict(settings),
        "families": list(families),
        "provenance": dict(job.get("provenance", {})),
        "rows": int(trained.used.sum()),
        "storms": trained.metrics["storms"],
        "first_day": str(samples.days[trained.used].min()),
        "last_day": str(samples.days[trained.used].max()),
        "verdict": said,
        **map_facts(samples.take(trained.used), trained.held_out),
    }
    with_facts(trained.model, facts).save(Path(str(job["bundle"])), trained.metrics)
    progress.step(1.0)
    return {
        **_headline(trained),
        "verdict": said,
        "product": trained.model.product,
        "held_out": _told(samples, trained),
    }


def read_samples(job: Mapping[str, Any]) -> EventSamples:
    """The samples of a job and its arrays."""
    folder = Path(str(job["folder"]))
    given = {
        name: np.load(folder / f"{name}.npy", allow_pickle=False)
        for name in (*ARRAYS, *OPTIONAL)
        if name in ARRAYS or (folder / f"{name}.npy").is_file()
    }
    days = given["days"].astype(np.int64).astype("M8[D]")
    return EventSamples(
        rows=EventRows(given["static"], given["rain"], _season(days), given.get("profile")),
        specs=tuple(factor_spec(one) for one in job["factors"]),
        rain=RainColumns.from_dict(job["rain_columns"]),
        labels=given["labels"].astype(np.int8),
        days=days,
        storms=given["storms"].astype(np.intp) if "storms" in given else storms_of_days(days),
        shares=given.get("shares"),
        soil=ProfileColumns.from_dict(job["soil_columns"]) if job.get("soil_columns") else None,
    )


def _season(days: Any) -> Any:
    """Day of the year (n,), NaN without a date."""
    return np.where(
        np.isnat(days), np.nan, day_of_year(np.where(np.isnat(days), np.datetime64(0, "D"), days))
    )


def _headline(trained: TrainedEvents) -> dict[str, Any]:
    own = trained.metrics["models"][STACK]
    nothing = float("nan")
    return {
        "log_loss": own["log_loss"] if own else nothing,
        "auroc": own["auroc"] if own else nothing,
        "expected_over_observed": own["expected"] / own["observed"] if own else nothing,
        "landslides": trained.metrics["landslides"],
        "stable": trained.metrics["stable"],
        "storms": trained.metrics["storms"],
    }


def _told(samples: EventSamples, trained: TrainedEvents) -> dict[str, list[Any]]:
    """Of every sample given: whether it was used, its storm, its fold, and its held-out probability."""
    p, fold = np.full(len(samples), np.nan), np.full(len(samples), -1)
    p[trained.used], fold[trained.used] = trained.held_out, trained.folds
    return {
        "used": [bool(one) for one in trained.used],
        "storm": [int(one) for one in samples.storms],
        "fold": [int(one) if one >= 0 else None for one in fold],
        "probability": [float(one) if np.isfinite(one) else None for one in p],
    }
