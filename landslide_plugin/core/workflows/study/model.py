"""The model of a study: the stacked mean in the modelling process, or bivariate classes in this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...errors import InputError, one_line
from ...io.text import write_text
from ...model.bundle.files import CARD, read_files
from ...model.fitting.data import FEW_LANDSLIDES
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


@contextmanager
def _told_what_few_landslides_can_do(cells: int) -> Iterator[None]:
    """Where training refuses few landslides, it speaks of settings that a study does not have: say what can be done."""
    try:
        yield
    except InputError as error:
        if cells >= FEW_LANDSLIDES:
            raise
        raise InputError(
            f"{one_line(error)}. {cells} landslides are too few for this study: add landslides, or train by hand, with "
            "'Train bivariate model' and 2 spatial folds"
        ) from None


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
        with _told_what_few_landslides_can_do(int((run.samples.labels > 0).sum())):
            result = tools.task(
                "train", {**run.job, "bundle": bundle}, run.arrays, progress.part(TRAINING, 1.0)
            )
    record, _, scores = read_files(Path(bundle))
    write_text(str(Path(bundle) / CARD), model_card(record, scores))
    progress.info(f"Verdict: {result['verdict']}")
    return result
