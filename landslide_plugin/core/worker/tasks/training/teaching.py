"""Members of networks shared between this process and a second one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....model.network.trainable import TrainableNetwork
from ....model.network.training import FittedNetwork, Lesson, TrainingPlan
from ....progress import Progress
from .lessons import GIVEN, LEARNT, Class, read
from .second_hand import Second, SecondHand

FEWEST_SAMPLES = 4000
"""Samples, counted once for each member that learns from them, from which a second process is worth its start."""


class SharedTeaching:
    """Trains members, every other one by a second process where that pays.

    A member hangs on nothing but its seed, its lesson and its plan, so it is all the same who trains it. What the
    other process has not begun when this one is done with its own members, this one trains too.

    Parameters
    ----------
    hand : SecondHand
    """

    def __init__(self, hand: SecondHand) -> None:
        self._hand = hand

    def pays(self, members: int, samples: int) -> bool:
        """Whether it pays to share members, of which one learns from so many samples."""
        return self._hand.is_there and members > 1 and members * samples >= FEWEST_SAMPLES

    def __call__(
        self,
        network: TrainableNetwork,
        seeds: Sequence[int],
        lessons: Sequence[Lesson],
        plans: Sequence[TrainingPlan],
        progress: Progress,
    ) -> list[FittedNetwork]:
        """What each member has learnt, in order."""
        every = Class(network, seeds, lessons, plans)
        if not self.pays(len(lessons), len(lessons[0].train)):
            return every.taught(progress)
        own, other = every.part(slice(0, None, 2)), every.part(slice(1, None, 2))
        errand = self._hand.asked(lambda second, theirs: _taught_by(second, other, theirs))
        found = own.taught(progress)
        rest = None if errand.taken_back() else errand.result(progress)
        if rest is None:
            rest = other.taught(progress)
        fits: list[FittedNetwork] = []
        for place in range(len(seeds)):
            fits.append((rest if place % 2 else found)[place // 2])
        return fits


def _taught_by(second: Second, lessons: Class, progress: Progress) -> list[FittedNetwork]:
    given, learnt = second.folder / GIVEN, second.folder / LEARNT
    np.savez(given, **lessons.arrays())
    job = {"given": str(given), "class": lessons.plain(), "learnt": str(learnt)}
    return read(second.run("lessons", job, progress), learnt)
