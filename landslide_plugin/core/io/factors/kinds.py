"""What kind a factor is: as said, as stored with the band, or as its values and names tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Surface
from ...types.class_match import require_small_codes
from ...types.factors import FactorSpec
from ...types.lists import entries, unquoted
from ..class_names import names_beside
from ..raster import RasterSource
from ..raster.source import READ_CELLS

FEW_CODES = 30
"""No more different whole numbers than this may be classes."""

MOST_NAMED = 1000
ALIKE = 0.6
"""Neighbours of another value that are nearer in rank than this share of chance are steps of a quantity."""

SAID = {
    "categorical": ("categorical", "none"),
    "circular": ("circular", "none"),
    "continuous": ("continuous", "none"),
    "log": ("continuous", "log10"),
}
"""Words for kinds, and the kind and transform of each."""


@dataclass(frozen=True)
class FactorKinds:
    """How the kinds of factors are settled.

    Attributes
    ----------
    said : mapping of str to str
        Word of ``SAID`` by factor.
    known : mapping of str to FactorSpec
        Factors whose name alone says what they are, as of the terrain.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, FactorSpec] = field(default_factory=dict)

    def settle(self, source: RasterSource, index: int, spec: FactorSpec) -> tuple[FactorSpec, str]:
        """The factor of a band with its kind, and how that was found; empty where it was stored with the band.

        Raises
        ------
        InputError
            Classes that are no whole numbers, or whose codes are too large.
        """
        names = spec.categories
        if not names and len(source.bands) == 1:
            names = names_beside(source.path) or None
        if spec.name in self.said:
            kind, transform = SAID[self.said[spec.name]]
            settled, how = replace(spec, kind=kind, transform=transform), "as said"
        elif "KIND" in source.bands[index].metadata:
            settled, how = spec, ""
        else:
            settled, how = self._found(source, index, spec, names)
        if settled.kind != "categorical":
            return replace(settled, categories=None) if how else settled, how
        seen = BandLook.of(source, index)
        if seen.fraction is not None:
            raise InputError(
                f"Factor {spec.name} of {source.name} is categorical but holds {seen.fraction:g}; codes are whole "
                "numbers; choose the raster of codes, or say FACTOR_KINDS "
                f"{spec.name}=continuous"
            )
        require_small_codes(f"Factor {spec.name} of {source.name}", max(seen.high, -seen.low))
        return replace(settled, categories=dict(names) if names else None), how

    def _found(
        self, source: RasterSource, index: int, spec: FactorSpec, names: Optional[Mapping[int, str]]
    ) -> tuple[FactorSpec, str]:
        known = self.known.get(spec.name)
        if known is not None and not names:
            return replace(spec, kind=known.kind, transform=known.transform), "by its name"
        seen = BandLook.of(source, index)
        if names and seen.fraction is None:
            return replace(spec, kind="categorical", transform="none"), "it has class names"
        if seen.fraction is None and source.has_palette(index) and seen.codes is not None:
            return replace(spec, kind="categorical", transform="none"), "it has a palette"
        if seen.looks_like_classes:
            count = len(seen.codes or ())
            return replace(spec, kind="categorical", transform="none"), f"it holds {count} whole numbers"
        if seen.looks_like_angles:
            return replace(spec, kind="circular", transform="none"), "it goes round from 0 to 360"
        return spec, "nothing says otherwise"


@dataclass
class BandLook:
    """What is seen of a band: its range, its codes while they are few, and how neighbours differ."""

    low: float = np.inf
    high: float = -np.inf
    fraction: Optional[float] = None
    codes: Optional[Counter[float]] = field(default_factory=Counter)
    steps: Counter[tuple[float, float]] = field(default_factory=Counter)

    @classmethod
    def of(cls, source: RasterSource, index: int) -> BandLook:
        """Look at all of a band."""
        seen = cls()
        for strip in source.grid.strips_of(READ_CELLS):
            seen.take(source.read(index, strip.start, strip.rows))
        return seen

    def take(self, values: Surface) -> None:
        """Take in a strip."""
        known = values[np.isfinite(values)]
        if not known.size:
            return
        self.low, self.high = min(self.low, float(known.min())), max(self.high, float(known.max()))
        if self.fraction is None:
            parts = known[known != np.round(known)]
            self.fraction = float(parts[0]) if parts.size else None
        if self.fraction is not None or self.codes is None:
            self.codes = None
            return
        codes, counts = np.unique(known, return_counts=True)
        self.codes.update(dict(zip(codes.tolist(), counts.tolist())))
        if len(self.codes) > MOST_NAMED:
            self.codes = None
        elif len(self.codes) <= FEW_CODES:
            left, right = values[:, :-1], values[:, 1:]
            beside = np.isfinite(left) & np.isfinite(right) & (left != right)
            pairs, times = np.unique(np.stack([left[beside], right[beside]]), axis=1, return_counts=True)
            for one, other, count in zip(*pairs.tolist(), times.tolist()):
                self.steps[one, other] += count

    @property
    def looks_like_classes(self) -> bool:
        """Few whole numbers whose neighbours are not steps of a surface.

        >>> rounded, codes = BandLook(), BandLook()
        >>> rounded.take(np.round(np.linspace(0, 20, 400)).reshape(1, -1).astype("f4"))
        >>> codes.take(np.random.default_rng(0).integers(0, 20, (20, 20)).astype("f4"))
        >>> rounded.looks_like_classes, codes.looks_like_classes
        (False, True)
        """
        if self.codes is None or not 2 <= len(self.codes) <= FEW_CODES:
            return False
        if len(self.codes) <= 3 or not self.steps:
            return True
        rank = {code: n for n, code in enumerate(sorted(self.codes))}
        share = np.array([self.codes[code] for code in rank], np.float64)
        apart = np.abs(np.subtract.outer(np.arange(len(rank)), np.arange(len(rank))))
        chance = np.outer(share, share) * (apart > 0)
        expected = float((chance * apart).sum() / chance.sum())
        total = sum(self.steps.values())
        met = sum(abs(rank[a] - rank[b]) * count for (a, b), count in self.steps.items()) / total
        return met > 1.0 + ALIKE * (expected - 1.0)

    @property
    def looks_like_angles(self) -> bool:
        """Values that fill 0 to 360 and no more, as directions in degrees do.

        >>> seen = BandLook()
        >>> seen.take(np.linspace(0, 359.5, 500).reshape(1, -1).astype("f4"))
        >>> seen.looks_like_angles
        True
        """
        return 0.0 <= self.low <= 1.0 and 359.0 <= self.high <= 360.0


def said_kinds(text: str) -> dict[str, str]:
    """Kinds by factor from a typed list.

    >>> said_kinds("aspect=circular; flow = log")
    {'aspect': 'circular', 'flow': 'log'}
    >>> said_kinds("aspect=round")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: FACTOR_KINDS holds aspect=round; allowed: factor=kind with kind one of \
categorical, circular, continuous, log
    """
    found = {}
    for entry in entries(text):
        name, mark, kind = entry.rpartition("=")
        if not mark or kind.strip().lower() not in SAID or not name.strip():
            raise InputError(
                f"FACTOR_KINDS holds {entry}; allowed: factor=kind with kind one of {', '.join(SAID)}"
            )
        found[unquoted(name)] = kind.strip().lower()
    return found
