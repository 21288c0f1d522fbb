"""A chain that keeps every map there is: read back from its file and run whole, none is lost and all are loaded."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.core.evaluation.applicability import Applicability  # noqa: E402
from landslide_plugin.core.evaluation.conformal import ConformalSets  # noqa: E402
from landslide_plugin.core.io.profile import profile_bands  # noqa: E402
from landslide_plugin.core.io.raster import Band, RasterSink  # noqa: E402
from landslide_plugin.core.model.bundle.background import Background  # noqa: E402
from landslide_plugin.core.model.bundle.bundle import save_bundle  # noqa: E402
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs  # noqa: E402
from tests.support.maps import grid, read, write_factors  # noqa: E402
from tools.check.random_bundle import RAIN, SOIL, random_bundle, random_cells  # noqa: E402

ON = grid(20, 30)
SCENARIOS = """return_period_yr,intensity_mm_h,duration_h,intensity_low_mm_h,intensity_high_mm_h
10,20,6,15,25
50,50,8,40,65
100,80,12,60,110
"""


def full_model():
    """A model with drawn weights that keeps all that maps are made from."""
    bundle, cells = random_bundle(4), random_cells(60, 2)
    inputs = standard_inputs(bundle.ensemble, *cells)
    return replace(
        bundle,
        background=Background(*random_cells(8, 3)),
        conformal=ConformalSets(0.9, 0.3, 0.5),
        applicability=Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(60) % 3, 0),
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Parameters for which no map is refused: soil, rain with a band, a factor of safety, a model of storms."""
    folder = tmp_path_factory.mktemp("all")
    save_bundle(full_model(), {}, str(folder / "model"))
    _, soil = random_cells(ON.size, 3)
    bands = profile_bands(SOIL.layer_bottoms_m, SOIL.properties)
    with RasterSink(str(folder / "soil.tif"), ON, bands) as sink:
        for i, values in enumerate(soil.reshape(ON.size, -1).T):
            sink.write(i, 0, values.reshape(ON.shape))
    safety = np.linspace(0.5, 2.5, ON.size, dtype=np.float32).reshape(ON.shape)
    with RasterSink(str(folder / "fs.tif"), ON, [Band(name) for name in RAIN.names]) as sink:
        for i in range(len(RAIN.names)):
            sink.write(i, 0, safety - 0.1 * i)
    (folder / "rain.csv").write_text(SCENARIOS)
    return {
        "BUNDLE": str(folder / "model"),
        "FACTORS": [write_factors(folder / "factors.tif", ON)],
        "PROFILE": str(folder / "soil.tif"),
        "FS": str(folder / "fs.tif"),
        "SCENARIOS": str(folder / "rain.csv"),
        "CONDITIONAL": True,
    }


def chain_of(algorithm, given):
    """A model of one step that keeps every output, its parameters given by value."""
    model = qgis_core.QgsProcessingModelAlgorithm("all_maps", "", "all_maps")
    step = qgis_core.QgsProcessingModelChildAlgorithm(algorithm.id())
    step.setChildId("map")
    kept = {}
    for one in algorithm.parameterDefinitions():
        if one.isDestination():
            kept[one.name()] = qgis_core.QgsProcessingModelOutput(one.name(), one.description())
            kept[one.name()].setChildId("map")
            kept[one.name()].setChildOutputName(one.name())
        else:
            value = given.get(one.name(), one.defaultValue())
            source = qgis_core.QgsProcessingModelChildParameterSource.fromStaticValue(value)
            step.addParameterSources(one.name(), [source])
    step.setModelOutputs(kept)
    model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model


def test_every_map_of_a_chain_is_written_returned_and_loaded(provider, inputs, tmp_path):
    built = chain_of(provider.algorithm("mapsusceptibility"), inputs)
    assert built.validate() == (True, [])
    built.toFile(str(tmp_path / "all_maps.model3"))
    chain = qgis_core.QgsProcessingModelAlgorithm()
    chain.fromFile(str(tmp_path / "all_maps.model3"))
    chain.initAlgorithm({})
    kept = [one.name() for one in chain.parameterDefinitions() if one.isDestination()]
    assert len(kept) == 16
    project, context = qgis_core.QgsProject(), qgis_core.QgsProcessingContext()
    context.setProject(project)
    places = {
        key: str(tmp_path / f"{key.split(':')[1].lower()}.{'gpkg' if key.endswith('OUTSIDE') else 'tif'}")
        for key in kept
    }
    asked = {
        key: qgis_core.QgsProcessingOutputLayerDefinition(place, project) for key, place in places.items()
    }
    feedback = qgis_core.QgsProcessingFeedback(False)
    found, done = chain.run(asked, context, feedback)
    assert done, feedback.textLog()
    assert {key: str(found[key]).split("|")[0] for key in kept} == places
    assert all(Path(place).is_file() for place in places.values())
    assert set(context.layersToLoadOnCompletion()) == {str(found[key]) for key in kept}
    for key, place in places.items():
        if place.endswith(".tif"):
            assert np.isfinite(read(place)).any(), key
    for source in context.layersToLoadOnCompletion():
        assert qgis_core.QgsProcessingUtils.mapLayerFromString(source, context).isValid(), source
