"""Fit forests and boosted trees with scikit-learn and take their nodes over as plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...types.odds import log_odds, probability_of
from ..families.labelled_rows import LabelledRows
from ..families.linear import ridge_logistic
from ..families.trees import Trees, tree_rows
from .growing.boosting import Boosted, GrownNodes, grow_boosting
from .growing.forest import grow_forest
from .growing.rows import ClassedRows, checked

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
LARGEST_DIFFERENCE = 1e-6


def fit_trees(kind: str, samples: LabelledRows, seed: int, trees: int = 0) -> Trees:
    """Trees fitted to every (cell, scenario) row that has a weight.

    Parameters
    ----------
    kind : {"forest", "boosting"}
    samples : LabelledRows
        A label between 0 and 1 counts as both classes in its share.
    seed : int
    trees : int
        Of a forest, how many; 0 for its usual number.

    Notes
    -----
    The result never falls with a trigger: splits on triggers are held to that.

    Raises
    ------
    LandslideError
        The arrays do not give scikit-learn's probabilities to 1e-6.
    """
    return _fitted(kind, samples, seed, trees=trees)[0]


def fit_forest_on_ground(
    samples: LabelledRows, lines: Floats, even: Floats, seed: int, trees: int = 0
) -> Trees:
    """A forest that gives the odds of the ground, beside lines (n, S) in the triggers.

    Parameters
    ----------
    samples : LabelledRows
        With the offsets of the sampling; what trees shall not see is 0.
    lines : float64 array (n, S)
    even : float64 array (n, S)
        Weights that the trees are grown with.
    seed : int
    trees : int
        How many; 0 for the usual number.

    Notes
    -----
    Votes of trees are no odds, and least so where landslides are rare: slope and level of their log odds come from
    the rows that each tree did not see (Breiman 1996), by logistic regression with the offsets and the lines fixed.
    """
    grown, votes, order = _fitted("forest", replace(samples, weights=even), seed, unseen=True, trees=trees)
    cell, scenario, truth = order
    guard = 0.5 / len(grown.roots)
    known = np.isfinite(votes)
    cell, scenario, truth, votes = cell[known], scenario[known], truth[known], votes[known]
    offsets = np.zeros(len(samples.labels)) if samples.offsets is None else samples.offsets
    slope, level = ridge_logistic(
        log_odds(votes, guard=guard)[:, None],
        truth.astype(np.float64),
        0.0,
        weights=samples.weights[cell, scenario],
        offsets=offsets[cell] + lines[cell, scenario],
    )
    return replace(grown, start=float(level), scale=max(float(slope), 0.0), guard=guard)


def _fitted(
    kind: str,
    samples: LabelledRows,
    seed: int,
    unseen: bool = False,
    trees: int = 0,
) -> tuple[Trees, Floats, tuple[Any, ...]]:
    """The trees; what those say of each row that did not see it, if asked; and cell, scenario and class of each row."""
    rows, truth, weight, place = told_rows(samples)
    _, layers, properties = samples.profile.shape
    sizes = (samples.static.shape[1], layers * properties, samples.triggers.shape[-1])
    rising = [0] * (sizes[0] + sizes[1]) + [1] * sizes[2]
    votes, told = np.zeros(0), ClassedRows(rows, truth, weight)
    if kind == "forest":
        grown = grow_forest(told, rising, seed, unseen, trees=trees)
        found, theirs = _forest(grown.trees, sizes), grown.share
        votes = votes if grown.unseen is None else grown.unseen
    else:
        boosted = grow_boosting(told, rising, seed)
        found, theirs = _boosted(boosted, sizes), boosted.share
    own = probability_of(found._logit(rows[checked(len(rows))])[:, 0])
    difference = float(np.abs(own - theirs).max())
    if not difference <= LARGEST_DIFFERENCE:
        raise LandslideError(
            f"The arrays of the {kind} differ from scikit-learn by {difference:.2g} in probability "
            f"(allowed: {LARGEST_DIFFERENCE:g}); check the version of scikit-learn"
        )
    return found, votes, (*place, truth)


def told_rows(samples: LabelledRows) -> tuple[Inputs, npt.NDArray[np.int8], Floats, Any]:
    """Rows in the order of the samples, classes and weights; a label between 0 and 1 gives a row a class."""
    triggers, labels, weights = samples.triggers, samples.labels, samples.weights
    rows, truth, weight, cell, column = [], [], [], [], []
    scenarios = np.moveaxis(triggers if triggers.ndim == 3 else triggers[None], 1, 0)
    for scenario, steps in enumerate(scenarios):
        inputs = tree_rows(samples.static, samples.profile, steps)
        for value, share in ((1, labels[:, scenario]), (0, 1.0 - labels[:, scenario])):
            counts = weights[:, scenario] * share
            used = np.flatnonzero(counts > 0)
            cell.append(used)
            column.append(np.full(len(used), scenario))
            rows.append(inputs[used])
            truth.append(np.full(len(used), value, np.int8))
            weight.append(counts[used])
    order = np.argsort(np.concatenate(cell), kind="stable")
    place = (np.concatenate(cell)[order], np.concatenate(column)[order])
    return np.concatenate(rows)[order], np.concatenate(truth)[order], np.concatenate(weight)[order], place


def _forest(grown: Sequence[Any], sizes: tuple[int, int, int]) -> Trees:
    own = [tree.__getstate__()["nodes"] for tree in grown]
    nodes, counts = np.concatenate(own), np.concatenate([tree.value[:, 0, :] for tree in grown])
    left, shares = nodes["left_child"], counts[:, 1] / counts.sum(axis=1)
    parts = (left < 0, nodes["feature"], nodes["threshold"], left, nodes["right_child"], shares)
    return _joined("forest", sizes, 0.0, [len(each) for each in own], GrownNodes(*parts))


def _boosted(grown: Boosted, sizes: tuple[int, int, int]) -> Trees:
    parts = GrownNodes(*(np.concatenate(part) for part in zip(*grown.trees)))
    return _joined("boosting", sizes, grown.start, [len(tree.leaf) for tree in grown.trees], parts)


def _joined(
    kind: str, sizes: tuple[int, int, int], start: float, counts: Sequence[int], nodes: GrownNodes
) -> Trees:
    """Trees of nodes one after the other, so many of each, their numbers moved behind those before."""
    roots = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.intp)
    leaf, own = nodes.leaf, np.repeat(roots, counts)
    return Trees(
        kind=kind,
        sizes=sizes,
        start=start,
        roots=roots,
        column=np.where(leaf, -1, nodes.column).astype(np.intp),
        limit=_down(np.where(leaf, 0.0, nodes.limit)),
        left=np.where(leaf, 0, nodes.left.astype(np.intp) + own),
        right=np.where(leaf, 0, nodes.right.astype(np.intp) + own),
        value=np.where(leaf, nodes.value, 0.0).astype(np.float32).astype(np.float64),
    )


def _down(limit: Floats) -> npt.NDArray[np.float32]:
    """Largest float32 not above each limit, which parts float32 values at the same place.

    >>> limits = np.array([0.1, 0.3, -0.1])
    >>> down = _down(limits)
    >>> bool((down <= limits).all()), bool((np.nextafter(down, np.float32(1)) > limits).all())
    (True, True)
    """
    near = limit.astype(np.float32)
    return np.where(near > limit, np.nextafter(near, np.float32(-np.inf)), near).astype(np.float32)
