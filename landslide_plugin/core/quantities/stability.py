"""Quantities of the stability part."""

from .quantity import Quantity

STABILITY: tuple[Quantity, ...] = ()
