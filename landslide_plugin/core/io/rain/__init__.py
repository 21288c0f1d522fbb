"""Rain from files: raster stacks over time, gauges, and tables of series."""
