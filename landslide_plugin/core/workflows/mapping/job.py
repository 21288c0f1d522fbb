"""A map as one file of paths and plain values: drawn whole in this process, or tile by tile anywhere.

Tiles are maps of their own by the same function as a whole map, and a cell's result depends on that cell
alone, so tiles joined equal the whole to the last bit on machines of one kind.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

from ...errors import InputError
from ...evaluation.classes import class_style
from ...io.factors import FactorSources
from ...io.raster import RasterSource
from ...io.triggers import read_map_scenarios
from ...model.bundle.bundle import ModelBundle, load_bundle
from ...model.bundle.unit import require_cells
from ...progress import SILENT, Progress
from ...types.scenarios import TriggerScenarios
from .kinds.context import ClassColours, MapContext
from .kinds.reasons import APPLICABILITY
from .kinds.table import require_known
from .request import DEFAULT_MEMORY_MIB, MapOptions
from .run import MapSummary, check_map_inputs, map_susceptibility


@dataclass(frozen=True)
class MapJob:
    """What to map, as a JSON file says it; paths are absolute or relative to that file.

    Attributes
    ----------
    bundle : str
    factors : tuple of str
    targets : mapping of str to str
        Rasters to write, by the names of their kinds, see ``kinds.table``.
    profile, scenarios, factor_of_safety, probability_of_failure : str or None
    bounds : tuple of float or None
        West, south, east and north of the part to map, in the rasters' CRS.
    memory_mib : float
        What each process may use.
    any_cell_size, conditional, cloud_optimised : bool
        As in ``MapOptions``.
    palette : str
        Colours of the classes, by their name in the style data.
    unseen : str
        As in ``MapOptions``; the area of applicability must be among the targets to show where.
    provenance : mapping of str to str
        What the metadata of every raster says besides.
    """

    bundle: str
    factors: tuple[str, ...]
    targets: Mapping[str, str]
    profile: Optional[str] = None
    scenarios: Optional[str] = None
    factor_of_safety: Optional[str] = None
    bounds: Optional[tuple[float, float, float, float]] = None
    memory_mib: float = DEFAULT_MEMORY_MIB
    any_cell_size: bool = False
    conditional: bool = False
    cloud_optimised: bool = False
    palette: str = "default"
    unseen: str = "empty"
    provenance: Mapping[str, str] = field(default_factory=dict)
    probability_of_failure: Optional[str] = None

    def __post_init__(self) -> None:
        require_known(self.targets)
        if self.unseen == "nearest" and APPLICABILITY not in self.targets:
            raise InputError(
                "Cells of unseen classes are mapped as the nearest known class only where a raster shows which they "
                "are; ask for the area of applicability (APPLICABILITY) too"
            )
        if len(set(map(os.path.realpath, self.targets.values()))) < len(self.targets):
            raise InputError("Two maps have the same path; give each a path of its own")

    @classmethod
    def read(cls, path: str) -> MapJob:
        """The job of a JSON file.

        Raises
        ------
        InputError
            The file cannot be read, lacks something or holds something unknown.
        """
        try:
            stored: dict[str, Any] = dict(json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, RecursionError) as error:
            raise InputError(f"Map job {path} cannot be read: {error}") from None
        allowed = [each.name for each in fields(cls)]
        unknown = sorted(set(stored) - set(allowed))
        missing = [name for name in ("bundle", "factors", "targets") if not stored.get(name)]
        if unknown or missing:
            problem = f"has no {', '.join(missing)}" if missing else f"holds {', '.join(unknown)}"
            raise InputError(f"Map job {path} {problem}; it may hold {', '.join(allowed)}")
        folder = Path(path).resolve().parent
        for name in ("bundle", "profile", "scenarios", "factor_of_safety", "probability_of_failure"):
            if stored.get(name):
                stored[name] = str(folder / stored[name])
        stored["factors"] = tuple(str(folder / each) for each in stored["factors"])
        stored["targets"] = {name: str(folder / each) for name, each in stored["targets"].items()}
        if stored.get("bounds"):
            stored["bounds"] = tuple(float(edge) for edge in stored["bounds"])
        return cls(**stored)


@dataclass(frozen=True)
class OpenMap:
    """A job with its inputs open: what names its rasters, and the one way to draw them."""

    job: MapJob
    bundle: ModelBundle
    factors: FactorSources
    profile: Optional[RasterSource]
    scenarios: Optional[TriggerScenarios]
    options: MapOptions

    @classmethod
    def of(cls, job: MapJob, stack: ExitStack, bundle: ModelBundle) -> OpenMap:
        """Open what the job names; ``stack`` closes it."""
        factors = stack.enter_context(FactorSources(job.factors))
        profile, safety, chance = (
            stack.enter_context(RasterSource(path, factors.grid)) if path else None
            for path in (job.profile, job.factor_of_safety, job.probability_of_failure)
        )
        rain = read_map_scenarios(job.scenarios) if job.scenarios else None
        options = MapOptions(
            memory_mib=job.memory_mib,
            bounds=job.bounds,
            any_cell_size=job.any_cell_size,
            conditional=job.conditional,
            factor_of_safety=safety,
            probability_of_failure=chance if bundle.with_pf else None,
            provenance=job.provenance,
            trigger_rasters=rain.rasters if rain else {},
            cloud_optimised=job.cloud_optimised,
            unseen=job.unseen,
        )
        return cls(
            job=job,
            bundle=bundle,
            factors=factors,
            profile=profile,
            scenarios=rain.table if rain else None,
            options=options,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The scenarios that are mapped, or the one output of a model without."""
        return self.scenarios.names if self.scenarios else self.bundle.output_names

    @property
    def reference(self) -> int:
        """Which of ``names`` carries classes and spread."""
        if self.scenarios is None:
            return self.bundle.reference_index
        return self.scenarios.reference(self.bundle.reference_period_yr)

    def context(self) -> MapContext:
        """What names and judges the outputs; raises if the inputs do not fit."""
        return check_map_inputs(
            self.bundle,
            self.factors,
            profile=self.profile,
            scenarios=self.scenarios,
            class_colours=colours(self.job.palette),
            options=self.options,
        )

    def draw(self, progress: Progress = SILENT, least_cells: int = 1) -> MapSummary:
        """Write the rasters; arguments as of ``run.map_susceptibility``."""
        return map_susceptibility(
            self.bundle,
            self.factors,
            profile=self.profile,
            scenarios=self.scenarios,
            targets=self.job.targets,
            class_colours=colours(self.job.palette),
            progress=progress,
            options=self.options,
            least_cells=least_cells,
        )


@lru_cache(maxsize=1)
def _bundle(path: str) -> ModelBundle:
    return load_bundle(path)


def colours(palette: str = "default") -> ClassColours:
    """Names and colours of the five classes by their codes.

    >>> colours()[5]
    ('Very high', (215, 25, 28))
    """
    style = class_style(palette)
    parts = [tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in style.colours]
    return {i + 1: (name, (r, g, b)) for i, (name, (r, g, b)) in enumerate(zip(style.names, parts))}


@contextmanager
def open_map(job: MapJob, bundle: Optional[ModelBundle] = None) -> Iterator[OpenMap]:
    """The job with its inputs open until the block ends.

    ``bundle`` is the model if it is loaded already; else that of the job, kept from one job to the next.
    """
    model = bundle or _bundle(job.bundle)
    require_cells(model.facts.unit)
    with ExitStack() as stack:
        yield OpenMap.of(job, stack, model)


def draw(job: MapJob, progress: Progress = SILENT, least_cells: int = 1) -> MapSummary:
    """Map in this process; arguments as of ``run.map_susceptibility``."""
    with open_map(job) as inputs:
        return inputs.draw(progress, least_cells)
