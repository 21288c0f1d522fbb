"""Every model on the same folds and rows: held-out probabilities, stacked means, scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import is_relative
from ...progress import Progress
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_folds
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .cross_validation import Partition, physics_probability
from .fold_models import Likes, fit_models, is_classical, own_and_mapped
from .held_out import HeldOut, judged
from .references import References
from .repeat import OWN_BASE, Repeat, works_of
from .votes import NETWORK, pooled, stack_votes

__all__ = ["NETWORK", "OWN_BASE", "ModelComparison", "compare", "fit_models"]
Floats = npt.NDArray[np.float64]
PHYSICS, STACK, LEAN_STACK = "physics_alone", "stack", "stack_without_network"
STACKS = (STACK, LEAN_STACK)
OF_PROBABILITY = ("brier", "log_loss")


@dataclass(frozen=True)
class ModelComparison:
    """What models did on held-out folds.

    Attributes
    ----------
    probability : mapping of str to float64 array (repeats, n)
        On the scale of the samples.
    results : mapping of str to HeldOut
    votes : mapping of str to mapping
        Votes of the stacks, for the map.
    folds : int
        A repeat.
    bases : list of str
        What base each fold chose, in words; empty where it was given.
    best_factor : str
        Which single factor the folds found best.
    idle : int
        Members of folds that were by choice not trained, since the first ones stayed at epoch 0 there.
    """

    probability: Mapping[str, Floats]
    results: Mapping[str, HeldOut]
    votes: Mapping[str, Mapping[str, float]]
    folds: int
    bases: list[str] = field(default_factory=list)
    best_factor: str = ""
    idle: int = 0


@dataclass
class _Comparison:
    """A comparison in the making."""

    data: TrainingData
    settings: TrainSettings
    families: tuple[str, ...]
    stacked: tuple[str, ...]
    partitions: Sequence[Partition]
    workshop: Workshop
    networks: bool = True
    p: dict[str, Floats] = field(default_factory=dict)
    mapped: dict[str, Floats] = field(default_factory=dict)
    references: dict[str, Floats] = field(default_factory=dict)
    factors: list[str] = field(default_factory=list)
    votes: dict[tuple[int, int], Mapping[str, float]] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
    likes: Optional[Likes] = None
    idle: int = 0

    @property
    def lean(self) -> tuple[str, ...]:
        """Families of the stack that train in seconds."""
        return tuple(family for family in self.stacked if is_classical(family))

    def train(self, repeat: int, found: Repeat, progress: Progress) -> None:
        """Train the networks of the folds of a repeat, beside what was fitted there without them."""
        part, data = self.partitions[repeat], self.data
        settled = {fold: found.settled(fold, self.settings) for fold in part.usable}
        known = ((data.take(part.split(fold)[0]), settings) for fold, settings in settled.items())
        ensembles = fit_folds(known, len(settled), self.workshop, progress)
        for (fold, settings), ensemble in zip(settled.items(), ensembles):
            test = part.split(fold)[1]
            rest = data.take(test)
            self.idle += sum(not member.history for member in ensemble.members)
            found.models[fold, NETWORK] = ensemble
            found.keep(NETWORK, test, *own_and_mapped(ensemble, rest))
            if settings.residual:
                found.keep(OWN_BASE, test, *own_and_mapped(ensemble.before_networks(), rest))

    def take_over(self, repeat: int, found: Repeat) -> None:
        """Put what is known of a repeat beside that of the others; they come in their order."""
        tables = ((self.p, found.p), (self.mapped, found.mapped), (self.references, found.references))
        for table, values in tables:
            for name, row in values.items():
                empty = np.full((len(self.partitions), len(self.data.labels)), np.nan)
                table.setdefault(name, empty)[repeat] = row
        self.factors += found.factors
        self.bases += [choice.words for choice in found.choices.values()]
        self.votes.update({(repeat, fold): votes for fold, votes in found.votes.items()})

    def with_network(self, repeat: int) -> bool:
        """Whether the networks take part in a repeat."""
        return repeat < self.settings.network_repeats

    def trains(self, repeat: int) -> bool:
        """Whether networks are trained in a repeat."""
        return NETWORK in self.families and self.networks and self.with_network(repeat)

    def stacks(self) -> dict[str, Mapping[str, float]]:
        """Add the held-out probabilities of the stacks; their votes for the map."""
        found: dict[str, Mapping[str, float]] = {}
        if len(self.lean) > 1:
            found[LEAN_STACK] = self._stack(LEAN_STACK, self.lean)
        if self.lean and NETWORK in self.stacked:
            found[STACK] = self._stack(STACK, (*self.lean, NETWORK))
        return found

    def _stack(self, name: str, families: Sequence[str]) -> Mapping[str, float]:
        stacked, on_map = (np.full_like(self.p[families[0]], np.nan) for _ in range(2))
        tables = ((stacked, self.p), (on_map, self.mapped if self.data.dated else self.p))
        final, idle = self._final_votes(families), True
        for repeat, part in enumerate(self.partitions):
            with_network = NETWORK in families and self.with_network(repeat)
            voting = [family for family in families if family != NETWORK or with_network]
            if NETWORK in families and not with_network and not (idle and not final[NETWORK]):
                continue
            held_out = {family: self.p[family][repeat] for family in voting}
            for fold in part.usable:
                here = part.folds == fold
                votes = self._votes_in(repeat, fold, held_out)
                idle &= not votes.get(NETWORK)
                for out, table in tables:
                    own = {family: table[family][repeat] for family in voting}
                    out[repeat, here] = pooled(own, votes)[here]
        self.p[name], self.mapped[name] = stacked, on_map
        return final

    def judge(self, name: str, p: Floats) -> HeldOut:
        """Scores of held-out probabilities (repeats, n)."""
        data, mapped = self.data, self.mapped.get(name)
        dated = data.dated and mapped is not None
        return _told(name, judged(data.labels, self.partitions, p, mapped, row_weights(data), dated=dated))

    def _votes_in(self, repeat: int, fold: int, held_out: Mapping[str, Floats]) -> Mapping[str, float]:
        """Votes in a fold: of fast families by folds inside its training part, of the network by the other folds."""
        data, part = self.data, self.partitions[repeat]
        others = np.where(part.folds == fold, -1, part.folds)
        inner = self.votes.get((repeat, fold))
        if NETWORK not in held_out:
            return (
                inner if inner is not None else stack_votes(data.labels, held_out, others, row_weights(data))
            )
        votes = stack_votes(data.labels, held_out, others, row_weights(data))
        return votes if inner is None else _joined(votes, inner)

    def _final_votes(self, families: Sequence[str]) -> Mapping[str, float]:
        """Votes for the map, by the held-out predictions of all folds and repeats."""
        every = {family: self.p[family].ravel() for family in families}
        size, repeats = len(self.data.labels), len(self.partitions)
        parts = [part.folds + repeat * size for repeat, part in enumerate(self.partitions)]
        weights = row_weights(self.data)
        labels = np.tile(self.data.labels, repeats)
        return stack_votes(labels, every, np.concatenate(parts), np.tile(weights, repeats))


def _joined(votes: Mapping[str, float], inner: Mapping[str, float]) -> dict[str, float]:
    """The network's votes of one count, and the rest shared as in another.

    >>> _joined({"forest": 2.0, "logistic": 4.0, "ensemble": 4.0}, {"forest": 5.0, "logistic": 5.0})
    {'forest': 3.0, 'logistic': 3.0, 'ensemble': 4.0}
    """
    rest = sum(votes.values()) - votes[NETWORK]
    total = sum(inner.values())
    return {**{name: count * rest / total for name, count in inner.items()}, NETWORK: votes[NETWORK]}


def compare(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
    stacked: Optional[Sequence[str]] = None,
    inner: bool = True,
    networks: bool = True,
    likes: Optional[Likes] = None,
    repeats: Optional[Sequence[Callable[[Progress], Repeat]]] = None,
) -> ModelComparison:
    """Cross-validate all families on the same folds, pool them, and hold them against the references.

    In a fold the votes of families that train in seconds come from folds inside its training part. Whether the
    network votes, and how much, is told by the held-out predictions of the other folds, and so is every threshold.
    Networks are trained in the first ``network_repeats`` repeats. Where they have a vote in any of those folds or in
    the map, the stacked mean with them is scored on these repeats alone; where they have none it is the pool without
    them, which all repeats score.

    Parameters
    ----------
    families : sequence of str
        To fit: of ``FAMILIES`` and ``MACHINES``, with ``_with_pf`` behind where the probability of failure is an
        input, and ``ensemble``.
    stacked : sequence of str, optional
        Those of them that make the stacked means; all if not given.
    inner : bool
        False: votes in a fold by the held-out predictions of the other folds, whose models have seen it. Cheaper by
        two thirds, and scores come out higher (``benchmarks/bench/votes.py``).
    networks : bool
        False: networks that add to a base are not trained; it stands for them.
    likes : dict, optional
        Gets the models of the first repeat, by fold and family, once that is done.
    repeats : sequence of callable, optional
        Who does each of ``works_of`` these arguments; they themselves if not given.
    """
    chosen, trained = tuple(families if stacked is None else stacked), networks or not settings.residual
    comparison = _Comparison(
        data,
        settings,
        tuple(families),
        chosen,
        partitions,
        workshop=workshop,
        networks=trained,
        likes=likes,
    )
    works = repeats or works_of(
        data, settings, families, partitions, stacked=chosen, inner=inner, networks=trained
    )
    _every_repeat(comparison, works, progress)
    votes = comparison.stacks()
    p = {**comparison.p, **comparison.references}
    if data.cells.prior_pf is not None:
        p[PHYSICS] = np.repeat(physics_probability(data)[None], len(partitions), axis=0)
    results = {name: comparison.judge(name, q) for name, q in p.items()}
    return ModelComparison(
        p,
        results,
        votes,
        partitions[0].count,
        bases=comparison.bases,
        best_factor=References({}, comparison.factors).best_factor,
        idle=comparison.idle,
    )


def _every_repeat(
    comparison: _Comparison, works: Sequence[Callable[[Progress], Repeat]], progress: Progress
) -> None:
    """Do all repeats, those with networks first, and put them side by side in their order."""
    order = sorted(range(len(works)), key=lambda repeat: (not comparison.trains(repeat), repeat))
    parts = [1 + comparison.trains(repeat) for repeat in order]
    found, done = {}, 0
    for number, repeat in enumerate(order):
        shares = [share / sum(parts) for share in (done, done + 1, done + parts[number])]
        found[repeat] = works[repeat](progress.part(shares[0], shares[1]))
        if comparison.trains(repeat):
            comparison.train(repeat, found[repeat], progress.part(shares[1], shares[2]))
        if comparison.likes is not None and repeat == 0:
            comparison.likes.update(found[repeat].models)
        done += parts[number]
        progress.step(shares[2])
        progress.info(f"Repeats of the folds: {number + 1} of {len(works)} done")
    for repeat in range(len(works)):
        comparison.take_over(repeat, found[repeat])


def _told(name: str, held_out: HeldOut) -> HeldOut:
    return replace(held_out, fold_scores=tuple(scores_of(name, fold) for fold in held_out.fold_scores))


def scores_of(name: str, scores: Mapping[str, float]) -> dict[str, float]:
    """Scores that hold for a model: a relative intensity has none of a probability.

    >>> scores_of("presence_background", {"auroc": 0.7, "brier": 0.2}), scores_of("forest", {"brier": 0.2})
    ({'auroc': 0.7}, {'brier': 0.2})
    """
    return {key: value for key, value in scores.items() if not (is_relative(name) and key in OF_PROBABILITY)}
