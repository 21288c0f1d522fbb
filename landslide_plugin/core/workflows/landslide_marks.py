"""Marks of the landslides of an inventory, whatever file or CRS they come in."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ..io.raster import RasterSource, crs_wkt
from ..io.vector import centroids, to_crs
from ..samples.labels import parse_labels
from ..types.features import FeatureSet
from ..types.inventory_mark import InventoryMark, marks_in, marks_of

LIMITS_SET_ON = "LIMITS_SET_ON"
"""Metadata of a class raster: the mark of the landslides that set its limits."""


def landslide_marks(features: FeatureSet, label_field: Optional[str]) -> list[str]:
    """The mark of each landslide of an inventory; stable places have none.

    Parameters
    ----------
    label_field : str or None
        Field with 1 for landslides and 0 for stable places.
    """
    plain = to_crs(features, crs_wkt("EPSG:4326")) if features.crs_wkt else features
    xy, owner = centroids(plain)
    if label_field:
        truth = np.asarray(parse_labels(features.field(label_field), label_field), bool)
        xy = xy[truth[owner]]
    return marks_of(xy)


def fitted_to(source: RasterSource, features: FeatureSet, label_field: Optional[str]) -> list[str]:
    """What is to be said of a raster whose soil or limits come from landslides of the inventory; nothing of others."""
    soils, limits = marks_in(source.metadata), source.metadata.get(LIMITS_SET_ON, "")
    if not soils and not limits:
        return []
    marks = landslide_marks(features, label_field)
    found = [
        f"The soil of {source.name} was calibrated on these landslides: the figures tell how well it was fitted"
        for text in soils
        if InventoryMark.read(text, source.name).shared(marks)
    ]
    if limits and InventoryMark.read(limits, source.name).shared(marks):
        found.append(
            f"The limits of the classes of {source.name} were set by these landslides, which therefore cannot judge "
            "the classes: the figures tell how well they were fitted"
        )
    return found
