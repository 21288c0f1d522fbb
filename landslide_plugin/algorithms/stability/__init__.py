"""The algorithm that computes the factor of safety."""
