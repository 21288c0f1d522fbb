"""Defaults that depend on how much there is to learn from."""
