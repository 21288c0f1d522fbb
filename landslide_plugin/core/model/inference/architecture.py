"""What a network looks like, in plain numbers: shared by training, bundle and NumPy forward pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...errors import InputError


@dataclass(frozen=True)
class Architecture:
    """Dimensions and attention stack of one network.

    Attributes
    ----------
    static_dim : int
        Encoded factors of a cell.
    layers, properties : int
        Soil layers and properties of a layer; (1, 1) stands for a constant zero step, no profile.
    trigger_dim : int
        Trigger columns of a scenario; 0 without scenarios.
    stack : {"cross_hierarchical", "cross", "hierarchical"}
    embed_dim, hidden_units, heads : int
    dropout : float
    rising : bool
        Whether triggers meet the network in a branch of their own that can only rise.

    Examples
    --------
    >>> Architecture(5, 1, 1, 0, "cross").uses_profile_branch
    True
    """

    static_dim: int
    layers: int
    properties: int
    trigger_dim: int
    stack: str
    embed_dim: int = 32
    hidden_units: int = 64
    heads: int = 4
    dropout: float = 0.3
    rising: bool = False

    def __post_init__(self) -> None:
        if self.stack not in STACKS:
            raise InputError(f"Attention stack is {self.stack}; allowed: {', '.join(STACKS)}")
        if min(self.static_dim, self.layers, self.properties) < 1 or self.trigger_dim < 0:
            raise InputError(
                f"A network needs at least one factor, one layer and one property, got {self.static_dim}, "
                f"{self.layers} and {self.properties}"
            )

    @property
    def uses_profile_branch(self) -> bool:
        """Whether the soil profile is connected to the output: only through cross-attention."""
        return "cross" in self.stack

    @property
    def attention_levels(self) -> tuple[str, ...]:
        """Names of the stack's levels in the package's own spelling."""
        return tuple(self.stack.split("_"))

    @property
    def decoder_triggers(self) -> int:
        """Trigger columns that the decoder meets."""
        return 0 if self.rising else self.trigger_dim

    def to_dict(self) -> dict[str, Any]:
        """Plain values by name."""
        return asdict(self)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Architecture:
        """The inverse of ``to_dict``."""
        return cls(**plain)


STACKS = ("cross_hierarchical", "cross", "hierarchical")
