"""Train the towers: networks on sequences that add to the log odds of the additive model, storms held out whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...progress import Progress
from ...samples.folds import random_folds
from ...samples.scaling import ProfileScaler
from ...types.odds import share_log_odds
from ..families.ensemble import Member
from ..inference.architecture import Architecture
from ..inference.network import adds
from ..network.batch import LossWeights
from ..network.keras_twin import largest_difference
from ..network.trainable import TrainableNetwork
from ..network.training import Lesson, TrainingPlan, earned, fit_members
from ..network.training_arrays import TrainingArrays
from .families import BASE, base_logit, fit_base
from .inputs import EventInputs, raw_inputs
from .samples import EventSamples
from .tower import RainForm, Tower

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
NO_TRIGGERS = np.zeros((1, 0), np.float32)
NO_PAIRS = np.zeros((0, 2), np.int32)
PARTS = 5
"""Parts of storms: one tells when to stop, and the base that a network adds to has not seen the row's own."""
LARGEST_DIFFERENCE = 1e-4
CHECKED_ROWS = 512


@dataclass(frozen=True)
class NetworkSettings:
    """How the networks of a tower are made and trained.

    Attributes
    ----------
    form : RainForm
    members : int
    stack : str
    embed_dim, hidden_units, heads : int
    dropout : float
    epochs, patience, batch_size : int
    learning_rate, weight_decay : float
    """

    form: RainForm = field(default_factory=lambda: RainForm(6.0))
    members: int = 3
    stack: str = "cross"
    embed_dim: int = 16
    hidden_units: int = 16
    heads: int = 4
    dropout: float = 0.3
    epochs: int = 40
    patience: int = 10
    batch_size: int = 128
    learning_rate: float = 2e-3
    weight_decay: float = 1e-2

    def to_dict(self) -> dict[str, Any]:
        """Plain values by name."""
        return asdict(self)


class StartedNetwork(TrainableNetwork):
    """A network that may begin where an earlier training ended, its scale at 0 again."""

    start: Optional[Floats] = None

    def initial(self, seed: int) -> Floats:
        """Parameters that a seed starts from, or those of the earlier training."""
        fresh = super().initial(seed)
        if self.start is None:
            return fresh
        return np.where(self._scales > 0, fresh, self.start).astype(np.float32)


@dataclass(frozen=True)
class Course:
    """What the networks of one tower learn from.

    Attributes
    ----------
    arrays : TrainingArrays
    parts : int array (n,)
        Part of each row's storm.
    """

    arrays: TrainingArrays
    parts: npt.NDArray[np.intp]

    def lesson(self, place: int) -> Lesson:
        """Of the member at a place, with the part that tells it when to stop."""
        inside = self.parts == place % (int(self.parts.max()) + 1)
        return Lesson(self.arrays.take(~inside), self.arrays.take(inside))


def storm_parts(samples: EventSamples, count: int, seed: int) -> npt.NDArray[np.intp]:
    """Part (n,) of each row, storms whole and landslides dealt out evenly; fewer parts where storms are few."""
    storms = len(np.unique(samples.storms))
    return random_folds(samples.labels, samples.storms, max(2, min(count, storms)), seed)


def held_out_base(
    samples: EventSamples, inputs: EventInputs, parts: npt.NDArray[np.intp], seed: int
) -> Doubles:
    """Log odds (n,) of the additive model that has not seen a row's part."""
    found = np.zeros(len(samples))
    for part in np.unique(parts):
        inside = parts == part
        rest = samples.take(~inside)
        if rest.labels.min() == rest.labels.max():
            found[inside] = share_log_odds(float(np.clip(rest.labels.mean(), 0.5 / len(rest), 1.0)))
            continue
        base = fit_base(BASE, rest, inputs, seed)
        found[inside] = base_logit(base, inputs, samples.rows.take(inside))
    return found


def fit_towers(
    samples: EventSamples,
    inputs: EventInputs,
    settings: NetworkSettings,
    seed: int,
    progress: Progress,
    made: Optional[dict[Any, StartedNetwork]] = None,
    start: Optional[Floats] = None,
) -> dict[str, Tower]:
    """Towers by the sequence that they read: ``rain`` and, where samples have a soil profile, ``soil``.

    The tower of the soil learns what base and rain leave over. Where the networks of a tower lower the loss of the
    storms that they were stopped on by no more than chance, all of them stay at epoch 0 and add nothing.

    Parameters
    ----------
    samples : EventSamples
        Usable rows.
    inputs : EventInputs
    settings : NetworkSettings
    seed : int
    progress : Progress
    made : dict, optional
        Networks to use again.
    start : float32 array, optional
        Parameters of an earlier training of the rain's network.
    """
    parts = storm_parts(samples, PARTS, seed)
    offset = held_out_base(samples, inputs, parts, seed)
    rain = settings.form.of(samples.rows.rain_mm, inputs.rain)
    names = [f"rain_{name}" for name in settings.form.properties]
    sequences = {"rain": (rain, ProfileScaler.fit(rain, names))}
    if samples.rows.profile is not None and inputs.soil_scaler is not None:
        sequences["soil"] = (samples.rows.profile, inputs.soil_scaler)
    towers: dict[str, Tower] = {}
    raw = raw_inputs(samples.rows, inputs.rain, inputs.uses_day_of_year)
    encoded, made = inputs.encoder.transform(raw), {} if made is None else made
    for number, (name, (sequence, scaler)) in enumerate(sequences.items()):
        arrays = training_arrays(samples, encoded, scaler.transform(sequence), offset)
        network = network_of(made, architecture_of(arrays, settings), settings)
        network.start = start if name == "rain" else None
        share = progress.part(number / len(sequences), (number + 1) / len(sequences))
        members = _members(network, Course(arrays, parts), settings, seed, share)
        towers[name] = checked(Tower.of(inputs.encoder, scaler, members), network, raw, sequence)
        offset = offset + towers[name].added(raw, sequence).mean(axis=0)
    return towers


def training_arrays(
    samples: EventSamples,
    encoded: Floats,
    sequence: Floats,
    offset: Doubles,
    labels: Optional[Doubles] = None,
) -> TrainingArrays:
    """Samples as a network is trained on them: one scenario, a label each, nothing of a prior."""
    n = len(samples)
    nothing, sampling = np.zeros((n, 1), np.float32), samples.offsets
    wanted = samples.labels if labels is None else labels
    return TrainingArrays(
        static=encoded,
        profile=sequence,
        offset=offset[:, None].astype(np.float32),
        labels=np.asarray(wanted, np.float32)[:, None],
        label_weights=np.ones((n, 1), np.float32),
        prior=np.full((n, 1), 0.5, np.float32),
        prior_weights=nothing,
        side=nothing,
        side_weights=nothing,
        cell_weights=nothing[:, 0],
        tilt=nothing[:, 0],
        label_offset=nothing[:, 0] if sampling is None else sampling.astype(np.float32),
        label_sampled=np.ones((n, 1), np.float32),
    )


def architecture_of(arrays: TrainingArrays, settings: NetworkSettings) -> Architecture:
    """The network of a tower, by what it reads."""
    _, steps, properties = arrays.profile.shape
    return Architecture(
        static_dim=arrays.static.shape[1],
        layers=steps,
        properties=properties,
        trigger_dim=0,
        stack=settings.stack,
        embed_dim=settings.embed_dim,
        hidden_units=settings.hidden_units,
        heads=settings.heads,
        dropout=settings.dropout,
    )


def network_of(
    made: dict[Any, StartedNetwork], shape: Architecture, settings: NetworkSettings
) -> StartedNetwork:
    """The network of an architecture, made on first use."""
    key = (shape, settings.batch_size)
    if key not in made:
        made[key] = StartedNetwork(shape, NO_TRIGGERS, NO_PAIRS, batch=settings.batch_size, residual=True)
    return made[key]


def plan_of(settings: NetworkSettings, share: float) -> TrainingPlan:
    """How long and how fast to train; of the loss the labels alone."""
    weights = LossWeights(prior=0.0, sign=0.0, order=0.0, level=share_log_odds(share))
    return TrainingPlan(
        settings.epochs,
        settings.patience,
        settings.learning_rate,
        settings.weight_decay,
        warmup=0,
        weights=weights,
    )


def _members(
    network: StartedNetwork, course: Course, settings: NetworkSettings, seed: int, progress: Progress
) -> tuple[Member, ...]:
    plan = plan_of(settings, float(np.clip(course.arrays.labels.mean(), 1e-6, 1.0 - 1e-6)))
    places = range(settings.members)
    seeds, lessons = [seed + place for place in places], [course.lesson(place) for place in places]
    fitted = fit_members(network, seeds, lessons, plan, progress)
    if not earned([one.gains for one in fitted]):
        progress.info("Over all storms held out the networks gain no more than chance; they add nothing")
        fitted = [one.before() for one in fitted]
    return tuple(
        Member(
            seed=seed + place,
            architecture=network.architecture,
            weights=network.weights(one.parameters),
            epochs=one.best_epoch,
            history=tuple(round(float(np.nan_to_num(loss, posinf=1e9)), 6) for loss in one.history),
        )
        for place, one in enumerate(fitted)
    )


def checked(tower: Tower, network: TrainableNetwork, raw: Floats, sequence: Floats) -> Tower:
    """The tower with the largest difference in probability between Keras and NumPy at rows, in each member.

    Both what maps and what the training computed; a member whose scale is 0 adds nothing in any of them.

    Raises
    ------
    LandslideError
        A difference of more than 1e-4: maps would not show the trained model.
    """
    some = slice(0, CHECKED_ROWS)
    models = tower.networks
    encoded, scaled, _ = models.inputs(raw[some], sequence[some], None)
    members = []
    for member, mapped in zip(models.members, tower.added(raw[some], sequence[some])):
        difference = largest_difference(np.zeros_like(mapped), mapped)
        if adds(member.weights):
            learnt = network.learnt_logits_of(member.weights, encoded, scaled)[:, 0]
            keras = network.logits_of(member.weights, encoded, scaled)[:, 0]
            difference = largest_difference(keras, mapped, learnt)
        if not difference <= LARGEST_DIFFERENCE:
            raise LandslideError(
                f"The network's arrays differ from Keras by {difference:.2g} in probability "
                f"(allowed: {LARGEST_DIFFERENCE:g}); check the versions of the modelling environment"
            )
        members.append(replace(member, difference=difference))
    return Tower(replace(models, members=tuple(members)))
