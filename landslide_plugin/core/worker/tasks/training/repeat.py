"""Worker task ``repeat``: one repeat of the folds of a training, for the process that trains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ....model.fitting.growing.threads import one_thread_each
from ....model.validation.partitions import random_partitions
from ....model.validation.repeat import Repeat, RepeatWork, works_of
from ....progress import Progress
from .modelling_run import ModellingRun

RESULT = "repeat.npz"


@dataclass(frozen=True)
class Repeats:
    """The repeats of a run without the networks that are trained in them: over spatial folds, and over random ones.

    Attributes
    ----------
    fitted, stacked : tuple of str
        Families, and those of them that make the stacked means.
    """

    fitted: tuple[str, ...]
    stacked: tuple[str, ...]

    def spatial(self, training: ModellingRun) -> list[RepeatWork]:
        """Over the folds of a run that is divided."""
        data, settings = training.data, training.settings
        return works_of(data, settings, self.fitted, training.partitions, stacked=self.stacked)

    def random(self, training: ModellingRun) -> list[RepeatWork]:
        """Over random folds; none where they are not asked for."""
        with_random, networks = training.random_folds
        if not with_random:
            return []
        lasting, settings = training.data.lasting, training.settings
        networks = networks or not settings.residual
        partitions = random_partitions(lasting, settings)
        return works_of(lasting, settings, self.fitted, partitions, stacked=self.stacked, networks=networks)

    def job(self, training: ModellingRun, number: int, folder: Path) -> dict[str, Any]:
        """The job of one of them, counted from the first spatial one on through the random ones."""
        asked = {name: value for name, value in training.job.items() if name != "second"}
        told = {"fitted": self.fitted, "stacked": self.stacked, "number": number}
        return {"training": asked, **told, "result": str(folder / RESULT)}


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Do a repeat.

    Parameters
    ----------
    job : mapping
        ``training``, the job of the training; ``fitted`` and ``stacked``, as of ``Repeats``; ``number`` of the repeat;
        ``result``, the archive to write.
    progress : Progress

    Returns
    -------
    dict
        What is no array of it.
    """
    with one_thread_each():
        training = ModellingRun.begin(job["training"], Progress(is_cancelled=progress.is_cancelled))
        training.divide()
        repeats = Repeats(tuple(job["fitted"]), tuple(job["stacked"]))
        spatial, number = repeats.spatial(training), int(job["number"])
        works = spatial if number < len(spatial) else [*spatial, *repeats.random(training)]
        found = works[number](progress)
    arrays: dict[str, Any] = found.arrays()
    np.savez(job["result"], **arrays)
    return found.plain()


def read(result: Mapping[str, Any], path: Path) -> Repeat:
    """What ``run`` returned and wrote."""
    with np.load(path, allow_pickle=False) as stored:
        return Repeat.of({name: stored[name] for name in stored.files}, result)
