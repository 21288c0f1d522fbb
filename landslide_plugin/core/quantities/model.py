"""Quantities of the model part."""

from .quantity import Quantity

MODEL: tuple[Quantity, ...] = ()
