"""The shipped chain, run as a whole, gives a styled map."""

import numpy as np

from tests.qgis.harness import outputs, qgis_process
from tests.qgis.study import DEM, POINTS, read


def test_dem_and_inventory_become_a_styled_map(tmp_path):
    targets = {
        "train:Model bundle": tmp_path / "model",
        "map:Susceptibility classes": tmp_path / "classes.tif",
        "map:Susceptibility": tmp_path / "probability.tif",
        "map:Ensemble standard deviation": tmp_path / "spread.tif",
    }
    inputs = {"DEM": DEM, "INVENTORY": POINTS, "LABEL_FIELD": "landslide"}
    found = outputs(qgis_process("dem_to_susceptibility_map", {**inputs, **targets}, timeout=900))
    assert {key: str(path) for key, path in targets.items()}.items() <= found.items()
    classes, heights = read(tmp_path / "classes.tif"), read(DEM)
    np.testing.assert_array_equal(np.unique(classes[np.isfinite(classes)]), [1, 2, 3, 4, 5])
    np.testing.assert_array_equal(np.isfinite(classes), np.isfinite(heights))
    assert (tmp_path / "classes.qml").exists()
