"""What was absent and what follows from it, and what nobody should conclude from a map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...evaluation.model_names import named_within
from ...evaluation.verdicts import NONE_SHOWN, reach, verdict_of
from .content import ReportContent
from .markup import DASH, interval, number
from .model_record import MULTIPLES, ModelRecord

SUSPICIOUS_GAIN = 0.03
NOT_BEATEN = {
    "does not beat ": "; it does not beat {}",
    "is not shown to beat ": "; it is not shown to beat {}",
}
USUAL_FACTORS = {
    "lithology": "lithology",
    "land_cover": "land cover",
    "distance_faults": "distance to faults",
    "distance_rivers": "distance to rivers",
    "distance_roads": "distance to roads",
    "rainfall": "rainfall",
    "ndvi": "NDVI",
}


def require_own_map(record: Mapping[str, Any], made_with: str, bundle: str) -> None:
    """Refuse a map that says it was made with another model than the bundle given.

    Parameters
    ----------
    record : mapping
        ``bundle.json``.
    made_with : str
        What the map's metadata call its model; empty if they do not.
    bundle : str
        Name of the bundle in the message.

    Examples
    --------
    >>> require_own_map({"sha256": "0123456789abcdef"}, "0123456789ab", "model.zip")
    >>> require_own_map({"sha256": "0123456789abcdef"}, "ffffffffffff", "model.zip")
    Traceback (most recent call last):
        ...
    landslide_plugin.core.errors.InputError: The map was made with model ffffffffffff, the bundle model.zip is ...
    """
    identifier = str(record.get("sha256", ""))[:12]
    if made_with and identifier and made_with != identifier:
        raise InputError(
            f"The map was made with model {made_with}, the bundle {bundle} is model {identifier}; give the bundle that "
            "the map was made with, or map again"
        )


def headline_verdict(metrics: Mapping[str, Any], family: str = "ensemble") -> str:
    """What the paired differences of a model and logistic regression allow one to say.

    >>> pair = {"mean": 0.004, "low": -0.02, "high": 0.03}
    >>> headline_verdict({"paired": {"ensemble_minus_logistic": pair}})
    'No difference to logistic regression is shown: the interval of the difference includes 0.'
    """
    pair = metrics.get("paired", {}).get(f"{family}_minus_logistic")
    name = named_within(family)
    if not pair:
        if family == "logistic":
            return "This model is logistic regression itself, the comparator of the others."
        return f"The {name} was not compared with logistic regression."
    said, told = verdict_of(pair), reach(pair)
    if said == NONE_SHOWN:
        text = "No difference to logistic regression is shown: the interval of the difference includes 0."
    else:
        text = f"The {name} is {said} than logistic regression on unseen areas."
    if said.endswith("worse"):
        text = f"{text[:-1]}; prefer logistic regression."
    if told:
        text += f" {told[0].upper()}{told[1:]}."
    if said.endswith("better") and float(pair["mean"]) > SUSPICIOUS_GAIN:
        text += (
            f" A gain of more than {SUSPICIOUS_GAIN} deserves suspicion first: look for factors made after the "
            "landslides, or samples of one landslide in two folds."
        )
    return text


def in_one_sentence(model: ModelRecord) -> str:
    """How well a model ranks ground that it has not seen, and what it is not shown to beat.

    >>> scores = {"forest": {"spatial": {"auroc_mean": 0.8, "auroc_low": 0.7, "auroc_high": 0.9}}}
    >>> told = {"models": scores, "validation": {"folds": 5}, "standing": ["This model does not beat a constant: +0.1"]}
    >>> in_one_sentence(ModelRecord({"family": "forest"}, told))[:78]
    'On areas it has not seen, the random forest ranks a landslide above a stable p'
    >>> in_one_sentence(ModelRecord({"family": "forest"}, told))[-33:]
    '00); it does not beat a constant.'
    """
    mean, low, high = model.spatial_interval(model.family)
    name = named_within(model.family)
    if not np.isfinite(mean):
        return f"How the {name} does on areas it has not seen is not known: no spatial fold could be scored."
    text = (
        f"On areas it has not seen, the {name} ranks a landslide above a stable place in {100 * mean:.0f} of 100 pairs "
        f"(AUROC {number(mean)}, mean of the spatial folds, {interval_words(low, high)})"
    )
    pair = model.paired
    if pair and model.family != "logistic":
        said = verdict_of(pair)
        text += ", " + (
            "no better than logistic regression as far as can be shown"
            if said == NONE_SHOWN
            else f"{said} than logistic regression"
        )
    for words, sentence in NOT_BEATEN.items():
        found = [_named(line, words) for line in model.metrics.get("standing") or () if words in line]
        text += sentence.format(" or ".join(found)) if found else ""
    return f"{text}."


def _named(line: str, words: str) -> str:
    """What a line says that the model does not beat, without figures.

    >>> _named("On unseen ground this model does not beat slope alone: -0.02 AUROC", "does not beat ")
    'slope alone'
    """
    return str(line).partition(words)[2].partition(":")[0].partition(" (")[0]


def unequal_folds(model: ModelRecord) -> str:
    """Which models were scored on fewer folds than others; empty where all were on as many.

    >>> few, more = {"spatial": {"auroc_folds": [0.8]}}, {"spatial": {"auroc_folds": [0.7, 0.8]}}
    >>> told = {"models": {"stack": few, "forest": more, "logistic": more}, "validation": {}}
    >>> unequal_folds(ModelRecord({}, told))
    'Scored on 1 fold: stacked mean; the others on 2. A difference is taken on the folds that both have, so it need \
not be that of the means.'
    >>> unequal_folds(ModelRecord({}, {"models": {"forest": more, "logistic": more}, "validation": {}}))
    ''
    """
    on: dict[int, list[str]] = {}
    for key in model.scored():
        count = len(model.scores(key, "spatial").get("auroc_folds") or ())
        if count:
            on.setdefault(count, []).append(named_within(key))
    if len(on) < 2:
        return ""
    *fewer, most = sorted(on)
    parts = [f"scored on {count} fold{'s' if count > 1 else ''}: {', '.join(on[count])}" for count in fewer]
    first = "; ".join(parts)
    return (
        f"{first[:1].upper()}{first[1:]}; the others on {most}. A difference is taken on the folds that both have, "
        "so it need not be that of the means."
    )


def absences(content: ReportContent) -> list[tuple[str, str]]:
    """Inputs that were not given, each with what follows from that."""
    record = content.model.record
    absent = [*_depth_and_triggers(content), *_prior(record), *_samples(content)]
    names = {str(factor["name"]) for factor in record.get("factors", [])}
    missing = [label for name, label in USUAL_FACTORS.items() if name not in names]
    if missing:
        absent.append(
            (
                f"Factors: no {', '.join(missing)}",
                "The model knows nothing about them. Where they control landslides, the map cannot show it.",
            )
        )
    if "spread" not in content.layers:
        absent.append(
            ("No map of the ensemble's spread", "This report cannot show where the members disagree.")
        )
    if content.classes.rows[0].landslides is None:
        absent.append(("No inventory with this report", "Landslides are not counted by class."))
    return absent


def _depth_and_triggers(content: ReportContent) -> list[tuple[str, str]]:
    record = content.model.record
    absent = []
    if not record.get("profile"):
        absent.append(
            (
                "No soil profile",
                "No layer of soil entered the model. Nothing here speaks about the depth of failure.",
            )
        )
    if not content.model.has_scenarios:
        absent.append(
            (
                "No trigger scenarios",
                'There is one band, "Susceptibility": where, not how often. No product for a return period '
                "can be derived from it.",
            )
        )
        return absent
    if "triggers_by_cell" in record:
        absent.append(
            (
                "Triggers differ from cell to cell",
                "Each sample was trained with triggers of its own from rasters. Figures that explain the model use "
                "the mean of the samples in each scenario.",
            )
        )
        return absent
    absent.append(
        (
            "Triggers are the same in every cell",
            "The inventory cannot teach how susceptibility answers to the trigger within one event. "
            + (
                "Differences between return periods come from the events of the dated landslides, from physics and "
                "from the order of the triggers."
                if record.get("dated")
                else "Differences between return periods are imposed by physics and by the order of the triggers, not "
                "learnt."
            ),
        )
    )
    return absent


def _prior(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    if record.get("prior"):
        return []
    return [("No slope-stability prior", "The model is statistical alone; no factor of safety entered it.")]


def _samples(content: ReportContent) -> list[tuple[str, str]]:
    samples = content.model.metrics.get("samples", {})
    if content.model.relative:
        return [
            (
                "No probability",
                f"The values are {MULTIPLES}: landslides against the area, without a rate. No share of the area, no "
                "calibration and no figure a year belongs to them.",
            )
        ]
    if samples.get("prevalence") is not None:
        return []
    share = samples.get("sample_share")
    ratio = f" ({100 * float(share):.0f} % of the samples are landslides)" if share is not None else ""
    return [
        (
            "No prevalence",
            f"Probabilities follow the share of landslides among the samples{ratio}, not in the landscape. "
            "Read them as ranks: a cell with a larger value is more susceptible.",
        )
    ]


def limits(content: ReportContent) -> list[str]:
    """What not to conclude from a report's map."""
    return limit_words(content.frame.cell_size_m, content.model.has_scenarios)


def limit_words(cell_size_m: float, has_scenarios: bool) -> list[str]:
    """What not to conclude from a map with cells of this size.

    >>> limit_words(10.0, False)[-1]
    'Run-out and the size of landslides are not mapped.'
    """
    said = [
        f"The map says where landslides of the inventory's kind are more likely than elsewhere, in cells of "
        f"{round(cell_size_m, 2):g} m. It should not be read at scales larger than {scale_words(cell_size_m)} and "
        "not for single plots or buildings.",
        "Scores hold for areas like the folds of this study area. Elsewhere they may be worse; factors outside "
        "the range of the training data are extrapolated.",
        "A landslide missing from the inventory counts as stable. The bias of the inventory is in the map and "
        "not in the ensemble's spread, which is a part of the uncertainty only.",
        "Run-out and the size of landslides are not mapped.",
    ]
    if has_scenarios:
        said.append("A return period belongs to the rain alone, not to the landslides it may trigger.")
    return said


def zoning_rows(
    model: ModelRecord, cell_size_m: float, area_km2: Optional[float] = None
) -> list[tuple[str, str]]:
    """Zoning statement after Fell et al. (2008): name and content of each line.

    >>> record = ModelRecord({}, {"models": {}, "validation": {}})
    >>> zoning_rows(record, 10.0)[0]
    ('Zoning type', 'Susceptibility (not hazard, not risk)')
    """
    provenance, samples = model.record.get("provenance", {}), model.metrics.get("samples", {})
    counts = f"{samples.get('landslides', DASH)} landslide and {samples.get('stable', DASH)} stable samples"
    zoning = model.record.get("zoning") or {}
    kind = f"Susceptibility given the {model.reference} trigger" if model.has_scenarios else "Susceptibility"
    unit = f"grid cell of {round(cell_size_m, 2):g} m"
    return [
        ("Zoning type", f"{kind} (not hazard, not risk)"),
        ("Landslide type", provenance.get("landslide_type") or "not stated by the inventory"),
        *([("Trigger", provenance["trigger"])] if provenance.get("trigger") else []),
        ("Inventory", f"{provenance.get('inventory', 'not named')}; {counts}"),
        ("Period", zoning.get("period") or provenance.get("period") or "not stated by the inventory"),
        ("Terrain unit", unit if area_km2 is None else f"{unit}; {area_km2:,.2f} km\u00b2 classified"),
        ("Largest scale", scale_words(cell_size_m)),
    ]


def scale(cell_size_m: float) -> int:
    """Recommended largest scale as the denominator of 1 : x, 2000 x the cell size in metres, to two digits.

    >>> scale(10.0), scale(1019.4)
    (20000, 2000000)
    """
    exact = 2000.0 * cell_size_m
    digits = 10.0 ** (np.floor(np.log10(exact)) - 1)
    return int(np.round(exact / digits) * digits)


def scale_words(cell_size_m: float) -> str:
    """The recommended largest scale in words.

    >>> scale_words(10.0).replace("\u2009", " ")
    '1 : 20 000'
    """
    return f"1 : {scale(cell_size_m):,}".replace(",", "\u2009")


def gap(content: ReportContent, model: str) -> str:
    """By how much random folds and the fit flatter a model."""
    spatial = content.model.scores(model, "spatial").get("auroc_mean")
    fit, random = (
        content.model.scores(model, "fit").get("auroc"),
        content.model.scores(model, "random").get("auroc_mean"),
    )
    if spatial is None or fit is None:
        return ""
    scores = [f"fit {number(fit)}"] + ([f"random folds {number(random)}"] if random is not None else [])
    return ", ".join(scores)


def interval_words(low: float, high: float) -> str:
    """A 95 % interval, or that there is none.

    >>> interval_words(0.7, 0.8)
    '95 % interval 0.700 to 0.800'
    """
    if not (np.isfinite(low) and np.isfinite(high)):
        return "no interval from one fold"
    return f"95 % interval {interval(low, high)}"


def difference_words(content: ReportContent) -> str:
    """The paired difference in one line, for logs."""
    pair = content.model.paired
    if not pair:
        return ""
    return f"{number(float(pair['mean']))} ({interval(float(pair['low']), float(pair['high']))})"
