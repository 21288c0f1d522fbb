"""Algorithms that make inputs ready: terrain factors, soil profile, trigger scenarios, checks."""
