"""What mkdocs does beyond itself: equations as MathML, and the reference pages in the menu."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

PLACE = "help"
FUNCTION = re.compile(r"(\\(?:sin|cos|tan|log)(?:_\{\w+\})?(?:\^\d)?)\s*(?=[a-zA-Z\\])(?!\\right)")
"""A function before its argument, which MathML would set without a space."""


def equation(source: str, *_: Any, **__: Any) -> str:
    """A fenced block ``math`` as MathML, which browsers show without any script or font from the net."""
    from latex2mathml.converter import convert

    spaced = FUNCTION.sub(r"\1 \\, ", source)
    lines = [line.strip() for line in spaced.split("\n\n") if line.strip()]
    return "".join(f'<div class="equation">{convert(line, display="block")}</div>' for line in lines)


def title(path: Path) -> str:
    """The first heading of a page."""
    return html.unescape(path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ").strip())


def on_config(config: Any) -> Any:
    """List the generated pages under the entry of the menu that names their folder."""
    pages = Path(config["docs_dir"]) / PLACE
    listed = sorted((path for path in pages.glob("*.md") if path.stem != "index"), key=title)
    entries = [{"Overview": f"{PLACE}/index.md"}, *({title(p): f"{PLACE}/{p.name}"} for p in listed)]
    for entry in config["nav"]:
        for name, value in entry.items():
            if value == PLACE:
                entry[name] = entries
    return config
