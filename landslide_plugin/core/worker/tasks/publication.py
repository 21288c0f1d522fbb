"""The worker's task ``publication``: a bundle and map previews in, one figure in three formats and its caption out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...progress import Progress
from ...report import publication
from ...report.common.content import load_content
from .report import write_whole

NAME = "six_panels"


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Folder {folder} cannot be made: {error.strerror}; choose another one") from None
    found: dict[str, Any] = {"caption": caption}
    for kind, data in {**drawn, "txt": (caption + "\n").encode("utf-8")}.items():
        path = folder / f"{NAME}.{kind}"
        write_whole(str(path), data)
        found[kind] = str(path)
    progress.step(1.0)
    return found
