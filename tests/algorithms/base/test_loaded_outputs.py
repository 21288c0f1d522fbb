"""What the project has open is not written over: refused before the work, by the name of the layer."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.algorithms.base.overwriting import loaded_output
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.writing.folders import MARKER

GRID = Grid(20, 20, (500000.0, 20.0, 0.0, 900000.0, 0.0, -20.0), crs_wkt("EPSG:32617"))


def write(path):
    with RasterSink(str(path), GRID, [Band("b")]) as sink:
        sink.write(0, 0, (np.add.outer(np.arange(20.0), np.arange(20.0) ** 1.5)).astype(np.float32))
    return str(path)


@pytest.fixture
def opened(qgis_app, tmp_path):
    """A raster that the project shows."""
    from qgis.core import QgsProject, QgsRasterLayer

    path = write(tmp_path / "shown.tif")
    layer = QgsProject.instance().addMapLayer(QgsRasterLayer(path, "My finished map"))
    yield path
    QgsProject.instance().removeMapLayer(layer.id())


def test_every_output_of_every_algorithm_asks_the_project(provider, opened, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingParameterFolderDestination

    (tmp_path / MARKER).write_text(json.dumps({"files": ["shown.tif"]}))
    context, asked = QgsProcessingContext(), 0
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            if not definition.isDestination():
                continue
            is_folder = isinstance(definition, QgsProcessingParameterFolderDestination)
            key = definition.name()
            words = loaded_output(algorithm, {key: str(tmp_path) if is_folder else opened}, context)
            assert words.startswith(f"{key}: "), (algorithm.name(), key)
            assert "My finished map" in words
            other = tmp_path / "elsewhere" / "other.tif"
            assert not loaded_output(algorithm, {key: str(other)}, context)
            asked += 1
    assert asked > 60


def test_a_run_is_refused_before_its_work_and_the_map_stays(run, opened, tmp_path):
    dem = write(tmp_path / "dem.tif")
    before = hashlib.sha256(Path(opened).read_bytes()).hexdigest()
    with pytest.raises(Exception, match="open in the project as layer My finished map"):
        run("terrainfactors", {"DEM": dem, "FACTORS": ["slope"], "STACK": opened})
    assert hashlib.sha256(Path(opened).read_bytes()).hexdigest() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dem.tif", "shown.tif"]
    assert run("terrainfactors", {"DEM": dem, "FACTORS": ["slope"], "STACK": str(tmp_path / "new.tif")})


def test_a_step_of_a_chain_refuses_too(provider, opened, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    step = provider.algorithm("terrainfactors").create()
    given = {"DEM": write(tmp_path / "dem.tif"), "STACK": opened}
    with pytest.raises(QgsProcessingException, match="My finished map"):
        step.prepareAlgorithm(given, QgsProcessingContext(), QgsProcessingFeedback())


@pytest.mark.parametrize("provider_name", ["ogr", "delimitedtext"])
def test_a_table_is_found_however_it_was_opened_and_memory_is_no_file(provider, provider_name, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

    table = tmp_path / "classes.csv"
    table.write_text("class,area\n1,2.5\n")
    source = str(table) if provider_name == "ogr" else f"{table.as_uri()}?type=csv&geomType=none"
    project = QgsProject()
    asked = QgsProcessingContext()
    asked.setProject(project)
    algorithm = provider.algorithm("classifymap")
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "sketch", "memory"))
    assert not loaded_output(algorithm, {"TABLE": str(table)}, asked)
    shown = QgsVectorLayer(source, "my table", provider_name)
    assert shown.isValid()
    project.addMapLayer(shown)
    assert "my table" in loaded_output(algorithm, {"TABLE": str(table)}, asked)
    project.clear()
