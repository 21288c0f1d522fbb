"""The chapter of the result: scores, zoning, map, classes, uncertainty, methods."""
