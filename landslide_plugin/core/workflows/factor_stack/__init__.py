"""From a DEM and layers beside it to the stack of terrain factors."""
