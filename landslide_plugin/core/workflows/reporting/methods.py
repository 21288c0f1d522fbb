"""The models that a report compares: their maps on thinned rasters, their scores, and what they said of the samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.model_names import NAMES
from ...model.bundle.bundle import ModelBundle, load_bundle
from ...model.bundle.files import RECORD, read_evaluation, read_files
from ...progress import Progress
from ...types.evidence import HELD_OUT, OWN, Evidence

Arrays = Mapping[str, npt.NDArray[Any]]
SAMPLES = ("labels", "xy", "folds")
"""Two bundles that agree in these were judged on the same samples and folds."""


@dataclass(frozen=True)
class Thinned:
    """Factors (cells, factors) and soil profiles of every k-th cell, and the shape they fill."""

    static: npt.NDArray[np.float32]
    profile: Optional[npt.NDArray[np.float32]]
    names: tuple[str, ...]
    shape: tuple[int, int]


@dataclass(frozen=True)
class Beside:
    """The model that others are put beside: its folder, itself, what it keeps of its samples; and where they map."""

    folder: Path
    bundle: ModelBundle
    kept: Optional[Arrays]
    thinned: Thinned


def with_methods(evidence: Evidence, folder: Path, own: Beside, progress: Progress) -> Evidence:
    """The evidence with map and scores of every bundle of a folder, and the own map on the same cells.

    Raises
    ------
    InputError
        A folder without bundles, or a bundle that needs other factors or a soil profile.
    """
    places = sorted(path for path in folder.iterdir() if (path / RECORD).is_file()) if folder.is_dir() else []
    if not places:
        raise InputError(
            f"{folder.name} holds no model bundles; choose the folder BUNDLES of 'Compare models'"
        )
    scores = read_files(own.folder)[2]
    maps, rows, samples = {OWN: _mapped(own.bundle, own.folder.name, own.thinned)}, [], dict(evidence.samples)
    for number, place in enumerate(places):
        progress.check()
        model = load_bundle(str(place))
        maps[place.name] = _mapped(model, place.name, own.thinned)
        row = _scored(model, place, scores)
        kept = read_evaluation(place)
        row["same_samples"] = bool(kept and own.kept and _same(kept, own.kept))
        held_out = f"{HELD_OUT}{model.family}"
        if row["same_samples"] and kept and held_out in kept:
            samples.setdefault(f"{HELD_OUT}{row['scored_as']}", kept[held_out])
        rows.append(row)
        progress.step((number + 1) / len(places))
    return replace(evidence, models=maps, methods=rows, samples=samples)


def _mapped(model: ModelBundle, name: str, thinned: Thinned) -> npt.NDArray[np.float32]:
    """Probability of a model on the thinned cells, in the reference scenario."""
    missing = [spec.name for spec in model.factors if spec.name not in thinned.names]
    if missing:
        raise InputError(
            f"The model {name} needs factor {', '.join(missing)}; the rasters given hold {', '.join(thinned.names)}"
        )
    if model.profile is not None and thinned.profile is None:
        raise InputError(f"The model {name} needs a soil profile; give PROFILE, or leave BUNDLES out")
    columns = [thinned.names.index(spec.name) for spec in model.factors]
    soil = thinned.profile if model.profile is not None else None
    rain = None
    if model.scenarios is not None:
        rain = model.scenarios.values[model.reference_index : model.reference_index + 1]
    p = model.predict(np.ascontiguousarray(thinned.static[:, columns]), soil, rain).mean()[:, 0]
    return np.asarray(p.reshape(thinned.shape), dtype=np.float32)


def _scored(model: ModelBundle, place: Path, own: Mapping[str, Any]) -> dict[str, Any]:
    """What a table says of a model, and the key under which it stands beside those of the own bundle."""
    metrics = read_files(place)[2]
    found = metrics.get("models", {}).get(model.family) or {}
    auroc = (found.get("spatial") or {}).get("auroc_mean")
    namesake = (own.get("models", {}).get(model.family) or {}).get("spatial")
    same = namesake is None or namesake.get("auroc_mean") == auroc
    return {
        "key": place.name,
        "family": model.family,
        "name": NAMES.get(model.family, model.family),
        "auroc": auroc,
        "scored_as": model.family if same else f"{model.family}@{place.name}",
        "scores": found,
        "curves_stored": (metrics.get("curves") or {}).get(model.family),
    }


def _same(one: Arrays, other: Arrays) -> bool:
    return all(name in one and name in other and np.array_equal(one[name], other[name]) for name in SAMPLES)
