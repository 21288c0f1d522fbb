"""A map read as danger: which of its ends is the dangerous one, told by whoever made it, never by landslides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import without_bodies
from ...io.assessed import FS_CAP, assessed_probability, assessed_safety, resolved_to
from ...io.raster import RasterSource
from ...types.arrays import Cells, Floats, Surface
from .survey import Survey

End = Literal["high", "low"]
LOW_IS_DANGEROUS = ("factor of safety", "reliability", "shortest t at which p")
HIGH_IS_DANGEROUS = (
    "probability of failure",
    "landslide susceptibility",
    "relative intensity of landslides",
    "landslide probability a year",
    "expert index",
    "p at the",
)


def dangerous_end(source: RasterSource, band: int, asked: str, parameter: str) -> End:
    """Which end of a band is dangerous.

    Parameters
    ----------
    asked : {"auto", "high", "low"}
        With ``auto`` the metadata of band and raster must name a known quantity.
    parameter : str
        Key of the parameter, for the message.

    Raises
    ------
    InputError
        Not asked for and not known.
    """
    if asked in ("high", "low"):
        return "low" if asked == "low" else "high"
    quantity = source.bands[band].metadata.get("QUANTITY", "") or source.metadata.get("QUANTITY", "")
    said = quantity.strip().lower()
    if said.startswith(LOW_IS_DANGEROUS) or (not said and FS_CAP in source.metadata):
        return "low"
    if said.startswith(HIGH_IS_DANGEROUS) or said == "class":
        return "high"
    found = f"its metadata call it {quantity!r}" if quantity else "its metadata name no quantity"
    raise InputError(
        f"{parameter} is auto, but which end of {source.name} is dangerous is not known ({found}); set {parameter} "
        "to high (as of a probability) or low (as of a factor of safety)"
    )


@dataclass(frozen=True)
class DangerMap:
    """A band whose values rise or fall with danger.

    Attributes
    ----------
    source : RasterSource
    band : int
        From 0.
    end : {"high", "low"}
        The dangerous one.
    survey : Survey or None
        Ground that counts; elsewhere the map is read as if it had no value.
    title : str
        What the map is called; file and band if empty.
    """

    source: RasterSource
    band: int
    end: End
    survey: Optional[Survey] = None
    title: str = ""

    @property
    def name(self) -> str:
        """What the map is called."""
        return (
            self.title
            or f"{self.source.name} ({self.source.bands[self.band].name or f'band {self.band + 1}'})"
        )

    @property
    def quantity(self) -> str:
        """What the metadata say the band holds; empty if nothing."""
        said = self.source.bands[self.band].metadata.get("QUANTITY", "")
        return said or self.source.metadata.get("QUANTITY", "")

    @property
    def resolved(self) -> float:
        """Smallest probability that the map tells from smaller ones; 0 if it does not say."""
        return resolved_to(self.source.metadata)

    def read(self, first_row: int, rows: int) -> Surface:
        """Values (rows, cols), NaN where nothing was assessed or surveyed."""
        values = self._assessed(self.source.read(self.band, first_row, rows))
        if self.survey is not None and not self.survey.everywhere:
            values[~self.survey.rows(first_row, rows)] = np.nan
        return values

    def at(self, rows: Cells, cols: Cells) -> Surface:
        """Values (n,) of cells."""
        values = self._assessed(self.source.values_at(rows, cols, [self.band])[:, 0])
        if self.survey is not None and not self.survey.everywhere:
            values = np.where(self.survey.at(rows, cols), values, np.float32(np.nan))
        return values

    def _assessed(self, values: Surface) -> Surface:
        said = self.quantity.lower()
        if said.startswith("factor of safety") or (not said and FS_CAP in self.source.metadata):
            return assessed_safety(values, self.source.metadata)
        if said.startswith("probability of failure"):
            return assessed_probability(values, self.source.metadata)
        if said.startswith("class"):
            return without_bodies(values, self.source.metadata)
        return values

    def score(self, values: Surface) -> Floats:
        """Values turned so that higher is more dangerous."""
        turned = np.asarray(values, dtype=np.float64)
        return -turned if self.end == "low" else turned
