"""The chapter of the area: layers, distributions, soil and stability."""
