"""What is odd about the factors of a training: constant ones, ones that say the same, too many, rare classes."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...evaluation.collinearity import collinearity
from ...samples.encoding import Encoder
from ...types.names import human_name
from .data import TrainingData

LANDSLIDES_A_FACTOR = 10
FEWEST_A_CLASS = 5
SHOWN = 6


def check_factors(data: TrainingData) -> tuple[dict[str, Any], list[str]]:
    """Collinearity as plain values, and warnings about factors.

    A factor that is constant over the samples is named: it takes no part in the model.
    """
    encoder = Encoder.fit(data.cells.static, data.specs)
    smooth = [i for i, name in enumerate(encoder.columns) if "=" not in name]
    inputs = encoder.transform(data.cells.static)[:, smooth]
    found = collinearity(inputs, [encoder.columns[i] for i in smooth])
    warnings = list(found.pop("warnings"))
    if encoder.dropped:
        warnings.insert(
            0,
            f"Constant over the samples, so not part of the model: {', '.join(map(human_name, encoder.dropped))}",
        )
    return found, [*warnings, *_many_factors(data), *_rare_classes(data)]


def _many_factors(data: TrainingData) -> list[str]:
    """A line where there are more factors than a tenth of the landslides (Peduzzi et al. 1996)."""
    landslides = len(np.unique(data.groups[data.labels > 0]))
    if len(data.specs) * LANDSLIDES_A_FACTOR <= landslides:
        return []
    return [
        f"{len(data.specs)} factors for {landslides} landslides: more than one for ten of them, so coefficients and "
        "curves of single factors are uncertain; leave out what says the same"
    ]


def _rare_classes(data: TrainingData) -> list[str]:
    """A line a factor with classes of which the samples say little."""
    lines = []
    for spec, values in zip(data.specs, data.cells.static.T):
        if spec.kind != "categorical":
            continue
        codes, place = np.unique(np.rint(values).astype(np.int64), return_inverse=True)
        counts = [np.bincount(place[data.labels > 0], minlength=len(codes))]
        counts.append(np.bincount(place, minlength=len(codes)) - counts[0])
        rare = np.flatnonzero(np.minimum(*counts) < FEWEST_A_CLASS)
        if not rare.size:
            continue
        names = [(spec.categories or {}).get(int(codes[i]), str(codes[i])) for i in rare[:SHOWN]]
        more = f" and {rare.size - SHOWN} more" if rare.size > SHOWN else ""
        lines.append(
            f"{human_name(spec.name)}: {rare.size} of {len(codes)} classes have fewer than {FEWEST_A_CLASS} landslide "
            f"or {FEWEST_A_CLASS} stable samples ({', '.join(names)}{more}); what a model says of them is chance: "
            "join them with classes of like strength"
        )
    return lines
