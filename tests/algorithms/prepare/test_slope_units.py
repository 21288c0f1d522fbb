"""Slope units through Processing: files, style, numbers, refusals."""

import csv

import pytest

from landslide_plugin.core.io.vector import read_features
from tests.support.harness import outputs, qgis_process
from tests.support.study import DEM

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")


def test_a_dem_becomes_units_and_a_table_of_what_was_tried(tmp_path):
    done = qgis_process(
        "slopeunits",
        {
            "DEM": DEM,
            "THRESHOLD": 0.2,
            "TRY_AREAS": "20000 50000",
            "TRY_VARIANCES": "0.2; 0.4",
            "OUTPUT": tmp_path / "units.gpkg",
            "TABLE": tmp_path / "tried.csv",
        },
    )
    found = outputs(done)
    units = read_features(str(tmp_path / "units.gpkg"))
    with (tmp_path / "tried.csv").open() as file:
        rows = list(csv.DictReader(file))
    chosen = next(row for row in rows if row["chosen"] == "1")
    assert len(rows) == 4
    assert found["UNITS"] == len(units) == int(chosen["units"])
    assert found["INTERNAL"] == pytest.approx(float(chosen["internal"]), abs=1e-4)
    assert found["EXTERNAL"] == pytest.approx(float(chosen["external"]), abs=1e-4)
    assert (tmp_path / "units.qml").stat().st_size > 500


def test_a_variance_that_cannot_be_is_refused_by_name(run, tmp_path):
    with pytest.raises(Exception, match=r"TRY_VARIANCES: .* is 3.*0.01 to 1"):
        run("slopeunits", {"DEM": str(DEM), "TRY_VARIANCES": "0.2 3", "OUTPUT": str(tmp_path / "u.gpkg")})
    assert not (tmp_path / "u.gpkg").exists()
