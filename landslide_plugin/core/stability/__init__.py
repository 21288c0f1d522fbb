"""Slope stability: stresses, pore pressure, factor of safety and probability of failure."""
