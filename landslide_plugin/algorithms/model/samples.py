"""The samples of a training as a point layer: what they are, which fold they fell in, what was said of them."""

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import InputError
from ...core.samples.sample_set import SampleSet
from ...core.types.grid import Grid
from ..styles import points as point_styles

KEY = "SAMPLES"
FIELDS = (
    ("landslide", QVariant.Type.Int),
    ("group", QVariant.Type.Int),
    ("fold", QVariant.Type.Int),
    ("event_period_yr", QVariant.Type.Double),
    ("held_out_p", QVariant.Type.Double),
)


@dataclass(frozen=True)
class TrainingRun:
    """A job for the modelling process, its arrays, and the samples they belong to."""

    job: dict
    arrays: dict[str, np.ndarray]
    samples: SampleSet
    grid: Grid


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional point layer to an algorithm."""
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            KEY, "Samples", QgsProcessing.SourceType.TypeVectorPoint, None, True, False
        ),
        "Points of all samples: landslide or not, group, spatial fold of the first repeat, and the probability "
        "by the model that had not seen the fold.",
    )


def write(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    run: TrainingRun,
    held_out: dict[str, list[Any]],
) -> dict:
    """Write the layer if it is asked for.

    ``held_out`` holds ``fold`` and ``probability``, a value a sample, None where there is none.
    """
    if parameters.get(KEY) in (None, ""):
        return {}
    fields = QgsFields()
    for name, kind in FIELDS:
        fields.append(QgsField(name, kind))
    crs = QgsCoordinateReferenceSystem.fromWkt(run.grid.crs_wkt)
    sink, identifier = algorithm.parameterAsSink(
        parameters, KEY, context, fields, QgsWkbTypes.Type.Point, crs
    )
    if sink is None:
        raise InputError(f"{KEY}: {parameters[KEY]} cannot be written; choose another file")
    west, width, _, north, _, height = run.grid.geotransform
    samples = run.samples
    rows = zip(
        samples.rows,
        samples.cols,
        samples.labels,
        samples.groups,
        held_out["fold"],
        samples.event_period_yr,
        held_out["probability"],
    )
    for row, col, label, group, fold, period, p in rows:
        feature = QgsFeature(fields)
        place = QgsPointXY(west + (col + 0.5) * width, north + (row + 0.5) * height)
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        feature.setAttributes([int(label), int(group), fold, float(period) if period == period else None, p])
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    del sink
    if os.path.isfile(identifier.split("|")[0]):
        alike = QgsMemoryProviderUtils.createMemoryLayer("samples", fields, QgsWkbTypes.Type.Point, crs)
        point_styles.write_samples_style(identifier, alike)
    known = [fold for fold in held_out["fold"] if fold is not None]
    point_styles.show_samples(context, identifier, max(known, default=-1) + 1)
    return {KEY: identifier}
