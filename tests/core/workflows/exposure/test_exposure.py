"""Lengths, counts and people by class, where they are known."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.raster.measures import lengths_m, row_areas_m2
from landslide_plugin.core.io.raster.no_data import Said
from landslide_plugin.core.io.vector import box_wkb, boxes, line_wkb, point_wkb, to_crs
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.chosen_landslides import areas_m2
from landslide_plugin.core.workflows.exposure import crossing
from landslide_plugin.core.workflows.exposure.polygon_classes import PolygonClasses
from landslide_plugin.core.workflows.exposure.raster_classes import RasterClasses
from landslide_plugin.core.workflows.exposure.run import Exposed, exposure
from tests.support.judged import write

UTM, DEGREES = crs_wkt("EPSG:32632"), crs_wkt("EPSG:4326")
GRID = Grid(40, 60, (500000.0, 10.0, 0.0, 5200400.0, 0.0, -10.0), UTM)
CODES = np.zeros(GRID.shape, np.uint8)
CODES[:, 5:20], CODES[:, 20:40], CODES[:, 40:60] = 1, 3, 5
NAMES = {1: ("Very low", (0, 0, 255)), 3: ("Moderate", (255, 255, 0)), 5: ("Very high", (255, 0, 0))}


@pytest.fixture
def path(tmp_path):
    target = str(tmp_path / "classes.tif")
    with RasterSink(target, GRID, [Band("c", "", {"QUANTITY": "class"})], byte=True, classes=NAMES) as sink:
        sink.write(0, 0, CODES)
    return target


def line(*places, crs=UTM):
    return FeatureSet((line_wkb(np.array(places, float)),), crs, {"road": ("A1",)}, "roads")


def rows_of(found):
    return {row["name"]: row for row in csv.DictReader(io.StringIO(found.table()))}


def test_a_level_line_has_the_length_of_the_cells_it_passes(path):
    road = line((499900.0, 5200205.0), (500650.0, 5200205.0))
    with RasterSource(path) as source:
        found = exposure(RasterClasses(source, 0, "high"), Exposed(lines=road))
    # on the central meridian UTM's scale is 0.9996, so that 150 m of the map are 150.06 m of ground
    np.testing.assert_allclose(found.length_m * 0.9996, [150.0, 200.0, 200.0, 200.0], rtol=2e-6)
    out = found.lines_out
    assert out.field("worst_class") == (5,)
    assert out.field("worst_name") == ("Very high",)
    assert out.field("road") == ("A1",)
    shares = [out.field(f"share_{code}")[0] for code in (1, 3, 5)] + [out.field("share_none")[0]]
    np.testing.assert_allclose(shares, np.array([150, 200, 200, 200]) / 750, rtol=1e-6)


def test_a_slanted_line_keeps_its_length_whatever_the_pieces(path, monkeypatch):
    road = line((500052.0, 5200391.0), (500311.0, 5200033.0), (500587.0, 5200207.0))
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        whole = exposure(classes, Exposed(lines=road)).length_m
        monkeypatch.setattr(crossing, "CHUNK", 7)
        np.testing.assert_allclose(exposure(classes, Exposed(lines=road)).length_m, whole, rtol=1e-12)
    flat = np.hypot(259, 358) + np.hypot(276, 174)
    assert whole.sum() * 0.9996 == pytest.approx(flat, rel=2e-6)


def test_lengths_are_those_of_the_ground_in_any_crs(path):
    road = line((500052.0, 5200391.0), (500587.0, 5200207.0))
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        lengths = [
            exposure(classes, Exposed(lines=to_crs(road, crs_wkt(code)))).length_m
            for code in ("EPSG:32632", "EPSG:4326", "EPSG:3857", "EPSG:3035")
        ]
    for other in lengths[1:]:
        np.testing.assert_allclose(other, lengths[0], atol=0.02)


def test_a_degree_of_a_meridian_has_its_published_length():
    """From 45 to 46 degrees north 111 141.5 m (WGS 84; tables of the ellipsoid)."""
    latitude = np.linspace(45.0, 46.0, 101)
    ends = np.column_stack([np.full(101, 9.0), latitude])
    assert lengths_m(ends[:-1], ends[1:], DEGREES).sum() == pytest.approx(111141.5, abs=0.1)


def test_areas_on_the_ellipsoid_agree_in_two_ways():
    """Cells between parallels by Snyder's integral, and the same box in an equal-area projection."""
    grid = Grid(3, 2, (8.0, 0.01, 0.0, 47.0, 0.0, -0.01), DEGREES)
    boxes = FeatureSet(
        tuple(box_wkb(8.0, 47.0 - 0.01 * (i + 1), 8.01, 47.0 - 0.01 * i) for i in range(3)), DEGREES
    )
    np.testing.assert_allclose(row_areas_m2(grid), areas_m2(boxes), rtol=1e-9)
    mercator = Grid(1, 1, (0.0, 1000.0, 0.0, 8365000.0, 0.0, -1000.0), crs_wkt("EPSG:3857"))
    assert (
        row_areas_m2(mercator)[0] < 0.4e6
    )  # a square kilometre of Web Mercator at 60 degrees is a quarter of one


def test_buildings_have_the_worst_class_that_they_touch(path):
    points = FeatureSet(
        tuple(point_wkb(x, 5200205.0) for x in (500010.0, 500100.0, 500300.0, 500500.0, 500700.0)),
        UTM,
        {"people": (1, 2, 3, 4, None)},
        "houses",
    )
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        found = exposure(classes, Exposed(buildings=points, people_field="people"))
        assert found.buildings.tolist() == [1, 1, 1, 2]
        assert found.people_in_buildings.tolist() == [2.0, 3.0, 4.0, 1.0]
        footprints = FeatureSet(
            (
                box_wkb(
                    500398.0, 5200201.0, 500401.0, 5200203.0
                ),  # smaller than a cell, over the edge of 3 and 5
                box_wkb(500152.0, 5200201.0, 500158.0, 5200203.0),  # within a cell of class 1
                box_wkb(
                    500060.0, 5200010.0, 500590.0, 5200390.0
                ),  # holds cells that its outline does not cross
                box_wkb(500001.0, 5200201.0, 500009.0, 5200203.0),  # where the map has no value
            ),
            UTM,
            {},
            "houses",
        )
        assert exposure(classes, Exposed(buildings=footprints)).buildings_out.field("worst_class") == (
            5,
            1,
            5,
            None,
        )
        low = RasterClasses(source, 0, "low")
        assert exposure(low, Exposed(buildings=footprints)).buildings_out.field("worst_class") == (
            3,
            1,
            1,
            None,
        )


def test_the_inside_of_a_footprint_counts(tmp_path):
    codes = np.ones(GRID.shape, np.uint8)
    codes[20, 30] = 5
    where = write(tmp_path / "c.tif", codes, grid=GRID, byte=True)
    house = FeatureSet((box_wkb(500200.0, 5200100.0, 500400.0, 5200300.0),), UTM, {}, "house")
    with RasterSource(where) as source:
        found = exposure(RasterClasses(source, 0, "high"), Exposed(buildings=house))
    assert found.buildings_out.field("worst_class") == (5,)


def population(tmp_path, grid, values):
    return write(tmp_path / "people.tif", values.astype("f4"), grid=grid)


OUTLINE = FeatureSet((box_wkb(500000.0, 5200000.0, 500600.0, 5200400.0),), UTM)


def test_people_are_spread_over_their_cell_and_stay_as_many(path, tmp_path):
    coarse = Grid(2, 3, (500000.0, 300.0, 0.0, 5200400.0, 0.0, -200.0), UTM)
    where = population(tmp_path, coarse, np.array([[60, 30, 90], [0, np.nan, 12]]))
    with RasterSource(path) as source, RasterSource(where) as people:
        classes = RasterClasses(source, 0, "high")
        found = exposure(classes, Exposed(population=people, extent=OUTLINE, part_m2=100.0)).people
    # of the first cell (30 columns) 5 have no value, 15 are of class 1 and 10 of class 3; the next has 10 and 20
    np.testing.assert_allclose(found, [30.0, 20.0 + 10.0, 20.0, 10.0], atol=1e-9)


def test_bodies_are_named_and_no_class_though_the_file_names_nothing(tmp_path):
    codes = CODES.copy()
    codes[:, 50:] = 6
    said = {"QUANTITY": "class"}
    where = write(tmp_path / "c.tif", codes, {"BODY_CLASS": "6"}, said, byte=True, grid=GRID)
    with RasterSource(where) as source:
        found = exposure(
            RasterClasses(source, 0, "high"),
            Exposed(lines=line((500000.0, 5200205.0), (500600.0, 5200205.0))),
        )
    assert list(rows_of(found)) == ["Mapped landslide body", "Very high", "Moderate", "Very low", "No class"]
    assert found.length_m[found.scale.top] * 0.9996 == pytest.approx(100.0, rel=1e-5)


def test_people_of_fine_cells_have_the_class_at_their_middle(path, tmp_path):
    fine = Grid(80, 120, (500000.0, 5.0, 0.0, 5200400.0, 0.0, -5.0), UTM)
    where = population(tmp_path, fine, np.ones(fine.shape))
    with RasterSource(path) as source, RasterSource(where) as people:
        found = exposure(
            RasterClasses(source, 0, "high"), Exposed(population=people, extent=OUTLINE, part_m2=100.0)
        )
    assert found.people.tolist() == [15 * 40 * 4.0, 20 * 40 * 4.0, 20 * 40 * 4.0, 5 * 40 * 4.0]


def test_polygons_and_their_raster_hold_the_same(path, tmp_path):
    zones = FeatureSet(
        tuple(
            box_wkb(500000.0 + 10 * a, 5200000.0, 500000.0 + 10 * b, 5200400.0)
            for a, b in ((5, 20), (20, 40), (40, 60))
        ),
        UTM,
        {"class": (1, 3, 5), "name": ("Very low", "Moderate", "Very high")},
        "zones",
    )
    roads = FeatureSet(
        (
            line_wkb(np.array([[500052.0, 5200391.0], [500587.0, 5200207.0]])),
            line_wkb(np.array([[499900.0, 5200205.0], [500650.0, 5200205.0]])),
        ),
        UTM,
        {},
        "roads",
    )
    houses = FeatureSet(
        tuple(point_wkb(500000.0 + 37.0 * i, 5200111.0) for i in range(16)), UTM, {}, "houses"
    )
    coarse = Grid(2, 3, (500000.0, 300.0, 0.0, 5200400.0, 0.0, -200.0), UTM)
    where = population(tmp_path, coarse, np.array([[60, 30, 90], [0, 5, 12]]))
    with RasterSource(path) as source, RasterSource(where) as people:
        exposed = Exposed(roads, houses, population=people, extent=OUTLINE, part_m2=100.0)
        one = exposure(RasterClasses(source, 0, "high"), exposed)
        other = exposure(PolygonClasses(zones, "class", "high"), exposed)
    np.testing.assert_allclose(other.length_m, one.length_m, atol=1e-6)
    np.testing.assert_array_equal(other.buildings, one.buildings)
    np.testing.assert_allclose(other.people, one.people, atol=1e-9)
    np.testing.assert_allclose(other.area_m2 * 0.9996**2, one.area_m2, rtol=1e-5)
    assert other.lines_out.field("worst_name") == one.lines_out.field("worst_name")


def test_where_polygons_overlap_the_more_dangerous_class_holds(path):
    zones = FeatureSet(
        (
            box_wkb(500000.0, 5200000.0, 500600.0, 5200400.0),
            box_wkb(500100.0, 5200000.0, 500200.0, 5200400.0),
        ),
        UTM,
        {"class": (1, 5)},
        "zones",
    )
    found = exposure(
        PolygonClasses(zones, "class", "high"),
        Exposed(lines=line((500000.0, 5200205.0), (500600.0, 5200205.0))),
    )
    np.testing.assert_allclose(found.length_m * 0.9996, [500.0, 100.0, 0.0], rtol=1e-5, atol=1e-6)


def test_the_table_adds_up_and_names_what_is_in_no_class(path):
    road = line((499900.0, 5200205.0), (500650.0, 5200205.0))
    with RasterSource(path) as source:
        found = exposure(RasterClasses(source, 0, "high"), Exposed(lines=road))
    rows = rows_of(found)
    assert list(rows) == ["Very high", "Moderate", "Very low", "No class"]
    assert sum(float(row["length_percent"]) for row in rows.values()) == pytest.approx(100.0, abs=1e-3)
    assert float(rows["Moderate"]["area_km2"]) == pytest.approx(0.08)
    assert sum(int(row["lines_by_worst"]) for row in rows.values()) == 1


def test_roads_and_rails_are_told_apart(path):
    ways = FeatureSet(
        tuple(line_wkb(np.array([[500000.0, y], [500600.0, y]])) for y in (5200105.0, 5200205.0, 5200305.0)),
        UTM,
        {"kind": ("road", "rail", None)},
        "ways",
    )
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        found = exposure(classes, Exposed(ways, kind_field="kind"))
        assert list(found.length_of_kind) == ["no kind", "rail", "road"]
        np.testing.assert_allclose(found.length_of_kind["rail"] * 0.9996, [150, 200, 200, 50], rtol=2e-6)
        assert float(rows_of(found)["Very high"]["length_km rail"]) == pytest.approx(0.2 / 0.9996, abs=1e-6)
        np.testing.assert_allclose(sum(found.length_of_kind.values()), found.length_m)
        each = replace(ways, wkb=ways.wkb[:1] * 30, attributes={"kind": tuple(range(30))})
        with pytest.raises(InputError, match="tells 30 kinds"):
            exposure(classes, Exposed(each, kind_field="kind"))


@pytest.mark.parametrize(
    ("values", "byte", "words"),
    [
        (np.full(GRID.shape, 0.4, "f4"), False, "holds no whole numbers"),
        (np.zeros(GRID.shape, np.uint8), True, "no cell with a class"),
        (np.arange(GRID.size).reshape(GRID.shape) % 200 + 1, True, "at most 32 classes"),
    ],
)
def test_rasters_without_classes_are_refused(tmp_path, values, byte, words):
    where = write(tmp_path / "c.tif", values, grid=GRID, byte=byte)
    with RasterSource(where) as source, pytest.raises(InputError, match=words):
        RasterClasses(source, 0, "high")


def test_what_cannot_be_counted_is_refused(path, tmp_path):
    houses = FeatureSet((point_wkb(500100.0, 5200205.0),), UTM, {"people": ("many",)}, "houses")
    road = line((500000.0, 5200205.0), (500600.0, 5200205.0))
    coarse = Grid(1, 1, (500000.0, 600.0, 0.0, 5200400.0, 0.0, -400.0), UTM)
    far = Grid(1, 1, (0.0, 600.0, 0.0, 5200400.0, 0.0, -400.0), UTM)
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        for exposed, words in (
            (Exposed(), "give at least one"),
            (Exposed(buildings=houses, people_field="people"), "holds 'many'"),
            (Exposed(lines=houses), "holds no lines"),
            (Exposed(buildings=road), "holds lines"),
            (Exposed(lines=road, people_field="people"), "a field of BUILDINGS"),
        ):
            with pytest.raises(InputError, match=words):
                exposure(classes, exposed)
        for grid, value, words in (
            (coarse, -200.0, "holds -200 people"),
            (far, 5.0, "does not meet the map"),
        ):
            where = population(tmp_path, grid, np.full(grid.shape, value))
            with RasterSource(where) as people, pytest.raises(InputError, match=words):
                exposure(classes, Exposed(population=people, extent=OUTLINE))


def test_a_map_in_degrees_measures_the_ground_too(tmp_path):
    grid = Grid(30, 40, (9.0, 0.001, 0.0, 47.0, 0.0, -0.001), DEGREES)
    codes = np.ones(grid.shape, np.uint8)
    codes[:, 20:] = 5
    where = write(tmp_path / "c.tif", codes, grid=grid, byte=True)
    level = line((9.0, 46.9855), (9.04, 46.9855), crs=DEGREES)
    with RasterSource(where) as source:
        classes = RasterClasses(source, 0, "high")
        found = exposure(classes, Exposed(lines=level))
    # a degree of the parallel 46.9855: pi / 180 x a cos(lat) / sqrt(1 - e2 sin(lat)2)
    sine = np.sin(np.radians(46.9855))
    degree = np.pi / 180 * 6378137.0 * np.sqrt(1 - sine**2) / np.sqrt(1 - 0.00669437999014 * sine**2)
    np.testing.assert_allclose(found.length_m, [0.02 * degree, 0.02 * degree, 0.0], rtol=1e-7, atol=1e-6)
    assert found.area_m2.sum() == pytest.approx(row_areas_m2(grid).sum() * grid.cols)


def test_nobody_is_lost_where_the_edge_of_a_large_map_bulges(tmp_path):
    """In degrees the north edge of a map in UTM lies 200 m farther north in its middle than at its corners."""
    large = Grid(20, 100, (450000.0, 1000.0, 0.0, 5200000.0, 0.0, -1000.0), UTM)
    grid = Grid(15, 140, (8.3, 0.01, 0.0, 46.962, 0.0, -0.001), DEGREES)
    codes = write(tmp_path / "large.tif", np.full(large.shape, 5, np.uint8), grid=large, byte=True)
    extent = FeatureSet((box_wkb(450000.0, 5180000.0, 550000.0, 5200000.0),), UTM)
    with (
        RasterSource(codes) as source,
        RasterSource(population(tmp_path, grid, np.ones(grid.shape))) as people,
    ):
        classes = RasterClasses(source, 0, "high")
        found = exposure(classes, Exposed(population=people, extent=extent, part_m2=1e6)).people
    rows, cols = np.indices(grid.shape)
    at = [
        point_wkb(*grid.centre_of(row, col)) for row, col in zip(rows.ravel().tolist(), cols.ravel().tolist())
    ]
    x, _, _, y = boxes(to_crs(FeatureSet(tuple(at), DEGREES), UTM)).T
    assert found[0] == ((x > 450000) & (x < 550000) & (y > 5180000) & (y < 5200000)).sum()


def test_people_in_another_crs_stay_as_many(path, tmp_path):
    grid = Grid(6, 9, (8.9985, 0.0015, 0.0, 46.9585, 0.0, -0.0010), DEGREES)
    values = np.random.default_rng(3).uniform(1, 50, grid.shape).astype("f4")
    with RasterSource(path) as source, RasterSource(population(tmp_path, grid, values)) as people:
        found = exposure(
            RasterClasses(source, 0, "high"), Exposed(population=people, extent=OUTLINE, part_m2=100.0)
        ).people
    west, south, east, north = boxes(to_crs(OUTLINE, DEGREES))[0]
    rows = 46.9585 - 0.0010 * np.arange(7)
    cols = 8.9985 + 0.0015 * np.arange(10)
    met = values[(rows[1:] < north) & (rows[:-1] > south)][:, (cols[:-1] < east) & (cols[1:] > west)]
    assert found.sum() == pytest.approx(float(met.sum()), rel=1e-6)
    assert (found[:3] > 0).all()


def test_marks_of_no_data_are_neither_people_nor_the_most_dangerous_class(path, tmp_path):
    coarse = Grid(2, 3, (500000.0, 300.0, 0.0, 5200400.0, 0.0, -200.0), UTM)
    where = population(tmp_path, coarse, np.array([[60, 30, 90], [0, 65535, 12]]))
    with RasterSource(path) as source:
        classes = RasterClasses(source, 0, "high")
        with RasterSource(where) as people, pytest.raises(InputError, match="say NODATA=people=65535"):
            exposure(classes, Exposed(population=people, extent=OUTLINE, part_m2=100.0))
        with RasterSource(Said.of("people=65535", "people").beside(where)) as people:
            found = exposure(classes, Exposed(population=people, extent=OUTLINE, part_m2=100.0)).people
    np.testing.assert_allclose(found, [30.0, 30.0, 20.0, 10.0], atol=1e-9)
    marked = write(
        tmp_path / "c.tif", np.where(CODES == 0, 255, CODES).astype(np.uint8), byte=True, grid=GRID
    )
    with RasterSource(marked) as source, pytest.raises(InputError, match="say NODATA=c=255"):
        RasterClasses(source, 0, "high")
    with RasterSource(Said.of("c=255", "c").beside(marked)) as source:
        assert RasterClasses(source, 0, "high").scale.codes == (1, 3, 5)
