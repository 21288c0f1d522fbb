"""What a run says of results that will be lost, and of what comes next."""

from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.algorithms.base.algorithm import LandslideAlgorithm
from landslide_plugin.algorithms.base.opening import lost_with_qgis, next_lines, opening_lines
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.types.grid import Grid

GRID = Grid(20, 20, (500000.0, 20.0, 0.0, 900000.0, 0.0, -20.0), crs_wkt("EPSG:32617"))


@pytest.fixture
def factors(provider):
    return provider.algorithm("terrainfactors")


def temporary(*parts):
    from qgis.core import QgsProcessingUtils

    return str(Path(QgsProcessingUtils.tempFolder(), *parts))


def named(place):
    """An output as a dialog hands it over."""
    from qgis.core import QgsProcessingOutputLayerDefinition

    return QgsProcessingOutputLayerDefinition(place)


def test_the_settings_of_a_run_are_told_without_a_password(provider):
    address = "@".join(("https://ann:b", "mirror.local/simple"))
    said = opening_lines(provider.algorithm("modelenvironment"), {"ACTION": "create", "PACKAGES": address})
    assert said[1] == "Settings: ACTION=create, PACKAGES=https://mirror.local/simple"


def test_what_goes_with_qgis_is_named_in_one_line(factors):
    for place in ("TEMPORARY_OUTPUT", named("TEMPORARY_OUTPUT"), temporary("stack.tif")):
        (line,) = lost_with_qgis(factors, {"STACK": place})
        assert "(STACK)" in line
        assert "lost when QGIS closes" in line
    (line,) = lost_with_qgis(factors, {"STACK": "TEMPORARY_OUTPUT", "FOLDER": "TEMPORARY_OUTPUT"})
    assert "(STACK), " in line
    assert "(FOLDER)" in line


def test_every_output_of_every_algorithm_is_named_where_it_is_temporary(provider):
    seen = set()
    for algorithm in provider.algorithms():
        if not isinstance(algorithm, LandslideAlgorithm):
            continue
        keys = {each.name() for each in algorithm.destinationParameterDefinitions()}
        keys |= {key for key in algorithm.FOLDERS if algorithm.parameterDefinition(key) is not None}
        for key in keys:
            for place in ("TEMPORARY_OUTPUT", temporary("results", "made")):
                (line,) = lost_with_qgis(algorithm, {key: place})
                assert f"({key})" in line, algorithm.name()
        seen |= {algorithm.name()} if keys else set()
    newest = {"susceptibilitystudy", "handoverstudy", "trainunits", "mapunits", "exposure", "factorselection"}
    assert newest <= seen


def test_what_stays_is_not_named(factors, tmp_path):
    for place in (str(tmp_path / "stack.tif"), named(str(tmp_path / "stack.tif")), "stack.tif", None, ""):
        assert lost_with_qgis(factors, {"STACK": place}) == []


def test_a_step_of_a_chain_is_silent_of_what_it_hands_on(factors):
    from qgis.core import QgsProcessingUtils

    handed = {"STACK": QgsProcessingUtils.generateTempFilename("STACK.tif")}
    assert lost_with_qgis(factors, handed) == []
    assert next_lines(factors, handed, "{trainensemble}") == []


def test_every_algorithm_says_what_comes_next_by_the_names_of_the_toolbox(provider):
    spoken = [found for found in provider.algorithms() if isinstance(found, LandslideAlgorithm)]
    for algorithm in spoken:
        (line,) = next_lines(algorithm, {}, algorithm.NEXT)
        assert line.startswith("Next: "), algorithm.name()
        assert "{" not in line
        assert f"'{algorithm.displayName()}'" not in line, "it does not send in a ring"
    assert len(spoken) > 25


def test_a_run_ends_with_what_comes_next(provider, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    dem = str(tmp_path / "dem.tif")
    with RasterSink(dem, GRID, [Band("b")]) as sink:
        sink.write(0, 0, np.add.outer(np.arange(20.0), np.arange(20.0) ** 1.5).astype(np.float32))
    said = []

    class Kept(QgsProcessingFeedback):
        def pushInfo(self, info):
            said.append(info)

    values = {"DEM": dem, "FACTORS": ["slope"], "STACK": "TEMPORARY_OUTPUT"}
    _, done = provider.algorithm("terrainfactors").run(values, QgsProcessingContext(), Kept())
    assert done
    lost = [line for line in said if "lost when QGIS closes" in line]
    assert len(lost) == 2
    assert said[-2] == lost[1]
    assert said[-1].startswith("Next: 'Train bivariate model'")
