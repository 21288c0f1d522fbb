"""Quantities of the model part: samples' folds, ensemble, network, physics terms, classes."""

from .quantity import Quantity
from .samples import FOLDS

_VALIDATION = (
    Quantity(
        "cv_folds",
        "Spatial folds",
        "The area is cut into this many compact parts by k-means on the sample positions; each part in turn "
        "is predicted by a model that has not seen it. 5 is usual. Regions, fields, events and a date make as many "
        "parts as they name.",
        default=5,
        minimum=2,
        maximum=20,
        integer=True,
    ),
    Quantity(
        "cv_repeats",
        "Repeats of the cross-validation",
        "How often the folds are drawn anew; more repeats steady scores and intervals. Families that train in seconds "
        "take part in all of them, networks in as many as are asked for below.",
        default=5,
        minimum=1,
        maximum=100,
        integer=True,
    ),
    Quantity(
        "network_repeats",
        "Repeats with networks",
        "In how many of the repeats the networks are trained, from the first on; each takes as long as the first. A "
        "stacked mean in which networks vote is scored on these alone.",
        default=1,
        minimum=1,
        maximum=100,
        integer=True,
    ),
    Quantity(
        "cv_members",
        "Members per fold",
        "How many ensemble members are trained in each fold; fewer than in the final ensemble saves time "
        "and understates the ensemble slightly.",
        default=2,
        minimum=1,
        maximum=20,
        integer=True,
    ),
    Quantity(
        "random_cv",
        "Random folds beside the spatial ones",
        "Random folds flatter a model, because neighbours of a test point are in training. The gap between the two "
        "tells by how much. Networks are not trained in them unless asked: their base stands for them.",
        default="yes",
        choices=("yes", "no", "networks"),
        choice_labels=("Yes", "No", "Yes, networks too"),
    ),
)

_PROBABILITY = (
    Quantity(
        "calibration",
        "Calibration",
        "Learnt from held-out predictions and applied when mapping, so that of cells with probability 0.3 about "
        "three in ten are landslides. Platt fits two numbers, isotonic a rising curve that needs many samples.",
        default="platt",
        choices=("platt", "isotonic", "none"),
        choice_labels=("Platt", "Isotonic", "None"),
    ),
    Quantity(
        "coverage",
        "Coverage of the conformal sets",
        "Share of the landslides, and of the stable places, whose set should hold the truth. The training states "
        "the share found on folds held out. A larger share leaves more cells with both in their set.",
        default=0.9,
        minimum=0.5,
        maximum=0.99,
    ),
)

_ENSEMBLE = (
    Quantity(
        "seed",
        "Seed",
        "Start of every random draw. The same seed on the same machine gives the same model to the last bit.",
        default=42,
        minimum=0,
        maximum=2_000_000_000,
        integer=True,
    ),
    Quantity(
        "members",
        "Members per attention stack",
        "The ensemble trains this many networks, each with another seed and another part of the area left "
        "out; their spread shows how far the answer depends on that.",
        default=5,
        minimum=1,
        maximum=50,
        integer=True,
    ),
    Quantity(
        "stack",
        "Attention stack",
        "How the network combines its inputs. Without cross-attention the soil profile is not connected to "
        "the output at all.",
        default="cross_hierarchical",
        choices=("cross_hierarchical", "cross", "hierarchical", "all"),
        choice_labels=(
            "Cross and hierarchical",
            "Cross only",
            "Hierarchical only (does not see the soil profile)",
            "All three stacks (three times the members)",
        ),
    ),
    Quantity(
        "architecture",
        "Architecture",
        "Residual: logistic regression gives the first answer and the network learns only what it misses, "
        "which holds best where the model was not trained. The same on an additive model, which has a curve for "
        "each factor. Plain: the network alone. Chosen: of the two residual forms the one with the less log loss on "
        "blocks held out of these samples, as is the ridge of the curves, of three.",
        default="residual_chosen",
        choices=("residual", "plain", "residual_additive", "residual_chosen"),
        choice_labels=(
            "Residual on logistic regression",
            "Plain network",
            "Residual on the additive model (GAM)",
            "Residual, its base chosen by held-out log loss",
        ),
    ),
)

_NETWORK = (
    Quantity(
        "embed_dim",
        "Embedding width",
        "Width of the encoded soil layers and triggers. Larger widths need many samples; if not given, by their "
        "number.",
        default=None,
        minimum=4,
        maximum=128,
        integer=True,
    ),
    Quantity(
        "hidden_units",
        "Hidden width",
        "Width of the encoded factors and of the last hidden layer; if not given, by the number of samples.",
        default=None,
        minimum=4,
        maximum=256,
        integer=True,
    ),
    Quantity(
        "heads",
        "Attention heads",
        "Number of parallel attention heads.",
        default=4,
        minimum=1,
        maximum=16,
        integer=True,
    ),
    Quantity(
        "dropout",
        "Dropout",
        "Share of units switched off at random in training; guards against learning by heart. If not given, by the "
        "number of samples.",
        default=None,
        minimum=0.0,
        maximum=0.8,
    ),
)

_TRAINING = (
    Quantity(
        "epochs",
        "Epochs, at most",
        "Passes over the samples; if not given, by their number. Training stops earlier when a spatially held-out "
        "block no longer improves.",
        default=None,
        minimum=1,
        maximum=1000,
        integer=True,
    ),
    Quantity(
        "patience",
        "Patience",
        "Epochs without improvement on the held-out block before training stops.",
        unit="epochs",
        default=5,
        minimum=1,
        maximum=1000,
        integer=True,
    ),
    Quantity(
        "batch_size",
        "Batch size",
        "Samples per training step, each with all its scenarios; if not given, by the number of samples.",
        unit="samples",
        default=None,
        minimum=8,
        maximum=4096,
        integer=True,
    ),
    Quantity(
        "learning_rate",
        "Learning rate",
        "Size of the first training steps; it falls to zero along a cosine. If not given, by the number of samples.",
        default=None,
        minimum=1e-6,
        maximum=0.1,
    ),
    Quantity(
        "weight_decay",
        "Weight decay",
        "Pull of the network's weights towards zero at each step.",
        default=1e-2,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "ridge",
        "Ridge penalty of the linear part",
        "Penalty on the squared standardised coefficients of the logistic part; 0 is unpenalised.",
        default=1.0,
        minimum=0.0,
        maximum=1e4,
    ),
    Quantity(
        "class_weight",
        "Class weight",
        "Balanced gives landslides and stable cells the same total weight in training; the probabilities are "
        "shifted back to the share in the samples afterwards.",
        default="none",
        choices=("none", "balanced"),
        choice_labels=("None", "Balanced"),
    ),
    Quantity(
        "focal_gamma",
        "Focal loss (gamma)",
        "Above 0, samples that are nearly right weigh less in training (focal loss, 2 is usual); calibration sets "
        "the probabilities right afterwards. 0 is plain cross-entropy.",
        default=0.0,
        minimum=0.0,
        maximum=5.0,
    ),
    Quantity(
        "prevalence",
        "Landslide share of the area",
        "True share of the area that is landslide, from 0 to 1. If given, probabilities are corrected from "
        "the share among the samples to this share; if not, they refer to the share among the samples.",
        default=None,
        minimum=1e-6,
        maximum=0.999,
    ),
)

_PHYSICS = (
    Quantity(
        "physics_loss",
        "Form of the physics term",
        "Probability: the model is drawn towards the probability of failure, rescaled to the landslide "
        "share. Sign: only the side of FS = 1 counts.",
        default="probability",
        choices=("probability", "sign", "both"),
        choice_labels=("Probability of failure", "Sign of FS - 1", "Both"),
    ),
    Quantity(
        "physics_lambda",
        "Weight of the physics term (lambda)",
        "0 ignores the slope-stability prior; 1 weighs it like the inventory.",
        default=0.4,
        minimum=0.0,
        maximum=100.0,
    ),
    Quantity(
        "physics_warmup",
        "Warm-up of the physics term",
        "Epochs over which the physics term grows from nothing to its full weight.",
        unit="epochs",
        default=5,
        minimum=0,
        maximum=1000,
        integer=True,
    ),
    Quantity(
        "fs_margin",
        "Margin around FS = 1",
        "Factors of safety within this distance of 1 say nothing about the sign.",
        default=0.1,
        minimum=0.0,
        maximum=1.0,
    ),
    Quantity(
        "order_weight",
        "Weight of the trigger order",
        "Penalty on a probability that falls although every trigger grows or stays; idle where that is guaranteed.",
        default=10.0,
        minimum=0.0,
        maximum=100.0,
    ),
    Quantity(
        "trigger_order",
        "Order of the triggers",
        "A probability should not fall although every trigger grows or stays. By a penalty it hardly ever does; "
        "guaranteed, it never does: the network then meets the triggers in a branch of its own that can only rise. "
        "On top of a linear or additive part this is not shown to cost anything; a network that stands alone (plain) "
        "learns worse by it: take the penalty there.",
        default="guaranteed",
        choices=("penalty", "guaranteed"),
        choice_labels=("Penalty", "Guaranteed"),
    ),
    Quantity(
        "monotone_weight",
        "Weight of wetness and strength",
        "Penalty on a probability that falls with wetness or saturation, or rises with cohesion or friction angle, "
        "where these are among the inputs.",
        default=0.1,
        minimum=0.0,
        maximum=100.0,
    ),
    Quantity(
        "lambda_search",
        "Search for the weight of the physics term (lambda)",
        "Yes: each training part tries 0, 0.1, 0.4, 1.6, 6.4, 25.6 and 100 on compact blocks of its own and takes, in "
        "place of the weight given, that of least log loss there; 0 if it saves less than one standard error.",
        default="no",
        choices=("yes", "no"),
        choice_labels=("Yes", "No"),
    ),
    Quantity(
        "degenerate_prior",
        "If the slope-stability prior says nothing",
        "A prior that is nearly the same everywhere cannot teach anything: stop with the reason, or train "
        "without the physics term (lambda 0).",
        default="stop",
        choices=("stop", "ignore"),
        choice_labels=("Stop with the reason", "Train without the physics term"),
    ),
)

_CLASSES = (
    Quantity(
        "share_very_high",
        "Landslides in class Very high",
        "Share of the held-out landslides that fall into the highest class. The four shares and the rest, "
        "which is Very low, make 1.",
        default=0.50,
        minimum=0.01,
        maximum=0.95,
    ),
    Quantity(
        "share_high",
        "Landslides in class High",
        "Share of the held-out landslides that fall into class High.",
        default=0.25,
        minimum=0.01,
        maximum=0.95,
    ),
    Quantity(
        "share_moderate",
        "Landslides in class Moderate",
        "Share of the held-out landslides that fall into class Moderate.",
        default=0.15,
        minimum=0.01,
        maximum=0.95,
    ),
    Quantity(
        "share_low",
        "Landslides in class Low",
        "Share of the held-out landslides that fall into class Low.",
        default=0.07,
        minimum=0.01,
        maximum=0.95,
    ),
)

_STUDY = (
    Quantity(
        "study_preset",
        "Preset",
        "How much work goes into the model. Quick: families without networks, spatial folds once. Standard: as 'Train "
        "susceptibility ensemble', networks too, with random folds beside the spatial ones. Thorough: twice the "
        "networks, spatial folds drawn ten times (with networks three times), two stable samples for each landslide. "
        "The log says the minutes first.",
        default="standard",
        choices=("quick", "standard", "thorough"),
        choice_labels=("Quick", "Standard", "Thorough"),
    ),
)

MODEL: tuple[Quantity, ...] = (
    *_STUDY,
    *_VALIDATION,
    *FOLDS,
    *_PROBABILITY,
    *_ENSEMBLE,
    *_NETWORK,
    *_TRAINING,
    *_PHYSICS,
    *_CLASSES,
)
