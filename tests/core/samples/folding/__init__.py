"""Folds by what an inventory says."""
