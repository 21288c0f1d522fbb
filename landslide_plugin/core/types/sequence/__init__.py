"""What carries a sequence, be it layers of soil over depth or steps of rain over time."""

from .columns import SequenceColumns

__all__ = ["SequenceColumns"]
