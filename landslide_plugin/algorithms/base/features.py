"""Features of QGIS's vector layers as plain values."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.types.features import FeatureSet

CHECK = QgsFeatureRequest.InvalidGeometryCheck
OVERRIDES = QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


def asked_check(value: Any, context: QgsProcessingContext) -> Any:
    """What the user wants of invalid geometries: of this input if its wrench says so, else of all."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition) and value.flags & OVERRIDES:
        return value.geometryCheck
    return context.invalidGeometryCheck()


def sound_features(
    source: QgsProcessingFeatureSource, check: Any, key: str, warning: Callable[[str], None]
) -> Iterator[QgsFeature]:
    """Features of the input ``key``, invalid geometries kept, skipped or refused as ``check`` says.

    QGIS's own check must not run: its refusal is a C++ exception thrown through Python's interpreter, whose
    frames it removes without Python's knowledge; QGIS dies soon after, in whatever runs next (seen in QGIS 3.22).

    Raises
    ------
    InputError
        A geometry is invalid, and the check refuses these, as it does unless the user says otherwise.
    """
    points = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    skipped = 0
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if (
            points
            or check == CHECK.GeometryNoCheck
            or not feature.hasGeometry()
            or feature.geometry().isGeosValid()
        ):
            yield feature
        elif check == CHECK.GeometrySkipInvalid:
            skipped += 1
        else:
            raise InputError(
                f"{key}: feature {feature.id()} of {source.sourceName()} has an invalid geometry; repair it (Fix "
                'geometries), or change "Invalid features filtering" for this input or in the Processing options'
            )
    if skipped:
        warning(
            f"{key}: {skipped} features of {source.sourceName()} have invalid geometries and were skipped"
        )


def feature_set(source: QgsFeatureSource, features: Optional[Iterable[QgsFeature]] = None) -> FeatureSet:
    """Features of any QGIS source (file, memory, selection), all or those given, as plain values."""
    names = source.fields().names()
    columns: dict[str, list[Any]] = {name: [] for name in names}
    wkb = []
    for feature in source.getFeatures() if features is None else features:
        geometry = feature.geometry()
        wkb.append(b"" if geometry.isNull() else bytes(geometry.asWkb()))
        for name, value in zip(names, feature.attributes()):
            columns[name].append(_plain(value))
    return FeatureSet(
        tuple(wkb),
        source.sourceCrs().toWkt() if source.sourceCrs().isValid() else "",
        {name: tuple(values) for name, values in columns.items()},
        source.sourceName(),
    )


def _plain(value: Any) -> Any:
    """A Python value of a QGIS attribute; null becomes None, dates become ISO text."""
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    if hasattr(value, "toString") and hasattr(value, "toPyDateTime"):
        return value.toPyDateTime().isoformat()
    if hasattr(value, "toPyDate"):
        return value.toPyDate().isoformat()
    return value
