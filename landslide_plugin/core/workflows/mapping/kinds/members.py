"""Maps of what the members of the ensemble say: their mean, its class, and how far they differ."""

from __future__ import annotations

from ....errors import InputError
from ....evaluation.classes import classify
from ....evaluation.conformal import CAVEAT, ConformalSets
from ....io.raster import Band
from ....model.bundle.bundle import ModelBundle
from ....model.inference.sums import deviation
from ....styles import codes
from .context import MapContext
from .kind import Look, MapKind, Output
from .products import class_flips, class_range, entropy_parts, member_statistics

BITS = "bit"


def _probability(path: str, context: MapContext) -> Output:
    given = " given the T-year rain" if context.triggers is not None else ""
    about = {"QUANTITY": f"Landslide susceptibility{given}"}
    if context.bundle.facts.relative:
        about = {"QUANTITY": "Relative intensity of landslides", "LABEL": "Relative intensity"}
    return Output(path, tuple(Band(name, "", about) for name in context.names), lambda strip: strip.mean)


def _classes(path: str, context: MapContext) -> Output:
    cuts = context.bundle.class_cuts
    bounds = [0.0, *cuts, 1.0]
    names = [name for name, _ in context.class_colours.values()]
    limits = [f"{name}: {low:.4g} to {high:.4g}" for name, low, high in zip(names, bounds, bounds[1:])]
    return Output(
        path,
        (
            Band(
                f"Susceptibility class{context.suffix}",
                "",
                {"QUANTITY": "class", "CLASSES": "; ".join(limits)},
            ),
        ),
        lambda strip: (classify(strip.mean[context.reference], cuts),),
        byte=True,
        classes=context.class_colours,
        notes={} if context.doubt is None else {"DOES_NOT_BEAT": context.doubt},
    )


def _spread(path: str, context: MapContext) -> Output:
    about = {"QUANTITY": "Standard deviation of the members' probabilities"}
    return Output(
        path,
        (Band(f"Standard deviation{context.suffix}", "", about),),
        lambda strip: (deviation(strip.probability[:, context.reference], strip.weights),),
    )


def _agreement(path: str, context: MapContext) -> Output:
    cuts, threshold = context.bundle.class_cuts, context.bundle.threshold
    about = {"QUANTITY": "Share of the members in the class of the mean"}
    beside = {"QUANTITY": f"Share of the members on the mean's side of the threshold {threshold:.4g}"}
    return Output(
        path,
        (
            Band(f"Class agreement{context.suffix}", "", about),
            Band(f"Threshold agreement{context.suffix}", "", beside),
        ),
        lambda strip: member_statistics(
            strip.probability[:, context.reference], cuts, threshold, strip.weights
        )[1:],
    )


def _flips(path: str, context: MapContext) -> Output:
    cuts = context.bundle.class_cuts
    members = {"QUANTITY": "Share of the members whose class is not that of the mean"}
    bands = [Band(f"Class flips of members{context.suffix}", "", members)]
    if context.triggers is not None:
        other = {
            "QUANTITY": f"Share of the other scenarios whose class is not that of {context.suffix.strip()}"
        }
        bands.append(Band("Class flips of scenarios", "", other))
    return Output(
        path,
        tuple(bands),
        lambda strip: class_flips(strip.probability, context.reference, cuts, strip.weights)[: len(bands)],
    )


def _entropy(path: str, context: MapContext) -> Output:
    if context.bundle.facts.relative:
        raise InputError(
            "Entropy is that of a probability, and this model gives a relative intensity; leave it out"
        )
    parts = ("Entropy", "Aleatoric entropy", "Epistemic entropy")
    return Output(
        path,
        tuple(Band(f"{name}{context.suffix}", BITS) for name in parts),
        lambda strip: entropy_parts(strip.probability[:, context.reference], strip.weights),
    )


def _member_classes(path: str, context: MapContext) -> Output:
    return Output(
        path,
        (Band(f"Lowest class{context.suffix}"), Band(f"Highest class{context.suffix}")),
        lambda strip: class_range(strip.probability[:, context.reference], context.bundle.class_cuts),
        byte=True,
        classes=context.class_colours,
    )


def _decision(path: str, context: MapContext) -> Output:
    sets = require_sets(context.bundle)
    return Output(
        path,
        (
            Band(
                f"Decision{context.suffix}",
                "",
                {
                    "QUANTITY": "conformal set",
                    "LABEL": f"Conformal set{context.suffix}",
                    "COVERAGE": f"{sets.coverage:g}",
                },
            ),
        ),
        lambda strip: (sets.decide(strip.mean[context.reference]),),
        byte=True,
        classes=codes("decision"),
        notes={"COVERAGE": f"{sets.coverage:g}", "COVERAGE_FOUND": sets.describe(), "CAVEAT": CAVEAT},
    )


def require_sets(bundle: ModelBundle) -> ConformalSets:
    """The conformal sets of a model, or an ``InputError`` that says what to do."""
    if bundle.facts.relative:
        raise InputError("A relative intensity has no conformal sets; leave them out")
    if bundle.conformal is None:
        raise InputError(
            "The model has no conformal sets: it was trained with too few held-out samples for the coverage, or by "
            "an older version; train again"
        )
    return bundle.conformal


MEMBERS = (
    MapKind(
        "probability",
        "Susceptibility (probability)",
        "Mean probability of the members, a band a scenario.",
        _probability,
        Look("probability"),
        main=True,
    ),
    MapKind(
        "classes",
        "Susceptibility classes",
        "Five classes of the reference scenario, 1 Very low to 5 Very high, 0 no-data.",
        _classes,
        Look("classes"),
        main=True,
    ),
    MapKind(
        "spread",
        "Ensemble standard deviation",
        "Standard deviation of the members in the reference scenario.",
        _spread,
        Look("ramp", "spread", limits=(0.0, 0.25)),
        output="UNCERTAINTY",
        main=True,
    ),
    MapKind(
        "agreement",
        "Ensemble agreement",
        "Band 1: share of members in the class of the mean. Band 2: share on its side of the threshold that was "
        "tuned in training.",
        _agreement,
        Look("ramp", "agreement"),
    ),
    MapKind(
        "flips",
        "Class flips",
        "Band 1: share of members whose class is not that of the mean. Band 2: share of the other scenarios whose "
        "class is not that of the reference scenario.",
        _flips,
        Look("ramp", "flips"),
    ),
    MapKind(
        "member_classes",
        "Lowest and highest class of the members",
        "Lowest and highest class that any member gives in the reference scenario.",
        _member_classes,
        Look("classes"),
    ),
    MapKind(
        "entropy",
        "Entropy and its parts",
        "Three bands, in bits: entropy of the mean, its aleatoric part, which no further member would "
        "lessen, and its epistemic part, which is the members' disagreement.",
        _entropy,
        Look("ramp", "spread", limits=(0.0, 1.0)),
        unit=BITS,
    ),
    MapKind(
        "decision",
        "Conformal set",
        "What a cell of the reference scenario may be, by limits learnt from held-out samples: 1 the set holds stable "
        "only, 2 both or neither, 3 landslide only, 0 no-data. The metadata state how often such sets held the truth; "
        "nothing is promised, and code 1 is no statement that ground is safe.",
        _decision,
        Look("codes", "decision"),
    ),
)
