"""The density table: a row for each class of each factor, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np

from ...types.names import human_name
from .counting import FactorEvidence

COLUMNS = (
    "factor",
    "class",
    "lower",
    "upper",
    "area_share",
    "area_km2",
    "landslides",
    "landslide_share",
    "frequency_ratio",
    "information_value",
    "weight_plus",
    "weight_plus_error",
    "weight_minus",
    "weight_minus_error",
    "contrast",
    "contrast_error",
    "studentised_contrast",
    "weight",
    "weight_error",
    "note",
)
NO_LANDSLIDE = "no landslide: half a one is counted"
NO_GROUND = "no stable ground: half a cell or sample is counted"
EMPTY = "neither landslides nor ground: says nothing"


def density_table(
    factors: Sequence[FactorEvidence],
    method: str,
    categories: Mapping[str, Optional[Mapping[int, str]]],
    cell_km2: Optional[float] = None,
) -> list[dict[str, Any]]:
    """Rows of ``COLUMNS``; None where a figure has no meaning.

    Parameters
    ----------
    factors : sequence of FactorEvidence
    method : str
        Whose evidence ``weight`` is.
    categories : mapping of str to mapping
        Names of the codes of each factor, where they are known.
    cell_km2 : float, optional
        Area of a cell, where cells were counted.

    Examples
    --------
    >>> from .densities import METHODS, Densities
    >>> from .factor_classes import FactorClasses
    >>> slope = FactorClasses("slope", "continuous", (0,), limits=(10.0,), encoded=(0.0,))
    >>> counts = Densities(np.array([0.0, 3.0]), np.array([50.0, 50.0]), np.array([50.0, 53.0]), 0.5)
    >>> one = FactorEvidence(slope, counts, counts.weight_plus)
    >>> first, second = density_table([one], METHODS[0], {}, cell_km2=1e-4)
    >>> first["class"], first["area_km2"], first["frequency_ratio"] > 0, first["note"]
    ('<= 10', 0.005, True, 'no landslide: half a one is counted')
    """
    return [row for one in factors for row in _rows(one, method, categories, cell_km2)]


def _rows(
    one: FactorEvidence,
    method: str,
    names: Mapping[str, Optional[Mapping[int, str]]],
    cell_km2: Optional[float],
) -> list[dict[str, Any]]:
    found, classes = one.densities, one.classes
    columns: dict[str, Any] = {
        "class": classes.names(names.get(classes.name)),
        "lower": [low for low, _ in classes.ends()],
        "upper": [high for _, high in classes.ends()],
        "area_share": found.area / found.area.sum(),
        "area_km2": [None] * classes.count if cell_km2 is None else found.area * cell_km2,
        "landslides": found.landslides,
        "landslide_share": found.landslides / found.landslides.sum(),
        "frequency_ratio": found.frequency_ratio,
        "information_value": found.information_value,
        "weight_plus": found.weight_plus,
        "weight_plus_error": found.weight_plus_error,
        "weight_minus": found.weight_minus,
        "weight_minus_error": found.weight_minus_error,
        "contrast": found.contrast,
        "contrast_error": found.contrast_error,
        "studentised_contrast": found.studentised_contrast,
        "weight": one.evidence,
        "weight_error": found.evidence_error(method),
        "note": _notes(one),
    }
    return [
        {"factor": classes.name, **{name: _plain(values[i]) for name, values in columns.items()}}
        for i in range(classes.count)
    ]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    number = float(value)
    return number if np.isfinite(number) else None


def _notes(one: FactorEvidence) -> list[str]:
    found = one.densities
    notes = []
    for empty, bare, stable in zip(found.empty, found.without_landslides, found.stable):
        said = [NO_LANDSLIDE] * bool(bare) + [NO_GROUND] * bool(stable <= 0)
        notes.append(EMPTY if empty else "; ".join(said))
    return notes


def half_notes(
    factors: Sequence[FactorEvidence], categories: Mapping[str, Optional[Mapping[int, str]]]
) -> list[str]:
    """A line on the classes that count half a landslide, if there are any."""
    bare = []
    for one in factors:
        words = one.classes.names(categories.get(one.classes.name))
        found = [word for word, empty in zip(words, one.densities.without_landslides) if empty]
        bare += [f"{human_name(one.classes.name)} ({', '.join(found)})"] if found else []
    if not bare:
        return []
    return [f"No landslide lies in these classes, so half a one is counted in each: {'; '.join(bare)}"]
