"""Algorithms that present results: report, publication figure, map sheet."""
