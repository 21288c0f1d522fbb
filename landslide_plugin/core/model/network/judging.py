"""How well a network does at cells that it did not learn from: the parts of its loss, and what it gains a cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...evaluation.metrics import auroc
from .batch import LossWeights
from .trainable import TrainableNetwork
from .training_arrays import TrainingArrays

Floats = npt.NDArray[np.float32]
LANDSLIDE = 0.5
"""Labels above it, which may be smoothed, are landslides."""


def gains_of(
    network: TrainableNetwork, parameters: Floats, held_out: TrainingArrays, weights: LossWeights
) -> npt.NDArray[np.float64]:
    """By how much a network lowers the loss of each cell of a block that has a label or a prior."""
    block = held_out.normalised(1.0)
    added = network.added_to(parameters, block)
    gains = cell_losses(block.offset, block, weights) - cell_losses(block.offset + added, block, weights)
    told = (block.label_weights + block.prior_weights + block.side_weights).sum(axis=1) > 0
    return np.asarray(gains[told], dtype=np.float64)


def loss_parts(
    network: TrainableNetwork, added: Floats, block: TrainingArrays, weights: LossWeights
) -> tuple[float, float, float, float]:
    """Loss of a block by the inventory and by the prior, its AUROC, and the loss by the order.

    ``added`` (n, scenarios) are the logits of the network.
    """
    from scipy.special import xlogy

    odds = np.ascontiguousarray(block.offset + added)
    whole = float(cell_losses(odds, block, weights).sum())
    labelled = replace(
        block,
        prior_weights=np.zeros_like(block.prior_weights),
        side_weights=np.zeros_like(block.side_weights),
    )
    data = float(cell_losses(odds, labelled, weights).sum())
    told = block.label_weights > 0
    slides = block.labels[told] > LANDSLIDE
    both = bool(slides.any() and not slides.all())
    own = block.prior.astype(np.float64)
    # what no probability can undercut: the loss counts the prior's part from there
    least = float((block.prior_weights * -(xlogy(own, own) + xlogy(1.0 - own, 1.0 - own))).sum())
    return (
        data,
        whole - data - weights.prior * least,
        auroc(slides, odds[told]) if both else float("nan"),
        weights.order * network.falls(odds, block.cell_weights),
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
