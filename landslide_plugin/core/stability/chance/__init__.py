"""Probability of failure where the point estimate does not reach: sampling, and lines through the failing tail."""
