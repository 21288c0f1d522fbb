"""The picture of the house and the list of its rooms say what the law says."""

import re

import pytest

from tools.check.house import LOOSE, MAY_KNOW, REPOSITORY
from tools.docs.house_picture import PICTURE, kind_of, laid_out, svg

ROW_OF_A_ROOM = re.compile(r"^\| `([\w/]+)` \| (.+) \|$", re.MULTILINE)


def listed_rooms():
    """Rooms and words of the table in CONTRIBUTING."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Where things are")[1].split("\n## ")[0]
    return dict(ROW_OF_A_ROOM.findall(table))


def test_the_picture_is_the_one_that_the_law_draws():
    assert PICTURE.read_text(encoding="utf-8") == svg(), "run: python -m tools.docs.house_picture"


def test_the_picture_names_every_room():
    words = set(re.findall(r">([\w/]+)</text>", PICTURE.read_text(encoding="utf-8")))
    assert set(MAY_KNOW) <= words


def test_a_room_that_is_added_changes_the_picture():
    more = {**MAY_KNOW, "core/weather": ("core/types",)}
    with pytest.raises(KeyError, match="core/weather"):
        svg(more)
    assert ("core/weather",) in [node.rooms for node in laid_out(more)[0]]
    assert kind_of("core/types") == kind_of("core/io")


def test_arrows_lead_down():
    _, ways = laid_out(MAY_KNOW)
    assert ways
    for way in ways:
        assert [node.row for node in way] == list(range(way[0].row, way[-1].row - 1, -1))


def test_boxes_of_a_row_do_not_touch():
    nodes, _ = laid_out(MAY_KNOW)
    for row in {node.row for node in nodes}:
        beside = sorted((node for node in nodes if node.row == row), key=lambda node: node.x)
        for left, right in zip(beside, beside[1:]):
            assert left.x + left.width / 2 < right.x - right.width / 2


def test_contributing_names_every_room_and_what_lies_loose():
    rooms = listed_rooms()
    assert set(rooms) == set(MAY_KNOW)
    assert all(len(words.split()) > 1 for words in rooms.values())
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in LOOSE)


def test_helpers_of_tests_stand_in_support_alone():
    """No test file is imported by another, and no benchmark imports from the tests."""
    taken = re.compile(r"^\s*(?:from|import) (?:tests[\w.]*\.test_\w+|\.+test_\w+)", re.MULTILINE)
    tests = sorted((REPOSITORY / "tests").rglob("*.py"))
    assert [path.name for path in tests if taken.search(path.read_text(encoding="utf-8"))] == []
    for path in (REPOSITORY / "benchmarks").rglob("*.py"):
        assert not re.search(
            r"^\s*(?:from|import) tests\b", path.read_text(encoding="utf-8"), re.MULTILINE
        ), path
