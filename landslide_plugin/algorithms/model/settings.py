"""Parameters of validation and of the model: which quantities, in which order, and which are folded away."""

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.quantities.presets.study import PRESETS
from ...core.quantities.sizes.network import SIZED
from ...core.workflows.training.settings_file import (
    FAMILIES,
    PARAMETER,
    Settable,
    Settled,
    of_preset,
    read_settings,
    settle,
)
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice, meanings
from ..base.dialog.form import Modes
from ..base.given import Given
from . import inventory as inventory_parameters

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
    "cv_idle",
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
OPTIONAL = ("prevalence", "block_m", "network_repeats", "cv_idle", *SIZED)


LEFT_TO_FILE = tuple(name.upper() for name in (*NETWORK, *PHYSICS))
"""Parameters of networks and physics, which a dialog leaves to preset and Settings file."""
MODELS_HELP = (
    "Families of models in the stacked mean, each with as many votes as it earned on held-out ground; one alone is "
    "stored as it is."
)


FOLD_MODES: Modes = {
    "BLOCK_M": ("FOLD_SCHEME", ("blocks",)),
    "REGIONS": ("FOLD_SCHEME", ("regions",)),
    "FOLD_FIELD": ("FOLD_SCHEME", ("field",)),
    "FOLD_DATE": ("FOLD_SCHEME", ("date",)),
}
"""Rows of a dialog that one kind of folds alone looks at."""
HEADINGS = {
    "Model": (PARAMETER, *(name.upper() for name in (*ENSEMBLE, *NETWORK))),
    "Validation": tuple(name.upper() for name in VALIDATION),
    "Probabilities": tuple(name.upper() for name in PROBABILITY),
    "Classes": tuple(name.upper() for name in CLASSES),
    "Results": ("LOAD_ALSO",),
}
"""Where these parameters stand in a dialog, with the tick of what is also written."""


def declare(
    algorithm: LandslideAlgorithm, settings: tuple[str, ...], shown: tuple[str, ...], unset: bool = False
) -> None:
    """Add the quantities ``settings``, those not ``shown`` folded away, and the regions for folds.

    Quantities that are ``unset`` have no default, so that a run can tell which were given.
    """
    last = max((i for i, name in enumerate(settings) if name in VALIDATION), default=len(settings) - 1)
    for i, name in enumerate(settings):
        optional = name in OPTIONAL
        algorithm.add_quantity(name.upper(), name, advanced=name not in shown, optional=optional, unset=unset)
        if i == last:
            _declare_folds(algorithm)


def _declare_folds(algorithm: LandslideAlgorithm) -> None:
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
    algorithm: LandslideAlgorithm,
    help: str,
    *,
    advanced: bool = True,
    default: tuple[str, ...] = STACKED,
    unset: bool = False,
) -> None:
    """Add the families of models to choose among; those of the stacked mean are chosen unless told otherwise."""
    words, labels = list(MODELS), list(MODELS.values())
    taken = None if unset else list(default)
    parameter = choice(
        "MODELS",
        "Models",
        words,
        taken,
        optional=True,
        several=True,
        labels=labels,
        usual=default if unset else None,
    )
    told = f" If not given: {', '.join(default)}." if unset else ""
    algorithm.add(parameter, help + meanings(words, labels) + told, advanced)


def declare_preset(algorithm: LandslideAlgorithm, preset: str = "training_preset") -> None:
    """Add the preset and the Settings file."""
    algorithm.add_quantity("PRESET", preset, optional=True)
    algorithm.add(
        QgsProcessingParameterFile(
            PARAMETER, "Settings file (JSON)", optional=True, fileFilter="Settings (*.json *.JSON)"
        ),
        "Settings of samples, validation, networks, physics and classes, as every training writes them beside its "
        "model. A value that is given goes before the file, the file before the preset, the preset before the default.",
        advanced=True,
    )


def settable_of(settings: tuple[str, ...], usual: tuple[str, ...], sampled: bool = True) -> Settable:
    """What preset and Settings file may set; families only where some are ``usual``, samples where they are drawn."""
    samples = {key.lower(): name for key, name in inventory_parameters.QUANTITIES.items()} if sampled else {}
    return Settable(
        {**samples, **{name: name for name in settings}},
        families=tuple(MODELS) if usual else (),
        usual_families=usual,
    )


def settle_all(given: Given, settable: Settable) -> Settled:
    """Fill what was not given from Settings file, preset and defaults; says in one line what was overruled."""
    path, preset = given.file(PARAMETER), given.quantity("PRESET") or "standard"
    own = {name: given.quantity(name.upper()) for name in settable.quantities if given.has(name.upper())}
    if settable.families and given.has(FAMILIES.upper()):
        own[FAMILIES] = given.choices(FAMILIES.upper())
    others = (*SETTINGS, *PHYSICS, *CLASSING, *(key.lower() for key in inventory_parameters.QUANTITIES))
    file = read_settings(path, settable, others) if path else {}
    found = settle(own, file, of_preset(PRESETS[preset], settable), settable, preset)
    if found.overruled:
        given.progress.warning(found.overruled)
    given.fill({name.upper(): value for name, value in found.values.items()})
    return found


def asked(given: Given, settings: tuple[str, ...]) -> dict[str, Any]:
    """These parameters, by the names of a training request."""
    return {
        "settings": {name: given.quantity(name.upper()) for name in settings},
        "regions": given.features("REGIONS"),
        "fold_field": given.field("FOLD_FIELD"),
        "fold_date": given.text("FOLD_DATE"),
    }
