"""Build the plugin's zip and check it as plugins.qgis.org does.

The zip holds the tracked files of ``landslide_plugin``, the licence and the documentation as ``make docs``
built it, so that the Help button works without a network; it is the same to the last byte whenever the files are.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from pathlib import Path, PurePosixPath
from typing import Optional

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN = "landslide_plugin"
LARGEST_BYTES = 25 * 1024 * 1024
DATE = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = ("ruff.toml", "*.sh", "tests/*")
SITE, HELP = REPOSITORY / "build" / "site", "help"
NEEDLESS_PAGES = re.compile(r"\.(map|gz|xml)$|/lunr/")
REQUIRED_KEYS = (
    "name",
    "description",
    "about",
    "version",
    "author",
    "email",
    "homepage",
    "tracker",
    "repository",
    "qgisMinimumVersion",
    "qgisMaximumVersion",
    "hasProcessingProvider",
    "icon",
    "license",
)
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE", "resources/requirements-worker.txt")
FORBIDDEN = re.compile(
    r"(^|/)(__pycache__|__MACOSX|tests?|\.[^/]+)(/|$)|\.(py[cod]|so|dll|dylib|exe|sh|bat|pkl|joblib|h5|keras)$|ruff\.toml$"
)
EXECUTABLE_HEADS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")


def tracked_files(repository: Path) -> list[str]:
    """Paths below the plugin's folder that git tracks and the zip carries, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", PLUGIN], cwd=repository, capture_output=True, text=True, check=True
    ).stdout
    paths = [PurePosixPath(name).relative_to(PLUGIN) for name in listed.split("\0") if name]
    return sorted(str(path) for path in paths if not any(path.match(pattern) for pattern in LEFT_OUT))


def metadata(text: str) -> Mapping[str, str]:
    """The section ``general`` of a ``metadata.txt``."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser["general"])


def help_files(site: Path) -> dict[str, Path]:
    """Pages of the documentation and what they show, by their place in the plugin's folder."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {
        f"{HELP}/{path.relative_to(site).as_posix()}": path
        for path in found
        if not NEEDLESS_PAGES.search(path.as_posix())
    }


def build(repository: Path, folder: Path, site: Optional[Path] = None) -> Path:
    """Write the zip into ``folder`` and return its path; ``site`` holds the documentation, if it comes along."""
    version = metadata((repository / PLUGIN / "metadata.txt").read_text(encoding="utf-8"))["version"]
    files = {name: repository / PLUGIN / name for name in tracked_files(repository)}
    files["LICENSE"] = repository / "LICENSE"
    files.update(help_files(site) if site else {})
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PLUGIN}-{version}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{PLUGIN}/{name}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes())
    return target


def faults(target: Path) -> Iterator[str]:
    """What plugins.qgis.org would refuse in the zip, one line each."""
    if target.stat().st_size > LARGEST_BYTES:
        yield f"{target.stat().st_size / 2**20:.1f} MiB; at most 25"
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        tops = {name.split("/")[0] for name in names}
        if tops != {PLUGIN}:
            yield f"top folders {', '.join(sorted(tops))}; only {PLUGIN} is allowed"
        for name in REQUIRED_FILES:
            if f"{PLUGIN}/{name}" not in names:
                yield f"{name} is missing"
        for name in names:
            if FORBIDDEN.search(name):
                yield f"{name} must not be in the zip"
            elif archive.read(name)[:4].startswith(EXECUTABLE_HEADS):
                yield f"{name} is a program"
        if f"{PLUGIN}/metadata.txt" in names:
            text = archive.read(f"{PLUGIN}/metadata.txt").decode("utf-8")
            yield from metadata_faults(metadata(text), names)


def metadata_faults(general: Mapping[str, str], names: list[str]) -> Iterator[str]:
    """What is wrong with the metadata, given the names in the zip."""
    for key in REQUIRED_KEYS:
        if not general.get(key, "").strip():
            yield f"metadata.txt has no {key}"
    if "dependencies" not in general.get("about", "").lower():
        yield "metadata.txt: about does not state the dependencies"
    if f"{PLUGIN}/{general.get('icon', '')}" not in names:
        yield f"metadata.txt: icon {general.get('icon', '')} is not in the zip"
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", general.get("version", "")):
        yield f"metadata.txt: version {general.get('version', '')} is not like 1.2.3"


def placeholder_keys(general: Mapping[str, str]) -> list[str]:
    """Keys whose address is still in a domain reserved for examples."""
    return [
        key for key in ("email", "homepage", "tracker", "repository") if "example." in general.get(key, "")
    ]


def security_findings(target: Path) -> Iterator[str]:
    """Findings of bandit and detect-secrets in the unpacked zip, one line each."""
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(target) as archive:
            archive.extractall(folder)
        bandit = subprocess.run(
            [scripts / "bandit", "-r", "-q", "-f", "json", PLUGIN],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        for found in json.loads(bandit.stdout)["results"]:
            yield f"{found['filename']}:{found['line_number']}: {found['test_id']} {found['issue_text']}"
        secrets = subprocess.run(
            [scripts / "detect-secrets", "scan", "--no-verify", "--all-files", PLUGIN],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        for path, rows in json.loads(secrets.stdout)["results"].items():
            for row in rows:
                yield f"{path}:{row['line_number']}: {row['type']}"


def main() -> int:
    """Build, check, report; 1 if plugins.qgis.org would refuse the zip."""
    target = build(REPOSITORY, REPOSITORY / "build", SITE)
    found = [*faults(target), *security_findings(target)]
    for line in found:
        print(f"refused: {line}")
    general = metadata((REPOSITORY / PLUGIN / "metadata.txt").read_text(encoding="utf-8"))
    placeholders = placeholder_keys(general)
    if placeholders:
        print(
            f"warning: {', '.join(placeholders)} in {PLUGIN}/metadata.txt still point to the reserved example domain"
        )
    with zipfile.ZipFile(target) as archive:
        count = len(archive.namelist())
    print(
        f"{target.relative_to(REPOSITORY)}: {count} files, {target.stat().st_size / 2**20:.2f} MiB, {len(found)} faults"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
