"""Tests of rain records, return levels and storms."""
