"""The lines that a QGIS of the campaign says, among all that libraries print."""

from __future__ import annotations

import json
from typing import Any

SIGN = "@{"


def say(**told: Any) -> None:
    """A line that the campaign reads."""
    print("\n@" + json.dumps(told), flush=True)


def lines_of(said: bytes) -> list[dict[str, Any]]:
    r"""What was said so.

    >>> lines_of(b'noise\n@{"done": 1}\n')
    [{'done': 1}]
    """
    lines = said.decode("utf-8", "replace").splitlines()
    return [json.loads(line[1:]) for line in lines if line[:2] == SIGN and line.endswith("}")]
