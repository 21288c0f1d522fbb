"""Shallow landslides of South Tyrol in space and time, 2012 to 2021 (Moreno et al. 2025): samples, rain, folds."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from landslide_plugin.core.io.rain.series_table import read_series
from landslide_plugin.core.io.table import read_cells
from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year, storms_of_days
from landslide_plugin.core.samples.folds import kmeans_folds, random_folds
from landslide_plugin.core.types.factors import FactorSpec

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", REPOSITORY.parent / "shared"))
FOLDER = SHARED / "data" / "study" / "south_tyrol_events"
SPECS = (
    FactorSpec("slope", "continuous", "deg"),
    FactorSpec("standheight", "continuous", "m"),
    FactorSpec("mean_prec", "continuous", "mm"),
    FactorSpec("forest", "categorical"),
    FactorSpec("geology", "categorical"),
)
FIRST_SEALED = 2020
PUBLISHED = {"random": 0.929, "k-means": 0.927, "lithology": 0.937, "month": 0.886, "year": 0.881}
"""AUROC of the functional additive model: median over all folds of the first two, mean of the others."""
FEW = 10

Folds = npt.NDArray[np.intp]


@dataclass(frozen=True)
class SouthTyrol:
    """The table and what its protocols need.

    Attributes
    ----------
    samples : EventSamples
    xy : float64 array (n, 2)
    """

    samples: EventSamples
    xy: npt.NDArray[np.float64]

    @property
    def lithology(self) -> npt.NDArray[np.intp]:
        """Geology code (n,)."""
        return self.samples.rows.static[:, len(SPECS) - 1].astype(np.intp)

    @property
    def month(self) -> npt.NDArray[np.intp]:
        """Month (n,), 1 to 12."""
        return np.asarray(self.samples.days.astype("M8[M]").astype(np.intp) % 12 + 1)

    def without_lithology(self) -> EventSamples:
        """The samples without their geology: a class never seen has no coefficient."""
        rows = self.samples.rows
        fewer = EventRows(rows.static[:, :-1], rows.rain_mm, rows.day_of_year)
        return replace(self.samples, rows=fewer, specs=SPECS[:-1])

    def folds(self, protocol: str, repeat: int) -> Folds:
        """Folds (n,) of a published protocol."""
        own = {"lithology": self.lithology, "month": self.month, "year": self.samples.years}
        if protocol in own:
            return np.unique(own[protocol], return_inverse=True)[1].ravel()
        alone = np.arange(len(self.samples))
        if protocol == "random":
            return random_folds(self.samples.labels, alone, 10, repeat)
        return kmeans_folds(self.xy, alone, 10, repeat)


def south_tyrol() -> SouthTyrol:
    """Read the table; raise ``FileNotFoundError`` where the study data are not there."""
    if not FOLDER.is_dir():
        raise FileNotFoundError(
            f"{FOLDER} is not there; set LANDSLIDE_SHARED to the folder of the study data"
        )
    header, *body = read_cells(str(FOLDER / "samples.csv"), "Samples")
    column = {name: [row[place] for row in body] for place, name in enumerate(header)}
    ids, series = read_series(str(FOLDER / "rain_hourly_mm.csv.gz"))
    if list(ids) != column["id"]:
        raise ValueError("The rain is not that of the samples, row by row")
    days = np.array(column["date"], "M8[D]")
    static = np.array([[float(one) for one in column[spec.name]] for spec in SPECS], np.float32).T
    samples = EventSamples(
        rows=EventRows(static, series.rain_mm, day_of_year(days)),
        specs=SPECS,
        rain=series.columns,
        labels=np.array([int(one) for one in column["landslide"]], np.int8),
        days=days,
        storms=storms_of_days(days),
    )
    xy = np.array([[float(x), float(y)] for x, y in zip(column["x"], column["y"])])
    return SouthTyrol(samples, xy)
