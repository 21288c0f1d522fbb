"""Train an ensemble of attention networks on factors and an inventory."""

from .training import TrainingAlgorithm


class TrainEnsemble(TrainingAlgorithm):
    """Factors and an inventory in, a model bundle with honest scores out."""

    NAME = "trainensemble"
    LABEL = "Train susceptibility ensemble"
    HELP = (
        "Learns landslide susceptibility from conditioning factors and an inventory, and says how good the "
        "model is where it has not been trained.\n\n"
        "The model is an ensemble of attention networks (BaseAttentive), each a correction of a logistic "
        "regression. It is judged by k-means spatial cross-validation beside logistic regression alone: better or "
        "worse where the 95 % interval of the difference excludes zero, probably so where the 80 % one does, else no "
        "difference is shown.\n\n"
        "Give what you have: factors and landslide points are enough. A soil profile lets attention read the "
        "layers over depth; trigger scenarios give a map for each return period of the rain. What is missing "
        "stays missing and is named in the report. The result is a folder, the model bundle, that 'Map "
        "susceptibility/uncertainty' applies to any area.\n\n"
        "Training runs in a Python process of its own; see 'Set up modelling environment'."
    )
    TAGS = ("machine learning", "attention", "ensemble", "logistic regression", "cross-validation")
