"""What the rasters of a map have in common: their paths, what is known of a strip, and their legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Callable, Optional, Union

import numpy as np
import numpy.typing as npt

from ...io.raster import Band
from ...model.bundle.bundle import ModelBundle
from ...model.inference.sums import mean
from ...types.scenarios import TriggerScenarios

ClassColours = Mapping[int, tuple[str, tuple[int, int, int]]]
Floats = npt.NDArray[np.float32]


SINGLE_MODEL = (
    "This is a single model, without members to differ: its standard deviation, epistemic entropy and class flips of "
    "members are 0 and its agreement is 1 everywhere, which says nothing of how sure it is"
)


@dataclass(frozen=True)
class MapTargets:
    """Paths of the maps to write; those that are None are not made.

    Attributes
    ----------
    probability : str or None
        Mean probability of the members, a band a scenario.
    spread : str or None
        Standard deviation of the members in the reference scenario.
    agreement : str or None
        Share of members in the class of the mean, and on its side of the threshold.
    classes : str or None
        Five classes of the reference scenario, bytes, 0 no-data.
    entropy : str or None
        Entropy of the mean, its aleatoric and its epistemic part, in bits.
    member_classes : str or None
        Lowest and highest class any member gives, bytes.
    return_period : str or None
        Shortest return period at which the probability reaches the threshold, and how.
    annual : str or None
        Lower bound of the annual probability.
    applicability : str or None
        Dissimilarity index, and 1 inside the area of applicability, 0 outside.
    consistency : str or None
        Model against factor of safety, bytes.
    flips : str or None
        Share of members, and of scenarios, whose class is another than that of the mean.
    decision : str or None
        Conformal sets, bytes: stable, undecided, landslide.
    attribution : str or None
        What each group of inputs adds to the log odds, a band a group.
    model_depth : str or None
        Soil layer that moves the log odds most.
    """

    probability: Optional[str] = None
    spread: Optional[str] = None
    agreement: Optional[str] = None
    classes: Optional[str] = None
    entropy: Optional[str] = None
    member_classes: Optional[str] = None
    return_period: Optional[str] = None
    annual: Optional[str] = None
    applicability: Optional[str] = None
    consistency: Optional[str] = None
    flips: Optional[str] = None
    decision: Optional[str] = None
    attribution: Optional[str] = None
    model_depth: Optional[str] = None


@dataclass(frozen=True)
class PredictedStrip:
    """What is known of a strip of cells.

    Attributes
    ----------
    probability : float32 array (members, scenarios, rows, cols)
    factor_of_safety : float32 array (rows, cols) or None
    extras : mapping of str to float32 array (bands, rows, cols)
        What is computed only when an output asks for it, see ``explanations``.
    """

    probability: Floats
    factor_of_safety: Optional[Floats] = None
    extras: Mapping[str, Floats] = field(default_factory=dict)

    @cached_property
    def mean(self) -> Floats:
        """Mean over the members (scenarios, rows, cols)."""
        return mean(self.probability)


Values = Callable[[PredictedStrip], Union[Sequence[npt.NDArray[Any]], npt.NDArray[Any]]]


@dataclass(frozen=True)
class Output:
    """One raster: its bands, their values (rows, cols) in a strip, and what its metadata says besides."""

    path: str
    bands: tuple[Band, ...]
    values: Values
    byte: bool = False
    classes: Optional[ClassColours] = None
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Legend:
    """What names and judges the outputs of one map.

    Attributes
    ----------
    bundle : ModelBundle
    triggers : TriggerScenarios or None
        Scenarios that are mapped.
    reference : int
        Which of them carries classes, spread and agreement.
    class_colours : mapping
    conditional : bool
        Whether the annual probability is declared conditional on wetness and shaking.
    rain_by_cell : bool
        Whether triggers differ from cell to cell.
    soil_source : str
        What the soil profile raster was made from, as its metadata tells.
    """

    bundle: ModelBundle
    triggers: Optional[TriggerScenarios]
    reference: int
    class_colours: ClassColours
    conditional: bool = False
    rain_by_cell: bool = False
    soil_source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Bands of the probability."""
        return self.triggers.names if self.triggers is not None else ("Susceptibility",)

    @property
    def suffix(self) -> str:
        """What is added to the name of a band that shows the reference scenario."""
        return f" {self.names[self.reference]}" if self.triggers is not None else ""

    def metadata(self) -> dict[str, str]:
        """Metadata of every raster."""
        found = provenance(self.bundle, self.triggers, self.names[self.reference])
        if self.bundle.members == 1:
            found["SINGLE_MODEL"] = SINGLE_MODEL
        return {key: text for key, text in found.items() if key != "SCENARIO_CURVE" or not self.rain_by_cell}


IMPOSED = (
    "Every cell gets the same triggers, so the rise from scenario to scenario is what the training's labels, "
    "targets or physics say of them; it is not read from dated landslides"
)


DATED = (
    "Every cell gets the same triggers, so the rise from scenario to scenario is what the training's labels (by the "
    "return periods of their events), targets or physics say of them"
)


LIMITS = (
    "Susceptibility tells places apart; it is no rate of landsliding. It speaks of the kind of landslide and the "
    "conditions of the inventory; errors of the inventory and of the factors are not in the spread of the members"
)


def provenance(bundle: ModelBundle, triggers: Optional[TriggerScenarios], reference: str) -> dict[str, str]:
    """Metadata of a map: the model, its hash and versions, what it was trained on, the scenarios and the limits.

    Parameters
    ----------
    triggers : TriggerScenarios or None
        Scenarios that are mapped.
    reference : str
        Name of the one that carries classes, spread and agreement.
    """
    facts = bundle.facts
    found = {
        "MODEL": bundle.describe(),
        "BUNDLE": bundle.identifier,
        "REFERENCE_SCENARIO": reference,
        "CLASS_CUTS": str(bundle.class_cuts),
        "THRESHOLD": f"{bundle.threshold:.6g}",
        "TRAINED_ON": _pairs(facts.provenance),
        "TRAINED_WITH": _pairs(facts.versions),
        "LIMITS": LIMITS,
    }
    if triggers is not None:
        found["SCENARIOS"] = scenario_text(triggers)
        found["SCENARIO_CURVE"] = DATED if facts.dated else IMPOSED
    return {key: text for key, text in found.items() if text}


def scenario_text(triggers: TriggerScenarios) -> str:
    """Names and values of scenarios on one line.

    >>> import numpy as np
    >>> scenario_text(TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]])))
    'T10: intensity_mm_h 20; T50: intensity_mm_h 55'
    """
    return "; ".join(
        f"{name}: " + ", ".join(f"{column} {value:g}" for column, value in zip(triggers.columns, row))
        for name, row in zip(triggers.names, triggers.values)
    )


def _pairs(table: object) -> str:
    if not isinstance(table, dict):
        return ""
    return ", ".join(f"{key} {value}" for key, value in table.items() if value not in ("", None))
