"""A study packed to hand over: one folder or .zip that opens anywhere."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ...io.raster.packing import write_deflated
from ...progress import SILENT, Progress
from ...requirements import require_space
from ...writing.whole import put_in_place, scratch_for, written_whole
from . import place
from .project_file import ProjectRaster, project_text, zipped_project

PROJECT, README = "study.qgz", "README.txt"
FOLDER = "hand_over"
WAYS = ("none", "folder", "zip")
KEPT = (place.REPORT, place.CHECK, place.RECORD, place.SCENARIOS, "factors.json")
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
    place.CHECK: "what was found of the layers that the study was made of",
    place.RECORD: "settings and times of the study",
    PROJECT: "QGIS project (3.22 or newer) with the rasters in their styles",
    place.MODEL: "the model, to map other areas with; card.html says what it is",
}


def hand_over(
    study: Path, way: str, title: str, rasters: Sequence[ProjectRaster], progress: Progress = SILENT
) -> Path:
    """Pack a finished study into a folder or .zip within it; where that lies.

    Parameters
    ----------
    study : Path
        Folder of the study, styles beside its rasters.
    way : {"folder", "zip"}
    title : str
    rasters : sequence of ProjectRaster
        Those of the project, from the top down.
    progress : Progress

    Raises
    ------
    LandslideError
        A raster that cannot be copied, or no room.
    """
    sizes = [each.stat().st_size for each in study.rglob("*") if each.is_file()]
    require_space(str(study), 2 * sum(sizes))
    if way == "zip":
        target = study / f"{study.name}.zip"
        with TemporaryDirectory(prefix="landslide-") as folder:
            packed = Path(folder) / study.name
            packed.mkdir()
            _fill(packed, study, title, rasters, progress)
            with written_whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                for path in sorted(each for each in packed.rglob("*") if each.is_file()):
                    archive.write(path, path.relative_to(packed.parent))
        return target
    target = study / FOLDER
    with scratch_for(target) as scratch:
        packed = scratch / FOLDER
        packed.mkdir()
        _fill(packed, study, title, rasters, progress)
        put_in_place(packed, target)
    return target


def _fill(
    packed: Path, study: Path, title: str, rasters: Sequence[ProjectRaster], progress: Progress
) -> None:
    shown = {raster.path.name for raster in rasters}
    every = [*rasters, *(_plain(study / name) for name in place.FILES if name not in shown)]
    copies = []
    for number, raster in enumerate(
        each for each in every if each.path.suffix == ".tif" and each.path.exists()
    ):
        progress.step(number / max(len(every), 1))
        write_deflated(raster.path, packed / raster.path.name)
        style = raster.path.with_suffix(".qml")
        if style.exists():
            shutil.copyfile(style, packed / style.name)
        if raster.path.name in shown:
            copies.append(replace(raster, path=packed / raster.path.name))
    later = [path.name for pattern in MADE_LATER for path in sorted(study.glob(pattern))]
    for name in (*KEPT, *later):
        if (study / name).exists():
            shutil.copyfile(study / name, packed / name)
    shutil.copytree(study / place.MODEL, packed / place.MODEL)
    (packed / PROJECT).write_bytes(zipped_project(project_text(title, copies), "study"))
    there = [name for name in WORDS if (packed / name).exists()]
    lines = [title, "", *(f"{name:28}{WORDS[name]}" for name in there)]
    (packed / README).write_text("\n".join([*lines, ""]), encoding="utf-8")
    progress.step(1.0)


def _plain(path: Path) -> ProjectRaster:
    return ProjectRaster(path, path.stem, "")
