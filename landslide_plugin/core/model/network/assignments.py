"""Ensembles in the making that wait for each other, so that members of several folds learn side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Generic, Optional, Protocol, TypeVar

from ...progress import Progress
from .trainable import TrainableNetwork
from .training import FittedNetwork, Lesson, TrainingPlan, fit_members

Made = TypeVar("Made")


class Teach(Protocol):
    """Trains members of one network, each with a seed, a lesson and a plan of its own."""

    def __call__(
        self,
        network: TrainableNetwork,
        seeds: Sequence[int],
        lessons: Sequence[Lesson],
        plans: Sequence[TrainingPlan],
        progress: Progress,
    ) -> list[FittedNetwork]:
        """What each has learnt, in order."""


def taught_here(
    network: TrainableNetwork,
    seeds: Sequence[int],
    lessons: Sequence[Lesson],
    plans: Sequence[TrainingPlan],
    progress: Progress,
) -> list[FittedNetwork]:
    """What each has learnt, all in this process."""
    return fit_members(network, seeds, lessons, plans, progress)


@dataclass(frozen=True)
class Assignment:
    """What members of one ensemble are to learn, and from which to which share of its training that is."""

    network: TrainableNetwork
    seeds: Sequence[int]
    lessons: Sequence[Lesson]
    plan: TrainingPlan
    share: tuple[float, float]


class Learning(Generic[Made]):
    """Something in the making that asks for assignments, is sent what was learnt in each, and is made at last.

    Parameters
    ----------
    steps : generator of Assignment
        It runs until it first asks.

    Attributes
    ----------
    assignment : Assignment or None
        What it waits for.

    Examples
    --------
    >>> def steps():
    ...     return 1
    ...     yield
    >>> one = Learning(steps())
    >>> one.assignment is None, one.made
    (True, 1)
    """

    def __init__(self, steps: Generator[Assignment, list[FittedNetwork], Made]) -> None:
        self._steps = steps
        self.assignment: Optional[Assignment] = None
        self._made: list[Made] = []
        self._go_on(lambda: next(steps))

    def learnt(self, fits: list[FittedNetwork]) -> None:
        """Go on with what the members of the assignment have learnt."""
        self._go_on(lambda: self._steps.send(fits))

    def _go_on(self, step: Callable[[], Assignment]) -> None:
        try:
            self.assignment = step()
        except StopIteration as end:
            self.assignment, self._made = None, [end.value]

    @property
    def made(self) -> Made:
        """What was made."""
        return self._made[0]

    def may_be_joined(self, members: int, more: int) -> bool:
        """Whether more members beside so many pay; not where none are to learn."""
        return self.assignment is not None and members + more <= self.assignment.network.beside


def together(
    learning: Sequence[Learning[Made]], progress: Progress, teach: Teach = taught_here
) -> list[Made]:
    """What each makes, in order, once the members of all have learnt; those of one network side by side."""
    while True:
        waiting = [(one, one.assignment) for one in learning if one.assignment is not None]
        if not waiting:
            return [one.made for one in learning]
        first = waiting[0][1]
        beside = [(one, assignment) for one, assignment in waiting if assignment.network is first.network]
        assignments = [assignment for _, assignment in beside]
        seeds = [seed for assignment in assignments for seed in assignment.seeds]
        lessons = [lesson for assignment in assignments for lesson in assignment.lessons]
        plans = [assignment.plan for assignment in assignments for _ in assignment.seeds]
        fits = teach(first.network, seeds, lessons, plans, progress.part(*first.share))
        for one, assignment in beside:
            own, fits = fits[: len(assignment.seeds)], fits[len(assignment.seeds) :]
            one.learnt(own)
