"""Five susceptibility classes: cut points, the classified map and what each class holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..styles import style_table

CLASSES = 5
BODY = 6
"""Class of mapped landslide bodies, which stands above the five and says nothing of how likely a new failure is."""

BODY_CLASS = "BODY_CLASS"
"""Metadata of a class raster that holds such bodies: their class."""


@dataclass(frozen=True)
class ClassStyle:
    """What the style file says of the five classes.

    Attributes
    ----------
    style, legend : str
        Name of the style, and what its legend says of the cut points.
    names, colours : tuple of str
        From the lowest to the highest class.
    shares : tuple of float
        Share of the held-out landslides that each class shall hold.
    study_cuts : tuple of float
        Fixed cut points of the reference study.
    body : tuple of str
        Name and colour of mapped landslide bodies.
    """

    style: str
    legend: str
    names: tuple[str, ...]
    colours: tuple[str, ...]
    shares: tuple[float, ...]
    study_cuts: tuple[float, ...]
    body: tuple[str, str]


def class_style(palette: str = "default") -> ClassStyle:
    """The classes as the style file defines them.

    >>> class_style().names[-1], sum(class_style().shares)
    ('Very high', 1.0)
    """
    stored = style_table()["classes"]
    if palette not in stored["palettes"]:
        raise InputError(f"Palette {palette} is not known; allowed: {', '.join(stored['palettes'])}")
    return ClassStyle(
        style=stored["style"],
        legend=stored["legend"],
        names=tuple(stored["names"]),
        colours=tuple(stored["palettes"][palette]),
        shares=tuple(stored["landslide_shares"]),
        study_cuts=tuple(stored["study_cuts"]),
        body=(stored["body"]["name"], stored["body"]["colour"]),
    )


def landslide_share_cuts(
    p_landslides: npt.NDArray[Any], shares: Sequence[float] = (0.03, 0.07, 0.15, 0.25, 0.50)
) -> tuple[float, ...]:
    """Cut points (4,) such that the five classes hold given shares of the landslides.

    Parameters
    ----------
    p_landslides : array (n,)
        Out-of-fold probability at landslides, so that the shares hold for unseen ones.
    shares : sequence of float (5,)
        From the lowest to the highest class, summing to 1.

    Raises
    ------
    InputError
        Wrong shares, fewer than five landslides, or values that are not finite.

    Notes
    -----
    Ties are kept together, so cut points may coincide; ``class_table`` warns of empty classes.

    Examples
    --------
    >>> landslide_share_cuts(np.arange(1, 11) / 10, (0.1, 0.2, 0.2, 0.2, 0.3))
    (0.15, 0.35, 0.55, 0.75)
    """
    values = np.sort(np.asarray(p_landslides, dtype=np.float64).ravel())
    if len(shares) != CLASSES or min(shares) < 0 or abs(sum(shares) - 1) > 1e-6:
        raise InputError(f"Landslide shares {tuple(shares)} must be five numbers that sum to 1")
    if len(values) < CLASSES or not np.isfinite(values).all():
        usable = int(np.isfinite(values).sum())
        raise InputError(f"Cut points need at least {CLASSES} landslides with a probability, got {usable}")
    below = np.rint(np.cumsum(shares)[:-1] * len(values)).astype(int)
    lower = values[np.maximum(below - 1, 0)]
    upper = values[np.minimum(below, len(values) - 1)]
    middle = np.where(below == 0, upper, (lower + upper) / 2)
    return tuple(round(float(cut), 12) for cut in middle)


def without_bodies(values: npt.NDArray[Any], metadata: Mapping[str, str]) -> npt.NDArray[Any]:
    """Classes of a raster with its mapped landslide bodies, which are no class of a model, as NaN.

    Parameters
    ----------
    values : float array
    metadata : mapping of str to str
        Of the raster.

    Examples
    --------
    >>> without_bodies(np.array([5.0, 6.0]), {"BODY_CLASS": "6"}).tolist(), without_bodies(np.array([6.0]), {}).tolist()
    ([5.0, nan], [6.0])
    """
    if metadata.get(BODY_CLASS) != str(BODY):
        return values
    return np.where(values == BODY, np.nan, values).astype(values.dtype)


def check_cuts(cuts: Sequence[float]) -> tuple[float, ...]:
    """Four finite cut points that do not fall, or an ``InputError``.

    >>> check_cuts([0.1, 0.25, 0.45, 0.65])
    (0.1, 0.25, 0.45, 0.65)
    """
    values = tuple(float(cut) for cut in cuts)
    if len(values) != CLASSES - 1 or not np.isfinite(values).all() or list(values) != sorted(values):
        raise InputError(f"Cut points {values} must be four numbers that do not fall")
    return values


def classify(probability: npt.NDArray[Any], cuts: Sequence[float]) -> npt.NDArray[np.uint8]:
    """Class 1 (very low) to 5 (very high) of each cell; 0 where there is no probability.

    A value equal to a cut point belongs to the class above it.

    >>> classify(np.array([0.0, 0.1, 0.3, 0.9, np.nan]), (0.1, 0.25, 0.45, 0.65)).tolist()
    [1, 2, 3, 5, 0]
    """
    values = np.asarray(probability)
    classes = np.digitize(values, np.asarray(check_cuts(cuts))).astype(np.uint8) + np.uint8(1)
    classes[~np.isfinite(values)] = 0
    return classes


@dataclass(frozen=True)
class ClassRow:
    """What one class holds.

    Attributes
    ----------
    name : str
    cells : int
    area_percent : float
        Of all classified cells.
    landslides : int or None
        None without an inventory.
    landslide_percent, density_ratio : float or None
        Share of the landslides; that share over the area share (None for an empty class).
    """

    name: str
    cells: int
    area_percent: float
    landslides: Optional[int] = None
    landslide_percent: Optional[float] = None
    density_ratio: Optional[float] = None


@dataclass(frozen=True)
class ClassTable:
    """Rows from the lowest to the highest class, and what is odd about them."""

    rows: tuple[ClassRow, ...]
    warnings: tuple[str, ...]


def class_counts(classes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Number of cells (5,) in each class; 0 (no data) is not counted.

    Counts of strips add up to the count of the whole.

    >>> class_counts(np.array([[0, 1, 5], [5, 5, 2]], np.uint8)).tolist()
    [1, 1, 0, 0, 3]
    """
    counts = np.bincount(np.asarray(classes).ravel(), minlength=CLASSES + 1)
    if len(counts) > CLASSES + 1:
        raise InputError(f"The class raster holds {len(counts) - 1}; allowed: 1 to 5, and 0 for no data")
    return counts[1:].astype(np.int64)


def class_table(cells: Sequence[int], landslides: Optional[Sequence[int]] = None) -> ClassTable:
    """Area and landslides by class.

    Parameters
    ----------
    cells, landslides : sequence of int (5,)
        Counts as ``class_counts`` gives them, of the map and of landslide cells or points.

    Examples
    --------
    >>> table = class_table([40, 30, 20, 10, 0], [1, 2, 3, 4, 0])
    >>> table.rows[3].density_ratio
    4.0
    >>> table.warnings
    ()
    """
    area = np.asarray(cells, dtype=np.int64)
    total = int(area.sum())
    if len(area) != CLASSES or total == 0:
        raise InputError("The class raster has no classified cell")
    names = class_style().names
    if landslides is None or int(np.sum(landslides)) == 0:
        rows = tuple(ClassRow(names[i], int(area[i]), 100.0 * area[i] / total) for i in range(CLASSES))
        return ClassTable(rows, _few_classes(area))
    slides = np.asarray(landslides, dtype=np.int64)
    share = slides / slides.sum()
    rows = tuple(
        ClassRow(
            name=names[i],
            cells=int(area[i]),
            area_percent=100.0 * area[i] / total,
            landslides=int(slides[i]),
            landslide_percent=100.0 * float(share[i]),
            density_ratio=float(share[i] * total / area[i]) if area[i] else None,
        )
        for i in range(CLASSES)
    )
    return ClassTable(rows, _few_classes(area) + _falling(rows))


def _few_classes(area: npt.NDArray[np.int64]) -> tuple[str, ...]:
    present = int((area > 0).sum())
    if present >= CLASSES - 1:
        return ()
    return (f"Only {present} of {CLASSES} classes occur on the map; choose another class scheme",)


def _falling(rows: Sequence[ClassRow]) -> tuple[str, ...]:
    dense = [row for row in rows if row.density_ratio is not None]
    pairs = [
        f"{upper.name} holds {upper.density_ratio:.2f} times the mean density, {lower.name} {lower.density_ratio:.2f}"
        for lower, upper in zip(dense, dense[1:])
        if upper.density_ratio is not None
        and lower.density_ratio is not None
        and upper.density_ratio < lower.density_ratio
    ]
    if not pairs:
        return ()
    return (f"Landslide density does not rise from class to class: {'; '.join(pairs)}",)
