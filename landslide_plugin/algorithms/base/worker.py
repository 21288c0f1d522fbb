"""The way from an algorithm to the modelling process: which Python, which folder, which arrays."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt
from qgis.core import QgsApplication, QgsSettings

from ...core.errors import InputError, WorkerError
from ...core.io.raster import require_space
from ...core.progress import Progress
from ...core.quantities import QUANTITIES
from ...core.worker.client import find_python, run_job
from ...core.worker.environment import COMPLETE, made_at, made_for_others
from ...core.worker.keeper import Keeper, Kind
from ...core.worker.place import environment_home
from ...core.writing.temporary import temporary_folder
from .metadata import version

SETTING = "landslide/python"
KEEP = "landslide/keep_worker_minutes"
VARIABLE = "LANDSLIDE_PYTHON"
REQUIREMENTS = str(Path(__file__).resolve().parents[2] / "resources" / "requirements-worker.txt")


def environment_folder() -> str:
    """Where "Set up modelling environment" puts the environment unless told otherwise."""
    return environment_home(sys.platform, os.path.abspath(QgsApplication.qgisSettingsDirPath()), os.environ)


def worker_python() -> str:
    """Absolute path of the modelling environment's interpreter.

    In this order: variable ``LANDSLIDE_PYTHON``, QGIS setting ``landslide/python`` (each an
    interpreter or an environment's folder), the environment in the profile, the one beside the
    source. Never QGIS's own Python.

    Raises
    ------
    WorkerError
        None of them is there, or one that was named is not; says what to do.
    """
    setting = QgsSettings().value(SETTING, "")
    for origin, named in ((VARIABLE, os.environ.get(VARIABLE, "")), (f"Setting {SETTING}", setting)):
        if named:
            python = find_python([str(named)])
            if python is None:
                raise WorkerError(
                    f"{origin} names {named}, which is no Python interpreter; correct or clear it, or run "
                    '"Set up modelling environment" with action Create'
                )
            return python
    in_profile = made_at(environment_folder(), [REQUIREMENTS]) or environment_folder()
    complete = (Path(in_profile) / COMPLETE).exists()
    beside_source = Path(__file__).resolve().parents[3] / ".venv-worker"
    python = find_python([in_profile if complete else "", str(beside_source)])
    if python is None:
        raise WorkerError(
            'There is no modelling environment yet; run "Set up modelling environment" with action Create '
            "(qgis_process run landslide:modelenvironment -- ACTION=create), "
            f"or set {VARIABLE} to a Python that has the packages of {REQUIREMENTS}"
        )
    return python


def run_in_worker(
    task: str,
    job: Mapping[str, Any],
    arrays: Mapping[str, npt.NDArray[Any]],
    progress: Progress,
    python: Optional[str] = None,
) -> dict[str, Any]:
    """Run a modelling task in its own process and return its result.

    Parameters
    ----------
    task : str
        ``train``, ``report`` or ``check``.
    job : mapping
        Plain JSON values, paths absolute; ``folder`` is added.
    arrays : mapping of str to array
        Saved as ``<folder>/<name>.npy``.
    progress : Progress
        Asked whether to cancel; told what the process says.
    python : str, optional
        Interpreter; :func:`worker_python` by default.

    Raises
    ------
    DiskSpaceError
        The temporary folder has no room for the arrays.
    LandslideError
        What the task raised.
    """
    python = python or worker_python()
    with temporary_folder() as folder:
        require_space(folder, sum(array.nbytes for array in arrays.values()))
        for name, array in arrays.items():
            np.save(Path(folder) / f"{name}.npy", array, allow_pickle=False)
        progress.info(f"Modelling process: {python}")
        old = made_for_others(python, [REQUIREMENTS])
        if old:
            progress.warning(
                f"The modelling environment {old} was made for other versions of the packages than this plugin names; "
                'run "Set up modelling environment" with action Create (the old one stays until the new one works)'
            )
        whole, keeper = {**job, "folder": folder}, keeper_of(QgsApplication.processingRegistry())
        if keeper is None or task == CHECK:
            return run_job(task, whole, folder, python, progress)
        kind = Kind.of(python, version())
        return keeper.run(task, whole, folder, kind, minutes=minutes_to_keep(), progress=progress)


CHECK = "check"
"""The task that tells whether an environment works: always in a new process."""


def new_keeper() -> Keeper:
    """Who keeps modelling processes from now on, for a provider in the desktop."""
    return Keeper()


def keeper_of(registry: Any) -> Optional[Keeper]:
    """Who keeps modelling processes for the next run; None where nobody does, as in ``qgis_process``."""
    return getattr(registry.providerById("landslide"), "keeper", None)


def minutes_to_keep() -> float:
    """How long a modelling process stays after its job, by the QGIS setting ``landslide/keep_worker_minutes``.

    Raises
    ------
    InputError
        The setting is no number, or out of its range.
    """
    quantity = QUANTITIES["keep_worker_minutes"]
    found = QgsSettings().value(KEEP, quantity.default)
    try:
        minutes = float(found)
    except (TypeError, ValueError):
        raise InputError(
            f"Setting {KEEP} is {found!r}; give minutes, {quantity.allowed()}, or clear it"
        ) from None
    return float(quantity.check(minutes))
