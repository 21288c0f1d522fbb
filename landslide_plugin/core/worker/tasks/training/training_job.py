"""Read a training job: plain values and the arrays beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....model.bivariate.area_cells import AreaCells, AreaCounts
from ....model.fitting.data import Cells, TrainingData
from ....model.fitting.prior import pf_from_fs
from ....types.factors import FactorSpec
from ....types.profile import ProfileColumns
from ....types.scenarios import TriggerScenarios

Array = npt.NDArray[Any]
SAMPLING = ("row_weights", "offsets", "sampled")


def read_job(job: Mapping[str, Any]) -> TrainingData:
    """Training data of a job.

    Parameters
    ----------
    job : mapping
        ``folder`` holds the arrays (``static.npy``, ``labels.npy``, ``xy.npy``, ``groups.npy`` and what
        else is known); ``factors``, ``profile``, ``scenarios`` and ``reference_period_yr`` say what
        their columns are, and ``unit`` what their rows are if they are no cells.

    Raises
    ------
    InputError
        A missing or unreadable array, or shapes that do not fit each other.
    """
    folder = Path(job["folder"])
    scenarios = _scenarios(job.get("scenarios"))
    extra = _load(folder, "extra_static")
    targets = _load(folder, "targets")
    cells = _cells(folder, "", _required(folder, "static"))
    if scenarios is not None and cells.triggers is not None:
        scenarios = mean_scenarios(scenarios, cells.triggers)
    xy = _required(folder, "xy").astype(np.float64)
    sampling: dict[str, Any] = {
        name: known for name in SAMPLING if (known := _load(folder, name)) is not None
    }
    return TrainingData(
        specs=tuple(_spec(entry) for entry in job["factors"]),
        cells=cells,
        labels=_required(folder, "labels").astype(np.int8),
        xy=xy,
        groups=_required(folder, "groups").astype(np.int32),
        soil=ProfileColumns.from_dict(job["profile"]) if job.get("profile") else None,
        scenarios=scenarios,
        reference=scenarios.reference(job.get("reference_period_yr")) if scenarios else 0,
        event_period_yr=_load(folder, "event_period"),
        targets=targets,
        extra=None if extra is None else _cells(folder, "extra_", extra),
        regions=_load(folder, "regions"),
        fold_codes=_load(folder, "fold_codes"),
        outdated=_load(folder, "outdated"),
        map_xy=_load(folder, "map_xy"),
        events=_load(folder, "events"),
        event_triggers=_load(folder, "event_triggers"),
        ground=_area(folder, "area_", xy, job.get("area_counter")),
        background=_area(folder, "background_", xy),
        units=bool(job.get("unit")),
        **sampling,
    )


def _area(
    folder: Path, prefix: str, xy: npt.NDArray[np.float64], counter: Optional[AreaCounts] = None
) -> Optional[AreaCells]:
    """Cells of the area, where the job holds them; a job of this very process may bring who counts them all."""
    static = _load(folder, f"{prefix}static")
    if static is None:
        return None
    places, weight = _required(folder, f"{prefix}xy"), float(_required(folder, f"{prefix}weight")[0])
    return AreaCells.beside(static.astype(np.float32), places, xy, weight=weight, counter=counter)


def _cells(folder: Path, prefix: str, static: Array) -> Cells:
    fs, pf = _load(folder, f"{prefix}prior_fs"), _load(folder, f"{prefix}prior_pf")
    if pf is None and fs is not None:
        pf = pf_from_fs(fs)
    profile, triggers = _load(folder, f"{prefix}profile"), _load(folder, f"{prefix}triggers")
    return Cells(static.astype(np.float32), profile, pf, fs, triggers)


def mean_scenarios(scenarios: TriggerScenarios, triggers: Array) -> TriggerScenarios:
    """The scenarios with the mean of the cells' own triggers (n, scenarios, columns).

    >>> rain = TriggerScenarios((10.0,), ("intensity_mm_h",), np.array([[5.0]]))
    >>> mean_scenarios(rain, np.array([[[20.0]], [[40.0]]])).values.tolist()
    [[30.0]]
    """
    mean = np.clip(triggers.mean(axis=0), triggers.min(axis=0), triggers.max(axis=0))
    return replace(scenarios, values=mean)


def _spec(entry: Mapping[str, Any]) -> FactorSpec:
    names = entry.get("categories") or None
    return FactorSpec(
        entry["name"],
        entry.get("kind", "continuous"),
        entry.get("unit", ""),
        entry.get("transform", "none"),
        {int(code): str(name) for code, name in names.items()} if names else None,
    )


def _scenarios(stored: Optional[Mapping[str, Any]]) -> Optional[TriggerScenarios]:
    return TriggerScenarios.from_dict(stored) if stored else None


def _required(folder: Path, name: str) -> Array:
    values = _load(folder, name)
    if values is None:
        raise InputError(f"The training job holds no {name}.npy")
    return values


def _load(folder: Path, name: str) -> Optional[Array]:
    path = folder / f"{name}.npy"
    if not path.exists():
        return None
    try:
        return np.asarray(np.load(path, allow_pickle=False))
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name} of the training job cannot be read: {error}") from None
