"""Slope units of a DEM: half-basins, divided until they are alike in aspect, and how good a division is."""
