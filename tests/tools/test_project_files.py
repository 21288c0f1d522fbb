"""What stands beside the plugin says what the plugin says: citation, automation, hooks."""

import re

import pytest

from tools.check.house import REPOSITORY
from tools.ship.store import metadata

yaml = pytest.importorskip("yaml")
GENERAL = metadata((REPOSITORY / "landslide_plugin" / "metadata.txt").read_text(encoding="utf-8"))
TARGETS = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_citation_repeats_the_metadata():
    citation = read(REPOSITORY / "CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert [author["name"] for author in citation["authors"]] == [GENERAL["author"]]
    assert citation["authors"][0]["email"] == GENERAL["email"]
    told = {"version": "version", "license": "license", "url": "homepage", "repository-code": "repository"}
    assert {key: citation[key] for key in told} == {key: GENERAL[name] for key, name in told.items()}
    assert citation["title"].startswith(GENERAL["name"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_automation_calls_targets_of_the_makefile_and_checks_nothing_itself(path):
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"\b(?:pytest|ruff|mypy|mkdocs)\b", text)
    called = set(re.findall(r"\bmake ([a-z-]+)", text))
    for job in read(path)["jobs"].values():
        called |= set(job.get("strategy", {}).get("matrix", {}).get("target", []))
    assert called
    assert called <= TARGETS


def test_hooks_start_tools_of_the_development_environment():
    for repository in read(REPOSITORY / ".pre-commit-config.yaml")["repos"]:
        assert repository["repo"] == "local"
        assert all(hook["entry"].startswith(".venv/bin/") for hook in repository["hooks"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_can_be_read(path):
    form = read(path)
    assert form.get("body") or path.name == "config.yml"
    named = [part["id"] for part in form.get("body", []) if part["type"] != "markdown"]
    assert len(named) == len(set(named))
