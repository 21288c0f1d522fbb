"""Small rasters of factors and maps drawn from them."""

from __future__ import annotations

from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping.run import map_susceptibility
from tools.check.random_bundle import SPECS, random_cells

COLOURS = {i: (str(i), (i, i, i)) for i in range(1, 6)}


NAMES = ("probability", "spread", "agreement", "classes")


def grid(rows, cols):
    return Grid(rows, cols, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))


def broken_off(sink, values):
    """Write one band and fail before the raster is whole."""
    with sink:
        sink.write(0, 0, values)
        raise RuntimeError


def write_factors(path, on, seed=5):
    static, _ = random_cells(on.size, seed)
    with RasterSink(str(path), on, [factor_band(spec) for spec in SPECS]) as sink:
        for i, values in enumerate(static.T.reshape(3, *on.shape)):
            sink.write(i, 0, values)
    return str(path)


def draw(bundle, stack, folder, options=None, progress=SILENT, scenarios=None, more=()):
    folder.mkdir(exist_ok=True)
    targets = {name: str(folder / f"{name}.tif") for name in (*NAMES, *more)}
    with FactorSources([stack]) as factors:
        return map_susceptibility(bundle, factors, None, scenarios, targets, COLOURS, progress, options)


def read(path):
    with RasterSource(str(path)) as source:
        return source.read_factors()
