"""Training, comparing, mapping and curves with rain from rasters of another CRS, through qgis_process."""

import json

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb, write_features
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import REPOSITORY, messages, outputs, qgis_process

pytestmark = pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker").is_dir(),
    reason="the modelling environment is not there; run make setup",
)
ON = Grid(40, 50, (400000.0, 37.0, 0.0, 5000000.0, 0.0, -37.0), crs_wkt("EPSG:32633"))
DEGREES = Grid(12, 16, (13.715, 0.003, 0.0, 45.16, 0.0, -0.003), crs_wkt("EPSG:4326"))
QUICK = {
    "MEMBERS": 1,
    "CV_MEMBERS": 1,
    "CV_FOLDS": 2,
    "CV_REPEATS": 1,
    "RANDOM_CV": "no",
    "EPOCHS": 1,
    "SEED": 3,
}
HEADER = "return_period_yr,intensity_mm_h,duration_h"


def save(path, names, values, on=ON):
    with RasterSink(str(path), on, names) as sink:
        for i, band in enumerate(values):
            sink.write(i, 0, np.asarray(band, np.float32))
    return path


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder, rng = tmp_path_factory.mktemp("rain"), np.random.default_rng(5)
    slope, wood = rng.uniform(2, 40, ON.shape), rng.uniform(0, 1, ON.shape)
    slope[:2], slope[:, -2:] = np.nan, np.nan
    specs = [factor_band(FactorSpec("slope", unit="deg")), factor_band(FactorSpec("wood"))]
    save(folder / "factors.tif", specs, [slope, wood])
    save(
        folder / "pf.tif", [Band("T10"), Band("T50")], [np.nan_to_num(slope) / 80, np.nan_to_num(slope) / 50]
    )
    west = np.linspace(0.8, 1.2, DEGREES.cols)[None] * np.ones((DEGREES.rows, 1))
    for name, mm in (("t10", 20), ("t50", 45)):
        save(folder / f"{name}.tif", [Band("rain", "mm/h")], [mm * west], DEGREES)
    (folder / "rain.csv").write_text(f"{HEADER}\n10,t10.tif,6\n50,t50.tif,8\n")
    cells = rng.permutation([(row, col) for row in range(2, 40) for col in range(48)])[:300]
    labels = tuple(int(rng.random() < slope[r, c] / 50) for r, c in cells)
    wkb = tuple(point_wkb(*ON.centre_of(int(r), int(c))) for r, c in cells)
    features = FeatureSet(wkb, ON.crs_wkt, {"landslide": labels}, "points")
    write_features(str(folder / "points.gpkg"), features, "point")
    given = {
        "FACTORS": folder / "factors.tif",
        "INVENTORY": folder / "points.gpkg",
        "LABEL_FIELD": "landslide",
    }
    return folder, {**given, "SCENARIOS": folder / "rain.csv", "PRIOR_PF": folder / "pf.tif", **QUICK}


@pytest.fixture(scope="module")
def model(study):
    folder, given = study
    done = qgis_process("trainphysics", {**given, "BUNDLE": folder / "model", "LAMBDA_SEARCH": "no"})
    assert 0.55 < outputs(done)["SPATIAL_AUROC"] < 1
    assert "bilinear" in messages(done)
    return folder / "model"


def test_each_model_compared_learns_from_the_rasters(study):
    folder, given = study
    params = {**given, "MODELS": "logistic", "BUNDLES": folder / "models"}
    found = outputs(qgis_process("comparemodels", params))
    assert found["BEST_AUROC"] > 0.55
    assert "OUTPUT" not in found  # nobody asked for the page: the settings lie beside the models
    assert not list(folder.glob("*.html"))
    assert (folder / "models.settings.json").exists()
    record = json.loads((folder / "models" / "logistic" / "bundle.json").read_text())
    own = record["triggers_by_cell"]
    assert 15 < own["low"][0] < 20
    assert 45 < own["high"][0] < 54


def test_a_map_tells_reasons_and_density_and_a_curve_holds_its_values(study, model):
    folder, given = study
    params = {"BUNDLE": model, "FACTORS": given["FACTORS"], "SCENARIOS": given["SCENARIOS"]}
    targets = {key: folder / f"{key.lower()}.tif" for key in ("PROBABILITY", "CLASSES", "ATTRIBUTION")}
    done = qgis_process("mapsusceptibility", {**params, **targets})
    found = outputs(done)
    assert found["NO_DATA_CELLS"] == 2 * 50 + 2 * 38
    rows = json.loads(found["CLASS_TABLE"])
    assert [row["landslide_share"] for row in rows.values()] == pytest.approx([0.03, 0.07, 0.15, 0.25, 0.5])
    top = rows["Very high"]
    assert "density_ratio" not in top
    assert "in training 50 % of the landslides held out" in messages(done)
    place = FeatureSet((point_wkb(*ON.centre_of(20, 11)),), ON.crs_wkt, {}, "place")
    write_features(str(folder / "place.gpkg"), place, "point")
    curve = {**params, "POINTS": folder / "place.gpkg", "TABLE": folder / "curve.csv"}
    outputs(qgis_process("hazardcurve", curve))
    lines = (folder / "curve.csv").read_text().splitlines()[1:]
    with RasterSource(str(targets["PROBABILITY"])) as source:
        mapped = [source.read(band)[20, 11] for band in range(2)]
    assert [float(line.split(",")[5]) for line in lines] == pytest.approx(mapped, abs=1e-5)
    with RasterSource(str(targets["ATTRIBUTION"])) as source:
        names = [band.name for band in source.bands]
        trigger = source.read(next(i for i, name in enumerate(names) if name.startswith("Trigger")))
    assert np.nanstd(trigger) > 0
