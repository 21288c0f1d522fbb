"""Training of event models: places, days and the rain before them."""
