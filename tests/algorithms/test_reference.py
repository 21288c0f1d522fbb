"""The parameter reference says everything that the algorithms declare, in a form a reader can use."""

import re

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from tests.support.harness import REPOSITORY
from tools.docs import written
from tools.docs.reference import overview, page
from tools.docs.tutorials import commands


def test_every_algorithm_and_parameter_is_described(provider):
    listed = overview(list(provider.algorithms()))
    for algorithm in provider.algorithms():
        text = page(algorithm)
        assert f"({algorithm.name()}.md)" in listed
        assert f"`{algorithm.id()}`" in listed
        assert text.startswith(f"# {algorithm.displayName()}\n")
        for definition in algorithm.parameterDefinitions():
            rows = [row for row in text.splitlines() if row.startswith(f"| `{definition.name()}` |")]
            assert rows, f"{algorithm.name()}: {definition.name()} is not described"
            assert definition.description().split("|")[0].split("<")[0][:20].strip() in rows[0]
        for definition in algorithm.outputDefinitions():
            assert f"| `{definition.name()}` |" in text


def test_tables_keep_their_columns(provider):
    """A bar or a line break in a help text would tear a table apart."""
    for algorithm in provider.algorithms():
        for row in page(algorithm).splitlines():
            if row.startswith("| `"):
                assert len(re.findall(r"(?<!\\)\|", row)) in (3, 5), row


def test_examples_are_commands_with_every_required_parameter(provider, tmp_path):
    for algorithm in provider.algorithms():
        path = tmp_path / f"{algorithm.name()}.md"
        path.write_text(page(algorithm), encoding="utf-8")
        (command,) = commands(path)
        assert command.algorithm == algorithm.id()
        required = {
            definition.name()
            for definition in algorithm.parameterDefinitions()
            if definition.defaultValue() in (None, "")
            and not definition.flags() & definition.Flag.FlagOptional
        }
        assert {key for key, _ in command.params} == required


def test_files_written_are_told_of_every_output(provider):
    text = written.page(list(provider.algorithms()))
    sections = dict(part.split("\n", 1) for part in text.split("\n## ")[1:])
    for algorithm in provider.algorithms():
        section = sections[algorithm.displayName()]
        keys = {one.name() for one in algorithm.parameterDefinitions() if one.isDestination()}
        told = set(re.findall(r"^\| `([^`]+)` \|", section, re.M))
        assert keys <= told, algorithm.name()
        folders = ("FOLDER", "STUDY", "ALSO_FOLDER", "MAPS_FOLDER", "RESULTS_FOLDER")
        assert told - keys in (set(), *({name} for name in folders)), algorithm.name()
        for one in algorithm.parameterDefinitions():
            if one.type() == "folderDestination":
                (row,) = [line for line in section.splitlines() if line.startswith(f"| `{one.name()}` |")]
                assert row.split("|")[3].strip() != "the file", (
                    f"{algorithm.name()}: no files of {one.name()}"
                )


@pytest.mark.parametrize(
    "name", ["tutorial_real_area", "tutorial_physics", "tutorial_events", "synthetic_study"]
)
def test_tutorials_name_groups_and_algorithms_as_the_toolbox_does(provider, name):
    """Each step reads **group > algorithm** and is followed by its command."""
    text = (REPOSITORY / "docs" / f"{name}.md").read_text(encoding="utf-8")
    steps = re.findall(r"\*\*(\d [^*]+?) > ([^*]+?)\*\*", text)
    shown = {
        (algorithm.group(), algorithm.displayName()): algorithm.id() for algorithm in provider.algorithms()
    }
    assert len(steps) >= 5
    assert not [step for step in steps if step not in shown]
    run = [command.algorithm for command in commands(REPOSITORY / "docs" / f"{name}.md")]
    assert [shown[step] for step in steps] == run
