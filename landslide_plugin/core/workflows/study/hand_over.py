"""A study packed to hand over: one folder or .zip that opens anywhere."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

from ...errors import InputError
from ...io.raster.packing import write_deflated
from ...progress import SILENT, Progress
from ...requirements import require_space
from ...words.speaking import say
from ...writing.temporary import temporary_folder
from ...writing.whole import put_in_place, scratch_for, written_whole
from . import place
from .project_file import ProjectRaster, project_text, zipped_project

SHOWN = {
    place.CLASSES: ("Susceptibility classes", "classes"),
    place.PROBABILITY: ("Susceptibility (probability)", "probability"),
    place.UNCERTAINTY: ("Ensemble standard deviation", "spread"),
    place.FAILURE: ("Probability of failure", "probability_of_failure"),
    place.SAFETY: ("Factor of safety", "factor_of_safety"),
    place.FACTORS: ("Factor stack", "factors"),
}
"""Rasters of a study as layers, from the top down: name and kind; the first is drawn."""

PROJECT, README = "study.qgz", "README.txt"
FOLDER = "hand_over"
KEPT = (place.REPORT, place.SHEET, place.CHECK, place.RECORD, place.SCENARIOS, "factors.json")
"""Files of a study that go along as they are, where they are there."""

MADE_LATER = ("*.pdf", "zones*.gpkg")
"""What a user may have put beside them: map sheets and zones."""

WORDS = {
    place.CLASSES: "five classes of susceptibility, 1 very low to 5 very high, 0 no data",
    place.PROBABILITY: "probability, a band a scenario",
    place.UNCERTAINTY: "standard deviation over families and members",
    place.FACTORS: "conditioning factors, a described band each",
    place.PROFILE: "soil profile",
    place.SAFETY: "factor of safety, a band a scenario",
    place.FAILURE: "probability of failure by slope stability, a band a scenario",
    place.SCENARIOS: "trigger scenarios",
    place.REPORT: "the report: how good the map is, and its limits",
    place.SHEET: "map sheet to print",
    place.CHECK: "what was found of the layers that the study was made of",
    place.RECORD: "settings and times of the study",
    PROJECT: "QGIS project (3.22 or newer) with the rasters in their styles",
    place.MODEL: "the model, to map other areas with; card.html says what it is",
}

WITHIN = "Of the inputs, the factors hold the elevation, and model and report the places of the samples."
"""What the reader of a package, and whoever hands it on, must know."""


def title_of(study: Path) -> str:
    """What people call a finished study, as its record says.

    Raises
    ------
    InputError
        The folder is not of a study.
    """
    try:
        return str(json.loads((study / place.RECORD).read_text(encoding="utf-8"))["title"])
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(
            f"{study} is no folder of a study, which holds {place.RECORD}; choose one that 'Susceptibility study' wrote"
        ) from None


def hand_over(study: Path, way: str, progress: Progress = SILENT) -> Path:
    """Pack a finished study into a new folder or .zip within it; where that lies.

    Parameters
    ----------
    study : Path
        Folder of the study, styles beside its rasters; map sheets and zones in it go along.
    way : {"folder", "zip"}
    progress : Progress

    Raises
    ------
    LandslideError
        No study, a raster that cannot be copied, or no room.
    """
    title = title_of(study)
    sizes = [each.stat().st_size for each in study.rglob("*") if each.is_file()]
    require_space(str(study), 2 * sum(sizes))
    target = _free(study / (f"{study.name}.zip" if way == "zip" else FOLDER))
    if way == "zip":
        with temporary_folder() as folder:
            packed = Path(folder) / study.name
            packed.mkdir()
            _fill(packed, study, title, progress)
            with written_whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                for path in sorted(each for each in packed.rglob("*") if each.is_file()):
                    archive.write(path, path.relative_to(packed.parent))
        return target
    with scratch_for(target) as scratch:
        packed = scratch / FOLDER
        packed.mkdir()
        _fill(packed, study, title, progress)
        put_in_place(packed, target)
    return target


def _free(place_: Path) -> Path:
    """The first of a path and its numbered fellows where nothing is."""
    found, number = place_, 1
    while found.exists():
        number += 1
        found = place_.with_name(f"{place_.stem}_{number}{place_.suffix}")
    return found


def _fill(packed: Path, study: Path, title: str, progress: Progress) -> None:
    there = [name for name in place.FILES if name.endswith(".tif") and (study / name).exists()]
    for number, name in enumerate(there):
        progress.step(number / len(there))
        write_deflated(study / name, packed / name)
    styles = [style for name in there if (style := Path(name).with_suffix(".qml").name)]
    later = [path.name for pattern in MADE_LATER for path in sorted(study.glob(pattern))]
    later = [name for name in later if name not in KEPT]
    for name in (*styles, *KEPT, *later):
        if (study / name).exists():
            shutil.copyfile(study / name, packed / name)
    shutil.copytree(study / place.MODEL, packed / place.MODEL)
    rasters = [
        ProjectRaster(packed / name, say(called), kind, visible=kind == "classes")
        for name, (called, kind) in SHOWN.items()
        if name in there
    ]
    (packed / PROJECT).write_bytes(zipped_project(project_text(title, rasters), "study"))
    told = [name for name in WORDS if (packed / name).exists()]
    lines = [title, "", *(f"{name:28}{say(WORDS[name])}" for name in told), *later, "", say(WITHIN)]
    (packed / README).write_text("\n".join([*lines, ""]), encoding="utf-8")
    progress.step(1.0)
