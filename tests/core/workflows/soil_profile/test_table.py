"""Soil tables, soil profile rasters and the sources that read them."""

import re
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.profile import profile_bands, profile_layout, read_profile
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt, factor_band
from landslide_plugin.core.io.table import read_rows as read_text_rows
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.soil_profile.sources import (
    CutSoil,
    ProfileRaster,
    lithology_soil,
    whole_area,
)
from landslide_plugin.core.workflows.soil_profile.table import read_rows, read_soil_table

TABLES = Path(__file__).resolve().parents[4] / "landslide_plugin" / "resources" / "tables"
GRID = Grid(3, 4, (500000.0, 30.0, 0.0, 900000.0, 0.0, -30.0), crs_wkt("EPSG:32617"))


def rows(*lines):
    names = ("code", "layer_bottom_m", "cohesion_kpa", "friction_deg", "unit_weight_kn_m3")
    return [dict(zip(names, (str(value) for value in line))) for line in lines]


def write(path, bands, values, grid=GRID):
    with RasterSink(str(path), grid, bands) as sink:
        for i, band in enumerate(values):
            sink.write(i, 0, band)
    return RasterSource(str(path))


def test_units_with_other_layers_share_common_faces():
    table = read_rows(rows((1, 0.5, 5, 30, 18), (1, 2, 9, 32, 19), (4, 1, 3, 25, 17)))
    assert table.layer_bottoms_m == (0.5, 1.0, 2.0)
    profile, depth = table.profile(np.array([[1.0, 4.0, 7.0, np.nan]]))
    assert_allclose(profile["cohesion_kpa"][:, 0, :2].T, [[5, 9, 9], [3, 3, 3]])
    assert np.isnan(profile["cohesion_kpa"][:, 0, 2:]).all()
    assert_allclose(depth, [[2.0, 1.0, np.nan, np.nan]])


def test_relabelling_codes_changes_no_value():
    lines = [(1, 2, 5, 30, 18), (2, 2, 9, 33, 19)]
    codes = np.array([1.0, 2.0, 2.0, 1.0])
    first, _ = read_rows(rows(*lines)).profile(codes)
    moved = {1: 70, 2: -3}
    second, _ = read_rows(rows(*((moved[line[0]], *line[1:]) for line in lines))).profile(
        np.array([moved[int(code)] for code in codes], float)
    )
    assert first.values.tobytes() == second.values.tobytes()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([(1, 2, 5, 30, 18), (1, 1, 5, 30, 18)], "rise row by row"),
        ([(1, 0, 5, 30, 18)], "positive"),
        ([(1.5, 2, 5, 30, 18)], "whole number"),
        ([(1e30, 2, 5, 30, 18)], "not kept apart"),
        ([(-1e300, 2, 5, 30, 18)], "not kept apart"),
        ([(1, 2, "soft", 30, 18)], "not a number"),
        ([(1, 2, 5, 0.5, 18)], "radians"),
        ([], "no rows"),
    ],
)
def test_bad_tables_are_refused(lines, words):
    with pytest.raises(InputError, match=words):
        read_rows(rows(*lines))


def test_unknown_column_and_missing_file(tmp_path):
    with pytest.raises(InputError, match="unknown column cohesion;"):
        read_rows([{"layer_bottom_m": "2", "cohesion": "5"}])
    with pytest.raises(InputError, match="cannot be read"):
        read_soil_table(str(tmp_path / "none.csv"))


def test_shipped_table_is_ordered_and_usable():
    best, low, high = (
        read_soil_table(str(TABLES / "soil_parameters.csv"), choice) for choice in ("best", "low", "high")
    )
    for name in ("cohesion_kpa", "friction_deg"):
        i = best.properties.index(name)
        assert (low.values[..., i] <= best.values[..., i]).all()
        assert (best.values[..., i] <= high.values[..., i]).all()
    assert len(best.codes) == 11


def test_profile_raster_round_trip(tmp_path):
    bottoms, names = (0.5, 2.0, 4.0), ("cohesion_kpa", "void_ratio")
    values = np.random.default_rng(0).random((3, 2, 3, 4)).astype(np.float32)
    values[1, 0, 2, 3] = np.nan
    bands = profile_bands(bottoms, names)
    shuffled = [4, 0, 3, 5, 1, 2]
    flat = values.reshape(6, 3, 4)
    with write(tmp_path / "soil.tif", [bands[i] for i in shuffled], flat[shuffled]) as source:
        assert source.bands[1].name == "cohesion_kpa 0-0.5 m"
        whole, part = read_profile(source), read_profile(source, 1, 2)
    assert whole.layer_bottoms_m == bottoms
    for i, name in enumerate(names):
        assert np.array_equal(whole[name], values[:, i], equal_nan=True)
        assert np.array_equal(part[name], values[:, i, 1:3], equal_nan=True)


@pytest.mark.parametrize(
    ("drop", "words"), [({"PROPERTY"}, "not part of a soil profile"), ({"LAYER_TOP_M"}, "layers must meet")]
)
def test_profile_raster_must_say_what_it_holds(tmp_path, drop, words):
    bands = [
        Band(band.name, band.unit, {k: v for k, v in band.metadata.items() if k not in drop})
        for band in profile_bands((1.0, 2.0), ("cohesion_kpa",))
    ]
    source = write(tmp_path / "soil.tif", bands, np.ones((2, 3, 4), np.float32))
    with source, pytest.raises(InputError, match=words):
        profile_layout(source)


def test_missing_lithology_codes_are_listed_with_counts(tmp_path):
    codes = np.array([[1, 2, 2, 2], [1, 1, 9, 9], [1, 1, 1, np.nan]], np.float32)
    spec = FactorSpec("lithology", kind="categorical")
    table = read_rows(rows((1, 2, 5, 30, 18)))
    with write(tmp_path / "geology.tif", [factor_band(spec)], codes[None]) as source:
        with pytest.raises(InputError, match=r"2 \(3 cells\), 9 \(2 cells\).*has 1;"):
            lithology_soil(source, table, GRID)
        other = Grid(3, 4, (500010.0, 30.0, 0.0, 900000.0, 0.0, -30.0), GRID.crs_wkt)
        with pytest.raises(GridMismatch):
            lithology_soil(source, table, other)


def test_soil_is_cut_at_the_shallowest_depth(tmp_path):
    bedrock = np.full((3, 4), 1.2, np.float32)
    bedrock[0, 0], bedrock[2, 3] = 9.0, np.nan
    soil = whole_area(read_rows(rows((1, 2, 5, 30, 18))), 4)
    with write(tmp_path / "depth.tif", [Band("soil depth", "m")], bedrock[None]) as source:
        depth = CutSoil(soil, 1.5, source).read(0, 3).depth_m
    assert_allclose(depth[0, :2], [1.5, 1.2])
    assert np.isnan(depth[2, 3])
    assert CutSoil(soil).read(0, 3).depth_m is None


def test_profile_source_reads_rows(tmp_path):
    values = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    with write(tmp_path / "soil.tif", profile_bands((2.0,), ("cohesion_kpa",)), values) as source:
        strip = ProfileRaster(source).read(1, 1)
    assert strip.profile["cohesion_kpa"].tolist() == [[[4.0, 5.0, 6.0, 7.0]]]


def test_table_of_many_units_needs_a_raster():
    with pytest.raises(InputError, match="no lithology raster"):
        whole_area(read_rows(rows((1, 2, 5, 30, 18), (2, 2, 5, 30, 18))), 4)


def test_a_soil_depth_in_centimetres_is_told(tmp_path):
    bedrock = np.full((3, 4), 2500.0, np.float32)
    soil = whole_area(read_rows(rows((1, 2, 5, 30, 18))), 4)
    with (
        write(tmp_path / "depth.tif", [Band("soil depth", "cm")], bedrock[None]) as source,
        pytest.raises(InputError, match="2500 m; give a raster of depths in metres, it is probably in cm"),
    ):
        CutSoil(soil, None, source).read(0, 3)


WITHOUT_SOURCE = {
    "source": [6, 7, 8, 9, 10, 11],
    "conductivity_m_s_source": [6, 7, 8, 9, 10, 11],
    "field_conductivity_m_s_source": [1, 7, 8, 9, 10, 11],
    "theta_s_source": [1, 6, 7, 8, 9, 10, 11],
}


@pytest.mark.parametrize("column", WITHOUT_SOURCE)
def test_every_row_of_the_shipped_table_says_its_source_or_that_there_is_none(column):
    rows_of = read_text_rows(str(TABLES / "soil_parameters.csv"), "Soil table")
    none = [int(row["code"]) for row in rows_of if row[column].startswith("no source found")]
    assert none == WITHOUT_SOURCE[column]
    named = [row[column] for row in rows_of if not row[column].startswith("no source found")]
    for words in named:
        assert re.match(r"[A-Z][\w ]+ \((19|20)\d\d\) ", words), words
        assert re.search(r"\b(pp?\.|table|figure) \d", words), words


def test_the_page_on_rain_lists_the_rows_without_a_source():
    page = (TABLES.parents[2] / "docs" / "rain_to_safety.md").read_text(encoding="utf-8")
    lines = page.partition("## Where the soils' values come from")[2].partition('"No source found"')[0]
    told = {}
    for line in lines.splitlines()[4:]:
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        told.update({soil.strip(): cells[1:] for soil in cells[0].split(",") if len(cells) > 1})
    for row in read_text_rows(str(TABLES / "soil_parameters.csv"), "Soil table"):
        listed = told[re.sub(r" \(.*| regolith", "", row["name"])]
        for cell, column in zip(listed, WITHOUT_SOURCE):
            assert (cell == "no source found") == row[column].startswith("no source found"), (
                row["name"],
                column,
            )


def test_field_conductivity_is_never_below_that_of_samples():
    best = read_soil_table(str(TABLES / "soil_parameters.csv"))
    field, sample = (
        best.values[..., best.properties.index(f"{kind}conductivity_m_s")] for kind in ("field_", "")
    )
    coarse = np.isin(best.codes, [2])[
        :, None
    ]  # compacted sand is given a whole decade more than natural sand
    assert ((field >= sample) | coarse).all()


def test_retention_may_be_unknown_but_strength_may_not():
    table = read_rows([{"layer_bottom_m": "2", "cohesion_kpa": "5", "theta_s": ""}])
    assert np.isnan(table.values[0, 0, table.properties.index("theta_s")])
    with pytest.raises(InputError, match="not a number"):
        read_rows([{"layer_bottom_m": "2", "cohesion_kpa": ""}])
