"""Which base the networks add to, and how smooth its curves are: chosen by held-out log loss for each study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...progress import SILENT, Progress
from .data import TrainingData
from .lambda_search import held_out_blocks, losses_of_bases, with_fewer_extra
from .preparation import fit_bases
from .settings import TrainSettings

CHOSEN, LINEAR, ADDITIVE = "residual_chosen", "residual", "residual_additive"
SMOOTHER = (1.0, 10.0, 100.0)
"""Ridges of the curves that are tried, in those of the settings."""
DIVISIONS = 2
BaseLosses = Mapping[tuple[str, float], float]
"""Log loss of each architecture and ridge."""


@dataclass(frozen=True)
class BaseChoice:
    """What was tried.

    Attributes
    ----------
    losses : mapping of (str, float) to float
        Mean held-out log loss of each architecture and ridge.

    Examples
    --------
    >>> BaseChoice({("residual", 1.0): 0.60, ("residual_additive", 10.0): 0.55}).words
    'additive model (GAM) with ridge 10 (held-out log loss 0.5500; linear 0.6000)'
    """

    losses: BaseLosses

    @property
    def chosen(self) -> tuple[str, float]:
        """Architecture and ridge with the least loss."""
        return min(self.losses, key=lambda tried: self.losses[tried])

    @property
    def words(self) -> str:
        """The choice in words, with what it was chosen by."""
        architecture, ridge = self.chosen
        best = {
            kind: min(loss for (tried, _), loss in self.losses.items() if tried == kind)
            for kind in (LINEAR, ADDITIVE)
        }
        if architecture == LINEAR:
            return (
                f"logistic regression (held-out log loss {best[LINEAR]:.4f}; additive {best[ADDITIVE]:.4f})"
            )
        return (
            f"additive model (GAM) with ridge {ridge:g} (held-out log loss {best[ADDITIVE]:.4f}; "
            f"linear {best[LINEAR]:.4f})"
        )

    def settle(self, settings: TrainSettings) -> TrainSettings:
        """Settings with the choice in place of the wish to choose."""
        architecture, ridge = self.chosen
        return replace(settings, architecture=architecture, ridge=ridge)


def choose_base(data: TrainingData, settings: TrainSettings, progress: Progress = SILENT) -> BaseChoice:
    """Held-out log loss of each base, over compact blocks of these samples; everything is fitted in their rest.

    Raises
    ------
    Cancelled
        Before the next block.
    """
    some, losses = with_fewer_extra(data, settings.seed), []
    for test in held_out_blocks(data, settings.seed, DIVISIONS):
        progress.check()
        losses.append(losses_on(some.take(~test), [data.take(test)], settings)[0])
    return choice_of(losses, settings)


def losses_on(
    known: TrainingData, parts: Sequence[TrainingData], settings: TrainSettings
) -> list[BaseLosses]:
    """Log loss of each base, fitted to some samples, at each of several parts held out."""
    tried = candidates(settings)
    bases = fit_bases(known, [replace(settings, architecture=kind, ridge=ridge) for kind, ridge in tried])
    return [dict(zip(tried, losses_of_bases(bases, part))) for part in parts]


def candidates(settings: TrainSettings) -> list[tuple[str, float]]:
    """Architectures and ridges that are tried."""
    return [(LINEAR, settings.ridge), *((ADDITIVE, settings.ridge * factor) for factor in SMOOTHER)]


def choice_of(losses: Sequence[BaseLosses], settings: TrainSettings) -> BaseChoice:
    """The choice by losses of parts that weigh the same."""
    tried = candidates(settings)
    return BaseChoice(
        {one: float(np.mean([loss[one] for loss in losses])) if losses else 0.0 for one in tried}
    )


def with_chosen_base(
    data: TrainingData, settings: TrainSettings, progress: Progress = SILENT
) -> TrainSettings:
    """Settings with the base that these samples choose, if it is to be chosen."""
    if settings.architecture != CHOSEN:
        return settings
    return choose_base(data, settings, progress).settle(settings)
