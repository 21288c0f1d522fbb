"""Worker task ``learning_curve``: the learning curve of a training, for the process that trains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....model.fitting.growing.threads import one_thread_each
from ....model.validation.reach.by_number import learning_curve
from ....progress import Progress
from .modelling_run import ModellingRun
from .second_hand import Second, SecondHand

Rows = list[dict[str, Any]]


class SharedCurve:
    """The learning curve of a run, by a second process where that has time for it before this one asks.

    Parameters
    ----------
    training : ModellingRun
        Divided.
    hand : SecondHand
    """

    def __init__(self, training: ModellingRun, hand: SecondHand) -> None:
        self._training, self._errand = training, hand.asked(self._elsewhere, by_the_way=True)

    def _elsewhere(self, second: Second, progress: Progress) -> Rows:
        asked = {name: value for name, value in self._training.job.items() if name != "second"}
        rows: Rows = second.run("learning_curve", {"training": asked}, progress)["rows"]
        return rows

    def rows(self, progress: Progress) -> Rows:
        """Its rows; what the other process has not begun is done here.

        Raises
        ------
        Cancelled
        """
        found = None if self._errand.taken_back() else self._errand.result(progress)
        return _rows(self._training, progress) if found is None else found


def _rows(training: ModellingRun, progress: Progress) -> Rows:
    return learning_curve(training.data, training.partitions, training.settings.seed, progress)


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Learn from shares of the landslides of a training.

    Parameters
    ----------
    job : mapping
        ``training``, the job of the training.
    progress : Progress

    Returns
    -------
    dict
        ``rows``, as of ``learning_curve``.
    """
    with one_thread_each():
        training = ModellingRun.begin(job["training"], Progress(is_cancelled=progress.is_cancelled))
        training.divide()
        return {"rows": _rows(training, progress.without_share())}
