"""An ensemble prepared for maps: tables built once, cells shared out among threads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from queue import SimpleQueue
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder, FactorCode
from ..inference.arrangement import Group, arrange
from ..inference.blocks import BLOCK, Block
from ..inference.cross_attention import Scratch
from ..inference.knots import Knots, Places, Range
from ..inference.network import ForwardNetwork, adds
from ..inference.profile_encoder import EncodedProfiles
from .ensemble import Ensemble, Member, triggers_of, usable
from .pool import Model, Pool

Floats = npt.NDArray[np.float32]

CELLS_AT_ONCE = 66 * BLOCK
DEVIATIONS = 32.0
"""Standard scores up to which branches are tabulated; beyond them they are computed."""


class ModelMapper:
    """Logits of any model, an ensemble or a pool of several.

    Parameters
    ----------
    model : Ensemble or Pool
    threads : int, optional
        As many as there are processors if not given. The result does not depend on it.
    """

    def __init__(self, model: Model, threads: Optional[int] = None) -> None:
        self._pool = model if isinstance(model, Pool) else None
        parts = [part.model for part in model.parts] if isinstance(model, Pool) else [model]
        self._parts = [EnsembleMapper(part, threads) for part in parts]

    @property
    def table_bytes(self) -> int:
        """Memory of the tables of all networks."""
        return sum(part.table_bytes for part in self._parts)

    def logits(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> Floats:
        """Logits (members, n, scenarios) of raw factors without the shift."""
        logits = [part.logits(static, profile, triggers, pf) for part in self._parts]
        return self._pool.voted(logits) if self._pool is not None else logits[0]


@dataclass(frozen=True)
class _Crew:
    """Threads that share out the cells, and the buffers they take turns with."""

    pool: ThreadPoolExecutor
    scratch: SimpleQueue[Scratch]


class EnsembleMapper:
    """Logits of an ensemble for many cells.

    Parameters
    ----------
    ensemble : Ensemble
        Networks that add nothing to their base, as of members whose base alone did best, are not run.
    threads : int, optional
        As many as there are processors if not given. The result does not depend on it.
    """

    def __init__(self, ensemble: Ensemble, threads: Optional[int] = None) -> None:
        self._ensemble = ensemble
        self.threads = threads or available_processors()
        self._numbers = [number for number, member in enumerate(ensemble.members) if adds(member.weights)]
        with self._pool() as pool:
            self._networks = list(pool.map(self._network, [ensemble.members[n] for n in self._numbers]))

    @property
    def table_bytes(self) -> int:
        """Memory of the networks' tables."""
        return sum(network.table_bytes for network in self._networks)

    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self.threads)

    def _network(self, member: Member) -> ForwardNetwork:
        ensemble = self._ensemble
        soil = ensemble.profile_scaler
        return ForwardNetwork(
            member.architecture,
            member.weights,
            static_ranges(ensemble.encoder),
            [(-DEVIATIONS, DEVIATIONS)] * len(soil.names) if soil else None,
            [(-DEVIATIONS, DEVIATIONS)] * member.architecture.trigger_dim,
        )

    def logits(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> Floats:
        """Logits (members, n, scenarios) of raw factors without the shift, as ``Ensemble.logits``."""
        none = None if profile is None else profile[:0]
        first = triggers_of(triggers, slice(0, 0))
        _, _, rain = self._ensemble.inputs(static[:0], none, first, None)
        out = np.full((self._ensemble.count, len(static), rain.shape[-2]), np.nan, np.float32)
        steps = [network.steps(rain) for network in self._networks] if rain.ndim == 2 else None
        scratch: SimpleQueue[Scratch] = SimpleQueue()
        for network in self._networks[:1] * self.threads:
            scratch.put(network.scratch())
        with self._pool() as pool:
            crew = _Crew(pool, scratch)
            for start in range(0, len(static), CELLS_AT_ONCE):
                part = slice(start, start + CELLS_AT_ONCE)
                soil = None if profile is None else profile[part]
                chance = None if pf is None else pf[part]
                inputs = self._ensemble.inputs(static[part], soil, triggers_of(triggers, part), chance)
                self._part(inputs, steps, crew, out[:, part])
        return out

    def _part(
        self,
        inputs: tuple[Floats, Floats, Floats],
        steps: Optional[list[Floats]],
        crew: _Crew,
        out: Floats,
    ) -> None:
        """Fill ``out`` (members, n, scenarios) from inputs as ``Ensemble.inputs`` gives them."""
        encoded, soil, rain = inputs
        rows = np.flatnonzero(usable(encoded, soil, rain))
        encoded, soil, rain = encoded[rows], soil[rows], triggers_of(rain, rows)
        base = self._ensemble.base_logits(encoded, soil, rain)
        out[:, rows] = base
        if not self._networks:
            return

        def fill(block: Block, group: Group, keys: list[Optional[EncodedProfiles]]) -> None:
            buffers, cells = crew.scratch.get(), encoded[block.cells]
            alone = None if keys else group.own(block)
            places: dict[Optional[Knots], Optional[Places]] = {None: None}
            try:
                for i, (number, network) in enumerate(zip(self._numbers, self._networks)):
                    knots = network.knots
                    if knots not in places and knots is not None:
                        places[knots] = knots.places(cells)
                    own = network.cell_steps(rain[block.cells]) if steps is None else steps[i]
                    met = keys[i] if keys else alone
                    added = network.block(cells, block, met, own, scratch=buffers, places=places[knots])
                    out[number, rows[block.cells]] = base[number, block.cells] + added.T
            finally:
                crew.scratch.put(buffers)

        for group in arrange(soil, rain.shape[-2]):
            keys: list[Optional[EncodedProfiles]] = []
            if group.encoded_first:
                keys = list(crew.pool.map(ForwardNetwork.encode, self._networks, repeat(group.profiles)))
            for _ in crew.pool.map(fill, group.blocks, repeat(group), repeat(keys)):
                pass
        for number, network in zip(self._numbers, self._networks):
            if network.rising is not None:
                out[number, rows] += network.rising.logits(encoded, soil, rain)


def static_ranges(encoder: Encoder) -> list[Range]:
    """Range of every encoded factor to tabulate, from the encoder alone."""
    return [each for factor in encoder.factors for each in _factor_ranges(factor)]


def _factor_ranges(factor: FactorCode) -> Iterator[Range]:
    ends = {"categorical": (0.0, 1.0), "circular": (-1.0, 1.0)}
    for _ in factor.columns:
        yield ends.get(factor.spec.kind, (-DEVIATIONS, DEVIATIONS))


def available_processors() -> int:
    """Processors this process may use.

    >>> available_processors() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
