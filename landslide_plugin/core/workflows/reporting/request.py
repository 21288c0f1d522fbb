"""From rasters and an inventory on disk to a report job and its arrays."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...io.assessed import assessed_safety
from ...io.raster import RasterSource, crs_name, metres_per_unit, require_marks_declared, require_on_grid
from ...model.bundle.unit import require_cells, unit_of
from ...progress import Progress
from ...report.common.model_record import ModelRecord
from ...report.common.statements import require_own_map
from ...requirements import require_folder
from ...types.features import FeatureSet
from ...types.window import extent_of
from ..mapping.place import HOME, UNKNOWN, Place, place_of
from .companions import ELEVATION
from .elsewhere import scored_here
from .layer_facts import raster_facts
from .preview import (
    as_classes,
    count_agreement,
    count_classes,
    count_landslides,
    frame_of,
    landslide_marks,
    landslide_outlines,
    landslides_of,
    preview,
    preview_cells,
)

Arrays = dict[str, npt.NDArray[Any]]
ROLES = {
    "probability": "Probability",
    "spread": "Standard deviation",
    "dem": "DEM",
    "agreement": "Agreement",
    "safety": "Factor of safety",
}


@dataclass(frozen=True)
class ReportRequest:
    """What a report is asked to show.

    Attributes
    ----------
    model : ModelRecord
    model_name : str
        How the report calls the model, also in its title if none is given.
    classes : str
        Class raster of its map.
    output : str
        HTML file to write.
    title : str
        Name of the study area.
    probability, spread, dem, agreement, safety : str or None
        Rasters on the grid of the class raster; the last is the factor of safety.
    factors : sequence of str
        Factor rasters, for the list of inputs alone.
    inventory : FeatureSet or None
    label_field : str or None
        Field with 1 for landslides, if the inventory also holds stable places; that of the training
        if not given and the inventory has it.
    """

    model: ModelRecord
    model_name: str
    classes: str
    output: str
    title: str = ""
    probability: Optional[str] = None
    spread: Optional[str] = None
    dem: Optional[str] = None
    agreement: Optional[str] = None
    safety: Optional[str] = None
    factors: Sequence[str] = ()
    inventory: Optional[FeatureSet] = None
    label_field: Optional[str] = None


def prepare(request: ReportRequest, progress: Progress) -> tuple[dict[str, Any], Arrays]:
    """The job of the worker's task ``report`` and its arrays; reads every raster in strips.

    Raises
    ------
    InputError, GridMismatch
        A wrong class raster, grid or inventory, or an output folder that is not there.
    """
    require_folder(request.output)
    require_cells(unit_of(request.model.record), request.model_name)
    landslides: Optional[Sequence[int]] = None
    with RasterSource(request.classes) as classes:
        require_own_map(request.model.record, classes.metadata.get("BUNDLE", ""), request.model_name)
        cells = count_classes(classes, progress)
        checks = [raster_facts("Classes", classes)]
        agreement: dict[str, list[int]] = {}
        arrays: Arrays = {"classes": as_classes(preview(classes), classes.name, classes.metadata)}
        sources = {"Model": request.model_name, "Classes": classes.name}
        for role, path in (
            ("probability", request.probability),
            ("spread", request.spread),
            ("dem", request.dem),
            ("agreement", request.agreement),
            ("safety", request.safety),
        ):
            if path:
                with RasterSource(path, classes.grid) as source:
                    require_on_grid(classes.grid, source)
                    require_marks_declared(source)
                    band = _band(source, request.model.reference, role)
                    shown = preview(source, band)
                    arrays[role] = assessed_safety(shown, source.metadata) if role == "safety" else shown
                    sources[ROLES[role]] = source.name
                    checks.append(raster_facts(ROLES[role], source, band))
                    if role == "agreement":
                        agreement = {
                            each.name or f"Band {i + 1}": count_agreement(source, i).tolist()
                            for i, each in enumerate(source.bands)
                        }
        for path in request.factors:
            with RasterSource(path, classes.grid) as source:
                checks.append(raster_facts("Factors", source))
        if request.inventory is not None:
            field = _label_field(request, progress)
            slides = landslides_of(request.inventory, field, classes.grid.crs_wkt)
            landslides = count_landslides(classes, slides).tolist()
            arrays["inventory"] = landslide_marks(slides, classes.grid)
            arrays.update(_outlines(slides))
            sources["Inventory"] = request.inventory.name
        mapped = extent_of(classes.grid, arrays["classes"] > 0, *preview_cells(classes.grid))
        place = place_of(request.model.record.get("grid"), classes.grid, mapped)
        judged = None
        if request.inventory is not None and place.kind not in (HOME, UNKNOWN):
            judged = _judged(request, classes, place, progress)
        unit = metres_per_unit(classes.grid.crs_wkt)
        job = {
            "record": request.model.record,
            "metrics": request.model.metrics,
            "output": request.output,
            "title": request.title or f"Landslide susceptibility by '{request.model_name}'",
            "cells": cells.tolist(),
            "landslides": landslides,
            "agreement": agreement,
            "checks": checks,
            "frame": frame_of(classes.grid, unit, crs_name(classes.grid.crs_wkt)),
            "sources": sources,
            "place": {"kind": place.kind, "words": place.words},
            "judged": judged,
        }
    return job, {name: np.ascontiguousarray(array) for name, array in arrays.items()}


def _outlines(slides: FeatureSet) -> Arrays:
    """Outlines of landslides that are polygons, under their name; nothing of points."""
    sides = landslide_outlines(slides)
    return {"outlines": sides} if len(sides) else {}


def _judged(
    request: ReportRequest, classes: RasterSource, place: Place, progress: Progress
) -> dict[str, Any]:
    """What the inventory says of a map that leaves the area of the training."""
    said = str(request.model.record.get("provenance", {}).get("probability_of", ""))
    with ExitStack() as stack:
        probability, band = None, 0
        if request.probability:
            probability = stack.enter_context(RasterSource(request.probability, classes.grid))
            band = _band(probability, request.model.reference)
        found = scored_here(
            classes,
            probability,
            band,
            request.inventory or FeatureSet((), ""),
            _label_field(request, progress),
            place=place,
            one_a_landslide=said.startswith("landslides"),
            progress=progress,
        )
    return {name: _plain(value) for name, value in found.items()}


def _plain(value: Any) -> Any:
    """The value, or None for a number that JSON has no word for."""
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _label_field(request: ReportRequest, progress: Progress) -> Optional[str]:
    """The label field asked for, else that of the training if the inventory has it."""
    trained = str(request.model.record.get("provenance", {}).get("label_field", ""))
    if request.label_field or request.inventory is None or trained not in request.inventory.attributes:
        return request.label_field
    progress.info(f"Landslides are the features with {trained} = 1, as in training")
    return trained


def _band(source: RasterSource, reference: str, role: str = "") -> int:
    """Index of the reference scenario's band, of a DEM that of the elevation; the first if no band has its name."""
    names = [band.name for band in source.bands]
    wanted = ELEVATION if role == "dem" else reference
    return names.index(wanted) if wanted in names else 0
