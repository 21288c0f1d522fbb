"""Cells of the area are counted by class exactly, however many of them are held at once."""

import numpy as np
import pytest

from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt, factor_band
from landslide_plugin.core.model.bivariate.classing import Classing, fit_classes
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.training import area

GRID = Grid(60, 50, (1000.0, 10.0, 0.0, 9000.0, 0.0, -10.0), crs_wkt("EPSG:32717"))
SPECS = (FactorSpec("slope", unit="deg"), FactorSpec("lithology", "categorical"))


@pytest.fixture
def ground(tmp_path):
    rng = np.random.default_rng(4)
    slope = rng.uniform(0, 60, GRID.shape).astype(np.float32)
    lithology = rng.choice([1, 2, 7], GRID.shape).astype(np.float32)
    path = tmp_path / "factors.tif"
    bands: list[Band] = [factor_band(spec) for spec in SPECS]
    with RasterSink(str(path), GRID, bands) as sink:
        for number, values in enumerate((slope, lithology)):
            sink.write(number, 0, values)
    return str(path), slope, lithology, rng.random(GRID.shape) < 0.7


def test_counts_are_those_of_every_cell_of_the_domain(ground, monkeypatch):
    path, slope, lithology, domain = ground
    monkeypatch.setattr(area, "MOST_CELLS", 333)  # so that there are many strips, and cells are thinned
    with FactorSources([path]) as factors:
        arrays = area.area_arrays(factors, domain, most=333)
    assert len(arrays["area_static"]) == 333
    assert arrays["area_weight"][0] * 333 == pytest.approx(domain.sum())
    samples = np.column_stack([slope[domain], lithology[domain]])
    samples = samples[samples[:, 1] != 7]  # a code that no sample has is in no class
    encoder = Encoder.fit(samples, SPECS)
    classes = fit_classes(encoder, encoder.transform(samples), np.ones(len(samples)), Classing(count=5))
    found = area.AreaCounter(lambda: FactorSources([path]), domain, SILENT)(encoder, classes)
    known = domain & (lithology != 7)
    expected = np.histogram(slope[known], [-1, *classes[0].limits, 99])[0]
    np.testing.assert_array_equal(found[0], expected)
    np.testing.assert_array_equal(found[1], [(lithology[known] == code).sum() for code in classes[1].codes])


def test_cells_lie_where_they_are_said_to(ground):
    path, slope, _, domain = ground
    with FactorSources([path]) as factors:
        arrays = area.area_arrays(factors, domain)
        assert arrays["area_weight"].tolist() == [1.0]
        x, y = arrays["area_xy"][10]
        row, col = GRID.cell_of(x, y)
        assert slope[row, col] == arrays["area_static"][10, 0]
