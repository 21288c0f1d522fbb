"""A factor of safety of another program, as the ASCII grid that Scoops3D writes, as prior of a training."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb, write_features
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.ascii_grid import NOT_SEARCHED, ascii_grid
from tests.support.harness import REPOSITORY, outputs, qgis_process

QUICK = {
    "MEMBERS": 1,
    "CV_MEMBERS": 1,
    "CV_FOLDS": 2,
    "CV_REPEATS": 1,
    "RANDOM_CV": "no",
    "EPOCHS": 1,
    "SEED": 3,
}
ON = Grid(40, 50, (400000.0, 25.0, 0.0, 5000000.0, 0.0, -25.0), crs_wkt("EPSG:32633"))


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder, rng = tmp_path_factory.mktemp("elsewhere"), np.random.default_rng(5)
    slope, wood = rng.uniform(2, 40, ON.shape), rng.uniform(0, 1, ON.shape)
    specs = [factor_band(FactorSpec("slope", unit="deg")), factor_band(FactorSpec("wood"))]
    with RasterSink(str(folder / "factors.tif"), ON, specs) as sink:
        for band, values in enumerate((slope, wood)):
            sink.write(band, 0, values.astype(np.float32))
    safety = 1.2 * np.tan(np.deg2rad(32)) / np.tan(np.deg2rad(slope))
    safety[:, :6] = NOT_SEARCHED
    cells = rng.permutation([(row, col) for row in range(ON.rows) for col in range(ON.cols)])[:300]
    labels = tuple(int(rng.random() < slope[r, c] / 50) for r, c in cells)
    wkb = tuple(point_wkb(*ON.centre_of(int(r), int(c))) for r, c in cells)
    write_features(
        str(folder / "points.gpkg"), FeatureSet(wkb, ON.crs_wkt, {"landslide": labels}, "points"), "point"
    )
    given = {
        "FACTORS": folder / "factors.tif",
        "INVENTORY": folder / "points.gpkg",
        "LABEL_FIELD": "landslide",
        **QUICK,
    }
    return given, safety


@pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker").is_dir(),
    reason="the modelling environment is not there; run make setup",
)
def test_the_grid_is_a_prior_as_it_is(study, tmp_path):
    given, safety = study
    prior = ascii_grid(tmp_path / "run1_fos3d_out.asc", safety, ON)
    params = {**given, "PRIOR_FS": prior, "LAMBDA_SEARCH": "no", "BUNDLE": tmp_path / "model"}
    done = qgis_process("trainphysics", params)
    assert 0.5 < outputs(done)["SPATIAL_AUROC"] < 1
    assert (tmp_path / "model" / "bundle.json").is_file()
