"""Forests and boosted trees as plain arrays: what is left of them when scikit-learn has gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from ...types.odds import log_odds
from ..inference.sums import weighted
from .lookup.leaf_codes import LeafCodes
from .lookup.leaf_masks import LeafMasks
from .lookup.leaf_parts import LeafParts

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
FAMILIES = ("forest", "boosting")
ARRAYS = ("roots", "column", "limit", "left", "right", "value")
SURE = 1e-7
AT_ONCE = 2**15
"""Steps down that rows and trees take together: of few rows many trees at once, of many rows tree after tree."""

MOST_NODES = 1 << 24
"""Of all trees together: whole numbers that float32 holds."""

MANY = 512
"""Rows from which on masks pay; the sums have the same bits either way."""

ROWS_A_NODE = 16
"""Rows for each node of a tree, about, from which masks pay that are still to be made."""


@dataclass(frozen=True)
class Trees:
    """Decision trees on factors, soil layers and triggers side by side.

    A row goes left where its value is at most the limit. The values of the leaves reached are
    averaged to a probability (forest; Breiman 2001) or summed to log odds (boosting; Friedman 2001).

    Attributes
    ----------
    kind : {"forest", "boosting"}
    sizes : tuple of int (3,)
        Encoded factors, soil values (layers x properties) and triggers: the columns in that order.
    start : float
        Log odds that boosting starts from; of a forest, what leads from the weights of its rows back to the ground.
    roots : int array (trees,)
        Node at which each tree starts.
    column : int array (nodes,)
        Column looked at; -1 in a leaf.
    limit : float32 array (nodes,)
    left, right : int array (nodes,)
        Always behind their parent.
    value : float64 array (nodes,)
    rising : tuple of float
        Log odds that each trigger adds in a straight line, before what the trees say; empty for none.
    scale, guard : float
        Of a forest: factor on its log odds, and how far its probability is kept from 0 and 1 before.

    Examples
    --------
    >>> stump = Trees(
    ...     "forest", (1, 1, 0), 0.0, np.array([0]), np.array([0, -1, -1]), np.array([0.5, 0, 0], "f4"),
    ...     np.array([1, 0, 0]), np.array([2, 0, 0]), np.array([0.0, 0.25, 0.75]),
    ... )
    >>> logit = stump.logit(np.array([[0.5], [0.6]], "f4"), np.zeros((2, 1, 1), "f4"), np.zeros((1, 0), "f4"))
    >>> (1 / (1 + np.exp(-logit[:, 0]))).round(6).tolist()
    [0.25, 0.75]
    """

    kind: str
    sizes: tuple[int, int, int]
    start: float
    roots: npt.NDArray[np.intp]
    column: npt.NDArray[np.intp]
    limit: npt.NDArray[np.float32]
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    value: Floats
    rising: tuple[float, ...] = ()
    scale: float = 1.0
    guard: float = SURE

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``linear.LinearPart.logit``.

        A forest's probability is kept 1e-7 away from 0 and 1, if nothing else is said.
        """
        found = self._bent(static, profile, triggers)
        if not self.rising:
            return found
        return found + weighted(np.moveaxis(triggers, -1, 0), np.array(self.rising))

    def _bent(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        fixed = self.sizes[0] + self.sizes[1]
        if not (self.column >= fixed).any():
            first = triggers[:, 0] if triggers.ndim == 3 else triggers[:1]
            return np.repeat(self._logit(tree_rows(static, profile, first)), triggers.shape[-2], axis=1)
        if triggers.ndim == 2 and self._are_looked_up(len(static), len(triggers)):
            rows = tree_rows(static, profile, np.zeros((1, 0), np.float32))
            return _unknown_where(rows, self._odds(self.masks.totals(rows, triggers)))
        scenarios = np.moveaxis(triggers if triggers.ndim == 3 else triggers[None], 1, 0)
        return np.hstack([self._logit(tree_rows(static, profile, step)) for step in scenarios])

    @cached_property
    def masks(self) -> Union[LeafCodes, LeafMasks, LeafParts]:
        """What many rows are looked up in."""
        way = next((way for way in (LeafCodes, LeafParts) if way.suits(self)), LeafMasks)
        return way(self)

    def _are_looked_up(self, rows: int, scenarios: int = 1) -> bool:
        """Whether rows are worth making masks: a training asks most trees about some hundreds of rows, once."""
        asked = rows * scenarios * len(self.roots)
        return rows >= MANY and ("masks" in vars(self) or asked >= ROWS_A_NODE * len(self.column))

    def _logit(self, rows: Inputs) -> Floats:
        if self._are_looked_up(len(rows)):
            return _unknown_where(rows, self._odds(self.masks.totals(rows, np.zeros((1, 0), np.float32))))
        total, together = np.zeros(len(rows)), max(1, AT_ONCE // max(1, len(rows)))
        for first in range(0, len(self.roots), together):
            for values in self._leaf_values(rows, self.roots[first : first + together]):
                total += values
        return _unknown_where(rows, self._odds(total[:, None]))

    def _odds(self, total: Floats) -> Floats:
        """Log odds of the sums of the trees' values."""
        if self.kind == "boosting":
            return np.asarray(self.start + total)
        return np.asarray(self.start + self.scale * log_odds(total / len(self.roots), guard=self.guard))

    def _leaf_values(self, rows: Inputs, roots: npt.NDArray[np.intp]) -> Floats:
        """Value (trees, n) of the leaf that each row reaches in each of some trees, which all walk together."""
        n, width = rows.shape
        flat = np.ascontiguousarray(rows).ravel()
        node = np.repeat(roots, n)
        walking = np.flatnonzero(self.column.take(node) >= 0)
        here, row = node.take(walking), walking % n * width
        while len(walking):
            low = flat.take(row + self.column.take(here)) <= self.limit.take(here)
            here = self._children.take(2 * here + low)
            node[walking] = here
            inner = np.flatnonzero(self.column.take(here) >= 0)
            if len(inner) < len(here):
                walking, here, row = walking.take(inner), here.take(inner), row.take(inner)
        return np.asarray(self.value.take(node)).reshape(len(roots), n)

    @cached_property
    def _children(self) -> npt.NDArray[np.intp]:
        """The right and the left child of each node in turn."""
        return np.column_stack([self.right, self.left]).ravel()

    def to_dict(self) -> dict[str, Any]:
        """What is not an array, for JSON."""
        plain = {"kind": self.kind, "sizes": list(self.sizes), "start": self.start}
        if not self.rising:
            return plain
        return {**plain, "rising": list(self.rising), "scale": self.scale, "guard": self.guard}

    def to_arrays(self) -> dict[str, npt.NDArray[np.float32]]:
        """The arrays by name, as float32, which holds node numbers up to 16 million exactly.

        Raises
        ------
        BundleError
            There are more nodes.
        """
        if len(self.column) > MOST_NODES:
            raise BundleError(
                f"The trees have {len(self.column)} nodes together, more than the {MOST_NODES} that a model can keep; "
                "train on fewer samples"
            )
        return {name: np.asarray(getattr(self, name), dtype=np.float32) for name in ARRAYS}

    @classmethod
    def from_parts(cls, stored: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[np.float32]]) -> Trees:
        """The trees of ``to_dict`` and ``to_arrays``; raise ``BundleError`` if they do not hold together."""
        try:
            sizes = tuple(int(size) for size in stored["sizes"])
            whole = {name: arrays[name].astype(np.intp) for name in ("roots", "column", "left", "right")}
            trees = cls(
                kind=str(stored["kind"]),
                sizes=(sizes[0], sizes[1], sizes[2]),
                start=float(stored["start"]),
                rising=tuple(float(slope) for slope in stored.get("rising", ())),
                scale=float(stored.get("scale", 1.0)),
                guard=float(stored.get("guard", SURE)),
                limit=arrays["limit"],
                value=arrays["value"].astype(np.float64),
                **whole,
            )
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise BundleError(f"The stored trees are damaged: {error}") from None
        trees._check()
        return trees

    def _check(self) -> None:
        """Refuse trees in which a row could walk in circles or out of the arrays."""
        nodes = len(self.column)
        number = np.arange(nodes)
        inner = self.column >= 0
        behind = (self.left > number) & (self.right > number) & (self.left < nodes) & (self.right < nodes)
        same = all(part.shape == (nodes,) for part in (self.limit, self.left, self.right, self.value))
        if not (
            self.kind in FAMILIES
            and len(self.roots)
            and len(self.rising) in (0, self.sizes[2])
            and same
            and ((self.roots >= 0) & (self.roots < nodes)).all()
            and (self.column < sum(self.sizes)).all()
            and behind[inner].all()
        ):
            raise BundleError("The stored trees are damaged: their nodes do not fit each other")


def _unknown_where(rows: Inputs, logits: Floats) -> Floats:
    """Log odds (n, S), NaN where a row (n, columns) lacks a value: no side of a node is the right one for it."""
    lacking = np.isnan(rows).any(axis=1)
    if lacking.any():
        logits[lacking] = np.nan
    return logits


def tree_rows(static: Inputs, profile: Inputs, trigger: Inputs) -> Inputs:
    """Factors, soil layers and triggers (1, k) or (n, k) side by side, float32 (n, columns).

    >>> tree_rows(np.ones((1, 1), "f4"), np.full((1, 2, 1), 2, "f4"), np.full((1, 1), 3, "f4")).tolist()
    [[1.0, 2.0, 2.0, 3.0]]
    """
    n = len(static)
    rain = np.broadcast_to(trigger, (n, trigger.shape[1]))
    return np.hstack([static, profile.reshape(n, -1), rain]).astype(np.float32)
