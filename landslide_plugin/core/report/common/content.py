"""What a report tells of: the model, its maps, their frame and what each class holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...evaluation.classes import ClassTable, class_table
from ...types.evidence import Evidence
from .compared import with_compared
from .model_record import ModelRecord

LAYERS = ("classes", "probability", "spread", "dem", "agreement", "safety", "inventory", "outlines")


@dataclass(frozen=True)
class MapFrame:
    """Where the previews lie.

    Attributes
    ----------
    west, south, east, north : float
        Edges of the full raster in CRS units.
    metres_per_unit : float
    crs_name : str
    cell_size_m : float
    rows, cols : int
        Shape of the full raster.
    """

    west: float
    south: float
    east: float
    north: float
    metres_per_unit: float
    crs_name: str
    cell_size_m: float
    rows: int
    cols: int


@dataclass(frozen=True)
class ReportContent:
    """Everything a report shows.

    Attributes
    ----------
    title : str
    model : ModelRecord
    classes : ClassTable
    frame : MapFrame
    layers : mapping of str to array
        Previews: ``classes`` uint8 and, where given, ``probability``, ``spread``, ``dem`` float32
        (rows, cols), all with NaN or 0 for no data; ``inventory`` float64 (n, 2) in CRS units, and ``outlines``
        (sides, 4) of x and y at both ends of each side where it holds polygons.
    evidence : Evidence
        Samples, factors, what the model listens to, and maps of other models.
    agreement : mapping of str to sequence of int
        Cells in each category of agreement, by band.
    checks : sequence of mapping
        A row a raster, as ``layer_facts.raster_facts`` gives it.
    sources : mapping of str to str
        Role and file name of each input of the report.
    place : mapping
        ``kind`` and ``words`` of where the map lies with respect to the training; empty if nobody asked.
    judged : mapping
        What the inventory says of a map elsewhere, as ``workflows.reporting.elsewhere`` gives it; empty if there is
        none or the map is of the training's area.
    date : str
        As given; empty leaves it out, so that the same inputs give the same bytes.
    """

    title: str
    model: ModelRecord
    classes: ClassTable
    frame: MapFrame
    layers: Mapping[str, npt.NDArray[Any]]
    evidence: Evidence = field(default_factory=Evidence)
    agreement: Mapping[str, Sequence[int]] = field(default_factory=dict)
    checks: Sequence[Mapping[str, Any]] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    place: Mapping[str, Any] = field(default_factory=dict)
    judged: Mapping[str, Any] = field(default_factory=dict)
    date: str = ""

    @property
    def samples(self) -> Mapping[str, npt.NDArray[Any]]:
        """What the bundle keeps of its samples, and the model's probability at them."""
        return self.evidence.samples


def load_content(job: Mapping[str, Any]) -> ReportContent:
    """Content of a report job; see ``worker.tasks.report.run`` for its keys.

    Raises
    ------
    BundleError
        The bundle lacks its scores.
    """
    folder = Path(job["folder"])

    def load(name: str) -> npt.NDArray[Any]:
        return np.asarray(np.load(folder / f"{name}.npy", allow_pickle=False))

    evidence = Evidence.from_dict(job.get("evidence", {}), load)
    own = ModelRecord(job["record"], job["metrics"])
    scores = with_compared(own.metrics, evidence.methods or [], own.family)
    return ReportContent(
        title=str(job["title"]),
        model=ModelRecord(own.record, scores),
        classes=class_table(job["cells"], job.get("landslides")),
        frame=MapFrame(**job["frame"]),
        layers=_layers(folder),
        evidence=evidence,
        agreement=dict(job.get("agreement", {})),
        checks=list(job.get("checks", [])),
        sources=dict(job.get("sources", {})),
        place=dict(job.get("place") or {}),
        judged=dict(job.get("judged") or {}),
        date=str(job.get("date", "")),
    )


def _layers(folder: Path) -> dict[str, npt.NDArray[Any]]:
    layers = {}
    for name in LAYERS:
        path = folder / f"{name}.npy"
        if path.exists():
            layers[name] = np.load(path, allow_pickle=False)
    return layers
