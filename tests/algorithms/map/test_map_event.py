"""Frames of an event as they arrive in a project, and the rain that they are made of."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from qgis.PyQt.QtCore import QDateTime, Qt  # noqa: E402
from qgis.PyQt.QtGui import QImage  # noqa: E402

from landslide_plugin.core.io.rain.written import write_rain_stack  # noqa: E402
from landslide_plugin.core.io.raster import RasterSource  # noqa: E402
from landslide_plugin.core.styles import style_table  # noqa: E402
from tests.support.arrivals import arrive, tree  # noqa: E402
from tests.support.event_bundle import small_event_model  # noqa: E402
from tests.support.storm_maps import AREA, END, ENDS, GRID, RAIN_GRID, STORM, cut, write_factors  # noqa: E402
from tools.check.qgis_runner import REPOSITORY  # noqa: E402


@pytest.fixture
def project(qgis_app):
    made = qgis_core.QgsProject()
    yield made
    made.clear()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("event")
    small_event_model().save(folder / "alps", {})
    write_factors(folder / "factors.tif")
    write_rain_stack(str(folder / "vaia.tif"), RAIN_GRID, ENDS, AREA.rain_mm[STORM], 1.0)
    names = ("BUNDLE", "alps"), ("FACTORS", "factors.tif"), ("RAIN", "vaia.tif")
    return {key: str(folder / name) for key, name in names}


def at(hour):
    return QDateTime.fromString(f"2018-10-29T{hour:02}:00:00Z", Qt.DateFormat.ISODate)


def time_of(node):
    return node.layer().temporalProperties()


@pytest.fixture
def lasting():
    """A folder that is not the system's temporary one: there QGIS calls layers by their files if it may."""
    (REPOSITORY / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=REPOSITORY / "build") as folder:
        yield Path(folder)


def test_the_temporal_controller_shows_one_frame_at_a_time(project, provider, inputs, lasting):
    given = {**inputs, "START": str(END - np.timedelta64(6, "h")), "END": str(END), "STEP": 3}
    given.update(THRESHOLD=0.01, FOLDER=str(lasting / "frames"))
    results = arrive(project, provider, "mapevent", given)
    assert results["FRAMES"] == 3
    (group, layers), *others = tree(project).items()
    assert not others
    assert group == "Landslide susceptibility: vaia"
    labels = [f"2018-10-29 {hour}:00 UTC, 120 h" for hour in ("14", "17", "20")]
    assert layers == [
        *((f"{label}: Probability given this rain", True, False) for label in labels),
        *((f"{label}: Cells that reach the threshold", False, False) for label in labels),
    ]
    nodes = project.layerTreeRoot().findLayers()
    legend = [entry.label for entry in nodes[-1].layer().renderer().classes()]
    assert legend == ["P is below 0.01", "P reaches 0.01"]
    nodes = nodes[:3]
    for hour in range(14, 23):  # as a controller steps through them, on UTC's clock
        shown = qgis_core.QgsDateTimeRange(at(hour), at(hour + 1), True, False)
        seen = [place for place, node in enumerate(nodes) if time_of(node).isVisibleInTemporalRange(shown)]
        assert seen == [(hour - 14) // 3]
    for node in nodes:
        assert time_of(node).isActive()
        again = qgis_core.QgsRasterLayer(node.layer().source(), "again")
        again.loadNamedStyle(str(Path(node.layer().source()).with_suffix(".qml")))
        assert again.temporalProperties().isActive()
        assert again.temporalProperties().fixedTemporalRange() == time_of(node).fixedTemporalRange()


def test_pictures_are_numbered_and_show_the_values(project, provider, inputs, tmp_path):
    given = {**inputs, "START": str(END - np.timedelta64(3, "h")), "END": str(END), "STEP": 3}
    arrive(project, provider, "mapevent", {**given, "FOLDER": str(tmp_path / "frames"), "LOAD": False})
    assert tree(project) == {}
    pictures = sorted((tmp_path / "frames").glob("*.png"))
    assert [path.name for path in pictures] == ["frame_0001.png", "frame_0002.png"]
    record = json.loads((tmp_path / "frames" / "event.json").read_text(encoding="utf-8"))
    assert "no warning service" in record["caveat"]
    images = [QImage(str(path)) for path in pictures]
    assert images[0].size() == images[1].size()
    times = 720 // max(GRID.shape)
    wettest = np.unravel_index(np.argmax(cut(AREA.probability[STORM])), GRID.shape)
    with RasterSource(str(next((tmp_path / "frames").glob("probability_20181029T2000Z.tif")))) as source:
        values = source.read(0)
    lowest = np.unravel_index(np.argmin(values), values.shape)
    edge = [images[1].pixelColor(40, row).name() for row in range(images[1].height())]
    top = (
        edge.index(style_table()["charts"]["muted"].lower()) + 1
    )  # the frame of the map; letters end above it
    bright, dark = (
        images[1].pixelColor(16 + int((col + 0.5) * times), top + int((row + 0.5) * times)).lightness()
        for row, col in (wettest, lowest)
    )
    assert bright > dark + 60


def test_a_design_storm_makes_the_same_kind_of_map(project, provider, inputs, tmp_path):
    rain = str(tmp_path / "t100.tif")
    given = {"KIND": "design", "AREA_RASTER": inputs["FACTORS"], "END": "2021-07-01 18:00", "PERIOD": 100}
    made = arrive(project, provider, "whatifrain", {**given, "DEPTH": 150, "BEFORE": 20, "OUTPUT": rain})
    assert made["DAY_OF_YEAR"] == 182
    assert made["TOTAL"] == pytest.approx(170.0, rel=1e-5)
    asked = {**inputs, "RAIN": rain, "START": "2021-07-01 18:00", "END": "2021-07-01 18:00"}
    found = arrive(
        project, provider, "mapevent", {**asked, "FOLDER": str(tmp_path / "what_if"), "PICTURES": False}
    )
    assert 0.0 < found["LARGEST"] < 1.0
    with RasterSource(str(Path(tmp_path, "what_if", "probability_20210701T1800Z.tif"))) as source:
        assert "Design storm of T 100 yr: 150 mm in 24 h" in source.metadata["RAIN"]
        assert np.isfinite(source.read(0)).all()
