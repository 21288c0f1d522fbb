"""What the models are called, by the key under which they are stored and scored, and which give no probability."""

from __future__ import annotations

NAMES = {
    "ensemble": "Network ensemble",
    "logistic": "Logistic regression",
    "additive": "Additive model (GAM)",
    "forest": "Random forest",
    "boosting": "Gradient boosting",
    "bivariate": "Bivariate classes",
    "bivariate_calibrated": "Bivariate classes, calibrated",
    "presence_background": "Presence and background (relative intensity)",
    "unconstrained": "Network ensemble without physics",
    "physics_alone": "Physics alone",
    "stack": "Stacked mean",
    "stack_without_network": "Stacked mean without the network",
    "network_base": "Network ensemble's own base",
    "slope_alone": "Slope alone",
    "best_factor": "Best single factor",
    "constant": "Constant",
    "svm": "Support vector machine",
    "perceptron": "Two-layer perceptron (64-64)",
    "logistic_with_pf": "Logistic regression with logit Pf",
    "additive_with_pf": "Additive model (GAM) with logit Pf",
    "forest_with_pf": "Random forest with logit Pf",
    "boosting_with_pf": "Gradient boosting with logit Pf",
    "svm_with_pf": "Support vector machine with logit Pf",
    "perceptron_with_pf": "Two-layer perceptron (64-64) with logit Pf",
    "bivariate_with_pf": "Bivariate classes with logit Pf",
    "bivariate_calibrated_with_pf": "Bivariate classes with logit Pf, calibrated",
}

STACKS = ("stack", "stack_without_network")
"""Stacked means, whose members are of several families."""

RELATIVE = ("presence_background",)
"""Models whose values are a relative intensity: not calibrated, not corrected to a share, without a vote."""


def is_relative(key: str) -> bool:
    """Whether a model gives a relative intensity, which is no probability.

    >>> is_relative("presence_background"), is_relative("logistic")
    (True, False)
    """
    return key in RELATIVE


def named_within(key: str) -> str:
    """A model's name as it stands within a sentence; a key that is not known in words.

    >>> named_within("additive"), named_within("random_forest")
    ('additive model (GAM)', 'random forest')
    """
    name = NAMES.get(key, key.replace("_", " "))
    return name[:1].lower() + name[1:]
