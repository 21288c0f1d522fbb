"""Sample study areas as files that any step of the work can start from."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..io.geopackage import layer_names
from ..io.profile import profile_bands
from ..io.raster import Band, RasterSink, crs_wkt, factor_band
from ..io.raster.companions import is_own_style
from ..io.scenarios import scenario_csv
from ..io.table import csv_text
from ..io.text import write_text
from ..io.vector import box_wkb, line_wkb, point_wkb, write_features
from ..synthetic import SyntheticArea, synthetic_andes
from ..synthetic.frame import NOMINAL_CRS
from ..synthetic.soil import base_rows
from ..types.factors import FactorSpec
from ..types.features import FeatureSet
from ..types.grid import Grid
from ..words.catalogue import ENGLISH
from ..writing.folders import filled_folder, owned, require_owned
from ..writing.whole import remove
from .sample_readme import README, SAMPLES, readme, readme_file
from .storm_area import STORM_FILES

RBSF_FOLDER = SAMPLES / "rbsf"
RBSF_FILES = (
    "dem.tif",
    "landslide_points.gpkg",
    "study_mask.gpkg",
    "scenarios.csv",
    "soil_table.csv",
    README,
)
SYNTHETIC_FILES = (
    "dem.tif",
    "factors.tif",
    "soil_profile.tif",
    "fs_legacy.tif",
    "target_probability.tif",
    "landslides.gpkg",
    "faults.gpkg",
    "scenarios.csv",
    "soil_table.csv",
    README,
)
ALL_FILES = tuple(dict.fromkeys((*RBSF_FILES, *SYNTHETIC_FILES, *STORM_FILES)))
LAYERS = {
    "landslide_points.gpkg": ("landslide_points",),
    "study_mask.gpkg": ("study_mask",),
    "landslides.gpkg": ("landslide_points", "landslide_cells"),
    "faults.gpkg": ("faults",),
}


def write_rbsf(folder: Path) -> None:
    """Copy the RBSF study area, southern Ecuador (CC0), into a folder."""
    for name in RBSF_FILES:
        if name != README:
            shutil.copyfile(RBSF_FOLDER / name, folder / name)
    write_text(str(folder / README), readme("rbsf"))


def write_synthetic(folder: Path, seed: int) -> None:
    """Draw the synthetic area and write it into a folder."""
    area = synthetic_andes(seed)
    grid = Grid(area.grid.rows, area.grid.cols, area.grid.geotransform, crs_wkt(NOMINAL_CRS))
    specs, factors = area.factors.specs, area.factors.values
    _write_raster(folder / "dem.tif", grid, [factor_band(FactorSpec("elevation", unit="m"))], factors[:1])
    _write_raster(folder / "factors.tif", grid, [factor_band(spec) for spec in specs], factors)
    soil = area.soil
    layers = soil.values.reshape(-1, *grid.shape)
    bands = profile_bands(soil.layer_bottoms_m, soil.properties)
    _write_raster(folder / "soil_profile.tif", grid, bands, layers)
    scenario_bands = [Band(name) for name in area.scenarios.names]
    _write_raster(folder / "fs_legacy.tif", grid, scenario_bands, area.legacy_fs)
    _write_raster(folder / "target_probability.tif", grid, scenario_bands, area.target_probability)
    _write_inventory(folder / "landslides.gpkg", grid, area.landslides)
    _write_faults(folder / "faults.gpkg", grid, area)
    write_text(str(folder / "scenarios.csv"), scenario_csv(area.scenarios))
    write_text(str(folder / "soil_table.csv"), csv_text(base_rows()))
    text = readme("andes", crs=NOMINAL_CRS, seed=seed, cells=grid.size, landslides=int(area.landslides.sum()))
    write_text(str(folder / README), text)


def _write_raster(path: Path, grid: Grid, bands: list[Band], values: npt.NDArray[np.float32]) -> None:
    with RasterSink(str(path), grid, bands) as sink:
        for index, band in enumerate(values):
            sink.write(index, 0, band)


def _write_inventory(path: Path, grid: Grid, landslides: npt.NDArray[np.bool_]) -> None:
    cells = [(row, col) for row in range(grid.rows) for col in range(grid.cols)]
    points = FeatureSet(
        tuple(point_wkb(*grid.centre_of(row, col)) for row, col in cells),
        grid.crs_wkt,
        {"landslide": tuple(int(landslides[cell]) for cell in cells)},
    )
    write_features(str(path), points, "point", layer="landslide_points")
    slid = [(int(row), int(col)) for row, col in zip(*np.nonzero(landslides))]
    west, _, _, north = grid.bounds
    width, height = grid.cell_width, grid.cell_height
    boxes = [
        box_wkb(
            west + col * width, north - (row + 1) * height, west + (col + 1) * width, north - row * height
        )
        for row, col in slid
    ]
    polygons = FeatureSet(tuple(boxes), grid.crs_wkt, {"landslide": (1,) * len(slid)})
    write_features(str(path), polygons, "polygon", layer="landslide_cells", append=True)


def _write_faults(path: Path, grid: Grid, area: SyntheticArea) -> None:
    faults = FeatureSet(
        tuple(line_wkb(ends) for ends in area.faults.values()), grid.crs_wkt, {"name": tuple(area.faults)}
    )
    write_features(str(path), faults, "line", layer="faults")


def create_folder(target: Path, names: Sequence[str], write: Callable[[Path], None]) -> None:
    """Fill a folder by ``write``, all of its files or none.

    A folder that holds anything, and no sample area, is left alone. Of a sample area there its own files are
    replaced, and all others stay.

    Raises
    ------
    InputError
        The target is a file, holds other files alone, or a file of the user has the name of one to be written.
    """
    known = _require_sample_folder(target, names)
    try:
        with filled_folder(target, {*names, *ALL_FILES}, known) as new:
            write(new)
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error}") from None
    for name in ALL_FILES:
        style = (target / name).with_suffix(".qml")
        if is_own_style(style):
            remove(style)


def _require_sample_folder(target: Path, names: Sequence[str]) -> frozenset[str]:
    """Refuse a folder of other things; names of the sample's files there that no marker lists."""
    if not target.is_dir():
        require_owned(target, names)
        return frozenset()
    listed = owned(target) & set(ALL_FILES)
    known = listed or _unlisted(target)
    strangers = sorted(entry.name for entry in target.iterdir() if entry.name not in known)
    if strangers and not known:
        raise InputError(
            f"{target} already holds {', '.join(strangers[:3])}{' and more' if len(strangers) > 3 else ''}; "
            "choose a new or empty folder"
        )
    for name, layers in LAYERS.items():
        added = set(layer_names(str(target / name))) - set(layers) if name in known else set()
        if added:
            raise InputError(
                f"{target / name} holds {', '.join(sorted(added))}, not written by this plugin; choose another folder"
            )
    return known


def _unlisted(target: Path) -> frozenset[str]:
    """Files of a sample area of a version that wrote no marker; its README tells it."""
    try:
        first = (target / README).read_text(encoding="utf-8").partition("\n")[0]
    except (OSError, ValueError):
        return frozenset()
    told = {
        readme_file(area, ENGLISH).read_text(encoding="utf-8").partition("\n")[0]: names
        for area, names in (("rbsf", RBSF_FILES), ("andes", SYNTHETIC_FILES))
    }
    return frozenset(name for name in told.get(first, ()) if (target / name).is_file())
