"""The network in NumPy, as maps are drawn with it."""
