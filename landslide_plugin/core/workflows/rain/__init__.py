"""Rain of samples: series from stacks, gauges and tables, their sums, and thresholds read from them."""
