"""Which soil layer a model looks at most, cell by cell."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.odds import log_odds
from ..bundle.bundle import ModelBundle
from ..inference import sums
from .attribution import SURE, one_scenario, require_background

Floats = npt.NDArray[np.float32]
Wide = npt.NDArray[np.float64]
BANDS = 4


class LayerSaliency:
    """The soil layer whose properties move the log odds of a cell most.

    Each layer in turn is given the mean properties that this layer has in the background of the bundle (occlusion,
    Zeiler and Fergus 2014), and the size of the change is looked at. It is a diagnostic of the model, the same for
    every kind of model, and no failure plane.

    Parameters
    ----------
    bundle : ModelBundle
        Trained with a soil profile of at least two layers.
    trigger : float64 array (columns,) or None
        Scenario that is looked at.
    """

    def __init__(self, bundle: ModelBundle, trigger: Optional[Wide]) -> None:
        if bundle.profile is None or len(bundle.profile.layer_bottoms_m) < 2:
            raise InputError(
                "The model was trained without a soil profile of several layers, so it has no depth to look at; "
                "leave that output out"
            )
        background = require_background(bundle)
        if background.profile is None:
            raise InputError("The stored background holds no soil profile; train the model again")
        self.bundle, self._trigger = bundle, trigger
        self._typical = background.profile.mean(axis=0)
        bottoms = np.array(bundle.profile.layer_bottoms_m)
        self._middles = (np.concatenate([[0.0], bottoms[:-1]]) + bottoms) / 2.0

    def effects(self, static: Floats, profile: Floats, triggers: Optional[Wide] = None) -> Wide:
        """Size of the change of every member's log odds by each layer (layers, members, cells)."""
        own = self._members(static, profile, triggers)
        found = []
        for layer, typical in enumerate(self._typical):
            changed = profile.copy()
            changed[:, layer] = typical
            found.append(np.abs(self._members(static, changed, triggers) - own))
        return np.stack(found)

    def values(self, static: Floats, profile: Optional[Floats], triggers: Optional[Wide] = None) -> Floats:
        """The layer with the largest effect (4, cells); NaN where no layer has any effect.

        Rows are the depth (m) of its middle, its number, its share of all layers' effects and the share of
        members that name it. Cells may have triggers of their own (cells, columns).
        """
        if profile is None:
            raise InputError("The model was trained with a soil profile; give the soil profile raster too")
        each = self.effects(static, profile, triggers)
        weights = self.bundle.member_weights
        mean = sums.mean(np.swapaxes(each, 0, 1), weights=weights)
        first, total = mean.argmax(axis=0), sums.total(mean)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = mean.max(axis=0) / total
        agreeing = sums.mean((each.argmax(axis=0) == first).astype(np.float64), weights=weights)
        found = np.stack([self._middles[first], first + 1.0, share, agreeing])
        return np.where(total > 0, found, np.nan).astype(np.float32)

    def _members(self, static: Floats, profile: Floats, triggers: Optional[Wide]) -> Wide:
        rain = one_scenario(self._trigger if triggers is None else triggers)
        return log_odds(self.bundle.predict(static, profile, rain).probability[:, :, 0], guard=SURE)
