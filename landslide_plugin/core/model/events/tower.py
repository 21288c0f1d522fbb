"""A tower: networks that read one sequence, steps of rain or layers of soil, and add to the log odds of the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import BundleError, InputError
from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler
from ...types.rain import RainColumns
from ..bundle.model_parts import model_arrays, model_record, stored_model
from ..families.ensemble import Ensemble, Member
from ..families.linear import constant_part
from ..families.mapper import EnsembleMapper
from .samples import EventRows

Inputs = npt.NDArray[np.float32]
Arrays = dict[str, Inputs]
FORMS = ("log", "cumulative")


@dataclass(frozen=True)
class RainForm:
    """How steps of rain enter a tower.

    Attributes
    ----------
    step_h : float
        Steps of the rain are joined to steps of this length.
    properties : tuple of {"log", "cumulative"}
        ``log`` is log(1 + mm) of the step, ``cumulative`` the running total since the start of the series, mm.

    Examples
    --------
    >>> form = RainForm(2.0, ("cumulative", "log"))
    >>> form.of(np.array([[1, 2, 3, 4]], "f4"), RainColumns(1.0, 4)).astype(float).round(4).tolist()
    [[[3.0, 1.3863], [10.0, 2.0794]]]
    """

    step_h: float
    properties: tuple[str, ...] = ("log",)

    def __post_init__(self) -> None:
        unknown = [name for name in self.properties if name not in FORMS]
        if unknown or not self.properties:
            raise InputError(
                f"Rain enters a network as {', '.join(unknown) or 'nothing'}; allowed: {', '.join(FORMS)}"
            )

    def joined(self, rain: RainColumns) -> int:
        """How many steps of the rain make one; raise ``InputError`` where they make none."""
        each = round(self.step_h / rain.step_h)
        if each < 1 or abs(each * rain.step_h - self.step_h) > 1e-9 or rain.steps % each:
            raise InputError(
                f"{rain.steps} steps of {rain.step_h:g} h cannot be joined to steps of {self.step_h:g} h; "
                "give a whole multiple that divides the window"
            )
        return each

    def of(self, rain_mm: Inputs, rain: RainColumns) -> Inputs:
        """Sequence (n, steps, properties) of rain (n, steps); a gap stays one."""
        each = self.joined(rain)
        steps = rain_mm.reshape(len(rain_mm), -1, each).sum(axis=2, dtype=np.float64)
        made = [np.log1p(steps) if name == "log" else steps.cumsum(axis=1) for name in self.properties]
        return np.asarray(np.stack(made, axis=2), np.float32)

    def of_rows(self, rows: EventRows, rain: RainColumns) -> Inputs:
        """The same of rows (n, steps, properties), rain that they share joined once."""
        once, place = rows.distinct_rain()
        return np.asarray(self.of(once, rain)[place])

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"step_h": self.step_h, "properties": list(self.properties)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> RainForm:
        """The form that ``to_dict`` stored."""
        return cls(float(stored["step_h"]), tuple(str(name) for name in stored["properties"]))


@dataclass(frozen=True)
class Tower:
    """Networks of one architecture that read one sequence; each has a scale of its own that starts at 0.

    Attributes
    ----------
    networks : Ensemble
        On a base of nothing: its logits are what the networks add.
    """

    networks: Ensemble

    @classmethod
    def of(cls, encoder: Encoder, scaler: ProfileScaler, members: tuple[Member, ...]) -> Tower:
        """A tower of networks that were trained on these inputs."""
        nothing = constant_part(len(encoder.columns), len(scaler.names), 0, 0.5)
        return cls(Ensemble(encoder, scaler, None, nothing, members))

    @cached_property
    def _mapper(self) -> EnsembleMapper:
        return EnsembleMapper(self.networks)

    def added(self, raw: Inputs, sequence: Inputs) -> Inputs:
        """Log odds (members, n) that are added, of raw inputs (n, columns) and a sequence (n, steps, properties).

        Each distinct sequence is encoded once.
        """
        return np.asarray(self._mapper.logits(raw, sequence, None)[:, :, 0])

    def record(self) -> dict[str, Any]:
        """What is not an array."""
        scaler = self.networks.profile_scaler
        return {**model_record(self.networks), "scaler": scaler.to_dict() if scaler else None}

    def arrays(self) -> Arrays:
        """All arrays by name."""
        return model_arrays(self.networks)

    @classmethod
    def from_parts(cls, stored: Mapping[str, Any], arrays: Arrays, encoder: Encoder) -> Tower:
        """The tower of ``record`` and ``arrays``."""
        shared = {"encoder": encoder.to_dict(), "profile_scaler": stored["scaler"], "trigger_scaler": None}
        found = stored_model({**stored, **shared, "shift": 0.0}, arrays)
        if not isinstance(found, Ensemble):
            raise BundleError("The stored network of a sequence is damaged; train again")
        return cls(found)
