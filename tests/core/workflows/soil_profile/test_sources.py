"""Soil profiles from SoilGrids and from rasters of one's own, and as one described stack."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.profile import is_profile, profile_layout
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.stability.hypres import FineEarth, retention
from landslide_plugin.core.stability.pore_pressure.phase import GRAIN_DENSITY_RATIO
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.soil_profile.named_rasters import named_rasters
from landslide_plugin.core.workflows.soil_profile.soilgrids import RETENTION, soilgrids_soil
from landslide_plugin.core.workflows.soil_profile.sources import CutSoil, ProfileRaster
from landslide_plugin.core.workflows.soil_profile.write import write_profile

GRID = Grid(2, 3, (500000.0, 250.0, 0.0, 900000.0, 0.0, -250.0), crs_wkt("EPSG:32617"))
LAYERS = ("0-5", "5-15", "15-30")
OWN = {"bdod": 140.0, "sand": 400.0, "silt": 350.0, "clay": 250.0, "cfvo": 100.0, "soc": 200.0}
COHESION = (1.0, 4.0, 8.0)


def raster(folder, name, values, bands=("",)):
    path = folder / f"{name}.tif"
    with RasterSink(str(path), GRID, [Band(band) for band in bands]) as sink:
        for i in range(len(bands)):
            sink.write(i, 0, np.broadcast_to(np.asarray(values, np.float32), GRID.shape))
    return RasterSource(str(path))


def grids(folder, **changed):
    values = {**OWN, **changed}
    return [
        raster(folder, f"{name}_{layer}cm_mean", value)
        for name, value in values.items()
        if value is not None
        for layer in LAYERS
    ]


def test_soilgrids_become_a_profile(tmp_path):
    soil = soilgrids_soil(grids(tmp_path), COHESION)
    profile = soil.read(0, 2).profile
    assert profile.layer_bottoms_m == (0.05, 0.15, 0.30)
    density = 1.4 * 0.9 + 2.65 * 0.1
    organic = 1.724 * 20 / 10 / 100
    solids = 1.4 * 0.9 * ((1 - organic) / 2.65 + organic / 1.4) + 0.1
    assert_allclose(profile["void_ratio"], 1 / solids - 1, rtol=1e-6)
    weights = soil_of(profile)
    assert_allclose(profile["friction_deg"], 31.1, atol=0.1)
    assert (profile["cohesion_kpa"] == 4.0).all()
    dry = weights.moist_kn_m3 / (1 + profile["water_content_percent"].reshape(3, -1) / 100)
    assert_allclose(dry, GRAIN_DENSITY_RATIO * 9.81 / (1 + profile["void_ratio"].reshape(3, -1)), rtol=1e-5)
    assert_allclose(dry, density * 9.81, rtol=0.03)
    assert (weights.saturated_kn_m3 > weights.moist_kn_m3).all()


def test_stones_lessen_the_conductivity_and_little_clay_is_counted(tmp_path):
    stony, sandy = tmp_path / "stony", tmp_path / "sandy"
    stony.mkdir()
    sandy.mkdir()
    whole = soilgrids_soil(grids(tmp_path, cfvo=0.0), COHESION).read(0, 2).profile["conductivity_m_s"]
    half = soilgrids_soil(grids(stony, cfvo=500.0), COHESION).read(0, 2).profile["conductivity_m_s"]
    assert_allclose(half / whole, 0.4, rtol=1e-6)
    soil = soilgrids_soil(grids(sandy, clay=50.0, silt=550.0), COHESION)
    friction = soil.read(0, 2).profile["friction_deg"]
    assert_allclose(friction, 33.3, atol=0.05)
    assert soil.counts.friction == friction.size


def test_retention_of_soilgrids_stands_behind_the_properties(tmp_path):
    plain = soilgrids_soil(grids(tmp_path), COHESION).read(0, 2).profile
    found = soilgrids_soil(grids(tmp_path), COHESION, with_retention=True).read(0, 2).profile
    assert found.properties == (*plain.properties, *RETENTION)
    np.testing.assert_array_equal(found.values[:, : len(plain.properties)], plain.values)
    curve = retention(FineEarth(25.0, 35.0, 3.448, 1.4, topsoil=True))
    assert_allclose(found["van_genuchten_alpha_1_m"], float(curve.alpha_1_m), rtol=1e-6)
    assert_allclose(found["van_genuchten_n"], float(curve.shape_n), rtol=1e-6)
    assert_allclose(found["theta_s"], 0.9 * float(curve.theta_s), rtol=1e-6)  # a tenth is stones
    assert_allclose(found["gardner_alpha_1_m"], -np.log(float(curve.saturation(-1.0))), rtol=1e-6)
    without = soilgrids_soil(grids(tmp_path, silt=None), COHESION, with_retention=True).read(0, 2).profile
    assert_allclose(without["van_genuchten_n"], found["van_genuchten_n"], rtol=1e-6)  # 100 - sand - clay
    with pytest.raises(InputError, match="needs SoilGrids soc of every layer"):
        soilgrids_soil(grids(tmp_path, soc=None), COHESION, with_retention=True)


def test_retention_knows_no_data_and_counts_what_the_rule_cannot_divide_by(tmp_path):
    carbon = np.full(GRID.shape, 200.0)
    carbon[0, 0], carbon[1, 2] = 0.0, -32768
    soil = soilgrids_soil(grids(tmp_path, soc=carbon), COHESION, with_retention=True)
    profile = soil.read(0, 2).profile
    assert soil.counts.retention == len(LAYERS)
    values = np.stack([profile[name] for name in RETENTION])
    assert np.isnan(values[:, :, 1, 2]).all()
    assert np.isfinite(values).sum() == values.size - len(RETENTION) * len(LAYERS)


def test_deepest_layer_goes_on_only_if_asked(tmp_path):
    sources = grids(tmp_path)
    assert soilgrids_soil(sources, COHESION, 3.0).layer_bottoms_m == (0.05, 0.15, 3.0)
    with pytest.raises(InputError, match="must be over 0.3 m"):
        soilgrids_soil(sources, COHESION, 0.2)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"bdod": 1.4}, "g/cm3 or kg/m3; give the rasters unscaled"),
        ({"bdod": 1400.0}, "10 to 260 cg/cm3"),
        ({"clay": 25.0, "sand": 40.0}, "percent; give the rasters unscaled"),
        ({"sand": -5.0}, "0 to 1000 g/kg"),
        ({"clay": None}, "clay is missing for 0-5 cm"),
        ({"bdod": np.nan}, "no data anywhere"),
    ],
)
def test_soilgrids_in_other_units_are_refused(tmp_path, changed, words):
    with pytest.raises(InputError, match=words):
        soilgrids_soil(grids(tmp_path, **changed), COHESION)


def test_undeclared_no_data_stays_no_data(tmp_path):
    clay = np.full(GRID.shape, 250.0)
    clay[1, 2] = -32768
    profile = soilgrids_soil(grids(tmp_path, clay=clay), COHESION).read(0, 2).profile
    assert np.isnan(profile.values[:, [0, 1, 3, 4, 5], 1, 2]).all()
    assert np.isfinite(profile.values[:, :, 0]).all()


def test_values_beyond_a_rule_are_counted(tmp_path):
    soil = soilgrids_soil(grids(tmp_path, soc=900.0, clay=650.0, sand=100.0, silt=250.0), COHESION)
    soil.read(0, 2)
    assert (soil.counts.organic, soil.counts.clay, soil.counts.texture_sum) == (18, 18, 0)


def test_own_rasters_by_name_and_by_band(tmp_path):
    sources = [
        raster(tmp_path, "cohesion_kpa_0-1m", 5.0),
        raster(tmp_path, "cohesion_kpa 1-2.5 m", 9.0),
        raster(tmp_path, "friction_deg", 30.0, ("", "")),
    ]
    soil = named_rasters(sources, (1.0, 2.5))
    assert (soil.layer_bottoms_m, soil.properties) == ((1.0, 2.5), ("cohesion_kpa", "friction_deg"))
    profile = soil.read(0, 2).profile
    assert_allclose(profile["cohesion_kpa"][:, 0, 0], [5.0, 9.0])
    assert_allclose(profile["friction_deg"], 30.0)


@pytest.mark.parametrize(
    ("names", "bottoms", "words"),
    [
        (["geology"], (), "tells no soil property"),
        (["cohesion_kpa"], (), "give 1 layer bottoms"),
        (["cohesion_kpa_0-1m", "cohesion_kpa_2-3m"], (), "layers must meet"),
        (["cohesion_kpa_0-1m", "friction_deg_1-2m"], (), "missing in the layer"),
        (["cohesion_kpa_0-1m"], (2.0, 1.0), "must be positive and rise"),
    ],
)
def test_own_rasters_that_do_not_fit_are_refused(tmp_path, names, bottoms, words):
    with pytest.raises(InputError, match=words):
        named_rasters([raster(tmp_path, name, 5.0) for name in names], bottoms)


def test_the_stack_says_what_it_holds_and_how_deep_the_soil_is(tmp_path):
    depth = np.full(GRID.shape, 0.2)
    depth[0, 0] = 9.0
    soil = CutSoil(soilgrids_soil(grids(tmp_path), COHESION), None, raster(tmp_path, "bedrock", depth))
    path = tmp_path / "profile.tif"
    summary = write_profile(soil, GRID, str(path))
    assert summary.with_depth
    assert summary.known_cells == GRID.size
    with RasterSource(str(path)) as source:
        assert is_profile(source.bands)
        assert len(source.bands) == 3 * 6 + 1
        assert profile_layout(source).layer_bottoms_m == (0.05, 0.15, 0.30)
        strip = ProfileRaster(source).read(0, 2)
    assert_allclose(strip.depth_m, np.minimum(depth, 0.3), rtol=1e-6)
    before = soil.read(0, 2).profile
    assert np.array_equal(strip.profile.values, before.values)


def test_a_stack_without_soil_is_refused_and_leaves_nothing(tmp_path):
    soil = named_rasters([raster(tmp_path, "cohesion_kpa_0-1m", np.nan)])
    with pytest.raises(InputError, match="No cell has soil data"):
        write_profile(soil, GRID, str(tmp_path / "out.tif"))
    assert not list(tmp_path.glob("out*"))
