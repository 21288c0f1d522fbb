"""What a user says of the water in the soil beyond the pore-pressure law itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...stability.pore_pressure import Retention
from ..soil_profile.sources import SoilStrip

SUCTION = ("none", "gardner", "van_genuchten")
INFILTRATION = ("capacity", "green_ampt")
START = ("scenario", "recharge")
MM_DAY_PER_M_S = 8.64e7


@dataclass(frozen=True)
class SoilWater:
    """Suction, intake and the water table before the storm; the defaults leave the saturated laws as they are.

    Attributes
    ----------
    suction : str
        One of ``SUCTION``.
    alpha_1_m, shape_n, theta_s, theta_r : float, optional
        Retention, used where the soil has no columns of that name.
    cap_kpa : float
        Suction stress counts for no more than this.
    infiltration : str
        One of ``INFILTRATION``.
    front_suction_m : float
        Suction head at the wetting front.
    field_conductivity_m_s : float, optional
        Intake of the ground, used where the soil has no column of that name.
    transmissivity_m2_s : float, optional
        T of the steady wetness; without it Ks H cos b.
    start : str
        One of ``START``: the scenario's wetness, or the steady wetness of ``recharge_mm_day``.
    recharge_mm_day : float
    contributing_h : float, optional
        Only what drains to a place within this time counts as its upslope area.
    """

    suction: str = "none"
    alpha_1_m: Optional[float] = None
    shape_n: Optional[float] = None
    theta_s: Optional[float] = None
    theta_r: Optional[float] = None
    cap_kpa: float = 10.0
    infiltration: str = "capacity"
    front_suction_m: float = 0.1
    field_conductivity_m_s: Optional[float] = None
    transmissivity_m2_s: Optional[float] = None
    start: str = "scenario"
    recharge_mm_day: float = 1.0
    contributing_h: Optional[float] = None

    def intake_m_s(self, strip: SoilStrip, conductivity: Any) -> Any:
        """Field conductivity of the cells; where none is known, their conductivity."""
        column = _first_layer(strip, "field_conductivity_m_s")
        if column is not None:
            return np.where(np.isfinite(column), column, conductivity)
        return conductivity if self.field_conductivity_m_s is None else self.field_conductivity_m_s

    @staticmethod
    def wetness_shift(strip: SoilStrip) -> Optional[Any]:
        """What the soil adds to every scenario's wetness (cells,), 0 where it tells none; None without a column."""
        column = _first_layer(strip, "wetness_shift")
        return None if column is None else np.nan_to_num(column)

    def retention(self, strip: SoilStrip, van_genuchten: bool) -> Retention:
        """Retention of the cells from the soil's columns, else from the typed numbers.

        Raises
        ------
        InputError
            A value is known from neither.
        """
        names = {"theta_s": self.theta_s, "theta_r": self.theta_r}
        alpha = "van_genuchten_alpha_1_m" if van_genuchten else "gardner_alpha_1_m"
        names[alpha] = self.alpha_1_m
        if van_genuchten:
            names["van_genuchten_n"] = self.shape_n
        values: dict[str, Any] = {}
        for name, typed in names.items():
            column = _first_layer(strip, name)
            if column is None and typed is None:
                raise InputError(
                    f"Suction needs {name}, which neither the soil table nor the parameters tell; give it, or leave "
                    "suction out"
                )
            values[name] = typed if column is None else column
        return Retention(
            values[alpha], values["theta_s"], values["theta_r"], shape_n=values.get("van_genuchten_n")
        )


def _first_layer(strip: SoilStrip, name: str) -> Optional[Any]:
    if name not in strip.profile.properties:
        return None
    return strip.profile[name][0].ravel()
