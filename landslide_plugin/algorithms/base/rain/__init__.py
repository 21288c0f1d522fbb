"""Rain over time as an input: what a dialog asks of its files."""
