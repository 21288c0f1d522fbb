"""Gathering what a report shows beside scores and maps: samples, what the model listens to, maps of other models.

The model runs here in NumPy, on samples of its bundle and on thinned rasters, so that memory does not grow with
the area.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.profile import read_profile
from ...io.raster import RasterSource, require_on_grid
from ...model.bundle.bundle import ModelBundle, load_bundle
from ...model.bundle.files import read_evaluation
from ...model.explain import response as explain
from ...model.explain.response_curves import response_curves
from ...progress import Progress
from ...types.evidence import Evidence
from ...types.grid import Grid, Strip
from .methods import Beside, Thinned, with_methods
from .preview import stride

Arrays = dict[str, npt.NDArray[Any]]
METHOD_SIDE = 280
FACTOR_SIDE = 500
OVERVIEW = ("slope", "lithology", "distance_faults")


@dataclass(frozen=True)
class EvidenceSources:
    """Where evidence comes from.

    Attributes
    ----------
    bundle : Path
    grid : Grid
        That of the class raster; every raster must hold its cells, and may hold more.
    factors : sequence of str
        Factor rasters; may be empty.
    profile : str or None
        Soil profile raster.
    bundles : Path or None
        Folder with a bundle of each model compared.
    """

    bundle: Path
    grid: Grid
    factors: Sequence[str] = ()
    profile: Optional[str] = None
    bundles: Optional[Path] = None


def gather(sources: EvidenceSources, progress: Progress) -> Evidence:
    """All evidence that bundle and rasters allow; what is missing is left out.

    Raises
    ------
    InputError, GridMismatch, BundleError
        A raster on another grid, a folder without bundles, or a bundle that needs other factors.
    """
    bundle = load_bundle(str(sources.bundle))
    kept = read_evaluation(sources.bundle)
    evidence = _of_samples(bundle, kept, progress.part(0.0, 0.4)) if kept else Evidence()
    progress.check()
    if sources.factors:
        with ExitStack() as stack:
            factors = stack.enter_context(FactorSources(sources.factors, within=sources.grid))
            sources.grid.require_same(factors.grid, factors.rasters[0].name)
            factors.match(bundle.factors)
            profile = None
            if sources.profile:
                profile = stack.enter_context(RasterSource(sources.profile, sources.grid))
                require_on_grid(sources.grid, profile)
            evidence = _with_overview(evidence, factors)
            thinned = _thin(factors, profile, METHOD_SIDE, progress.part(0.4, 0.6))
            evidence = replace(evidence, ranges=_ranges(bundle, thinned))
            if sources.bundles is not None:
                beside = Beside(sources.bundle, bundle, kept, thinned)
                evidence = with_methods(evidence, sources.bundles, beside, progress.part(0.6, 1.0))
    elif sources.bundles is not None:
        raise InputError(
            "Maps of the models compared need the factor rasters; give FACTORS, or leave BUNDLES out"
        )
    progress.step(1.0)
    return evidence


def _of_samples(bundle: ModelBundle, kept: Arrays, progress: Progress) -> Evidence:
    """Samples as the bundle keeps them, the model's probability at them, and what it listens to there."""
    cells = explain.CellInputs(kept["static"], kept.get("profile"))
    p = explain.mean_probability(bundle, cells)
    usable = np.isfinite(p).all(axis=1)
    soil = None if cells.profile is None else cells.profile[usable]
    some = explain.CellInputs(cells.static[usable], soil)
    fs = kept["prior_fs"][usable] if "prior_fs" in kept else None
    reliance = explain.reliance(bundle, some)
    progress.step(0.4)
    saliency = explain.saliency(bundle, some)
    progress.step(0.8)
    return Evidence(
        samples={**kept, "p": p.astype(np.float32)},
        reliance=reliance,
        saliency=saliency,
        triggers=explain.trigger_response(bundle, some),
        curves=explain.typical_curves(bundle, some, kept["xy"][usable], fs),
        responses=response_curves(bundle, some, kept["labels"][usable]),
    )


def _thin(factors: FactorSources, profile: Optional[RasterSource], side: int, progress: Progress) -> Thinned:
    """Every k-th row and column of all factors, read a row at a time."""
    step, grid = stride(factors.grid, side), factors.grid
    rows = range(min(step // 2, grid.rows - 1), grid.rows, step)
    first = min(step // 2, grid.cols - 1)
    static, soil = [], []
    for number, row in enumerate(rows):
        progress.check()
        stack = factors.read(factors.specs, Strip(row, row + 1, 0, 0))
        static.append(stack.values[:, 0, first::step])
        if profile is not None:
            soil.append(read_profile(profile, row, 1).values[:, :, 0, first::step])
        progress.step((number + 1) / len(rows))
    table = np.stack(static, axis=1)
    return Thinned(
        np.ascontiguousarray(table.reshape(len(table), -1).T),
        None if profile is None else np.ascontiguousarray(_cells_first(np.stack(soil, axis=2))),
        tuple(spec.name for spec in factors.specs),
        (len(rows), table.shape[2]),
    )


def _cells_first(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    layers, properties = values.shape[:2]
    return np.moveaxis(values.reshape(layers, properties, -1), 2, 0)


def _with_overview(evidence: Evidence, factors: FactorSources) -> Evidence:
    """The evidence with previews of the factors that an overview of a study area shows."""
    step, grid = stride(factors.grid, FACTOR_SIDE), factors.grid
    shown = [spec for spec in factors.specs if spec.name in OVERVIEW]
    if not shown:
        return evidence
    rows = range(min(step // 2, grid.rows - 1), grid.rows, step)
    first = min(step // 2, grid.cols - 1)
    lines = [factors.read(shown, Strip(row, row + 1, 0, 0)).values[:, 0, first::step] for row in rows]
    previews = {spec.name: np.stack([line[number] for line in lines]) for number, spec in enumerate(shown)}
    overview = [
        {
            "name": spec.name,
            "unit": spec.unit,
            "kind": spec.kind,
            "categories": {str(code): name for code, name in (spec.categories or {}).items()},
        }
        for spec in shown
    ]
    return replace(evidence, factors=previews, overview=overview)


def _ranges(bundle: ModelBundle, thinned: Thinned) -> list[dict[str, Any]]:
    """Range of each factor in training and on the map, and the share of the map outside the former."""
    rows = []
    trained = bundle.facts.ranges or {}
    for spec in bundle.factors:
        if spec.name not in thinned.names:
            continue
        values = thinned.static[:, thinned.names.index(spec.name)]
        known = values[np.isfinite(values)]
        low, high = trained.get(spec.name, (None, None))
        if known.size and spec.kind == "categorical":
            rows.append(_classes(bundle, spec.name, known))
        if not known.size or low is None or spec.kind != "continuous":
            continue
        outside = float(((known < low) | (known > high)).mean())
        here = (float(known.min()), float(known.max()))
        rows.append(
            {"name": spec.name, "unit": spec.unit, "trained": [low, high], "map": here, "outside": outside}
        )
    return rows


def _classes(bundle: ModelBundle, name: str, known: npt.NDArray[Any]) -> dict[str, Any]:
    """How many classes of a factor the training and the map hold, and the share of cells of a class not trained."""
    trained = next(f.codes for f in bundle.ensemble.encoder.factors if f.spec.name == name)
    codes = known.astype(np.int64)
    outside = float((~np.isin(codes, trained)).mean())
    return {
        "name": name,
        "unit": "",
        "trained": [len(trained)],
        "map": [len(np.unique(codes))],
        "outside": outside,
    }
