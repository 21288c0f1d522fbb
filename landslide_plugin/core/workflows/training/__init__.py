"""From inventory and factor rasters to what a training needs."""
