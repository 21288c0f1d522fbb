"""From soil rasters or a table by lithology to a soil depth profile."""
