"""Train one member: epochs, warm-up, and early stopping on a spatially held-out block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.metrics import auroc
from ...progress import Progress
from .batch import LossWeights, Step
from .compiled import CompiledNetwork
from .training_arrays import TrainingArrays

Floats = npt.NDArray[np.float32]
LANDSLIDE = 0.5
"""Labels above it, which may be smoothed, are landslides."""
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
    network: CompiledNetwork, seed: int, lesson: Lesson, plan: TrainingPlan, progress: Progress
) -> FittedNetwork:
    """Train until the held-out block no longer improves; keep the best epoch.

    The same seed and arrays give the same bytes. ``Cancelled`` is raised within one batch. Whether a residual network
    has earned its place over the base is told by all members together: see ``earned``.
    """
    import tensorflow as tf

    rng, trigger_rng = np.random.default_rng([seed, 1]), np.random.default_rng([seed, 2])
    start = tf.constant(network.initial(seed))
    state = [start, tf.zeros_like(start), tf.zeros_like(start)]
    train, held_out, more = lesson.train, lesson.held_out, 0 if lesson.extra is None else len(lesson.extra)
    per_epoch = -(-(len(train) + min(more, len(train))) // network.batch)
    told = held_out.normalised(1.0)
    data, block = _tensors(lesson.cells.normalised(per_epoch)), _tensors(told)
    traced = network.beyond_numpy(plan.weights)

    def judged(parameters: Any) -> tuple[float, tuple[float, float, float]]:
        found = _parts(network, parameters, told, plan)
        if traced:
            return _block_loss(network, parameters, len(held_out), block, plan), found[:3]
        return found[0] + found[1] + found[3], found[:3]

    loss, part = judged(state[0])
    history, parts = [loss], [part]
    best, best_epoch, lowest = state[0], 0, history[0] if network.residual else np.inf
    step = 0
    for epoch in range(1, plan.epochs + 1):
        weights = plan.weights_at(epoch).vector()
        for rows in batches(rng, len(train), more, network.batch):
            progress.check()
            rate = plan.learning_rate * cosine_rate(step, plan.epochs * per_epoch)
            step += 1
            numbers = _numbers(rate, plan.weight_decay, step, network, trigger_rng).vector()
            drawn = np.array([seed, step], np.int32)
            moved = network.step(*state, rows=rows, arrays=data, weights=weights, rates=numbers, seed=drawn)
            state = list(moved)
        loss, part = judged(state[0])
        history.append(loss)
        parts.append(part)
        progress.step(epoch / plan.epochs)
        if history[-1] < lowest:
            best, best_epoch, lowest = state[0], epoch, history[-1]
        if epoch - best_epoch >= plan.patience:
            break
    found = FittedNetwork(np.asarray(best), best_epoch, tuple(history), tuple(parts))
    if not network.residual:
        return found
    return replace(found, gains=_gains(network, found.parameters, held_out, plan), start=np.asarray(start))


def _numbers(
    rate: float, decay: float, step: int, network: CompiledNetwork, rng: np.random.Generator
) -> Step:
    """Numbers of a step, with a trigger drawn between two neighbouring scenarios if the network takes one."""
    pairs = network.terms.between
    if not pairs:
        return Step(rate, decay, step)
    low, high = pairs[rng.integers(len(pairs))]
    return Step(rate, decay, step, low=low, high=high, share=float(rng.random()))


def _gains(
    network: CompiledNetwork, parameters: Floats, held_out: TrainingArrays, plan: TrainingPlan
) -> npt.NDArray[np.float64]:
    """By how much a network lowers the loss of each cell of a block that has a label or a prior."""
    block = held_out.normalised(1.0)
    added = network.added_to(parameters, block)
    gains = cell_losses(block.offset, block, plan.weights) - cell_losses(
        block.offset + added, block, plan.weights
    )
    told = (block.label_weights + block.prior_weights + block.side_weights).sum(axis=1) > 0
    return np.asarray(gains[told], dtype=np.float64)


def _parts(
    network: CompiledNetwork, parameters: Any, block: TrainingArrays, plan: TrainingPlan
) -> tuple[float, float, float, float]:
    """Loss of a block by the inventory and by the prior, without dropout, its AUROC, and the loss by the order."""
    from scipy.special import xlogy

    odds = block.offset + network.added_to(parameters, block)
    whole = float(cell_losses(odds, block, plan.weights).sum())
    labelled = replace(
        block,
        prior_weights=np.zeros_like(block.prior_weights),
        side_weights=np.zeros_like(block.side_weights),
    )
    data = float(cell_losses(odds, labelled, plan.weights).sum())
    told = block.label_weights > 0
    slides = block.labels[told] > LANDSLIDE
    both = bool(slides.any() and not slides.all())
    own = block.prior.astype(np.float64)
    # what no probability can undercut: the loss counts the prior's part from there
    least = float((block.prior_weights * -(xlogy(own, own) + xlogy(1.0 - own, 1.0 - own))).sum())
    return (
        data,
        whole - data - plan.weights.prior * least,
        auroc(slides, odds[told]) if both else float("nan"),
        plan.weights.order * network.falls(odds, block.cell_weights),
    )


def cell_losses(logits: Floats, cells: TrainingArrays, weights: LossWeights) -> Floats:
    """Part of each cell (n,) in the inventory's, the prior's and the sign's terms at logits (n, scenarios).

    Labels are judged at the odds of their sample, as in training; prior and sign at those of the ground.
    """
    odds = logits.astype(np.float64)
    sampled = odds + cells.label_offset.astype(np.float64)[:, None]

    def cross_entropy(wanted: Floats, odds: npt.NDArray[np.float64]) -> Floats:
        return np.asarray(np.logaddexp(0.0, odds) - wanted * odds)

    losses = cells.label_weights * cross_entropy(cells.labels, sampled)
    losses += weights.prior * cells.prior_weights * cross_entropy(cells.prior, odds)
    wrong = np.maximum(-cells.side * (odds - weights.level), 0.0)
    losses += weights.sign * cells.side_weights * np.abs(cells.side) * wrong
    return np.asarray(losses.sum(axis=1))


def _tensors(arrays: TrainingArrays) -> list[Any]:
    import tensorflow as tf

    return [tf.constant(part) for part in arrays.padded()]


def _block_loss(
    network: CompiledNetwork, parameters: Any, count: int, block: list[Any], plan: TrainingPlan
) -> float:
    """Mean loss over a block without dropout, physics terms at their full weight."""
    weights = plan.weights.vector()
    rows = np.concatenate([np.arange(count), np.full(-count % network.batch, count)]).astype(np.int32)
    parts = [network.loss(parameters, part, block, weights) for part in rows.reshape(-1, network.batch)]
    return float(np.sum([float(part) for part in parts]))
