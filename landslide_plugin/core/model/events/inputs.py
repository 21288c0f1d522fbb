"""From raw rows to model inputs: static factors, sums of rain as logarithms, and the season as a cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError, InputError
from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler
from ...triggers.rain_sums import rain_sum_names, rain_sums
from ...types.factors import FactorSpec
from ...types.profile import ProfileColumns
from ...types.rain import RainColumns
from .samples import EventRows

Inputs = npt.NDArray[np.float32]
SEASON = FactorSpec("day_of_year", "circular", "deg")
DAYS_OF_YEAR = 365.25


@dataclass(frozen=True)
class EventInputs:
    """How rows enter the families: what is learnt of scale and codes comes from training rows alone.

    Attributes
    ----------
    encoder : Encoder
        Of the static factors, then the sums of rain, then the day of the year.
    rain : RainColumns
    uses_day_of_year : bool
    soil : ProfileColumns, optional
        Layers and properties of the soil profile; None without one.
    soil_scaler : ProfileScaler, optional
    """

    encoder: Encoder
    rain: RainColumns
    uses_day_of_year: bool
    soil: Optional[ProfileColumns] = None
    soil_scaler: Optional[ProfileScaler] = None

    @classmethod
    def fit(
        cls,
        rows: EventRows,
        specs: Sequence[FactorSpec],
        rain: RainColumns,
        season: bool = True,
        soil: Optional[ProfileColumns] = None,
    ) -> EventInputs:
        """Learn from training rows without gaps."""
        every = [*specs, *sum_specs(rain), *([SEASON] if season else [])]
        encoder, scaler = Encoder.fit(raw_inputs(rows, rain, season), every), None
        if soil is not None and rows.profile is not None:
            scaler = ProfileScaler.fit(rows.profile, soil.properties)
        return cls(encoder, rain, season, soil if scaler else None, scaler)

    @property
    def factors(self) -> tuple[FactorSpec, ...]:
        """The static factors."""
        behind = len(rain_sum_names(self.rain.steps, self.rain.step_h)) + self.uses_day_of_year
        return self.encoder.specs[: len(self.encoder.specs) - behind]

    def transform(self, rows: EventRows) -> Inputs:
        """Model inputs (n, d); all NaN where a factor or a step of rain is missing or a code unseen."""
        self.require(rows)
        return self.encoder.transform(raw_inputs(rows, self.rain, self.uses_day_of_year))

    @property
    def ground(self) -> Encoder:
        """The encoder of the static factors alone."""
        return Encoder(self.encoder.factors[: len(self.factors)])

    @property
    def storm(self) -> Encoder:
        """The encoder of the sums of rain and the season."""
        return Encoder(self.encoder.factors[len(self.factors) :])

    def soil_of(self, rows: EventRows) -> Inputs:
        """Scaled soil (n, layers, properties); one layer of nothing where the model knows no soil."""
        return self.scaled_soil(rows.profile, len(rows))

    def scaled_soil(self, profile: Optional[Inputs], count: int) -> Inputs:
        """Scaled soil of so many rows, as ``soil_of``; raise ``InputError`` where it is not as the model knows it."""
        if self.soil is None or self.soil_scaler is None:
            return np.zeros((count, 1, 0), np.float32)
        if profile is None or profile.shape != (count, *self.soil.shape):
            found = "none" if profile is None else str(profile.shape)
            raise InputError(
                f"The model needs a soil profile of {self.soil.shape[0]} layers with "
                f"{', '.join(self.soil.properties)}; got {found}"
            )
        return self.soil_scaler.transform(profile)

    def storms_of(self, rows: EventRows) -> tuple[Inputs, npt.NDArray[np.float64], npt.NDArray[np.intp]]:
        """What storms rows have, as ``EventRows.distinct_storms``, once rows are as the model needs them."""
        self.require(rows)
        return rows.distinct_storms()

    def require(self, rows: EventRows) -> None:
        """Raise ``InputError`` if rows have other factors, or rain other steps, than the model knows."""
        if rows.static.ndim != 2 or rows.static.shape[1] != len(self.factors):
            names = ", ".join(spec.name for spec in self.factors)
            raise InputError(f"The model needs factors {names}; got an array of {rows.static.shape}")
        self.require_steps(rows.rain_mm)

    def require_steps(self, rain_mm: Inputs) -> None:
        """Raise ``InputError`` if rain has other steps than the model knows."""
        if rain_mm.ndim != 2 or rain_mm.shape[1] != self.rain.steps:
            raise InputError(
                f"The model needs rain of {self.rain.steps} steps of {self.rain.step_h:g} h; "
                f"got an array of {rain_mm.shape}"
            )

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "encoder": self.encoder.to_dict(),
            "rain": self.rain.to_dict(),
            "uses_day_of_year": self.uses_day_of_year,
            "soil": self.soil.to_dict() if self.soil else None,
            "soil_scaler": self.soil_scaler.to_dict() if self.soil_scaler else None,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> EventInputs:
        """The inputs that ``to_dict`` stored; raise ``BundleError`` if they are damaged."""
        try:
            rain, soil, scaler = RainColumns.from_dict(stored["rain"]), stored["soil"], stored["soil_scaler"]
            found = cls(
                Encoder.from_dict(stored["encoder"]),
                rain,
                bool(stored["uses_day_of_year"]),
                ProfileColumns.from_dict(soil) if soil else None,
                ProfileScaler.from_dict(scaler) if scaler else None,
            )
        except (KeyError, TypeError) as error:
            raise BundleError(f"The stored inputs are damaged: {error}") from None
        sums = [spec.name for spec in sum_specs(rain)]
        first = len(found.factors)
        if [spec.name for spec in found.encoder.specs[first : first + len(sums)]] != sums:
            raise BundleError("The stored inputs are damaged: their sums do not fit the rain")
        return found


def sum_specs(rain: RainColumns) -> list[FactorSpec]:
    """The sums of rain as factors, taken as logarithms.

    >>> [spec.name for spec in sum_specs(RainColumns(24.0, 2))]
    ['rain_total_mm', 'rain_largest_24h_mm', 'rain_largest_48h_mm']
    """
    return [FactorSpec(name, "continuous", "mm", "log1p") for name in rain_sum_names(rain.steps, rain.step_h)]


def raw_inputs(rows: EventRows, rain: RainColumns, season: bool) -> Inputs:
    """Factors, sums and the angle of the season side by side (n, columns), as the encoder takes them.

    Rain that rows share is summed once.
    """
    once, days, which = rows.distinct_storms()
    return np.hstack([rows.static, raw_storms(once, days, rain, season)[which]]).astype(np.float32)


def season_angle(day_of_year: Any) -> Any:
    """Degrees of the year that have passed, of one day or of many (1 is the first of January).

    >>> season_angle(1.0)
    0.0
    """
    return 360.0 / DAYS_OF_YEAR * (day_of_year - 1.0)


def raw_storms(rain_mm: Inputs, days: npt.NDArray[np.float64], rain: RainColumns, season: bool) -> Inputs:
    """Sums and the angle of the season of storms (m, columns)."""
    sums = rain_sums(rain_mm, rain.step_h)[1]
    angle = season_angle(days)[:, None]
    return np.hstack([sums, angle] if season else [sums]).astype(np.float32)
