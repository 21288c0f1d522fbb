"""A small model of events: the additive family fitted to samples of the area of ten storms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.events.families import BASE, fit_base
from landslide_plugin.core.model.events.inputs import EventInputs
from landslide_plugin.core.model.events.model import NETWORK, EventModel
from landslide_plugin.core.model.events.tower import RainForm, Tower
from landslide_plugin.core.model.families.ensemble import Member
from landslide_plugin.core.model.families.trees import Trees
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.samples.scaling import ProfileScaler
from landslide_plugin.core.synthetic.storms.area import SPECS
from landslide_plugin.core.types.profile import ProfileColumns
from tests.support.storm_maps import AREA
from tools.check.event_samples import event_samples
from tools.check.random_bundle import random_weights


def small_event_model(season=False, **facts):
    """The additive model of all samples."""
    samples = event_samples(AREA)
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain, season=season)
    base = fit_base(BASE, samples, inputs, seed=1)
    return EventModel(inputs, {BASE: base}, {BASE: 10.0}, relative=False, facts=facts)


SOIL = ProfileColumns((0.5, 1.0, 2.0), ("cohesion_kpa", "friction_deg"))


def samples_with_soil():
    """The area's samples with a soil profile drawn at each."""
    samples = event_samples(AREA)
    soil = np.random.default_rng(5).normal((5.0, 30.0), (2.0, 4.0), (len(samples), *SOIL.shape))
    return replace(samples, rows=replace(samples.rows, profile=soil.astype(np.float32)), soil=SOIL)


def soil_event_model():
    """Additive model, logistic one whose soil counts, forest and networks over rain and over soil, all with votes."""
    samples = samples_with_soil()
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain, season=True, soil=SOIL)
    families = {name: fit_base(name, samples, inputs, seed=1) for name in (BASE, "logistic")}
    model = EventModel(inputs, families, {BASE: 10.0}, relative=False)
    whole = with_every_kind(model)
    members = random_members(len(inputs.encoder.columns), SOIL.shape, seeds=(7, 8))
    tower = Tower.of(inputs.encoder, inputs.soil_scaler, members)
    votes = {BASE: 3.0, "logistic": 3.0, NETWORK: 4.0}
    return replace(whole, soil_tower=tower, votes=votes, bases=families)


def random_members(width, shape, seeds):
    """Networks of random weights over a sequence of steps and properties."""
    form = Architecture(width, *shape, 0, "cross", embed_dim=16, hidden_units=16)
    return tuple(
        Member(seed, form, {**random_weights(form, seed), "scale": np.float32(0.3)}, epochs=1, history=(0.0,))
        for seed in seeds
    )


def with_every_kind(model, members=2):
    """The model with a forest of stumps and networks of random weights that vote too."""
    samples = event_samples(AREA)
    form = RainForm(6.0)
    sequence = form.of(samples.rows.rain_mm, samples.rain)
    scaler = ProfileScaler.fit(sequence, ["rain_log"])
    width = len(model.inputs.encoder.columns)
    networks = random_members(width, (sequence.shape[1], 1), range(members))
    column = np.array([0, -1, -1, width - 1, -1, -1])
    forest = Trees(
        "forest",
        (width, 1, 0),
        0.0,
        np.array([0, 3]),
        column,
        np.zeros(6, "f4"),
        np.array([1, 0, 0, 4, 0, 0]),
        np.array([2, 0, 0, 5, 0, 0]),
        np.array([0, 0.01, 0.03, 0, 0.002, 0.05]),
    )
    return replace(
        model,
        bases={**model.bases, "forest": forest},
        votes={BASE: 4.0, "forest": 3.0, NETWORK: 3.0},
        form=form,
        rain_tower=Tower.of(model.inputs.encoder, scaler, networks),
    )
