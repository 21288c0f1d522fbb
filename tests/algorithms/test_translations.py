"""Names, groups and labels speak Spanish where QGIS does; ids and keys stay what they are."""

import re
import subprocess
from collections import Counter

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.registry import ALGORITHMS
from landslide_plugin.core.words.files import HELPS, read_translations, translations
from tests.support.harness import enable_plugin, environment
from tools.check.patience import patient
from tools.check.qgis_runner import executable
from tools.docs.translations import helps, texts, ts

SAME_IN_SPANISH = {
    "NDVI",
    "No",
    "Platt",
    "GeoTIFF",
    "Horn (1981)",
    "Van Genuchten",
    "D8",
    "Gumbel",
    "A3",
    "A4",
}
KEPT_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
KEPT_KEYS = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|\b[a-z0-9]+(?:_[a-z0-9]+)+\b|\.[a-z]{3,5}\b")
"""Numbers, keys, names of fields and files that a reader types."""
UNITS = ("(m)", "(kPa)", "(kN/m3)", "(mm/h)", "(m/s)", "(MiB)", "(CSV)", "(JSON)", "(HTML)", "(h)", "(cm)")


def test_every_text_is_translated(provider):
    missing = sorted(text for text in texts(provider) if not translations("es").get(text))
    assert not missing, (
        f"without Spanish: {missing}; run: python -m tools.docs.translations es --update, and fill in "
        "landslide_plugin/resources/i18n/landslide_es.ts"
    )


def test_every_help_is_translated(provider):
    missing = sorted(text for text in helps(provider) if not translations("es", HELPS).get(text))
    assert not missing, (
        f"without Spanish: {missing}; run: python -m tools.docs.translations es --update, and fill in "
        "landslide_plugin/resources/i18n/helps_es.ts"
    )


def test_helps_are_spanish_and_keep_their_numbers_words_and_quotes():
    for english, spanish in translations("es", HELPS).items():
        assert spanish != english, english
        for kept in (KEPT_NUMBERS, KEPT_KEYS):
            assert Counter(kept.findall(english)) == Counter(kept.findall(spanish)), (english, spanish)
        assert english.count("\n\n") == spanish.count("\n\n"), english


def test_translations_are_spanish_and_keep_their_units():
    for english, spanish in translations("es").items():
        assert spanish != english or english in SAME_IN_SPANISH, english
        for unit in UNITS:
            assert (unit in english) == (unit in spanish), (english, spanish)


def test_qgis_in_spanish_lists_spanish_names_under_the_same_ids(provider):
    enable_plugin()
    done = subprocess.run(
        [executable(), "list"],
        env=environment(extra={"LANG": "es_ES.UTF-8", "LC_ALL": "es_ES.UTF-8"}),
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    for kind in ALGORITHMS:
        assert f"landslide:{kind.NAME}\t{translations('es')[kind.LABEL]}" in done.stdout


def test_unfinished_messages_stay_english():
    written = ts("es", {"Slope": "a.B", "Soil & rock": "a.C"}, {"Soil & rock": "Suelo y roca"})
    assert read_translations(written) == {"Slope": "", "Soil & rock": "Suelo y roca"}


def test_a_damaged_file_is_named_by_its_line():
    with pytest.raises(ValueError, match="line"):
        read_translations("<TS><context><message><source>Slope</source>")
