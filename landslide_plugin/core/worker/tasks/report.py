"""The worker's task ``report``: a bundle and map previews in, one HTML file out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...progress import Progress
from ...report.album import Album
from ...report.common.content import load_content
from ...report.common.statements import difference_words
from ...report.page import render
from ...writing.folders import filled_folder, owned
from ...writing.whole import write_bytes

FIGURES = "figures"


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Write the report.

    Parameters
    ----------
    job : mapping
        ``folder`` (previews as ``content.LAYERS`` names them, ``.npy``), ``record`` and ``metrics`` of
        the bundle, ``output`` (the HTML file), ``title``, ``cells`` (5 counts of the full class
        raster), ``landslides`` (5 counts or None), ``frame`` (fields of ``MapFrame``); optional
        ``sources`` (role: file name), ``date``, ``figures`` (folder that gets every figure as PNG, SVG and PDF)
        and ``downloads`` (true: the page holds them too).
    progress : Progress

    Returns
    -------
    dict
        ``output``, ``bytes``, ``spatial_auroc`` by model, ``difference`` in words, ``warnings``,
        ``figures`` (how many were filed).

    Raises
    ------
    BundleError
        The bundle lacks its scores.
    InputError
        The report cannot be written.
    """
    content = load_content(job)
    for warning in content.classes.warnings:
        progress.warning(warning)
    folder = Path(job["figures"]) if job.get("figures") else None
    downloads = bool(job.get("downloads"))
    album = None
    if folder is not None or downloads:
        album = Album(Path(job["folder"]) / FIGURES)
        album.folder.mkdir(exist_ok=True)
    text = render(content, progress, album, downloads)
    if folder is not None and album is not None:
        _moved(album.folder, folder)
    return {
        "output": job["output"],
        "bytes": write_whole(str(job["output"]), text.encode("utf-8")),
        "spatial_auroc": {key: content.model.spatial_interval(key)[0] for key in content.model.scored()},
        "difference": difference_words(content),
        "warnings": list(content.classes.warnings),
        "figures": 0 if album is None else len(album.plates),
    }


def _moved(filed: Path, folder: Path) -> None:
    """Put the figures into their folder, in place of those that a report wrote there before."""
    files = sorted(path for path in filed.iterdir() if path.is_file())
    try:
        with filled_folder(folder, {path.name for path in files} | owned(folder)) as new:
            for path in files:
                write_whole(str(new / path.name), path.read_bytes())
    except OSError as error:
        raise InputError(f"Folder {folder} cannot be made: {error.strerror}; choose another one") from None


def write_whole(path: str, data: bytes) -> int:
    """Write a file beside its target, rename it when complete, and return its size in bytes.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(str(Path(folder, "page.html")), b"<html></html>")
    13
    """
    write_bytes(path, data)
    return len(data)
