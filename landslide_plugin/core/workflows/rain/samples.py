"""Whom rain is wanted for: what samples are called, where they are and when their rain ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.rain.moments import as_moments, moment
from ...io.vector import points, to_crs
from ...samples.folding.by_value import as_word
from ...types.arrays import Floats, Moments
from ...types.features import FeatureSet


@dataclass(frozen=True)
class RainSamples:
    """Samples of a layer or table.

    Attributes
    ----------
    ids : tuple of str
    ends : datetime64[s] array (rows,)
        UTC; of a day without an hour, its last midnight. NaT where there is none.
    features : FeatureSet
    """

    ids: tuple[str, ...]
    ends: Moments
    features: FeatureSet

    @classmethod
    def of(
        cls, features: FeatureSet, id_field: Optional[str], time_field: Optional[str], utc_offset_h: float
    ) -> RainSamples:
        """Samples of a layer; without an id field they are numbered from 1.

        Raises
        ------
        InputError
            No features, ids that are empty or occur twice, or a time that is none.
        """
        if not len(features):
            raise InputError(f"{features.name} has no features; give the samples whose rain is wanted")
        ids = [str(number + 1) for number in range(len(features))]
        if id_field:
            ids = [words_of(value) for value in features.field(id_field)]
        empty = ids.count("")
        if empty or len(set(ids)) < len(ids):
            what = f"{empty} empty" if empty else f"{next(one for one in ids if ids.count(one) > 1)} twice"
            raise InputError(
                f"{features.name}: field {id_field} has {what}; each sample needs an id of its own"
            )
        ends = np.full(len(features), np.datetime64("NaT"), "M8[s]")
        if time_field:
            texts = [words_of(value) for value in features.field(time_field)]
            ends = as_moments(
                [moment(text, f"Field {time_field}", utc_offset_h).end if text else None for text in texts]
            )
        return cls(tuple(ids), ends, features)

    def require_ends(self) -> None:
        """Raise ``InputError`` if a sample has no moment that its rain ends at."""
        missing = int(np.isnat(self.ends).sum())
        if missing:
            raise InputError(
                f"{missing} of {len(self.ends)} samples of {self.features.name} have no time; give TIME_FIELD, with a "
                "date or a moment in every row"
            )

    def xy(self, crs_wkt: str) -> Floats:
        """Places (rows, 2) in a CRS: points as they are, of other shapes the middle of their corners.

        Raises
        ------
        InputError
            A sample has no geometry.
        """
        moved = to_crs(self.features, crs_wkt or self.features.crs_wkt)
        corners, owner = points(moved)
        count = np.bincount(owner, minlength=len(self.ids)).astype(float)
        if not count.all():
            raise InputError(
                f"{int((count == 0).sum())} samples of {self.features.name} have no place; give a layer of points, or "
                "their rain as a table (SERIES)"
            )
        return np.column_stack(
            [np.bincount(owner, corners[:, axis], len(self.ids)) / count for axis in (0, 1)]
        )


def words_of(value: Any) -> str:
    """A cell as text: whole numbers without a point, nothing for nothing.

    >>> words_of(7.0), words_of(None), words_of(" a ")
    ('7', '', 'a')
    """
    return as_word(value) or ""
