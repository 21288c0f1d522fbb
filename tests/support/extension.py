"""The blocks of ``docs/extend.md`` applied to a copy of the plugin, as a reader would type them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "extend.md"


def blocks(page: str) -> Iterator[tuple[str, list[str]]]:
    """File and lines of each ``diff`` block: `` `` kept, ``-`` taken away, ``+`` added."""
    for part in page.split("```diff\n")[1:]:
        head, *lines = part.split("\n```")[0].splitlines()
        yield head.replace("--- ", "", 1).strip(), lines


def apply(block: tuple[str, list[str]], root: Path) -> None:
    """Change one file as a block says; raise ``AssertionError`` if its lines are not there, once."""
    name, lines = block
    path = root / name
    added = [line[1:] for line in lines if line.startswith("+")]
    old = [line[1:] for line in lines if not line.startswith("+")]
    if not old:
        assert not path.exists(), f"{name} exists already"
        path.write_text("\n".join(added) + "\n", encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    before = "\n".join(old)
    assert text.count(before) == 1, f"{name} does not hold these lines once:\n{before}"
    new = [line[1:] for line in lines if not line.startswith("-")]
    path.write_text(text.replace(before, "\n".join(new)), encoding="utf-8")


def extended(root: Path) -> Path:
    """A copy of the plugin below ``root`` with every block applied."""
    ignored = shutil.ignore_patterns("__pycache__", "sample", "models")
    shutil.copytree(REPOSITORY / "landslide_plugin", root / "landslide_plugin", ignore=ignored)
    for block in blocks(PAGE.read_text(encoding="utf-8")):
        apply(block, root)
    return root
