"""The layers beside the DEM as parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)

from ...core.types.factors import FactorSpec
from ...core.types.features import FeatureSet
from ...core.workflows.factor_stack.class_polygons import ClassPolygons
from ...core.workflows.factor_stack.layers import AncillaryRaster
from ..base.features import feature_set
from ..base.given import Given

LINES = {
    "FAULTS": ("distance_faults", "Fault lines", "Distance to the nearest fault becomes a factor."),
    "RIVERS": ("distance_rivers", "River lines", "Distance to the nearest river becomes a factor."),
    "ROADS": ("distance_roads", "Road lines", "Distance to the nearest road becomes a factor."),
}


RASTERS = {
    "LITHOLOGY": (
        FactorSpec("lithology", "categorical"),
        "Lithology",
        "Raster of lithology codes, or polygons.",
    ),
    "LAND_COVER": (FactorSpec("land_cover", "categorical"), "Land cover", "Raster of codes, or polygons."),
    "NDVI": (FactorSpec("ndvi"), "NDVI", "Raster of the vegetation index, -1 to 1."),
    "RAINFALL": (
        FactorSpec("rainfall", unit="mm"),
        "Rainfall (mm)",
        "Raster of rain, such as a yearly mean.",
    ),
}


SELDOM = ("NDVI",)
"""Layers that few have at the start; they stand under Advanced."""


CLASSES = {"LITHOLOGY": "lithology", "LAND_COVER": "land cover"}
"""Layers of classes, rasters or polygons, and what labels call them."""


def factor_layer(key: str, label: str) -> QgsProcessingParameterDefinition:
    """Parameter of a layer that becomes a band: a raster or, for classes, polygons too."""
    if key not in CLASSES:
        return QgsProcessingParameterRasterLayer(key, label, None, True)
    kinds = [QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon]
    return QgsProcessingParameterMapLayer(key, label, None, True, kinds)


def given_lines(given: Given) -> dict[str, FeatureSet]:
    """The line layers that are given, by the name of the distance that each becomes."""
    layers = {name: given.features(key) for key, (name, _, _) in LINES.items()}
    return {name: features for name, features in layers.items() if features is not None}


def given_rasters(given: Given, names_of: Optional[Mapping[str, str]] = None) -> list[AncillaryRaster]:
    """The layers that become bands as they are.

    Parameters
    ----------
    names_of : mapping of str to str, optional
        Tables of class names by parameter, for polygons without one of their own.
    """
    return [_raster(key, given, (names_of or {}).get(key)) for key in RASTERS if given.has(key)]


def _raster(key: str, given: Given, table: Optional[str]) -> AncillaryRaster:
    spec, label, _ = RASTERS[key]
    names, field = f"{key}_NAMES", f"{key}_FIELD"
    own = given.table(names) or None if given.takes(names) else None
    layer = given.layer(key)
    if key not in CLASSES or not isinstance(layer, QgsVectorLayer):
        return AncillaryRaster(given.required_raster(key), label, spec, own)
    named = given.text(field) or None if given.takes(field) else None
    polygons = ClassPolygons(feature_set(layer), named, own or table)
    return AncillaryRaster(layer.source(), label, spec, polygons=polygons)
