"""The model of a study: the stacked mean in the modelling process, or bivariate classes in this one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...io.text import write_text
from ...model.bundle.files import CARD, read_files
from ...progress import Progress
from ...report.model_card import model_card
from ..training.bivariate import FAMILY, train_bivariate
from ..training.request import TrainingRequest, prepare
from . import place
from .request import StudyRequest, StudyTools

TRAINING = 0.1
"""Share of the progress after which the modelling process has begun."""


def training_request(request: StudyRequest, folder: Path, environment: bool) -> TrainingRequest:
    """What the model of a study is learnt from: what was made in ``folder``, and the inventory."""

    def made(name: str) -> Any:
        path = folder / name
        return str(path) if environment and path.exists() else None

    means = request.means
    return TrainingRequest(
        factors=[str(folder / place.FACTORS)],
        inventory=request.inventory,
        rules=request.rules,
        settings={**means.settings, "seed": request.seed},
        families=means.families if environment else (FAMILY,),
        profile=made(place.PROFILE),
        scenarios=made(place.SCENARIOS),
        prior_fs=made(place.SAFETY),
        prior_pf=made(place.FAILURE),
        mapped_area=request.mapped_area,
        type_field=request.type_field,
        date_field=request.date_field,
        count_area=means.all_cells and not environment,
    )


def train_model(
    request: StudyRequest, tools: StudyTools, folder: Path, progress: Progress
) -> Mapping[str, Any]:
    """Train, judge and store the model, with its card; the headline figures of the training.

    Raises
    ------
    LandslideError
        What training refuses.
    """
    bundle = str(folder / place.MODEL)
    asked = training_request(request, folder, tools.task is not None)
    if tools.task is None:
        result = train_bivariate(asked, bundle, progress).result
    else:
        run = prepare(asked, progress)
        result = tools.task("train", {**run.job, "bundle": bundle}, run.arrays, progress.part(TRAINING, 1.0))
    record, _, scores = read_files(Path(bundle))
    write_text(str(Path(bundle) / CARD), model_card(record, scores))
    progress.info(f"Verdict: {result['verdict']}")
    return result
