"""Select factors in this very process: what it needs is NumPy and SciPy."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import InputError
from ...model.fitting.data import check_inventory
from ...model.fitting.settings import TrainSettings
from ...model.selection.nested import FactorsSelected, SelectionPlan, select_factors
from ...model.selection.subset import SelectionModel
from ...model.validation.partitions import partition_words, spatial_partitions
from ...progress import Progress
from ...worker.tasks.training.training_job import read_job
from ...writing.temporary import temporary_folder
from ..training.in_process import job_in
from ..training.request import TrainingRequest, prepare


@dataclass(frozen=True)
class SelectionRun:
    """A selection that is done, and what is to be said of its samples and folds.

    Attributes
    ----------
    selection : FactorsSelected
    family : str
    landslides, stable : int
        Samples.
    notes : tuple of str
    """

    selection: FactorsSelected
    family: str
    landslides: int
    stable: int
    notes: tuple[str, ...]


def run_selection(request: TrainingRequest, most: int, progress: Progress) -> SelectionRun:
    """Select factors of a request, whose one family says what with.

    Raises
    ------
    InputError
        One factor alone, or an inventory or folds that cannot be used.
    """
    run = prepare(request, progress)
    with temporary_folder() as folder:
        data = read_job(job_in(folder, run))
    if len(data.specs) < 2:
        raise InputError("There is one factor alone and nothing to select; give two or more")
    settings = TrainSettings.from_dict(run.job["settings"])
    few = check_inventory(data.labels, data.groups)
    partitions = spatial_partitions(data, settings)
    notes = [*few, *partition_words(data, settings, partitions)]
    for line in notes:
        progress.info(line)
    plan = SelectionPlan(SelectionModel(request.families[0], settings.ridge), most)
    found = select_factors(data, partitions, plan, settings, progress.part(0.1, 0.95))
    slides = int((data.labels > 0).sum())
    return SelectionRun(found, request.families[0], slides, len(data.labels) - slides, tuple(notes))
