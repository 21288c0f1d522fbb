"""A DEM and an inventory become a map of weights of evidence where there is no modelling environment."""

import csv
import json

import numpy as np
import pytest

from tests.support.harness import messages, outputs, qgis_process
from tests.support.study import DEM, POINTS, read

NOWHERE = {"LANDSLIDE_PYTHON": "no-such-python"}


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    """The shipped chain, run once without an environment."""
    folder = tmp_path_factory.mktemp("bivariate")
    targets = {
        "train:Model bundle": folder / "model",
        "train:Density table": folder / "densities.csv",
        "map:Susceptibility classes": folder / "classes.tif",
        "map:Susceptibility": folder / "p.tif",
    }
    asked = {"DEM": DEM, "INVENTORY": POINTS, "LABEL_FIELD": "landslide", "CV_FOLDS": 4, "SEED": 7}
    found = outputs(qgis_process("dem_to_bivariate_map", {**asked, **targets}, env=NOWHERE))
    assert {key: str(path) for key, path in targets.items()}.items() <= found.items()
    return folder


def test_the_map_covers_the_dem_and_is_styled(mapped):
    classes, p, heights = (read(path) for path in (mapped / "classes.tif", mapped / "p.tif", DEM))
    assert set(np.unique(classes[np.isfinite(classes)])) <= {1, 2, 3, 4, 5}
    np.testing.assert_array_equal(np.isfinite(p), np.isfinite(heights))
    assert (mapped / "classes.qml").exists()


def test_the_table_counts_the_area_and_the_landslides(mapped):
    with (mapped / "densities.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["factor"] == "slope"]
    assert len(rows) == 8
    cells = np.isfinite(read(DEM)).sum()
    assert sum(float(row["area_km2"]) for row in rows) == pytest.approx(cells * 1e-4, rel=1e-9)
    assert sum(float(row["landslides"]) for row in rows) == 175
    weights = [float(row["weight"]) for row in rows]
    assert weights == [float(row["weight_plus"]) for row in rows]
    assert weights[0] < 0 < weights[-1]
    scores = json.loads((mapped / "model" / "metrics.json").read_text(encoding="utf-8"))
    assert 0.65 < scores["models"]["bivariate"]["spatial"]["auroc_mean"] < 0.9
    assert any("times the landslides observed" in note for note in scores["notes"])


def test_a_chain_that_lacks_the_environment_names_the_one_that_needs_none():
    asked = {"DEM": DEM, "INVENTORY": POINTS, "train:Model bundle": "nowhere"}
    run = qgis_process("dem_to_susceptibility_map", asked, env=NOWHERE)
    assert run.returncode != 0
    assert "DEM and inventory to bivariate map" in messages(run)
