"""Features of QGIS's vector layers as plain values."""

from typing import Any

from qgis.core import QgsFeatureSource

from ...core.types.features import FeatureSet


def feature_set(source: QgsFeatureSource) -> FeatureSet:
    """Features of any QGIS source (file, memory, selection) as plain values."""
    names = source.fields().names()
    columns: dict[str, list[Any]] = {name: [] for name in names}
    wkb = []
    for feature in source.getFeatures():
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
