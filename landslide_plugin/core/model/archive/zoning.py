"""What a model is for, and what it must not be read as: the zoning statement and the limits of a bundle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from ...evaluation.model_names import STACKS
from ..bundle.facts import RELATIVE_INTENSITY
from ..fitting.data import TrainingData
from ..fitting.settings import TrainSettings

NETWORK = "ensemble"

FEW_EVENTS = 8


def zoning_facts(job: Mapping[str, Any], largest_scale: Optional[int]) -> dict[str, Any]:
    """Zoning statement after Fell et al. (2008): what is zoned, from what, for which scale.

    >>> zoning_facts({"provenance": {"inventory": "slides"}}, 50000)["statement"].rsplit(", ", 1)[-1]
    'for maps of 1 : 50 000 or smaller'
    """
    provenance = job.get("provenance", {})
    types = provenance.get("landslide_type") or ""
    when = (job.get("dates") or {}).get("inventory") or ""
    scale = f"{largest_scale:,}".replace(",", " ") if largest_scale else ""
    of = f"by {job['maps']}" if job.get("maps") else f"of {types or 'types not stated'}"
    statement = (
        f"Landslide susceptibility (where, not when) {of}; "
        f"inventory: {provenance.get('inventory') or 'not named'}, {when or 'dates not stated'}"
        + (f", for maps of 1 : {scale} or smaller" if scale else "")
    )
    return {
        "zoning": "susceptibility",
        "landslide_type": types or None,
        "inventory": provenance.get("inventory"),
        "period": when or None,
        "largest_scale": largest_scale,
        "statement": statement,
    }


def limits(
    job: Mapping[str, Any], data: TrainingData, settings: TrainSettings, family: str, with_pf: bool = False
) -> list[str]:
    """Sentences that go with every map of a model; ``with_pf`` says that the probability of failure is an input."""
    sentences = [_of_spread(family), _of_level(job, data, settings), *_of_events(data)]
    sentences.append(
        "Beyond the range of a factor in training the result is a guess; the area of applicability shows where"
    )
    if family == NETWORK and data.soil is not None and settings.stack in ("hierarchical", "all"):
        sentences.append(
            "Members with hierarchical attention alone, without cross-attention, are not connected to the soil "
            "profile: of it they see only the mean over depth that their linear part holds"
        )
    if data.scenarios is not None and data.targets is None:
        if not data.dated and data.cells.triggers is not None:
            sentences.append(
                "The inventory is undated: what a trigger does is learnt from where it was large in the reference "
                "scenario, whether or not that storm set off the landslides"
            )
        elif not data.dated:
            sentences.append(
                "The inventory is undated: what sets the scenarios apart is imposed by the slope-stability prior, not "
                "learnt from landslides"
                if with_pf or (settings.physics_lambda > 0 and family in (NETWORK, "stack"))
                else "The inventory is undated and there is no slope-stability prior: nothing tells the scenarios apart"
            )
    return sentences


def _of_spread(family: str) -> str:
    if family == NETWORK:
        return (
            "The spread of the ensemble is part of the epistemic uncertainty: how far the answer depends on chance in "
            "training and on which part of the area the samples come from. Errors of the inventory and factors that "
            "are missing are not in it"
        )
    if family in STACKS:
        return (
            "The spread says how far the families of models differ, and how far the members of each do, which is part "
            "of the epistemic uncertainty. Errors of the inventory and factors that are missing are not in it"
        )
    return "A single model has no spread: its standard deviation is 0 and says nothing about its uncertainty"


def _of_events(data: TrainingData) -> list[str]:
    """How many storms stand behind what the trigger does, and whether any set nothing off."""
    if not data.dated:
        return []
    count, quiet = data.event_count, data.quiet_storms
    said = f"The curve over the return period comes from {count} events, {quiet} of them without landslides"
    if count == 1:
        said = (
            "The level comes from 1 event; the rest of the curve over the return period is order and physics"
        )
    elif count < FEW_EVENTS:
        said += "; so few events leave it as many degrees of freedom as there are events"
    if quiet:
        return [said]
    return [said, "No storm without landslides was given: P is that of a storm that triggered landslides"]


def _of_level(job: Mapping[str, Any], data: TrainingData, settings: TrainSettings) -> str:
    unit = (job.get("provenance") or {}).get("probability_of")
    cell = (job.get("grid") or {}).get("cell_size_m")
    of = f", as {unit} of {cell:g} m" if unit and cell else ""
    if job.get("unit"):
        return _of_units(data, settings)
    if unit == RELATIVE_INTENSITY:
        return (
            "Values are a relative intensity, r / (1 + r), where r is the density of landslides in means of the area "
            "that the model was trained on: 0.5 is that mean. They are no probabilities, and no share of the area "
            "corrects them"
        )
    if data.dated:
        return f"Probabilities refer to the ground that was sampled{of}, given the storm"
    if settings.prevalence is None:
        return (
            "Probabilities refer to the share of landslides among the samples, which the sampling set; they rank "
            "places and are no share of the area"
        )
    provenance = job.get("provenance") or {}
    least = provenance.get("landslide_share_is_lower_bound") == "yes"
    taken = provenance.get("prevalence_source") == "inventory"
    bound = ", a lower bound: the inventory holds points, each counted as one cell" if least and taken else ""
    return f"Probabilities refer to a landslide share of the area of {100 * settings.prevalence:.3g} %{bound}{of}"


def _of_units(data: TrainingData, settings: TrainSettings) -> str:
    """What share of units the probabilities of units refer to."""
    if settings.prevalence is not None:
        given = f"{100 * settings.prevalence:.3g} %"
        return f"Probabilities are of whole units, and refer to {given} of them with landslides"
    share = float((data.labels > 0).mean())
    return (
        f"Probabilities are of whole units, and refer to the {100 * share:.3g} % with landslides among those trained "
        "on; if those were chosen by their outcome, they only rank units"
    )
