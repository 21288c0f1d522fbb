"""Set up modelling environment: check it, or make it when asked."""

import os
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsSettings,
)

from ...core.errors import WorkerError
from ...core.io.raster import require_space
from ...core.progress import Progress
from ...core.worker.client import find_python
from ...core.worker.environment import create, made_at, place_for, remove_others, suitable_python
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice
from ..base.given import Given
from ..base.worker import (
    REQUIREMENTS,
    SETTING,
    environment_folder,
    keeper_of,
    run_in_worker,
    worker_python,
)
from .network import network_of

DISK_BYTES = 3 * 2**30
CHECK, CREATE = "check", "create"


class ModelEnvironment(LandslideAlgorithm):
    """Checks the environment that training and reports run in; creates it only when asked."""

    NAME = "modelenvironment"
    LABEL = "Set up modelling environment"
    GROUP = "model"
    METHOD = "install"
    NEXT = "{trainensemble}"
    FOLDERS = {"FOLDER": ("*",)}
    TAGS = ("python", "environment", "tensorflow", "install", "pip")
    HELP = (
        "Training and reports run in a Python environment of their own, apart from QGIS, so that no package "
        "can break QGIS. <b>Check</b> looks for it, loads every package in it and reports the versions. "
        "<b>Create</b> makes it with pip from pinned versions: Python 3.10 to 3.13, about 2.5 GB of disk, a "
        "few minutes, a network. Nothing is installed into QGIS's own Python.\n"
        "The environment is looked for in this order: variable LANDSLIDE_PYTHON, QGIS setting "
        "landslide/python, folder landslide/venv of the user profile, folder .venv-worker beside the plugin's source."
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            choice("ACTION", "Action", (CHECK, CREATE), CHECK, labels=("Check", "Create")),
            "Check reports what is there and changes nothing; Create makes the environment.",
        )
        python = QgsProcessingParameterFile(
            "PYTHON", "Python interpreter", optional=True, fileFilter="All files (*)"
        )
        self.add(
            python,
            "Check: the interpreter to check instead of the one found. "
            "Create: the Python (3.10 to 3.13) to make the environment from; by default the newest found.",
        )
        folder = QgsProcessingParameterFile(
            "FOLDER", "Folder of the environment", QgsProcessingParameterFile.Behavior.Folder, optional=True
        )
        self.add(
            folder,
            "Where to make the environment: a new or empty folder. By default landslide/venv in the user "
            "profile. One that is there for other packages stays until the new one, in a folder beside it, passes its "
            "check. Another folder is remembered in the QGIS setting landslide/python.",
            advanced=True,
        )
        for key, label in (
            ("INTERPRETER", "Interpreter of the environment"),
            ("PYTHON_VERSION", "Python version"),
            ("TENSORFLOW_VERSION", "TensorFlow version"),
            ("VERSIONS", "Versions of all packages"),
        ):
            self.addOutput(QgsProcessingOutputString(key, label))

    def execute(self, given: Given) -> dict[str, Any]:
        progress, chosen = given.progress, given.file("PYTHON")
        folder = given.file("FOLDER")
        folder = os.path.abspath(folder) if folder else ""
        if given.choice("ACTION") == CREATE:
            keeper = keeper_of(QgsApplication.processingRegistry())
            if keeper is not None:
                keeper.end_idle()
            python, found = _created(folder or environment_folder(), chosen, progress)
        else:
            python = _find(chosen or folder)
            found = run_in_worker(CHECK, {}, {}, progress, python)
        versions = ", ".join(f"{name} {version}" for name, version in found["packages"].items())
        progress.info(f"Interpreter: {python}")
        progress.info(f"Python {found['python']}; {versions}")
        return {
            "INTERPRETER": python,
            "PYTHON_VERSION": found["python"],
            "TENSORFLOW_VERSION": found["packages"]["tensorflow"],
            "VERSIONS": versions,
        }


def _find(named: str) -> str:
    """The interpreter the user named, or the one a training would use."""
    if not named:
        return worker_python()
    python = find_python([named])
    if python is None:
        raise WorkerError(f"{named} is neither a Python interpreter nor the folder of an environment")
    return python


def _created(base: str, chosen: str, progress: Progress) -> tuple[str, dict[str, Any]]:
    """The interpreter of an environment that passed its check, and what the check found.

    The one in use stays until then; on any error it is what trainings go on with.
    """
    place = made_at(base, [REQUIREMENTS])
    if place is not None:
        progress.info(f"{place} is complete already; checking it")
        try:
            return _checked(base, place, progress)
        except WorkerError as error:
            progress.warning(f"{place} does not pass its check ({error}); it is made anew")
    place = place_for(base, [REQUIREMENTS])
    python = suitable_python(chosen)
    require_space(_existing_parent(place), DISK_BYTES)
    network = network_of(QgsSettings(), progress)
    if network.words:
        progress.info(network.words)
    create(place, [REQUIREMENTS], python, progress.part(0.0, 0.9), network=network)
    return _checked(base, place, progress.part(0.9, 1.0))


def _checked(base: str, place: str, progress: Progress) -> tuple[str, dict[str, Any]]:
    """Check an environment, go over to it, and remove those made for ``base`` before."""
    python = _find(place)
    found = run_in_worker(CHECK, {}, {}, progress, python)
    if place == environment_folder():
        QgsSettings().remove(SETTING)
    else:
        QgsSettings().setValue(SETTING, python)
    remove_others(base, place, progress)
    return python, found


def _existing_parent(folder: str) -> str:
    while not os.path.isdir(folder):
        folder = str(Path(folder).parent)
    return folder
