"""Small text files, written whole or not at all."""

from __future__ import annotations

from ..requirements import write_bytes


def write_text(path: str, text: str) -> None:
    """Write a text file (UTF-8) beside its target and rename it, so that no half file is left.

    Raises
    ------
    InputError
        The folder is missing or cannot be written to.
    """
    write_bytes(path, text.encode("utf-8"))
