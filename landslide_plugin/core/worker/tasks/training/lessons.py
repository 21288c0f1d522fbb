"""Worker task ``lessons``: train some members of one network, for the process that trains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....model.fitting.growing.threads import one_thread_each
from ....model.inference.architecture import Architecture
from ....model.network.batch import LossWeights
from ....model.network.extra_terms import ExtraTerms
from ....model.network.trainable import TrainableNetwork
from ....model.network.training import FittedNetwork, Lesson, TrainingPlan, fit_members
from ....model.network.training_arrays import TrainingArrays
from ....progress import Progress

GIVEN, LEARNT = "lessons.npz", "learnt.npz"
PARTS = tuple(part.name for part in fields(Lesson))
NAMES = tuple(part.name for part in fields(TrainingArrays))
Arrays = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Class:
    """Members of one network that are to be taught: a seed, a lesson and a plan for each."""

    network: TrainableNetwork
    seeds: Sequence[int]
    lessons: Sequence[Lesson]
    plans: Sequence[TrainingPlan]

    def taught(self, progress: Progress) -> list[FittedNetwork]:
        """What each has learnt, in order."""
        return fit_members(self.network, self.seeds, self.lessons, self.plans, progress)

    def part(self, members: slice) -> Class:
        """Some of the members."""
        return Class(self.network, self.seeds[members], self.lessons[members], self.plans[members])

    def arrays(self) -> Arrays:
        """All arrays, by the member and the part of the lesson that they belong to."""
        found: Arrays = {"triggers": self.network.made_with, "pairs": self.network.pairs}
        for number, lesson in enumerate(self.lessons):
            for part in PARTS:
                cells: Optional[TrainingArrays] = getattr(lesson, part)
                if cells is not None:
                    told = ((name, getattr(cells, name)) for name in NAMES)
                    found.update({f"{number}/{part}/{name}": one for name, one in told if one is not None})
        return found

    def plain(self) -> dict[str, Any]:
        """All that is no array of it."""
        network = self.network
        return {
            "architecture": network.architecture.to_dict(),
            "batch": network.batch,
            "residual": network.residual,
            "terms": asdict(network.terms),
            "seeds": list(self.seeds),
            "plans": [asdict(plan) for plan in self.plans],
        }

    @classmethod
    def of(cls, plain: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[Any]]) -> Class:
        """The same again from plain values and arrays."""
        told = plain["terms"]
        terms = ExtraTerms(
            tuple(told["static"]),
            tuple(told["soil"]),
            tuple((low, high) for low, high in told["between"]),
            told["prior_between"],
            told["order_between"],
        )
        network = TrainableNetwork(
            Architecture.from_dict(plain["architecture"]),
            arrays["triggers"],
            arrays["pairs"],
            batch=plain["batch"],
            residual=plain["residual"],
            terms=terms,
        )
        plans = [
            TrainingPlan(**{**plan, "weights": LossWeights(**plan["weights"])}) for plan in plain["plans"]
        ]
        lessons = [_lesson(number, arrays) for number in range(len(plans))]
        return cls(network, plain["seeds"], lessons, plans)


def _lesson(number: int, arrays: Mapping[str, npt.NDArray[Any]]) -> Lesson:
    parts: dict[str, Any] = {}
    for part in PARTS:
        start = f"{number}/{part}/"
        told = {name: arrays[start + name] for name in NAMES if start + name in arrays}
        if told:
            parts[part] = TrainingArrays(**told)
    return Lesson(**parts)


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Train members.

    Parameters
    ----------
    job : mapping
        ``given``, the archive of ``Class.arrays``; ``class``, what ``Class.plain`` says; ``learnt``, the archive to
        write.
    progress : Progress

    Returns
    -------
    dict
        ``epochs`` and the number of judged epochs of each member.
    """
    with np.load(job["given"], allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    with one_thread_each():
        fits = Class.of(job["class"], arrays).taught(progress)
    found: dict[str, Any] = {}
    for number, fitted in enumerate(fits):
        told = {"parameters": fitted.parameters, "gains": fitted.gains, "history": fitted.history}
        told["parts"] = np.array(fitted.parts, np.float64).reshape(-1, 3)
        if fitted.start is not None:
            told["start"] = fitted.start
        found.update({f"{number}/{name}": values for name, values in told.items()})
    np.savez(job["learnt"], **found)
    return {"epochs": [fitted.best_epoch for fitted in fits]}


def read(result: Mapping[str, Any], path: Path) -> list[FittedNetwork]:
    """What ``run`` returned and wrote."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    return [
        FittedNetwork(
            parameters=arrays[f"{number}/parameters"],
            best_epoch=int(epoch),
            history=tuple(arrays[f"{number}/history"].tolist()),
            parts=tuple((loss, prior, auroc) for loss, prior, auroc in arrays[f"{number}/parts"].tolist()),
            gains=arrays[f"{number}/gains"],
            start=arrays.get(f"{number}/start"),
        )
        for number, epoch in enumerate(result["epochs"])
    ]
