"""Factors of units through Processing, after slope units of the same DEM."""

import csv

import numpy as np
import pytest

from landslide_plugin.core.io.vector import read_features
from tests.support.harness import outputs, qgis_process
from tests.support.study import DEM

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")


def test_slope_units_get_what_rasters_hold_in_them(run, tmp_path):
    units = run("slopeunits", {"DEM": str(DEM), "THRESHOLD": 0.2, "OUTPUT": str(tmp_path / "units.gpkg")})
    done = qgis_process(
        "unitfactors",
        {
            "POLYGONS": units["OUTPUT"],
            "RASTERS": DEM,
            "STATISTICS": "mean,range",
            "QUANTILES": "50",
            "OUTPUT": tmp_path / "filled.gpkg",
            "TABLE": tmp_path / "filled.csv",
        },
    )
    found = outputs(done)
    filled = read_features(str(tmp_path / "filled.gpkg"))
    names = [name for name in filled.attributes if name.endswith(("_mean", "_range", "_p50"))]
    assert found["FIELDS"] == len(names) == 3
    assert (found["BY_CENTRE"], found["INCOMPLETE"]) == (0, 0)
    assert filled.field("cells") == read_features(str(tmp_path / "units.gpkg")).field("cells")
    mean, half = (np.array(filled.field(name)) for name in (names[0], names[-1]))
    assert np.abs(mean - half).max() < np.array(filled.field(names[1])).max()
    with (tmp_path / "filled.csv").open() as file:
        rows = list(csv.DictReader(file))
    np.testing.assert_allclose([float(row[names[0]]) for row in rows], mean, rtol=1e-6)


def test_quantiles_beyond_a_hundred_are_refused(run, tmp_path):
    given = {"POLYGONS": str(DEM.parent / "study_mask.gpkg"), "RASTERS": [str(DEM)], "QUANTILES": "10 900"}
    with pytest.raises(Exception, match=r"QUANTILES holds 900; allowed: per cent from 0 to 100"):
        run("unitfactors", {**given, "OUTPUT": str(tmp_path / "no.gpkg")})
