"""Cells that stand for the study area: background of explanations, reference points of applicability."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.applicability import Applicability
from ..bundle.background import CELLS, Background
from ..bundle.standard_inputs import standard_inputs, with_triggers
from ..families.pool import Model
from ..fitting.data import TrainingData
from ..fitting.labels import varied_triggers
from ..fitting.settings import TrainSettings


def choose_background(data: TrainingData, p: npt.NDArray[np.float64]) -> Background:
    """Stable samples whose fitted probabilities stand evenly between the lowest and the highest.

    Stable samples are drawn from the whole area, while landslides are gathered where they happen: the mean of the
    former is what a cell of the area has. They are put in the order of their probability, cut into ``CELLS`` runs
    of one length, and the middle one of each run is taken; the mean over these cells is close to the mean over all.

    Parameters
    ----------
    p : float64 array (n,)
        Fitted probability of each sample in the reference scenario.
    """
    stable = np.flatnonzero(data.labels <= 0)
    rows = stable if len(stable) >= CELLS else np.arange(len(data.labels))
    order = rows[np.argsort(p[rows], kind="stable")]
    middle = ((np.arange(CELLS) + 0.5) * len(order) / CELLS).astype(np.intp)
    chosen = data.cells.take(order[middle])
    return Background(chosen.static, chosen.profile)


def reference_points(
    model: Model,
    data: TrainingData,
    folds: npt.NDArray[np.intp],
    weights: npt.NDArray[np.float64],
    settings: TrainSettings,
) -> Applicability:
    """Area of applicability of a model, from the weight (columns,) that each of its inputs has for it.

    Triggers are among them where they vary from sample to sample: of a sample's own storm, or its place.
    """
    inputs, rain = standard_inputs(model, data.cells.static, data.cells.profile), varied_triggers(data)
    if rain is not None:
        inputs = with_triggers(model, inputs, rain)
    return Applicability.fit(inputs, weights, folds, settings.seed)


def typical_pf(data: TrainingData) -> Optional[tuple[float, ...]]:
    """Median probability of failure of the samples in each scenario, where it was assessed; None without any."""
    pf = data.cells.prior_pf
    if pf is None or not np.isfinite(pf).any(axis=0).all():
        return None
    return tuple(float(value) for value in np.nanmedian(pf, axis=0))
