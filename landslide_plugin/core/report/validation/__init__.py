"""The chapter of the validation: scores over folds, curves, reliability."""
