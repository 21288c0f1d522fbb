"""What was tried to make the network earn its place where rain is a series: storms of 2012 to 2019, left out whole.

``python -m benchmarks.study.event_network [try ...]``: all tries in their order unless some are named. Ten folds of
storms, one network a fold or three; gains in log loss over their base, boosting and a perceptron on the same sums, by
the rule of the documentation. Networks count as they are at their best epoch; beside it stands what is left where they
count only if they earned their place on the storms that they were stopped on, as in training. 2020 and 2021 are not
looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from benchmarks.common.simulated_storms import Soils, failure_chance
from benchmarks.common.south_tyrol import FIRST_SEALED, south_tyrol
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.evaluation.model_names import named_within
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.events.families import BASE, base_logit, fit_base
from landslide_plugin.core.model.events.inputs import EventInputs, raw_inputs
from landslide_plugin.core.model.events.judging import LEAST_GAIN, gain
from landslide_plugin.core.model.events.network import (
    PARTS,
    Course,
    NetworkSettings,
    StartedNetwork,
    architecture_of,
    held_out_base,
    network_of,
    plan_of,
    storm_parts,
    training_arrays,
)
from landslide_plugin.core.model.events.samples import EventRows, EventSamples
from landslide_plugin.core.model.events.tower import RainForm, Tower
from landslide_plugin.core.model.events.training import COMPARATORS
from landslide_plugin.core.model.families.ensemble import Member
from landslide_plugin.core.model.families.linear import ridge_logistic
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.network.training import FittedNetwork, earned, fit_member
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.scaling import ProfileScaler
from landslide_plugin.core.types.odds import log_odds, probability_of, share_log_odds

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
FOLDS, ROWS, SEED = 10, 6000, 5
SOILS = Soils((2.0, 12.0), (28.0, 42.0), (0.6, 2.0), (-6.0, -4.5), (-6.0, -5.0), (0.0, 0.4))
PLAIN = NetworkSettings(members=1, epochs=20, patience=5, batch_size=256, learning_rate=2e-3)
TRIES: Mapping[str, NetworkSettings] = {
    "width 16": PLAIN,
    "width 8": replace(PLAIN, embed_dim=8, hidden_units=8),
    "width 32": replace(PLAIN, embed_dim=32, hidden_units=32),
    "cross and hierarchical": replace(PLAIN, stack="cross_hierarchical"),
    "running totals": replace(PLAIN, form=RainForm(6.0, ("cumulative",))),
    "logarithms and running totals": replace(PLAIN, form=RainForm(6.0, ("log", "cumulative"))),
    "pretrained": PLAIN,
    "failure chance beside the label": PLAIN,
    "steps of 12 h": replace(PLAIN, form=RainForm(12.0)),
    "steps of 24 h": replace(PLAIN, form=RainForm(24.0)),
    "steps of 3 h": replace(PLAIN, form=RainForm(3.0)),
    "steps of 1 h": replace(PLAIN, form=RainForm(1.0)),
    "three networks of 6 h": replace(PLAIN, members=3),
    "three networks of 3 h": replace(PLAIN, members=3, form=RainForm(3.0)),
    "three networks of 1 h": replace(PLAIN, members=3, form=RainForm(1.0)),
    "a quarter of the rate": replace(PLAIN, learning_rate=5e-4),
}
OVER_STEPS = {
    "mean over steps of 6, 12 and 24 h": ("width 16", "steps of 12 h", "steps of 24 h"),
    "mean over steps of 1, 3 and 6 h, three networks each": (
        "three networks of 6 h",
        "three networks of 3 h",
        "three networks of 1 h",
    ),
}
BESIDE = 0.4
"""What the failure chance weighs beside the labels."""


@dataclass
class Trial:
    """Storms of 2012 to 2019 in folds, what the comparators say of them, and the networks.

    Attributes
    ----------
    samples : EventSamples
    folds : int array (n,)
    """

    samples: EventSamples
    folds: npt.NDArray[np.intp]
    comparators: dict[str, Floats] = field(default_factory=dict)
    offsets: dict[int, Floats] = field(default_factory=dict)
    bases: dict[int, Floats] = field(default_factory=dict)
    made: dict[Any, StartedNetwork] = field(default_factory=dict)
    fitted: list[list[FittedNetwork]] = field(default_factory=list)

    @classmethod
    def of_tyrol(cls) -> Trial:
        """The trial with its comparators fitted."""
        every = south_tyrol().samples
        samples = every.take(every.years < FIRST_SEALED)
        trial = cls(samples, storm_parts(samples, FOLDS, 0))
        trial.comparators = {name: np.full(len(samples), np.nan) for name in COMPARATORS}
        for fold in range(FOLDS):
            train, test, inputs = trial.split(fold)
            trial.offsets[fold] = held_out_base(train, inputs, storm_parts(train, PARTS, fold), fold)
            for name in COMPARATORS:
                logit = base_logit(fit_base(name, train, inputs, 0), inputs, test.rows)
                trial.comparators[name][trial.folds == fold] = probability_of(logit)
                if name == BASE:
                    trial.bases[fold] = logit
        return trial

    def split(self, fold: int) -> tuple[EventSamples, EventSamples, EventInputs]:
        """Training and test rows of a fold, and the inputs of the former."""
        train, test = (self.samples.take(rows) for rows in (self.folds != fold, self.folds == fold))
        return train, test, EventInputs.fit(train.rows, train.specs, train.rain)

    def probability(
        self,
        settings: NetworkSettings,
        start: Optional[npt.NDArray[np.float32]] = None,
        chance: Optional[Callable[[EventSamples], Floats]] = None,
    ) -> Floats:
        """Held-out probability (n,) of the networks of each fold; they are left in ``fitted``, fold by fold."""
        found = np.full(len(self.samples), np.nan)
        self.fitted = []
        for fold in range(FOLDS):
            train, test, inputs = self.split(fold)
            rain = settings.form.of_rows(train.rows, inputs.rain)
            scaler = ProfileScaler.fit(rain, settings.form.properties)
            encoded = inputs.transform(train.rows)
            arrays = training_arrays(train, encoded, scaler.transform(rain), self.offsets[fold])
            if chance is not None:
                weights = np.ones((len(train), 1), np.float32)
                arrays = replace(
                    arrays, prior=chance(train)[:, None].astype(np.float32), prior_weights=weights
                )
            network = network_of(self.made, architecture_of(arrays, settings), settings)
            network.start = start
            plan = plan_of(settings, float(train.labels.mean()))
            if chance is not None:
                plan = replace(plan, weights=replace(plan.weights, prior=BESIDE))
            course = Course(arrays, storm_parts(train, PARTS, fold))
            own = [
                fit_member(network, 10 * fold + place, course.lesson(place), plan, SILENT)
                for place in range(settings.members)
            ]
            self.fitted.append(own)
            tower = Tower.of(inputs.encoder, scaler, members_of(network, own))
            raw = raw_inputs(test.rows, inputs.rain, inputs.uses_day_of_year)
            added = tower.added(raw, settings.form.of_rows(test.rows, inputs.rain)).mean(axis=0)
            found[self.folds == fold] = probability_of(self.bases[fold] + added)
        return found

    def pretrained(self) -> npt.NDArray[np.float32]:
        """Parameters of a network that learnt the failure chance of slopes under simulated storms; no label is used."""
        rng, samples = np.random.default_rng(SEED), self.samples
        ground, storm = rng.integers(0, len(samples), (2, ROWS))
        rain = samples.rows.rain_mm[storm] * rng.lognormal(0.7, 0.6, (ROWS, 1))
        rows = EventRows(
            samples.rows.static[ground], rain.astype(np.float32), samples.rows.day_of_year[storm]
        )
        chance = failure_chance(rows.static[:, 0].astype(np.float64), rain, 1.0, seed=11, soils=SOILS)
        simulated = replace(
            samples.take(storm), rows=rows, storms=np.arange(ROWS) % 50, labels=(chance > 0.5).astype(np.int8)
        )
        inputs = EventInputs.fit(samples.rows, samples.specs, samples.rain)
        series = PLAIN.form.of_rows(rows, samples.rain)
        scaled = ProfileScaler.fit(series, PLAIN.form.properties).transform(series)
        level = np.full(ROWS, share_log_odds(float(chance.mean())))
        arrays = training_arrays(simulated, inputs.transform(rows), scaled, level, chance)
        network = network_of(self.made, architecture_of(arrays, PLAIN), PLAIN)
        network.start = None
        plan = plan_of(replace(PLAIN, epochs=30, patience=30), float(chance.mean()))
        return fit_member(
            network, 77, Course(arrays, simulated.storms % PARTS).lesson(0), plan, SILENT
        ).parameters

    def comparator_rows(self) -> list[Row]:
        """Held-out log loss of what the network is compared with."""
        return [
            Row(f"log loss, {named_within(name)}", log_loss(self.samples.labels, p), "nat")
            for name, p in self.comparators.items()
        ]

    def rows_of(self, called: str, p: Floats) -> list[Row]:
        """The gain over each comparator."""
        rows = []
        for name, other in self.comparators.items():
            one = gain(self.samples.labels, p, other, self.samples.storms)
            over = f"{called}: gain over {named_within(name)}"
            rows.append(Row(over, one.mean, "nat", LEAST_GAIN, one.shown, one.words()))
            print(over, one.words(), flush=True)
        return rows

    def gate_rows(self, called: str, p: Floats) -> list[Row]:
        """How many of the networks just fitted learnt something, how many earned their place, and the gain of these."""
        every = [one for own in self.fitted for one in own]
        stay = sum(one.best_epoch == 0 for one in every)
        kept = [fold for fold, own in enumerate(self.fitted) if earned([one.gains for one in own])]
        base = self.comparators[BASE]
        gated = gain(
            self.samples.labels, np.where(np.isin(self.folds, kept), p, base), base, self.samples.storms
        )
        print(f"{called}: {stay} at epoch 0, {len(kept)} earned, gain of these {gated.words()}", flush=True)
        return [
            Row(f"{called}: networks whose best epoch is 0", stay, f"of {len(every)}"),
            Row(f"{called}: folds whose networks earned their place", len(kept), f"of {FOLDS}"),
            Row(
                f"{called}: gain over its base by those alone", gated.mean, "nat", compared_with=gated.words()
            ),
        ]


def members_of(network: StartedNetwork, fitted: Sequence[FittedNetwork]) -> tuple[Member, ...]:
    """The networks of a fold, each at its best epoch."""
    return tuple(
        Member(place, network.architecture, network.weights(one.parameters), one.best_epoch)
        for place, one in enumerate(fitted)
    )


def calibrated_chance(train: EventSamples) -> Floats:
    """Failure chance (n,) of rows, its log odds scaled to the training labels."""
    slope, rain = train.rows.static[:, 0].astype(np.float64), train.rows.rain_mm.astype(np.float64)
    odds = log_odds(failure_chance(slope, rain, 1.0, seed=0, soils=SOILS), guard=1e-4)
    line = ridge_logistic(odds[:, None], train.labels.astype(np.float64), 1.0)
    return np.asarray(probability_of(max(float(line[0]), 0.0) * odds + line[1]))


def main(asked: Sequence[str]) -> None:
    """Try and write ``build/bench/event_network.json``."""
    prepare_tensorflow()
    trial, found = Trial.of_tyrol(), {}
    rows = trial.comparator_rows()
    for called, settings in TRIES.items():
        if asked and called not in asked:
            continue
        start = trial.pretrained() if called == "pretrained" else None
        chance = calibrated_chance if called.startswith("failure") else None
        found[called] = trial.probability(settings, start, chance)
        rows += [*trial.rows_of(called, found[called]), *trial.gate_rows(called, found[called])]
    for called, names in OVER_STEPS.items():
        if set(names) <= set(found):
            rows += trial.rows_of(called, np.mean([found[name] for name in names], axis=0))
    write_rows("event_network", rows)


if __name__ == "__main__":
    main(sys.argv[1:])
