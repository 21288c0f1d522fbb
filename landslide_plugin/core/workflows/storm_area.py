"""The area of ten storms as files: ground, hourly rain, events, and dated samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ..io.rain.written import write_rain_stack
from ..io.raster import Band, RasterSink, crs_wkt, factor_band
from ..io.table import csv_text
from ..io.text import write_text
from ..io.vector import point_wkb, write_features
from ..synthetic.storms import StormArea, ten_storms
from ..synthetic.storms.ground import CRS
from ..synthetic.storms.rain import WINDOW_H, hours_of
from ..types.arrays import Surface
from ..types.factors import FactorSpec
from ..types.features import FeatureSet
from ..types.grid import Grid
from .sample_readme import README, readme

STORM_FILES = (
    "dem.tif",
    "factors.tif",
    "rain.tif",
    "target_probability.tif",
    "landslides.gpkg",
    "events.csv",
    README,
)
HOUR = np.timedelta64(3600, "s")


def write_storms(folder: Path, seed: int) -> None:
    """Draw the area of ten storms and write it into a folder."""
    area = ten_storms(seed)
    wkt = crs_wkt(CRS)
    grid, rain_grid = replace(area.grid, crs_wkt=wkt), replace(area.rain_grid, crs_wkt=wkt)
    specs, factors = area.factors.specs, area.factors.values
    _raster(folder / "dem.tif", grid, [factor_band(FactorSpec("elevation", unit="m"))], factors[:1])
    _raster(folder / "factors.tif", grid, [factor_band(spec) for spec in specs], factors)
    names = [Band(storm.name) for storm in area.storms]
    _raster(folder / "target_probability.tif", grid, names, area.probability)
    order = np.argsort([storm.end for storm in area.storms])
    ends = np.concatenate([hours_of(area.storms[number]) for number in order])
    rain = area.rain_mm[order].reshape(-1, *rain_grid.shape)
    write_rain_stack(str(folder / "rain.tif"), rain_grid, ends, rain, step_h=1.0)
    write_text(str(folder / "events.csv"), _events(area))
    _samples(folder / "landslides.gpkg", grid, area)
    slid = int(area.samples.landslide.sum())
    text = readme(
        "storms",
        crs=CRS,
        seed=seed,
        bands=len(ends),
        hours=area.rain_mm.shape[1],
        landslides=slid,
        stable=len(area.samples.landslide) - slid,
        each=int((~area.samples.landslide).sum() / len(area.storms)),
        window=WINDOW_H,
    )
    write_text(str(folder / README), text)


def _raster(path: Path, grid: Grid, bands: list[Band], values: Surface) -> None:
    with RasterSink(str(path), grid, bands) as sink:
        for number, band in enumerate(values):
            sink.write(number, 0, band)


def _events(area: StormArea) -> str:
    """Table of events: when the rain of each began and ended."""
    rows: list[tuple[object, ...]] = [("event", "date", "start", "end", "landslides")]
    for storm, slid in zip(area.storms, area.landslides):
        end = np.datetime64(storm.end, "s")
        start = end - storm.duration_h * HOUR
        rows.append((storm.name, str(end)[:10], f"{start}Z", f"{end}Z", int(slid.sum())))
    return csv_text(rows)


def _samples(path: Path, grid: Grid, area: StormArea) -> None:
    samples = area.samples
    ends = [area.storms[number].end for number in samples.storm.tolist()]
    points = FeatureSet(
        tuple(
            point_wkb(*grid.centre_of(row, col))
            for row, col in zip(samples.rows.tolist(), samples.cols.tolist())
        ),
        grid.crs_wkt,
        {
            "id": tuple(range(1, len(ends) + 1)),
            "event": tuple(area.storms[number].name for number in samples.storm.tolist()),
            "landslide": tuple(int(slid) for slid in samples.landslide.tolist()),
            "date": tuple(end[:10] for end in ends),
            "end": tuple(f"{end}Z" for end in ends),
            "share": tuple(samples.sampled_share.tolist()),
            **{
                spec.name: tuple(
                    area.factors.values[place, samples.rows, samples.cols].astype(float).tolist()
                )
                for place, spec in enumerate(area.factors.specs)
            },
            "true_probability": tuple(samples.probability.astype(float).tolist()),
        },
    )
    write_features(str(path), points, "point", layer="landslide_points")
