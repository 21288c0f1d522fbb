"""An ensemble prepared for maps: tables built once, cells shared out among threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from queue import SimpleQueue
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...requirements import available_processors
from ...samples.encoding import Encoder, FactorCode
from ..inference.arrangement import Group, arrange
from ..inference.blocks import BLOCK, Block
from ..inference.cross_attention import Scratch
from ..inference.knots import Knots, Places, Range
from ..inference.network import ForwardNetwork, adds
from ..inference.profile_encoder import EncodedProfiles
from .ensemble import Ensemble, Member, triggers_of, usable
from .lookup.leaf_parts import LeafParts
from .pool import Model, Pool
from .trees import Trees

Floats = npt.NDArray[np.float32]

PIECE = 6 * BLOCK
"""Cells whose inputs and base one thread computes at a time."""
PIECES_AT_ONCE = 11
LARGE = 4
"""Most pieces in one, where no network follows and every thread has some: what is done to many cells at once costs
less."""
LARGE_OF_TREES = 11
"""The same of large trees, whose nodes are asked of a small share of the cells each."""
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


@dataclass(frozen=True)
class _Prepared:
    """Usable cells of a piece, their inputs and what the base says of them."""

    rows: npt.NDArray[np.intp]
    encoded: Floats
    soil: Floats
    rain: Floats
    base: Floats

    def without_cells(self) -> _Prepared:
        """Nothing of it, where no network comes after the base."""
        return replace(self, encoded=self.encoded[:0], soil=self.soil[:0], base=self.base[:, :0])

    @classmethod
    def joined(cls, pieces: Sequence[_Prepared], rain: Floats) -> _Prepared:
        """Pieces of ``PIECE`` cells one behind the other."""
        return cls(
            np.concatenate([each.rows + number * PIECE for number, each in enumerate(pieces)]),
            np.concatenate([each.encoded for each in pieces]),
            np.concatenate([each.soil for each in pieces]),
            np.concatenate([each.rain for each in pieces]) if rain.ndim == 3 else rain,
            np.concatenate([each.base for each in pieces], axis=1),
        )


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
        """Memory of the tables of networks and trees."""
        base = self._ensemble.linear
        trees = base.masks.table_bytes if isinstance(base, Trees) else 0
        return trees + sum(network.table_bytes for network in self._networks)

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

            def prepare(part: slice) -> _Prepared:
                soil = None if profile is None else profile[part]
                chance = None if pf is None else pf[part]
                found = self._prepared(static[part], soil, triggers_of(triggers, part), chance)
                out[:, part][:, found.rows] = found.base
                return found if self._networks else found.without_cells()

            size = PIECE if self._networks else self._alone(len(static))
            parts = [slice(start, start + size) for start in range(0, len(static), size)]
            shared_out = pool.map if len(parts) > 1 else map  # a thread costs more than few cells
            for start in range(0, len(parts), PIECES_AT_ONCE):
                pieces = list(shared_out(prepare, parts[start : start + PIECES_AT_ONCE]))
                if self._networks:
                    run = slice(start * PIECE, (start + PIECES_AT_ONCE) * PIECE)
                    self._part(_Prepared.joined(pieces, rain), steps, crew, out[:, run])
        return out

    def _alone(self, cells: int) -> int:
        """Cells of a piece where no network follows: all pieces alike, as many for each thread, none tiny."""
        base = self._ensemble.linear
        sorted_trees = isinstance(base, Trees) and isinstance(base.masks, LeafParts)
        most = LARGE_OF_TREES if sorted_trees else LARGE
        rounds = max(1, -(-cells // (self.threads * most * PIECE)))
        return max(PIECE, -(-cells // (self.threads * rounds)))

    def _prepared(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]],
    ) -> _Prepared:
        """Inputs and base of a piece."""
        encoded, soil, rain = self._ensemble.inputs(static, profile, triggers, pf)
        complete = usable(encoded, soil, rain)
        rows = np.flatnonzero(complete)
        if len(rows) < len(static):
            encoded, soil, rain = encoded[rows], soil[rows], triggers_of(rain, rows)
        return _Prepared(rows, encoded, soil, rain, self._ensemble.base_logits(encoded, soil, rain))

    def _part(self, prepared: _Prepared, steps: Optional[list[Floats]], crew: _Crew, out: Floats) -> None:
        """Add what the networks say to ``out`` (members, n, scenarios)."""
        rows, base = prepared.rows, prepared.base
        encoded, soil, rain = prepared.encoded, prepared.soil, prepared.rain

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
