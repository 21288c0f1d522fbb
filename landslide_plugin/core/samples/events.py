"""Storms over mapped ground: which ground each saw, and which of it may tell of a storm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import Shapes
from .feature_cells import touched

Mask = npt.NDArray[np.bool_]
UNDATED = -1
MOST_NAMED = 5
"""Pairs of events that a line names."""
Span = tuple[str, float, float]


@dataclass(frozen=True)
class Event:
    """One storm, whether it set anything off or not.

    Attributes
    ----------
    name : str
        As the event field has it.
    period_yr : float
        Return period of its rain; NaN if not known.
    mapped : bool array (rows, cols)
        Where its landslides were mapped.
    day : float
        Its place in time, in days; NaN if not known.
    """

    name: str
    period_yr: float
    mapped: Mask
    day: float = float("nan")
    last: float = float("nan")

    def before(self, other: Event) -> bool:
        """Whether it is known to have ended before another began.

        >>> nowhere = np.zeros((0, 0), bool)
        >>> long, next_one = Event("A", 2.0, nowhere, day=1.0, last=4.0), Event("B", 2.0, nowhere, day=3.0)
        >>> long.before(next_one), Event("C", 2.0, nowhere, day=1.0).before(next_one), next_one.before(next_one)
        (False, True, False)
        """
        return other.day > (self.day if self.last != self.last else max(self.last, self.day))


@dataclass(frozen=True)
class EventPlan:
    """The storms of an inventory.

    Attributes
    ----------
    events : tuple of Event
    of_feature : int array (features,)
        Storm of each feature; -1 if undated.
    """

    events: tuple[Event, ...]
    of_feature: npt.NDArray[np.intp]

    def __post_init__(self) -> None:
        if not self.events or not (self.of_feature >= 0).any():
            raise InputError(
                "No feature of the inventory has an event; fill the event field, or leave it out: the inventory "
                "is then undated"
            )

    def overlapping(self) -> list[tuple[str, str]]:
        """Names of events whose days overlap, two by two; those without a day overlap with none.

        >>> here = np.ones((1, 1), bool)
        >>> events = (Event("A", 2.0, here, 1.0, 4.0), Event("B", 2.0, here, 4.0, 5.0), Event("C", 2.0, here, 6.0))
        >>> EventPlan(events, np.array([0])).overlapping()
        [('A', 'B')]
        """
        dated = sorted((one for one in self.events if one.day == one.day), key=lambda one: one.day)
        return [
            (one.name, other.name)
            for place, one in enumerate(dated)
            for other in dated[place + 1 :]
            if one.last == one.last and not one.before(other) and (one.mapped & other.mapped).any()
        ]

    def hidden(self, shapes: Shapes, truth: Mask) -> list[Mask]:
        """Cells (rows, cols) that may not be stable in each storm.

        Those of its own landslides, of undated ones, and of ground that failed before: it may have nothing left
        to give. Ground that fails later is stable in this storm; where the order of two storms is not known, or they
        overlap in time, the ground of the one says nothing of the other.
        """
        undated = touched(shapes, np.flatnonzero(truth & (self.of_feature == UNDATED)))
        slid = [
            touched(shapes, np.flatnonzero(truth & (self.of_feature == e))) for e in range(len(self.events))
        ]
        found = []
        for number, event in enumerate(self.events):
            out = undated | slid[number]
            for other, cells in zip(self.events, slid):
                if not event.before(other):
                    out = out | cells
            found.append(out)
        return found


def near_events(spans: Sequence[Span], apart_d: float) -> list[tuple[str, str]]:
    """Names of events, two by two, whose days overlap or lie so near each other; those without a day are near none.

    Parameters
    ----------
    spans : sequence of (str, float, float)
        Name, first and last day of each; NaN as the last where it has one day.
    apart_d : float

    Examples
    --------
    >>> spans = [("A", 10.0, 14.0), ("B", 16.0, np.nan), ("C", 11.0, 12.0), ("D", 19.0, np.nan), ("E", np.nan, np.nan)]
    >>> near_events(spans, 2.0)
    [('A', 'C'), ('A', 'B')]
    """
    dated = sorted((span for span in spans if span[1] == span[1]), key=lambda span: span[1])
    found = []
    for place, (name, first, last) in enumerate(dated):
        end = first if last != last else max(first, last)
        for other, begins, _ in dated[place + 1 :]:
            if begins - end > apart_d:
                break
            found.append((name, other))
    return found


def near_words(pairs: Sequence[tuple[str, str]], apart_d: float) -> str:
    """What near events mean for a validation that leaves them out by their names.

    >>> near_words([("Vaia", "Monday")], 2)[:82]
    'Events named apart overlap or lie within 2 days of each other (Vaia / Monday): by '
    """
    named = "; ".join(f"{one} / {other}" for one, other in pairs[:MOST_NAMED])
    more = "; ..." if len(pairs) > MOST_NAMED else ""
    return (
        f"Events named apart overlap or lie within {apart_d:g} days of each other ({named}{more}): by their days they "
        "are one storm, and validation leaves them out one by one, so its scores flatter; if they are one, give them "
        "one name"
    )
