"""A made-up mountain area with everything the product can use, the same to the last digit each time."""

from .andes import SyntheticArea, synthetic_andes

__all__ = ["SyntheticArea", "synthetic_andes"]
