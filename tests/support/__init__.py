"""Helpers of tests; nothing here is a test."""
