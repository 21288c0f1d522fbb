"""Measurements of speed and accuracy: short ones in ``bench``, full protocols in ``study``."""
