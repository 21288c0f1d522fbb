"""AdamW over flat vectors of parameters, members side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
MEAN_DECAY = np.float32(0.9)
SQUARE_DECAY = np.float32(0.999)
EPSILON = np.float32(1e-7)


@dataclass
class State:
    """Parameters of members (members, p), and running mean and mean square of their gradients.

    >>> state = State.at(np.ones((3, 2), "f4"))
    >>> state.keep([0, 2]).parameters.shape, float(state.mean.sum())
    ((2, 2), 0.0)
    """

    parameters: Floats
    mean: Floats
    square: Floats

    @classmethod
    def at(cls, parameters: Floats) -> State:
        """At the start of training; both means are 0."""
        return cls(parameters.copy(), np.zeros_like(parameters), np.zeros_like(parameters))

    def keep(self, members: list[int]) -> State:
        """Some of the members."""
        return State(self.parameters[members], self.mean[members], self.square[members])


def adamw_step(state: State, gradient: Floats, step: Floats, rates: Floats, decays: Floats) -> None:
    """One step of AdamW (Loshchilov and Hutter 2019, algorithm 2), in place.

    Parameters
    ----------
    state : State
    gradient : float32 array (members, p)
    step : float32 array (members, 1)
        Number of this step, from 1.
    rates, decays : float32 arrays (members, p)
        Learning rate of each parameter at this step; decay relative to that rate.

    Examples
    --------
    >>> one = np.ones((1, 1), "f4")
    >>> state = State.at(one)
    >>> adamw_step(state, one, one, np.float32(0.1) * one, 0 * one)
    >>> round(float(state.parameters.item()), 4)  # the first step is as long as the rate
    0.9
    """
    one = np.float32(1.0)
    state.mean *= MEAN_DECAY
    state.mean += (one - MEAN_DECAY) * gradient
    state.square *= SQUARE_DECAY
    state.square += (one - SQUARE_DECAY) * gradient * gradient
    spread = np.sqrt(state.square / (one - SQUARE_DECAY**step))
    spread += EPSILON
    moved = state.mean / (one - MEAN_DECAY**step)
    moved /= spread
    moved += decays * state.parameters
    moved *= rates
    state.parameters -= moved
