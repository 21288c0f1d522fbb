"""What is read from finished maps: comparisons, zones, curves, field points, depths."""
