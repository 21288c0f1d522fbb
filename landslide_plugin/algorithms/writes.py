"""What each algorithm writes and removes, told from its own declarations: the table of the documentation.

The campaign of ``tests/attack`` holds every run to it: a file that it does not name may not come to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from ..core.io.raster.sink import SIDECARS

STYLE = ".qml"
BESIDE: Mapping[str, tuple[str, ...]] = {
    "rasterDestination": (SIDECARS[0], STYLE),
    "vectorDestination": (STYLE,),
    "sink": (STYLE,),
}
"""Endings of what may come to be beside an output of a kind: sidecars behind its name, else in place of its ending."""

REMOVED: Mapping[str, tuple[str, ...]] = {
    "rasterDestination": SIDECARS,
}
"""Endings of what goes from beside an output of a kind when it is replaced, as does a style of ours."""

Declared = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Written:
    """What comes of one output: a file or a folder, and what belongs to it.

    Attributes
    ----------
    key, label, kind : str
        Of the parameter.
    within : tuple of str
        Names of the files in a folder, with ``*`` for what depends on the inputs; empty for a file.
    beside : tuple of str
        Endings of further files that may be written, in the place of the output's own ending.
    removed : tuple of str
        Endings of files that are removed when the output is replaced.
    """

    key: str
    label: str
    kind: str
    within: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def names(self, output: str, path: str) -> bool:
        """Whether a file, by its path, is one that the output at another path may bring or take along."""
        target, file = Path(output), Path(path)
        if self.within:
            if target not in file.parents:
                return any(file == target.with_name(target.name + end) for end in self.beside)
            inside = file.relative_to(target).as_posix()
            return any(fnmatchcase(inside, name) for name in self.within)
        return file == target or any(file == companion(target, end) for end in (*self.beside, *self.removed))


def companion(output: Path, ending: str) -> Path:
    """The file of an ending beside an output.

    >>> companion(Path("a/map.tif"), ".qml").as_posix(), companion(Path("a/map.tif"), ".aux.xml").as_posix()
    ('a/map.qml', 'a/map.tif.aux.xml')
    """
    if ending in SIDECARS:
        return output.with_name(output.name + ending)
    return output.with_name(output.stem + ending)


def inventory(algorithm: QgsProcessingAlgorithm) -> Iterator[Written]:
    """What may come of each output of an algorithm; a folder that is made of an input is told too."""
    folders: Declared = getattr(algorithm, "FOLDERS", {})
    records: Declared = getattr(algorithm, "RECORDS", {})
    for one in algorithm.parameterDefinitions():
        key, kind = one.name(), one.type()
        if not one.isDestination() and key not in folders:
            continue
        yield Written(
            key,
            one.description(),
            kind,
            within=folders.get(key) or _bundle_of_chain(algorithm, one),
            beside=(*BESIDE.get(kind, ()), *records.get(key, ())),
            removed=REMOVED.get(kind, ()),
        )


def _bundle_of_chain(
    algorithm: QgsProcessingAlgorithm, one: QgsProcessingParameterDefinition
) -> tuple[str, ...]:
    """Files of the folder that a step of a chain fills; the output is named ``step:label``."""
    steps: Any = getattr(algorithm, "childAlgorithms", dict)()
    for identifier, step in steps.items():
        folders: Declared = getattr(step.algorithm(), "FOLDERS", {})
        for name, output in step.modelOutputs().items():
            if one.name() == f"{identifier}:{name}":
                return folders.get(output.childOutputName(), ())
    return ()
