"""Limits between the classes of a map, by scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import CLASSES, check_cuts, landslide_share_cuts
from ...evaluation.judging.breaks import natural_breaks
from ...evaluation.judging.success_cuts import success_rate_cuts
from ...evaluation.judging.tally import RankTally
from ...types.arrays import Surface
from ..map_analysis.comparison import MapLayer
from ..map_analysis.quantile import exact_quantile
from .survey import Survey

STRIP_CELLS = 1_048_576
BINS = 1024
OWN_LIMITS = "Limits are taken from this map: its classes are not comparable between maps"
OF_LANDSLIDES = "Limits are set by these landslides, so the same landslides cannot judge the classes"
WITH_LIMITS = ("fixed", "quantiles")


@dataclass(frozen=True)
class Scheme:
    """How the limits are set.

    Attributes
    ----------
    way : {"landslide_share", "equal_area", "quantiles", "natural_breaks", "fixed", "success_rate"}
    limits : sequence of float
        Of ``fixed`` the four limits, of ``quantiles`` the share of the area below each.
    """

    way: str
    limits: Sequence[float] = ()

    def __post_init__(self) -> None:
        if self.way not in WITH_LIMITS:
            if len(self.limits):
                raise InputError(f"LIMITS go with fixed limits or quantiles; leave them empty for {self.way}")
            return
        what = (
            "the four limits"
            if self.way == "fixed"
            else "the share of the area below each of the four limits"
        )
        if len(self.limits) != CLASSES - 1:
            raise InputError(
                f"LIMITS holds {len(self.limits)} numbers; for {self.way} write {what}, such as 0.2 0.4 0.6 0.8"
            )
        values = list(self.limits)
        if values != sorted(set(values)) or values[0] <= 0 or values[-1] >= 1:
            raise InputError(f"LIMITS {tuple(values)} must rise and lie between 0 and 1")


@dataclass(frozen=True)
class Limits:
    """Four limits, where they come from, and what may not be done with them (empty if nothing)."""

    cuts: tuple[float, ...]
    how: str
    caveat: str = ""


def limits_of(
    layer: MapLayer, scheme: Scheme, landslides: Optional[Surface], survey: Optional[Survey] = None
) -> Limits:
    """The limits of a map by a scheme.

    Parameters
    ----------
    landslides : float32 array (n,), optional
        Values of the map at landslide cells.
    survey : Survey, optional
        Cells on which landslides are held against area; all by default.

    Raises
    ------
    InputError
        Limits that cannot be set.
    """
    if scheme.way == "fixed":
        return Limits(check_cuts(scheme.limits), "fixed limits")
    if scheme.way == "success_rate":
        return Limits(_bends(layer, landslides, survey), "bends of the success-rate curve", OF_LANDSLIDES)
    if scheme.way == "landslide_share":
        if landslides is not None:
            how = "shares of the landslides of an inventory"
            return Limits(landslide_share_cuts(landslides), how, OF_LANDSLIDES)
        if layer.cuts is None:
            raise InputError(
                f"{layer.name} does not name the cut points of its model (metadata CLASS_CUTS); give an inventory, or "
                "choose another scheme"
            )
        return Limits(check_cuts(layer.cuts), "the cut points of the raster's model")
    if scheme.way == "natural_breaks":
        return Limits(_natural(layer), f"natural breaks of {BINS} bins", OWN_LIMITS)
    shares = scheme.limits or [i / CLASSES for i in range(1, CLASSES)]
    quantiles = [exact_quantile(lambda: _strips(layer), share) for share in shares]
    # the quantile itself belongs to the class below it
    cuts = [float(np.nextafter(np.float32(value), np.float32(2.0))) for value in quantiles]
    how = "equal areas" if scheme.way == "equal_area" else "quantiles"
    return Limits(check_cuts(cuts), how, OWN_LIMITS)


def _strips(layer: MapLayer) -> Iterator[Surface]:
    for strip in layer.source.grid.strips_of(STRIP_CELLS):
        yield layer.read(strip.start, strip.rows)


def _bends(layer: MapLayer, landslides: Optional[Surface], survey: Optional[Survey]) -> tuple[float, ...]:
    if landslides is None:
        raise InputError(
            "INVENTORY is not set; the success-rate curve needs landslides, or choose another scheme"
        )
    tally = RankTally(landslides)
    for strip in layer.source.grid.strips_of(STRIP_CELLS):
        values = layer.read(strip.start, strip.rows)
        counts = np.ones(values.shape, bool) if survey is None else survey.rows(strip.start, strip.rows)
        tally.add(values[counts & np.isfinite(values)])
    tally.without_landslides()
    return check_cuts(success_rate_cuts(tally.ranks(), CLASSES))


def _natural(layer: MapLayer) -> tuple[float, ...]:
    counts, low, high = np.zeros(BINS, np.int64), np.inf, -np.inf
    for values in _strips(layer):
        known = values[np.isfinite(values)]
        if known.size:
            low, high = min(low, float(known.min())), max(high, float(known.max()))
    if not high > low:
        raise InputError(f"{layer.name} holds no two values that differ; natural breaks need five")
    edges = np.linspace(low, high, BINS + 1)
    for values in _strips(layer):
        known = values[np.isfinite(values)]
        place = np.digitize(known, edges[1:-1])
        counts += np.bincount(place, minlength=BINS)
    starts = natural_breaks((edges[1:] + edges[:-1]) / 2, counts, CLASSES)
    return check_cuts([float(edges[start]) for start in starts])
