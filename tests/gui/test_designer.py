"""A chain of 0.1 whose steps are opened in the designer, closed with OK and saved is the same chain."""

from pathlib import Path

import pytest

from tests.support import v0_1
from tests.support.offscreen import told_by

SCRIPT = Path(__file__).with_name("designer_script.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What ``designer_script.py`` found."""
    target = tmp_path_factory.mktemp("saved")
    found = told_by(SCRIPT, str(v0_1.CHAINS), str(target))
    assert len(found["chains"]) == len(list(target.glob("*.model3"))) == 4
    return found


@pytest.fixture
def steps(seen):
    """Every step of the frozen chains before and after."""
    return {
        f"{chain}:{name}": step for chain, found in seen["chains"].items() for name, step in found.items()
    }


def test_the_designer_shows_labels_and_keeps_words(seen):
    assert seen["choice"] == {
        "shown": [["Colour-blind safe, blue to red", "Study, green to purple"]],
        "value": "default",
    }


def test_no_value_and_no_output_is_lost_or_changed(steps):
    assert len(steps) > 10
    for name, step in steps.items():
        before, after = step["before"], step["after"]
        assert after["outputs"] == before["outputs"], name
        for key, sources in before["values"].items():
            assert as_text(after["values"].get(key, [])) == as_text(sources) or is_blank(sources), (
                f"{name}: {key}"
            )


def test_what_the_designer_adds_says_nothing(steps):
    """New parameters come with their default, so that the chain computes what it did."""
    for name, step in steps.items():
        for key in set(step["after"]["values"]) - set(step["before"]["values"]):
            sources = step["after"]["values"][key]
            assert is_blank(sources) or sources[0]["static_value"] == step["defaults"][key], f"{name}: {key}"


def as_text(sources):
    """Sources with their values as text: the designer keeps the number of a band as one."""
    return [{name: str(value) for name, value in source.items()} for source in sources]


def is_blank(sources):
    return all(source.get("static_value", "told") is None for source in sources)
