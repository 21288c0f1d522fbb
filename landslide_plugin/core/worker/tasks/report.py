"""The worker's task ``report``: a bundle and map previews in, one HTML file out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...progress import Progress
from ...report.common.content import load_content
from ...report.common.statements import difference_words
from ...report.page import render
from ...writing.whole import write_bytes


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Write the report.

    Parameters
    ----------
    job : mapping
        ``folder`` (previews as ``content.LAYERS`` names them, ``.npy``), ``record`` and ``metrics`` of
        the bundle, ``output`` (the HTML file), ``title``, ``cells`` (5 counts of the full class
        raster), ``landslides`` (5 counts or None), ``frame`` (fields of ``MapFrame``); optional
        ``sources`` (role: file name) and ``date``.
    progress : Progress

    Returns
    -------
    dict
        ``output``, ``bytes``, ``spatial_auroc`` by model, ``difference`` in words, ``warnings``.

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
    text = render(content, progress)
    return {
        "output": job["output"],
        "bytes": write_whole(str(job["output"]), text.encode("utf-8")),
        "spatial_auroc": {key: content.model.spatial_interval(key)[0] for key in content.model.scored()},
        "difference": difference_words(content),
        "warnings": list(content.classes.warnings),
    }


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
