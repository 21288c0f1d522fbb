"""What a threshold of probability would have done in events that the model was not trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from .law import UnseenEvents


@dataclass(frozen=True)
class ThresholdRates:
    """Rates of a threshold.

    Attributes
    ----------
    threshold : float
    hit_rate : float
        Share of the landslides at which P reached it.
    false_alarm_rate : float
        Share of the stable places and windows at which P reached it.
    landslides, stable : int
        Samples that this is counted from.
    """

    threshold: float
    hit_rate: float
    false_alarm_rate: float
    landslides: int
    stable: int

    @property
    def words(self) -> str:
        """One sentence.

        >>> ThresholdRates(0.01, 0.8, 0.05, 90, 2000).words[:67]
        'In events left out of the training, P reached 0.01 at 80 % of the 9'
        """
        return (
            f"In events left out of the training, P reached {self.threshold:g} at {100 * self.hit_rate:.3g} % of the "
            f"{self.landslides} landslides and at {100 * self.false_alarm_rate:.3g} % of the stable places "
            f"({self.stable} samples)"
        )


def threshold_rates(held_out: UnseenEvents, threshold: float) -> ThresholdRates:
    """Hit rate and false alarm rate of a threshold.

    Parameters
    ----------
    held_out : UnseenEvents
    threshold : float
        P that counts as reached from there on.

    Raises
    ------
    InputError
        The threshold is no probability.

    Examples
    --------
    >>> slid = np.array([True, True, False, False])
    >>> seen = UnseenEvents(np.array([0.1, 0.3, 0.2, 0.0]), slid, np.array([1.0, 1.0, 3.0, 9.0]))
    >>> score = threshold_rates(seen, 0.2)
    >>> score.hit_rate, score.false_alarm_rate
    (0.5, 0.25)
    """
    if not 0.0 < threshold < 1.0:
        raise InputError(f"THRESHOLD is {threshold:g}; allowed: a probability between 0 and 1")
    reached, slid = held_out.probability >= threshold, held_out.landslide
    rates = []
    for group in (slid, ~slid):
        total = held_out.weight[group].sum()
        rates.append(float(held_out.weight[group & reached].sum() / total) if total else np.nan)
    return ThresholdRates(threshold, rates[0], rates[1], int(slid.sum()), int((~slid).sum()))
