"""Train an event model: folds of whole storms, votes, calibration where it helps, and the figures that go with it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.metrics import auroc
from ...evaluation.model_names import NAMES, named_within
from ...evaluation.reliability import reliability
from ...progress import Progress
from ...samples.folds import usable_folds
from ...types.odds import log_odds, probability_of
from ..validation.gated_calibration import GatedCalibration, gated_calibration
from ..validation.partitions import Partition
from .counts import CountEvidence, count_evidence, count_interval
from .families import BASE
from .held_out import STACK, Recipe, fit_all, held_out_probability, stacked, votes_of
from .judging import gain
from .model import NETWORK, EventModel
from .network import storm_parts
from .samples import EventSamples, require_both

Floats = npt.NDArray[np.float64]
Folds = npt.NDArray[np.intp]
COMPARATORS = (BASE, "boosting", "perceptron")
FEW_STORMS = 8


@dataclass(frozen=True)
class TrainedEvents:
    """A model, its figures and what it said of rows whose storms it had not seen.

    Attributes
    ----------
    model : EventModel
    metrics : mapping
        Plain values.
    held_out : float64 array (n,)
        Of the samples used; NaN where a fold could not be judged.
    folds : int array (n,)
    used : bool array (n,)
        Which samples were used, of all that were given.
    """

    model: EventModel
    metrics: Mapping[str, Any]
    held_out: Floats
    folds: Folds
    used: npt.NDArray[np.bool_]


def train_events(
    given: EventSamples, recipe: Recipe, folds: int, calibration: str, progress: Progress
) -> TrainedEvents:
    """Judge families on storms left out whole, share their votes, and fit them to all samples.

    Parameters
    ----------
    given : EventSamples
        Rows without a factor, a step of rain or a day are left out and counted.
    recipe : Recipe
    folds : int
        Parts of storms.
    calibration : {"platt", "isotonic", "none"}
        Applied only where the held-out log loss falls by more than a standard error.
    progress : Progress

    Raises
    ------
    InputError
        Samples that cannot be learnt from.
    """
    started, used = time.monotonic(), given.usable()
    samples = given.take(used)
    notes = _notes(given, samples)
    for note in notes:
        progress.warning(note)
    require_both(samples.labels)
    storms = len(np.unique(samples.storms))
    if storms < 2:
        raise InputError("All samples are of one storm; a model of events needs two or more")
    parts = storm_parts(samples, folds, recipe.seed)
    made: dict[Any, Any] = {}
    progress.info(f"{len(samples)} rows of {storms} storms, left out whole in {len(np.unique(parts))} folds")
    held_out = held_out_probability(samples, parts, recipe, progress.part(0.0, 0.75), made)
    names = list(recipe.families)
    votes = votes_of(samples, held_out, parts, names)
    pool = stacked(samples, held_out, parts, names) if len(names) > 1 else held_out[names[0]]
    gated = _calibrated(samples, parts, pool, calibration)
    model = fit_all(samples, recipe, progress.part(0.75, 1.0), made)
    model = replace(model, votes=votes, calibration=gated.applied)
    told = ", ".join(f"{named_within(name)} {count:.3g}" for name, count in votes.items())
    progress.info(f"Votes of the families, of ten: {told}")
    final = gated.stored[0]
    metrics = figures(samples, {**held_out, STACK: final}, parts)
    metrics |= {
        "votes": votes,
        "calibration": gated.figures(samples.labels, samples.weights),
        "notes": notes,
        "seconds": round(time.monotonic() - started, 1),
    }
    return TrainedEvents(model, metrics, final, parts, used)


def _notes(given: EventSamples, samples: EventSamples) -> list[str]:
    notes, lost = [], len(given) - len(samples)
    if lost:
        gaps = int((~np.isfinite(given.rows.rain_mm).all(axis=1)).sum())
        notes.append(
            f"{lost} of {len(given)} rows lack a factor, a day or a step of rain ({gaps} have a gap in the rain) and "
            "are left out"
        )
    storms = len(np.unique(samples.storms[samples.labels > 0]))
    if 0 < storms < FEW_STORMS:
        notes.append(f"Landslides come from {storms} storms; what the rain does is known from these alone")
    if samples.relative:
        notes.append(
            "Nothing says which share of the ground the rows are: P is relative, it orders places and storms"
        )
    return notes


def _calibrated(samples: EventSamples, parts: Folds, pool: Floats, method: str) -> GatedCalibration:
    known = np.isfinite(pool)
    folds = np.where(known, parts, -1)
    usable = usable_folds(samples.labels[known], folds[known])
    partition = Partition(folds, tuple(usable), never=(-1,))
    asked = method if len(usable) > 2 else "none"
    return gated_calibration(samples.labels, [partition], pool[None], asked, samples.weights)


def figures(samples: EventSamples, held_out: Mapping[str, Floats], parts: Folds) -> dict[str, Any]:
    """Scores of each family and of the stack on storms that they had not seen, as plain values."""
    labels, weights = samples.labels, samples.weights
    scores = {name: _scores(samples, p) for name, p in held_out.items()}
    final = held_out[STACK]
    evidence = evidence_of(samples, final)
    belief = evidence.belief()
    return {
        "scheme": "storms left out whole",
        "rows": len(samples),
        "landslides": int((labels > 0).sum()),
        "stable": int((labels == 0).sum()),
        "storms": len(np.unique(samples.storms)),
        "storms_with_landslides": len(np.unique(samples.storms[labels > 0])),
        "folds": len(np.unique(parts)),
        "models": scores,
        "gains": gains(samples, held_out),
        "years": yearly(samples, final, evidence),
        "storm_deviation": belief.storm,
        "year_deviation": belief.shared,
        "weighted": bool(np.ptp(weights) > 0),
    }


def _scores(samples: EventSamples, p: Floats) -> Optional[dict[str, Any]]:
    known = np.isfinite(p)
    labels = samples.labels[known]
    if len(np.unique(labels)) < 2:
        return None
    told = reliability(labels, p[known], samples.weights[known])
    return {"auroc": auroc(labels, p[known]), **told, "rows": int(known.sum())}


def gains(samples: EventSamples, held_out: Mapping[str, Floats]) -> dict[str, Any]:
    """What the network gains over each comparator that was fitted, in log loss, and whether it earns its place.

    Empty without a network.
    """
    if NETWORK not in held_out:
        return {}
    found = {
        name: gain(samples.labels, held_out[NETWORK], held_out[name], samples.storms)
        for name in COMPARATORS
        if name in held_out
    }
    told = {name: {"mean": one.mean, "low": one.low, "high": one.high} for name, one in found.items()}
    return {
        "over": told,
        "earned": len(found) == len(COMPARATORS) and all(one.shown for one in found.values()),
    }


def as_drawn(samples: EventSamples, p: Floats) -> Floats:
    """Probability (n,) that a row is a landslide among the samples as they were drawn, of probabilities of the ground.

    Where one stable place in ten was drawn, the odds among the rows are ten times those of the ground.
    """
    offsets = samples.offsets
    return p if offsets is None else np.asarray(probability_of(log_odds(p, guard=1e-12) + offsets))


def evidence_of(samples: EventSamples, p: Floats) -> CountEvidence:
    """What the counts of each year say of how storms and years differ, by held-out probabilities (n,) of the ground."""
    return count_evidence(samples.labels, as_drawn(samples, p), samples.storms, samples.years)


def yearly(samples: EventSamples, p: Floats, evidence: CountEvidence) -> list[dict[str, Any]]:
    """Landslides of each year among the samples, expected and found, and the 90 % interval by the other years."""
    rows, drawn, known = [], as_drawn(samples, p), np.isfinite(p)
    for year in evidence.years if len(evidence.years) > 1 else ():
        here = (samples.years == year) & known
        low, high = count_interval(drawn[here], samples.storms[here], evidence.belief(int(year)))
        found = int((samples.labels[here] > 0).sum())
        rows.append(
            {
                "year": int(year),
                "found": found,
                "expected": float(drawn[here].sum()),
                "low": low,
                "high": high,
                "inside": bool(low <= found <= high),
            }
        )
    return rows


def verdict(metrics: Mapping[str, Any], names: Sequence[str]) -> str:
    """One sentence on what the model is worth on storms that it had not seen.

    >>> one = {"log_loss": 0.2, "auroc": 0.9, "expected": 12.0, "observed": 10}
    >>> verdict({"models": {"stack": one, "logistic": {**one, "log_loss": 0.25}}, "storms": 7}, ["logistic"])[:57]
    'Storms left out whole (7): log loss 0.2000, AUROC 0.9000;'
    """
    scores = metrics["models"]
    own = scores[STACK]
    if own is None:
        return "The samples are too few to judge the model on storms that it has not seen"
    single = {name: scores[name]["log_loss"] for name in names if scores.get(name)}
    best = min(single, key=lambda name: float(single[name]))
    return (
        f"Storms left out whole ({metrics['storms']}): log loss {own['log_loss']:.4f}, AUROC {own['auroc']:.4f}; "
        f"the best single family, {NAMES[best]}, {single[best]:.4f}; expected over observed "
        f"{own['expected'] / max(own['observed'], 1e-12):.2f}"
    )
