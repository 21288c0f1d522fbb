"""Samples: from an inventory to labelled cells, folds and model inputs."""

from .encoding import Encoder, FactorCode
from .folds import block_folds, kmeans_folds, random_folds, usable_folds
from .inventory import build_samples
from .sample_set import SampleSet, SamplingRules
from .scaling import ProfileScaler, TriggerScaler

__all__ = [
    "Encoder",
    "FactorCode",
    "ProfileScaler",
    "SampleSet",
    "SamplingRules",
    "TriggerScaler",
    "block_folds",
    "build_samples",
    "kmeans_folds",
    "random_folds",
    "usable_folds",
]
