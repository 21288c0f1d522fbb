"""The samples of a training as a point layer: what they are, which fold they fell in, what was said of them."""

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...core.workflows.training.request import TrainingRun
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..styles import points as point_styles

KEY = "SAMPLES"
FIELDS: tuple[tuple[str, Any], ...] = (
    ("landslide", QVariant.Type.Int),
    ("group", QVariant.Type.Int),
    ("fold", QVariant.Type.Int),
    ("event_period_yr", QVariant.Type.Double),
    ("held_out_p", QVariant.Type.Double),
)


def declare(algorithm: LandslideAlgorithm) -> None:
    """Add the optional point layer to an algorithm."""
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            KEY, "Samples", QgsProcessing.SourceType.TypeVectorPoint, optional=True, createByDefault=False
        ),
        "Points of all samples: landslide or not, group, spatial fold of the first repeat, and the probability "
        "by the model that had not seen the fold.",
    )


def write(given: Given, run: TrainingRun, held_out: dict[str, list[Any]]) -> dict[str, Any]:
    """Write the layer if it is asked for.

    ``held_out`` holds ``fold`` and ``probability``, a value a sample, None where there is none.
    """
    if not given.has(KEY):
        return {}
    fields = QgsFields()
    for name, kind in FIELDS:
        fields.append(QgsField(name, kind))
    crs = QgsCoordinateReferenceSystem.fromWkt(run.grid.crs_wkt)
    sink, identifier = given.sink(KEY, fields, QgsWkbTypes.Type.Point, crs)
    west, width, _, north, _, height = run.grid.geotransform
    samples = run.samples
    for i, (fold, p) in enumerate(zip(held_out["fold"], held_out["probability"])):
        period = float(samples.event_period_yr[i])
        feature = QgsFeature(fields)
        place = QgsPointXY(west + (samples.cols[i] + 0.5) * width, north + (samples.rows[i] + 0.5) * height)
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        known_period = period if period == period else None
        feature.setAttributes([int(samples.labels[i]), int(samples.groups[i]), fold, known_period, p])
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    del sink
    if Path(identifier.split("|", maxsplit=1)[0]).is_file():
        point_styles.write_samples_style(identifier)
    known = [fold for fold in held_out["fold"] if fold is not None]
    point_styles.show_samples(given.context, identifier, max(known, default=-1) + 1)
    return {KEY: identifier}
