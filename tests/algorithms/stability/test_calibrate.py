"""Calibrate slope stability, then Compute factor of safety and a training with what comes out, as a user runs them."""

import csv
import json

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb, write_features
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.inventory_mark import CALIBRATED_ON, InventoryMark
from tests.support.harness import messages, outputs, qgis_process

GRID = Grid(40, 40, (500000.0, 25.0, 0.0, 900000.0, 0.0, -25.0), crs_wkt("EPSG:32617"))
SOIL = (
    "layer_bottom_m,cohesion_kpa,cohesion_kpa_low,cohesion_kpa_high,friction_deg,unit_weight_kn_m3,"
    "saturated_unit_weight_kn_m3,conductivity_m_s\n1.5,3,0,15,31,17,19,1e-6\n"
)
STORMS = (
    "return_period_yr,intensity_mm_h,duration_h,antecedent_wetness,seismic_coefficient\n"
    "10,4,12,0.3,0\n50,8,12,0.5,0\n"
)


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    """Slopes of which the steep ones slid, a soil table with ranges, and storms."""
    folder = tmp_path_factory.mktemp("calibration")
    rng = np.random.default_rng(0)
    slope = rng.uniform(1, 42, GRID.shape).astype(np.float32)
    with RasterSink(str(folder / "slope.tif"), GRID, [Band("slope", "deg")]) as sink:
        sink.write(0, 0, slope)
    slid = rng.uniform(size=GRID.shape) < 1 / (1 + np.exp((36 - slope) / 2))
    places = [GRID.centre_of(row, col) for row, col in np.argwhere(slid)]
    points = FeatureSet(tuple(point_wkb(x, y) for x, y in places), GRID.crs_wkt, name="slides")
    write_features(str(folder / "slides.gpkg"), points, "point")
    (folder / "soil.csv").write_text(SOIL)
    (folder / "storms.csv").write_text(STORMS)
    return folder


def test_landslides_narrow_a_table_that_compute_fs_takes_and_training_refuses(area, run):
    found = outputs(
        qgis_process(
            "calibratestability",
            {
                "SLOPE": area / "slope.tif",
                "SOIL_TABLE": area / "soil.csv",
                "INVENTORY": area / "slides.gpkg",
                "SCENARIOS": area / "storms.csv",
                "STORM": 50,
                "SETS": 512,
                "TABLE": area / "table.csv",
                "PAGE": area / "page.html",
                "JSON": area / "figures.json",
            },
        )
    )
    assert set(found) >= {"TABLE", "PAGE", "JSON", "LANDSLIDES", "EFFECTIVE_LANDSLIDES", "AUROC_AFTER"}
    assert found["LOG_LOSS_AFTER"] < found["LOG_LOSS_BEFORE"]
    assert 1 <= found["EFFECTIVE_LANDSLIDES"] <= found["LANDSLIDES"]
    figures = json.loads((area / "figures.json").read_text())
    cohesion = figures["soils"][0]["values"]["cohesion_kpa"]
    assert cohesion["told"]
    assert 0 <= cohesion["accepted"][0] < cohesion["best"] < cohesion["accepted"][1] <= 15
    lines = [line for line in (area / "table.csv").read_text().splitlines() if not line.startswith("#")]
    row = next(iter(csv.DictReader(lines)))
    assert float(row["cohesion_kpa"]) == cohesion["best"]
    assert "<svg" in (area / "page.html").read_text()

    safety = run(
        "factorofsafety",
        {
            "SLOPE": str(area / "slope.tif"),
            "SOIL_TABLE": found["TABLE"],
            "SCENARIOS": str(area / "storms.csv"),
            "FS": str(area / "fs.tif"),
            "PROBABILITY": str(area / "pf.tif"),
        },
    )
    for path in (safety["FS"], safety["PROBABILITY"]):
        with RasterSource(path) as source:
            assert row["calibrated_on"] in source.metadata[CALIBRATED_ON]
    refused = qgis_process(
        "trainphysics",
        {
            "FACTORS": area / "slope.tif",
            "INVENTORY": area / "slides.gpkg",
            "SCENARIOS": area / "storms.csv",
            "PRIOR_PF": safety["PROBABILITY"],
            "BUNDLE": area / "bundle",
        },
    )
    assert refused.returncode != 0
    assert (
        "pf cannot be the prior: its soil was calibrated on landslides that this training learns"
        in messages(refused)
    )
    assert not (area / "bundle").exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"DEPTH_LOW": 2.0, "DEPTH_HIGH": 1.0}, "DEPTH_LOW is 2 and DEPTH_HIGH 1; the range must rise"),
        ({"STORM": 33.0}, "T33 is not in the table"),
        ({"RU": 0.4}, "RU is 0.4, but this run would not use it"),
        (
            {"WATER_TABLE_RASTER": "slope.tif", "WETNESS_LOW": 0.1},
            "WETNESS_LOW is 0.1, but this run would not use it",
        ),
        ({"LITHOLOGY": "slope.tif"}, "No cell of slope"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(area, run, more, words):
    from qgis.core import QgsProcessingException

    given = {
        "SLOPE": str(area / "slope.tif"),
        "SOIL_TABLE": str(area / "soil.csv"),
        "INVENTORY": str(area / "slides.gpkg"),
        "SCENARIOS": str(area / "storms.csv"),
        "TABLE": str(area / "refused.csv"),
        "PAGE": str(area / "refused.html"),
    }
    more = {key: str(area / value) if isinstance(value, str) else value for key, value in more.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run("calibratestability", {**given, **more})
    assert not (area / "refused.csv").exists()
    assert not (area / "refused.html").exists()


def test_a_soil_depth_of_another_grid_is_aligned_if_asked_and_its_spread_counts(area, run):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    fine = Grid(80, 80, (500000.0, 12.5, 0.0, 900000.0, 0.0, -12.5), GRID.crs_wkt)
    depth = str(area / "depth.tif")
    with RasterSink(depth, fine, [Band("depth", "m")], metadata={"SOIL_DEPTH_COV": "0.3"}) as sink:
        sink.write(0, 0, np.full(fine.shape, 1.2, np.float32))
    given = {
        "SLOPE": str(area / "slope.tif"),
        "SOIL_TABLE": str(area / "soil.csv"),
        "INVENTORY": str(area / "slides.gpkg"),
        "SCENARIOS": str(area / "storms.csv"),
        "SOIL_DEPTH_RASTER": depth,
        "SETS": 256,
        "TABLE": str(area / "aligned.csv"),
        "PAGE": str(area / "aligned.html"),
    }
    with pytest.raises(
        QgsProcessingException, match="does not lie on the grid of the slope raster.*set ALIGN"
    ):
        run("calibratestability", given)
    with pytest.raises(
        QgsProcessingException, match="DEPTH_LOW is 0.7, but.*SOIL_DEPTH_RASTER gives the depth"
    ):
        run("calibratestability", {**given, "ALIGN": True, "DEPTH_LOW": 0.7})
    feedback = QgsProcessingFeedback()
    run("calibratestability", {**given, "ALIGN": True}, feedback=feedback)
    assert "The soil depth states a spread of 0.3" in feedback.textLog()
    assert "was aligned to the slope raster by average resampling" in feedback.textLog()


def test_compute_fs_says_that_soil_was_fitted_and_warns_of_another_law():
    from landslide_plugin.algorithms.stability.results import tell_calibrated

    mark = InventoryMark.of(["0a1b2c3d"], "transient")
    said, warned = [], []
    progress = Progress(info=said.append, warning=warned.append)
    tell_calibrated([mark.text], "transient", progress)
    assert len(said) == 1
    assert "calibrated on 1 landslides" in said[0]
    assert warned == []
    tell_calibrated([mark.text], "dry", progress)
    assert "calibrated with pore water pressure 'Transient infiltration of the rain'" in warned[0]
    tell_calibrated([], "dry", progress)
    assert (len(said), len(warned)) == (2, 1)
