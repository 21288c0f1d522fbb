"""How long a study will take, said before it begins."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil

import numpy as np

from ...model.validation.partitions import RANDOM_REPEATS
from ...quantities import QUANTITIES
from ...quantities.presets.study import Preset

PROBE_THREADS, PROBE_SORTS, PROBE_NUMBERS = 2, 12, 200_000
PROBE_REFERENCE_S = 0.24
"""Seconds of the probe on two cores at rest, where the figures below come from."""


@dataclass(frozen=True)
class StudySize:
    """What decides how long a study takes.

    Attributes
    ----------
    cells : int
        Of the DEM.
    landslides, stable : int
        Features of each kind; drawn ones are counted by the preset.
    preset : Preset
    environment : bool
        Whether there is the modelling environment.
    physics : bool
        Whether slope stability is computed and learnt from.
    """

    cells: int
    landslides: int
    stable: int
    preset: Preset
    environment: bool
    physics: bool = False

    @property
    def samples(self) -> float:
        """Samples of both kinds."""
        return self.landslides + max(float(self.stable), self.landslides * self.preset.absence_ratio)

    def setting(self, name: str) -> str:
        """A setting of the training, as the preset or the default has it."""
        return str(self.preset.settings.get(name, QUANTITIES[name].default))

    def _fits(self, repeats: int, asked: tuple[str, ...] = ("yes", "networks")) -> int:
        """Times that a family is fitted in the folds of so many repeats, spatial and by choice random ones too."""
        random = min(repeats, RANDOM_REPEATS) if self.setting("random_cv") in asked else 0
        return int(self.setting("cv_folds")) * (repeats + random)

    @property
    def fits(self) -> int:
        """Times that each family but the network is fitted in the folds."""
        return self._fits(int(self.setting("cv_repeats")))

    @property
    def networks(self) -> int:
        """Networks that are fitted in the folds and for the final model."""
        if not (self.environment and self.preset.with_networks):
            return 0
        repeats = min(int(self.setting("network_repeats")), int(self.setting("cv_repeats")))
        return self._fits(repeats, ("networks",)) * int(self.setting("cv_members")) + int(
            self.setting("members")
        )


@dataclass(frozen=True)
class Estimate:
    """Seconds of each step of a study, in their order."""

    steps: dict[str, float]

    @property
    def seconds(self) -> float:
        """Of all steps."""
        return sum(self.steps.values())

    def words(self) -> str:
        """For the log.

        >>> Estimate({"factors": 30.0, "model": 60.0}).words()
        'About 2 minutes in all (factors 0.5, model 1.0)'
        """
        minutes = ceil(self.seconds / 60.0)
        parts = ", ".join(f"{name} {seconds / 60.0:.1f}" for name, seconds in self.steps.items())
        return f"About {minutes} minute{'s' if minutes > 1 else ''} in all ({parts})"

    def shares(self) -> dict[str, tuple[float, float]]:
        """Begin and end of each step as shares of the whole.

        >>> Estimate({"factors": 1.0, "model": 3.0}).shares()
        {'factors': (0.0, 0.25), 'model': (0.25, 1.0)}
        """
        found, begin = {}, 0.0
        for name, seconds in self.steps.items():
            end = begin + seconds
            found[name] = (begin / self.seconds, end / self.seconds)
            begin = end
        return found


def slowness() -> float:
    """How many times slower this machine is now than the one that the figures were measured on, at rest.

    Two threads sort at once, as a training keeps two cores busy: other programs that run count too.
    """
    numbers = np.random.default_rng(1).random(PROBE_NUMBERS)

    def work(_: int) -> None:
        for _ in range(PROBE_SORTS):
            np.sort(numbers)

    started = time.perf_counter()
    with ThreadPoolExecutor(PROBE_THREADS) as pool:
        list(pool.map(work, range(PROBE_THREADS)))
    return (time.perf_counter() - started) / PROBE_REFERENCE_S


def estimate(size: StudySize, slower: float = 1.0) -> Estimate:
    """Seconds of each step, from figures measured on the areas that the documentation names.

    Parameters
    ----------
    size : StudySize
    slower : float
        As ``slowness`` finds it.
    """
    million = size.cells / 1e6
    steps = {"factors": 0.3 + 6.0 * million}
    if size.physics:
        steps["physics"] = 0.5 + 20.0 * million
    steps["model"] = _training_s(size)
    steps["map"] = 0.3 + (25.0 if size.networks else 4.5 if size.environment else 1.5) * million
    if size.environment:
        steps["report"] = (7.0 if size.networks else 5.0) + million
    return Estimate({name: seconds * slower for name, seconds in steps.items()})


def _training_s(size: StudySize) -> float:
    thousand = size.samples / 1e3
    if not size.environment:
        return 0.8 + 0.13 * size.fits * thousand
    # a fit of all families has trees, which cost as much on few samples; the families of quick have none
    start, each = (5.0, 0.8) if size.networks else (2.0, 0.15)
    scenarios = 2.0 if size.physics else 1.0
    return start + size.fits * (each + 1.6 * scenarios * thousand) + size.networks * (0.6 + 0.5 * thousand)
