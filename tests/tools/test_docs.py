"""The documentation's links lead somewhere, and its commands name what exists."""

import json
import re
from pathlib import Path

import pytest

from tools.docs.tutorials import commands

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
PLUGIN = REPOSITORY / "landslide_plugin"
PAGES = [*sorted(DOCS.glob("*.md")), REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md"]
NAMES = json.loads((REPOSITORY / "tests" / "data" / "frozen_names.json").read_text())
COPIED = {"contributing.md": REPOSITORY / "CONTRIBUTING.md", "changelog.md": REPOSITORY / "CHANGELOG.md"}
LARGEST_PICTURE = 200_000
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")

CITED = re.compile(r"\b((?:de |le )?[A-Z][\w-]+)(?: and [A-Z][\w-]+| et al\.)?,? \(?((?:19|20)\d\d)\b")
NO_AUTHORS = {"November"}
OF_QGIS = {"Plugin landslide_plugin not found"}

of_every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def anchors(page):
    """Anchors of a page's headings, as the documentation builder makes them."""
    found = set()
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            words = re.sub(r"[^\w\s-]", "", line.lstrip("#").strip().lower())
            found.add(re.sub(r"[\s-]+", "-", words))
    return found


def target(page, link):
    """What a link of a page leads to: a file, or the name of an algorithm."""
    path = link.split("#")[0]
    if not path:
        return page
    reference = re.fullmatch(r"(?:docs/)?help/(\w+)\.md", path)
    if reference:
        return reference.group(1)
    return COPIED.get(path, page.parent / path) if page.parent == DOCS else page.parent / path


@of_every_page
def test_links_lead_somewhere(page):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        found = target(page, link)
        if isinstance(found, str):
            assert found in ("index", "files_written") or found in NAMES, f"{page.name}: no algorithm {found}"
            continue
        assert found.exists(), f"{page.name}: {link} leads nowhere"
        if "#" in link:
            assert link.split("#")[1] in anchors(found), f"{page.name}: {link} has no such heading"


@of_every_page
def test_commands_name_algorithms_and_parameters_that_exist(page):
    for command in commands(page):
        provider, _, name = command.algorithm.partition(":")
        assert provider == "landslide", f"{page.name}:{command.line}: {command.algorithm}"
        assert name in NAMES, f"{page.name}:{command.line}: {command.algorithm}"
        unknown = {key for key, _ in command.params} - set(NAMES[name]["parameters"])
        assert not unknown, f"{page.name}:{command.line}: {command.algorithm} has no {', '.join(unknown)}"


def test_every_page_is_in_the_menu():
    menu = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [page.name for page in DOCS.glob("*.md") if page.name not in menu]


def test_pictures_are_small_and_used():
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (DOCS / "pictures").glob("*"):
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name
        assert f"pictures/{picture.name}" in words, f"no page shows {picture.name}"


def test_a_command_that_names_nothing_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```sh\nqgis_process run landslide:nosuch -- DEM=a.tif\n```\n")
    with pytest.raises(AssertionError, match="nosuch"):
        test_commands_name_algorithms_and_parameters_that_exist(page)
    page.write_text("[a](gone.md)\n")
    with pytest.raises(AssertionError, match="leads nowhere"):
        test_links_lead_somewhere(page)
    page.write_text("```sh\nqgis_process run landslide:sampledata AREA=rbsf\n```\n")
    with pytest.raises(ValueError, match=r"page\.md:2"):
        commands(page)


@pytest.mark.parametrize("name", ["model", "mapping"])
def test_whoever_a_page_cites_is_in_its_list_of_references(name):
    body, _, listed = (DOCS / f"{name}.md").read_text(encoding="utf-8").partition("## References")
    cited = {(author, year) for author, year in CITED.findall(body) if author not in NO_AUTHORS}
    assert cited
    missing = [f"{author} {year}" for author, year in sorted(cited) if not _listed(author, year, listed)]
    assert missing == []


def _listed(author, year, listed):
    """Whether a line of the list names the author first and the year."""
    return any(f"| {author}," in line and year in line for line in listed.splitlines())


def test_the_picture_of_a_study_names_every_algorithm():
    pytest.importorskip("qgis.core")
    from tools.docs.workflow_picture import PICTURE, groups, picture

    found = groups()
    told = picture(found)
    assert PICTURE.read_text(encoding="utf-8") == told, "run: python -m tools.docs.workflow_picture"
    shown = [name for group, names in found.items() if group[0] in "23456" for name in names]
    assert [name for name in shown if f">{name}<" not in told] == []


def test_the_menu_has_the_reference_by_group_in_the_order_of_a_study():
    from tools.docs.docs_hooks import listed

    page = "# All\n\n## 2 Map\n\n- [Draw &amp; see](draw.md) `x`: a.\n- [A](a.md)\n\n## 3 Report\n\n- [Page](page.md)\n"
    assert listed(page) == [
        {"2 Map": [{"Draw & see": "help/draw.md"}, {"A": "help/a.md"}]},
        {"3 Report": [{"Page": "help/page.md"}]},
    ]


def test_what_troubleshooting_quotes_is_what_the_plugin_says():
    code = "\n".join(path.read_text(encoding="utf-8") for path in PLUGIN.rglob("*.py"))
    said = re.sub(r'"\s*\n\s*[frb]*"', "", code)
    rows = re.findall(
        r"^\| (.+?) \|", (DOCS / "troubleshooting.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    quoted = {words for row in rows for words in re.findall(r'"([^"]+)"', row)} - OF_QGIS
    assert len(quoted) > 8
    assert [words for words in quoted if words not in said] == []


def test_changelog_names_each_new_algorithm_once():
    newest = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    added = newest.split("### Added")[1].split("### ")[0]
    lines = [line for line in newest.splitlines() if line.startswith("- ")]
    named = re.findall(r"^- \*\*[^*]+\*\* \(`(\w+)`", added, re.MULTILINE)
    assert len(set(lines)) == len(lines)
    assert {"susceptibilitystudy", "handoverstudy"} <= set(named)
    assert len(set(named)) == len(named), "an algorithm is announced twice"
