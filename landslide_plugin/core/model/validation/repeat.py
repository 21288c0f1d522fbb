"""One repeat of the folds: all that is fitted in them without training a network, as one piece of work.

Pieces know nothing of each other, so that another process may do some of them and every byte stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ...quantities.sizes.forest import fold_trees
from ..fitting.base_choice import CHOSEN, BaseChoice, choose_base
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop
from ..fitting.settings import TrainSettings
from .fold_models import (
    FoldPairs,
    Likes,
    fit_models,
    inner_votes,
    is_classical,
    needs_base,
    own_and_mapped,
    rarer_samples,
)
from .partitions import Partition
from .references import References
from .votes import NETWORK

Floats = npt.NDArray[np.float64]
OWN_BASE = "network_base"
PARTS = ("p", "mapped", "references")


@dataclass
class Repeat:
    """What models did in the folds of a repeat.

    Attributes
    ----------
    p, mapped : mapping of str to float64 array (n,)
        Held-out probabilities of each model, on the scale of the samples and at the reference scenario.
    references : mapping of str to float64 array (n,)
        The same of what every model is held against.
    factors : list of str
        Which single factor each fold found best.
    votes : mapping of int to mapping
        Of each fold, by folds inside its training part; empty where nothing is to be shared out.
    choices : mapping of int to BaseChoice
        The base that each fold chose; empty where it was given.
    models : mapping of (int, str) to Ensemble
        What was fitted without each fold. Stays in the process that fitted it.
    """

    p: dict[str, Floats] = field(default_factory=dict)
    mapped: dict[str, Floats] = field(default_factory=dict)
    references: dict[str, Floats] = field(default_factory=dict)
    factors: list[str] = field(default_factory=list)
    votes: dict[int, Mapping[str, float]] = field(default_factory=dict)
    choices: dict[int, BaseChoice] = field(default_factory=dict)
    models: Likes = field(default_factory=dict)

    def keep(self, name: str, rows: npt.NDArray[np.bool_], p: Floats, mapped: Floats) -> None:
        """Take over held-out probabilities of a fold."""
        for table, values in ((self.p, p), (self.mapped, mapped)):
            table.setdefault(name, np.full(len(rows), np.nan))[rows] = values

    def settled(self, fold: int, settings: TrainSettings) -> TrainSettings:
        """Settings with the base that a fold chose, if it did."""
        choice = self.choices.get(fold)
        return settings if choice is None else choice.settle(settings)

    def arrays(self) -> dict[str, Floats]:
        """All arrays, by the part and the model that they belong to."""
        return {f"{part}/{name}": values for part in PARTS for name, values in getattr(self, part).items()}

    def plain(self) -> dict[str, Any]:
        """All that is no array, as plain values."""
        losses = {
            str(fold): [[kind, ridge, loss] for (kind, ridge), loss in choice.losses.items()]
            for fold, choice in self.choices.items()
        }
        votes = {str(fold): dict(shares) for fold, shares in self.votes.items()}
        return {"factors": self.factors, "votes": votes, "losses": losses}

    @classmethod
    def of(cls, arrays: Mapping[str, Floats], plain: Mapping[str, Any]) -> Repeat:
        """The same again from arrays and plain values, without the models.

        >>> one = Repeat({"forest": np.array([0.5])}, votes={0: {"forest": 10.0}})
        >>> one.choices[0] = BaseChoice({("residual", 1.0): 0.1})
        >>> again = Repeat.of(one.arrays(), one.plain())
        >>> again.p["forest"].tolist(), again.votes == one.votes, again.choices == one.choices
        ([0.5], True, True)
        """
        found = cls(factors=list(plain["factors"]))
        for key, values in arrays.items():
            part, _, name = key.partition("/")
            getattr(found, part)[name] = values
        found.votes.update({int(fold): shares for fold, shares in plain["votes"].items()})
        for fold, losses in plain["losses"].items():
            found.choices[int(fold)] = BaseChoice({(kind, ridge): loss for kind, ridge, loss in losses})
        return found


@dataclass(frozen=True)
class RepeatWork:
    """A repeat that is to be done.

    Attributes
    ----------
    data : TrainingData
    settings : TrainSettings
    partition : Partition
    fitted : tuple of str
        Families to fit in each fold; the network among them stands for its base.
    voting : tuple of str
        Those that share out votes by folds inside each training part; empty where nobody does.
    choosing : bool
        Whether each fold chooses the base of the networks.
    """

    data: TrainingData
    settings: TrainSettings
    partition: Partition
    fitted: tuple[str, ...]
    voting: tuple[str, ...]
    choosing: bool

    def __call__(self, progress: Progress) -> Repeat:
        """Do it.

        Raises
        ------
        Cancelled
            Before the next model.
        """
        workshop = Workshop()
        pairs = FoldPairs.of(self.data, self.settings, self.partition, self.voting, workshop)
        references, found = References.none_yet(self.data, 1), Repeat()
        usable = self.partition.usable
        for number, fold in enumerate(usable):
            part = progress.part(number / len(usable), (number + 1) / len(usable))
            self._fold(fold, found, pairs, progress=part.without_words())
            references.add(self.data, 0, *self.partition.split(fold))
        found.references.update({name: p[0] for name, p in references.probability.items()})
        found.factors += references.factors
        return found

    def _fold(self, fold: int, found: Repeat, pairs: Optional[FoldPairs], progress: Progress) -> None:
        """Fit everything to the training part of a fold, and keep what it says of the rest."""
        train, test = self.partition.split(fold)
        known, rest = self.data.take(train), self.data.take(test)
        if self.choosing:
            found.choices[fold] = (
                choose_base(known, self.settings, progress) if pairs is None else pairs.base(fold, progress)
            )
        settings = found.settled(fold, self.settings)
        if self.voting:
            quiet = progress.without_share()
            found.votes[fold] = (
                inner_votes(known, settings, self.voting, workshop=Workshop(), progress=quiet)
                if pairs is None
                else pairs.votes(fold, settings, quiet)
            )
        models = fit_models(
            known,
            settings,
            self.fitted,
            1,
            workshop=Workshop(),
            progress=progress,
            trees=fold_trees(rarer_samples(self.data.labels)),
            networks=False,
        )
        for name, model in models.items():
            found.models[fold, name] = model
            found.keep(name, test, *own_and_mapped(model, rest))
        if NETWORK in models and settings.residual:
            found.keep(OWN_BASE, test, *own_and_mapped(models[NETWORK].before_networks(), rest))


def works_of(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    partitions: Sequence[Partition],
    stacked: Sequence[str],
    inner: bool = True,
    networks: bool = True,
) -> list[RepeatWork]:
    """The repeats of a comparison, without the networks that are trained in them.

    Parameters
    ----------
    families : sequence of str
        All that are compared.
    stacked : sequence of str
        Those that make the stacked means.
    inner : bool
        Whether votes come from folds inside each training part.
    networks : bool
        Whether networks are trained; else their base stands for them in the repeats that they take part in.
    """
    lean = tuple(family for family in stacked if is_classical(family))
    choosing = settings.architecture == CHOSEN and needs_base(families)
    works = []
    for repeat, partition in enumerate(partitions):
        stands_in = not networks and repeat < settings.network_repeats
        works.append(
            RepeatWork(
                data,
                settings,
                partition,
                fitted=tuple(family for family in families if family != NETWORK or stands_in),
                voting=lean if inner and len(lean) > 1 else (),
                choosing=choosing,
            )
        )
    return works
