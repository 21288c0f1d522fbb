"""Calibration of soil on landslides: sets of values, their chances of failure, what the landslides say of them."""
