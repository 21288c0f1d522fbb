"""A world in which the order of the rain and the contrast of soil layers count: both towers are learnt, and map."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.events.families import BASE, base_logit
from landslide_plugin.core.model.events.held_out import Recipe, fit_all
from landslide_plugin.core.model.events.inputs import raw_inputs
from landslide_plugin.core.model.events.model import NETWORK, EventModel
from landslide_plugin.core.model.events.network import NetworkSettings
from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.model.events.tower import RainForm
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import probability_of
from landslide_plugin.core.types.profile import ProfileColumns
from landslide_plugin.core.types.rain import RainColumns
from landslide_plugin.core.workflows.event_mapping.event_model import ModelLaw

DAYS, LAYERS = 5, 5
SOIL = ProfileColumns((0.2, 0.5, 1.0, 1.5, 2.0), ("cohesion_kpa",))
MADE: dict = {}
SETTINGS = NetworkSettings(
    form=RainForm(24.0),
    members=2,
    embed_dim=8,
    hidden_units=8,
    heads=2,
    epochs=8,
    batch_size=64,
    dropout=0.0,
    learning_rate=5e-3,
)
END = np.datetime64("2019-07-01T12:00:00")


def made_world(rng: np.random.Generator) -> EventSamples:
    """Rows whose rain fell on one of five days, with the same sums whichever it was, and soil of one mean.

    What counts is how much of the rain fell late, and how much firmer the first layer is than the last: neither sums
    nor means show it.
    """
    storm = np.repeat(np.arange(20), 60)
    n = len(storm)
    slope, burst = rng.normal(size=n), rng.integers(0, DAYS, n)
    rain = rng.gamma(0.3, 1.0, (n, 4 * DAYS))
    rain[np.arange(n)[:, None], 4 * burst[:, None] + np.arange(4)] += rng.gamma(4.0, 10.0, n)[:, None] / 4
    soil = rng.normal(10.0, 3.0, (n, LAYERS, 1))
    soil += 10.0 - soil.mean(axis=1, keepdims=True)
    late = np.log1p(rain[:, -8:].sum(axis=1)) - 2.0
    contrast = (soil[:, 0, 0] - soil[:, -1, 0]) / 3.0
    p = probability_of(-2.5 + 0.5 * slope + 1.2 * late + 1.2 * contrast)
    days = np.datetime64("2019-01-01", "D") + 10 * storm
    static = slope[:, None].astype(np.float32)
    return EventSamples(
        rows=EventRows(static, rain.astype(np.float32), day_of_year(days), soil.astype(np.float32)),
        specs=(FactorSpec("slope"),),
        rain=RainColumns(6.0, 4 * DAYS),
        labels=(rng.random(n) < p).astype(np.int8),
        days=days,
        storms=storm,
        soil=SOIL,
    )


@pytest.fixture(scope="module")
def learnt():
    prepare_tensorflow()
    samples = made_world(np.random.default_rng(0))
    recipe = Recipe(("additive", NETWORK), season=False, network=SETTINGS)
    return samples, fit_all(samples, recipe, SILENT, MADE)


def test_both_towers_leave_scale_nought(learnt):
    _, model = learnt
    for tower in (model.rain_tower, model.soil_tower):
        for member in tower.networks.members:
            assert abs(float(member.weights["scale"])) > 0.1
            assert member.epochs > 0
            assert member.history[member.epochs] < member.history[0]


def test_a_map_of_the_bundle_is_what_keras_says(learnt, tmp_path):
    samples, model = learnt
    model = replace(model, votes={NETWORK: 10.0})
    model.save(tmp_path / "model", {})
    law = ModelLaw(EventModel.load(tmp_path / "model"))
    rng = np.random.default_rng(7)
    cells = rng.integers(0, len(samples), 300)
    windows = samples.rows.rain_mm[rng.integers(0, len(samples), 12)]
    place = rng.integers(0, len(windows), len(cells))
    static, soil = samples.rows.static[cells], samples.rows.profile[cells]
    mapped = law.placed(static, soil).probability(windows, place, END)
    rows = EventRows(static, windows[place], np.full(len(cells), 182.0), soil)
    assert np.abs(mapped - keras_says(model, rows)).max() < 1e-4
    for spoilt in (replace(model, rain_tower=None), replace(model, soil_tower=None)):
        assert np.abs(mapped - keras_says(spoilt, rows)).max() > 0.05


def keras_says(model: EventModel, rows: EventRows):
    """P of the networks, each tower that there is computed by Keras, on the base."""
    raw = raw_inputs(rows, model.rain, model.uses_day_of_year)
    encoded = model.inputs.encoder.transform(raw)
    base = base_logit(model.bases[BASE], model.inputs, rows)
    added = np.zeros((SETTINGS.members, len(rows)))
    (network,) = MADE.values()
    sequences = (model.rain_tower, model.form.of(rows.rain_mm, model.rain)), (model.soil_tower, rows.profile)
    for tower, sequence in sequences:
        if tower is not None:
            scaled = tower.networks.profile_scaler.transform(sequence)
            added += [network.logits_of(m.weights, encoded, scaled)[:, 0] for m in tower.networks.members]
    return probability_of(base + added).mean(axis=0)
