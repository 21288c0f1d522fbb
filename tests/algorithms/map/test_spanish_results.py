"""What a reader of Spanish meets in the results of comparing, classing and checking maps: bands, tables, attributes."""

import csv

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.io.vector import read_features
from tests.support.harness import outputs, qgis_process
from tests.support.spanish import english_in
from tests.support.study import DEM

SPANISH = {"LANG": "es_ES.UTF-8", "LC_ALL": "es_ES.UTF-8"}
CLASSES = {"Muy baja", "Baja", "Moderada", "Alta", "Muy alta"}
ABOUT = {"CLASS_CUTS": "(0.2, 0.4, 0.6, 0.8)", "THRESHOLD": "0.5"}
ROWS = 40


@pytest.fixture(scope="module")
def maps(tmp_path_factory):
    """Probabilities that rise by rows and by columns, and the first ones as a standard deviation."""
    folder = tmp_path_factory.mktemp("maps")
    with RasterSource(str(DEM)) as dem:
        grid = dem.grid.window(0, ROWS)
    down, along = (np.linspace(0.01, 0.99, count, dtype=np.float32) for count in (ROWS, grid.cols))
    first, second = np.repeat(down[:, None], grid.cols, axis=1), np.repeat(along[None], ROWS, axis=0)
    values = {"first": first, "second": second, "spread": first}
    for name, array in values.items():
        with RasterSink(str(folder / f"{name}.tif"), grid, [Band("Susceptibility")], metadata=ABOUT) as sink:
            sink.write(0, 0, array)
    return folder


def rows_of(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_difference_has_a_spanish_band_and_table(maps, tmp_path):
    target, table = tmp_path / "difference.tif", tmp_path / "changes.csv"
    asked = {"FIRST": maps / "first.tif", "SECOND": maps / "second.tif", "OUTPUT": target, "TABLE": table}
    outputs(qgis_process("comparemaps", asked, env=SPANISH))
    with RasterSource(str(target)) as source:
        (band,) = source.bands
    assert band.name == "Diferencia"
    assert band.metadata["QUANTITY"] == "Segundo menos primero, en probabilidad"
    found = rows_of(table)
    assert list(found[0]) == ["class_first", "class_second", "cells", "area_km2", "share"]
    assert {row["class_first"] for row in found} == {row["class_second"] for row in found} == CLASSES


def test_classes_zones_and_places_to_check_are_told_in_spanish_and_read_again(maps, tmp_path):
    classes, zones, table = tmp_path / "classes.tif", tmp_path / "zones.gpkg", tmp_path / "classes.csv"
    asked = {"RASTER": maps / "first.tif", "SCHEME": "fixed", "LIMITS": "0.2 0.4 0.6 0.8"}
    asked |= {"OUTPUT": classes, "ZONES": zones, "TABLE": table}
    outputs(qgis_process("classifymap", asked, env=SPANISH))
    assert {row["name"] for row in rows_of(table)} == CLASSES
    assert set(read_features(str(zones)).field("name")) == CLASSES
    checks = tmp_path / "checks.gpkg"
    asked = {"UNCERTAINTY": maps / "spread.tif", "PROBABILITY": maps / "first.tif", "CLASSES": classes}
    outputs(qgis_process("fieldchecks", {**asked, "OUTPUT": checks}, env=SPANISH))
    found = read_features(str(checks))
    assert set(found.field("class")) <= CLASSES
    assert len(found.field("why"))
    assert [why for why in found.field("why") if english_in(why) or "incertidumbre" not in why] == []
