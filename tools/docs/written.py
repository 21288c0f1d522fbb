"""The page of the files that each algorithm writes and removes, from the algorithms' own declarations."""

from __future__ import annotations

from typing import Any

HEAD = """# Files written and removed

What each algorithm writes, from what it declares itself (`algorithms/writes.py`). The campaign of `make attack` holds
every run to this table: a file that it does not name may not come to be, and of what was there before only what it
names may change. What that means for your own files is on the page [Your files](../reliability.md).

Files are written as `<name>.<8 signs>.part` beside their place and take their name when they are whole; what lasts as
long as a run lies in `landslide-<8 signs>` in the temporary folder of the system. Both go with the run, or with the
next one if it is killed. QGIS itself notes statistics of each raster that it opens in `<raster>.aux.xml`.
"""


def words(names: tuple[str, ...], before: str = "") -> str:
    """Names in a cell of a table.

    >>> words((".qml", ".json"), "<name>")
    '`<name>.qml`, `<name>.json`'
    """
    return ", ".join(f"`{before}{name}`" for name in names)


def row(one: Any, sidecars: tuple[str, ...]) -> str:
    """A row of the table: an output and what belongs to it."""
    from .reference import cell

    beside = [f"`<file>{end}`" if end in sidecars else f"`<name>{end}`" for end in one.beside]
    removed = [f"`<file>{end}`" for end in one.removed]
    what = words(one.within) if one.within else "the file"
    if one.within == ("*",):
        what = "the whole folder"
    return f"| `{one.key}` | {cell(one.label)} | {what} | {', '.join(beside)} | {', '.join(removed)} |"


def page(algorithms: list[Any]) -> str:
    """The whole page."""
    from landslide_plugin.algorithms.writes import inventory
    from landslide_plugin.core.io.raster.sink import SIDECARS

    lines = [HEAD]
    for algorithm in sorted(algorithms, key=lambda one: (one.group(), one.displayName())):
        outputs = list(inventory(algorithm))
        lines += [f"## {algorithm.displayName()}", ""]
        if not outputs:
            lines += ["Nothing.", ""]
            continue
        lines += [
            "| output | what it is | files | beside it | removed when replaced |",
            "|---|---|---|---|---|",
        ]
        lines += [*(row(one, SIDECARS) for one in outputs), ""]
    return "\n".join(lines)
