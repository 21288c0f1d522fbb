"""What a user may decide about terrain factors."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite, isnan

METHODS = {"horn": "Horn", "zevenbergen_thorne": "Zevenbergen and Thorne"}


@dataclass(frozen=True)
class TerrainSettings:
    """How the factors are computed.

    Attributes
    ----------
    slope_method : {"horn", "zevenbergen_thorne"}
    fill : bool
        Fill depressions before water is routed.
    depth_limit_m : float
        Depressions deeper than this are real: they keep their water and are not filled.
    holes_drain : bool
        Water may leave into enclosed no-data.
    flow_method : {"multiple", "d8", "d_infinity"}
    flow_exponent : float
        Exponent of the multiple flow directions.
    level_curvature : float
        Curvature (1/m) given to level cells: NaN or 0.
    stream_area_km2 : float
        Upslope area from which a cell is a stream.
    position_radius_cells : int
        Half width of the square of the topographic position index.
    area_exponent, slope_exponent : float
        Exponents m and n of the sediment transport index.

    Examples
    --------
    >>> TerrainSettings().flow_exponent
    1.1
    """

    slope_method: str = "horn"
    fill: bool = True
    depth_limit_m: float = inf
    holes_drain: bool = True
    flow_method: str = "multiple"
    flow_exponent: float = 1.1
    level_curvature: float = float("nan")
    stream_area_km2: float = 0.5
    position_radius_cells: int = 1
    area_exponent: float = 0.4
    slope_exponent: float = 1.3

    def in_words(self) -> str:
        """The settings as one line for a log.

        >>> TerrainSettings().in_words()[:20]
        'slope method Horn, d'
        """
        limit = f" down to {self.depth_limit_m:g} m" if isfinite(self.depth_limit_m) else ""
        return (
            f"slope method {METHODS.get(self.slope_method, self.slope_method)}, "
            f"depressions {'filled' + limit if self.fill else 'kept'}, "
            f"holes {'drain' if self.holes_drain else 'are walls'}, flow {self.flow_method}, "
            f"exponent {self.flow_exponent:g}, "
            f"curvature of level cells {'no-data' if isnan(self.level_curvature) else self.level_curvature}, "
            f"streams from {self.stream_area_km2:g} km2, position radius {self.position_radius_cells} cells, "
            f"sediment transport exponents {self.area_exponent:g} and {self.slope_exponent:g}"
        )
