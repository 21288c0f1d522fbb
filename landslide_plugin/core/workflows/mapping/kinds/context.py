"""What the rasters of one map have in common: the model, the scenarios, and what their metadata say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import numpy.typing as npt

from ....model.bundle.bundle import ModelBundle
from ....model.explain.attribution import Attribution
from ....styles import Codes
from ....types.scenarios import TriggerScenarios

ClassColours = Codes
Floats = npt.NDArray[np.float32]


SINGLE_MODEL = (
    "This is a single model, without members to differ: its standard deviation, epistemic entropy and class flips of "
    "members are 0 and its agreement is 1 everywhere, which says nothing of how sure it is"
)


@dataclass(frozen=True)
class MapContext:
    """What the rasters of one map have in common: it names and judges them.

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
    classes_matched : tuple of str
        How classes of the rasters are those of the model, where that is worth a line.
    """

    bundle: ModelBundle
    triggers: Optional[TriggerScenarios]
    reference: int
    class_colours: ClassColours
    conditional: bool = False
    rain_by_cell: bool = False
    soil_source: str = ""
    classes_matched: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Bands of the probability."""
        return self.triggers.names if self.triggers is not None else ("Susceptibility",)

    @property
    def suffix(self) -> str:
        """What is added to the name of a band that shows the reference scenario."""
        return f" {self.names[self.reference]}" if self.triggers is not None else ""

    @property
    def doubt(self) -> Optional[str]:
        """What the model does not beat on unseen ground; None where it beats all, or where that is not known."""
        return self.bundle.facts.doubt

    @cached_property
    def reasons(self) -> Attribution:
        """Shares of groups of inputs in the log odds of the reference scenario, prepared once a map."""
        trigger = None if self.triggers is None else self.triggers.values[self.reference]
        return Attribution(self.bundle, trigger, self.rain_by_cell)

    def metadata(self) -> dict[str, str]:
        """Metadata of every raster."""
        facts = provenance(self.bundle, self.triggers, self.names[self.reference])
        if self.bundle.members == 1:
            facts["SINGLE_MODEL"] = SINGLE_MODEL
        if self.bundle.facts.relative:
            facts["RELATIVE_INTENSITY"] = NO_PROBABILITY
        if self.classes_matched:
            facts["CLASSES_MATCHED"] = "; ".join(self.classes_matched)
        return {key: text for key, text in facts.items() if key != "SCENARIO_CURVE" or not self.rain_by_cell}


NO_PROBABILITY = (
    "The values are a relative intensity, r / (1 + r) with r the density of landslides in means of the area that the "
    "model was trained on; they are no probabilities, so no share of the area, no calibration and no figure a year "
    "belongs to them"
)


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
