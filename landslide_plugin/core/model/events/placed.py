"""Cells of a map, encoded once and asked for one window of rain after the other.

A map has many cells, few windows that differ, and many moments. What a cell brings is computed once for all moments,
and what a window brings once for all cells that have it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...requirements import available_processors
from ...types.odds import probability_of
from ..families.additive import AdditivePart
from ..families.ensemble import Base
from ..families.linear import LinearPart
from .families import BASE, NO_STEPS
from .inputs import raw_storms
from .model import NETWORK, EventModel

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
PIECE = 1 << 14
"""Cells that one thread asks a family about at a time."""


@dataclass(frozen=True)
class WindowsOfRain:
    """Windows that differ, as the families and the networks take them.

    Attributes
    ----------
    rain_mm : float32 array (windows, steps)
    raw : float32 array (windows, columns)
        Sums of rain and, where the model takes it, the angle of the season.
    encoded : float32 array (windows, inputs)
    """

    rain_mm: Inputs
    raw: Inputs
    encoded: Inputs


class PlacedCells:
    """Cells whose own inputs are encoded.

    Parameters
    ----------
    model : EventModel
    static : float32 array (n, factors)
        Raw values in the order of the model's factors.
    soil : float32 array (n, layers, properties), optional
        Needed by a model with a soil profile, ignored by one without.

    Raises
    ------
    InputError
        The model takes a soil profile, and none is given or one of other layers or properties.
    """

    def __init__(self, model: EventModel, static: Inputs, soil: Optional[Inputs] = None):
        self._model, self._raw, self._profile = model, static, soil
        self._own, self._of_rain = model.inputs.ground, model.inputs.storm
        self._encoded = (
            self._own.transform(static) if len(model.factors) else np.empty((len(static), 0), np.float32)
        )
        self._soil = model.inputs.scaled_soil(soil, len(static))
        self._alone: dict[str, Floats] = {}

    def __len__(self) -> int:
        return len(self._raw)

    def windows(self, rain_mm: Inputs, day_of_year: float) -> WindowsOfRain:
        """Rain (windows, steps) and the day on which all windows end, as the model takes them."""
        self._model.inputs.require_steps(rain_mm)
        days = np.full(len(rain_mm), day_of_year, np.float64)
        beside = raw_storms(rain_mm, days, self._model.rain, self._model.uses_day_of_year)
        return WindowsOfRain(rain_mm, beside, self._of_rain.transform(beside))

    def probability(self, windows: WindowsOfRain, place: Places) -> Floats:
        """P (n,) by the votes of the families; ``place`` (n,) is the window of each cell.

        NaN where a factor is missing, a code was never seen, or the window has a gap.
        """
        found: dict[str, Floats] = {}
        voted = {name for name, count in self._model.votes.items() if count > 0}
        base: Optional[Floats] = None
        for name in self._model.bases:
            if name in voted or (name == BASE and NETWORK in voted):
                logit = self._base_logit(name, windows, place)
                base = logit if name == BASE else base
                if name in voted:
                    found[name] = probability_of(logit)
        if NETWORK in voted and base is not None:
            found[NETWORK] = probability_of(base + self._added(windows, place)).mean(axis=0)
        return self._model.voted(found)

    def probability_of_base(self, windows: WindowsOfRain, place: Places) -> Floats:
        """P (n,) of the additive model alone, uncalibrated."""
        return probability_of(self._base_logit(BASE, windows, place))

    def _base_logit(self, name: str, windows: WindowsOfRain, place: Places) -> Floats:
        base = self._model.bases[name]
        if not isinstance(base, (LinearPart, AdditivePart)):
            return self._in_pieces(base, windows.encoded, place)
        of_cells, of_rain = halves(base, self._encoded.shape[1])
        if name not in self._alone:
            self._alone[name] = _known_logit(of_cells, self._encoded, self._soil)
        return np.asarray(self._alone[name] + _known_logit(of_rain, windows.encoded)[place])

    def _in_pieces(self, base: Base, of_windows: Inputs, place: Places) -> Floats:
        """Log odds (n,) of a family that takes all inputs together, pieces of the cells shared out among threads."""
        found = np.empty(len(self._encoded))

        def fill(first: int) -> None:
            piece = slice(first, first + PIECE)
            both = np.concatenate([self._encoded[piece], of_windows[place[piece]]], axis=1)
            found[piece] = _known_logit(base, both, self._soil[piece])

        with ThreadPoolExecutor(available_processors()) as pool:
            for _ in pool.map(fill, range(0, len(found), PIECE)):
                pass
        return found

    def _added(self, windows: WindowsOfRain, place: Places) -> Floats:
        """Log odds (members, n) that the networks add."""
        model = self._model
        if model.rain_tower is None or model.form is None:
            raise InputError("This model has no network; train it again with the network among its families")
        sequence = model.form.of(windows.rain_mm, model.rain)
        raw = np.concatenate([self._raw, windows.raw[place]], axis=1)
        added = np.asarray(model.rain_tower.added(raw, sequence[place]), np.float64)
        if model.soil_tower is not None and self._profile is not None:
            added += model.soil_tower.added(raw, self._profile)
        return added


Summed = Union[LinearPart, AdditivePart]


def halves(base: Summed, own: int) -> tuple[Summed, Summed]:
    """What the first inputs and the soil add to the log odds of a family, with the intercept, and what the others do.

    >>> whole = LinearPart(np.array([1.0, 2.0]), np.zeros(0), np.zeros(0), -3.0)
    >>> cells, rain = halves(whole, 1)
    >>> cells.factors.tolist(), cells.intercept, rain.factors.tolist(), rain.intercept
    ([1.0], -3.0, [2.0], 0.0)
    """
    if isinstance(base, LinearPart):
        return _of_first(base, own), _of_rest(base, own)
    inputs = len(base.linear.factors)
    deep = base.columns >= inputs
    mine = (base.columns < own) | deep
    columns = np.where(deep, base.columns - inputs + own, base.columns)[mine]
    first, rest = _of_first(base.linear, own), _of_rest(base.linear, own)
    return (
        AdditivePart(first, columns, base.knots[mine], base.heights[mine], base.layers),
        AdditivePart(rest, base.columns[~mine] - own, base.knots[~mine], base.heights[~mine]),
    )


def _of_first(part: LinearPart, own: int) -> LinearPart:
    return replace(part, factors=part.factors[:own])


def _of_rest(part: LinearPart, own: int) -> LinearPart:
    return replace(part, factors=part.factors[own:], soil=part.soil[:0], intercept=0.0)


def _known_logit(base: Base, encoded: Inputs, soil: Optional[Inputs] = None) -> Floats:
    """Log odds (n,) of whole rows, soil included; NaN of the others."""
    soil = np.zeros((len(encoded), 1, 0), np.float32) if soil is None else soil
    known = np.isfinite(encoded).all(axis=1) & np.isfinite(soil).all(axis=(1, 2))
    if known.all():
        return np.asarray(base.logit(encoded, soil, NO_STEPS)[:, 0])
    found = np.full(len(encoded), np.nan)
    if known.any():
        found[known] = base.logit(encoded[known], soil[known], NO_STEPS)[:, 0]
    return found
