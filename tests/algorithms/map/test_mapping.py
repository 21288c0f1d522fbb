"""Training and mapping through qgis_process on a real area."""

import json

import numpy as np
import pytest
from osgeo import gdal, ogr

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.vector import read_features
from landslide_plugin.core.types.window import Window
from tests.support.harness import messages, outputs
from tests.support.study import DEM, MAPS, crop, derive_factors, map_with, read, train


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    folder = tmp_path_factory.mktemp("area")
    return folder, derive_factors(folder)


@pytest.fixture(scope="module")
def trained(area):
    folder, factors = area
    return outputs(train(factors, folder / "model", METRICS=folder / "m.json", FIGURES=folder / "figures"))


@pytest.fixture(scope="module")
def mapped(area, trained):
    folder, factors = area
    return outputs(map_with(folder / "model", factors, folder / "maps"))


def test_scores_stand_beside_each_other(area, trained):
    folder, _ = area
    metrics = json.loads((folder / "m.json").read_text())
    assert 0.6 < trained["SPATIAL_AUROC_LOGISTIC"] < 0.9
    assert trained["SPATIAL_AUROC"] == metrics["models"]["ensemble"]["spatial"]["auroc_mean"]
    assert trained["FIT_AUROC"] == metrics["models"]["ensemble"]["fit"]["auroc"]
    assert trained["LANDSLIDES"] == 175
    assert trained["VERDICT"]
    assert list((folder / "figures").glob("*.png"))


def test_the_settings_that_counted_lie_beside_the_model(area, trained):
    folder, _ = area
    told = json.loads((folder / "model.settings.json").read_text())
    assert told["algorithm"] == "trainensemble"
    used = json.loads((folder / "model" / "bundle.json").read_text())["settings"]
    settings = told["settings"]
    assert settings["models"] == ["ensemble"]
    assert {key: settings[key] for key in ("members", "cv_folds", "seed", "patience", "share_high")} == {
        key: used[key] for key in ("members", "cv_folds", "seed", "patience", "share_high")
    }
    assert settings["hidden_units"] is None, "by the number of samples"
    assert used["hidden_units"] is not None


def test_without_triggers_there_is_one_band(area, mapped):
    folder, _ = area
    dataset = gdal.Open(str(folder / "maps" / "p.tif"))
    assert dataset.RasterCount == 1
    assert dataset.GetRasterBand(1).GetDescription() == "Susceptibility"


def test_no_data_stays_empty_and_every_other_cell_has_a_class(area, mapped):
    folder, factors = area
    with_data = np.isfinite(
        np.stack([read(factors, i) for i in range(gdal.Open(str(factors)).RasterCount)])
    ).all(0)
    for name in MAPS.values():
        np.testing.assert_array_equal(np.isfinite(read(folder / "maps" / name)), with_data)
    probability, classes = read(folder / "maps" / "p.tif"), read(folder / "maps" / "c.tif")
    assert 0 <= np.nanmin(probability) < np.nanmax(probability) <= 1
    bounds = [(np.nanmin(probability[classes == c]), np.nanmax(probability[classes == c])) for c in (1, 3, 5)]
    assert all(low_max <= high_min for (_, low_max), (high_min, _) in zip(bounds, bounds[1:]))
    assert mapped["MAPPED_CELLS"] == with_data.sum()


def test_each_class_tells_its_share_of_the_landslides_and_no_density_without_an_inventory(mapped):
    table = json.loads(mapped["CLASS_TABLE"])
    shares = [row["landslide_share"] for row in table.values()]
    assert shares == pytest.approx([0.03, 0.07, 0.15, 0.25, 0.5])
    assert all(set(row) == {"area_share", "landslide_share"} for row in table.values())


def test_every_map_has_a_style_beside_it(area, mapped):
    folder, _ = area
    for name in MAPS.values():
        assert (folder / "maps" / name).with_suffix(".qml").stat().st_size > 500


def test_another_extent_changes_no_cell(area, mapped, tmp_path):
    folder, factors = area
    part = crop(factors, tmp_path / "part.tif", 100, 57)
    outputs(map_with(folder / "model", part, tmp_path / "maps"))
    for name in MAPS.values():
        np.testing.assert_array_equal(read(tmp_path / "maps" / name), read(folder / "maps" / name)[100:157])


def test_an_extent_maps_its_part_with_the_further_outputs(area, mapped, tmp_path):
    folder, factors = area
    with RasterSource(str(factors)) as source:
        grid = source.grid
    part = Window(100, 57, 200, 90).of(grid)
    west, south, east, north = part.bounds
    extent = f"{west},{east},{south},{north} [EPSG:32717]"
    keys = ("ENTROPY", "APPLICABILITY", "FLIPS", "ATTRIBUTION", "DECISION")
    more = {key: tmp_path / f"{key.lower()}.tif" for key in keys}
    done = map_with(
        folder / "model",
        factors,
        tmp_path / "maps",
        EXTENT=extent,
        MEMORY=400,
        FORMAT="cloud_optimised",
        OUTSIDE=tmp_path / "outside.gpkg",
        **more,
    )
    outputs(done)
    for name in MAPS.values():
        whole = read(folder / "maps" / name)[100:157, 200:290]
        np.testing.assert_array_equal(read(tmp_path / "maps" / name), whole)
        layout = gdal.Open(str(tmp_path / "maps" / name)).GetMetadata("IMAGE_STRUCTURE")
        assert layout["LAYOUT"] == "COG"
    known = np.isfinite(read(tmp_path / "maps" / "p.tif"))
    for path in more.values():
        assert path.with_suffix(".qml").stat().st_size > 500
        np.testing.assert_array_equal(np.isfinite(read(path)), known)
    shapes = read_features(str(tmp_path / "outside.gpkg"))
    cells = sum(ogr.CreateGeometryFromWkb(shape).Area() for shape in shapes.wkb) / grid.cell_size**2
    assert cells == pytest.approx((read(more["APPLICABILITY"], 1) == 0).sum(), rel=1e-9)
    assert "b_diagonal" in (tmp_path / "outside.qml").read_text()
    inside = read(more["APPLICABILITY"], 1)
    share = 100 * (inside == 0).sum() / np.isfinite(inside).sum()
    assert f"Outside the area of applicability: {share:.1f} % of the mapped cells" in messages(done)
    reasons = gdal.Open(str(more["ATTRIBUTION"]))
    *shares, total = (read(more["ATTRIBUTION"], band) for band in range(reasons.RasterCount))
    np.testing.assert_allclose(sum(shares)[known], total[known], atol=2e-5)
    p = read(tmp_path / "maps" / "p.tif")[known].astype(float)
    baseline = float(reasons.GetMetadata()["BASELINE_LOG_ODDS"])
    np.testing.assert_allclose(total[known] + baseline, np.log(p / (1 - p)), atol=1e-3)


def test_a_model_without_triggers_refuses_an_annual_probability(area, mapped, tmp_path):
    folder, factors = area
    done = map_with(folder / "model", factors, tmp_path / "maps", ANNUAL=tmp_path / "annual.tif")
    assert done.returncode == 1
    assert "without trigger scenarios" in messages(done)
    assert not list((tmp_path / "maps").iterdir())


def test_the_same_run_gives_the_same_bytes(area, mapped, tmp_path):
    folder, factors = area
    outputs(map_with(folder / "model", factors, tmp_path / "maps"))
    for name in MAPS.values():
        assert (tmp_path / "maps" / name).read_bytes() == (folder / "maps" / name).read_bytes()


def test_a_missing_factor_is_named_and_nothing_is_written(area, mapped, tmp_path):
    folder, _ = area
    done = map_with(folder / "model", DEM, tmp_path / "maps")
    assert done.returncode == 1
    assert "The model needs factor" in messages(done)
    assert not list((tmp_path / "maps").iterdir())


def test_a_raster_without_any_data_is_refused(area, mapped, tmp_path):
    folder, factors = area
    empty = crop(factors, tmp_path / "empty.tif", 0, 9, lambda _, values: values * np.nan)
    done = map_with(folder / "model", empty, tmp_path / "maps")
    assert done.returncode == 1
    assert "No cell has a value in every factor" in messages(done)
    assert not list((tmp_path / "maps").iterdir())


def test_a_damaged_bundle_is_refused(area, mapped, tmp_path):
    import shutil

    folder, factors = area
    broken = tmp_path / "broken"
    shutil.copytree(folder / "model", broken)
    weights = sorted(broken.glob("**/*.npz"))[0]
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(bytes(content))
    done = map_with(broken, factors, tmp_path / "maps")
    assert done.returncode == 1
    assert weights.name in messages(done)
    assert not list((tmp_path / "maps").iterdir())


def test_a_folder_that_is_no_bundle_is_refused(area, tmp_path):
    _, factors = area
    done = map_with(tmp_path, factors, tmp_path / "maps")
    assert done.returncode == 1
    assert "bundle" in messages(done)
