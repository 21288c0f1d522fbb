"""Trigger scenarios from rain records: annual maxima, return levels, intensity-duration-frequency formulas."""
