"""Width of the networks, and how they are trained, by the number of samples: defaults where none is given."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Optional, Union


@dataclass(frozen=True)
class NetworkSize:
    """Defaults of the networks for areas with at most so many samples; fields are names of quantities.

    Attributes
    ----------
    most_samples : int or None
        None for any number.
    embed_dim, hidden_units : int
    dropout : float
    epochs, batch_size : int
    learning_rate : float
    """

    most_samples: Optional[int]
    embed_dim: int
    hidden_units: int
    dropout: float
    epochs: int
    batch_size: int
    learning_rate: float

    def defaults(self) -> dict[str, Union[int, float]]:
        """Values by the name of their quantity.

        >>> sorted(NETWORK_SIZES[0].defaults())
        ['batch_size', 'dropout', 'embed_dim', 'epochs', 'hidden_units', 'learning_rate']
        """
        return {name: value for name, value in asdict(self).items() if name != "most_samples"}

    def words(self) -> str:
        """The size for people.

        >>> network_size(350).words()
        'embedding 16, hidden 16, batch 64, 50 epochs at a rate of 0.002, dropout 0.05'
        """
        return (
            f"embedding {self.embed_dim}, hidden {self.hidden_units}, batch {self.batch_size}, {self.epochs} epochs "
            f"at a rate of {self.learning_rate:g}, dropout {self.dropout:g}"
        )


_FEW = NetworkSize(
    most_samples=1500,
    embed_dim=16,
    hidden_units=16,
    dropout=0.05,
    epochs=50,
    batch_size=64,
    learning_rate=2e-3,
)
NETWORK_SIZES = (_FEW, replace(_FEW, most_samples=None, batch_size=256))
"""From few samples to many; see "Networks by the number of samples" in the docs for how they were chosen."""

SIZED = tuple(NETWORK_SIZES[0].defaults())
"""Quantities whose default is in the table."""


def network_size(samples: Optional[int] = None) -> NetworkSize:
    """The row of the table for a number of samples; the last where none is known.

    >>> network_size(350).batch_size <= network_size(10**6).batch_size, network_size() == network_size(10**9)
    (True, True)
    """
    if samples is not None:
        for size in NETWORK_SIZES:
            if size.most_samples is not None and samples <= size.most_samples:
                return size
    return NETWORK_SIZES[-1]
