"""Small real inputs for runs through QGIS: the RBSF area, its factors and a quickly trained bundle."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, factor_band
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import REPOSITORY, outputs, qgis_process

SAMPLE = REPOSITORY / "landslide_plugin" / "resources" / "sample" / "rbsf"
DEM = SAMPLE / "dem.tif"
MASK = SAMPLE / "study_mask.gpkg"
POINTS = f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points"
QUICK = {
    "MEMBERS": 2,
    "CV_MEMBERS": 1,
    "CV_FOLDS": 3,
    "CV_REPEATS": 1,
    "RANDOM_CV": "no",
    "EPOCHS": 2,
    "SEED": 7,
    "ARCHITECTURE": "residual",
}
MAPS = {"PROBABILITY": "p.tif", "CLASSES": "c.tif", "UNCERTAINTY": "u.tif", "AGREEMENT": "a.tif"}


def derive_factors(folder: Path) -> Path:
    """Factor stack of the study mask."""
    stack = folder / "factors.tif"
    outputs(qgis_process("terrainfactors", {"DEM": DEM, "MASK": MASK, "STACK": stack}))
    return stack


def train(factors: Path, bundle: Path, algorithm: str = "trainensemble", **more: object):
    """Run a quick training of the network ensemble alone; returns the completed process."""
    params = {"FACTORS": factors, "INVENTORY": POINTS, "LABEL_FIELD": "landslide", "BUNDLE": bundle}
    return qgis_process(algorithm, {**params, "MODELS": "ensemble", **QUICK, **more})


def map_with(bundle: Path, factors: Path, folder: Path, **more: object):
    """Map a bundle into ``folder``; returns the completed process."""
    folder.mkdir(exist_ok=True)
    targets = {key: folder / name for key, name in MAPS.items()}
    return qgis_process("mapsusceptibility", {"BUNDLE": bundle, "FACTORS": factors, **targets, **more})


def read(path: Path, band: int = 0) -> np.ndarray:
    """Values of one band, NaN for no-data."""
    with RasterSource(str(path)) as source:
        return source.read(band)


def crop(source_path: Path, target: Path, first_row: int, rows: int, change=None, kind=None) -> Path:
    """Copy some rows of a stack, each band passed through ``change(name, values)``."""
    with RasterSource(str(source_path)) as source:
        grid: Grid = source.grid.window(first_row, rows)
        specs = source.factor_specs()
        bands: list[Band] = [factor_band(spec) for spec in specs]
        with RasterSink(str(target), grid, bands) as sink:
            for i, spec in enumerate(specs):
                values = source.read(i, first_row, rows)
                sink.write(i, 0, change(spec.name, values) if change else values)
    return target
