"""What a report shows beside scores and maps: samples, what the model listens to, and maps of other models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

Arrays = Mapping[str, npt.NDArray[Any]]
Row = Mapping[str, Any]
HELD_OUT = "held_out/"
OWN = " of the report"
"""Under which ``models`` keeps the map of the model that a report is of; no bundle is called so."""
PICTURES = ("samples", "factors", "models")


@dataclass(frozen=True)
class Evidence:
    """Arrays and plain values; what is not known is empty or None.

    Attributes
    ----------
    samples : mapping of str to array
        What the bundle keeps of its samples, and ``p`` (n, scenarios), the model's probability at them.
    factors : mapping of str to array (rows, cols)
        Previews of factors by name.
    models : mapping of str to array (rows, cols)
        Probability of each model compared, by the name of its bundle.
    reliance : sequence of mapping or None
        A row an input, as ``explain.response.reliance`` gives it.
    saliency : mapping or None
        Of soil layers, as ``explain.response.saliency`` gives it.
    triggers : sequence of mapping or None
        A row a trigger, as ``explain.response.trigger_response`` gives it.
    curves : sequence of mapping or None
        A row a class, as ``explain.response.typical_curves`` gives it.
    responses : sequence of mapping or None
        A row a factor, as ``explain.response_curves`` gives it.
    overview : sequence of mapping or None
        ``name``, ``unit``, ``kind`` and ``categories`` of each factor shown.
    ranges : sequence of mapping or None
        Range of each factor in training and on the map.
    methods : sequence of mapping or None
        ``key``, ``family``, ``name`` and ``auroc`` of each model compared; where they are told, ``scored_as`` (its key
        among the scores), ``scores``, ``curves_stored`` and ``same_samples``.

    Examples
    --------
    >>> evidence = Evidence(samples={"held_out/stack": np.array([0.2, 0.7])}, ranges=[])
    >>> evidence.to_dict()
    {'samples': {'held_out/stack': 'evidence_0'}, 'factors': {}, 'models': {}, 'ranges': []}
    >>> Evidence.from_dict(evidence.to_dict(), evidence.arrays().get).held_out("stack").tolist()
    [0.2, 0.7]
    """

    samples: Arrays = field(default_factory=dict)
    factors: Arrays = field(default_factory=dict)
    models: Arrays = field(default_factory=dict)
    reliance: Optional[Sequence[Row]] = None
    saliency: Optional[Row] = None
    triggers: Optional[Sequence[Row]] = None
    curves: Optional[Sequence[Row]] = None
    responses: Optional[Sequence[Row]] = None
    overview: Optional[Sequence[Row]] = None
    ranges: Optional[Sequence[Row]] = None
    methods: Optional[Sequence[Row]] = None

    def held_out(self, model: str) -> Optional[npt.NDArray[Any]]:
        """Held-out probability (n,) of a model at the samples, on their own scale; None if it is not kept."""
        return self.samples.get(HELD_OUT + model)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """All arrays, by the names under which ``to_dict`` speaks of them."""
        every = [values for kind in PICTURES for values in getattr(self, kind).values()]
        return {f"evidence_{number}": np.ascontiguousarray(values) for number, values in enumerate(every)}

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; arrays are named, see ``arrays``."""
        places = iter(self.arrays())
        told: dict[str, Any] = {kind: dict(zip(getattr(self, kind), places)) for kind in PICTURES}
        rest = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in PICTURES}
        return {**told, **{name: value for name, value in rest.items() if value is not None}}

    @classmethod
    def from_dict(cls, told: Mapping[str, Any], load: Callable[[str], Any]) -> Evidence:
        """The evidence that ``to_dict`` told of; ``load`` gives an array by its name."""
        known = {each.name: told[each.name] for each in fields(cls) if each.name in told}
        for kind in PICTURES:
            known[kind] = {name: load(place) for name, place in told.get(kind, {}).items()}
        return cls(**known)
