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
PHYSICS_FIT, PHYSICS_NETWORK = 4.0, 1.5
"""How many times as long scenarios, layers of soil and a prior make the samples of a fit, and a network."""
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


@dataclass(frozen=True)
class Rates:
    """Seconds that parts of a study take on two cores at rest; ``benchmarks/bench/study.py`` measures them anew.

    Attributes
    ----------
    factors_start, factors_million : float
        Once, and a million cells.
    physics_start, physics_million : float
        Of slope stability, in the same way.
    map_start : float
    map_million_networks, map_million_families, map_million_bivariate : float
        A million cells, by what the model is made of.
    report_networks, report_families, report_million : float
        Once, by what the model is made of, and a million cells.
    networks_start, families_start, bivariate_start : float
        Of a training, once.
    networks_fit, families_fit : float
        A fit of all families, which has trees beside networks, and they cost as much on few samples.
    fit_thousand, bivariate_fit_thousand : float
        A fit and a thousand samples.
    network, network_thousand : float
        A network, and a thousand samples of one.
    """

    factors_start: float = 0.3
    factors_million: float = 6.0
    physics_start: float = 0.5
    physics_million: float = 20.0
    map_start: float = 0.3
    map_million_networks: float = 25.0
    map_million_families: float = 4.5
    map_million_bivariate: float = 1.5
    report_networks: float = 7.0
    report_families: float = 5.0
    report_million: float = 1.0
    networks_start: float = 2.7
    families_start: float = 0.82
    bivariate_start: float = 0.8
    networks_fit: float = 0.06
    families_fit: float = 0.11
    fit_thousand: float = 0.26
    bivariate_fit_thousand: float = 0.13
    network: float = 0.18
    network_thousand: float = 0.47


RATES = Rates()


def parts(size: StudySize) -> dict[str, dict[str, float]]:
    """How often each rate counts in each step.

    >>> from ...quantities.presets.study import PRESETS
    >>> parts(StudySize(2_000_000, 100, 100, PRESETS["quick"], environment=False))["map"]
    {'map_start': 1.0, 'map_million_bivariate': 2.0}
    """
    million, thousand = size.cells / 1e6, size.samples / 1e3
    kind = "networks" if size.networks else "families" if size.environment else "bivariate"
    found = {"factors": {"factors_start": 1.0, "factors_million": million}}
    if size.physics:
        found["physics"] = {"physics_start": 1.0, "physics_million": million}
    found["model"] = {f"{kind}_start": 1.0}
    if size.environment:
        fit, network = (PHYSICS_FIT, PHYSICS_NETWORK) if size.physics else (1.0, 1.0)
        found["model"][f"{kind}_fit"] = float(size.fits)
        found["model"]["fit_thousand"] = fit * size.fits * thousand
        found["model"]["network"] = network * size.networks
        found["model"]["network_thousand"] = network * size.networks * thousand
    else:
        found["model"]["bivariate_fit_thousand"] = size.fits * thousand
    found["map"] = {"map_start": 1.0, f"map_million_{kind}": million}
    if size.environment:
        found["report"] = {f"report_{kind}": 1.0, "report_million": million}
    return found


def estimate(size: StudySize, slower: float = 1.0, rates: Rates = RATES) -> Estimate:
    """Seconds of each step, from figures measured on the areas that the documentation names.

    Parameters
    ----------
    size : StudySize
    slower : float
        As ``slowness`` finds it.
    rates : Rates
    """
    return Estimate(
        {
            step: slower * sum(count * float(getattr(rates, name)) for name, count in counts.items())
            for step, counts in parts(size).items()
        }
    )
