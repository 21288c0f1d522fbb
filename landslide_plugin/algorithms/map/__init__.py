"""Algorithms that draw maps of a model and read, judge and condense finished ones."""
