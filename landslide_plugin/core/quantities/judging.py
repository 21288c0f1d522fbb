"""Quantities of judging and classing any map."""

from .quantity import Quantity

_ENDS = ("auto", "high", "low")
_END_LABELS = ("As the raster says", "High values", "Low values")

JUDGING: tuple[Quantity, ...] = (
    Quantity(
        "danger",
        "Dangerous end of the map",
        "Low of a factor of safety, high of a probability. The raster's metadata tell it of maps of this plugin; of "
        "others it must be given, since landslides that told which end is dangerous could not judge the map.",
        default="auto",
        choices=_ENDS,
        choice_labels=_END_LABELS,
    ),
    Quantity(
        "second_danger",
        "Dangerous end of the second map",
        "The same for the second map.",
        default="auto",
        choices=_ENDS,
        choice_labels=_END_LABELS,
    ),
    Quantity(
        "inventory_use",
        "Were these landslides used to make the map?",
        "If they were, the curve is a success rate and tells the fit; if not, a prediction rate.",
        default="unknown",
        choices=("unknown", "yes", "no"),
        choice_labels=("Not known", "Yes (success rate)", "No (prediction rate)"),
    ),
    Quantity(
        "judge_block_m",
        "Side of the blocks",
        "The interval of the AUROC draws whole blocks of ground, since neighbouring cells are alike; choose them "
        "larger than what makes neighbours alike. A tenth of the longer side of the map if left empty.",
        unit="m",
        minimum=1.0,
        maximum=1e6,
    ),
    Quantity(
        "judge_cell_m",
        "Size of the cells of polygons",
        "Polygons are judged by cells of this size, or of that of the raster they are compared with. About a million "
        "cells if left empty.",
        unit="m",
        minimum=0.01,
        maximum=1e5,
    ),
    Quantity(
        "miss_cost",
        "Cost of a missed landslide cell",
        "In stable cells called dangerous in vain; sets the best cut. If left empty, all landslides weigh as much as "
        "all stable cells (Youden 1950).",
        minimum=0.001,
        maximum=1e9,
    ),
    Quantity(
        "class_scheme",
        "How to set the limits of the classes",
        "Limits by landslide share are those of the raster's model, or set by an inventory. Equal area, quantiles and "
        "natural breaks are taken from the map, so such classes are not comparable between maps. Success-rate cut "
        "points stand at the bends of the curve of an inventory; landslides that set limits cannot judge the classes.",
        default="landslide_share",
        choices=("landslide_share", "equal_area", "quantiles", "natural_breaks", "fixed", "success_rate"),
        choice_labels=(
            "Landslide share",
            "Equal area",
            "Quantiles",
            "Natural breaks",
            "Fixed limits",
            "Success-rate cut points",
        ),
    ),
    Quantity(
        "zone_least_m2",
        "Least area of a zone",
        "Smaller patches of a class are given to the largest zone beside them. The area of ten cells if left empty; 0 "
        "keeps every patch.",
        unit="m2",
        minimum=0.0,
        maximum=1e12,
    ),
    Quantity(
        "smallest_m2",
        "Smallest landslide mapped everywhere",
        "Landslides of a smaller area are left out, and so is their ground: under forest and in shade small ones are "
        "missed, so that those on open slopes would tell of the view and not of the ground. Needs polygons.",
        unit="m2",
        minimum=0.0,
        maximum=1e9,
    ),
    Quantity(
        "stress_model",
        "Model",
        "A model that trains in a moment, without the modelling environment; what an inventory does to it, it does to "
        "others much alike.",
        default="logistic",
        choices=("logistic", "additive", "bivariate"),
        choice_labels=("Logistic regression", "Additive model (GAM)", "Bivariate classes"),
    ),
    Quantity(
        "stress_repeats",
        "Repeats at each level",
        "How often chance is drawn: directions of moves, and which landslides are missing. The error of the "
        "probability in each cell needs two or more.",
        default=10,
        minimum=1,
        maximum=500,
        integer=True,
    ),
    Quantity(
        "selection_model",
        "Model",
        "What factors are tried with: a straight line for each, or a curve. Both train in a moment, without the "
        "modelling environment.",
        default="additive",
        choices=("logistic", "additive"),
        choice_labels=("Logistic regression", "Additive model (GAM)"),
    ),
    Quantity(
        "most_factors",
        "Factors at most",
        "Where the search ends. The number of trainings grows with the factors times this.",
        default=12,
        minimum=1,
        maximum=100,
        integer=True,
    ),
)
