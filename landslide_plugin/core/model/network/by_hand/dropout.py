"""What dropout multiplies active units by (Srivastava et al. 2014), drawn from a seed alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...inference.architecture import Architecture

Floats = npt.NDArray[np.float32]
STEPS = 2**16
"""Dropout takes place in this many steps of its rate, so that four units need one drawn number."""


@dataclass(frozen=True)
class Dropped:
    """Factors of each place where units are dropped, by its name; none where nothing is dropped.

    >>> Dropped({}).kept("hidden") is None, Dropped({}).selection("static")
    (True, (None, None))
    """

    factors: dict[str, Floats]

    def kept(self, name: str) -> Optional[Floats]:
        """Factors (members, units, columns) of a place."""
        return self.factors.get(name)

    def selection(self, name: str) -> tuple[Optional[Floats], Optional[Floats]]:
        """Factors of a variable selection: of its inputs, and of the network behind their sum."""
        return self.factors.get(name), self.factors.get(f"{name}.post")


NOTHING_DROPPED = Dropped({})


def shapes_dropped(a: Architecture, cells: int, scenarios: int, own: bool) -> dict[str, tuple[int, ...]]:
    """Where units are dropped: shape for one member, of so many cells in so many scenarios.

    Parameters
    ----------
    own : bool
        Whether cells have triggers of their own.

    Examples
    --------
    >>> shapes_dropped(Architecture(3, 2, 4, 0, "cross", 5, 6, 1), 10, 1, False)["profile"]
    (4, 5, 20)
    """
    steps = cells * (1 if a.rising else scenarios)
    found: dict[str, tuple[int, ...]] = {
        "static": (a.static_dim, a.hidden_units, cells),
        "static.post": (a.hidden_units, cells),
    }
    if a.uses_profile_branch:
        found["profile"] = (a.properties, a.embed_dim, a.layers * cells)
        found["profile.post"] = (a.embed_dim, a.layers * cells)
        found["cross.post"] = (a.embed_dim, steps)
    if a.decoder_triggers:
        columns = scenarios * (cells if own else 1)
        found["trigger"] = (a.decoder_triggers, a.embed_dim, columns)
        found["trigger.post"] = (a.embed_dim, columns)
    found["hidden"] = (a.hidden_units, steps)
    return found


def drawn(sources: Sequence[np.random.SFC64], shapes: dict[str, tuple[int, ...]], rate: float) -> Dropped:
    """Factors of members, each from a source of its own: 0 at the rate, else what keeps the mean.

    >>> some = drawn([np.random.SFC64(0)], {"hidden": (100, 100)}, 0.25).kept("hidden")
    >>> sorted(set(some.ravel().tolist())) == [0.0, float(np.float32(4 / 3))], abs(float(some.mean()) - 1.0) < 0.02
    (True, True)
    """
    limit = round(rate * STEPS)
    if not limit:
        return NOTHING_DROPPED
    sizes = [int(np.prod(shape)) for shape in shapes.values()]
    raws = np.stack([source.random_raw(-(-sum(sizes) // 4)).view(np.uint16) for source in sources])
    every = (raws >= limit) * np.float32(STEPS / (STEPS - limit))
    starts = np.cumsum([0, *sizes])
    return Dropped(
        {
            name: every[:, start : start + size].reshape(len(sources), *shape)
            for (name, shape), start, size in zip(shapes.items(), starts, sizes)
        }
    )
