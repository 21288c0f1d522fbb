"""Benchmarks of ``make bench``, a topic a file."""
