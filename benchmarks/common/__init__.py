"""What benchmarks share: the table of results, data, peers."""
