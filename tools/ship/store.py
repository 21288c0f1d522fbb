"""What plugins.qgis.org refuses in a zip or remarks on, by the rules of its own validator and scanner.

Sources: ``plugins/validator.py`` and the security scanner of github.com/qgis/QGIS-Plugins-Website, and
https://plugins.qgis.org/docs/security-scanning; findings of Bandit and detect-secrets keep a version from being
downloaded, those of Flake8 are shown beside it.
"""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlparse

PLUGIN = "landslide_plugin"
LARGEST_BYTES = 25_000_000
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
    "changelog",
)
ADDRESSES = ("homepage", "tracker", "repository")
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE", "resources/requirements-worker.txt")
FORBIDDEN = re.compile(
    r"(^|/)(__pycache__|__MACOSX|tests?|\.(?!flake8$)[^/]+)(/|$)"
    r"|\.(py[cod]|so|dll|dylib|exe|sh|bat|ps1|cmd|pkl|joblib|h5|keras)$|ruff\.toml$"
)
EXECUTABLE_HEADS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")


def faults(target: Path) -> Iterator[str]:
    """What plugins.qgis.org would refuse in the zip, one line each."""
    size = target.stat().st_size
    if size > LARGEST_BYTES:
        yield f"{size:,} bytes; at most {LARGEST_BYTES:,}"
    with zipfile.ZipFile(target) as archive:
        if archive.testzip():
            yield f"{archive.testzip()} is damaged"
            return
        names = archive.namelist()
        tops = {name.split("/")[0] for name in names}
        if tops != {PLUGIN}:
            yield f"top folders {', '.join(sorted(tops))}; only {PLUGIN} is allowed"
        for name in REQUIRED_FILES:
            if f"{PLUGIN}/{name}" not in names:
                yield f"{name} is missing"
        for name in names:
            if FORBIDDEN.search(name) or ".." in name or name.startswith("/"):
                yield f"{name} must not be in the zip"
            elif archive.read(name)[:4].startswith(EXECUTABLE_HEADS):
                yield f"{name} is a program"
        if f"{PLUGIN}/metadata.txt" in names:
            yield from text_faults(archive.read(f"{PLUGIN}/metadata.txt").decode("utf-8"), names)


def text_faults(text: str, names: Sequence[str]) -> Iterator[str]:
    """What is wrong with the text of ``metadata.txt``, given the names in the zip."""
    try:
        general = metadata(text)
    except configparser.Error as error:
        yield f"metadata.txt cannot be parsed: {' '.join(str(error).split())}"
        return
    yield from metadata_faults(general, names)


def metadata(text: str) -> Mapping[str, str]:
    r"""The section ``general`` of a ``metadata.txt``, parsed as the store and QGIS do: a per cent sign is two.

    >>> metadata("[general]\nabout=at most 5 %% of the cells")["about"]
    'at most 5 % of the cells'
    """
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser.items("general"))


def metadata_faults(general: Mapping[str, str], names: Sequence[str]) -> Iterator[str]:
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
    if "/" in general.get("author", ""):
        yield f"metadata.txt: author {general['author']} has a slash"
    for key in ADDRESSES:
        address = urlparse(general.get(key, ""))
        if general.get(key, "").strip() and not (address.scheme and address.netloc):
            yield f"metadata.txt: {key} {general[key]} is no address"


def security_findings(target: Path) -> Iterator[str]:
    """Findings of Bandit and detect-secrets in the unpacked zip, one line each; they block a version."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(target, folder)
        for found in json.loads(_said(folder, "bandit", "-r", "-q", "-f", "json", PLUGIN))["results"]:
            yield f"{found['filename']}:{found['line_number']}: {found['test_id']} {found['issue_text']}"
        secrets = _said(folder, "detect-secrets", "scan", "--no-verify", "--all-files", PLUGIN)
        for path, rows in json.loads(secrets)["results"].items():
            for row in rows:
                yield f"{path}:{row['line_number']}: {row['type']}"


def style_findings(target: Path) -> Iterator[str]:
    """Findings of Flake8 in the unpacked zip with the settings that lie in it, one line each."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(target, folder)
        settings = ("--max-line-length=120", "--config", f"{PLUGIN}/.flake8")
        yield from _said(folder, "flake8", *settings, PLUGIN).splitlines()


def _unpack(target: Path, folder: str) -> None:
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder)


def _said(folder: str, program: str, *words: str) -> str:
    """What a tool of the development environment prints; it ends with 1 where it found something."""
    command = [str(Path(sys.executable).parent / program), *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{program}: {done.stderr.strip()[-300:]}")
    return done.stdout
