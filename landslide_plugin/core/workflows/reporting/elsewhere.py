"""What the given inventory says of a map that lies elsewhere than the training."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np

from ...evaluation.judging.tally import Ranks
from ...io.raster import RasterSource
from ...io.shapes import ShapesOnGrid
from ...progress import Progress
from ...samples.event_samples import even_weights
from ...samples.feature_cells import cells_of_features
from ...types.arrays import Floats
from ...types.features import FeatureSet
from ..map_judging.danger import DangerMap
from ..map_judging.judge import JudgeOptions, judge_map
from ..mapping.place import Place
from .preview import as_classes, landslides_of

STRIP_CELLS = 1 << 20
CLASSES = 5
TOP_AREA = 0.2


def scored_here(
    classes: RasterSource,
    probability: Optional[RasterSource],
    band: int,
    features: FeatureSet,
    label_field: Optional[str],
    *,
    place: Place,
    one_a_landslide: bool,
    progress: Progress,
) -> dict[str, Any]:
    """Scores of a map by an inventory of its own area, as plain values.

    Parameters
    ----------
    probability : RasterSource or None
        What is ranked and counted; without it the classes are ranked, and nothing says what was expected.
    one_a_landslide : bool
        True if P is landslides per cell, each with one vote; else it is a share of area.
    """
    shown, at = (classes, 0) if probability is None else (probability, band)
    judged = judge_map(
        [DangerMap(shown, at, "high")],
        features,
        JudgeOptions(label_field=label_field),
        progress.part(0.0, 0.6),
    )
    slides = landslides_of(features, label_field, classes.grid.crs_wkt)
    places = cells_of_features(
        ShapesOnGrid(slides, classes.grid), np.arange(len(slides)), "centre", "landslide"
    )
    codes = as_classes(classes.values_at(places.rows, places.cols), classes.name, classes.metadata).ravel()
    weights = even_weights(places.owners) if one_a_landslide else np.ones(len(codes))
    observed = np.bincount(codes, weights, minlength=CLASSES + 1)[1:]
    score = judged.first
    inside = sum(
        place.inside(*classes.grid.centre_of(int(row), int(col)))
        for row, col in zip(places.rows, places.cols)
    )
    return {
        "ranked": "probability" if probability is not None else "classes",
        "auroc": score.against.auroc,
        "low": score.interval[0],
        "high": score.interval[1],
        "against": "stable places" if judged.given_stable else "all other cells",
        "landslides": judged.landslides,
        "found_in_top_fifth": _found(score.area),
        "inside_training": inside / max(len(codes), 1),
        "unit": "landslides" if one_a_landslide else "landslide cells",
        "observed": observed.tolist(),
        **_expected(classes, probability, band, progress.part(0.6, 1.0)),
        "notes": list(judged.notes),
    }


def _found(area: Ranks) -> float:
    return area.found_in(TOP_AREA)


def _expected(
    classes: RasterSource, probability: Optional[RasterSource], band: int, progress: Progress
) -> dict[str, Any]:
    """Cells and summed probability of each class, and cells that are blank."""
    cells, total, blank = np.zeros(CLASSES + 1, np.int64), np.zeros(CLASSES + 1), 0
    for strip in classes.grid.strips_of(STRIP_CELLS):
        progress.step(strip.start / classes.grid.rows)
        codes = as_classes(classes.read(0, strip.start, strip.rows), classes.name, classes.metadata).ravel()
        cells += np.bincount(codes, minlength=CLASSES + 1)
        if probability is not None:
            p: Floats = np.nan_to_num(probability.read(band, strip.start, strip.rows).ravel()).astype(
                np.float64
            )
            total += np.bincount(codes, p, minlength=CLASSES + 1)
        blank += int((codes == 0).sum())
    expected = None if probability is None else total[1:].tolist()
    return {"cells": cells[1:].tolist(), "expected": expected, "blank": blank / classes.grid.size}
