"""Train a stacked mean of models on factors and an inventory."""

from .training import TrainingAlgorithm


class TrainEnsemble(TrainingAlgorithm):
    """Factors and an inventory in, a model bundle with honest scores out."""

    NAME = "trainensemble"
    LABEL = "Train susceptibility ensemble"
    HELP = (
        "Learns landslide susceptibility from conditioning factors and an inventory, and says how good the "
        "model is where it has not been trained.\n\n"
        "The model is the stacked mean of logistic regression, the additive model (GAM), random forest, gradient "
        "boosting, bivariate classes and an ensemble of attention networks (BaseAttentive), each with as many votes "
        "as it earned on held-out "
        "ground. It is judged by k-means spatial cross-validation beside logistic regression, slope alone, the best "
        "single factor and a constant; what it does not beat is said first. Choose 'ensemble' alone for the networks "
        "by themselves.\n\n"
        "Give what you have: factors and landslide points are enough. A soil profile lets attention read the "
        "layers over depth; trigger scenarios give a map for each return period of the rain. What is missing "
        "stays missing and is named in the report. The result is a folder, the model bundle, that 'Map "
        "susceptibility/uncertainty' applies to any area.\n\n"
        "Training runs in a Python process of its own; see 'Set up modelling environment'."
    )
    TAGS = (
        "machine learning",
        "deep learning",
        "neural network",
        "attention",
        "ensemble",
        "random forest",
        "gradient boosting",
        "logistic regression",
        "GAM",
        "cross-validation",
    )
