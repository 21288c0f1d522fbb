"""From a bundle and factor rasters to the rasters of a map."""
