"""The worker's task ``publication``: a bundle and map previews in, one figure in three formats and its caption out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...progress import Progress
from ...report import publication
from ...report.common.content import load_content
from ...writing.folders import filled_folder
from .report import write_whole

NAME = "six_panels"
FILES = tuple(f"{NAME}.{kind}" for kind in ("png", "svg", "pdf", "txt"))


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Write the figure.

    Parameters
    ----------
    job : mapping
        As of ``report.run``; ``output`` is a folder here, made if need be, and ``graticule`` may hold
        lines as ``graticule.graticule`` gives them.
    progress : Progress

    Returns
    -------
    dict
        ``png``, ``svg``, ``pdf`` and ``txt``: the files written; ``caption``.

    Raises
    ------
    BundleError, InputError
        The bundle lacks its scores, or the folder cannot be written.
    """
    content, folder = load_content(job), Path(job["output"])
    progress.step(0.1)
    drawn = publication.draw(content, job.get("graticule", []))
    progress.check()
    caption = publication.caption_of(content)
    files = {**drawn, "txt": (caption + "\n").encode("utf-8")}
    try:
        with filled_folder(folder, FILES) as new:
            for kind, data in files.items():
                write_whole(str(new / f"{NAME}.{kind}"), data)
    except OSError as error:
        raise InputError(f"Folder {folder} cannot be made: {error.strerror}; choose another one") from None
    found: dict[str, Any] = {"caption": caption, **{kind: str(folder / f"{NAME}.{kind}") for kind in files}}
    progress.step(1.0)
    return found
