"""The band of the rain's fit goes into P(T) and the figures a year, behind what stood there before."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.io.triggers import TriggerRaster
from landslide_plugin.core.workflows.mapping.kinds.annual import annual_probability
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, read, write_factors
from tools.check.random_bundle import RAIN, bundle_with_pf, random_bundle, random_cells

INTENSITY = RAIN.columns.index("intensity_mm_h")
BAND = RAIN.column("intensity_mm_h") * np.array([[0.8], [1.3]])
BANDED = replace(RAIN, intensity_band_mm_h=BAND)


@pytest.fixture
def stack(tmp_path):
    return write_factors(tmp_path / "stack.tif", grid(40, 30))


def at(bundle, end):
    """Mean P (scenarios, cells) of the same model asked for the ends as scenarios of their own."""
    static, _ = random_cells(1200, 5)
    values = RAIN.values.copy()
    values[:, INTENSITY] = BAND[end]
    return bundle.predict(static, None, values).mean().T


def test_p_at_the_ends_is_that_of_scenarios_of_their_own(stack, tmp_path):
    bundle = random_bundle(4, soil=False)
    draw(bundle, stack, tmp_path / "m", scenarios=BANDED, more=("rain_band",))
    found = read(tmp_path / "m" / "rain_band.tif").reshape(2, len(RAIN.names), -1)
    for end in (0, 1):
        np.testing.assert_allclose(found[end], at(bundle, end), atol=1e-6)
    with RasterSource(str(tmp_path / "m" / "rain_band.tif")) as source:
        names = [band.name for band in source.bands]
        assert names[0] == f"{RAIN.names[0]}, lower end of the rain"
        assert names[-1] == f"{RAIN.names[-1]}, upper end of the rain"
        assert "16 to 26" in source.metadata["RAIN_BAND"]
        assert "lower end of T10 is 16" in source.metadata["RAIN_BAND_OUTSIDE_TRAINING"]


def test_figures_a_year_widen_behind_the_bands_that_were_there(stack, tmp_path):
    bundle = random_bundle(4, soil=False)
    options = MapOptions(conditional=True)
    draw(bundle, stack, tmp_path / "plain", options, scenarios=RAIN, more=("annual",))
    draw(bundle, stack, tmp_path / "band", options, scenarios=BANDED, more=("annual",))
    plain, found = (read(tmp_path / name / "annual.tif").reshape(-1, 1200) for name in ("plain", "band"))
    np.testing.assert_array_equal(found[:3], plain)
    bounds = [annual_probability(at(bundle, end), RAIN.return_periods_yr)[:2] for end in (0, 1)]
    low = np.minimum.reduce([plain[0], bounds[0][0], bounds[1][0]])
    high = np.maximum.reduce([plain[1], bounds[0][1], bounds[1][1]])
    np.testing.assert_allclose(found[3:], [low, high], atol=1e-6)
    assert (found[4] - found[3] > plain[1] - plain[0]).any()


def test_a_band_of_no_width_changes_nothing(stack, tmp_path):
    bundle, rain = random_bundle(4, soil=False), RAIN.column("intensity_mm_h")
    still = replace(RAIN, intensity_band_mm_h=np.stack([rain, rain]))
    more = ("annual", "rain_band")
    draw(bundle, stack, tmp_path / "m", MapOptions(conditional=True), scenarios=still, more=more)
    a_year, ends = read(tmp_path / "m" / "annual.tif"), read(tmp_path / "m" / "rain_band.tif")
    np.testing.assert_allclose(a_year[..., 3:, :, :], a_year[..., :2, :, :], atol=1e-6)
    np.testing.assert_array_equal(ends[: len(rain)], ends[len(rain) :])


def test_a_model_of_physics_keeps_the_probability_of_failure_of_each_cell_at_both_ends(stack, tmp_path):
    bundle, rain = bundle_with_pf(), RAIN.column("intensity_mm_h")
    still, on = replace(RAIN, intensity_band_mm_h=np.stack([rain, rain])), grid(40, 30)
    chances = np.random.default_rng(3).uniform(0.001, 0.9, (len(rain), *on.shape))
    chances[:, 0, 0] = np.nan
    with RasterSink(str(tmp_path / "pf.tif"), on, [Band(name) for name in RAIN.names]) as sink:
        for i, values in enumerate(chances):
            sink.write(i, 0, values.astype(np.float32))
    with RasterSource(str(tmp_path / "pf.tif")) as source:
        options = MapOptions(conditional=True, probability_of_failure=source)
        more = ("annual", "rain_band")
        draw(bundle, stack, tmp_path / "m", options, scenarios=still, more=more)
    drawn = read(tmp_path / "m" / "probability.tif")
    assert np.ptp(drawn) > 0.1
    for end in np.split(read(tmp_path / "m" / "rain_band.tif"), 2):
        np.testing.assert_allclose(end, drawn, atol=1e-6)
    a_year = read(tmp_path / "m" / "annual.tif")
    np.testing.assert_allclose(a_year[3:], a_year[:2], atol=1e-6)
    with RasterSource(str(tmp_path / "m" / "rain_band.tif")) as source:
        assert "that of the rain as fitted" in source.metadata["RAIN_BAND_MEANING"]


def test_a_bundle_that_keeps_the_band_needs_no_other_table(stack, tmp_path):
    kept = replace(random_bundle(4, soil=False), scenarios=BANDED)
    options, more = MapOptions(conditional=True), ("annual", "rain_band")
    draw(kept, stack, tmp_path / "kept", options, more=more)
    draw(random_bundle(4, soil=False), stack, tmp_path / "given", options, scenarios=BANDED, more=more)
    for name in more:
        found, wanted = (read(tmp_path / folder / f"{name}.tif") for folder in ("kept", "given"))
        assert len(found) == {"annual": 5, "rain_band": 2 * len(RAIN.names)}[name]
        np.testing.assert_array_equal(found, wanted)


def test_what_has_no_band_is_told(stack, tmp_path):
    with pytest.raises(InputError, match="has no band of the rain; give one with the columns intensity_low"):
        draw(random_bundle(soil=False), stack, tmp_path / "a", more=("rain_band",))
    with pytest.raises(InputError, match="without trigger scenarios, so no rain moves it"):
        draw(random_bundle(soil=False, rain=False), stack, tmp_path / "b", more=("rain_band",))
    storm = {(50.0, "duration_h"): TriggerRaster("storm.tif", 1.0, 2.0, 1.5)}
    with pytest.raises(InputError, match="differ from cell to cell have no band"):
        draw(
            random_bundle(soil=False),
            stack,
            tmp_path / "c",
            MapOptions(trigger_rasters=storm),
            scenarios=BANDED,
            more=("rain_band",),
        )
