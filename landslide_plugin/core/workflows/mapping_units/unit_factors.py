"""What rasters hold within polygons: the factors of mapping units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSource, require_marks_declared
from ...io.table import csv_text
from ...io.vector import boxes, centroids, geometry_type, to_crs
from ...progress import SILENT, Progress
from ...types.arrays import Floats
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.grid import Grid
from .cells_by_unit import CellsByUnit
from .statistics import MOMENTS, UnitValues

STATISTICS = (*MOMENTS, "majority")
OWN = ("cells", "by_centre")
LOOKED_AT = 0.2
"""Share of the progress of a raster given to looking for polygons that overlap."""


@dataclass(frozen=True)
class FactorsJob:
    """Everything that decides the factors of units.

    Attributes
    ----------
    polygons : FeatureSet
        In any CRS; they may overlap.
    rasters : sequence of str
        Each on its own grid, in its own CRS; all bands are summed up.
    statistics : sequence of str
        Of ``STATISTICS``. Classes have a majority alone, fractions have none.
    percents : sequence of float
        Quantiles of quantities.
    """

    polygons: FeatureSet
    rasters: Sequence[str]
    statistics: Sequence[str] = ("mean", "sd", "range", "majority")
    percents: Sequence[float] = ()


@dataclass(frozen=True)
class FactorsFound:
    """Polygons with what the rasters hold in each.

    Attributes
    ----------
    features : FeatureSet
        The polygons in their own CRS with their fields, a field ``<band>_<statistic>`` each, ``cells`` and
        ``by_centre`` of the first raster.
    added : tuple of str
        Names of the fields of statistics.
    small, empty : int
        Polygons that hold no cell's centre and got the cell of their own; those without a value in some field.
    """

    features: FeatureSet
    added: tuple[str, ...]
    small: int
    empty: int

    def table(self) -> str:
        """All fields as CSV; missing values are empty."""
        columns = self.features.attributes
        rows = ([_cell(values[i]) for values in columns.values()] for i in range(len(self.features)))
        return csv_text([tuple(columns), *rows])


def _cell(value: Any) -> Any:
    return f"{value:.9g}" if isinstance(value, float) else value


def unit_factors(job: FactorsJob, progress: Progress = SILENT) -> FactorsFound:
    """Sum up rasters by polygon.

    A cell belongs to a polygon if its centre lies inside. A polygon that holds no centre gets the cell of its own
    centre of gravity.

    Raises
    ------
    InputError
        No polygons, none of them on a raster, nothing to find, or two bands of one name.
    """
    if geometry_type(job.polygons) != "polygon":
        raise InputError(f"{job.polygons.name} holds no polygons; choose a layer of polygons")
    if not job.rasters:
        raise InputError("No raster is given; give at least one")
    if not job.statistics and not job.percents:
        raise InputError("Nothing to find: choose at least one statistic or quantile")
    columns: dict[str, tuple[Any, ...]] = {}
    cells, by_centre = np.zeros(len(job.polygons), np.int64), np.zeros(len(job.polygons), bool)
    for i, path in enumerate(job.rasters):
        part = progress.part(i / len(job.rasters), (i + 1) / len(job.rasters))
        with RasterSource(path) as source:
            require_marks_declared(source)
            found, count, own = _of_raster(job, source, part)
        if i == 0:
            cells, by_centre = count, own
        twice = sorted(set(found) & set(columns))
        if twice:
            raise InputError(f"{twice[0]} comes from two bands of one name; name one of them otherwise")
        columns.update({name: _plain(values) for name, values in found.items()})
    if not columns:
        raise InputError("None of the statistics is defined for these rasters; classes have a majority alone")
    added = tuple(columns)
    columns["cells"] = tuple(cells.tolist())
    columns["by_centre"] = tuple(int(own) for own in by_centre)
    taken = {name.casefold() for name in columns} | {"fid"}
    kept = {name: values for name, values in job.polygons.attributes.items() if name.casefold() not in taken}
    missing = np.array([[value is None for value in columns[name]] for name in added]).any(axis=0)
    features = FeatureSet(job.polygons.wkb, job.polygons.crs_wkt, {**kept, **columns}, job.polygons.name)
    return FactorsFound(features, added, int(by_centre.sum()), int(missing.sum()))


def _plain(values: Floats) -> tuple[Any, ...]:
    return tuple(None if value != value else value for value in values.tolist())


def _of_raster(
    job: FactorsJob, source: RasterSource, progress: Progress
) -> tuple[dict[str, Floats], Any, Any]:
    """Fields of all bands of a raster, the cells of each polygon, and which took that of their centre."""
    polygons = to_crs(job.polygons, source.grid.crs_wkt)
    _require_overlap(polygons, source.grid, source.name)
    specs = source.factor_specs()
    bands = [_values_of(job, spec, source.is_integer(i)) for i, spec in enumerate(specs)]
    units = CellsByUnit(polygons, source.grid, progress.part(0.0, LOOKED_AT))
    cells, rest = np.zeros(len(polygons), np.int64), progress.part(LOOKED_AT, 1.0)
    for strip in units.strips():
        runs = units.runs(strip)
        cells[runs.owner] += np.diff(np.r_[runs.first, runs.cell.size])
        for i, band in enumerate(bands):
            band.add(source.read(i, strip.start, strip.rows).ravel(), runs)
            band.close(units.last_row < strip.stop)
        rest.step(strip.stop / source.grid.rows)
    own = _add_centres(source, polygons, cells, bands)
    found: dict[str, Floats] = {}
    for spec, band in zip(specs, bands):
        band.close(np.ones(len(polygons), bool), last=True)
        names = () if _is_class(spec) else tuple(job.statistics)
        for name, values in band.results(names).items():
            if f"{spec.name}_{name}" in found:
                raise InputError(f"{source.name} has two bands named {spec.name}; name one of them otherwise")
            found[f"{spec.name}_{name}"] = values
    return found, cells + own, own


def _values_of(job: FactorsJob, spec: FactorSpec, integer: bool) -> UnitValues:
    circular, whole = spec.kind == "circular", integer or _is_class(spec)
    percents = () if circular or _is_class(spec) else tuple(job.percents)
    return UnitValues(len(job.polygons), circular, percents, "majority" in job.statistics and whole)


def _is_class(spec: FactorSpec) -> bool:
    return spec.kind == "categorical" or bool(spec.categories)


def _require_overlap(polygons: FeatureSet, grid: Grid, name: str) -> None:
    west, south, east, north = grid.bounds
    box = boxes(polygons)
    if not ((box[:, 0] < east) & (box[:, 2] > west) & (box[:, 1] < north) & (box[:, 3] > south)).any():
        raise InputError(
            f"None of the {len(polygons)} polygons of {polygons.name} lies on {name}; check its CRS"
        )


def _add_centres(source: RasterSource, polygons: FeatureSet, cells: Any, bands: Sequence[UnitValues]) -> Any:
    """Give polygons that hold no cell's centre the cell of their own; which they are (polygons,)."""
    xy, owner = centroids(polygons)
    west, _, _, north = source.grid.bounds
    col = np.floor((xy[:, 0] - west) / source.grid.cell_width).astype(np.int64)
    row = np.floor((north - xy[:, 1]) / source.grid.cell_height).astype(np.int64)
    inside = (row >= 0) & (row < source.grid.rows) & (col >= 0) & (col < source.grid.cols)
    wanted = np.flatnonzero(inside & (cells[owner] == 0))
    own = np.zeros(len(polygons), bool)
    own[owner[wanted]] = True
    if wanted.size:
        values = source.values_at(row[wanted], col[wanted], range(len(bands)))
        for i, band in enumerate(bands):
            known = np.isfinite(values[:, i])
            band.add_sorted(values[known, i], owner[wanted][known])
    return own
