"""Rain through unsaturated soil onto a water table that rises (Srivastava and Yeh 1991, as TRIGRS)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from . import srivastava_yeh as layer
from .phase import WATER_UNIT_WEIGHT_KN_M3
from .storms import Storms
from .suction import Retention, suction_stress_kpa
from .water_table import depth_before_rain_m, within_soil_m

PIECES_A_LAYER = 4
BASE_LEAKS = 0.1
"""Share of Ks sin2 b that drains from the water table, as TRIGRS has it for a base that lets little water through."""
THINNEST_M = 1e-3  # less unsaturated soil than this is none
FLUX_STEPS = 40
STORAGE_NODES = 80
SMALLEST_SHARE = 1e-30  # of Ks, so that its logarithm is finite


@dataclass(frozen=True)
class Column:
    """The unsaturated soil of some cells above the water table before the storm.

    Attributes
    ----------
    thickness_m : array (cells,)
        L, at least ``THINNEST_M``.
    length : array (cells,)
        Y = a L with a = alpha cos2 b.
    roots : array (terms, cells)
    background : array (cells,)
        Iz / Ks.
    changes : list of (array (cells,), array (cells,))
        Each change of the rain over Ks, and the dimensionless time since, all above 0.
    weights : array (terms, cells)
        Sum over the changes that have come back from the water table.
    risen_m : array (cells,)
        Depth of the water table at the moment looked at.
    """

    thickness_m: Values
    length: Values
    roots: Values
    background: Values
    changes: list[tuple[Values, Values]]
    weights: Values
    risen_m: Values

    def share_of_ks(self, depth_m: Any) -> Values:
        """K / Ks (cells,) at a depth within the unsaturated soil, 1 at the water table before the storm."""
        share = np.minimum(np.broadcast_to(depth_m, self.length.shape) / self.thickness_m, 1.0)
        rest = np.exp(-self.length * (1.0 - share))
        found = self.background * (1.0 - rest) + rest
        late_sum = np.zeros(self.length.shape)
        for change, time in self.changes:
            early = layer.has_no_echo(self.length, time)
            if early.any():
                at = share[early] * self.length[early]
                wetter = layer.conductivity_with_image(at, self.length[early], time[early])
                found[early] += change[early] * wetter
            late_sum += np.where(early, 0.0, change)
        found += late_sum * (1.0 - rest)
        if self.weights.any():
            found -= layer.conductivity_by_series(share, self.length, self.weights, self.roots)
        return np.asarray(np.clip(found, SMALLEST_SHARE, 1.0))


@dataclass(frozen=True)
class UnsaturatedHead:
    """psi = cos b ln(K / Ks) / a above the water, bs (z - dw) below, dw risen by what the base cannot drain.

    The rain that reaches the old water table, less 0.1 Ks sin2 b and the steady flow, fills the pores above it. Suction
    acts by its suction stress. Weights, drainage and the closure between head and water are those of TRIGRS.

    Source: Srivastava, R., Yeh, T.-C. J. (1991), Water Resources Research 27(5), 753-762; Baum, R. L., Godt, J. W.,
    Savage, W. Z. (2010), Journal of Geophysical Research 115, F03013, eq. 3 to 10 and 18.

    Attributes
    ----------
    antecedent_wetness : float array (scenarios,)
        Sets the water table before the storm: dw = H (1 - m0).
    storms : Storms
    retention : Retention
        Gardner's.
    conductivity_m_s : float or array (cells,)
        Ks; rain beyond it runs off.
    background_m_s : float or array (cells,)
        Steady infiltration Iz before and after the storm, and in its gaps; rain takes its place.
    start_depth_m : float or array (cells,), optional
        Water table before the storm, in place of the antecedent wetness.
    soil_depth_m : float or array (cells,)
    cap_kpa : float
        Suction stress counts for no more than this.
    stored_by_head : bool
        False: the pores above the table hold what the flow says, theta_r + (theta_s - theta_r) K / Ks, which conserves
        water. True: what the head says, which differs by the closure's cos b; kept to compare with programs that do so.
    """

    antecedent_wetness: npt.NDArray[np.float64]
    storms: Storms
    retention: Retention
    conductivity_m_s: Any
    background_m_s: Any
    soil_depth_m: Any
    cap_kpa: float
    start_depth_m: Optional[Any] = None
    wetness_shift: Any = 0.0
    stored_by_head: bool = False
    pieces_a_layer = PIECES_A_LAYER
    _columns: dict[int, Column] = field(default_factory=dict, repr=False, compare=False)

    @property
    def scenarios(self) -> int:
        """How many scenarios there are."""
        return len(self.storms.duration_h)

    def cells(self, chosen: Any) -> UnsaturatedHead:
        """The law for some of the cells."""

        def some(part: Any) -> Any:
            return part[chosen] if part is not None and np.ndim(part) else part

        return replace(
            self,
            storms=self.storms.cells(chosen),
            retention=self.retention.cells(chosen),
            conductivity_m_s=some(self.conductivity_m_s),
            background_m_s=some(self.background_m_s),
            soil_depth_m=some(self.soil_depth_m),
            wetness_shift=some(self.wetness_shift),
            start_depth_m=some(self.start_depth_m),
            _columns={},
        )

    def shifted(self, wetness: Any) -> UnsaturatedHead:
        """The water table before the storm higher by a share of the soil depth."""
        return replace(self, wetness_shift=self.wetness_shift + wetness, _columns={})

    def on_depth(self, soil_depth_m: Any) -> UnsaturatedHead:
        """The law in soil of another depth."""
        return replace(self, soil_depth_m=soil_depth_m, _columns={})

    def known(self) -> npt.NDArray[np.bool_]:
        """Where everything is given, and water can move."""
        known = (np.asarray(self.conductivity_m_s) > 0) & np.isfinite(self.background_m_s)
        known = known & self.retention.known() & self.storms.known() & np.isfinite(self.soil_depth_m)
        if self.start_depth_m is not None:
            known = known & np.isfinite(self.start_depth_m)
        return np.asarray(known)

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the storm, between the surface and the base of the soil."""
        wetness = float(self.antecedent_wetness[scenario])
        start = depth_before_rain_m(self.start_depth_m, wetness, soil_depth_m)
        return within_soil_m(start - soil_depth_m * self.wetness_shift, soil_depth_m)

    def risen_table_m(self, scenario: int, cos2_slope: Values) -> Values:
        """Depth (cells,) of the water table at the moment looked at."""
        return self._column(scenario, cos2_slope).risen_m

    def start_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the rain."""
        return self.water_table_m(scenario, soil_depth_m)

    def excess_mm(self, scenario: int) -> Any:
        """Rain over Ks, which does not enter the soil, mm."""
        return self.storms.excess_mm(scenario, self.conductivity_m_s)

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """Rain may wet any depth, and suction holds the soil above."""
        return 0.0

    def head_m(self, scenario: int, depth_m: Any, cos2_slope: Values, water_table_m: Any) -> Values:
        """Pressure head psi (cells,), m; negative above the water."""
        column, cos2 = self._column(scenario, cos2_slope), cos2_slope.astype(np.float64, copy=False)
        gradient = np.maximum(cos2 - self.background_m_s / self.conductivity_m_s, 0.0)
        head = gradient * (depth_m - column.risen_m)
        dry = np.broadcast_to(depth_m, head.shape) < column.risen_m
        above = np.log(column.share_of_ks(depth_m)) / (self.retention.alpha_1_m * np.sqrt(cos2))
        return np.asarray(np.where(dry, np.minimum(above, 0.0), head))

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Values:
        """Pressure, or suction stress where it is negative, over cos2 b, kPa."""
        head = self.head_m(scenario, depth_m, cos2_slope, water_table_m)
        stress = suction_stress_kpa(head, self._saturation(head, cos2_slope), self.cap_kpa)
        column: Values = (stress / cos2_slope).astype(cos2_slope.dtype, copy=False)
        return column

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Values:
        """Height of a water table, above a plane, that would give the head there: psi / bs, 0 for suction."""
        steady = cos2_slope - self.background_m_s / self.conductivity_m_s
        head = np.maximum(column_kpa, 0.0) * cos2_slope / WATER_UNIT_WEIGHT_KN_M3
        height: Values = np.divide(head, steady, out=np.zeros_like(head), where=steady > 0)
        return height

    def _saturation(self, head_m: Values, cos2_slope: Values) -> Values:
        """Effective saturation with the exponent a = alpha cos2 b, as the flow has it."""
        return np.asarray(np.exp(self.retention.alpha_1_m * cos2_slope * np.minimum(head_m, 0.0)))

    def _column(self, scenario: int, cos2_slope: Values) -> Column:
        """The state of one scenario, kept while it is asked for."""
        if scenario not in self._columns:
            self._columns.clear()
            self._columns[scenario] = self._solved(scenario, cos2_slope.astype(np.float64, copy=False))
        return self._columns[scenario]

    def _solved(self, scenario: int, cos2: Values) -> Column:
        cells = np.zeros(cos2.shape)
        thickness = np.maximum(cells + self.water_table_m(scenario, self.soil_depth_m), THINNEST_M)
        length = self.retention.alpha_1_m * cos2 * thickness
        background = cells + self.background_m_s / self.conductivity_m_s
        roots = layer.eigenvalues(length)
        pace = self._pace(cos2)
        steps = [(change, pace * ago) for change, ago in self._changes(scenario, background) if ago > 0.0]
        weights = np.zeros(roots.shape)
        for change, time in steps:
            late = ~layer.has_no_echo(length, time)
            if late.any():
                weights += np.where(late, change, 0.0) * layer.amplitudes(roots, length, time)
        dry = Column(
            thickness,
            length,
            roots,
            background=background,
            changes=steps,
            weights=weights,
            risen_m=thickness,
        )
        gained = self._gained_m(scenario, cos2, dry)
        return replace(dry, risen_m=self._risen(dry, gained, cos2))

    def _pace(self, cos2: Values) -> Values:
        """Dimensionless time per second."""
        storage = np.asarray(self.retention.theta_s) - self.retention.theta_r
        pace: Values = self.retention.alpha_1_m * cos2 * self.conductivity_m_s / storage
        return pace

    def _changes(self, scenario: int, background: Values) -> list[tuple[Values, float]]:
        """Changes of the entering rain over Ks, first to last, and how many seconds ago each came."""
        events: list[tuple[Values, float]] = []
        rate, stopped = background, np.inf
        for period in self.storms.periods(scenario):
            if stopped < np.inf and period.start_s < stopped:
                events.append((background - rate, stopped))
                rate = background
            entering = np.minimum(period.rate_m_s / self.conductivity_m_s, 1.0) + 0.0 * background
            events.append((entering - rate, period.start_s))
            rate, stopped = entering, period.stop_s
        if stopped < np.inf:
            events.append((background - rate, stopped))
        return events

    def _gained_m(self, scenario: int, cos2: Values, column: Column) -> Values:
        """Water (cells,), m, that has gathered on the old water table: Simpson over the time since the rain began."""
        events = self._changes(scenario, column.background)
        gained = np.zeros(cos2.shape)
        if not events:
            return gained
        whole = max(ago for _, ago in events)
        pace = self._pace(cos2)
        drained = BASE_LEAKS * (1.0 - cos2)

        def excess(at_s: float) -> Values:
            flux = column.background.copy()
            for change, ago in events:
                since = at_s - (whole - ago)
                if since > 0.0:
                    flux += change * layer.base_flux(column.length, pace * since, column.roots)
            return np.asarray(np.maximum(np.clip(flux, 0.0, 1.0) - drained, 0.0))

        faces = sorted(
            {whole * step / FLUX_STEPS for step in range(FLUX_STEPS + 1)} | {whole - a for _, a in events}
        )
        left = excess(faces[0])
        for start, stop in zip(faces, faces[1:]):
            middle, right = excess(0.5 * (start + stop)), excess(stop)
            mean = (left + 4.0 * middle + right) / 6.0
            gained += (stop - start) * self.conductivity_m_s * (mean - column.background)
            np.maximum(gained, 0.0, out=gained)
            left = right
        return gained

    def _risen(self, column: Column, gained_m: Values, cos2: Values) -> Values:
        """Depth of the water table once the gained water has filled the pores above the old one."""
        risen, left = column.thickness_m.copy(), gained_m.copy()
        open_cells = left > 0.0
        if not open_cells.any():
            return risen
        storage = np.asarray(self.retention.theta_s) - self.retention.theta_r
        step = column.thickness_m / STORAGE_NODES
        below = np.zeros(risen.shape)
        for node in range(STORAGE_NODES - 1, -1, -1):
            share = column.share_of_ks(column.thickness_m * (node / STORAGE_NODES))
            above = storage * (1.0 - (share ** np.sqrt(cos2) if self.stored_by_head else share))
            room = 0.5 * (below + above) * step
            full = open_cells & (left >= room)
            partly = open_cells & ~full
            slope = (above - below) / step
            reach = (
                2.0
                * left
                / np.maximum(below + np.sqrt(np.maximum(below**2 + 2.0 * slope * left, 0.0)), 1e-300)
            )
            risen -= np.where(full, step, np.where(partly, np.minimum(reach, step), 0.0))
            left = np.where(full, left - room, left)
            open_cells, below = full, above
            if not open_cells.any():
                break
        return np.asarray(np.maximum(risen, 0.0))
