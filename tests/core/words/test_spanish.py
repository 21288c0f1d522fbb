"""Spanish to the end: what the source says is in the catalogue, and what it says of a run holds no English."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from landslide_plugin.core.words.catalogue import catalogue
from landslide_plugin.core.words.files import FOLDER, HELPS, LABELS, MESSAGES, translations
from landslide_plugin.core.words.pages import said_page
from landslide_plugin.core.words.speaking import say, speaking, spoken
from landslide_plugin.core.words.template import Template
from landslide_plugin.core.workflows.sample_readme import readme
from tests.support.spanish import english_in
from tools.docs.messages import LOGGED, RAISED, SHOWN, by_skeleton, messages

VALUES = {
    "rbsf": {},
    "andes": {"crs": "EPSG:32619", "seed": 42, "cells": 1500, "landslides": 83},
    "storms": {
        "crs": "EPSG:32619",
        "seed": 7,
        "bands": 731,
        "hours": 73,
        "landslides": 811,
        "stable": 991,
        "each": 99,
        "window": 49,
    },
}
FILES_AND_FIELDS = {"slope", "landslides", "rain", "soil"}
TEMPLATES = FOLDER.parent / "layout"
LINES = Path(__file__).resolve().parents[2] / "data" / "spoken_lines.txt"
STYLES = FOLDER.parent / "style" / "styles.json"
WORD = re.compile(r"[A-Za-z]{2}")
SAME = {"logit", "bit"}
NOTES = ((76, "landslide"), (89, "stable"))
LEAST = {RAISED: 0.99, LOGGED: 0.99, SHOWN: 0.99}
"""Shares that are translated at least."""


def labels_of(value):
    """Every label of the styles' file."""
    if isinstance(value, dict):
        return [
            text
            for key, part in value.items()
            for text in ([part] if key == "label" and isinstance(part, str) else labels_of(part))
        ]
    return [text for part in value for text in labels_of(part)] if isinstance(value, list) else []


@pytest.fixture(scope="module")
def said():
    """Every template of the source and its kind."""
    return messages()


def test_most_of_what_the_source_says_is_translated(said):
    kinds, lacking = Counter(), {}
    known = by_skeleton(translations("es", MESSAGES))
    labels = {**translations("es", HELPS), **translations("es", LABELS)}
    for text, kind in said.items():
        kinds[kind] += 1
        if not labels.get(text) and Template.of(text).skeleton not in known:
            lacking.setdefault(kind, []).append(text)
    for kind, least in LEAST.items():
        missing = lacking.get(kind, [])
        assert len(missing) <= (1 - least) * kinds[kind], (
            f"without Spanish: {missing[:20]}; run: python -m tools.docs.messages es --update, and fill in "
            "landslide_plugin/resources/i18n/messages_es.ts"
        )


def test_no_two_translations_are_of_one_template():
    skeletons = Counter(Template.of(text).skeleton for text in translations("es", MESSAGES))
    assert [skeleton for skeleton, count in skeletons.items() if count > 1] == []


def test_a_translation_has_only_the_values_of_its_template():
    for text, words in translations("es", MESSAGES).items():
        if words:
            assert set(Template.of(words).names) <= set(Template.of(text).names), text


def test_no_translation_takes_apart_what_no_text_tells_apart():
    turned = []
    for text, words in translations("es", MESSAGES).items():
        spanish = Template.of(words) if words else None
        for pair in reversed(Template.of(text).beside()):
            spanish = spanish.joined(*pair) if spanish else None
        if words and not spanish:
            turned.append(text)
    assert turned == []


def test_every_refusal_is_spanish_whatever_its_values(said):
    words = catalogue("es")
    english = {}
    for text, kind in said.items():
        if kind == RAISED and translations("es", MESSAGES).get(text):
            template = Template.of(text)
            line = template.fill({name: f"{7 + i}.5" for i, name in enumerate(template.names)})
            if english_in(words.say(line)):
                english[line] = words.say(line)
    assert english == {}


def test_the_log_of_the_tutorial_is_spanish():
    lines = LINES.read_text(encoding="utf-8").splitlines()
    with speaking("es"):
        left = [words for words in map(say, lines) if english_in(words)]
    assert len(lines) > 50
    assert left == []


@pytest.mark.parametrize("area", sorted(VALUES))
def test_the_readme_of_a_sample_area_is_spanish(area):
    """With the same files, numbers and fields; what is cited keeps its title."""
    english = readme(area, **VALUES[area])
    with speaking("es"):
        spanish = readme(area, **VALUES[area])
    own = [line for line in spanish.splitlines() if "Geomorphic" not in line and "gradient in" not in line]
    assert [line for line in own if set(english_in(line)) - FILES_AND_FIELDS] == []
    assert sum(bool(english_in(line)) for line in english.splitlines()) > 5
    numbers = [Counter(re.findall(r"\w+\.\w{3,4}\b|\d+(?:\.\d+)?", text)) for text in (english, spanish)]
    assert set(numbers[0]) == set(numbers[1])
    assert max(map(len, spanish.splitlines())) <= 120


@pytest.mark.parametrize("sheet", sorted(TEMPLATES.glob("*.qpt")), ids=lambda path: path.stem)
def test_the_headings_of_a_map_sheet_are_spanish(sheet):
    headings = set(re.findall(r'labelText="([^"]+)"', sheet.read_text(encoding="utf-8"))) - {
        "Title",
        "Subtitle",
    }
    with speaking("es"):
        said = {heading: say(heading) for heading in headings}
    assert len(said) == 2
    assert [words for heading, words in said.items() if words == heading or english_in(words)] == []


def test_a_language_without_a_file_is_english():
    with speaking("xx"):
        assert spoken() == "en"
        assert say("no soil profile") == "no soil profile"


def test_a_page_is_said_and_keeps_its_marks_and_values():
    head, tail = '<html lang="{}"><style>p of the</style><p>3 &lt; 4</p>', '<img alt="{}" src="x"><b>{}</b>'
    page = head.format("en") + tail.format("Change of P", "No soil profile")
    with speaking("es"):
        said = said_page(page)
    assert said == head.format("es") + tail.format("Cambio de P", "Sin perfil de suelo")
    assert said_page(page) == page


def test_notes_that_are_put_together_are_told_apart():
    """The value of the first in brackets does not reach into the second."""
    notes = [f"{count} {kind} points lie outside the grid (features 1, 2)" for count, kind in NOTES]
    with speaking("es"):
        assert say("; ".join(notes)) == "; ".join(map(say, notes))
        assert [english_in(say(note)) for note in notes] == [[], []]
        assert "Puntos" in say(notes[0])


def test_every_word_of_a_legend_is_spanish():
    """A single word too, which elsewhere is mostly a key."""
    labels = [text for text in labels_of(json.loads(STYLES.read_text(encoding="utf-8"))) if WORD.search(text)]
    with speaking("es"):
        assert {text for text in labels if say(text) == text} <= SAME
