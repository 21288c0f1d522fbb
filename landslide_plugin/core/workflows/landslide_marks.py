"""Marks of the landslides of an inventory, whatever file or CRS they come in."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ..io.raster import RasterSource, crs_wkt
from ..io.vector import centroids, to_crs
from ..samples.labels import parse_labels
from ..types.features import FeatureSet
from ..types.inventory_mark import InventoryMark, marks_in, marks_of


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
    """What is to be said of a raster whose soil was calibrated on landslides of the inventory; nothing of others."""
    texts = marks_in(source.metadata)
    if not texts:
        return []
    marks = landslide_marks(features, label_field)
    return [
        f"The soil of {source.name} was calibrated on these landslides: the figures tell how well it was fitted"
        for text in texts
        if InventoryMark.read(text, source.name).shared(marks)
    ]
