"""Quantities of the terrain part."""

from .quantity import Quantity

TERRAIN: tuple[Quantity, ...] = ()
