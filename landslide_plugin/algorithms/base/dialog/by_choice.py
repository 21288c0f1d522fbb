"""Outputs that a dialog offers as one choice of several and a folder, in place of a row each."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

from ....core.errors import InputError, LandslideError
from ....core.requirements import require_folder
from ....core.writing.arrivals import NOTE, arrived, awaited
from ....core.writing.folders import MARKER, mark_owned, require_owned

LAYERS = {"rasterDestination", "vectorDestination", "sink"}


@dataclass(frozen=True)
class ByChoice:
    """A choice of several outputs, each also a parameter of its own in designer and shell.

    Attributes
    ----------
    key, folder : str
        Parameters of the choice and of the folder that the chosen outputs go to.
    files : mapping of str to str
        Name in that folder by key of the output; the word of the choice is the key in lower case.
    load : str
        Parameter of the tick that brings their layers into the project; empty where none is a layer.
    """

    key: str
    folder: str
    files: Mapping[str, str]
    load: str = ""

    def words(self) -> list[str]:
        """Words of the choice.

        >>> ByChoice("ALSO_WRITE", "ALSO_FOLDER", {"BUNDLE_ZIP": "model.zip"}).words()
        ['bundle_zip']
        """
        return [key.lower() for key in self.files]

    def written(self) -> tuple[str, ...]:
        """Patterns of all that may come to be in the folder."""
        stems = [Path(name).stem for name in self.files.values()]
        inside = [name if Path(name).suffix else f"{name}/*" for name in self.files.values()]
        beside = [f"{name}.aux.xml" for name in self.files.values()] + [f"{stem}.qml" for stem in stems]
        return (*inside, *beside, MARKER, NOTE)

    def named(self, parameters: Mapping[str, Any]) -> dict[str, str]:
        """File in the folder by key of each output that is chosen and has no place of its own.

        >>> also = ByChoice("ALSO_WRITE", "ALSO_FOLDER", {"METRICS": "metrics.json", "BUNDLE_ZIP": "model.zip"})
        >>> also.named({"ALSO_WRITE": ["metrics", "bundle_zip"], "METRICS": "here.json"})
        {'BUNDLE_ZIP': 'model.zip'}
        """
        chosen = parameters.get(self.key) or []
        wanted = chosen if isinstance(chosen, (list, tuple)) else [chosen]
        return {
            key: name
            for key, name in self.files.items()
            if key.lower() in wanted and not is_placed(parameters.get(key))
        }

    def filled(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        project: Optional[QgsProject],
    ) -> dict[str, Any]:
        """Parameters in which each chosen output has its place: in the folder, else a temporary one.

        ``parameters`` have their choices in words.
        """
        folder = _folder(parameters.get(self.folder))
        load = bool(self.load) and parameters.get(self.load) is not False
        filled = dict(parameters)
        for key, name in self.named(parameters).items():
            place = str(Path(folder, name)) if folder else QgsProcessing.TEMPORARY_OUTPUT
            kind = algorithm.parameterDefinition(key).type()
            filled[key] = (
                QgsProcessingOutputLayerDefinition(place, project) if load and kind in LAYERS else place
            )
        return filled

    @contextmanager
    def owned(self, parameters: Mapping[str, Any]) -> Iterator[None]:
        """The folder for what is chosen: made if it is not there, and what is written there marked as ours.

        ``parameters`` as before ``filled``. After a failure too what is there was written by this run, as nobody
        else's file was in its place: it is marked, so that the next run may replace it; what a run that was killed
        wrote is known by the note it kept. An empty folder that was made here goes again.

        Raises
        ------
        InputError
            The folder is none, or holds files of the user where some are to be written.
        """
        names = list(self.named(parameters).values())
        folder = _folder(parameters.get(self.folder))
        if not names or not folder:
            yield
            return
        require_folder(folder, self.folder)
        if os.path.exists(folder) and not os.path.isdir(folder):
            raise InputError(f"{self.folder}: {folder} is a file; choose a folder")
        files = [name for name in names if Path(name).suffix]
        left = arrived(folder)
        require_owned(folder, files, left)
        fresh = not os.path.isdir(folder)
        Path(folder).mkdir(exist_ok=True)
        if left:
            mark_owned(folder, left)
        try:
            with awaited(folder, files), _marked(folder, files):
                yield
        except BaseException:
            with suppress(OSError):  # what failed first is what is to be said
                if fresh and not any(Path(folder).iterdir()):
                    Path(folder).rmdir()
            raise


@contextmanager
def _marked(folder: str, files: list[str]) -> Iterator[None]:
    """Mark what is written as ours while the note still says so: between the two a kill would make it nobody's."""
    try:
        yield
    except BaseException:
        with suppress(LandslideError, OSError):
            if any(Path(folder, name).is_file() for name in files):
                mark_owned(folder, files)
        raise
    mark_owned(folder, files)


def is_placed(value: Any) -> bool:
    """Whether an output is asked for.

    >>> is_placed("maps.tif"), is_placed(""), is_placed(None)
    (True, False, False)
    """
    return isinstance(value, (str, QgsProcessingOutputLayerDefinition)) and value != ""


def _folder(value: Any) -> str:
    return os.path.abspath(value) if isinstance(value, str) and value.strip() else ""
