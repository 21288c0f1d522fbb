"""The layers beside the DEM as parameters."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
)

from ...core.types.factors import FactorSpec

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
