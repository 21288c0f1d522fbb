"""What mkdocs does beyond itself: equations as MathML, and the reference pages in the menu."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from tools.ship.identity import identity

PLACE = "help"
FUNCTION = re.compile(r"(\\(?:sin|cos|tan|log)(?:_\{\w+\})?(?:\^\d)?)\s*(?=[a-zA-Z\\])(?!\\right)")
"""A function before its argument, which MathML would set without a space."""


def equation(source: str, *_: Any, **__: Any) -> str:
    """A fenced block ``math`` as MathML, which browsers show without any script or font from the net."""
    from latex2mathml.converter import convert

    spaced = FUNCTION.sub(r"\1 \\, ", source)
    lines = [line.strip() for line in spaced.split("\n\n") if line.strip()]
    return "".join(f'<div class="equation">{convert(line, display="block")}</div>' for line in lines)


def listed(overview: str) -> list[dict[str, Any]]:
    r"""Entries of the menu from the page that lists all algorithms: its groups, and in each its pages, in its order.

    >>> listed("# All\n\n## Map\n\n- [Compare maps](comparemaps.md) `x`: two.\n- [Classify](classifymap.md)\n")
    [{'Map': [{'Compare maps': 'help/comparemaps.md'}, {'Classify': 'help/classifymap.md'}]}]
    """
    groups: list[dict[str, Any]] = []
    for line in overview.splitlines():
        if line.startswith("## "):
            groups.append({line[3:]: []})
        found = re.match(r"- \[([^\]]+)\]\((\w+\.md)\)", line)
        if found and groups:
            (pages,) = groups[-1].values()
            pages.append({html.unescape(found[1]): f"{PLACE}/{found[2]}"})
    return groups


def on_config(config: Any) -> Any:
    """List the generated pages, by group and in the toolbox's order, under the entry that names their folder."""
    overview = (Path(config["docs_dir"]) / PLACE / "index.md").read_text(encoding="utf-8")
    entries = [{"Overview": f"{PLACE}/index.md"}, *listed(overview)]
    for entry in config["nav"]:
        for name, value in entry.items():
            if value == PLACE:
                entry[name] = entries
    told = identity()
    config["copyright"] = (
        f"Version {told['version']}. Cite as: {told['author']}, Landslide Susceptibility, "
        f"version {told['version']}, {told['homepage']}"
    )
    return config
