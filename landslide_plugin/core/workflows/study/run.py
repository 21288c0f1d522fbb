"""A study from layers to maps and report, in one run."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ...errors import InputError
from ...io.raster import RasterSource, crs_name
from ...io.raster.crs import is_true_to_distance
from ...io.raster.no_data import parted
from ...io.text import write_text
from ...model.bundle.bundle import load_bundle
from ...model.bundle.files import CARD, read_files
from ...progress import Progress
from ...report.common.model_record import ModelRecord
from ...samples.labels import parse_labels
from ...terrain.catalogue import DEFAULT_FACTORS
from ...writing.folders import filled_folder
from ..factor_stack.stack import StackJob, StackSummary, write_stack
from ..input_check.check import ALIGN_ADVICE
from ..input_check.findings import ERROR, NOTE, Finding, LayerCheck
from ..input_check.layers import tell_checks
from ..input_check.page import write_page
from ..mapping.job import MapJob, open_map
from ..mapping.run import MapSummary
from ..reporting.evidence import EvidenceSources, gather
from ..reporting.request import ReportRequest
from ..reporting.request import prepare as prepare_report
from . import place
from .estimate import Estimate, StudySize, estimate, slowness
from .model import train_model
from .physics import write_stability
from .request import StudyRequest, StudyTools
from .tables import write_rain, write_soil

GATHERED = 0.5
"""Share of the report's progress after which its page is drawn."""


@dataclass(frozen=True)
class StudyResult:
    """What came of a study.

    Attributes
    ----------
    folder : Path
    factors : StackSummary
    training : mapping
        Headline figures of the training.
    mapped : MapSummary
    scenarios : tuple of str
        Bands of the probability.
    reference : int
        Which of them the classes are of.
    report : Path
    estimate : Estimate
    seconds : mapping of str to float
        What each step took.
    """

    folder: Path
    factors: StackSummary
    training: Mapping[str, Any]
    mapped: MapSummary
    scenarios: tuple[str, ...]
    reference: int
    report: Path
    estimate: Estimate
    seconds: Mapping[str, float]


def run_study(
    request: StudyRequest, tools: StudyTools, checks: list[LayerCheck], progress: Progress
) -> StudyResult:
    """Do a whole study; its folder appears when all of it is done.

    Parameters
    ----------
    request : StudyRequest
    tools : StudyTools
    checks : list of LayerCheck
        What 'Check inputs' finds of the layers; errors stop the study.
    progress : Progress

    Raises
    ------
    LandslideError
        What a step refuses; nothing is written then, nor when cancelled.
    """
    place.require_free(request.folder)
    request.require_labels()
    physics = _physics(request, tools, progress)
    expected = estimate(size_of(request, tools, physics), slowness())
    progress.info(f"{expected.words()}, as busy as this machine is now")
    with filled_folder(request.folder, (*place.FILES, "factors.json")) as folder:
        steps = _Steps(request, tools, folder, progress, expected)
        write_page(checks, str(folder / place.CHECK))
        factors = steps.factors()
        if physics:
            steps.physics()
        elif request.soil_table and tools.task is not None and request.means.with_networks:
            write_soil(str(folder / place.FACTORS), request.soil_table, str(folder / place.PROFILE), progress)
        training = steps.model(physics)
        mapped, scenarios, reference = steps.map()
        report = steps.report() if tools.task is not None else Path(place.MODEL, CARD)
        write_text(str(folder / place.RECORD), steps.record())
    progress.info(
        f"Taken: {sum(steps.seconds.values()) / 60:.1f} minutes, expected {expected.seconds / 60:.1f}"
    )
    return StudyResult(
        folder=request.folder,
        factors=factors,
        training=training,
        mapped=mapped,
        scenarios=scenarios,
        reference=reference,
        report=request.folder / report,
        estimate=expected,
        seconds=steps.seconds,
    )


def stop_at_errors(checks: list[LayerCheck], progress: Progress) -> None:
    """Tell what the checks found; raise ``InputError`` with all that cannot be used, each with what to do.

    That a layer lies on another grid is a note from here on: a study aligns it.
    """
    for check in checks:
        check.findings = [
            Finding(NOTE, found.problem, "The study aligns it") if found.advice == ALIGN_ADVICE else found
            for found in check.findings
        ]
    tell_checks(checks, progress)
    bad = [
        f"{check.role} ({check.name}): {found.problem}. {found.advice}".strip(". ")
        for check in checks
        for found in check.findings
        if found.severity == ERROR
    ]
    if bad:
        raise InputError(
            f"The study was not begun, since layers cannot be used as they are: {'; '.join(bad)}"
        )


def _physics(request: StudyRequest, tools: StudyTools, progress: Progress) -> bool:
    """Whether soil and rain become a prior; said where they do not."""
    if tools.task is None:
        unused = [
            name for name, given in (("SOIL_TABLE", request.soil_table), ("RAIN", request.rain)) if given
        ]
        lost = f" {' and '.join(unused)} are not used without it." if unused else ""
        progress.warning(
            "There is no modelling environment, so the map is made by bivariate classes (weights of evidence). With it "
            "there are the stacked mean of six families with its spread, slope physics from soil and rain, and the "
            "full report."
            f"{lost} {tools.lacking}"
        )
        return False
    if request.rain and not request.soil_table:
        raise InputError(
            "RAIN is given without SOIL_TABLE: an inventory without dates tells scenarios apart only through slope "
            "physics, which needs soil; give SOIL_TABLE, or leave RAIN out"
        )
    if request.soil_table and not request.rain and not request.means.with_networks:
        progress.warning(
            "SOIL_TABLE is not used: without RAIN only networks read the soil, and preset quick has none"
        )
    return bool(request.rain and request.soil_table)


def size_of(request: StudyRequest, tools: StudyTools, physics: bool) -> StudySize:
    """What decides how long a study takes."""
    with RasterSource(request.dem) as dem:
        cells = dem.grid.size
    count, stable = len(request.inventory), 0
    if request.label_field:
        labels = parse_labels(request.inventory.field(request.label_field), request.label_field)
        count, stable = int(labels.sum()), int((~labels.astype(bool)).sum())
    return StudySize(
        cells, count, stable, preset=request.means, environment=tools.task is not None, physics=physics
    )


class _Steps:
    """The steps of a study in a folder, each timed, each in its part of the progress."""

    def __init__(
        self, request: StudyRequest, tools: StudyTools, folder: Path, progress: Progress, expected: Estimate
    ):
        self._request, self._tools, self._folder = request, tools, folder
        self._progress, self._expected = progress, expected
        self.seconds: dict[str, float] = {}
        self._shares = expected.shares()
        self._step, self._started = "", time.monotonic()

    def _begin(self, step: str) -> Progress:
        self._end()
        self._step = step
        part = self._progress.part(*self._shares[step])
        part.step(0.0)
        return part

    def _end(self) -> None:
        now = time.monotonic()
        if self._step:
            self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._started
        self._started = now

    def _path(self, name: str) -> str:
        return str(self._folder / name)

    def factors(self) -> StackSummary:
        """The factors on a grid in metres, all layers aligned to it."""
        progress, request = self._begin("factors"), self._request
        with RasterSource(request.dem) as dem:
            wkt = dem.grid.crs_wkt
        if not is_true_to_distance(wkt):
            progress.info(
                f"The DEM is in {crs_name(wkt)}; the study is made in metres, in the UTM zone of its centre"
            )
        if request.rasters:
            progress.info("Layers on another grid than the DEM's are aligned: classes by nearest neighbour")
        job = StackJob(
            dem_path=request.dem,
            stack_path=self._path(place.FACTORS),
            factors=DEFAULT_FACTORS,
            metres_per_height=request.metres_per_height,
            lines=request.lines,
            rasters=request.rasters,
            align="automatic",
            mask=request.mask,
            grid="utm",
        )
        return write_stack(job, progress, self._tools.engine)

    def physics(self) -> None:
        """Soil profile, scenarios, factor of safety and probability of failure."""
        progress, request = self._begin("physics"), self._request
        stack = self._path(place.FACTORS)
        write_soil(stack, str(request.soil_table), self._path(place.PROFILE), progress.part(0.0, 0.2))
        write_rain(str(request.rain), self._path(place.SCENARIOS), progress)
        write_stability(
            stack,
            self._path(place.PROFILE),
            self._path(place.SCENARIOS),
            safety=self._path(place.SAFETY),
            failure=self._path(place.FAILURE),
            progress=progress.part(0.2, 1.0),
        )

    def model(self, physics: bool) -> Mapping[str, Any]:
        """The trained model."""
        progress = self._begin("model")
        try:
            return train_model(self._request, self._tools, self._folder, progress)
        except InputError as error:
            if not physics:
                raise
            raise InputError(f"{error}. Without SOIL_TABLE and RAIN the study needs no prior") from None

    def map(self) -> tuple[MapSummary, tuple[str, ...], int]:
        """Classes, probability and spread; what was mapped, the scenarios, and which of them the classes are of."""
        progress = self._begin("map")
        bundle = load_bundle(self._path(place.MODEL))
        job = MapJob(
            bundle=self._path(place.MODEL),
            factors=(self._path(place.FACTORS),),
            targets={
                "classes": self._path(place.CLASSES),
                "probability": self._path(place.PROBABILITY),
                "spread": self._path(place.UNCERTAINTY),
            },
            profile=self._there(place.PROFILE),
            probability_of_failure=self._there(place.FAILURE),
            provenance={"SOFTWARE": self._tools.software},
        )
        progress.info(f"Model: {bundle.describe()}")
        with open_map(job, bundle) as opened:
            summary = opened.draw(progress)
            tell_mapped(summary, progress)
            return summary, opened.names, opened.reference

    def _there(self, name: str) -> Optional[str]:
        return self._path(name) if (self._folder / name).exists() else None

    def report(self) -> Path:
        """The report as one page; its place in the folder."""
        progress, request = self._begin("report"), self._request
        model = self._folder / place.MODEL
        record, _, metrics = read_files(model)
        factors = (self._path(place.FACTORS),)
        asked = ReportRequest(
            model=ModelRecord(record, metrics),
            model_name=request.called,
            classes=self._path(place.CLASSES),
            output=self._path(place.REPORT),
            title=f"Landslide susceptibility, {request.called}",
            probability=self._path(place.PROBABILITY),
            spread=self._path(place.UNCERTAINTY),
            dem=self._path(place.FACTORS),  # its first band is the elevation
            safety=self._there(place.SAFETY),
            factors=factors,
            inventory=request.inventory,
            label_field=request.label_field,
        )
        job, arrays = prepare_report(asked, progress.part(0.0, 0.5 * GATHERED))
        with RasterSource(asked.classes) as classes:
            sources = EvidenceSources(model, classes.grid, factors, self._there(place.PROFILE))
        evidence = gather(sources, progress.part(0.5 * GATHERED, GATHERED))
        task = self._tools.task
        if task is not None:
            job = {**job, "evidence": evidence.to_dict()}
            task("report", job, {**arrays, **evidence.arrays()}, progress.part(GATHERED, 1.0))
        return Path(place.REPORT)

    def record(self) -> str:
        """What the study was made of and how long it took, as JSON."""
        self._end()
        request = self._request
        told = {
            "schema": 1,
            "title": f"Landslide susceptibility, {request.called}",
            "software": self._tools.software,
            "preset": request.preset,
            "dem": Path(parted(request.dem)[0]).name,
            "inventory": request.inventory.name,
            "label_field": request.label_field,
            "type_field": request.type_field,
            "date_field": request.date_field,
            "layers": [each.label for each in request.rasters] + sorted(request.lines),
            "soil_table": Path(request.soil_table).name if request.soil_table else None,
            "rain": Path(request.rain).name if request.rain else None,
            "seed": request.seed,
            "seconds_expected": {name: round(value, 1) for name, value in self._expected.steps.items()},
            "seconds_taken": {name: round(value, 1) for name, value in self.seconds.items()},
        }
        return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def tell_mapped(summary: MapSummary, progress: Progress) -> None:
    """Say how many cells have a probability, and how many stay empty for a class that the training never saw."""
    progress.info(f"{summary.mapped_cells} cells mapped, {summary.no_data_cells} left empty for want of data")
    if summary.unseen_category_cells:
        progress.warning(
            f"{summary.unseen_category_cells} cells have a category the model has not seen; they are left empty"
        )
