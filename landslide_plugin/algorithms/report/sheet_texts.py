"""What a map sheet says beside its map: kind of map, scale, zoning statement, and what not to conclude."""

from typing import Optional

from ...core.evaluation.classes import class_style
from ...core.io.raster import crs_name, metres_per_unit
from ...core.report.common.model_record import ModelRecord
from ...core.report.common.statements import limit_words, scale_words, zoning_rows
from ...core.types.grid import Grid
from ..base.translation import told
from .sheet import SCALE_HERE


def texts_of(model: Optional[ModelRecord], title: str, grid: Grid) -> dict[str, str]:
    """Title, subtitle, zoning statement and limits, by the ids of their labels.

    Parameters
    ----------
    model : ModelRecord or None
        That the map was made with, if it is known.
    title : str
    grid : Grid
        Of the map.
    """
    cell_m = grid.cell_size * metres_per_unit(grid.crs_wkt)
    limits = limit_words(cell_m, bool(model and model.has_scenarios))
    subtitle = (
        _kind(model),
        crs_name(grid.crs_wkt),
        f"scale 1 : {SCALE_HERE}",
        f"largest scale {scale_words(cell_m)}",
    )
    return {
        "title": title,
        "subtitle": "; ".join(map(told, subtitle)),
        "zoning": _zoning(model, cell_m),
        "limits": "\n".join(f"\u2022 {told(text)}" for text in limits),
    }


def _kind(model: Optional[ModelRecord]) -> str:
    if model is None or not model.has_scenarios:
        return "Landslide susceptibility"
    return f"Landslide susceptibility given the {model.reference} trigger"


def _zoning(model: Optional[ModelRecord], cell_size_m: float) -> str:
    if model is None:
        rows = [
            ("Zoning type", "not stated: no model was given to this sheet"),
            ("Terrain unit", f"grid cell of {round(cell_size_m, 2):g} m"),
            ("Largest scale", scale_words(cell_size_m)),
        ]
    else:
        rows = [*zoning_rows(model, cell_size_m), ("Classes", class_style().legend)]
    return "\n".join(f"{told(name)}: {told(text)}" for name, text in rows)
