"""Report, model card and figures in Spanish, as a worker makes them that was told the language of QGIS."""

import pytest

from landslide_plugin.core.report.common.canvas import drawing
from landslide_plugin.core.report.model_card import model_card
from landslide_plugin.core.words.speaking import speaking
from tests.support.report_bundle import full_metrics, full_record
from tests.support.report_pages import full_job, page_of
from tests.support.spanish import english_in, texts_of

pytest.importorskip("matplotlib")


def english_texts(page):
    return [text for text in texts_of(page) if english_in(text)]


def test_the_report_is_spanish(tmp_path):
    english = page_of(full_job(tmp_path))
    with speaking("es"):
        page = page_of(full_job(tmp_path))
    assert '<html lang="es">' in page
    assert len(english_texts(english)) > 100
    left = english_texts(page)
    assert len(left) <= len(texts_of(page)) / 100, left


def test_the_model_card_is_spanish():
    with speaking("es"):
        card = model_card(full_record(), full_metrics())
    assert "Para qué sirve" in card
    assert english_texts(card) == []


def test_a_figure_is_spanish():
    with speaking("es"), drawing(2.0, 2.0) as (figure, _):
        axes = figure.subplots()
        axes.set_xlabel("Share of landslides")
        axes.set_xticks([0, 1], labels=["Stable", "Landslide"])
    assert axes.get_xlabel() == "Proporción de deslizamientos"
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["Estable", "Deslizamiento"]
