"""Classes drawn as polygons, such as the units of a geological map, as a raster of codes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.class_names import names_in
from ...io.raster import RasterSink
from ...io.raster.source import READ_CELLS
from ...io.vector import burn, geometry_type, to_crs
from ...progress import Progress
from ...types.bands import factor_band
from ...types.class_match import LARGEST_CODE
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from .dem import Dem


@dataclass(frozen=True)
class ClassPolygons:
    """Polygons and the field that tells their class.

    Attributes
    ----------
    features : FeatureSet
    field : str, optional
        By default the only field of text, else the only one of whole numbers.
    names_path : str, optional
        Table of codes and names: a field of text gets these codes.
    """

    features: FeatureSet
    field: Optional[str] = None
    names_path: Optional[str] = None


def class_field(features: FeatureSet) -> str:
    """The only field of text, else the only one of whole numbers that is not just a count of the features.

    Raises
    ------
    InputError
        There is none, or more than one.

    Examples
    --------
    >>> class_field(FeatureSet((b"", b""), "", {"fid": (1, 2), "unit": ("flysch", None)}))
    'unit'
    """
    columns = {name: [v for v in values if v is not None] for name, values in features.attributes.items()}
    texts = [name for name, values in columns.items() if values and all(isinstance(v, str) for v in values)]
    whole = [
        name
        for name, values in columns.items()
        if values and name.lower() not in ("fid", "id", "objectid") and all(_is_whole(v) for v in values)
    ]
    candidates = texts or whole
    if len(candidates) != 1:
        raise InputError(
            f"{features.name} has {len(candidates)} fields that could hold the class "
            f"({', '.join(candidates) or 'none'}); name the right one; it has "
            f"{', '.join(features.attributes) or 'no fields'}"
        )
    return candidates[0]


def codes_of(values: tuple[Any, ...], names: dict[int, str], layer: str) -> tuple[list[Any], dict[int, str]]:
    """Code of each feature, None without a class, and the names of the codes.

    Parameters
    ----------
    values : tuple
        Whole numbers are codes themselves. Texts get the codes that ``names`` gives them or, without names,
        numbers from 1 in the order of the alphabet.
    names : dict of int to str
    layer : str
        What messages call the layer.

    Examples
    --------
    >>> codes_of(("sand", "clay", None, "sand"), {}, "soils")
    ([2, 1, None, 2], {1: 'clay', 2: 'sand'})
    >>> codes_of(("sand", "clay"), {7: "sand", 9: "clay"}, "soils")[0]
    [7, 9]
    >>> codes_of((3.0, 5), {}, "soils")
    ([3, 5], {})
    """
    given = [value for value in values if value is not None and value != ""]
    if not given:
        raise InputError(f"The field of classes of {layer} is empty; choose another field")
    if all(_is_whole(value) for value in given):
        return [None if v is None or v == "" else int(v) for v in values], names
    texts = sorted({str(value).strip() for value in given})
    by_name = {name: code for code, name in names.items()} or {text: n for n, text in enumerate(texts, 1)}
    nameless = [text for text in texts if text not in by_name]
    if nameless:
        raise InputError(
            f"{layer} has classes that the table of names does not hold: {', '.join(nameless[:5])}; add them"
        )
    codes = [None if v is None or v == "" else by_name[str(v).strip()] for v in values]
    return codes, {code: name for name, code in by_name.items()}


def write_classes(
    polygons: ClassPolygons, spec: FactorSpec, dem: Dem, folder: str, progress: Progress
) -> str:
    """Write the class of the polygon at each cell's centre to a raster on the DEM's grid; return its path.

    Where polygons overlap the later one counts; cells in none have no data.

    Raises
    ------
    InputError
        No polygons, or a field that does not tell the class.
    """
    features = polygons.features
    if geometry_type(features) != "polygon":
        raise InputError(f"{features.name} holds no polygons; give polygons of classes or a raster of codes")
    name = polygons.field or class_field(features)
    named = names_in(polygons.names_path) if polygons.names_path else {}
    codes, names = codes_of(features.field(name), named, features.name)
    if any(code is not None and abs(code) >= LARGEST_CODE for code in codes):
        raise InputError(f"{features.name}: codes of field {name} go beyond {LARGEST_CODE}; choose another")
    chosen = [n for n, code in enumerate(codes) if code is not None]
    by_feature = np.array([np.nan, *(np.nan if code is None else code for code in codes)], np.float32)
    moved, grid = to_crs(features, dem.grid.crs_wkt), dem.grid
    path = str(Path(folder, f"{spec.name}.tif"))
    with RasterSink(path, grid, [factor_band(replace(spec, categories=names or None))]) as sink:
        for strip in grid.strips_of(READ_CELLS):
            progress.check()
            covered = burn(moved, grid.window(strip.start, strip.rows), chosen=chosen)
            sink.write(0, strip.start, by_feature[covered])
    progress.info(f"{features.name}: {len(set(codes) - {None})} classes of field {name}, from its polygons")
    return path


def _is_whole(value: Any) -> bool:
    """True for a whole number, however it is stored."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer()
