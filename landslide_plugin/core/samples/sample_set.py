"""The samples a model learns from, and the rules by which they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

ABSENCE_POLICIES = ("given", "random", "ring", "all")
FLAT_PATCHES = ("leave_out", "keep")
POLYGON_RULES = ("centre", "all_touched", "one_point", "centroid", "scarp")
MINIMUM_LANDSLIDES = 10
FEW_LANDSLIDES = 30
UNSAID = np.zeros(0)
UNSAID_OWNERS = np.zeros(0, np.int32)


@dataclass(frozen=True)
class SamplingRules:
    """How an inventory becomes samples.

    Attributes
    ----------
    absences : {"given", "random", "ring", "all"}
        Stable samples: features labelled 0; drawn at random; drawn in a ring round the landslides; or
        every other cell.
    label_field : str or None
        Field with 1 / 0 (or true / false); needed for ``given``.
    period_field : str or None
        Field with the return period of the triggering event in years.
    polygon_rule : {"centre", "all_touched", "one_point", "centroid", "scarp"}
        Cells of a polygon: those whose centre it holds; every cell it touches; or one cell, inside it,
        at its centroid, or the highest one.
    ratio : float
        Random stable samples for each landslide sample.
    buffer_m : float
        Least distance between the centres of a random stable cell and of any landslide cell.
    seed : int
    min_distance_m : float
        Least distance between the centres of any two samples; 0 keeps all.
    reach_m : float
        Largest distance of a stable cell's centre from a landslide cell, for ``ring``.
    least_slope_deg : float
        Stable samples are drawn, or taken, where the slope is at least this; 0 sets no limit.
    flat_patches : {"leave_out", "keep"}
        Whether samples may lie in patches of exactly one height, which are sea and lakes.

    Examples
    --------
    >>> SamplingRules(absences="random", ratio=2.0).buffer_m
    0.0
    """

    absences: str = "random"
    label_field: Optional[str] = None
    period_field: Optional[str] = None
    polygon_rule: str = "centre"
    ratio: float = 1.0
    buffer_m: float = 0.0
    seed: int = 42
    min_distance_m: float = 0.0
    reach_m: float = 1000.0
    least_slope_deg: float = 0.0
    flat_patches: str = "leave_out"

    def __post_init__(self) -> None:
        if self.absences not in ABSENCE_POLICIES:
            raise InputError(
                f"Absence policy is {self.absences}; allowed: one of {', '.join(ABSENCE_POLICIES)}"
            )
        if self.flat_patches not in FLAT_PATCHES:
            raise InputError(f"Flat patches are {self.flat_patches}; allowed: {', '.join(FLAT_PATCHES)}")
        if self.polygon_rule not in POLYGON_RULES:
            raise InputError(f"Polygon rule is {self.polygon_rule}; allowed: {', '.join(POLYGON_RULES)}")
        if not self.ratio > 0 or not self.buffer_m >= 0:
            raise InputError(
                f"Stable samples per landslide ({self.ratio}) must be above 0 and the buffer "
                f"({self.buffer_m} m) at least 0"
            )
        if self.absences == "ring" and not self.reach_m > self.buffer_m:
            raise InputError(
                f"The ring of stable samples ends {self.reach_m:g} m from a landslide and begins at "
                f"{self.buffer_m:g} m; its end must lie beyond its beginning"
            )
        if not self.min_distance_m >= 0:
            raise InputError(f"Distance between samples is {self.min_distance_m} m; allowed: 0 or more")
        if self.absences == "given" and not self.label_field:
            raise InputError(
                "Stable places are to be taken from the inventory, but no label field is named; "
                "name the field with 1 (landslide) and 0 (stable), or draw stable places at random"
            )


@dataclass(frozen=True)
class SampleSet:
    """Labelled cells of a grid, landslides first.

    Attributes
    ----------
    rows, cols : int array (n,)
    labels : int8 array (n,)
        1 landslide, 0 stable.
    groups : int32 array (n,)
        Landslide of each sample (of touching landslides together); each stable place its own.
    xy : float64 array (n, 2)
        Cell centres in metres.
    event_period_yr : float64 array (n,)
        Return period of the triggering event; NaN if undated.
    notes : tuple of str
        What was counted, dropped or merged on the way.
    area_share : float
        Share of the sampled ground's cells that are landslides, in the unit of P (landslides per cell, or cells
        that they cover), all of them, thinned or not; of dated ones in the mean storm. NaN if not known.
    area_share_is_least : bool
        True if the inventory holds points, each counted as one cell: the true share is larger.
    row_weights : float64 array (n,)
        1/n of a landslide with n rows; 1 of stable ground.
    owners : int32 array (n,)
        Feature of each landslide row; -1 of stable ground.
    one_a_landslide : bool
        True if each landslide has one vote and P is landslides per cell; else P is a share of area.
    events : int32 array (n,) or None
        Storm that each row speaks of; None for an undated inventory.
    offsets, sampled : float64 arrays (n,)
        log(f1/f0) of the row's storm; f1 or f0, the share of its kind that was sampled there.
    domain : bool array (rows, cols) or None
        Ground that the samples speak of, landslides included: steep enough, and inside the ring if there is one.
    """

    rows: npt.NDArray[np.intp]
    cols: npt.NDArray[np.intp]
    labels: npt.NDArray[np.int8]
    groups: npt.NDArray[np.int32]
    xy: npt.NDArray[np.float64]
    event_period_yr: npt.NDArray[np.float64]
    notes: tuple[str, ...] = ()
    area_share: float = float("nan")
    area_share_is_least: bool = False
    row_weights: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    owners: npt.NDArray[np.int32] = field(default_factory=lambda: UNSAID_OWNERS)
    one_a_landslide: bool = True
    events: Optional[npt.NDArray[np.int32]] = None
    offsets: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    sampled: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    domain: Optional[npt.NDArray[np.bool_]] = None

    def __post_init__(self) -> None:
        count = len(self.rows)
        for name, usual in (("row_weights", 1.0), ("offsets", 0.0), ("sampled", 1.0)):
            if getattr(self, name) is UNSAID:
                object.__setattr__(self, name, np.full(count, usual))
        if self.owners is UNSAID_OWNERS:
            object.__setattr__(self, "owners", np.where(self.labels > 0, self.groups, -1).astype(np.int32))
        names = ("cols", "labels", "groups", "event_period_yr", "row_weights", "owners", "offsets", "sampled")
        columns: list[npt.NDArray[Any]] = [getattr(self, name) for name in names]
        if any(column.shape != (count,) for column in columns) or self.xy.shape != (count, 2):
            raise InputError(f"A sample set of {count} rows has columns of other lengths")

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def landslides(self) -> int:
        """Number of landslide samples (cells)."""
        return int((self.labels == 1).sum())

    @property
    def landslide_groups(self) -> int:
        """Number of landslides, touching ones counted once; one that slid in two storms twice."""
        slid = self.labels == 1
        event = np.zeros(len(self), np.int32) if self.events is None else self.events
        return len(np.unique(np.column_stack([self.groups[slid], event[slid]]), axis=0))

    @property
    def stable(self) -> int:
        """Number of stable samples."""
        return len(self) - self.landslides
