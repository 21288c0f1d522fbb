"""Results as they arrive in a project by way of QGIS itself: group, order, sight, names, units."""

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt  # noqa: E402
from landslide_plugin.core.model.bundle.bundle import save_bundle  # noqa: E402
from landslide_plugin.core.types.grid import Grid  # noqa: E402
from tests.support.arrivals import arrive, tree  # noqa: E402
from tests.support.maps import grid, write_factors  # noqa: E402
from tools.check.random_bundle import random_bundle  # noqa: E402

UTM = crs_wkt("EPSG:32617")
SPREAD = np.broadcast_to(np.arange(20.0) / 100, (20, 20)).astype(np.float32)
BUMPS = 20.0 * np.add.outer(np.arange(20.0), np.arange(20.0) % 7).astype(np.float32)


@pytest.fixture
def project(qgis_app):
    made = qgis_core.QgsProject()
    yield made
    made.clear()


def test_maps_come_in_a_group_of_their_model_with_the_classes_in_sight(project, provider, tmp_path):
    save_bundle(random_bundle(members=3, soil=False, rain=False), {}, str(tmp_path / "andes_model"))
    kinds = ("UNCERTAINTY", "AGREEMENT", "CLASSES", "PROBABILITY")
    maps = {key: str(tmp_path / f"{key.lower()}.tif") for key in kinds}
    factors = write_factors(tmp_path / "factors.tif", grid(20, 20))
    given = {"BUNDLE": str(tmp_path / "andes_model"), "FACTORS": [factors], "ANY_CELL_SIZE": True}
    arrive(project, provider, "mapsusceptibility", {**given, **maps})
    (group, layers), *others = tree(project).items()
    assert not others
    assert group == "Landslide susceptibility: andes_model"
    assert layers[:2] == [
        ("Susceptibility classes", True, True),
        ("Susceptibility (probability)", False, False),
    ]
    assert [row[1:] for row in layers[2:]] == [(False, False)] * 2


def test_a_soil_profile_comes_as_one_property_with_its_name_and_unit(project, provider, tmp_path):
    rasters = []
    values = {"cohesion_kpa": 5.0, "friction_deg": 30.0, "unit_weight_kn_m3": 18.0, "void_ratio": 0.7}
    values |= {"water_content_percent": 20.0, "clay_percent": 10.0, "conductivity_m_s": 1e-5}
    for name, value in values.items():
        path = str(tmp_path / f"{name}_0-1m.tif")
        with RasterSink(path, Grid(20, 20, (5e5, 20.0, 0.0, 9e5, 0.0, -20.0), UTM), [Band(name)]) as sink:
            sink.write(0, 0, value * (1 + SPREAD))
        rasters.append(path)
    given = {"SOURCE": "rasters", "RASTERS": rasters, "PROFILE": str(tmp_path / "profile.tif")}
    arrive(project, provider, "soilprofile", given)
    (layer,) = project.mapLayers().values()
    assert layer.bandCount() > 3
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert layer.renderer().band() == 1
    assert layer.name() == "Soil profile: Cohesion, 0-1 m (kPa)"
    legend = layer.renderer().shader().rasterShaderFunction().legendSettings()
    assert (legend.minimumLabel(), legend.maximumLabel()) == ("5 kPa", "5.95 kPa")


def test_a_stack_without_slope_shows_elevation_with_its_unit(project, provider, tmp_path):
    dem = str(tmp_path / "dem.tif")
    with RasterSink(dem, Grid(20, 20, (5e5, 20.0, 0.0, 9e5, 0.0, -20.0), UTM), [Band("b")]) as sink:
        sink.write(0, 0, 1000.0 + BUMPS)
    given = {"DEM": dem, "FACTORS": ["elevation", "twi"], "STACK": str(tmp_path / "stack.tif")}
    arrive(project, provider, "terrainfactors", given)
    (layer,) = project.mapLayers().values()
    assert layer.name() == "Factor stack: Elevation (m)"
    legend = layer.renderer().shader().rasterShaderFunction().legendSettings()
    assert legend.minimumLabel().endswith(" m")
    assert legend.maximumLabel().endswith(" m")
