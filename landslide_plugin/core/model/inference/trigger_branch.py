"""The trigger branch for cells that each have their own triggers, such as rain from a raster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from .architecture import Architecture
from .columns import GatedResidual, product, room, with_bias, with_ones
from .knots import Range
from .layers import Array, Weights, positions
from .selection_tables import Selection


class TriggerPart:
    """What triggers add to the decoder's input, on columns.

    Parameters
    ----------
    architecture : Architecture
    weights : dict of str to float32 array
    shift : float32 array (attention units,)
        Added to every column.
    ranges : sequence of (float, float), optional
        Ranges over which the branches of variable selection are tabulated.
    """

    def __init__(
        self, architecture: Architecture, weights: Weights, shift: Array, ranges: Optional[Sequence[Range]]
    ) -> None:
        self._selection = Selection(weights, "trigger", ranges)
        self._post = GatedResidual(weights, "trigger.post")
        kernel = weights["decoder.kernel"][architecture.hidden_units :].astype(np.float64)
        place = self._post.shift + positions(1, architecture.embed_dim)[0]
        bias = place @ kernel + weights["decoder.bias"] + shift
        self._kernel = with_bias(self._post.gain[:, None] * kernel, bias)

    def columns(self, triggers: Array) -> Array:
        """Decoder input (attention units, cells) of scaled triggers (cells, trigger_dim).

        The number of cells is a multiple of the tile.
        """
        units, count = self._post.units, len(triggers)
        columns, hidden = with_ones(units, count), with_ones(units, count)
        columns[:units] = self._selection.rows(triggers).T
        self._post.standardised(columns, room(2 * units, count), hidden)
        return product(self._kernel, columns, room(len(self._kernel), count))
