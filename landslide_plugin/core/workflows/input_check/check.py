"""Do these layers fit together? One finding a problem, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.align import grid_difference
from ...io.class_names import names_beside
from ...io.plausible import (
    FOOT_NAMES,
    GAP_M,
    PLAUSIBLE_M,
    around_zero,
    doubt,
    may_be_in_feet,
)
from ...io.raster import RasterSource, crs_name, same_crs
from ...io.raster.crs import is_true_to_distance
from ...io.raster.no_data import Extremes, saying, why_doubted
from ...io.raster.source import READ_CELLS
from ...io.vector import box_wkb, census, to_crs
from ...progress import SILENT, Progress
from ...types.features import FeatureSet
from ...types.grid import Grid
from .findings import ERROR, NOTE, WARNING, LayerCheck
from .heights import look_at_steps, look_for_water
from .inventory import inventory_doubts, swapped
from .seams import look_for_seams

FEW_CLASSES = 60
"""A layer of whole numbers with no more different values than this looks like classes."""

FEW_HEIGHTS = 12
"""A DEM with no more different whole heights than this may be another layer."""

COARSE = 2.0
"""Cells this many times those of the DEM add no detail."""

SHOWN_CODES = 12

ALIGN_ADVICE = "Set ALIGN, or resample it to the DEM"
"""For a layer on another grid."""


@dataclass
class _Values:
    """What is seen of a band while it is read."""

    cells: int = 0
    missing: int = 0
    low: float = np.inf
    high: float = -np.inf
    whole: bool = True
    codes: Optional[set[float]] = field(default_factory=set)
    marks: Extremes = field(default_factory=Extremes)
    zeros: int = 0
    beside_zero: float = np.inf

    def look_at(self, values: npt.NDArray[np.float32]) -> None:
        known = values[np.isfinite(values)]
        self.cells += values.size
        self.missing += values.size - known.size
        if not known.size:
            return
        self.low, self.high = min(self.low, float(known.min())), max(self.high, float(known.max()))
        zeros, beside = around_zero(known)
        self.zeros, self.beside_zero = self.zeros + zeros, min(beside, self.beside_zero)
        self.whole &= bool((known == np.round(known)).all())
        if self.codes is not None:
            self.codes |= set(np.unique(known).tolist())
            self.codes = self.codes if self.whole and len(self.codes) <= FEW_CLASSES else None
        self.marks.take(known)


def check_raster(
    role: str,
    path: str,
    kind: str,
    dem: Optional[Grid] = None,
    progress: Progress = SILENT,
    factor: str = "",
) -> tuple[LayerCheck, Optional[Grid]]:
    """Check a raster, against the DEM's grid if that is known.

    Parameters
    ----------
    role, path : str
    kind : {"dem", "continuous", "categorical"}
    dem : Grid, optional
    progress : Progress
    factor : str
        Name of the factor that it becomes; of some the range is known.

    Returns
    -------
    LayerCheck, Grid or None
        The raster's own grid; None if it cannot be read.
    """
    check = LayerCheck(role, path.split("|", 1)[0].replace("\\", "/").rsplit("/", 1)[-1])
    try:
        with RasterSource(path) as source:
            check.name = source.name
            _look_at_grid(check, source, dem, kind)
            seen = _values(source, progress)
            _look_at_values(check, seen, source, kind)
            if kind == "dem":
                look_for_water(check, source, progress)
                look_at_steps(check, source, progress)
                look_for_seams(check, source, progress)
            odd = doubt(factor, seen.low, seen.high)
            if odd:
                check.find(WARNING, f"It {odd}", "Check the raster and its units")
            return check, source.grid
    except InputError as error:
        check.find(ERROR, str(error))
        return check, None


def _values(source: RasterSource, progress: Progress) -> _Values:
    seen = _Values(marks=source.extremes(0))
    for strip in source.grid.strips_of(READ_CELLS):
        progress.check()
        seen.look_at(source.read(0, strip.start, strip.rows))
    return seen


def _look_at_grid(check: LayerCheck, source: RasterSource, dem: Optional[Grid], kind: str) -> None:
    grid = source.grid
    check.crs = crs_name(grid.crs_wkt)
    check.cells = f"{grid.rows} x {grid.cols} of {grid.cell_width:.6g} x {grid.cell_height:.6g}"
    if source.is_picture:
        check.find(
            ERROR if kind in ("dem", "categorical") else WARNING,
            "It is a picture (red, green and blue), which holds colours and no values",
            "Choose the raster that it was drawn from",
        )
    if len(source.bands) > 1:
        check.find(
            WARNING, f"It has {len(source.bands)} bands; the first is used", "Export the band you mean"
        )
    if not grid.crs_wkt:
        check.find(ERROR, "It has no CRS", "Assign the right one (Assign projection)")
    elif kind == "dem" and not is_true_to_distance(grid.crs_wkt):
        check.find(NOTE, "Its cells change size from row to row; the factors take that into account")
    if kind == "dem" and min(grid.shape) < 2:
        check.find(ERROR, "A slope needs at least 2 rows and 2 columns", "Take a larger DEM")
    if dem is None or not grid.crs_wkt:
        return
    check.offset = grid_difference(dem, source) or "on the grid of the DEM"
    if check.offset != "on the grid of the DEM":
        check.find(WARNING, f"It lies on another grid: {check.offset}", ALIGN_ADVICE)
    if same_crs(dem.crs_wkt, grid.crs_wkt):
        _look_at_extent(check, dem, grid)
    elif _apart(dem, grid):
        check.find(
            ERROR, "It does not overlap the DEM", "Choose a layer of the same area, or correct its CRS"
        )


def _apart(dem: Grid, grid: Grid) -> bool:
    """True if a raster in another CRS lies elsewhere than the DEM."""
    box = FeatureSet((box_wkb(*grid.bounds),), grid.crs_wkt, name="raster")
    try:
        west, south, east, north = census(to_crs(box, dem.crs_wkt)).bounds
    except InputError:
        return True
    w, s, e, n = dem.bounds
    return not (west < e and east > w and south < n and north > s)


def _look_at_extent(check: LayerCheck, dem: Grid, grid: Grid) -> None:
    """How much of the DEM a raster in the same CRS covers, and in which detail."""
    west, south, east, north = dem.bounds
    w, s, e, n = grid.bounds
    share = max(min(e, east) - max(w, west), 0.0) * max(min(n, north) - max(s, south), 0.0)
    share /= (east - west) * (north - south)
    if share == 0.0:
        check.find(
            ERROR, "It does not overlap the DEM", "Choose a layer of the same area, or correct its CRS"
        )
    elif share < 0.9999:
        check.find(
            WARNING, f"It covers {100 * share:.1f} % of the DEM; the rest gets no-data", "Take a wider layer"
        )
    if grid.cell_size > COARSE * dem.cell_size:
        check.find(NOTE, f"Its cells are {grid.cell_size / dem.cell_size:.1f} times those of the DEM")


def _look_at_values(check: LayerCheck, seen: _Values, source: RasterSource, kind: str) -> None:
    check.no_data = f"{100.0 * seen.missing / seen.cells:.2f} %"
    if seen.missing == seen.cells:
        check.find(ERROR, "It has no value at all", "Check its no-data value and the chosen file")
        return
    check.values = f"{seen.low:.6g} to {seen.high:.6g}"
    settled = source.said is not None and not source.said.marks
    marks = {} if settled else seen.marks.doubtful(source.bands[0].categories)
    for mark, count in marks.items():
        check.find(
            ERROR if kind == "dem" else WARNING,
            f"It {why_doubted(mark, count, source.declared(0))}",
            f"Say {saying(mark, source.name, source.declared(0))} in runs, or declare it (Translate)",
        )
    if kind == "dem":
        _look_at_heights(check, seen, source)
    elif kind == "categorical":
        _look_at_classes(check, seen, source)
    elif seen.codes is not None and source.is_integer(0) and len(seen.codes) > 1:
        check.find(
            WARNING,
            f"It holds {len(seen.codes)} different whole numbers and looks like classes, but is taken as a quantity",
            "Give it as a layer of classes if it is one",
        )


def _look_at_heights(check: LayerCheck, seen: _Values, source: RasterSource) -> None:
    if seen.low < PLAUSIBLE_M[0] or seen.high > PLAUSIBLE_M[1]:
        check.find(
            ERROR, "Heights on Earth are -11500 to 9500 m", "Check no-data value, band and HEIGHT_UNIT"
        )
    if seen.low == seen.high:
        check.find(WARNING, "All cells have one height", "Check that this is the DEM")
    elif seen.codes is not None and len(seen.codes) <= FEW_HEIGHTS:
        check.find(
            WARNING,
            f"It holds only {len(seen.codes)} different whole numbers and looks like classes",
            "Check that this is the DEM",
        )
    if seen.zeros and GAP_M < seen.beside_zero < np.inf:
        check.find(
            WARNING,
            f"It is 0 in {seen.zeros} cells and nowhere else below {seen.beside_zero:g}",
            f"Say {saying(0.0, source.name, source.declared(0))} or declare it (Translate) if 0 marks no-data",
        )
    if source.bands[0].unit.strip().lower() in FOOT_NAMES:
        check.find(WARNING, "Its heights are in feet", "Set HEIGHT_UNIT")
    elif may_be_in_feet(source):
        check.find(
            WARNING,
            "Its CRS is in feet, and it does not say what its heights are in",
            "Set HEIGHT_UNIT if they are in feet too",
        )


def _look_at_classes(check: LayerCheck, seen: _Values, source: RasterSource) -> None:
    if not seen.whole:
        check.find(
            ERROR, "It holds fractions; a layer of classes holds whole numbers", "Choose the raster of codes"
        )
        return
    names = source.factor_specs()[0].categories or names_beside(source.path)
    if seen.codes is None:
        check.find(WARNING, f"It has more than {FEW_CLASSES} different codes", "Check that it holds classes")
        return
    codes = sorted(int(code) for code in seen.codes)
    named = [f"{code} {shorten(names[code], 40)}" if code in names else str(code) for code in codes]
    check.values = f"{len(codes)} classes: " + ", ".join(named[:SHOWN_CODES])
    check.values += ", ..." if len(named) > SHOWN_CODES else ""
    nameless = [str(code) for code in codes if code not in names]
    if names and nameless:
        check.find(WARNING, f"Code {', '.join(nameless)} has no name in its table", "Complete the table")


def check_vector(role: str, features: FeatureSet, kind: str, dem: Optional[Grid] = None) -> LayerCheck:
    """Check a vector layer, against the DEM's extent if that is known.

    Parameters
    ----------
    role : str
    features : FeatureSet
    kind : {"line", "polygon", "any"}
        What the layer should hold; polygons may stand for lines (their outline is used).
    dem : Grid, optional
    """
    check = LayerCheck(role, features.name, crs_name(features.crs_wkt))
    seen = census(features)
    check.cells = f"{len(features)} features" if len(features) != 1 else "1 feature"
    check.values = ", ".join(
        f"{count} {name if count == 1 else name + 's'}" for name, count in seen.kinds.items()
    )
    check.no_data = f"{seen.empty} without geometry"
    if not seen.kinds:
        check.find(ERROR, "It has no geometry", "Leave it out or choose another layer")
        return check
    wanted = {"line": ("line", "polygon"), "polygon": ("polygon",), "any": ("point", "line", "polygon")}[kind]
    if not set(seen.kinds) & set(wanted):
        check.find(ERROR, f"It holds no {kind}s", f"Choose a {kind} layer")
    elif kind == "line" and "polygon" in seen.kinds:
        check.find(NOTE, "Polygons are measured to their outline")
    for words, advice in inventory_doubts(features, dem) if kind == "any" else ():
        check.find(WARNING, words, advice)
    if seen.invalid:
        check.find(WARNING, f"{seen.invalid} geometries are not valid", "Run Fix geometries")
    if seen.unusual:
        check.find(
            NOTE, f"{seen.unusual} geometries have heights or curves; these are dropped or straightened"
        )
    if not features.crs_wkt:
        check.find(ERROR, "It has no CRS", "Assign the right one (Assign projection)")
    elif dem is not None and dem.crs_wkt:
        if not same_crs(dem.crs_wkt, features.crs_wkt):
            check.find(NOTE, "It is in another CRS and will be reprojected")
        _look_at_place(check, features, dem, kind)
    return check


def _look_at_place(check: LayerCheck, features: FeatureSet, dem: Grid, kind: str) -> None:
    """Where the layer lies with respect to the DEM."""
    try:
        w, s, e, n = census(to_crs(features, dem.crs_wkt)).bounds
    except InputError as error:
        check.find(ERROR, str(error), "Check its CRS")
        return
    if not np.isfinite((w, s, e, n)).all():
        check.find(ERROR, "It has coordinates that are not numbers", "Run Fix geometries, or correct its CRS")
        return
    west, south, east, north = dem.bounds
    if e < west or w > east or n < south or s > north:
        if swapped(features, dem):
            check.find(
                ERROR,
                "Latitude and longitude are swapped: with x and y exchanged it lies within the DEM",
                "Exchange them (Swap X and Y coordinates)",
            )
        severity = WARNING if kind == "line" else ERROR
        check.find(severity, "It lies outside the DEM", "Choose a layer of the same area, or correct its CRS")
        check.offset = "outside the DEM"
    else:
        inside = w >= west and e <= east and s >= south and n <= north
        check.offset = "within the DEM" if inside else "reaches beyond the DEM"
        if not inside and kind != "line":
            check.find(NOTE, "It reaches beyond the DEM; what lies there is left out")
