"""Build the plugin's zip and check it as plugins.qgis.org does.

The zip holds the tracked files of ``landslide_plugin``, the licence and the documentation as ``make docs``
built it, so that the Help button works without a network; it is the same to the last byte whenever the files are.
While addresses of the project are placeholders, the names of zip and plugin say that they are not for the store.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath
from typing import Optional

from tools.ship.identity import placeholders
from tools.ship.store import PLUGIN, faults, metadata, security_findings, style_findings

REPOSITORY = Path(__file__).resolve().parents[2]
DATE = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = ("ruff.toml", "*.sh", "tests/*")
SITE, HELP = REPOSITORY / "build" / "site", "help"
NEEDLESS_PAGES = re.compile(r"\.(map|gz|xml)$|/lunr/")
METADATA = f"{PLUGIN}/metadata.txt"


def tracked_files(repository: Path) -> list[str]:
    """Paths below the plugin's folder that git tracks and the zip carries, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", PLUGIN], cwd=repository, capture_output=True, text=True, check=True
    ).stdout
    paths = [PurePosixPath(name).relative_to(PLUGIN) for name in listed.split("\0") if name]
    return sorted(str(path) for path in paths if not any(path.match(pattern) for pattern in LEFT_OUT))


def help_files(site: Path) -> dict[str, Path]:
    """Pages of the documentation and what they show, by their place in the plugin's folder."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {
        f"{HELP}/{path.relative_to(site).as_posix()}": path
        for path in found
        if not NEEDLESS_PAGES.search(path.as_posix())
    }


def named_for(text: str) -> str:
    r"""The text of ``metadata.txt`` as it is shipped: its name says so while the store cannot have it.

    >>> named_for("[general]\nname=A plugin\nhomepage=https://a.example.org\n").splitlines()[1]
    'name=A plugin (not for the store)'
    """
    if not placeholders(metadata(text)):
        return text
    return re.sub(r"^name=(.*)$", r"name=\1 (not for the store)", text, count=1, flags=re.MULTILINE)


def build(repository: Path, folder: Path, site: Optional[Path] = None) -> Path:
    """Write the zip into ``folder`` and return its path; ``site`` holds the documentation, if it comes along."""
    text = (repository / METADATA).read_text(encoding="utf-8")
    general = metadata(text)
    files = {f"{PLUGIN}/{name}": repository / PLUGIN / name for name in tracked_files(repository)}
    files[f"{PLUGIN}/LICENSE"] = repository / "LICENSE"
    files.update({f"{PLUGIN}/{name}": path for name, path in (help_files(site) if site else {}).items()})
    folder.mkdir(parents=True, exist_ok=True)
    mark = "-not-for-the-store" if placeholders(general) else ""
    target = folder / f"{PLUGIN}-{general['version']}{mark}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, named_for(text).encode() if name == METADATA else path.read_bytes())
    return target


def main() -> int:
    """Build, check, report; 1 if plugins.qgis.org would refuse the zip."""
    target = build(REPOSITORY, REPOSITORY / "build", SITE)
    refused, remarks = [*faults(target), *security_findings(target)], [*style_findings(target)]
    for line in refused:
        print(f"refused: {line}")
    for line in remarks:
        print(f"remark: {line}")
    lacking = placeholders(metadata((REPOSITORY / METADATA).read_text(encoding="utf-8")))
    if lacking:
        print(
            f"Not for the store: {', '.join(lacking)} still lie in the domain reserved for examples. Their owner "
            "writes the real ones into [project] of pyproject.toml and runs python -m tools.ship.identity."
        )
    with zipfile.ZipFile(target) as archive:
        count = len(archive.namelist())
    print(
        f"{target.relative_to(REPOSITORY)}: {count} files, {target.stat().st_size / 1e6:.2f} MB, "
        f"{len(refused)} faults, {len(remarks)} remarks"
    )
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
