"""Follow tutorials by hand, as a reader would: in dialogs, by their Run button.

``xvfb-run -a -s "-screen 0 1280x1000x24" .venv/bin/python -m tools.walk.walk PAGE ...`` runs every step of the pages,
says where page and screen differ, and keeps in ``tests/data/tutorials.json`` which layers and warnings each step
gives, for the tests. Needs the modelling environment and some minutes a page.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from tools.check.desktop import run_in_desktop
from tools.check.qgis_runner import REPOSITORY
from tools.walk.compare import OF_THE_MACHINE, differences, unexplained
from tools.walk.pages import steps

TARGET = REPOSITORY / "build" / "walk"
RECORD = REPOSITORY / "tests" / "data" / "tutorials.json"
PAGES = tuple(
    REPOSITORY / "docs" / f"{name}.md"
    for name in ("tutorial_real_area", "tutorial_physics", "tutorial_events")
)
SECONDS_A_PAGE = 1800.0


def walked(
    pages: Sequence[Path],
    target: Path = TARGET,
    run: Sequence[str] = (),
    known: Optional[Mapping[str, Any]] = None,
) -> dict[str, Any]:
    """What each step of the pages showed, by page; see ``script`` for the rest."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"pages": [str(page) for page in pages], "run": list(run), "known": known or {}}, file)
        file.flush()
        script = Path(__file__).with_name("script.py")
        done = run_in_desktop(script, target, SECONDS_A_PAGE * len(pages), {"LANDSLIDE_WALK": file.name})
    results = target / "results.json"
    if not results.exists():
        raise RuntimeError(f"QGIS ended without results: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(results.read_text())
    if "error" in found:
        raise RuntimeError(found["error"])
    return found


def record_of(seen: Sequence[Mapping[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """What is kept of a page for the tests: layers and warnings of each step."""
    return [
        {
            "algorithm": step["algorithm"],
            "layers": [{**layer, "file": _within(layer["file"], folder)} for layer in step["layers"]],
            "warnings": [line for line in step["warnings"] if not line.startswith(OF_THE_MACHINE)],
        }
        for step in seen
    ]


def _within(source: str, folder: Path) -> str:
    path = Path(source.split("|", maxsplit=1)[0])
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name


def main() -> int:
    """Follow the pages; 1 where page and screen differ."""
    pages = [Path(word).resolve() for word in sys.argv[1:]] or list(PAGES)
    found = walked(pages)
    kept = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    odd = []
    for page in pages:
        told, seen = steps(page), found[page.name]
        for step, shown in zip(told, seen):
            odd += [*differences(step, shown)]
            odd += [f"{page.name}: no word of '{line}'" for line in unexplained(step, shown["warnings"])]
            if not shown["done"]:
                odd.append(f"{page.name}: {shown['title']} failed: {shown['log'][-500:]}")
        kept[page.name] = record_of(seen, TARGET / page.stem)
    RECORD.write_text(json.dumps(kept, indent=1) + "\n")
    print("\n".join(odd) or f"{len(pages)} pages say what the screen shows")
    return int(bool(odd))


if __name__ == "__main__":
    sys.exit(main())
