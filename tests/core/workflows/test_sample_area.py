"""The sample areas on disk."""

from functools import partial

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.profile import read_profile
from landslide_plugin.core.io.raster import RasterSource, crs_name
from landslide_plugin.core.io.scenarios import read_csv
from landslide_plugin.core.io.vector import (
    geometry_type,
    line_segments,
    points,
    read_features,
    write_features,
)
from landslide_plugin.core.synthetic import synthetic_andes
from landslide_plugin.core.workflows.sample_area import (
    RBSF_FILES,
    RBSF_FOLDER,
    SYNTHETIC_FILES,
    create_folder,
    write_rbsf,
    write_synthetic,
)
from landslide_plugin.core.workflows.soil_profile.table import read_soil_table
from landslide_plugin.core.writing.folders import MARKER, owned


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("sample") / "andes"
    create_folder(target, SYNTHETIC_FILES, partial(write_synthetic, seed=42))
    return target


def test_synthetic_rasters_hold_the_area(folder):
    area = synthetic_andes()
    with RasterSource(str(folder / "factors.tif")) as source:
        assert crs_name(source.grid.crs_wkt).endswith("(EPSG:32619)")
        assert source.grid.shape == (30, 50)
        assert (source.grid.cell_width, source.grid.cell_height) == (1009.7, 1029.2)
        assert source.factor_specs() == area.factors.specs
        assert np.array_equal(source.read_factors(), area.factors.values)
    with RasterSource(str(folder / "soil_profile.tif")) as source:
        soil = read_profile(source)
        assert soil.properties == area.soil.properties
        assert soil.layer_bottoms_m == area.soil.layer_bottoms_m
        assert np.array_equal(soil.values, area.soil.values)
    for name, values in (("fs_legacy", area.legacy_fs), ("target_probability", area.target_probability)):
        with RasterSource(str(folder / f"{name}.tif")) as source:
            assert [band.name for band in source.bands] == ["T10", "T25", "T50", "T100", "T200"]
            assert np.array_equal(source.read_factors(), values)


def test_synthetic_vectors_and_tables(folder):
    area = synthetic_andes()
    inventory = read_features(str(folder / "landslides.gpkg"), "landslide_points")
    xy, _ = points(inventory)
    cells = [area.grid.cell_of(x, y) for x, y in xy]
    assert len(set(cells)) == 1500
    assert [bool(value) for value in inventory.field("landslide")] == [
        bool(area.landslides[c]) for c in cells
    ]
    outlines = read_features(str(folder / "landslides.gpkg"), "landslide_cells")
    assert len(outlines) == 115
    assert geometry_type(outlines) == "polygon"
    assert line_segments(read_features(str(folder / "faults.gpkg"))).shape == (3, 4)
    assert np.array_equal(read_csv(str(folder / "scenarios.csv")).values, area.scenarios.values)
    assert read_soil_table(str(folder / "soil_table.csv")).layer_bottoms_m == area.soil.layer_bottoms_m


def test_files_are_those_announced(folder, tmp_path):
    assert sorted(entry.name for entry in folder.iterdir()) == sorted((*SYNTHETIC_FILES, MARKER))
    create_folder(tmp_path / "rbsf", RBSF_FILES, write_rbsf)
    assert sorted(entry.name for entry in (tmp_path / "rbsf").iterdir()) == sorted((*RBSF_FILES, MARKER))
    label = read_features(str(tmp_path / "rbsf" / "landslide_points.gpkg")).field("landslide")
    assert (len(label), sum(label)) == (350, 175)


def test_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(InputError, match="thesis.docx"):
        create_folder(tmp_path, RBSF_FILES, write_rbsf)
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_failure_leaves_the_old_sample_and_no_part(tmp_path):
    target = tmp_path / "rbsf"
    create_folder(target, RBSF_FILES, write_rbsf)

    def fail(folder):
        (folder / "dem.tif").write_text("half")
        raise InputError("stopped")

    with pytest.raises(InputError, match="stopped"):
        create_folder(target, RBSF_FILES, fail)
    assert (target / "dem.tif").stat().st_size > 1000
    assert [entry.name for entry in tmp_path.iterdir()] == ["rbsf"]


def test_written_again_over_itself(tmp_path):
    target = tmp_path / "rbsf"
    create_folder(target, RBSF_FILES, write_rbsf)
    (target / "dem.qml").write_text("<!-- landslide_susceptibility -->")
    create_folder(target, RBSF_FILES, write_rbsf)
    assert not (target / "dem.qml").exists()


def test_another_area_takes_the_place_of_the_first_and_of_nothing_else(tmp_path):
    create_folder(tmp_path, SYNTHETIC_FILES, partial(write_synthetic, seed=42))
    mine = ("dem.asc", "dem.qml", "README.md", "landslide_points.shp", "study_mask.kml", "factors.csv")
    for name in mine:
        (tmp_path / name).write_text("years of work")
    create_folder(tmp_path, RBSF_FILES, write_rbsf)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((*RBSF_FILES, *mine, MARKER))
    assert {(tmp_path / name).read_text() for name in mine} == {"years of work"}


def test_a_file_of_the_user_in_the_way_is_named_before_anything_is_written(tmp_path):
    create_folder(tmp_path, RBSF_FILES, write_rbsf)
    (tmp_path / "faults.gpkg").write_text("years of work")
    with pytest.raises(InputError, match="holds faults.gpkg"):
        create_folder(tmp_path, SYNTHETIC_FILES, lambda folder: pytest.fail("work has begun"))
    assert (tmp_path / "faults.gpkg").read_text() == "years of work"


def test_a_layer_that_the_user_added_is_not_lost(tmp_path):
    create_folder(tmp_path, RBSF_FILES, write_rbsf)
    road = read_features(str(tmp_path / "landslide_points.gpkg"))
    write_features(str(tmp_path / "study_mask.gpkg"), road, "point", layer="checked", append=True)
    with pytest.raises(InputError, match="study_mask.gpkg holds checked"):
        create_folder(tmp_path, RBSF_FILES, write_rbsf)


def test_a_sample_without_a_marker_is_known_by_its_readme(tmp_path):
    create_folder(tmp_path, RBSF_FILES, write_rbsf)
    (tmp_path / MARKER).unlink()
    (tmp_path / "dem.asc").write_text("years of work")
    create_folder(tmp_path, RBSF_FILES, write_rbsf)
    assert (tmp_path / "dem.asc").read_text() == "years of work"
    assert owned(tmp_path) == set(RBSF_FILES)


def test_the_tables_of_the_real_area_are_generic_and_storms_that_differ_by_rain_alone():
    mine = read_soil_table(str(RBSF_FOLDER / "soil_table.csv"))
    generic = read_soil_table(str(RBSF_FOLDER.parents[1] / "tables" / "soil_parameters.csv"))
    unit = generic.names.index("schist or phyllite regolith")
    for name in mine.properties:
        same = generic.values[unit, 0, generic.properties.index(name)]
        assert mine.values[0, 0, mine.properties.index(name)] == same, name
    rain = read_csv(str(RBSF_FOLDER / "scenarios.csv"))
    assert rain.names == ("T10", "T25", "T50", "T100", "T200")
    assert (np.diff(rain.column("intensity_mm_h")) > 0).all()
    for column in ("duration_h", "antecedent_wetness", "seismic_coefficient"):
        assert np.ptp(rain.column(column)) == 0


def test_the_text_says_that_the_landslides_argue_against_physics_and_they_do(tmp_path):
    area = synthetic_andes()
    slope = area.factors.values[[spec.name for spec in area.factors.specs].index("slope")]
    strongest, slid = area.legacy_fs[-1], area.landslides.astype(bool)
    steep = slope >= 5
    assert np.median(strongest[steep & slid]) > np.median(strongest[steep & ~slid])
    create_folder(tmp_path / "andes", SYNTHETIC_FILES, partial(write_synthetic, seed=42))
    assert "argue against slope physics" in (tmp_path / "andes" / "README.txt").read_text()
