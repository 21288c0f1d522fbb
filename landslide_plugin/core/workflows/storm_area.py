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

STORM_FILES = (
    "dem.tif",
    "factors.tif",
    "rain.tif",
    "target_probability.tif",
    "landslides.gpkg",
    "events.csv",
    "README.txt",
)
HOUR = np.timedelta64(3600, "s")
STORM_README = """Ten storms over a made-up mountain area, drawn from formulas and random numbers.

Grid: 200 rows x 200 columns of 50 m, {crs}; what the map says lies there has nothing to do with it. Seed {seed}.
Licence: CC0 1.0.

dem.tif                 elevation (m)
factors.tif             elevation, slope (degrees) and land cover (1 forest, 2 pasture, 3 arable land)
rain.tif                hourly rain (mm) on cells of 1 km, {bands} bands: of each storm {hours} hours, the last 24 after
                        its end. Each band holds the rain of its hour, which ends at its metadata "time" (UTC)
events.csv              event, date, start, end (UTC) of each storm, and how many cells slid
landslides.gpkg         layer landslide_points: place-and-storm samples, field landslide 1 ({landslides} cells) or 0
                        ({stable} cells, of each storm a random {each} of those that stayed). Fields: id, event, date,
                        end (UTC), share (of the cells of its kind and storm that were sampled), the factors, and
                        true_probability
target_probability.tif  chance by law in the {window} hours that end with each storm, a band a storm

The law: log odds of a landslide in a cell while a window of {window} h lasts = -13.3 + 0.11 slope (at most 45 degrees)
+ 1.1 on pasture or 0.5 on arable land + 0.020 total rain (mm) + 0.050 largest rain of three hours (mm). Elevation has
no influence. Thunderstorms bring intensity, fronts bring totals, and some storms set off nearly nothing.
"""


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
    text = STORM_README.format(
        crs=CRS,
        seed=seed,
        bands=len(ends),
        hours=area.rain_mm.shape[1],
        landslides=slid,
        stable=len(area.samples.landslide) - slid,
        each=int((~area.samples.landslide).sum() / len(area.storms)),
        window=WINDOW_H,
    )
    write_text(str(folder / "README.txt"), text)


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
