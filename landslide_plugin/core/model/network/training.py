"""Train one member: epochs, warm-up, and early stopping on a spatially held-out block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...progress import Progress
from .batch import LossWeights, Packed, Rows, Step
from .judging import gains_of, loss_parts
from .trainable import TrainableNetwork
from .training_arrays import TrainingArrays

Floats = npt.NDArray[np.float32]
KEPT_BYTES = 30 * 2**20
FIRST_ORDER = 0.1
"""Share of its weight that the order of the triggers starts with: at once in full it would keep P from learning
to rise with them, since a network that has learnt nothing pays least where it does not answer to a trigger."""


@dataclass(frozen=True)
class TrainingPlan:
    """How long and how fast to train, and what the loss terms weigh.

    Attributes
    ----------
    epochs, patience : int
    learning_rate, weight_decay : float
    warmup : int
        Epochs over which the physics terms grow to their full weight.
    weights : LossWeights
    """

    epochs: int
    patience: int
    learning_rate: float
    weight_decay: float
    warmup: int
    weights: LossWeights

    def weights_at(self, epoch: int) -> LossWeights:
        """Weights of the loss terms in an epoch, counted from 1: physics after warm-up in full, order in the last."""
        share, full = min(1.0, epoch / (self.warmup + 1)), self.weights
        return replace(
            full,
            prior=share * full.prior,
            sign=share * full.sign,
            monotone=share * full.monotone,
            order=FIRST_ORDER ** (1.0 - epoch / self.epochs) * full.order,
        )


@dataclass(frozen=True)
class Lesson:
    """What one member learns from.

    Attributes
    ----------
    train : TrainingArrays
        Labelled samples.
    held_out : TrainingArrays
        Cells of the block that tells when to stop.
    extra : TrainingArrays or None
        Unlabelled cells of the physics terms.
    """

    train: TrainingArrays
    held_out: TrainingArrays
    extra: Optional[TrainingArrays] = None

    @property
    def cells(self) -> TrainingArrays:
        """Samples and, behind them, extra cells that weigh for those not drawn in an epoch too."""
        if self.extra is None:
            return self.train
        share = np.float32(max(1.0, len(self.extra) / len(self.train)))
        heavier = replace(
            self.extra,
            prior_weights=self.extra.prior_weights * share,
            side_weights=self.extra.side_weights * share,
            cell_weights=self.extra.cell_weights * share,
        )
        return self.train.joined(heavier)


@dataclass(frozen=True)
class FittedNetwork:
    """Parameters of the best epoch, the loss on the held-out block from epoch 0 on, and what each of its cells gained.

    Attributes
    ----------
    parameters : float32 array
    best_epoch : int
    history : tuple of float
    parts : tuple of (float, float, float)
        Of each epoch the part of the inventory, that of the slope-stability prior, and the AUROC; the last is NaN
        where the block has one class only.
    gains : float64 array (cells,)
        By how much the best epoch lowers the loss of each cell of the block that tells something; of residual
        networks alone.
    start : float32 array, optional
        Parameters of epoch 0, which add nothing to the base.
    """

    parameters: Floats
    best_epoch: int
    history: tuple[float, ...]
    parts: tuple[tuple[float, float, float], ...] = ()
    gains: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    start: Optional[Floats] = None

    def before(self) -> FittedNetwork:
        """The same network at epoch 0."""
        if self.start is None:
            return self
        return replace(self, parameters=self.start, best_epoch=0)


def earned(gains: Sequence[npt.NDArray[np.float64]]) -> bool:
    """Whether networks lower the loss of the blocks that they were stopped on by more than one standard error.

    The smallest of many noisy losses is no evidence that a network helps elsewhere, so where the gain is chance the
    base stays as it is (Breiman et al. 1984, the one-standard-error rule). All blocks are judged together: one block
    holds a fifth of the samples, on which a gain of use would hardly ever show.

    Parameters
    ----------
    gains : sequence of float64 array (cells,)
        Of each network, on the block that it did not learn from.

    Examples
    --------
    >>> some = np.array([0.3, -0.1, 0.2, -0.05])
    >>> earned([some]), earned([some, some, some]), earned([-some, -some]), earned([])
    (True, True, False, False)
    """
    every = np.concatenate([np.zeros(0), *gains])
    return bool(every.sum() > np.sqrt(every.size) * every.std()) if every.size else False


def cosine_rate(step: int, steps: int) -> float:
    """Share of the learning rate at a step, from 1 down to 0 (Loshchilov and Hutter 2017).

    >>> cosine_rate(0, 10), round(cosine_rate(5, 10), 6), cosine_rate(10, 10)
    (1.0, 0.5, 0.0)
    """
    return float(0.5 * (1.0 + np.cos(np.pi * step / steps)))


def batches(rng: np.random.Generator, samples: int, extra: int, size: int) -> Iterator[npt.NDArray[np.int32]]:
    """Rows of one epoch in random order, ``size`` at a time.

    All samples take part, and of the extra cells behind them as many as there are samples, drawn
    anew each epoch. The last batch is filled with the row after the last, which weighs nothing.

    >>> [sorted(rows.tolist()) for rows in batches(np.random.default_rng(0), 2, 0, 4)]
    [[0, 1, 2, 2]]
    """
    drawn = samples + rng.choice(extra, min(samples, extra), replace=False)
    order = rng.permutation(np.concatenate([np.arange(samples), drawn]))
    filled = np.concatenate([order, np.full(-len(order) % size, samples + extra)])
    yield from filled.astype(np.int32).reshape(-1, size)


def fit_member(
    network: TrainableNetwork, seed: int, lesson: Lesson, plan: TrainingPlan, progress: Progress
) -> FittedNetwork:
    """Train until the held-out block no longer improves; keep the best epoch.

    The same seed and arrays give the same bytes. ``Cancelled`` is raised within one batch. Whether a residual network
    has earned its place over the base is told by all members together: see ``earned``.
    """
    return fit_members(network, [seed], [lesson], plan, progress)[0]


def fit_members(
    network: TrainableNetwork,
    seeds: Sequence[int],
    lessons: Sequence[Lesson],
    plan: Union[TrainingPlan, Sequence[TrainingPlan]],
    progress: Progress,
) -> list[FittedNetwork]:
    """Train members, as many side by side as pays, each as ``fit_member`` trains it alone.

    They may be those of several folds, each with a plan of its own.
    """
    count = len(seeds)
    plans = [plan] * count if isinstance(plan, TrainingPlan) else plan
    members = list(zip(seeds, lessons, plans))
    found: list[FittedNetwork] = []
    for start in range(0, count, network.beside):
        group = members[start : start + network.beside]
        pupils = [_Pupil(network, seed, lesson, own) for seed, lesson, own in group]
        found += _taught(network, pupils, progress.part(start / count, (start + len(group)) / count))
    return found


def _taught(network: TrainableNetwork, pupils: list[_Pupil], progress: Progress) -> list[FittedNetwork]:
    """Members that have learnt side by side.

    A step moves all that still learn. Each has batches, seeds and held-out cells of its own, and leaves when it stops.
    """
    learners, learning = network.begin(np.stack([pupil.start for pupil in pupils])), pupils
    keep_memory()
    done = 0.0
    while learning:
        progress.check()
        network.step(
            learners,
            data=[pupil.data for pupil in learning],
            rows=[pupil.rows() for pupil in learning],
            weights=[pupil.weights for pupil in learning],
            steps=[pupil.numbers() for pupil in learning],
            sources=[pupil.source for pupil in learning],
        )
        ended = [pupil.at_an_end(own) for pupil, own in zip(learning, learners.state.parameters)]
        places = [place for place, over in enumerate(ended) if not over]
        before, done = done, float(np.mean([pupil.done for pupil in pupils]))
        if done > before:
            progress.step(done)
        if len(places) < len(learning):
            learners, learning = learners.keep(places), [learning[place] for place in places]
    return [pupil.fitted() for pupil in pupils]


def keep_memory() -> None:
    """Let the allocator keep what a step frees, where it learns by that: the next step needs as much again.

    The C library of Linux returns large blocks to the system until one of that size has been freed, and then keeps
    such blocks; a step of several members else waits a third of its time for pages.
    """
    np.empty(KEPT_BYTES, np.uint8)


class _Pupil:
    """A member in training: what it is given next, and how well it has done.

    Parameters
    ----------
    network : TrainableNetwork
    seed : int
    lesson : Lesson
    plan : TrainingPlan
    """

    def __init__(self, network: TrainableNetwork, seed: int, lesson: Lesson, plan: TrainingPlan) -> None:
        self._network, self._plan, self._held_out = network, plan, lesson.held_out
        self._rng, self._trigger_rng = (np.random.default_rng([seed, stream]) for stream in (1, 2))
        self.source = np.random.SFC64(np.random.SeedSequence([seed, 4]))
        self.start = network.initial(seed)
        self._own, self._more = len(lesson.train), 0 if lesson.extra is None else len(lesson.extra)
        self._per_epoch = -(-(self._own + min(self._more, self._own)) // network.batch)
        self._told = lesson.held_out.normalised(1.0)
        self._sight = network.sight(self._told, directed=plan.weights.monotone > 0.0)
        self.data = Packed(lesson.cells.normalised(self._per_epoch))
        loss, part = self._judged(self.start)
        self._history, self._parts = [loss], [part]
        self._best, self._best_epoch, self._lowest = self.start, 0, loss if network.residual else np.inf
        self._step, self._epoch, self.done = 0, 0, 0.0
        self._begin()

    def _begin(self) -> None:
        self._epoch += 1
        self.weights = self._plan.weights_at(self._epoch)
        self._batches = list(batches(self._rng, self._own, self._more, self._network.batch))

    def rows(self) -> Rows:
        """Rows of the next batch."""
        return self._batches[self._step % self._per_epoch]

    def numbers(self) -> Step:
        """Numbers of the next step, which begins with that."""
        plan = self._plan
        rate = plan.learning_rate * cosine_rate(self._step, plan.epochs * self._per_epoch)
        self._step += 1
        return _numbers(rate, plan.weight_decay, self._step, self._network, self._trigger_rng)

    def at_an_end(self, parameters: Floats) -> bool:
        """Whether the member has learnt all it will; at the end of an epoch it is judged.

        Raises
        ------
        InputError
            Weights that are no numbers any more.
        """
        if self._step % self._per_epoch:
            return False
        if not np.isfinite(parameters).all():
            raise InputError(
                f"Training diverged at a learning rate of {self._plan.learning_rate:g}: weights are not finite "
                f"after epoch {self._epoch}; lower LEARNING_RATE"
            )
        loss, part = self._judged(parameters)
        self._history.append(loss)
        self._parts.append(part)
        self.done = self._epoch / self._plan.epochs
        if loss < self._lowest:
            self._best, self._best_epoch, self._lowest = parameters.copy(), self._epoch, loss
        if self._epoch - self._best_epoch >= self._plan.patience or self._epoch >= self._plan.epochs:
            self.done = 1.0
            return True
        self._begin()
        return False

    def _judged(self, parameters: Floats) -> tuple[float, tuple[float, float, float]]:
        """Loss of the block held out, by all terms at their full weight, and its parts."""
        network, plan = self._network, self._plan
        added = network.seen(parameters, self._sight)
        found = loss_parts(network, added[0, :, : len(self._told)].T, self._told, plan.weights)
        if network.beyond_labels(plan.weights):
            return network.loss_seen(added, self._sight, plan.weights), found[:3]
        return found[0] + found[1] + found[3], found[:3]

    def fitted(self) -> FittedNetwork:
        """The best epoch, and what it gained."""
        found = FittedNetwork(self._best, self._best_epoch, tuple(self._history), tuple(self._parts))
        if not self._network.residual:
            return found
        gains = gains_of(self._network, self._best, self._held_out, self._plan.weights)
        return replace(found, gains=gains, start=self.start)


def _numbers(
    rate: float, decay: float, step: int, network: TrainableNetwork, rng: np.random.Generator
) -> Step:
    """Numbers of a step, with a trigger drawn between two neighbouring scenarios if the network takes one."""
    pairs = network.terms.between
    if not pairs:
        return Step(rate, decay, step)
    low, high = pairs[rng.integers(len(pairs))]
    return Step(rate, decay, step, low=low, high=high, share=float(rng.random()))
