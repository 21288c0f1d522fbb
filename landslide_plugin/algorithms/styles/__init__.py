"""How layers look: rasters, points and polygons."""
