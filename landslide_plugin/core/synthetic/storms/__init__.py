"""A made-up area hit by ten storms: where and when its landslides come is known by law."""

from .area import StormArea, StormSamples, ten_storms

__all__ = ["StormArea", "StormSamples", "ten_storms"]
