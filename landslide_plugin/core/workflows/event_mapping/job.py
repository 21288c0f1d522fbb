"""What decides the maps of an event, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...io.raster.class_table import Classes
from ...types.features import FeatureSet
from .event_rain import EventRain
from .frames import Frames
from .results import CLASSES, PROBABILITY, REACHED
from .series import PointSeries
from .tally import FrameTally
from .threshold import ThresholdRates

DECADES = 3
"""Powers of ten that a legend spans."""


@dataclass(frozen=True)
class Legend:
    """Range of probability that all frames of an event are drawn with, by ratio.

    >>> Legend.of(0.034)
    Legend(low=5e-05, high=0.05)
    """

    low: float
    high: float

    @classmethod
    def of(cls, most: float) -> Legend:
        """The largest P of all frames, rounded up to 1, 2 or 5, and three powers of ten below it."""
        power = 10.0 ** np.floor(np.log10(max(most, 1e-12)))
        steps = (1.0, 2.0, 5.0, 10.0)
        high = min(float(next(step * power for step in steps if step * power >= most * (1.0 - 1e-9))), 1.0)
        return cls(float(f"{high / 10.0**DECADES:.3g}"), float(f"{high:.3g}"))


Draw = Callable[[str, str, int, Legend], None]
"""Draws the raster of a frame as a picture: its path, that of the picture, the frame, and the legend of all."""


@dataclass(frozen=True)
class EventJob:
    """Everything that decides the maps, beside the model.

    Attributes
    ----------
    factors : sequence of str
    rain : EventRain
    rain_name : str
    frames : Frames
    folder : str
    threshold : float or None
        P from which cells are shown as reaching it.
    classes : bool
        Also write the five classes of the model.
    points : FeatureSet or None
        Places whose series are told.
    label_field : str or None
        Names the points.
    profile : str or None
        Soil profile, of a model that takes one.
    memory_mib : float
    class_colours : mapping of int to (str, (int, int, int)) or None
        Names and colours of the classes.
    provenance : mapping of str to str
    """

    factors: Sequence[str]
    rain: EventRain
    rain_name: str
    frames: Frames
    folder: str
    threshold: Optional[float] = None
    classes: bool = False
    points: Optional[FeatureSet] = None
    label_field: Optional[str] = None
    profile: Optional[str] = None
    memory_mib: float = 2048.0
    class_colours: Optional[Classes] = None
    provenance: Mapping[str, str] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Rasters of a frame."""
        wanted = (True, self.classes, self.threshold is not None)
        return tuple(kind for kind, yes in zip((PROBABILITY, CLASSES, REACHED), wanted) if yes)


@dataclass(frozen=True)
class EventMap:
    """What was mapped.

    Attributes
    ----------
    folder : str
    frames : Frames
    tallies : tuple of FrameTally
    kinds : tuple of str
    legend : Legend
    score : ThresholdRates or None
    series : PointSeries or None
    pictures : bool
    """

    folder: str
    frames: Frames
    tallies: tuple[FrameTally, ...]
    kinds: tuple[str, ...]
    legend: Legend
    score: Optional[ThresholdRates]
    series: Optional[PointSeries]
    pictures: bool
