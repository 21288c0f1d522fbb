"""Exposure: lengths, counts and release areas that are known."""
