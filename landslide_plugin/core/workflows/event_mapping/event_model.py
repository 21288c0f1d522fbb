"""A trained event model as the law that maps ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ...model.events.model import EventModel
from ...model.events.placed import PlacedCells
from ...model.events.samples import day_of_year
from ...types.arrays import Cells, Surface
from ...types.factors import FactorSpec
from ...types.profile import ProfileColumns
from ...types.rain import RainColumns
from ..rain.storms import days_ended
from .law import EventFacts, UnseenEvents


@dataclass(frozen=True)
class ModelLaw:
    """The votes of a model's families.

    Attributes
    ----------
    model : EventModel
    """

    model: EventModel

    @property
    def factors(self) -> tuple[FactorSpec, ...]:
        """Factors of a place."""
        return self.model.factors

    @property
    def rain(self) -> RainColumns:
        """Steps of the window."""
        return self.model.rain

    @property
    def soil(self) -> Optional[ProfileColumns]:
        """Layers and properties of the soil that the model takes; None without."""
        return self.model.inputs.soil

    def placed(self, static: Surface, soil: Optional[Surface] = None) -> PlacedModel:
        """As of ``EventLaw``."""
        return PlacedModel(PlacedCells(self.model, static, soil))


@dataclass(frozen=True)
class PlacedModel:
    """A model at some cells; the season is that of the day that a window ends, as in the training.

    Attributes
    ----------
    cells : PlacedCells
    """

    cells: PlacedCells

    def probability(self, rain_mm: Surface, place: Cells, end: np.datetime64) -> Surface:
        """As of ``PlacedLaw``."""
        day = float(day_of_year(days_ended(np.array([end], "M8[s]")))[0])
        return self.cells.probability(self.cells.windows(rain_mm, day), place).astype(np.float32)


def facts_of(model: EventModel, name: str) -> EventFacts:
    """What a model's record tells beside its values."""
    facts = model.facts
    return EventFacts(
        name=name,
        relative=model.relative,
        largest_mm=_largest(facts),
        unseen=_unseen(facts),
        class_cuts=tuple(float(cut) for cut in facts.get("class_cuts", ())),
        metadata={"MODEL": name, "MODEL_ID": model.identifier},
    )


def _largest(facts: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in facts.get("largest_mm", {}).items()}


def _unseen(facts: Mapping[str, Any]) -> Optional[UnseenEvents]:
    stored = facts.get("held_out")
    if not stored:
        return None
    probability, landslide, weight = (
        np.array(stored[key], float) for key in ("probability", "landslide", "weight")
    )
    return UnseenEvents(probability, landslide > 0, weight)
