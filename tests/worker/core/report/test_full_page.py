"""A page and a figure of which nothing is missing, and what they say where something is."""

import re
from pathlib import Path

import pytest

from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.report import page
from landslide_plugin.core.report.common.content import load_content
from landslide_plugin.core.report.common.missing import Missing
from landslide_plugin.core.worker.tasks import publication as publication_job
from tests.support.report_bundle import (
    evidence,
    metrics,
    record,
)
from tests.support.report_pages import full_job, page_of, saved

pytest.importorskip("matplotlib")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return full_job(tmp_path_factory.mktemp("full"))


SECTIONS = {
    "glance": 1,
    "scores": 1,
    "zoning": 0,
    "map": 1,
    "classes": 1,
    "uncertainty": 1,
    "methods": 1,
    "summary": 0,
    "duel": 1,
    "gap": 1,
    "curves": 4,
    "confusion": 1,
    "reliability": 1,
    "folds": 2,
    "reach": 0,
    "variogram": 1,
    "limits": 0,
    "absent": 0,
    "overview": 1,
    "distributions": 1,
    "association": 1,
    "profiles": 1,
    "safety": 1,
    "factors": 0,
    "importance": 3,
    "responses": 1,
    "saliency": 1,
    "learning": 1,
    "consistency": 0,
    "physics": 1,
    "hazard": 1,
    "checks": 0,
    "inputs": 0,
    "provenance": 0,
}


def sections_of(page):
    found = re.split(r'<section id="(\w+)">', page)
    return dict(zip(found[1::2], found[2::2]))


@pytest.fixture(scope="module")
def full_page(full):
    return page_of(full)


def test_every_section_is_there_with_its_pictures_where_nothing_is_missing(full_page):
    found = sections_of(full_page)
    assert {name: text.count("<figure") for name, text in found.items()} == SECTIONS
    assert "Not shown in this chapter" not in full_page
    assert len(full_page) < 15e6
    assert "http" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", full_page)
    assert not re.search(r'(src|href)="(?!data:|#)', full_page)


SAID = {
    "zoning": ("Susceptibility given the T50 trigger", "slides &amp; scarps"),
    "summary": ("0.737", "0.775", "FS-rho"),
    "uncertainty": ("49.6", "92.4"),
    "gap": ("Random folds beside the spatial ones", "fit 0.1"),
    "confusion": ("Youden",),
    "reliability": ("0.90", "40"),
    "folds": ("Fold\u00a04",),
    "reach": ("0 to 120", "over 120", "62.5 %", "37.5 %", "0.711", "0.768"),
    "overview": ("DEM, slope, lithology, distance to faults, factor of safety, inventory",),
    "checks": ("More than 5 % of the cells lie outside the training range of Slope", "12.0 %"),
    "hazard": ("Very high", "500\u2009100"),
    "provenance": ("a" * 64, "b" * 64, "c" * 64, "d" * 64, "aaaaaaaaaaaa"),
    "physics": ("FS is known at 80 of 80 samples",),
    "responses": ("image/png", "Mean probability over stable ground"),
}


@pytest.mark.parametrize("section", SAID)
def test_sections_say_what_was_given(full_page, section):
    text = sections_of(full_page)[section]
    for word in SAID[section]:
        assert word in text, word


def absent_in(job):
    """What each section that cannot be drawn says, by its anchor; only those in question are built."""
    content = load_content(job)
    asked = {"distributions", "association", "profiles", "safety", "folds", "variogram", "physics", "methods"}
    asked |= {"saliency", "hazard", "importance", "reliability", "confusion", "uncertainty", "learning"}
    entries = [entry for chapter in page.CHAPTERS for entry in chapter.entries if entry.anchor in asked]
    found = {entry.anchor: entry.build(content) for entry in entries}
    return {anchor: part for anchor, part in found.items() if isinstance(part, Missing)}


def test_without_samples_the_sections_that_need_them_say_to_train_again(full):
    absent = absent_in({**full, "evidence": {}})
    assert {"distributions", "association", "profiles", "safety", "folds", "variogram"} <= set(absent)
    assert all("train" in part.how for anchor, part in absent.items() if anchor != "methods")
    assert "Compare models" in absent["methods"].how
    assert "Model bundles" in absent["methods"].how


def test_without_a_prior_soil_or_rain_their_sections_say_what_to_train_with(full, tmp_path):
    listening = dict.fromkeys(("reliance", "saliency", "triggers", "curves", "overview", "ranges"))
    told = saved(tmp_path, evidence(without=("p", "profile", "prior_fs"), **listening))
    bare = {**full, "record": record(), "metrics": metrics(), "evidence": told}
    absent = absent_in({**bare, "folder": str(tmp_path)})
    how = {anchor: part.how for anchor, part in absent.items()}
    assert "Factor of safety raster" in how["safety"]
    assert "Trigger scenarios" in how["hazard"]
    assert "Soil profile raster" in how["saliency"]
    assert "Soil profile raster" in how["profiles"]
    assert {"distributions", "association", "folds"}.isdisjoint(how)


def test_the_figure_of_a_paper_has_its_formats_resolution_and_caption(full, tmp_path):
    from matplotlib.image import imread

    job = {**full, "output": str(tmp_path / "figure"), "graticule": []}
    found = publication_job.run(job, SILENT)
    png = (tmp_path / "figure" / "six_panels.png").read_bytes()
    at = png.index(b"pHYs") + 4
    assert int.from_bytes(png[at : at + 4], "big") == 11811  # pixels a metre, 300 dpi
    assert abs(imread(found["png"]).shape[1] - 180 / 25.4 * 300) <= 1
    assert png.count(found["caption"][:60].encode()) == 1
    assert (tmp_path / "figure" / "six_panels.pdf").read_bytes().startswith(b"%PDF-")
    svg = (tmp_path / "figure" / "six_panels.svg").read_text(encoding="utf-8")
    assert "<svg" in svg
    assert "A valley" in svg
    caption = (tmp_path / "figure" / "six_panels.txt").read_text(encoding="utf-8")
    for letter, symbol in zip("abcdef", ("T50", "Standard deviation", "AUROC", "Saliency", "FS", "shuffled")):
        part = caption[caption.index(f"({letter})") :]
        assert symbol in part.split(f"({chr(ord(letter) + 1)})")[0]
    again = publication_job.run({**job, "output": str(tmp_path / "again")}, SILENT)
    for kind in ("png", "svg", "pdf"):
        assert Path(found[kind]).read_bytes() == Path(again[kind]).read_bytes()


def test_a_figure_without_soil_and_prior_takes_other_panels_and_says_which(full, tmp_path):
    told = saved(tmp_path, evidence(without=("prior_fs",), saliency=None))
    job = {
        **full,
        "folder": str(tmp_path),
        "output": str(tmp_path / "figure"),
        "evidence": told,
    }
    caption = publication_job.run(job, SILENT)["caption"]
    assert "(d) Share of landslides against mean P" in caption
    assert "(f) Importance" in caption
    assert "Saliency" not in caption
    assert "FS" not in caption
