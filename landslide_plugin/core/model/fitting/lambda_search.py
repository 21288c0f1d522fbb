"""The weight of the slope-stability prior, chosen by cross-validation on compact blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.reliability import log_loss
from ...progress import SILENT, Progress
from ...samples.folds import kmeans_folds, random_folds, usable_folds
from ...types.odds import probability_of
from ..families.additive import AdditivePart
from ..families.ensemble import Ensemble, triggers_of, usable
from ..families.linear import LinearPart
from .data import TrainingData
from .labels import at_own_event
from .preparation import Curves, fit_base
from .row_weights import row_weights
from .settings import TrainSettings

CANDIDATES = (0.0, 0.1, 0.4, 1.6, 6.4, 25.6, 100.0)
BLOCKS = 5
MANY_LANDSLIDES, DIVISIONS = 100, 10
EXTRA_CELLS = 300


@dataclass(frozen=True)
class LambdaSearch:
    """What was tried.

    Attributes
    ----------
    losses : float64 array (candidates, folds)
        Held-out log loss.
    divisions : int
        How often the samples were divided into blocks; the folds are those of all of them.

    Examples
    --------
    >>> clear, doubtful = np.full((7, 4), 0.5), np.full((7, 4), 0.5)
    >>> clear[3], doubtful[3] = [0.3, 0.4, 0.4, 0.4], [0.1, 0.6, 0.5, 0.6]
    >>> LambdaSearch(clear, 1).chosen, LambdaSearch(doubtful, 1).chosen
    (1.6, 0.0)
    """

    losses: npt.NDArray[np.float64]
    divisions: int

    @property
    def means(self) -> dict[float, float]:
        """Mean loss of each candidate."""
        return {weight: float(mean) for weight, mean in zip(CANDIDATES, self.losses.mean(axis=1))}

    @property
    def chosen(self) -> float:
        """The candidate with the least loss, if it saves more than one standard error over the folds; else 0.

        Folds of another division hold the same landslides, so only those of one count for the error.
        """
        folds = self.losses.shape[1]
        if folds < 2:
            return 0.0
        best = int(np.argmin(self.losses.mean(axis=1)))
        gains = self.losses[0] - self.losses[best]
        error = gains.std(ddof=1) / np.sqrt(folds / self.divisions)
        return CANDIDATES[best] if gains.mean() > error else 0.0


def search_lambda(data: TrainingData, settings: TrainSettings, progress: Progress = SILENT) -> LambdaSearch:
    """Held-out log loss of each candidate, over compact blocks of the samples.

    Only the base is fitted, everything inside the training part: it minimises the same loss as the networks
    and takes a fraction of a second. Labels are compared at the reference scenario. Of few landslides, one
    division into blocks says little; then there are ten, after which the choice hardly moves.

    Raises
    ------
    InputError
        The base does not know the prior: the network stands alone, or only the sign of FS - 1 counts.
    Cancelled
        Before the next block.
    """
    if not settings.residual or settings.physics_loss == "sign":
        raise InputError(
            "Lambda is chosen with the base that the networks add to, which knows the probability of failure; "
            "choose a residual architecture and the probability of failure, or give lambda yourself"
        )
    some = with_fewer_extra(data, settings.seed)
    divisions = DIVISIONS if len(np.unique(data.groups[data.labels > 0])) < MANY_LANDSLIDES else 1
    losses = []
    for test in held_out_blocks(data, settings.seed, divisions):
        progress.check()
        losses.append(_losses_of(some.take(~test), data.take(test), settings))
    return LambdaSearch(np.reshape(losses, (len(losses), len(CANDIDATES))).T, divisions)


def with_fewer_extra(data: TrainingData, seed: int) -> TrainingData:
    """Data with at most 300 of the unlabelled cells, drawn by the seed."""
    if data.extra is None or len(data.extra) <= EXTRA_CELLS:
        return data
    rows = np.random.default_rng([seed, 4]).choice(len(data.extra), EXTRA_CELLS, replace=False)
    return replace(data, extra=data.extra.take(rows))


def held_out_blocks(data: TrainingData, seed: int, divisions: int) -> Iterator[npt.NDArray[np.bool_]]:
    """Samples (n,) of each block to hold out that leaves both classes on both sides."""
    for number in range(seed, seed + divisions):
        blocks = kmeans_folds(data.xy, data.groups, BLOCKS, number)
        if len(usable_folds(data.labels, blocks)) < 2:
            blocks = random_folds(data.labels, data.groups, BLOCKS, number)
        yield from (blocks == block for block in usable_folds(data.labels, blocks))


def _losses_of(known: TrainingData, rest: TrainingData, settings: TrainSettings) -> list[float]:
    """Log loss of each candidate at samples held out; each fit begins where the one before it ended."""
    losses: list[float] = []
    before: Optional[Curves] = None
    for weight in CANDIDATES:
        base = fit_base(known, replace(settings, physics_lambda=weight), before)
        before = base.linear if isinstance(base.linear, (LinearPart, AdditivePart)) else None
        losses.append(loss_of_base(base, rest))
    return losses


def loss_of_base(base: Ensemble, rest: TrainingData) -> float:
    """Log loss of a base at samples, but those of a category it never met."""
    return losses_of_bases([base], rest)[0]


def losses_of_bases(bases: Sequence[Ensemble], rest: TrainingData) -> list[float]:
    """As ``loss_of_base``, of several that share their encoder and scalers: the samples are encoded once for all."""
    steps, _ = at_own_event(rest)
    static, profile, triggers = bases[0].inputs(rest.cells.static, rest.cells.profile, steps)
    known = usable(static, profile, triggers)
    inputs = static[known], profile[known], triggers_of(triggers, known)
    labels, weights = rest.labels[known], row_weights(rest)[known]
    logits = (base.base_logits(*inputs)[0, :, 0] for base in bases)
    return [log_loss(labels, probability_of(own).astype(np.float64), weights) for own in logits]


def with_chosen_lambda(
    data: TrainingData, settings: TrainSettings, progress: Progress = SILENT
) -> TrainSettings:
    """Settings with the lambda that these samples choose, if it is to be chosen and there is a prior."""
    if not _to_be_chosen(data, settings):
        return settings
    return replace(settings, physics_lambda=search_lambda(data, settings, progress).chosen)


def _to_be_chosen(data: TrainingData, settings: TrainSettings) -> bool:
    asked = settings.lambda_search == "yes" and settings.physics_lambda > 0.0
    return asked and data.cells.prior_pf is not None


def final_lambda(
    data: TrainingData, settings: TrainSettings, progress: Progress = SILENT
) -> tuple[TrainSettings, Optional[dict[str, Any]], list[str]]:
    """Settings with the lambda that all samples choose, what was tried, and a note; each fold chose its own."""
    if not _to_be_chosen(data, settings):
        return settings, None, []
    search = search_lambda(data, settings, progress)
    weight = search.chosen
    tried = {f"{value:g}": round(loss, 6) for value, loss in search.means.items()}
    note = f"Lambda {weight:g} was chosen by log loss over compact blocks of the samples"
    if weight == 0.0:
        note += ": the slope-stability prior does not lower it by more than a standard error"
    settled = replace(settings, physics_lambda=weight, lambda_search="no")
    return settled, {"chosen": weight, "log_loss": tried}, [note]
