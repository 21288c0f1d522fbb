"""What a factor is, is found from what the raster says and holds, or said; classes never merge."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorKinds, FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.terrain.catalogue import CATALOGUE
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid

GRID = Grid(40, 50, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), crs_wkt("EPSG:32632"))
RNG = np.random.default_rng(0)
CODES = RNG.choice([3, 7, 12, 31, 44], GRID.shape)
SMOOTH = np.add.outer(np.linspace(0, 12, GRID.rows), np.linspace(0, 9, GRID.cols))
KNOWN = {name: row.spec for name, row in CATALOGUE.items()}


def foreign(path, values, dtype=gdal.GDT_Float32, palette=False, names=None):
    """A raster as other programs write it, without a word of what its band is."""
    made = gdal.GetDriverByName("GTiff").Create(str(path), GRID.cols, GRID.rows, 1, dtype)
    made.SetGeoTransform(GRID.geotransform)
    made.SetProjection(GRID.crs_wkt)
    band = made.GetRasterBand(1)
    if palette:
        table = gdal.ColorTable()
        for code in range(256):
            table.SetColorEntry(code, (code, 255 - code, 90, 255))
        band.SetColorTable(table)
    if names:
        band.SetCategoryNames([names.get(code, "") for code in range(max(names) + 1)])
    band.WriteRaster(
        0, 0, GRID.cols, GRID.rows, np.asarray(values, np.float64).tobytes(), buf_type=gdal.GDT_Float64
    )
    band = made = None
    return str(path)


def settled(path, **kinds):
    with FactorSources([path], kinds=FactorKinds(kinds, KNOWN)) as factors:
        return factors.specs[0], factors.found[factors.specs[0].name]


@pytest.mark.parametrize(
    ("name", "values", "options", "kind", "why"),
    [
        ("rock", CODES, {}, "categorical", "5 whole numbers"),
        ("rock", CODES, {"dtype": gdal.GDT_Byte}, "categorical", "5 whole numbers"),
        (
            "rock",
            RNG.integers(0, 120, GRID.shape),
            {"dtype": gdal.GDT_Byte, "palette": True},
            "categorical",
            "palette",
        ),
        ("rock", RNG.integers(0, 120, GRID.shape), {"dtype": gdal.GDT_Byte}, "continuous", "nothing"),
        (
            "rock",
            CODES,
            {"dtype": gdal.GDT_Byte, "names": {3: "clay", 7: "marl"}},
            "categorical",
            "class names",
        ),
        ("count", np.round(SMOOTH), {"dtype": gdal.GDT_Int16}, "continuous", "nothing"),
        ("rain", SMOOTH * 9.3, {}, "continuous", "nothing"),
        ("facing", np.linspace(0, 359.9, GRID.size).reshape(GRID.shape), {}, "circular", "0 to 360"),
        ("aspect", SMOOTH, {}, "circular", "by its name"),
        ("distance", SMOOTH * 17, {}, "continuous", "nothing"),
    ],
)
def test_the_kind_is_found_where_nothing_is_stored(tmp_path, name, values, options, kind, why):
    spec, how = settled(foreign(tmp_path / f"{name}.tif", values, **options))
    assert (spec.name, spec.kind) == (name, kind)
    assert why in how


def test_a_terrain_factor_that_lost_its_record_keeps_its_logarithm(tmp_path):
    logged = [name for name, spec in KNOWN.items() if spec.transform != "none"]
    assert logged
    for name in logged:
        spec, _ = settled(foreign(tmp_path / f"{name}.tif", np.exp(SMOOTH)))
        assert spec.transform == KNOWN[name].transform


@pytest.mark.parametrize(
    ("said", "kind", "transform"),
    [
        ("categorical", "categorical", "none"),
        ("circular", "circular", "none"),
        ("continuous", "continuous", "none"),
        ("log", "continuous", "log10"),
    ],
)
def test_what_is_said_goes_before_what_is_found(tmp_path, said, kind, transform):
    spec, how = settled(foreign(tmp_path / "x.tif", CODES), x=said)
    assert (spec.kind, spec.transform, how) == (kind, transform, "as said")


def test_what_is_stored_with_the_band_is_taken_in_silence(tmp_path):
    path = str(tmp_path / "own.tif")
    with RasterSink(path, GRID, [factor_band(FactorSpec("few"))]) as sink:
        sink.write(0, 0, CODES.astype(np.float32))
    spec, how = settled(path)
    assert (spec.kind, how) == ("continuous", "")


def test_names_beside_a_raster_are_its_names(tmp_path):
    path = foreign(tmp_path / "rock.tif", CODES)
    (tmp_path / "rock_classes.csv").write_text("code,name\n3,clay\n7,marl\n")
    assert settled(path)[0].categories == {3: "clay", 7: "marl"}


def test_fractions_are_no_codes_and_unknown_names_are_refused(tmp_path):
    path = foreign(tmp_path / "x.tif", SMOOTH)
    with pytest.raises(InputError, match="categorical but holds 0"):
        settled(path, x="categorical")
    with pytest.raises(InputError, match="y is not among the factors x"):
        settled(path, y="log")


@pytest.mark.parametrize("largest", [16_777_217, 90_000_001])
def test_codes_that_float32_would_merge_are_refused(tmp_path, largest):
    path = foreign(tmp_path / "rock.tif", np.where(CODES > 30, largest, CODES), gdal.GDT_Int32)
    with pytest.raises(InputError, match="not kept apart in float32"):
        settled(path)
    settled(foreign(tmp_path / "small.tif", np.where(CODES > 30, 16_777_215, CODES), gdal.GDT_Int32))


def test_a_band_without_any_value_holds_no_code_too_large(tmp_path):
    path = foreign(tmp_path / "rock.tif", np.full(GRID.shape, np.nan))
    assert settled(path, rock="categorical")[0].kind == "categorical"


def test_a_raster_with_shifted_codes_is_read_as_the_models(tmp_path):
    model = (FactorSpec("rock", "categorical", categories={1: "clay", 2: "marl"}),)
    path = foreign(
        tmp_path / "rock.tif", np.where(CODES > 20, 9, 4), gdal.GDT_Byte, names={4: "marl", 9: "clay"}
    )
    with FactorSources([path]) as factors:
        factors.select(model)
        rows, cols = np.divmod(np.arange(GRID.size), GRID.cols)
        found = factors.values_at(model, rows, cols)[:, 0].reshape(GRID.shape)
        strips = [factors.read(model, strip).values[0] for strip in GRID.strips(7)]
        np.testing.assert_array_equal(found, np.where(CODES > 20, 1, 2))
        np.testing.assert_array_equal(np.vstack(strips), found)
        assert "matched by name" in factors.match_words[0]


def test_a_band_without_a_name_of_its_own_is_no_part_of_a_model(tmp_path):
    with RasterSink(str(tmp_path / "x.tif"), GRID, [Band("a")]) as sink:
        sink.write(0, 0, SMOOTH.astype(np.float32))
    with FactorSources([str(tmp_path / "x.tif")]) as factors:
        assert factors.found == {}
