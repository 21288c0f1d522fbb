"""Depth of the soil from the shape of the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union

import numpy as np

from ..errors import InputError
from ..types.arrays import Heights

MODELS = ("slope", "s", "z", "position")
STRONGEST = 0.5
"""Share of the depth that position, and curvature, may add or take."""


@dataclass(frozen=True)
class DepthModel:
    """A model of the vertical soil depth, whose limits are its own and never those of an extent.

    Attributes
    ----------
    model : {"slope", "s", "z", "position"}
        ``slope``: deepest exp(-rate b), with the slope b in degrees (DeRose 1996, Z. Geomorphologie Suppl. 105, 49-60).
        ``s``: deepest [1 - (tan b - tan b0)/(tan b1 - tan b0) (1 - shallowest/deepest)] and
        ``z``: deepest - (z - z0)/(z1 - z0) (deepest - shallowest), straight lines over slope and height
        (Saulnier, Beven and Obled 1997, Journal of Hydrology 202, 158-172).
        ``position``: the first one times (1 - p/P / 2) (1 - k/K / 2), with the height p above the surroundings and
        the curvature k, each ratio within -1 and 1: deeper in hollows, thinner on noses and crests. It has the
        terms of GIST (Catani, Segoni and Falorni 2010, Water Resources Research 46, W05508), not its calibration.
    deepest_m, shallowest_m : float
        The result is held between them.
    rate_1_deg : float
    gentlest_deg, steepest_deg : float
        b0 and b1.
    lowest_m, highest_m : float or None
        z0 and z1.
    position_m : float
        P.
    curvature_1_m : float
        K.

    Examples
    --------
    >>> model = DepthModel("slope", deepest_m=4.0, rate_1_deg=np.log(2) / 10)
    >>> model.depth_m(slope_deg=np.array([0.0, 10.0, 20.0])).round(6).tolist()
    [4.0, 2.0, 1.0]
    """

    model: str = "slope"
    deepest_m: float = 3.0
    shallowest_m: float = 0.2
    rate_1_deg: float = 0.04
    gentlest_deg: float = 5.0
    steepest_deg: float = 50.0
    lowest_m: Optional[float] = None
    highest_m: Optional[float] = None
    position_m: float = 20.0
    curvature_1_m: float = 0.02

    def __post_init__(self) -> None:
        if self.model not in MODELS:
            raise InputError(f"Soil depth model {self.model} is not known; allowed: {', '.join(MODELS)}")
        if self.shallowest_m > self.deepest_m:
            raise InputError(
                f"The smallest soil depth ({self.shallowest_m:g} m) is over the largest ({self.deepest_m:g} m)"
            )
        if self.gentlest_deg >= self.steepest_deg:
            raise InputError(
                f"The slope of the deepest soil ({self.gentlest_deg:g}) is not below that of the shallowest "
                f"({self.steepest_deg:g} degrees)"
            )
        if self.model == "z":
            if self.lowest_m is None or self.highest_m is None:
                raise InputError(
                    "The model over height needs the heights of the deepest and of the shallowest soil: they are not "
                    "taken from the extent, on which depths would then hang; give both"
                )
            if self.lowest_m >= self.highest_m:
                raise InputError(
                    f"The height of the deepest soil ({self.lowest_m:g}) is not below that of the shallowest "
                    f"({self.highest_m:g} m)"
                )

    @property
    def needs(self) -> tuple[str, ...]:
        """Factors of the terrain catalogue that ``depth_m`` is given, by the name of its argument.

        >>> DepthModel("s").needs
        ('slope',)
        """
        return {"z": ("elevation",), "position": ("slope", "tpi", "total_curvature")}.get(
            self.model, ("slope",)
        )

    def depth_m(
        self,
        slope_deg: Optional[Heights] = None,
        height_m: Optional[Heights] = None,
        above_m: Optional[Heights] = None,
        curvature_1_m: Optional[Heights] = None,
    ) -> Heights:
        """Soil depth of cells, of which the model is given what it needs; NaN stays NaN."""
        if self.model == "z":
            depth = self._over_height(_given(height_m))
        elif self.model == "s":
            depth = self._over_slope(_given(slope_deg))
        else:
            depth = self.deepest_m * np.exp(-self.rate_1_deg * _given(slope_deg))
        if self.model == "position":
            depth = depth * self._less(_given(above_m) / self.position_m)
            depth = depth * self._less(_given(curvature_1_m) / self.curvature_1_m)
        return np.asarray(np.clip(depth, self.shallowest_m, self.deepest_m))

    def _over_slope(self, slope_deg: Heights) -> Heights:
        low, high = np.tan(np.deg2rad([self.gentlest_deg, self.steepest_deg]))
        share = (np.tan(np.deg2rad(slope_deg)) - low) / (high - low)
        return np.asarray(self.deepest_m * (1.0 - share * (1.0 - self.shallowest_m / self.deepest_m)))

    def _over_height(self, height_m: Heights) -> Heights:
        low, high = _given(self.lowest_m), _given(self.highest_m)
        share = (height_m - low) / (high - low)
        return np.asarray(self.deepest_m - share * (self.deepest_m - self.shallowest_m))

    @staticmethod
    def _less(ratio: Heights) -> Heights:
        """Factor between 1.5 in hollows and 0.5 on crests."""
        return np.asarray(1.0 - STRONGEST * np.clip(ratio, -1.0, 1.0))


def _given(value: Union[Heights, float, None]) -> Heights:
    if value is None:
        raise InputError("The soil depth model lacks a factor of the terrain that it needs")
    return np.asarray(value, dtype=np.float64)
