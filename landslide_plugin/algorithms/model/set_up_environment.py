"""Set up modelling environment: check it, or make it when asked."""

import os
import sys
import time
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsSettings,
)

from ...core.errors import WorkerError
from ...core.io.raster import require_space
from ...core.progress import Progress
from ...core.worker.base_python import shipped_pythons, suitable_python
from ...core.worker.client import find_python
from ...core.worker.environment import create, made_at, place_for, remove_others
from ...core.worker.error_report import LastLines, report_of
from ...core.worker.packages import PackageSource, package_source
from ...core.worker.place import long_paths_allowed, require_short
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice
from ..base.given import Given
from ..base.metadata import version
from ..base.worker import (
    REQUIREMENTS,
    SETTING,
    environment_folder,
    keeper_of,
    run_in_worker,
    worker_python,
)
from .network import network_of

DISK_BYTES = 4 * 2**30
"""What is installed, and what it is installed from."""
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
        "<b>Create</b> makes it with pip from pinned versions, each held to its hash. It takes Python 3.10 to 3.13 "
        "(the one that QGIS ships, where it can, else one that is found), about 600 MB from the network, 2.5 GB of "
        "disk and a few minutes. Nothing is installed into QGIS's own Python. A run that was broken off goes on "
        "where it stopped, and an environment that does not pass its check is made anew: run Create again.\n"
        "The environment is looked for in this order: variable LANDSLIDE_PYTHON, QGIS setting "
        "landslide/python, folder landslide/venv of the user profile (on Windows of the local application data), "
        "folder .venv-worker beside the plugin's source."
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
            "Create: the Python (3.10 to 3.13) to make the environment from; by default the one that QGIS ships, else "
            "the newest found.",
        )
        self.add(
            QgsProcessingParameterString("PACKAGES", "Index or folder of packages", optional=True),
            "Create: address of the package index to take in place of pip's (https://...), or a folder of wheels for a "
            "machine without a network, filled elsewhere by pip download.",
            advanced=True,
        )
        folder = QgsProcessingParameterFile(
            "FOLDER", "Folder of the environment", QgsProcessingParameterFile.Behavior.Folder, optional=True
        )
        self.add(
            folder,
            "Where to make the environment: a new or empty folder. By default landslide/venv in the user "
            "profile, on Windows in the local application data. One that is there for other packages stays until "
            "the new one, in a folder beside it, passes its check. Another folder is remembered in the QGIS setting "
            "landslide/python.",
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
            python, found = _reported(
                folder or environment_folder(), chosen, package_source(given.text("PACKAGES")), progress
            )
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


def _reported(
    base: str, chosen: str, packages: PackageSource, progress: Progress
) -> tuple[str, dict[str, Any]]:
    """The environment; where it cannot be made, the log ends with a report to paste where help is asked for."""
    last = LastLines()
    try:
        return _created(base, chosen, packages, last.heard(progress))
    except (WorkerError, OSError) as error:
        facts = {
            "Landslide Susceptibility": version(),
            "QGIS": f"{Qgis.QGIS_VERSION}, Python {sys.version.split()[0]}",
            "environment": base,
            "Python": chosen or "not chosen",
            "packages": packages.words,
        }
        for line in report_of(error, facts, last):
            progress.info(line)
        raise


def _created(
    base: str, chosen: str, packages: PackageSource, progress: Progress
) -> tuple[str, dict[str, Any]]:
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
    require_short(place, sys.platform, long_paths_allowed())
    python = suitable_python(
        chosen, shipped_pythons(sys.platform, sys.prefix, QgsApplication.applicationFilePath())
    )
    require_space(_existing_parent(place), DISK_BYTES)
    network = network_of(QgsSettings(), progress)
    if network.words:
        progress.info(network.words)
    progress.info(f"Packages come from {packages.words}: about 600 MB, 2.5 GB when they are installed")
    started = time.monotonic()
    create(place, [REQUIREMENTS], python, progress.part(0.0, 0.9), network=network, packages=packages)
    minutes, size = (time.monotonic() - started) / 60.0, _bytes_in(place)
    progress.info(f"Made in {minutes:.1f} minutes, {size / 2**30:.1f} GiB; checking it")
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


def _bytes_in(folder: str) -> int:
    """Size of all files below a folder."""
    return sum(os.lstat(Path(where, name)).st_size for where, _, names in os.walk(folder) for name in names)
