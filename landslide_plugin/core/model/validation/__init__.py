"""Scores on ground held out: partitions, cross-validation, comparisons, leakage."""
