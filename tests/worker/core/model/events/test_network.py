"""The network starts at its base, equals Keras, reads rain and soil by the same class, and comes back from a bundle."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.events.held_out import Recipe, fit_all
from landslide_plugin.core.model.events.model import EventModel
from landslide_plugin.core.model.events.network import NetworkSettings
from landslide_plugin.core.model.events.samples import EventRows
from landslide_plugin.core.model.events.tower import RainForm
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.profile import ProfileColumns
from tests.support.event_rows import made_rows

SOIL = ProfileColumns((0.2, 0.5, 1.0, 1.5, 2.0), ("cohesion_kpa",))
"""As many layers as the rain has days, so that both towers share one network."""
MADE: dict = {}
SETTINGS = NetworkSettings(
    form=RainForm(24.0),
    members=2,
    embed_dim=8,
    hidden_units=8,
    heads=2,
    epochs=2,
    batch_size=256,
    dropout=0.0,
)


@pytest.fixture(scope="module")
def trained():
    """A model with a tower of rain and one of soil, on rows whose soil decides."""
    prepare_tensorflow()
    samples, _ = made_rows(storms=12, places=60, level=-1.0)
    rng = np.random.default_rng(1)
    soil = rng.normal(size=(len(samples), *SOIL.shape)).astype(np.float32)
    labels = np.where(soil[:, 4, 0] > 1.0, 1, samples.labels).astype(np.int8)
    rows = replace(samples.rows, profile=soil)
    samples = replace(samples, rows=rows, labels=labels, soil=SOIL)
    return samples, fit_all(
        samples, Recipe(("additive", "ensemble"), season=False, network=SETTINGS), SILENT, MADE
    )


def test_both_towers_are_of_the_same_class_and_equal_keras(trained):
    _, model = trained
    assert type(model.rain_tower) is type(model.soil_tower)
    for tower, shape in ((model.rain_tower, (5, 1)), (model.soil_tower, SOIL.shape)):
        members = tower.networks.members
        assert len(members) == 2
        assert {(one.architecture.layers, one.architecture.properties) for one in members} == {shape}
        assert max(one.difference for one in members) < 1e-4


def test_their_log_odds_are_added_to_the_base_each_by_a_scale_of_its_own(trained):
    samples, model = trained
    some = samples.rows.take(np.arange(50))
    scaled = set_scales(model, rain=0.5, soil=-0.25)
    plain = set_scales(model, rain=0.0, soil=0.0)
    base = plain.member_logits(some)
    assert np.allclose(base[0], base[1])
    only_rain = set_scales(model, rain=0.5, soil=0.0).member_logits(some) - base
    only_soil = set_scales(model, rain=0.0, soil=-0.25).member_logits(some) - base
    assert np.abs(only_rain).max() > 1e-3
    assert np.abs(only_soil).max() > 1e-3
    assert np.allclose(scaled.member_logits(some) - base, only_rain + only_soil, atol=1e-5)
    p = plain.families(some, every=True)
    assert np.allclose(p["ensemble"], p["additive"], atol=1e-6)


def test_the_order_of_the_steps_counts_and_shared_rain_is_as_rain_of_its_own(trained):
    samples, model = trained
    rows = samples.rows.take(np.arange(40))
    model = set_scales(model, rain=1.0, soil=0.0)
    same = replace(rows, rain_mm=np.repeat(rows.rain_mm[:1], 40, axis=0))
    together = model.member_logits(same)
    alone = np.concatenate([model.member_logits(same.take(np.array([row]))) for row in (0, 7, 39)], axis=1)
    assert np.allclose(together[:, [0, 7, 39]], alone, atol=1e-5)
    # whole days turned round: every sum of at least a day stays, but the network hears another order
    days = rows.rain_mm.reshape(40, 5, 4)[:, ::-1].reshape(40, 20)
    turned = model.rain_tower.added(
        raw_of(model, rows), model.form.of(np.ascontiguousarray(days), model.rain)
    )
    straight = model.rain_tower.added(raw_of(model, rows), model.form.of(rows.rain_mm, model.rain))
    assert np.abs(turned - straight).max() > 1e-4


def test_a_bundle_with_networks_answers_as_the_model_did(trained, tmp_path):
    samples, model = trained
    model = set_scales(model, rain=0.5, soil=0.5)
    model.save(tmp_path / "model", {})
    rows = samples.rows.take(np.arange(30))
    loaded = EventModel.load(tmp_path / "model")
    assert np.abs(loaded.member_logits(rows) - model.member_logits(rows)).max() < 1e-5
    assert loaded.form == model.form
    whole = loaded.probability(rows.static, rows.rain_mm, rows.day_of_year, rows.profile)
    assert ((whole > 0) & (whole < 1)).all()


def test_a_network_begins_where_another_training_ended_but_at_scale_nought(trained):
    assert len(MADE) == 1
    network = next(iter(MADE.values()))
    fresh = network.initial(1)
    network.start = fresh + 1.0
    begun = network.initial(2)
    network.start = None
    assert float(network.weights(begun)["scale"]) == 0.0
    assert (begun == fresh + 1.0).sum() == len(fresh) - 1


def raw_of(model: EventModel, rows: EventRows):
    from landslide_plugin.core.model.events.inputs import raw_inputs

    return raw_inputs(rows, model.rain, model.uses_day_of_year)


def set_scales(model: EventModel, rain: float, soil: float) -> EventModel:
    """The model with other scales of its towers' networks."""

    def scaled(tower, scale):
        members = tuple(
            replace(one, weights={**one.weights, "scale": np.float32(scale)})
            for one in tower.networks.members
        )
        return type(tower)(replace(tower.networks, members=members))

    return replace(
        model, rain_tower=scaled(model.rain_tower, rain), soil_tower=scaled(model.soil_tower, soil)
    )
