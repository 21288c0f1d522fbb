"""Samples that are polygons: mapping units with labels, groups and what their area alone says."""
