"""Check inputs as a user runs it."""

import csv
import os
from pathlib import Path

import pytest
from osgeo import gdal

from tests.support.harness import messages, outputs, qgis_process

SAMPLE = Path(__file__).parents[3] / "landslide_plugin" / "resources" / "sample" / "rbsf"
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).parents[4] / "shared"))
BALAKOT = SHARED / "data" / "study" / "balakot_south"


def test_the_sample_area_fits(tmp_path):
    params = {
        "DEM": SAMPLE / "dem.tif",
        "MASK": SAMPLE / "study_mask.gpkg",
        "INVENTORY": f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points",
        "PAGE": tmp_path / "page.html",
        "TABLE": tmp_path / "table.csv",
    }
    results = outputs(qgis_process("inputcheck", params))
    assert (results["ERRORS"], results["WARNINGS"]) == (0, 0)
    rows = list(csv.DictReader((tmp_path / "table.csv").read_text().splitlines()))
    assert [row["Layer"] for row in rows] == ["DEM", "Study area", "Inventory"]
    assert "All 3 layers fit together" in (tmp_path / "page.html").read_text()


@pytest.mark.skipif(not BALAKOT.exists(), reason=f"{BALAKOT} is absent; set LANDSLIDE_SHARED")
def test_layers_of_two_areas_do_not(tmp_path):
    params = {
        "DEM": BALAKOT / "dem.tif",
        "FAULTS": BALAKOT / "faults.gpkg",
        "LITHOLOGY": BALAKOT / "lithology.tif",
        "NDVI": SAMPLE / "dem.tif",
        "PAGE": tmp_path / "page.html",
    }
    done = qgis_process("inputcheck", params)
    assert done.returncode == 0
    assert outputs(done)["WARNINGS"] + outputs(done)["ERRORS"] == 1
    assert "NDVI (dem): It lies on another grid" in messages(done)
    assert (
        "Salkhala" in (tmp_path / "page.html").read_text() or "schist" in (tmp_path / "page.html").read_text()
    )


def test_values_that_a_layer_cannot_have_are_told_by_its_place(run, tmp_path):
    below = str(tmp_path / "below.tif")
    gdal.Translate(below, str(SAMPLE / "dem.tif"), scaleParams=[[0, 1, 0, -1]], outputType=gdal.GDT_Float32)
    params = {"DEM": str(SAMPLE / "dem.tif"), "NDVI": str(SAMPLE / "dem.tif"), "RAINFALL": below}
    table = tmp_path / "table.csv"
    run("inputcheck", {**params, "PAGE": str(tmp_path / "page.html"), "TABLE": str(table)})
    with table.open() as file:
        told = {row["Layer"]: " ".join(row.values()) for row in csv.DictReader(file)}
    assert "is an index from -1 to 1" in told["NDVI"]
    assert "is mm a year" in told["Rainfall (mm)"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    params = {"DEM": SAMPLE / "dem.tif", "PAGE": tmp_path / "nowhere" / "page.html"}
    done = qgis_process("inputcheck", params)
    assert done.returncode == 1
    assert "nowhere" in messages(done)
