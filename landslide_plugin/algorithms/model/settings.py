"""Parameters of validation and of the model: which quantities, in which order, and which are folded away."""

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...core.quantities.sizes.network import SIZED
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice, meanings
from ..base.given import Given

MODELS = {
    "ensemble": "Network ensemble",
    "logistic": "Logistic regression",
    "additive": "Additive model (GAM)",
    "forest": "Random forest",
    "boosting": "Gradient boosting",
    "bivariate": "Bivariate classes (weights of evidence)",
    "svm": "Support vector machine (radial kernel)",
    "perceptron": "Two-layer perceptron (64-64)",
    "presence_background": "Presence and background (log-linear, relative intensity)",
}
COMPARED = ("ensemble", "logistic", "additive", "forest", "boosting")
"""What is compared unless told otherwise."""
STACKED = (*COMPARED, "bivariate")
"""What makes the stacked mean unless told otherwise."""

ENSEMBLE = ("members", "stack", "architecture", "seed")
VALIDATION = (
    "cv_folds",
    "fold_scheme",
    "block_m",
    "fold_buffer_m",
    "cv_repeats",
    "network_repeats",
    "cv_members",
    "random_cv",
)
CLASSING = ("bivariate_method", "class_rule", "class_count", "class_area")
PROBABILITY = ("prevalence", "calibration", "coverage")
NETWORK = (
    "epochs",
    "patience",
    "batch_size",
    "learning_rate",
    "weight_decay",
    "dropout",
    "embed_dim",
    "hidden_units",
    "heads",
    "ridge",
    "class_weight",
    "focal_gamma",
    "order_weight",
    "trigger_order",
    "monotone_weight",
)
CLASSES = ("share_very_high", "share_high", "share_moderate", "share_low")
SETTINGS = (*ENSEMBLE, *VALIDATION, *PROBABILITY, *NETWORK, *CLASSES)
PHYSICS = (
    "physics_lambda",
    "lambda_search",
    "physics_loss",
    "physics_warmup",
    "fs_margin",
    "degenerate_prior",
)
OPTIONAL = ("prevalence", "block_m", "network_repeats", *SIZED)


def declare(algorithm: LandslideAlgorithm, settings: tuple[str, ...], shown: tuple[str, ...]) -> None:
    """Add the quantities ``settings``, those not ``shown`` folded away, and the regions for folds."""
    for name in settings:
        algorithm.add_quantity(name.upper(), name, advanced=name not in shown, optional=name in OPTIONAL)
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "REGIONS", "Regions for folds", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
        ),
        "Polygons, each left out in turn if folds are made by region; every sample must lie in one.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterField("FOLD_FIELD", "Field for folds", None, "INVENTORY", optional=True),
        "Field of the inventory (year, event, region), each value left out in turn if folds are made by a field. "
        "A stable sample goes with the nearest landslide.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString("FOLD_DATE", "Date for folds", None, False, True),
        "Landslides before this day train, those from it on are scored, if folds are made by date; such as 2010 or "
        "2010-06-15. Needs the landslide date field, or events.",
        advanced=True,
    )


def declare_models(
    algorithm: LandslideAlgorithm, help: str, advanced: bool = True, default: tuple[str, ...] = STACKED
) -> None:
    """Add the families of models to choose among; those of the stacked mean are chosen unless told otherwise."""
    words = list(MODELS)
    algorithm.add(
        choice("MODELS", "Models", words, list(default), optional=True, several=True),
        help + meanings(words, list(MODELS.values())),
        advanced,
    )


def asked(given: Given, settings: tuple[str, ...]) -> dict[str, Any]:
    """These parameters, by the names of a training request."""
    return {
        "settings": {name: given.quantity(name.upper()) for name in settings},
        "regions": given.features("REGIONS"),
        "fold_field": given.field("FOLD_FIELD"),
        "fold_date": given.text("FOLD_DATE"),
    }
