"""A two-layer perceptron on flattened inputs: the yardstick of the network with attention."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..families.trees import tree_rows
from ..fitting.data import TrainingData
from ..fitting.families import family_rows
from ..fitting.labels import at_own_event
from ..fitting.preparation import prepare
from ..fitting.settings import TrainSettings

Floats = npt.NDArray[np.float64]
PERCEPTRON = "perceptron"
HIDDEN = (64, 64)
PENALTY = 1.0
EPOCHS = 200


def perceptron_probability(train: TrainingData, test: TrainingData, settings: TrainSettings) -> Floats:
    """Probability (n,) of held-out samples at their own scenario, from factors, soil layers and triggers alike.

    Its two layers of 64 units know nothing of depth or order (Rumelhart et al. 1986); a network that reads the soil
    profile by attention has to beat it to have earned its form.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    prepared = prepare(train, replace(settings, architecture="plain", physics_lambda=0.0))
    rows, inputs, truth, weights = family_rows(prepared), [], [], []
    for scenario in range(rows.labels.shape[1]):
        told = rows.weights[:, scenario] > 0
        if not told.any():
            continue
        step = (
            rows.triggers[told, scenario]
            if rows.triggers.ndim == 3
            else rows.triggers[scenario : scenario + 1]
        )
        inputs.append(tree_rows(rows.static[told], rows.profile[told], step))
        truth.append(rows.labels[told, scenario] >= 0.5)
        drawn = 1.0 if rows.sampled is None else rows.sampled[told, scenario]
        weights.append(rows.weights[told, scenario] / drawn)
    model = MLPClassifier(HIDDEN, alpha=PENALTY, max_iter=EPOCHS, random_state=settings.seed)
    with warnings.catch_warnings():
        # it stops where its loss no longer falls or after 200 epochs, and either is a yardstick
        warnings.simplefilter("ignore", ConvergenceWarning)
        count = np.concatenate(weights)
        model.fit(np.concatenate(inputs), np.concatenate(truth), sample_weight=count / count.mean())
    static, profile, steps = prepared.base.inputs(
        test.cells.static, test.cells.profile, at_own_event(test)[0]
    )
    step = steps[..., 0, :] if steps.ndim == 3 else steps
    varied = np.ptp(np.concatenate(inputs)[:, -step.shape[1] :], axis=0) > 0 if step.shape[1] else 1.0
    wide = tree_rows(static, profile, step * np.asarray(varied, np.float32))
    p, known = np.full(len(wide), np.nan), np.isfinite(wide).all(axis=1)
    if known.any():
        p[known] = model.predict_proba(wide[known])[:, 1]
    return p
