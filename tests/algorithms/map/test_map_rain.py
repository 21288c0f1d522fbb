"""Rain from a raster that the scenario table names, through qgis_process."""

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink
from landslide_plugin.core.model.bundle.bundle import save_bundle
from tests.support.harness import messages, outputs
from tests.support.maps import grid, write_factors
from tests.support.study import map_with, read
from tools.check.random_bundle import random_bundle

HEADER = "return_period_yr,intensity_mm_h,duration_h"


def test_a_table_may_name_a_raster_of_another_grid(tmp_path):
    save_bundle(random_bundle(2, soil=False), {"threshold": 0.4}, str(tmp_path / "model"))
    factors = write_factors(tmp_path / "factors.tif", grid(40, 30))
    north, south = grid(20, 30), 45.0
    with RasterSink(str(tmp_path / "storm.tif"), north, [Band("rain", "mm/h")]) as sink:
        sink.write(0, 0, np.full(north.shape, south))
    (tmp_path / "storms.csv").write_text(f"{HEADER}\n10,storm.tif,6\n50,50,8\n")
    (tmp_path / "numbers.csv").write_text(f"{HEADER}\n10,{south},6\n50,50,8\n")
    done = map_with(tmp_path / "model", factors, tmp_path / "rain", SCENARIOS=tmp_path / "storms.csv")
    found = outputs(done)
    assert "bilinear" in messages(done)
    assert (found["MAPPED_CELLS"], found["NO_DATA_CELLS"]) == (600, 600)
    outputs(map_with(tmp_path / "model", factors, tmp_path / "same", SCENARIOS=tmp_path / "numbers.csv"))
    rain, same = (read(tmp_path / name / "p.tif") for name in ("rain", "same"))
    np.testing.assert_allclose(rain[:20], same[:20], atol=2e-5)
    assert np.isnan(rain[20:]).all()
    assert np.isfinite(same).all()
