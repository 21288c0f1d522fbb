"""Rows that bases are fitted to; what fits of several architectures and ridges need alike is made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Optional, Union

from .additive import AdditivePart, AdditiveRows
from .labelled_rows import LabelledRows
from .linear import LinearPart, LinearRows


@dataclass(frozen=True)
class BaseRows:
    """Rows that a base is fitted to.

    Attributes
    ----------
    rows : LabelledRows
    prior_weight : float
        What the prior weighs against the inventory; 0 where it says nothing.
    like : AdditivePart or None
        Whose columns and knots to take over.
    """

    rows: LabelledRows
    prior_weight: float
    like: Optional[AdditivePart]

    @cached_property
    def straight(self) -> LinearRows:
        """The rows of a linear part."""
        return LinearRows.of(self.rows)

    @cached_property
    def curved(self) -> AdditiveRows:
        """The rows of an additive part."""
        return AdditiveRows.of(self.rows, self.prior_weight, self.like)

    def fit(
        self, architecture: str, ridge: float, start: Optional[Union[LinearPart, AdditivePart]] = None
    ) -> Union[LinearPart, AdditivePart]:
        """The base of an architecture and ridge, begun where another of its kind ended."""
        if architecture != "residual_additive":
            return self.straight.fit(ridge, start if isinstance(start, LinearPart) else None)
        return self.curved.fit(ridge, start if isinstance(start, AdditivePart) else None)
