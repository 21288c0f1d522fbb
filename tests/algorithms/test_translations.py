"""Names, groups and labels speak Spanish where QGIS does; ids and keys stay what they are."""

import subprocess

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.registry import ALGORITHMS
from landslide_plugin.core.words.files import read_translations, translations
from tests.support.harness import enable_plugin, environment
from tools.check.patience import patient
from tools.check.qgis_runner import executable
from tools.docs.translations import texts, ts

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
UNITS = ("(m)", "(kPa)", "(kN/m3)", "(mm/h)", "(m/s)", "(MiB)", "(CSV)", "(JSON)", "(HTML)", "(h)", "(cm)")


def test_every_text_is_translated(provider):
    missing = sorted(text for text in texts(provider) if not translations("es").get(text))
    assert not missing, (
        f"without Spanish: {missing}; run: python -m tools.docs.translations es --update, and fill in "
        "landslide_plugin/resources/i18n/landslide_es.ts"
    )


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
