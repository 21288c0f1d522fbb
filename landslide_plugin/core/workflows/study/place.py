"""Where the results of a study lie, and what they are called there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ...errors import InputError
from ...requirements import AnyPath, require_folder_place

FACTORS, PROFILE, SCENARIOS, MODEL = "factors.tif", "soil_profile.tif", "scenarios.csv", "model"
CLASSES, PROBABILITY, UNCERTAINTY = (
    "susceptibility_classes.tif",
    "susceptibility.tif",
    "standard_deviation.tif",
)
SAFETY, FAILURE = "factor_of_safety.tif", "probability_of_failure.tif"
CHECK, REPORT, RECORD = "input_check.html", "report.html", "study.json"
SHEET = "map_sheet.pdf"
FILES = (
    FACTORS,
    PROFILE,
    SCENARIOS,
    SAFETY,
    FAILURE,
    CLASSES,
    PROBABILITY,
    UNCERTAINTY,
    CHECK,
    REPORT,
    RECORD,
)
FOLDER = "landslide"
"""Folder for studies, beside the project."""

LONGEST_NAME = 60


def default_folder(home: str, inventory: str, today: date) -> Path:
    """The first free folder for a study beside its project.

    Parameters
    ----------
    home : str
        Folder of the project; empty if it is not saved.
    inventory : str
        Name of the inventory's layer.
    today : date

    Raises
    ------
    InputError
        The project is not saved.

    Examples
    --------
    >>> default_folder("/nowhere", "Slides, 2018", date(2026, 5, 1)).as_posix()
    '/nowhere/landslide/Slides_2018_2026-05-01'
    >>> default_folder("", "slides", date(2026, 5, 1))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: FOLDER is not set and the project is not saved, so there is no folder \
beside it; save the project, or give FOLDER
    """
    if not home:
        raise InputError(
            "FOLDER is not set and the project is not saved, so there is no folder beside it; save the project, or "
            "give FOLDER"
        )
    name = re.sub(r"\W+", "_", inventory).strip("_")[:LONGEST_NAME] or "study"
    first = Path(home) / FOLDER / f"{name}_{today.isoformat()}"
    place, number = first, 1
    while place.exists():
        number += 1
        place = first.with_name(f"{first.name}_{number}")
    return place


def require_free(folder: AnyPath) -> None:
    """Raise ``InputError`` unless a study can fill the folder: it is not there yet, or it is empty.

    >>> require_free("/nowhere/at/all")
    """
    require_folder_place(str(folder), "FOLDER")
    place = Path(folder)
    if place.is_dir() and any(place.iterdir()):
        raise InputError(f"FOLDER: {folder} holds files already; give a new or an empty folder")
