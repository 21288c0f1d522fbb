"""Folds by what an inventory says: a field, a date, or the distances at which its map predicts."""
