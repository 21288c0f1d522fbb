"""Build the documentation into ``build/site``: the pages of ``docs`` and the reference made from the algorithms.

``.venv`` writes the reference, since it sees QGIS; ``.venv-docs`` runs mkdocs, which refuses every
broken link. Nothing is fetched while building or reading: equations become MathML, fonts are the reader's.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = REPOSITORY / "build" / "docs"
SITE = REPOSITORY / "build" / "site"
FETCHED = re.compile(r'<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="(https?://[^"]+)"')
COPIED = ("CHANGELOG.md", "CONTRIBUTING.md")
OUTWARD = {
    "](docs/": "](",
    "](CONTRIBUTING.md)": "](contributing.md)",
    "](CHANGELOG.md)": "](changelog.md)",
}


def gather(pages: Path) -> None:
    """Copy the hand-written pages, and those that lie at the root of the repository, into ``pages``."""
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(REPOSITORY / "docs", pages)
    for name in COPIED:
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        for ours, theirs in OUTWARD.items():
            text = text.replace(ours, theirs)
        (pages / name.lower()).write_text(text, encoding="utf-8")


def run(command: list[str], **variables: str) -> int:
    """Run a command in the repository; its exit code."""
    return subprocess.run(command, cwd=REPOSITORY, env={**os.environ, **variables}, check=False).returncode


def fetched(site: Path) -> list[str]:
    """Scripts, styles and pictures that pages would fetch from elsewhere; there should be none."""
    found = set()
    for path in site.rglob("*.html"):
        found.update(FETCHED.findall(path.read_text(encoding="utf-8")))
    return sorted(found)


def main() -> int:
    """Gather, generate, build; 1 if anything fails, mkdocs warns, or a page needs the net."""
    gather(PAGES)
    with tempfile.TemporaryDirectory() as runtime:
        failed = run(
            [sys.executable, "-m", "tools.docs.reference", str(PAGES / "help")],
            QT_QPA_PLATFORM="offscreen",
            XDG_RUNTIME_DIR=runtime,
        )
    if failed:
        return 1
    mkdocs = REPOSITORY / ".venv-docs" / "bin" / "python"
    failed = run([str(mkdocs), "-m", "mkdocs", "build", "--strict", "--quiet"], NO_MKDOCS_2_WARNING="true")
    for address in fetched(SITE):
        print(f"a page would fetch {address}")
        failed = 1
    if not failed:
        size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
        count = len(list(SITE.rglob("*.html")))
        print(f"{SITE.relative_to(REPOSITORY)}/index.html: {count} pages, {size / 2**20:.1f} MiB")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
