"""Fields of our own by QGIS's registry: made by factories that come and go with the plugin."""

from pathlib import Path

import pytest

from tests.support.offscreen import told_by

SCRIPT = Path(__file__).with_name("fields_script.py")


@pytest.fixture(scope="module")
def fields():
    """What ``fields_script.py`` found."""
    return told_by(SCRIPT)


def test_a_choice_shows_labels_gives_words_and_says_what_is_usual(fields):
    assert fields["one"] == {
        "empty": None,
        "value": "b",
        "texts": ["Default: Second", "First", "Second"],
        "tips": [None, "First", "Second"],
        "tooltip": True,
    }


def test_a_choice_of_several_has_a_tick_for_each_label(fields):
    assert fields["several"]["empty"] is None
    assert fields["several"]["value"] == ["b"]
    assert fields["several"]["texts"] == ["First", "Second"]
    assert fields["several"]["tooltip"]


def test_a_yes_or_no_is_a_tick_that_gives_words_and_a_list_in_a_batch(fields):
    assert fields["tick"] == {
        "text": "Label",
        "label": True,
        "tooltip": True,
        "values": ["yes", "no", "yes", "no", "yes", "yes"],
        "batch": [2, "yes"],
    }


def test_the_registry_knows_our_fields_only_while_the_plugin_is_loaded(fields):
    assert fields["without"] == [True] * 4
    assert fields["kinds"] == [
        f"landslide_{kind}" for kind in ("bundle", "choice", "several", "small_number", "text", "tick")
    ]
