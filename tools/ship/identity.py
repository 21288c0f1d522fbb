"""What the project is called and where it lives stands once, in ``pyproject.toml``; this fills it in elsewhere.

``python -m tools.ship.identity`` writes version, author, e-mail and addresses into ``metadata.txt``, the citation
and the form for problems, and the head of the newest section of ``CHANGELOG.md`` into ``metadata.txt``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
METADATA, CITATION = "landslide_plugin/metadata.txt", "CITATION.cff"
PROBLEM, CHANGES = ".github/ISSUE_TEMPLATE/problem.yml", "CHANGELOG.md"
ADDRESSES = ("email", "homepage", "tracker", "repository")


def identity(repository: Path = REPOSITORY) -> dict[str, str]:
    """Version, author, e-mail and addresses, by the keys of ``metadata.txt``."""
    import tomllib

    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (author,) = project["authors"]
    urls = {key.lower(): address for key, address in project["urls"].items()}
    return {
        "version": project["version"],
        "author": author["name"],
        "email": author["email"],
        "homepage": urls["homepage"],
        "tracker": urls["issues"],
        "repository": urls["repository"],
    }


def placeholders(general: Mapping[str, str]) -> list[str]:
    """Keys whose address is still in a domain reserved for examples (RFC 2606).

    >>> placeholders({"email": "a@b.example.org", "homepage": "https://real.net", "tracker": ""})
    ['email']
    """
    return [key for key in ADDRESSES if re.search(r"\bexample\.(org|com|net)\b", general.get(key, ""))]


def newest_changes(text: str) -> str:
    r"""Head of the newest section of a changelog, in lines of ``metadata.txt``: what stands before its first list.

    >>> newest_changes("# Log\n\n## 0.2.0\n\nBetter, by 5 %.\nFaster.\n\n### Added\n- Much\n\n## 0.1.0\n")
    'Better, by 5 %%.\n    Faster.'
    """
    section = re.split(r"^## .*$", text, flags=re.MULTILINE)[1]
    head = re.split(r"^###? ", section, maxsplit=1, flags=re.MULTILINE)[0].strip()
    return "\n    ".join(line for line in head.replace("%", "%%").splitlines() if line.strip())


def with_metadata(text: str, told: Mapping[str, str], changes: str) -> str:
    """The text of ``metadata.txt`` with identity and changes filled in."""
    for key, value in told.items():
        text = re.sub(rf"^{key}=.*$", lambda _, k=key, v=value: f"{k}={v}", text, flags=re.MULTILINE)
    return re.sub(r"^changelog=.*(?:\n[ \t]+.*)*", lambda _: f"changelog={changes}", text, flags=re.MULTILINE)


def with_citation(text: str, told: Mapping[str, str]) -> str:
    """The text of the citation with identity filled in."""
    lines = {
        r"^version: .*$": f"version: {told['version']}",
        r"^url: .*$": f"url: {told['homepage']}",
        r"^repository-code: .*$": f"repository-code: {told['repository']}",
        r"^    email: .*$": f"    email: {told['email']}",
        r"^  - name: .*$": f"  - name: {told['author']}",
    }
    for pattern, line in lines.items():
        text = re.sub(pattern, lambda _, found=line: found, text, flags=re.MULTILINE)
    return text


def with_problem(text: str, told: Mapping[str, str]) -> str:
    """The text of the form for problems with the version filled in as an example."""
    pattern = r"(label: Version of the plugin\n.*\n\s*placeholder: ).*"
    return re.sub(pattern, lambda found: found[1] + told["version"], text)


def filled(repository: Path = REPOSITORY) -> dict[str, str]:
    """Texts of the files that repeat the identity, as they should be, by path."""
    told = identity(repository)

    def read(path: str) -> str:
        return (repository / path).read_text(encoding="utf-8")

    return {
        METADATA: with_metadata(read(METADATA), told, newest_changes(read(CHANGES))),
        CITATION: with_citation(read(CITATION), told),
        PROBLEM: with_problem(read(PROBLEM), told),
    }


def main() -> int:
    """Write the files that differ and name them."""
    for path, text in filled().items():
        if (REPOSITORY / path).read_text(encoding="utf-8") != text:
            (REPOSITORY / path).write_text(text, encoding="utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
