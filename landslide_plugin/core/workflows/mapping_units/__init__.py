"""Mapping units: made from a DEM, and filled with what rasters hold in them."""
