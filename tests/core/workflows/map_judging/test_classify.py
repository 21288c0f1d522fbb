"""Classes by choice: shares that are known, and what is said of limits."""

import csv
import io

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.classes import classify, landslide_share_cuts
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.landslide_marks import fitted_to
from landslide_plugin.core.workflows.map_analysis.comparison import MapLayer
from landslide_plugin.core.workflows.map_judging import classify as module
from landslide_plugin.core.workflows.map_judging.classify import Landslides, classify_map
from landslide_plugin.core.workflows.map_judging.limits import OF_LANDSLIDES, OWN_LIMITS, Scheme
from tests.support.judged import CELLS, GRID, points, write

P = np.random.default_rng(2).permutation(np.linspace(0, 1, GRID.size)).reshape(GRID.shape).astype("f4")


def classed(path, scheme, target, **more):
    with RasterSource(path) as source:
        found = classify_map(MapLayer(source), scheme, str(target), **more)
    with RasterSource(str(target)) as source:
        return found, source.read(0), source


@pytest.fixture
def path(tmp_path):
    return write(tmp_path / "p.tif", P, {"CLASS_CUTS": "(0.1, 0.3, 0.5, 0.7)", "MODEL": "m"})


def test_equal_areas_are_equal_whatever_the_strips(path, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "STRIP_CELLS", 130)
    found, codes, _ = classed(path, Scheme("equal_area"), tmp_path / "c.tif")
    assert [row.cells for row in found.table.rows] == [GRID.size // 5] * 5
    np.testing.assert_array_equal(codes, classify(P, found.cuts))
    assert (np.diff([P[codes == code].mean() for code in range(1, 6)]) > 0).all()


def test_quantiles_hold_the_shares_given(path, tmp_path):
    found, _, _ = classed(path, Scheme("quantiles", (0.5, 0.75, 0.9, 0.95)), tmp_path / "c.tif")
    assert [row.cells for row in found.table.rows] == [1500, 750, 450, 150, 150]


def test_limits_of_the_map_say_that_they_are_its_own(path, tmp_path):
    for way, limits in (("equal_area", ()), ("quantiles", (0.2, 0.4, 0.6, 0.8)), ("natural_breaks", ())):
        found, _, source = classed(path, Scheme(way, limits), tmp_path / f"{way}.tif")
        assert found.caveat == source.metadata["CAVEAT"] == OWN_LIMITS
        assert "not comparable between maps" in OWN_LIMITS
    for way, limits in (("fixed", (0.2, 0.4, 0.6, 0.8)), ("landslide_share", ())):
        found, _, source = classed(path, Scheme(way, limits), tmp_path / f"{way}.tif")
        assert found.caveat == source.metadata.get("CAVEAT", "") == ""


def test_natural_breaks_part_clusters(tmp_path):
    middles = np.array([0.05, 0.2, 0.5, 0.7, 0.95])
    member = np.random.default_rng(1).integers(0, 5, GRID.shape)
    values = middles[member] + np.random.default_rng(2).uniform(-0.02, 0.02, GRID.shape)
    _, codes, _ = classed(
        write(tmp_path / "p.tif", values.astype("f4")), Scheme("natural_breaks"), tmp_path / "c.tif"
    )
    np.testing.assert_array_equal(codes, member + 1)


def test_landslide_share_is_the_models_or_the_inventorys(path, tmp_path):
    found, codes, source = classed(path, Scheme("landslide_share"), tmp_path / "c.tif")
    assert found.cuts == (0.1, 0.3, 0.5, 0.7)
    np.testing.assert_array_equal(codes, classify(P, found.cuts))
    assert source.metadata["MODEL"] == "m"
    assert source.bands[0].categories[5] == "Very high"
    found, _, _ = classed(
        path, Scheme("landslide_share"), tmp_path / "d.tif", landslides=Landslides(points(CELLS))
    )
    assert found.cuts == landslide_share_cuts(P.ravel()[CELLS])
    assert found.caveat == OF_LANDSLIDES
    assert found.table.rows[4].landslide_percent == pytest.approx(50, abs=1)


def test_the_table_adds_up(path, tmp_path):
    found, _, _ = classed(
        path, Scheme("fixed", (0.2, 0.4, 0.6, 0.8)), tmp_path / "c.tif", landslides=Landslides(points(CELLS))
    )
    rows = list(csv.DictReader(io.StringIO(found.csv())))
    assert [row["from"] for row in rows] == ["0", "0.2", "0.4", "0.6", "0.8"]
    assert sum(int(row["cells"]) for row in rows) == GRID.size
    assert sum(int(row["landslides"]) for row in rows) == len(CELLS)
    assert float(rows[0]["area_km2"]) == pytest.approx(int(rows[0]["cells"]) * 625e-6, rel=1e-5)


def test_no_data_never_becomes_a_class(tmp_path):
    holes = P.copy()
    holes[3:9] = np.nan
    for scheme in (Scheme("equal_area"), Scheme("natural_breaks"), Scheme("fixed", (0.2, 0.4, 0.6, 0.8))):
        found, codes, _ = classed(write(tmp_path / "p.tif", holes), scheme, tmp_path / "c.tif")
        np.testing.assert_array_equal(np.isnan(codes), np.isnan(holes))
        assert sum(row.cells for row in found.table.rows) == np.isfinite(holes).sum()


@pytest.mark.parametrize(
    ("way", "limits", "words"),
    [
        ("fixed", (), "holds 0 numbers"),
        ("quantiles", (0.5, 0.7), "holds 2 numbers"),
        ("fixed", (0.2, 0.2, 0.6, 0.8), "must rise"),
        ("fixed", (0.2, 0.4, 0.6, 1.5), "between 0 and 1"),
        ("equal_area", (0.2, 0.4, 0.6, 0.8), "leave them empty"),
    ],
)
def test_limits_that_cannot_be_are_refused(way, limits, words):
    with pytest.raises(InputError, match=words):
        Scheme(way, limits)


def test_maps_that_cannot_be_classed_are_refused_and_leave_nothing(tmp_path):
    target = tmp_path / "c.tif"
    for values, scheme, words in (
        (P * 3, Scheme("equal_area"), "probabilities from 0 to 1"),
        (np.full_like(P, 0.4), Scheme("natural_breaks"), "no two values"),
        (np.full_like(P, np.nan), Scheme("fixed", (0.2, 0.4, 0.6, 0.8)), "no value"),
        (np.full_like(P, np.nan), Scheme("equal_area"), "no value"),
        (P, Scheme("landslide_share"), "give an inventory"),
    ):
        with pytest.raises(InputError, match=words):
            classed(write(tmp_path / "p.tif", values), scheme, target)
        assert not target.exists()


def test_limits_too_small_to_be_told_are_written_as_less(tmp_path):
    path = write(tmp_path / "pf.tif", P, {"QUANTITY": "probability of failure", "RESOLVED_TO": "0.001"})
    scheme = Scheme("fixed", (0.0001, 0.001, 0.01, 0.1))
    found, _, _ = classed(path, scheme, tmp_path / "c.tif")
    rows = list(csv.DictReader(io.StringIO(found.csv())))
    assert [(row["from"], row["to"]) for row in rows[:3]] == [
        ("0", "< 0.001"),
        ("< 0.001", "0.001"),
        ("0.001", "0.01"),
    ]
    assert any("does not tell values under 0.001 apart" in note for note in found.notes)
    higher, _, _ = classed(path, Scheme("fixed", (0.001, 0.01, 0.1, 0.5)), tmp_path / "d.tif")
    assert not any("apart" in note for note in higher.notes)


def boxes(*cells, grid=GRID, **fields):
    west, _, _, north, *_ = grid.geotransform
    wkb = tuple(
        box_wkb(west + 25 * c0, north - 25 * r1, west + 25 * c1, north - 25 * r0) for r0, r1, c0, c1 in cells
    )
    return FeatureSet(wkb, grid.crs_wkt, fields, "boxes")


def test_success_rate_cuts_need_landslides_and_say_what_they_may_not(path, tmp_path):
    with pytest.raises(InputError, match="INVENTORY is not set"):
        classed(path, Scheme("success_rate"), tmp_path / "c.tif")
    found, codes, source = classed(
        path, Scheme("success_rate"), tmp_path / "c.tif", landslides=Landslides(points(CELLS))
    )
    np.testing.assert_array_equal(codes, classify(P, found.cuts))
    assert set(np.float32(found.cuts)) <= set(P.ravel()[CELLS])
    assert found.caveat == source.metadata["CAVEAT"] == OF_LANDSLIDES
    assert [row.landslides for row in found.table.rows] == np.bincount(codes.ravel()[CELLS].astype(int))[
        1:
    ].tolist()


def test_landslides_that_set_limits_are_known_again(path, tmp_path):
    classed(path, Scheme("success_rate"), tmp_path / "c.tif", landslides=Landslides(points(CELLS)))
    with RasterSource(str(tmp_path / "c.tif")) as source:
        said = fitted_to(source, points(CELLS[:30]), None)
        assert "cannot judge the classes" in said[0]
        others = np.setdiff1d(np.arange(GRID.size), CELLS)[:50]
        assert fitted_to(source, points(others), None) == []


def test_bodies_stand_above_the_classes_also_without_a_value(tmp_path):
    holes = P.copy()
    holes[3:9] = np.nan
    path = write(tmp_path / "p.tif", holes)
    known = Landslides(bodies=boxes((5, 20, 10, 20)))
    found, codes, source = classed(
        path, Scheme("fixed", (0.2, 0.4, 0.6, 0.8)), tmp_path / "c.tif", landslides=known
    )
    plain, before, _ = classed(path, Scheme("fixed", (0.2, 0.4, 0.6, 0.8)), tmp_path / "d.tif")
    body = np.zeros(GRID.shape, bool)
    body[5:20, 10:20] = True
    np.testing.assert_array_equal(codes, np.where(body, 6, before))
    assert found.body_cells == 150
    assert sum(row.cells for row in found.table.rows) == np.isfinite(holes[~body]).sum()
    assert source.bands[0].categories[6] == "Mapped landslide body"
    rows = list(csv.DictReader(io.StringIO(found.csv())))
    assert [rows[5][key] for key in ("class", "cells", "area_percent")] == ["6", "150", ""]
    assert plain.body_cells is None
    with RasterSource(str(tmp_path / "c.tif")) as again:
        np.testing.assert_array_equal(np.isnan(MapLayer(again).read(0, GRID.rows)), body | np.isnan(before))


def test_landslides_on_bodies_count_in_no_class_as_their_cells_do(path, tmp_path):
    bodies = boxes((0, 10, 0, 50))
    scheme, known = Scheme("fixed", (0.2, 0.4, 0.6, 0.8)), Landslides(points(CELLS), bodies=bodies)
    found, _, _ = classed(path, scheme, tmp_path / "c.tif", landslides=known)
    beside, values = CELLS[CELLS >= 10 * 50], P.ravel()
    slid = np.bincount(classify(values[beside], found.cuts), minlength=6)[1:]
    cells = np.bincount(classify(values[10 * 50 :], found.cuts), minlength=6)[1:]
    assert [row.landslides for row in found.table.rows] == slid.tolist()
    ratio = (slid / slid.sum()) / (cells / cells.sum())
    assert [row.density_ratio for row in found.table.rows] == pytest.approx(ratio.tolist())
    on_them = f"{len(CELLS) - len(beside)} of {len(CELLS)} landslide cells lie on mapped landslide bodies"
    assert any(on_them in note for note in found.notes)
    all_on_bodies = Landslides(points(CELLS[CELLS < 10 * 50]), bodies=bodies)
    nothing, _, _ = classed(path, scheme, tmp_path / "d.tif", landslides=all_on_bodies)
    assert "landslides" not in nothing.csv()
    cuts = [
        classed(
            path, Scheme("landslide_share"), tmp_path / name, landslides=Landslides(points(CELLS), bodies=b)
        )[0].cuts
        for name, b in (("e.tif", None), ("f.tif", bodies))
    ]
    assert cuts[0] == cuts[1]  # the limits are the model's to set, on all landslides


def test_only_the_mapped_area_counts(path, tmp_path):
    known = Landslides(points(CELLS), mapped_area=boxes((0, 30, 0, 50)))
    found, codes, _ = classed(path, Scheme("landslide_share"), tmp_path / "c.tif", landslides=known)
    inside = CELLS[CELLS < 30 * 50]
    assert found.cuts == landslide_share_cuts(P.ravel()[inside])
    assert sum(row.cells for row in found.table.rows) == 30 * 50
    assert sum(row.landslides for row in found.table.rows) == len(inside)
    assert np.isfinite(codes).all()
    with pytest.raises(InputError, match="INVENTORY is not set"):
        classed(
            path,
            Scheme("equal_area"),
            tmp_path / "c.tif",
            landslides=Landslides(mapped_area=known.mapped_area),
        )
