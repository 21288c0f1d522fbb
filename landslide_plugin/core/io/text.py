"""Small text files, written whole or not at all."""

from __future__ import annotations

from ..writing.whole import write_bytes


def write_text(path: str, text: str) -> None:
    r"""Write a text file (UTF-8) beside its target and rename it, so that no half file is left.

    Raises
    ------
    InputError
        The folder is missing or cannot be written to.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_text(f"{folder}/note.txt", "10 \u00b0")
    ...     Path(folder, "note.txt").read_bytes()
    b'10 \xc2\xb0'
    """
    write_bytes(path, text.encode("utf-8"))
