"""Features to memory or a database, through QGIS."""

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import InputError
from ...core.types.features import FeatureSet

SHAPES = {
    "point": QgsWkbTypes.Type.Point,
    "line": QgsWkbTypes.Type.MultiLineString,
    "polygon": QgsWkbTypes.Type.MultiPolygon,
}


def to_address(context: QgsProcessingContext, address: str, features: FeatureSet, kind: str) -> str:
    """Write features to an address such as ``memory:zones`` and return what QGIS calls the layer.

    Raises
    ------
    InputError
        The database does not take the table, or a feature.
    """
    fields = QgsFields()
    for name, values in features.attributes.items():
        fields.append(QgsField(name, _kind_of(values)))
    crs = QgsCoordinateReferenceSystem.fromWkt(features.crs_wkt)
    try:
        made: Any = QgsProcessingUtils.createFeatureSink(address, context, fields, SHAPES[kind], crs)
    except QgsProcessingException as error:
        raise InputError(f"{address} cannot be written: {' '.join(str(error).split())}") from None
    sink, identifier = made
    if sink is None:
        raise InputError(f"{address} cannot be written; choose a file")
    for i, blob in enumerate(features.wkb):
        feature = QgsFeature(fields)
        if blob:
            shape = QgsGeometry()
            shape.fromWkb(blob)
            if kind != "point":
                shape.convertToMultiType()
            feature.setGeometry(shape)
        feature.setAttributes([values[i] for values in features.attributes.values()])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise InputError(f"{address} refuses a feature: {sink.lastError() or 'no reason given'}")
    del sink
    return str(identifier)


def _kind_of(values: Sequence[Any]) -> Any:
    """The type of a field that holds all values."""
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, int) for value in known):
        return QVariant.Type.LongLong
    return (
        QVariant.Type.Double
        if all(isinstance(value, (int, float)) for value in known)
        else QVariant.Type.String
    )
