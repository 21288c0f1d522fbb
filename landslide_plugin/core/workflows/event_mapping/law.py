"""What a map of an event asks of whatever knows the probability: a trained model, or a law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt

from ...types.arrays import Cells, Floats, Surface
from ...types.factors import FactorSpec
from ...types.profile import ProfileColumns
from ...types.rain import RainColumns


class PlacedLaw(Protocol):
    """The law at some cells, whatever the rain."""

    def probability(self, rain_mm: Surface, place: Cells, end: np.datetime64) -> Surface:
        """Probability (cells,) of a landslide while a window lasts.

        Parameters
        ----------
        rain_mm : float32 array (windows, steps)
            Windows that differ, without gaps.
        place : int array (cells,)
            Window of each cell.
        end : datetime64
            When they end, UTC.
        """


class EventLaw(Protocol):
    """Probability of landsliding at places, given the rain of the window that ends at a moment."""

    @property
    def factors(self) -> Sequence[FactorSpec]:
        """Factors of a place, in the order of the columns of ``static``."""

    @property
    def rain(self) -> RainColumns:
        """Steps of the window."""

    @property
    def soil(self) -> Optional[ProfileColumns]:
        """Layers and properties of a place's soil; None where it does not count."""

    def placed(self, static: Surface, soil: Optional[Surface] = None) -> PlacedLaw:
        """The law at cells with these factors (cells, factors) and, if it counts, soil (cells, layers, properties)."""


@dataclass(frozen=True)
class UnseenEvents:
    """Predictions of events that the model was not trained on (samples,).

    Attributes
    ----------
    probability : float64 array
    landslide : bool array
    weight : float64 array
        How many place-and-event pairs a sample stands for.
    """

    probability: Floats
    landslide: npt.NDArray[np.bool_]
    weight: Floats


@dataclass(frozen=True)
class EventFacts:
    """What is known of the law beside its values.

    Attributes
    ----------
    name : str
        What messages and layers call it.
    relative : bool
        Whether sampling shares are unknown, so that P tells only which place or moment has more.
    largest_mm : mapping of str to float
        Largest value of each sum of rain (see ``rain_sums``) that the training held.
    unseen : UnseenEvents or None
    class_cuts : sequence of float (4,)
        Limits of the five classes; empty if there are none.
    metadata : mapping of str to str
        What rasters say of the model.
    """

    name: str = "law"
    relative: bool = False
    largest_mm: Mapping[str, float] = field(default_factory=dict)
    unseen: Optional[UnseenEvents] = None
    class_cuts: Sequence[float] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
