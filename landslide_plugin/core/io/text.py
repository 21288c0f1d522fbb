"""Small text files, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import InputError


def write_text(path: str, text: str) -> None:
    """Write a text file (UTF-8) beside its target and rename it, so that no half file is left.

    Raises
    ------
    InputError
        The folder is missing or cannot be written to.
    """
    target = Path(path).absolute()
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, target)
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)
