"""What every file of rain over time can tell, before it is known what its numbers mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Protocol

from ...types.arrays import Floats, Moments
from .frame import Frame


@dataclass(frozen=True)
class Stamps:
    """When the layers of a file are.

    Attributes
    ----------
    times : datetime64[s] array (layers,)
        As stamped, on the clock of the file.
    starts, ends : datetime64[s] array (layers,) or None
        When each step begins and ends, where the file says it.
    whole_days : bool
        Whether the stamps are days without an hour.
    in_utc : bool
        Whether the file says so; an offset does not apply then.
    """

    times: Moments
    starts: Optional[Moments] = None
    ends: Optional[Moments] = None
    whole_days: bool = False
    in_utc: bool = False


class RainLayers(Protocol):
    """Layers of rain in a file or folder, read as they are stored."""

    @property
    def name(self) -> str:
        """What messages call them."""

    @property
    def facts(self) -> LayerFacts:
        """Where and when the layers are, and in what unit."""

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """Stored cells (rows, cols) of a layer from first row and rows, first column and columns; NaN for no-data."""

    def close(self) -> None:
        """Let go of all files."""


@dataclass(frozen=True)
class LayerFacts:
    """Where and when layers are.

    Attributes
    ----------
    frame : Frame
    stamps : Stamps or None
        None where nothing in the file tells the time.
    count : int
        Number of layers.
    unit : str
        As the file writes it; empty if it does not.
    is_sum : bool
        Whether the file says that each number is the sum over its own step.
    variable : str
        Name of the variable, where layers are of one.
    """

    frame: Frame
    stamps: Optional[Stamps]
    count: int
    unit: str = field(default="")
    is_sum: bool = False
    variable: str = ""
