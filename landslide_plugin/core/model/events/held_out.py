"""What families say of rows that they have not seen, and the votes that this earns them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ..validation.votes import pooled, stack_votes
from .families import BASE, fit_base
from .inputs import EventInputs
from .model import NETWORK, EventModel
from .network import NetworkSettings, fit_towers
from .samples import EventSamples

Floats = npt.NDArray[np.float64]
Folds = npt.NDArray[np.intp]
STACK = "stack"
SHARE_OF_BASES = 0.1
"""Of the progress of a fit, before the networks."""


@dataclass(frozen=True)
class Recipe:
    """What is fitted, and how.

    Attributes
    ----------
    families : tuple of str
        Of ``families.FAMILIES``, and ``ensemble`` for the network.
    season : bool
        Whether the day of the year is an input.
    ridge : float
    seed : int
    network : NetworkSettings
    """

    families: tuple[str, ...]
    season: bool = True
    ridge: float = 1.0
    seed: int = 0
    network: NetworkSettings = field(default_factory=NetworkSettings)

    @property
    def lean(self) -> tuple[str, ...]:
        """Families without the network, and the one that it starts from."""
        named = [name for name in self.families if name != NETWORK]
        return tuple(named if BASE in named else [*named, BASE])


def fit_all(samples: EventSamples, recipe: Recipe, progress: Progress, made: Any = None) -> EventModel:
    """Every family of a recipe on samples, with equal votes for now."""
    inputs = EventInputs.fit(samples.rows, samples.specs, samples.rain, recipe.season, samples.soil)
    bases, alone = {}, SHARE_OF_BASES if NETWORK in recipe.families else 1.0
    for number, family in enumerate(recipe.lean):
        progress.check()
        bases[family] = fit_base(family, samples, inputs, recipe.seed, recipe.ridge)
        progress.step(alone * (number + 1) / len(recipe.lean))
    towers, form = {}, None
    if NETWORK in recipe.families:
        share = progress.part(alone, 1.0)
        towers = fit_towers(samples, inputs, recipe.network, recipe.seed, share, made=made)
        form = recipe.network.form
    names = [name for name in recipe.families if name in bases or name == NETWORK]
    return EventModel(
        inputs=inputs,
        bases=bases,
        votes={name: 10.0 / len(names) for name in names},
        form=form,
        rain_tower=towers.get("rain"),
        soil_tower=towers.get("soil"),
        relative=samples.relative,
    )


def held_out_probability(
    samples: EventSamples, folds: Folds, recipe: Recipe, progress: Progress, made: Any = None
) -> dict[str, Floats]:
    """Probability (n,) of each family for rows whose fold trained no model; NaN where a fold cannot be judged.

    A fold whose training part holds fewer than two rows of a kind is left out; so are rows with a code that its
    training part does not have.
    """
    names = [*recipe.lean, *([NETWORK] if NETWORK in recipe.families else [])]
    found = {name: np.full(len(samples), np.nan) for name in names}
    numbers = np.unique(folds[folds >= 0])
    for place, fold in enumerate(numbers):
        inside = folds == fold
        rest = samples.take(~inside)
        if min(int((rest.labels > 0).sum()), int((rest.labels == 0).sum())) < 2:
            continue
        part = progress.part(place / len(numbers), (place + 1) / len(numbers))
        model = fit_all(rest, recipe, part, made)
        for name, p in model.families(samples.rows.take(inside), every=True).items():
            found[name][inside] = p
    return found


def votes_of(
    samples: EventSamples, held_out: Mapping[str, Floats], folds: Folds, names: Sequence[str]
) -> dict[str, float]:
    """Votes by least held-out log loss, drawn half-way to equal; the network's only if the mean is better with it."""
    asked = {name: held_out[name] for name in names}
    return stack_votes(samples.labels, asked, folds, samples.weights)


def stacked(
    samples: EventSamples, held_out: Mapping[str, Floats], folds: Folds, names: Sequence[str]
) -> Floats:
    """Mean (n,) of the families by votes, those of each fold learnt from the other folds' rows alone.

    Models of the other folds have seen the fold that is judged, but only tenths of votes come from them.
    """
    found = np.full(len(samples), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        inside = folds == fold
        others = np.where(inside, -1, folds)
        known = others >= 0
        for name in names:
            known &= np.isfinite(held_out[name])
        if len(np.unique(samples.labels[known])) < 2:
            continue
        votes = votes_of(samples, held_out, others, names)
        found[inside] = pooled({name: held_out[name][inside] for name in names}, votes)
    return found
