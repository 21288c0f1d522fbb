"""Tests, lint and the layer law."""
