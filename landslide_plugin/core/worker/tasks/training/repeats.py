"""Repeats of the folds, shared between this process and a second one."""

from __future__ import annotations

import threading
from functools import partial
from typing import Optional

from ....model.inference.network import adds
from ....model.validation.model_comparison import NETWORK, ModelComparison, compare
from ....model.validation.repeat import Repeat, RepeatWork
from ....progress import Progress
from .modelling_run import ModellingRun
from .repeat import RESULT, Repeats, read
from .second_hand import LOOK_S, Second, SecondHand
from .twins import load_keras

FEWEST = 3
"""Repeats from which a second process is worth its start."""


class SharedRepeats:
    """Repeats of a run, each done once: by a second process from the last on, by this one as they are asked for.

    What a repeat finds hangs on nothing but its number, so it is all the same who does it. The first stays with this
    process, which needs its models. Where the second process fails, this one does what is left.

    Parameters
    ----------
    training : ModellingRun
        Divided.
    repeats : Repeats
    hand : SecondHand
    """

    def __init__(self, training: ModellingRun, repeats: Repeats, hand: SecondHand) -> None:
        self._training, self._repeats = training, repeats
        spatial = repeats.spatial(training)
        self._works: list[RepeatWork] = [*spatial, *repeats.random(training)]
        self._spatial = len(spatial)
        self._found: dict[int, Repeat] = {}
        self._left = list(range(len(self._works)))
        self._told = threading.Condition()
        self._words, self._keras_is_wanted = "", False
        self.are_shared = len(self._works) >= FEWEST and hand.is_there
        if self.are_shared:
            hand.asked(self._serve)

    def compared(self, progress: Progress) -> tuple[ModelComparison, Optional[ModelComparison]]:
        """What all models do on spatial folds, and on random ones where these are asked for.

        Raises
        ------
        Cancelled
            Before the next model.
        """
        training, data = self._training, self._training.data
        end = 1.0 if len(self._works) == self._spatial else 0.5
        spatial, random = (
            [partial(self._result, number) for number in numbers]
            for numbers in (range(self._spatial), range(self._spatial, len(self._works)))
        )
        common = partial(
            compare, settings=training.settings, workshop=training.workshop, families=self._repeats.fitted
        )
        common = partial(common, stacked=self._repeats.stacked)
        first = common(
            data,
            partitions=training.partitions,
            progress=progress.part(0.0, end),
            likes=training.likes,
            repeats=spatial,
        )
        second = None
        if random:
            progress.info("Random cross-validation, for the gap to the spatial one")
            second = common(
                data.lasting,
                partitions=[work.partition for work in self._works[self._spatial :]],
                progress=progress.part(end, 1.0),
                networks=training.random_folds[1],
                repeats=random,
            )
        if self._words:
            progress.info(self._words)
        return first, second

    def _result(self, number: int, progress: Progress) -> Repeat:
        """A repeat; while the second process is at it, others are done here."""
        self._keras_is_wanted |= any(
            name == NETWORK and any(adds(member.weights) for member in model.members)
            for (_, name), model in self._training.likes.items()
        )
        while True:
            with self._told:
                if number in self._found:
                    return self._found.pop(number)
                mine = self._claim(number)
                if mine is None:
                    self._told.wait(LOOK_S)
            progress.check()
            if mine is not None:
                own = progress if mine == number else progress.without_share()
                found = self._works[mine](own)
                with self._told:
                    self._found[mine] = found

    def _claim(self, wanted: int) -> Optional[int]:
        """The number wanted if nobody is at it, else the first that is left; None if none is."""
        if not self._left:
            return None
        number = wanted if wanted in self._left else self._left[0]
        self._left.remove(number)
        return number

    def _serve(self, second: Second, progress: Progress) -> None:
        """Have the second process do repeats, the last of those left each time.

        Once a network of the folds has added something, it loads Keras in between: the final ones will be checked.
        """
        done, is_loaded = 0, False
        while (number := self._last(progress)) is not None:
            try:
                job = self._repeats.job(self._training, number, second.folder)
                found = read(second.run("repeat", job, progress), second.folder / RESULT)
            except BaseException:
                with self._told:
                    self._left = sorted([*self._left, number])
                    self._told.notify_all()
                raise
            done += 1
            with self._told:
                self._words = self._said(done, second.memory_mib)
                self._found[number] = found
                self._told.notify_all()
            if self._keras_is_wanted and not is_loaded:
                load_keras(second, progress)
                is_loaded = True

    def _last(self, progress: Progress) -> Optional[int]:
        with self._told:
            if progress.is_cancelled() or len(self._left) == 0 or self._left[-1] == 0:
                return None
            return self._left.pop()

    def _said(self, done: int, memory: int) -> str:
        repeats, size = len(self._works), f" and held {memory} MiB" if memory else ""
        return f"A second process did {done} of {repeats} repeats of the folds{size}"
