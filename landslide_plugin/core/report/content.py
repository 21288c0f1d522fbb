"""What a report tells of: the bundle's record, the scores, the maps and their frame."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError
from ..evaluation.classes import ClassTable, class_table
from ..evaluation.metrics import corrected_interval

LAYERS = ("classes", "probability", "spread", "dem", "inventory")
MODEL_NAMES = {
    "ensemble": "Ensemble",
    "logistic": "Logistic regression",
    "physics_alone": "Physics alone (probability of failure)",
}


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
    record : mapping
        ``bundle.json``.
    metrics : mapping
        ``metrics.json``.
    classes : ClassTable
    frame : MapFrame
    layers : mapping of str to array
        Previews: ``classes`` uint8 and, where given, ``probability``, ``spread``, ``dem`` float32
        (rows, cols), all with NaN or 0 for no data; ``inventory`` float64 (n, 2) in CRS units.
    sources : mapping of str to str
        Role and file name of each input of the report.
    coefficients : tuple of (str, float)
        Linear part of the model by input, if there is one.
    date : str
        As given; empty leaves it out, so that the same inputs give the same bytes.
    """

    title: str
    record: Mapping[str, Any]
    metrics: Mapping[str, Any]
    classes: ClassTable
    frame: MapFrame
    layers: Mapping[str, npt.NDArray[Any]]
    sources: Mapping[str, str] = field(default_factory=dict)
    coefficients: tuple[tuple[str, float], ...] = ()
    date: str = ""

    @property
    def reference(self) -> str:
        """Name of the output that carries classes and scores."""
        return str(self.metrics.get("reference_scenario", "Susceptibility"))

    @property
    def has_scenarios(self) -> bool:
        """True if the model has one output a return period."""
        return bool(self.record.get("scenarios"))

    def models(self) -> list[str]:
        """Keys of the scored models, the ensemble first."""
        scored = self.metrics["models"]
        return [key for key in MODEL_NAMES if key in scored] + sorted(set(scored) - set(MODEL_NAMES))

    def scores(self, model: str, which: str) -> Mapping[str, Any]:
        """Scores of a model: ``fit``, ``spatial`` or ``random``; empty if there are none."""
        found: Optional[Mapping[str, Any]] = self.metrics["models"][model].get(which)
        return found or {}

    def spatial_interval(self, model: str) -> tuple[float, float, float]:
        """Mean AUROC over spatial folds and its corrected 95 % interval; NaN ends for one fold."""
        scored = self.scores(model, "spatial")
        folds = [float(value) for value in scored.get("auroc_folds", [])]
        share = 1.0 / float(self.metrics["validation"]["folds"])
        if len(folds) < 2:
            return float(scored.get("auroc_mean", np.nan)), np.nan, np.nan
        return corrected_interval(folds, share)


def model_name(key: str) -> str:
    """Readable name of a scored model.

    >>> model_name("logistic"), model_name("random_forest")
    ('Logistic regression', 'Random forest')
    """
    return MODEL_NAMES.get(key, key.replace("_", " ").capitalize())


def load_content(job: Mapping[str, Any]) -> ReportContent:
    """Content of a report job; see ``report_job.run`` for its keys.

    Raises
    ------
    BundleError
        The bundle is missing, damaged or lacks its scores.
    """
    bundle = Path(job["bundle"])
    record, metrics = read_record(bundle / "bundle.json"), read_record(bundle / "metrics.json")
    for key in ("models", "validation"):
        if key not in metrics:
            raise BundleError(f"{bundle / 'metrics.json'} has no {key}; train the model again")
    return ReportContent(
        title=str(job["title"]),
        record=record,
        metrics=metrics,
        classes=class_table(job["cells"], job.get("landslides")),
        frame=MapFrame(**job["frame"]),
        layers=_layers(Path(job["folder"])),
        sources=dict(job.get("sources", {})),
        coefficients=coefficients(record),
        date=str(job.get("date", "")),
    )


def read_record(path: Path) -> Mapping[str, Any]:
    """A JSON record of a bundle; raise ``BundleError`` if it is missing or damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BundleError(f"{path.parent} has no {path.name}; choose the folder of a trained model") from None
    except (OSError, ValueError) as error:
        raise BundleError(f"{path} cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise BundleError(f"{path} does not hold a record; train the model again")
    return found


def _layers(folder: Path) -> dict[str, npt.NDArray[Any]]:
    found = {}
    for name in LAYERS:
        path = folder / f"{name}.npy"
        if path.exists():
            found[name] = np.load(path, allow_pickle=False)
    return found


def coefficients(record: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    """Inputs and coefficients of a bundle's linear part; none if it has no such part."""
    linear, columns = record.get("linear"), record.get("columns")
    if not linear or not columns or len(columns) != len(linear["factors"]):
        return ()
    return tuple((str(name), float(value)) for name, value in zip(columns, linear["factors"]))
