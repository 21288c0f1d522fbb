"""Rain over time as a user runs it: from a stack and from gauges to series, and from these to thresholds."""

import csv
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr

from landslide_plugin.core.io.rain.series_table import read_series
from tests.core.io.rain.made import CELL, HOUR, NORTH, WEST, ends, netcdf, since_day_began, true_rain

HOURS = 24 * 40


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Forty days of rain as ERA5-Land stores it, and samples on whose last day more of it fell where it slid."""
    folder = tmp_path_factory.mktemp("rain")
    rain, draw = true_rain(HOURS), np.random.default_rng(1)
    days = [day for day in range(3, 40, 4) for _ in range(12)]
    cells = np.column_stack([draw.integers(0, 3, len(days)), draw.integers(0, 4, len(days))])
    last = np.array([rain[24 * day - 24 : 24 * day, row, col].sum() for day, (row, col) in zip(days, cells)])
    slid = last + draw.normal(0.0, 4.0, len(days)) > np.median(last)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "samples.gpkg"))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    layer = dataset.CreateLayer("samples", reference, ogr.wkbPoint)
    for name, kind in (("id", ogr.OFTString), ("day", ogr.OFTDate), ("slid", ogr.OFTInteger)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    first = np.datetime64("2020-08-29")
    for number, (day, (row, col)) in enumerate(zip(days, cells)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"], feature["slid"] = f"s{number}", int(slid[number])
        feature["day"] = str(first + np.timedelta64(day - 1, "D")).replace("-", "/")
        x, y = WEST + (col + 0.5) * CELL, NORTH - (row + 0.5) * CELL
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
        layer.CreateFeature(feature)
    del layer, dataset
    netcdf(
        folder / "era5_land.nc", since_day_began(rain) / 1000.0, units="m", long_name="Total precipitation"
    )
    return folder, rain, days, cells


def test_from_a_stack_to_thresholds(run, world, tmp_path):
    folder, rain, days, cells = world
    asked = {"SAMPLES": str(folder / "samples.gpkg"), "ID_FIELD": "id", "TIME_FIELD": "day"}
    stack = {"STACK": str(folder / "era5_land.nc"), "VARIABLE": "tp", "RAIN_IS": "day", "WINDOW": 48}
    targets = {"OUTPUT": str(tmp_path / "series.csv"), "SUMS": str(tmp_path / "sums.csv")}
    found = run("rainseries", {**asked, **stack, **targets})
    assert found["WITH_GAPS"] == 0
    ids, series = read_series(found["OUTPUT"])
    assert ids[:2] == ("s0", "s1")
    for row in (0, 50, 119):
        day, (at, col) = days[row], cells[row]
        np.testing.assert_allclose(
            series.rain_mm[row], rain[24 * day - 48 : 24 * day, at, col], rtol=1e-4, atol=1e-4
        )
    sums = list(csv.DictReader(Path(found["SUMS"]).read_text(encoding="utf-8").splitlines()))
    assert float(sums[3]["rain_total_mm"]) == pytest.approx(series.sums(48.0)[3], rel=1e-4)

    labels = {"SERIES": found["OUTPUT"], "SAMPLES": asked["SAMPLES"], "ID_FIELD": "id", "LABEL_FIELD": "slid"}
    pages = {key: str(tmp_path / name) for key, name in (
        ("OUTPUT", "t.html"), ("TABLE", "t.csv"), ("FIGURE", "t.png"), ("EVENTS_OF_RAIN", "e.csv"),
    )}  # fmt: skip
    told = run("rainthresholds", {**labels, **pages, "DRAWS": 100, "DRY_GAP": 6})
    assert told["AUROC"] > 0.75
    assert Path(told["FIGURE"]).read_bytes()[:4] == b"\x89PNG"
    assert "<svg" in Path(told["OUTPUT"]).read_text(encoding="utf-8")
    table = Path(told["TABLE"]).read_text(encoding="utf-8").splitlines()
    rows = {row["criterion"]: row for row in csv.DictReader(table)}
    assert max(float(row["auroc"]) for row in rows.values()) == pytest.approx(told["AUROC"], rel=1e-5)
    assert {"intensity_duration", "event_duration", "rain_index_mm"} <= set(rows)


def test_from_gauges_and_what_is_asked_for(run, world, tmp_path):
    folder, *_ = world
    lines = ["station,x,y,time,rain"]
    lines += [f"valley,{WEST},{NORTH},{end},2" for end in ends(HOURS) if end != ends(HOURS)[70]]
    (tmp_path / "gauges.csv").write_text("\n".join(lines), encoding="utf-8")
    asked = {"SAMPLES": str(folder / "samples.gpkg"), "TIME_FIELD": "day", "OUTPUT": str(tmp_path / "s.csv")}
    gauges = {"GAUGES": str(tmp_path / "gauges.csv"), "GAUGE_LIMIT": 60}
    found = run("rainseries", {**asked, **gauges, "WINDOW": 24, "STEP_H": "6"})
    _, series = read_series(found["OUTPUT"])
    assert found["WITH_GAPS"] == 12
    assert set(series.rain_mm[~np.isnan(series.rain_mm)].tolist()) == {12.0}
    assert series.ends[0] == ends(HOURS)[71]
    assert ends(HOURS)[71] - ends(HOURS)[70] == HOUR
    from qgis.core import QgsProcessingException

    for wrong, said in (
        (
            {**gauges, "STACK": str(folder / "era5_land.nc")},
            "STACK and GAUGES are given; give one source of rain",
        ),
        ({"STACK": str(folder / "era5_land.nc")}, "give RAIN_IS: day if they are such totals"),
        ({"STACK": str(folder / "era5_land.nc"), "VARIABLE": "pr"}, "has no pr; it has tp"),
        ({}, "no column of a step, such as h006"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run("rainseries", {**asked, **wrong})
