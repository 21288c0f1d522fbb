"""Fit an ensemble to samples; everything learnt comes from these samples alone."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...progress import Progress
from ...types.odds import share_log_odds
from ...types.scenarios import comparable_pairs
from ..families.ensemble import Ensemble, Member, triggers_of
from ..inference.architecture import Architecture
from ..inference.network import ForwardNetwork, adds
from ..network.assignments import Assignment, Learning, Teach, taught_here, together
from ..network.batch import LossWeights
from ..network.extra_terms import ExtraTerms, extra_terms
from ..network.keras_twin import largest_difference
from ..network.tilt import with_tilt
from ..network.trainable import NO_TERMS, TrainableNetwork
from ..network.training import FittedNetwork, Lesson, TrainingPlan, earned
from .base_choice import with_chosen_base
from .data import TrainingData
from .lambda_search import with_chosen_lambda
from .preparation import Curves, Preparation, member_bases, prepare
from .settings import TrainSettings

Floats = npt.NDArray[np.float32]
LARGEST_DIFFERENCE = 1e-4
CHECKED_SAMPLES = 512
HELD_OUT_EXTRA = 0.2
MANY_MEMBERS = 3
"""Members of a fold above which two of them are trained before the others may count as idle."""
NO_PAIRS = np.zeros((0, 2), np.int32)


@dataclass
class Workshop:
    """Networks of a run, by architecture, so that folds and members share them, and who trains their members."""

    made: dict[tuple[Any, ...], TrainableNetwork] = field(default_factory=dict)
    teach: Teach = taught_here

    def network(
        self,
        architecture: Architecture,
        triggers: Floats,
        settings: TrainSettings,
        terms: ExtraTerms = NO_TERMS,
    ) -> TrainableNetwork:
        """The network of an architecture and its terms, made on first use."""
        residual = settings.residual
        key = (architecture, triggers.shape[-2], triggers.ndim, settings.batch_size, residual, terms)
        if key not in self.made:
            pairs = comparable_pairs(triggers) if triggers.ndim == 2 else NO_PAIRS
            self.made[key] = TrainableNetwork(
                architecture, triggers, pairs, batch=settings.batch_size, residual=residual, terms=terms
            )
        return self.made[key]


def terms_of(
    data: TrainingData, settings: TrainSettings, columns: Sequence[str], triggers: Floats
) -> ExtraTerms:
    """What a training step does beside labels, prior and order.

    The prior is met at drawn triggers also if it weighs nothing, so that an ensemble without physics shares
    the network. Where cells have their own triggers their mean tells the neighbours.
    """
    if triggers.ndim == 3:
        triggers = triggers.mean(axis=0)
    soil = data.soil.properties if data.soil is not None else ("",)
    return extra_terms(
        columns,
        soil,
        triggers,
        directed=settings.monotone_weight > 0.0,
        prior_between=data.cells.prior_pf is not None and settings.physics_loss != "sign",
        order_between=settings.order_weight > 0.0 and settings.trigger_order == "penalty",
    )


def fit_ensemble(
    data: TrainingData,
    settings: TrainSettings,
    per_stack: int,
    workshop: Workshop,
    progress: Progress,
    in_fold: bool = False,
) -> Ensemble:
    """Train ``per_stack`` members of each stack; members differ in seed and in the block held out.

    In a fold the setting ``cv_idle`` may leave the others of a stack untrained where its first members stay at epoch
    0: they count as if they did so too, and have no history.

    Parameters
    ----------
    data : TrainingData
    settings : TrainSettings
    per_stack : int
    workshop : Workshop
    progress : Progress
    in_fold : bool
        Whether the members are those of a fold, of which idle ones may be left out.

    Raises
    ------
    InputError
        Samples that cannot be learnt from.
    Cancelled
        Within one batch of being asked.
    """
    alone = Learning(_steps(data, settings, per_stack, workshop, progress, in_fold=in_fold))
    return together([alone], progress, workshop.teach)[0]


def fit_folds(
    folds: Iterable[tuple[TrainingData, TrainSettings]], count: int, workshop: Workshop, progress: Progress
) -> Iterator[Ensemble]:
    """Ensembles of ``count`` folds in order, each as ``fit_ensemble`` fits it, members of several side by side.

    As many folds are in memory at once as have members that pay side by side: one where the networks are wide.

    Parameters
    ----------
    folds : iterable of (TrainingData, TrainSettings)
        Samples of each fold, and settings with its number of members.
    count : int
    workshop : Workshop
    progress : Progress
    """
    group: list[Learning[Ensemble]] = []
    done, quiet = 0, progress.without_words()
    for known, settings in folds:
        each = settings.cv_members
        group.append(Learning(_steps(known, settings, each, workshop, quiet, in_fold=True)))
        if not group[0].may_be_joined(len(group) * each, each) or done + len(group) == count:
            own = progress.part(done / count, (done + len(group)) / count)
            yield from together(group, own, workshop.teach)
            done, group = done + len(group), []


def _steps(
    data: TrainingData,
    settings: TrainSettings,
    per_stack: int,
    workshop: Workshop,
    progress: Progress,
    *,
    in_fold: bool,
) -> Generator[Assignment, list[FittedNetwork], Ensemble]:
    """Ask for what members of each stack are to learn, and go on with what they have learnt to the ensemble."""
    settings = with_chosen_base(data, settings, progress)
    settings = with_chosen_lambda(data, settings, progress)
    prepared = prepare(data, settings)
    terms = terms_of(data, settings, prepared.base.encoder.columns, prepared.triggers)
    prepared = _tilted(prepared, terms)
    count = per_stack * len(settings.stacks)
    bases = member_bases(prepared, data, settings, count)
    members: list[Member] = []
    for number, stack in enumerate(settings.stacks):
        shape = _architecture(prepared, settings, stack)
        network = workshop.network(shape, prepared.triggers, settings, terms)
        first = number * per_stack
        share = first / count, (first + per_stack) / count
        skip = _may_skip(network, settings, in_fold)
        fits = yield from _stack_learning(per_stack, prepared, settings, network, share, skip=skip)
        drafts = []
        for place, fitted in enumerate(fits):
            drafts.append(_Draft(settings.seed + place, bases[first + place], network, fitted))
            progress.info(f"Members: {first + place + 1} of {count} done; {_best(fitted)}")
        members.extend(draft.member() for draft in _that_earned(drafts, progress))
    return replace(prepared.base, members=tuple(members))


def _may_skip(network: TrainableNetwork, settings: TrainSettings, in_fold: bool) -> bool:
    """Whether members may be left out where the first ones of their stack stay at epoch 0."""
    return in_fold and network.residual and settings.cv_idle == "skip"


def _stack_learning(
    per_stack: int,
    prepared: Preparation,
    settings: TrainSettings,
    network: TrainableNetwork,
    share: tuple[float, float],
    *,
    skip: bool,
) -> Generator[Assignment, list[FittedNetwork], list[FittedNetwork]]:
    """Members of a stack; those behind the first ones are left out where these stay at epoch 0 and they may be."""
    tried = idle_members_tried(per_stack) if skip else per_stack
    middle = share[0] + (share[1] - share[0]) * tried / per_stack
    fits = yield _assignment(range(tried), prepared, settings, network, (share[0], middle))
    rest = range(tried, per_stack)
    if not any(fitted.best_epoch for fitted in fits):
        return fits + [untrained(network.initial(settings.seed + place)) for place in rest]
    if rest:
        fits = fits + (yield _assignment(rest, prepared, settings, network, (middle, share[1])))
    return fits


def idle_members_tried(per_stack: int) -> int:
    """How many members of a stack are trained in a fold before the others may be left out.

    >>> [idle_members_tried(count) for count in (1, 3, 4, 10)]
    [1, 1, 2, 2]
    """
    return 1 if per_stack <= MANY_MEMBERS else 2


def untrained(start: Floats) -> FittedNetwork:
    """A member that is not trained at all and counts as one at epoch 0.

    >>> untrained(np.zeros(2, np.float32)).best_epoch, untrained(np.zeros(2, np.float32)).history
    (0, ())
    """
    return FittedNetwork(np.asarray(start), 0, (), start=np.asarray(start))


def _that_earned(stack: Sequence[_Draft], progress: Progress) -> Sequence[_Draft]:
    """Members of a stack as they are, or all at epoch 0 where together they lower no loss by more than an error."""
    if not stack[0].network.residual or earned([draft.fitted.gains for draft in stack]):
        return stack
    progress.info("Over all blocks held out the networks gain no more than chance; the base stays as it is")
    return [replace(draft, fitted=draft.fitted.before()) for draft in stack]


def _best(fitted: FittedNetwork) -> str:
    """Which of its epochs did best on the block held out, in words."""
    return (
        f"its best epoch was {fitted.best_epoch}"
        if fitted.best_epoch
        else "it found nothing to add to its base"
    )


def _tilted(prepared: Preparation, terms: ExtraTerms) -> Preparation:
    """Samples and extra cells that know how the base moves in the monotone term."""
    base, triggers = prepared.base.linear, prepared.triggers
    extra = None if prepared.extra is None else with_tilt(prepared.extra, base, triggers, terms)
    return replace(prepared, samples=with_tilt(prepared.samples, base, triggers, terms), extra=extra)


@dataclass(frozen=True)
class _Draft:
    """A member whose best epoch is known, with the base that it adds to; not yet whether it is kept."""

    seed: int
    base: Optional[Curves]
    network: TrainableNetwork
    fitted: FittedNetwork

    def member(self) -> Member:
        """The member as a bundle keeps it."""
        fitted = self.fitted
        return Member(
            seed=self.seed,
            architecture=self.network.architecture,
            weights=self.network.weights(fitted.parameters),
            epochs=fitted.best_epoch,
            own_base=self.base,
            history=tuple(_told(loss) for loss in fitted.history),
            parts=tuple(
                tuple(None if np.isnan(one) else _told(one) for one in epoch) for epoch in fitted.parts
            ),
        )


def _assignment(
    places: Sequence[int],
    prepared: Preparation,
    settings: TrainSettings,
    network: TrainableNetwork,
    share: tuple[float, float],
) -> Assignment:
    """What the members at some places of a stack are to learn."""
    seeds = [settings.seed + place for place in places]
    lessons = [_lesson(place, prepared, seed) for place, seed in zip(places, seeds)]
    return Assignment(network, seeds, lessons, _plan(settings, prepared.share), share)


def _told(loss: float) -> float:
    return round(float(np.nan_to_num(loss, posinf=1e9)), 6)


def _lesson(place: int, prepared: Preparation, seed: int) -> Lesson:
    """What a member learns from, and the block and the unlabelled cells that tell it when to stop."""
    block = prepared.held_out[place % len(prepared.held_out)]
    inside, extra = prepared.blocks == block, prepared.extra
    train, held_out = prepared.samples.take(~inside), prepared.samples.take(inside)
    if extra is None:
        return Lesson(train, held_out)
    away = _held_out_extra(len(extra), seed)
    return Lesson(train, held_out.joined(extra.take(away)), extra.take(~away))


def _held_out_extra(count: int, seed: int) -> npt.NDArray[np.bool_]:
    """Which unlabelled cells tell when to stop, beside the held-out block.

    They are drawn at random: unlike landslides, the prior is known wherever the map will be.
    """
    return np.random.default_rng([seed, 3]).random(count) < HELD_OUT_EXTRA


def _architecture(prepared: Preparation, settings: TrainSettings, stack: str) -> Architecture:
    _, layers, properties = prepared.samples.profile.shape
    return Architecture(
        static_dim=prepared.samples.static.shape[1],
        layers=layers,
        properties=properties,
        trigger_dim=prepared.triggers.shape[-1],
        stack=stack,
        embed_dim=settings.embed_dim,
        hidden_units=settings.hidden_units,
        heads=settings.heads,
        dropout=settings.dropout,
        rising=settings.trigger_order == "guaranteed" and prepared.triggers.shape[-1] > 0,
    )


def _plan(settings: TrainSettings, share: float) -> TrainingPlan:
    prior, sign = {"probability": (1.0, 0.0), "sign": (0.0, 1.0), "both": (1.0, 1.0)}[settings.physics_loss]
    weights = LossWeights(
        prior=prior * settings.physics_lambda,
        sign=sign * settings.physics_lambda,
        order=settings.order_weight,
        level=share_log_odds(share),
        monotone=settings.monotone_weight,
        gamma=settings.focal_gamma,
    )
    return TrainingPlan(
        epochs=settings.epochs,
        patience=settings.patience,
        learning_rate=settings.learning_rate,
        weight_decay=settings.weight_decay,
        warmup=settings.physics_warmup,
        weights=weights,
    )


Inputs = tuple[Floats, Floats, Floats]
Logits = npt.NDArray[np.float32]


def checked_inputs(ensemble: Ensemble, data: TrainingData) -> Inputs:
    """Factors, profiles and triggers, as the networks see them, of the samples that Keras and NumPy are compared at."""
    rows = np.arange(min(len(data.cells), CHECKED_SAMPLES))
    cells, own = data.cells.take(rows), triggers_of(data.triggers(), rows)
    return ensemble.inputs(cells.static, cells.profile, own)


def check_forward(
    ensemble: Ensemble,
    data: TrainingData,
    settings: TrainSettings,
    workshop: Workshop,
    keras: Optional[Mapping[int, Logits]] = None,
) -> Ensemble:
    """The ensemble with the largest difference between Keras and NumPy, at samples, in each member.

    What maps compute is held against the package's own network in Keras, and so is what the training computed. A
    member whose scale is 0 adds nothing in any of them, and is not computed. ``keras`` says what Keras gives at
    ``checked_inputs``, logits (n, scenarios) by the member's place; what it does not say is computed here.

    Raises
    ------
    LandslideError
        A difference of more than 1e-4 in probability: maps would not show the trained model.
    WorkerError
        Keras cannot be loaded, so that nothing can be checked.
    """
    static, profile, triggers = checked_inputs(ensemble, data)
    base = ensemble.linear.logit(static, profile, triggers).astype(np.float32)
    terms = terms_of(data, settings, ensemble.encoder.columns, triggers)
    members = []
    for place, member in enumerate(ensemble.members):
        network = workshop.network(member.architecture, triggers, settings, terms)
        mapped = ForwardNetwork(member.architecture, member.weights).logits(static, profile, triggers)
        difference = largest_difference(base, base + mapped)
        if adds(member.weights):
            learnt = network.learnt_logits_of(member.weights, static, profile, triggers)
            known = None if keras is None else keras.get(place)
            if known is None:
                known = network.logits_of(member.weights, static, profile, triggers)
            difference = largest_difference(base + known, base + mapped, base + learnt)
        if not difference <= LARGEST_DIFFERENCE:
            raise LandslideError(
                f"The NumPy and Keras results of member {member.seed} differ by {difference:.2g} in "
                f"probability (allowed: {LARGEST_DIFFERENCE:g}); check the versions of the modelling environment"
            )
        members.append(replace(member, difference=difference))
    return replace(ensemble, members=tuple(members))
