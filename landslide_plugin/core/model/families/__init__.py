"""Families of models as arrays: how each gives log odds."""
