"""Inventories in every form, and factors with faults, through real runs of Compare models."""

import json
import shutil

import numpy as np
import pytest

from landslide_plugin.core.io.vector import box_wkb, point_wkb, points, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from tests.support.harness import messages, outputs, qgis_process
from tests.support.study import POINTS, QUICK, crop, derive_factors

ROWS = 415


@pytest.fixture(scope="module")
def factors(tmp_path_factory):
    return derive_factors(tmp_path_factory.mktemp("factors"))


def slides():
    """Places of the landslides, and the CRS."""
    given = read_features(str(POINTS).split("|")[0])
    xy, owner = points(given)
    return xy[np.array(given.field("landslide"))[owner].astype(bool)], given.crs_wkt


def polygons(path, size_m=35.0, count=None, **fields):
    xy, wkt = slides()
    boxes = tuple(box_wkb(x - size_m, y - size_m, x + size_m, y + size_m) for x, y in xy[:count])
    columns = {name: tuple(value(i) for i in range(len(boxes))) for name, value in fields.items()}
    write_features(str(path), FeatureSet(boxes, wkt, columns, "boxes"), "polygon")
    return path


def compare(factors, inventory, folder, **more):
    params = {
        "FACTORS": factors,
        "INVENTORY": inventory,
        "MODELS": "logistic",
        "JSON": folder / "t.json",
        "OUTPUT": folder / "t.html",
        **QUICK,
        **more,
    }
    done = qgis_process("comparemodels", params)
    outputs(done)
    return json.loads((folder / "t.json").read_text()), messages(done)


def test_dated_polygons_of_two_types_at_their_scarps_with_a_ring_on_slopes(factors, tmp_path):
    inventory = polygons(
        tmp_path / "p.gpkg",
        type=lambda i: "debris flow" if i % 4 else "rock fall",
        day=lambda i: f"20{10 + i % 5}-03-01",
        storm=lambda i: f"storm {i % 5}",
    )
    xy, wkt = slides()
    ground = box_wkb(*(xy.min(axis=0) - 3000), *(xy.max(axis=0) + 3000))
    write_features(str(tmp_path / "m.gpkg"), FeatureSet((ground,), wkt, {}, "mapped"), "polygon")
    (tmp_path / "rain.csv").write_text("return_period_yr,intensity_mm_h\n10,20\n50,40\n")
    rows = [f"storm {i},201{i}-03-01,{10 if i % 2 else 50},,," for i in range(4)]
    rows += ["storm 4,,50,,2014-03-01,2014-03-05", "quiet,,,5,2014-03-05,2014-03-08"]
    (tmp_path / "events.csv").write_text(
        "\n".join(["event,date,return_period_yr,intensity_mm_h,start,end", *rows]) + "\n"
    )
    found, said = compare(
        factors,
        inventory,
        tmp_path,
        TYPE_FIELD="type",
        TYPES="debris flow",
        DATE_FIELD="day",
        FACTOR_DATES="dem=2012",
        POLYGON_RULE="scarp",
        ABSENCES="ring",
        ABSENCE_BUFFER=60,
        ABSENCE_REACH=600,
        ABSENCE_SLOPE=10,
        SCENARIOS=tmp_path / "rain.csv",
        EVENT_ID_FIELD="storm",
        EVENTS=tmp_path / "events.csv",
        MAPPED_AREA=tmp_path / "m.gpkg",
        BUNDLES=tmp_path / "b",
        SAMPLES=tmp_path / "s.gpkg",
    )
    assert "From 6 events, 1 of them without landslides" in said
    assert "Events overlap in time where both were mapped (1, such as storm 4 and quiet)" in said
    record = json.loads((tmp_path / "b" / "logistic" / "bundle.json").read_text())
    assert record["provenance"]["absences"] == "ring"
    assert record["provenance"]["polygon_rule"] == "scarp"
    assert (record["dated"], record["events"], record["quiet_storms"]) == (True, 6, 1)
    assert "from 6 events, 1 of them without" in " ".join(record["limits"])
    assert record["dates"]["inventory"] == "2010-03-01 to 2014-03-01"
    assert record["zoning"]["landslide_type"] == "debris flow"
    late = found["leakage"][0]
    assert late["why"] == "later"
    assert "slope" in late["factors"]
    assert any("possible leakage" in note for note in found["notes"])
    rate = found["curves"]["logistic"]["success_rate"]
    assert rate[0][0] == rate[1][0] == 0
    assert rate[0][-1] == pytest.approx(1) == rate[1][-1]
    assert "is 0 and says nothing" in " ".join(record["limits"])
    text = (tmp_path / "b" / "logistic" / "bundle.json").read_text()
    assert str(tmp_path) not in text
    assert "/home" not in text
    assert "/tmp" not in text
    layer = read_features(str(tmp_path / "s.gpkg"))
    xy, _ = points(layer)
    labels = np.array(layer.field("landslide"))
    apart = np.hypot(*(xy[labels == 0][:, None] - xy[labels == 1][None]).transpose(2, 0, 1)).min(axis=1)
    # The ring is measured from any cell of a landslide, of those on no-data too; samples are scarps. It begins at
    # landslides of the storm itself: ground that fails in a later storm is stable in this one.
    assert apart.max() <= 800
    assert record["provenance"]["absence_least_slope_deg"] == "10.0"


@pytest.mark.parametrize("form", ["points only", "one-cell polygons", "few"])
def test_other_forms(factors, tmp_path, form):
    xy, wkt = slides()
    inventory, says = tmp_path / "i.gpkg", ""
    if form == "points only":
        write_features(
            str(inventory), FeatureSet(tuple(point_wkb(*place) for place in xy), wkt, {}, "slides"), "point"
        )
        says = "Landslides make at least"
    elif form == "one-cell polygons":
        polygons(inventory, size_m=3.0)
        says = "landslide samples"
    else:
        polygons(inventory, count=20)
        says = " landslides: scores are rough"
    found, said = compare(factors, inventory, tmp_path)
    assert says in said
    assert 0.4 < found["table"][0]["auroc_mean"] <= 1.0


def test_factors_that_are_constant_double_or_hold_holes_are_named(factors, tmp_path):
    twin = crop(
        factors,
        tmp_path / "twin.tif",
        0,
        ROWS,
        lambda name, v: np.where(np.isnan(v), np.nan, 7.0) if name == "slope" else 2.0 * v + 1.0,
    )
    from osgeo import gdal

    shutil.copy(twin, tmp_path / "renamed.tif")
    data = gdal.Open(str(tmp_path / "renamed.tif"), gdal.GA_Update)
    for i in range(1, data.RasterCount + 1):
        data.GetRasterBand(i).SetDescription(f"own_{i}")
    first = data.GetRasterBand(2)
    values = first.ReadAsArray()
    values[:, ::9] = np.nan
    first.WriteArray(values)
    data = first = None
    _, said = compare(
        [factors, tmp_path / "renamed.tif"],
        POINTS,
        tmp_path,
        LABEL_FIELD="landslide",
    )
    assert "Constant over the samples" in said
    assert "cells lie on no-data and were left out" in said
    assert "correlat" in said.lower()
