"""Which landslides of an inventory count: those large enough to be mapped everywhere, and of the triggers asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..errors import InputError
from ..io.raster import crs_wkt
from ..io.raster.crs import longitude_latitude, spatial_reference
from ..io.raster.overlay import areas
from ..io.vector import boxes, geometry_type, to_crs
from ..samples.labels import parse_labels
from ..samples.landslide_types import chosen_types
from ..types.arrays import Flags, Floats
from ..types.features import FeatureSet

SHOWN = 12


@dataclass(frozen=True)
class LandslideChoice:
    """What is asked of each landslide.

    Attributes
    ----------
    trigger_field : str or None
        Field with what triggered each landslide.
    triggers : sequence of str
        Those that count; all if empty.
    least_m2 : float or None
        Area below which landslides were not mapped everywhere.
    """

    trigger_field: Optional[str] = None
    triggers: Sequence[str] = ()
    least_m2: Optional[float] = None

    def __post_init__(self) -> None:
        if self.triggers and not self.trigger_field:
            raise InputError("TRIGGERS are chosen, but no field names them; set TRIGGER_FIELD")

    @property
    def asks(self) -> bool:
        """True if anything is asked."""
        return bool(self.trigger_field or self.least_m2)


ALL_COUNT = LandslideChoice()


@dataclass(frozen=True)
class ChosenLandslides:
    """Which features of an inventory are kept.

    Attributes
    ----------
    keep : bool array (n,)
        Stable places are always kept.
    triggers : tuple of str or None
        Of the landslides kept; None if no field names them.
    notes : tuple of str
        What was left out, and what is mixed.
    """

    keep: Flags
    triggers: Optional[tuple[str, ...]]
    notes: tuple[str, ...]


def choose_landslides(
    features: FeatureSet, label_field: Optional[str], choice: LandslideChoice
) -> ChosenLandslides:
    """Landslides of an inventory that count.

    Parameters
    ----------
    label_field : str or None
        Field with 1 for landslides and 0 for stable places.

    Raises
    ------
    InputError
        An unknown trigger, sizes asked of points, or no landslide is left.
    """
    truth = np.ones(len(features), bool)
    if label_field:
        truth = np.asarray(parse_labels(features.field(label_field), label_field), bool)
    keep, triggers, notes = np.ones(len(features), bool), None, []
    if choice.trigger_field:
        values = features.field(choice.trigger_field)
        keep, triggers = chosen_types(values, truth, choice.triggers, choice.trigger_field, what="trigger")
        left_out = int((~keep).sum())
        if left_out:
            notes.append(
                f"{left_out} landslides of other triggers are left out; {', '.join(triggers[:SHOWN])} is what counts"
            )
        if len(triggers) > 1:
            notes.append(
                f"The inventory mixes {len(triggers)} triggers ({', '.join(triggers[:SHOWN])}); what rain, earthquakes "
                "and roads set off lies in different places, so take one a map (TRIGGERS)"
            )
    if choice.least_m2:
        small = truth & _small(features, choice.least_m2)
        if (small & keep).any():
            notes.append(
                f"{int((small & keep).sum())} landslides smaller than {choice.least_m2:g} m2 are left out, since they "
                "were not mapped everywhere"
            )
        keep &= ~small
    if truth.any() and not (truth & keep).any():
        raise InputError(f"No landslide of {features.name} is left ({'; '.join(notes)})")
    return ChosenLandslides(keep, triggers, tuple(notes))


def _small(features: FeatureSet, least_m2: float) -> Flags:
    if geometry_type(features) != "polygon":
        raise InputError(
            f"MIN_SIZE asks for the size of landslides, but {features.name} holds points, which have none; leave "
            "MIN_SIZE empty, or take the mapped polygons"
        )
    has_shape = np.array([bool(blob) for blob in features.wkb])
    return np.asarray(has_shape & (areas_m2(features) < least_m2))


def areas_m2(polygons: FeatureSet) -> Floats:
    """Area (n,) of polygons on the ellipsoid, by an equal-area projection; without a CRS units are metres.

    >>> from ..io.vector import box_wkb
    >>> degree = FeatureSet((box_wkb(0.0, 0.0, 1.0, 1.0),), crs_wkt("EPSG:4326"))
    >>> round(float(areas_m2(degree)[0]) / 1e6)  # km2 of the first square degree north of the equator
    12308
    """
    if spatial_reference(polygons.crs_wkt) is None:
        return areas(polygons)
    box = boxes(polygons)
    known = np.isfinite(box).all(axis=1)
    if not known.any():
        return np.zeros(len(polygons))
    middle = np.array([[(box[known, 0].min() + box[known, 2].max()) / 2, np.median(box[known][:, [1, 3]])]])
    lon, _ = longitude_latitude(middle, polygons.crs_wkt)
    return areas(to_crs(polygons, crs_wkt(f"+proj=cea +lon_0={lon[0]:.6f} +datum=WGS84 +units=m")))
