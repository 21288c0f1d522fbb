"""Quantities of sampling: how an inventory becomes landslide and stable samples, and which are held out together."""

from .quantity import Quantity

SAMPLES: tuple[Quantity, ...] = (
    Quantity(
        "training_preset",
        "Preset",
        "How much work goes into the model. Quick: families without networks, spatial folds once. Standard: the "
        "defaults. Thorough: twice the networks, spatial folds drawn ten times (with networks three times), two stable "
        "samples for each landslide. Values that are given, or in the Settings file, go before it.",
        default="standard",
        choices=("quick", "standard", "thorough"),
        choice_labels=("Quick", "Standard", "Thorough"),
    ),
    Quantity(
        "bivariate_preset",
        "Preset",
        "How much work goes into the model and its judgement. Quick: area counted on stable samples, spatial folds "
        "once, no random ones. Standard: the defaults. Thorough: spatial folds drawn ten times, two stable samples for "
        "each landslide. Values that are given, or in the Settings file, go before it.",
        default="standard",
        choices=("quick", "standard", "thorough"),
        choice_labels=("Quick", "Standard", "Thorough"),
    ),
    Quantity(
        "units_preset",
        "Preset",
        "How much work goes into the model. Quick: logistic regression, the additive model and bivariate classes, "
        "which need no modelling environment; spatial folds once, no random ones. Standard: the defaults. Thorough: "
        "twice the networks, spatial folds drawn ten times (with networks three times). Values that are given, or in "
        "the Settings file, go before it.",
        default="standard",
        choices=("quick", "standard", "thorough"),
        choice_labels=("Quick", "Standard", "Thorough"),
    ),
    Quantity(
        "absences",
        "Stable samples",
        "Where the inventory marks stable places, use them. Otherwise they are drawn at random, in the whole area "
        "or in a ring round the landslides, or every cell without a landslide counts as stable (large; needs a "
        "complete inventory). A least slope can be asked of each.",
        default="auto",
        choices=("auto", "given", "random", "all", "ring"),
        choice_labels=(
            "As marked in the label field, else random",
            "As marked in the label field",
            "Random cells away from landslides",
            "All other cells",
            "Random cells in a ring round the landslides",
        ),
    ),
    Quantity(
        "absence_reach_m",
        "Largest distance of stable samples in a ring",
        "A ring of stable samples round the landslides begins at the least distance and ends here. Near samples "
        "ask more of a model than those of distant plains.",
        unit="m",
        default=1000.0,
        minimum=1.0,
        maximum=1_000_000.0,
    ),
    Quantity(
        "absence_slope_deg",
        "Least slope of stable samples",
        "Slope mask: stable samples are taken only where factor slope is at least this, so that flat ground does "
        "not flatter the scores. 0 sets no limit.",
        unit="degrees",
        default=0.0,
        minimum=0.0,
        maximum=89.0,
    ),
    Quantity(
        "flat_patches",
        "Flat patches of one height",
        "Sea and lakes have exactly one height in most DEMs. Samples in them count water as stable ground, which "
        "flatters every score: they are left out where factor elevation (without it, slope) shows a square of 7 x 7 "
        "cells of one height, or of 21 x 21 cells of one whole number other than 0. The log names share and heights.",
        default="leave_out",
        choices=("leave_out", "keep"),
        choice_labels=("No samples in them", "As any other ground"),
    ),
    Quantity(
        "absence_ratio",
        "Random stable samples per landslide sample",
        "Used when stable samples are drawn at random. 1 is usual; a higher ratio describes the area better.",
        default=1.0,
        minimum=0.1,
        maximum=100.0,
    ),
    Quantity(
        "absence_buffer_m",
        "Least distance of random stable samples from landslides",
        "Keeps stable samples off unmapped edges of landslides. A few cells are usual.",
        unit="m",
        default=0.0,
        minimum=0.0,
        maximum=100_000.0,
    ),
    Quantity(
        "polygon_rule",
        "Cells of a landslide polygon",
        "One cell a polygon: inside it, at its centroid, or the highest one (scarp, where it set off; needs factor "
        "elevation). Or all cells whose centre lies inside, or that it touches (keeps polygons smaller than a cell): "
        "each then weighs 1/n, so that every landslide counts as one, and corrected probabilities are a share of "
        "area in place of landslides per cell.",
        default="one_point",
        choices=("centre", "all_touched", "one_point", "centroid", "scarp"),
        choice_labels=(
            "Centre inside",
            "All touched",
            "One cell a polygon, inside it",
            "One cell a polygon, at its centroid",
            "One cell a polygon, the highest (scarp)",
        ),
    ),
    Quantity(
        "min_distance_m",
        "Distance between samples",
        "Samples nearer than this to another one are left out, landslides last. 0 keeps all.",
        unit="m",
        default=0.0,
        minimum=0.0,
        maximum=1e5,
    ),
    Quantity(
        "prevalence_source",
        "Probabilities refer to",
        "The share of landslides among the samples; or the landslide share of the area, as the inventory shows "
        "it (for points one cell each, which is a lower bound). A share given by hand goes before.",
        default="samples",
        choices=("samples", "inventory"),
        choice_labels=("Share among the samples", "Share of the area, from the inventory"),
    ),
)

FOLDS: tuple[Quantity, ...] = (
    Quantity(
        "fold_scheme",
        "Kind of spatial folds",
        "K-means: compact parts of about the same number of places. Blocks: squares dealt out at random. "
        "Regions: each polygon of the region layer is left out in turn. Field: each value of a field of the inventory. "
        "Event: each storm of a dated inventory. Date: train on what was before it, score what came after. "
        "Matched: held out as far from the training as the map lies from the samples.",
        default="kmeans",
        choices=("kmeans", "blocks", "regions", "field", "event", "date", "knndm"),
        choice_labels=(
            "K-means on the positions",
            "Square blocks",
            "Leave one region out",
            "Leave one value of a field out",
            "Leave one event out",
            "Train before a date, score after it",
            "Matched to the distances of the map",
        ),
    ),
    Quantity(
        "block_m",
        "Block size",
        "Side of the blocks. Left empty, it is the distance beyond which residuals of a logistic regression "
        "are no longer alike (range of their variogram).",
        unit="m",
        default=None,
        minimum=1.0,
        maximum=1e6,
    ),
    Quantity(
        "fold_buffer_m",
        "Buffer round each fold",
        "Training samples nearer than this to a sample of the part held out are left out of that training.",
        unit="m",
        default=0.0,
        minimum=0.0,
        maximum=1e6,
    ),
    Quantity(
        "cv_idle",
        "Idle members of a fold",
        "Where the first member of a fold (the first two, if there are more than three) finds nothing to add to its "
        "base, the others may be left untrained there; they then count as if they had found nothing either, and the "
        "model says how many. All members of the final model are trained in any case.",
        default="train",
        choices=("train", "skip"),
        choice_labels=("Train them all", "Leave them out"),
    ),
)

EVENT_MODEL: tuple[Quantity, ...] = (
    Quantity(
        "storm_folds",
        "Folds of storms",
        "Storms are dealt out whole into this many parts; each in turn is predicted by models that have not seen it. "
        "Votes, calibration and all scores come from there.",
        default=5,
        minimum=2,
        maximum=20,
        integer=True,
    ),
    Quantity(
        "season",
        "Season as an input",
        "The day of the year as a cycle, so that December meets January. Leave it out where samples cover one season.",
        default="yes",
        choices=("yes", "no"),
        choice_labels=("Yes", "No"),
    ),
    Quantity(
        "event_members",
        "Networks",
        "How many networks the ensemble has, each with another seed and other storms that tell it when to stop. Used "
        "where MODELS holds ensemble.",
        default=3,
        minimum=1,
        maximum=20,
        integer=True,
    ),
    Quantity(
        "network_step_h",
        "Step of the rain for the network",
        "Steps of the rain are joined to steps of this length before the network reads them; a whole multiple of their "
        "own that divides the window. Sums of rain for the other families are taken from the steps as they are.",
        unit="h",
        default=6.0,
        minimum=0.25,
        maximum=24.0,
    ),
)
