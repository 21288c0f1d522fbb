"""What a sample set says of itself: which landslides weigh most, and what its storms are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...samples.sample_set import SampleSet
from ...types.factors import FactorSpec
from ...types.names import human_name

LARGE = 0.1
LARGEST = 10


def largest_share(samples: SampleSet) -> str:
    """What share of the weight of landslides the ten largest hold."""
    slid = samples.labels == 1
    _, owner, counts = np.unique(samples.owners[slid], return_inverse=True, return_counts=True)
    weight = np.bincount(owner.ravel(), weights=samples.row_weights[slid])
    largest = np.argsort(-counts, kind="stable")[:LARGEST]
    share = float(weight[largest].sum() / weight.sum())
    return f"The {LARGEST} largest landslides hold {100 * share:.3g} % of the weight of all"


def kind_words(specs: Sequence[FactorSpec], found: Mapping[str, str]) -> list[str]:
    """What each factor is and why, a line each, where it was not stored with its raster.

    >>> kind_words([FactorSpec("rock", "categorical"), FactorSpec("slope")], {"rock": "it has a palette"})
    ['rock: categorical, since it has a palette']
    """
    told = []
    for spec in specs:
        how = found.get(spec.name)
        if how:
            kind = f"{spec.kind} ({spec.transform})" if spec.transform != "none" else spec.kind
            told.append(
                f"{human_name(spec.name)}: {kind}, {how if how.startswith(('as', 'by')) else f'since {how}'}"
            )
    return told


def weight_notes(samples: SampleSet) -> list[str]:
    """Landslides that give more than a tenth of the landslide samples, by name."""
    slid = samples.labels == 1
    owners, counts = np.unique(samples.owners[slid], return_counts=True)
    total = int(slid.sum())
    many = np.flatnonzero((counts > LARGE * total) & (counts > 1))
    return [
        f"Feature {int(owners[i]) + 1} gives {int(counts[i])} of {total} landslide samples; all of them together weigh "
        "as one landslide"
        for i in many
    ]


def event_words(samples: SampleSet) -> str:
    """How many storms the samples speak of, and how many of them set nothing off."""
    if samples.events is None:
        return "Undated inventory"
    count = len(np.unique(samples.events))
    quiet = len(np.setdiff1d(samples.events, samples.events[samples.labels == 1]))
    said = f"From {count} event{'s' if count > 1 else ''}, {quiet} of them without landslides"
    if count == 1:
        return "From 1 event; the rest is order and physics"
    return said if quiet else f"{said}; P is that of a storm that triggered landslides"
