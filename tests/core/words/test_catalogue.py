"""Lines made from templates are found again and said in another language, with the same values."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.words.catalogue import Catalogue
from landslide_plugin.core.words.files import read_translations
from landslide_plugin.core.words.template import Template, written

WORDS = Catalogue(
    {
        "Folder {folder} does not exist; create it": "La carpeta {folder} no existe; créela",
        "{path} is {kind}; name a file": "{path} es {kind}; indique un archivo",
        "{path} is read-only": "",
        "a folder": "una carpeta",
        "{count} cell{s} outside": "{count} celda{s} fuera",
        "{low} to {high}": "{low} a {high}",
        "no soil": "sin suelo",
    },
    {"Slope": "Pendiente"},
)


def test_values_keep_their_place():
    assert WORDS.say("Folder /a/b does not exist; create it") == "La carpeta /a/b no existe; créela"


def test_a_value_that_is_a_piece_of_language_is_said_too():
    assert WORDS.say("/a is a folder; name a file") == "/a es una carpeta; indique un archivo"


def test_a_line_without_a_translation_stays_english_whole():
    assert WORDS.say("a folder is read-only") == "a folder is read-only"


def test_pieces_put_together_are_said_one_by_one():
    assert WORDS.say("OUTPUT: 3 cells outside; no soil.") == "OUTPUT: 3 celdas fuera; sin suelo."


@pytest.mark.parametrize(
    "line", ["The map of the area", "the map of Rocky Mountains", "3 cells and the map", "It covers 3 of 4"]
)
def test_words_of_a_sentence_that_nobody_translated_tear_no_other(line):
    few = Catalogue(
        {" of {name}": " de {name}", "{count} {noun} of {name}": "{count} {noun} de {name}", " and ": " y "}
    )
    assert few.say(line) == line
    assert few.say("3 slopes of Rocky") == "3 slopes de Rocky"


def test_holes_that_no_text_tells_apart_keep_their_order_or_stay_english():
    turned = Catalogue({"{count} {noun} of all {name}": "de los {name}, {noun} {count}"})
    assert turned.say("3 odd rows of all files") == "3 odd rows of all files"
    kept = Catalogue({"found: {a}{b}{c} of all places": "{a}{b}{c} de todos"})
    assert kept.say("found: 7.58.59.5 of all places") == "7.58.59.5 de todos"


def test_a_capital_put_on_later_does_not_hide_a_piece():
    assert WORDS.say("No soil") == "Sin suelo"


def test_few_fixed_letters_do_not_swallow_a_sentence():
    assert WORDS.say("0.7 to 0.8") == "0.7 a 0.8"
    assert WORDS.say("We came here to see this") == "We came here to see this"


@pytest.mark.parametrize("text", ["/data/Slope/no soil", "OUTPUT", "slope.tif", "", "12.5", "a=b"])
def test_names_and_numbers_are_nobodys_language(text):
    assert WORDS.say(text) == text


def test_of_two_templates_the_one_that_fixes_more_wins():
    both = Catalogue({"{a} cells lie out": "A", "{a} cells lie {b}": "B"})
    assert both.say("3 cells lie out") == "A"
    assert both.say("3 cells lie low") == "B"


@given(st.lists(st.text(string.printable), min_size=1, max_size=4), st.data())
def test_a_written_template_is_what_it_was_made_of(literals, data):
    names = [data.draw(st.sampled_from(["a", "b", "count"])) for _ in literals[1:]]
    template = Template.of(written(literals, names))
    assert list(template.literals) == literals
    assert len(set(template.names)) == len(names)


@given(st.lists(st.text(st.characters(codec="ascii"), max_size=5), min_size=3, max_size=3))
def test_what_a_template_made_it_reads(values):
    template = Template.of("{a} is not {b}; give {c}")
    text = template.fill(dict(zip("abc", values)))
    assert template.fill(template.read(text)) == text


def test_anchors_do_not_touch_a_hole():
    assert Template.of("cell{s} outside {place}s").anchors == ["outside"]


def test_a_damaged_file_is_named():
    with pytest.raises(ValueError, match="line 1"):
        read_translations("<TS><context><message>")
