"""Features with a date, a label, factors and rain become the samples of an event model."""
