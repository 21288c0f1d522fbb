"""What the columns of every sequence can tell, whichever sequence it is."""

from __future__ import annotations

from typing import Any, Protocol


class SequenceColumns(Protocol):
    """Columns of sequences (rows, steps, properties): layers of soil over depth, or steps of rain over time.

    Examples
    --------
    >>> from landslide_plugin.core.types.profile import ProfileColumns
    >>> from landslide_plugin.core.types.rain import RainColumns
    >>> both = [ProfileColumns((0.5, 2.0), ("cohesion_kpa",)), RainColumns(6.0, 20)]
    >>> [columns.shape for columns in both], [columns.label(0) for columns in both]
    ([(2, 1), (20, 1)], ['0-0.5 m', '120 to 114 h before the end'])
    """

    @property
    def properties(self) -> tuple[str, ...]:
        """Names with units, such as ``cohesion_kpa`` or ``rain_mm``."""

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of steps and of properties."""

    def require_same(self, sequence: Any) -> None:
        """Raise ``InputError`` if a sequence has other steps or properties than these columns."""

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""

    def label(self, step: int) -> str:
        """What a step is called, such as ``0.5-2 m`` or ``6 to 0 h before the end``."""
