"""Landslides that a soil was fitted to are known again, whatever file they come in."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb, to_crs
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.inventory_mark import (
    KEPT,
    InventoryMark,
    mark_metadata,
    marks_in,
    require_apart,
)
from landslide_plugin.core.workflows.landslide_marks import fitted_to, landslide_marks
from tests.support.training_rasters import INDEX, raster

UTM = crs_wkt("EPSG:32632")


def slides(count, seed=0, labels=None):
    places = np.random.default_rng(seed).uniform([4e5, 5e6], [5e5, 5.1e6], (count, 2))
    attributes = {} if labels is None else {"landslide": tuple(labels)}
    return FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, attributes)


def test_landslides_have_the_same_marks_in_another_crs_and_order():
    here = slides(300)
    there = to_crs(here, crs_wkt("EPSG:4326"))
    other = to_crs(here, crs_wkt("EPSG:32633"))
    turned = FeatureSet(other.wkb[::-1], other.crs_wkt)
    marks = [InventoryMark.of(landslide_marks(features, None)) for features in (here, there, turned)]
    assert marks[0] == marks[1] == marks[2]
    assert marks[0].landslides == 300
    assert marks[0] != InventoryMark.of(landslide_marks(slides(300, seed=1), None))


def test_stable_places_have_no_mark():
    mixed = slides(10, labels=[1, 0] * 5)
    assert len(landslide_marks(mixed, "landslide")) == 5
    assert set(landslide_marks(mixed, "landslide")) < set(landslide_marks(mixed, None))


def test_polygons_are_known_by_their_middle():
    box = FeatureSet((box_wkb(4e5, 5e6, 4.001e5, 5.0002e6),), UTM)
    point = FeatureSet((point_wkb(400050, 5000100),), UTM)
    assert landslide_marks(box, None) == landslide_marks(point, None)


def test_a_part_of_a_large_inventory_is_known_again_and_others_are_not():
    whole = slides(5000)
    mark = InventoryMark.of(landslide_marks(whole, None))
    assert len(mark.kept) == KEPT
    chosen = np.random.default_rng(2).choice(5000, 500, replace=False)
    part = FeatureSet(tuple(whole.wkb[i] for i in chosen), UTM)
    assert 3 <= mark.shared(landslide_marks(part, None)) <= 30
    assert mark.shared(landslide_marks(slides(5000, seed=9), None)) == 0


def test_marks_survive_metadata_and_refuse_shared_landslides():
    one, two = (InventoryMark.of(landslide_marks(slides(20, seed), None)) for seed in (1, 2))
    told = mark_metadata([one.text, two.text])
    assert [InventoryMark.read(text, "raster") for text in marks_in(told)] == [one, two]
    require_apart(told, landslide_marks(slides(20, seed=3), None), "fs", "the prior")
    with pytest.raises(
        InputError, match=r"^fs cannot be the prior: .*\(20 of the 20 that it remembers of 20\)"
    ):
        require_apart(told, landslide_marks(slides(20, seed=2), None), "fs", "the prior")


def test_the_law_goes_along_and_makes_no_other_mark():
    marks = landslide_marks(slides(20), None)
    fitted = InventoryMark.of(marks, "transient")
    assert InventoryMark.read(fitted.text, "table") == fitted
    assert InventoryMark.read(InventoryMark.of(marks).text, "table").law == ""
    assert fitted.kept == InventoryMark.of(marks).kept


def test_a_map_is_told_to_be_fitted_where_its_landslides_judge_it(tmp_path):
    told = mark_metadata([InventoryMark.of(landslide_marks(slides(20), None), "dry").text])
    for name, metadata, said in (("fs", told, 1), ("other", None, 0)):
        path = raster(tmp_path / f"{name}.tif", {"T50": INDEX}, metadata=metadata)
        with RasterSource(path) as source:
            notes = fitted_to(source, slides(20), None)
            assert len(notes) == said
            assert fitted_to(source, slides(20, seed=3), None) == []
    assert notes == []


@pytest.mark.parametrize(
    "text", ["", "3 abc", "3 abc xyz12345", "x abc 0a1b2c3d", "3 abc 0a1b2c3", "3 abc 0a1b2c3d dry x"]
)
def test_a_changed_mark_is_refused_not_passed(text):
    with pytest.raises(InputError, match="soil table: the mark of the landslides .* calibrate again"):
        InventoryMark.read(text, "soil table")
