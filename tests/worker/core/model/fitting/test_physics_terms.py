"""The further physics terms: drawn triggers, wetness and strength, the branch that only rises, focal loss."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("base_attentive")

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.families.mapper import EnsembleMapper
from landslide_plugin.core.model.fitting import ensemble as fitting
from landslide_plugin.core.model.fitting.ensemble import Workshop, check_forward, fit_ensemble
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.fitting.prior import check_prior, pf_from_fs
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.network import losses
from landslide_plugin.core.model.network.batch import Batch, DrawnTrigger, LossWeights, MemberWeights
from landslide_plugin.core.model.network.extra_terms import extra_terms
from landslide_plugin.core.model.network.trainable import TrainableNetwork
from landslide_plugin.core.model.network.training import TrainingPlan
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.scenarios import comparable_pairs
from tests.support.small_world import RAIN, quick, world

ONE, CELL = np.ones((1, 1, 1), np.float32), np.ones((1, 1), np.float32)


@pytest.fixture(scope="module")
def workshop():
    return Workshop()


def gradient(term, logits):
    loss, slope = term(np.atleast_2d(logits).astype(np.float32)[0][None, :, None])
    return float(loss[0]), slope[:, :, 0]


def test_the_monotone_term_lifts_the_weakened_cell_and_only_if_it_falls():
    for weakened, sign in ((0.4, 1), (1.6, 0)):
        loss, slope = gradient(lambda z, w=weakened: losses.monotone_term(z, w * ONE, CELL), 1.0)
        assert np.sign(slope[0, 0]) == sign
        assert loss == pytest.approx(max(0.0, 1.0 - weakened))


def unassessed(data, flat, keep_pf=True):
    """The same samples, of which some were not assessed by physics."""

    def hole(values):
        return np.where(flat[:, None], np.nan, values).astype(np.float32)

    pf, fs = hole(data.cells.prior_pf), hole(data.cells.prior_fs)
    return replace(data, cells=replace(data.cells, prior_pf=pf if keep_pf else pf_from_fs(fs), prior_fs=fs))


@pytest.mark.parametrize("keep_pf", [True, False], ids=["both", "FS alone"])
def test_a_cell_that_was_not_assessed_keeps_its_label_and_feels_no_physics(keep_pf):
    whole = world()
    flat = np.arange(len(whole.labels)) % 2 == 0
    found = prepare(unassessed(whole, flat, keep_pf), quick()).samples
    np.testing.assert_array_equal(found.label_weights, prepare(whole, quick()).samples.label_weights)
    z = np.linspace(3, -3, 3, dtype=np.float32)[None, :, None].repeat(len(flat), 2)
    pull = losses.prior_term(z, found.prior.T[None], found.prior_weights.T[None])[1]
    pull = pull + losses.sign_term(z, found.side.T[None], found.side_weights.T[None], 0.0)[1]
    pull = pull + losses.order_term(z, comparable_pairs(RAIN.values), found.cell_weights[None])[1]
    pull = pull[0].T
    assert (pull[flat] == 0).all()
    assert (np.abs(pull[~flat]).sum(axis=1) > 0).all()


def test_without_a_prior_every_cell_keeps_the_order():
    assert (prepare(world(prior=False), quick()).samples.cell_weights == 1).all()


@pytest.mark.parametrize("lone", [None, 0, 1], ids=["no sample", "stable alone", "landslides alone"])
def test_a_prior_without_samples_of_both_kinds_where_it_was_assessed_is_refused(lone):
    data = world(extra=80)
    found = unassessed(data, np.ones(len(data.labels), bool) if lone is None else data.labels != lone)
    with pytest.raises(InputError, match="both landslides and stable samples"):
        check_prior(found, quick())
    weight, notes = check_prior(found, quick(degenerate_prior="ignore"))
    assert weight == 0
    assert "degenerate" in notes[0]


@pytest.mark.parametrize("label", [0.0, 1.0])
def test_focal_loss_is_cross_entropy_at_0_and_spares_what_is_right(label):
    logit = 1.2
    plain = gradient(lambda z: losses.inventory_term(z, label * ONE, ONE), logit)
    zero = gradient(lambda z: losses.inventory_term(z, label * ONE, ONE, 0.0), logit)
    focal = gradient(lambda z: losses.inventory_term(z, label * ONE, ONE, 2.0), logit)
    assert plain[0] == zero[0]
    miss = abs(label - 1 / (1 + np.exp(-logit)))
    assert focal[0] == pytest.approx(miss**2 * plain[0], rel=1e-5)
    assert np.sign(focal[1][0, 0]) == np.sign(plain[1][0, 0]) != 0


def test_a_value_between_two_scenarios_lies_on_the_line():
    values, quarter = np.array([[0.0, 2.0, 10.0]], np.float32), np.array([0.25], np.float32)
    assert float(losses.between(values, np.array([0]), np.array([2]), quarter)[0, 0]) == pytest.approx(2.5)


def test_each_term_moves_the_network_and_nothing_else_does(workshop):
    data = world(extra=60)
    settings = quick(architecture="plain", epochs=2, monotone_weight=0.0, focal_gamma=0.0)
    base = fit_ensemble(data, settings, 1, workshop, SILENT)
    again = fit_ensemble(data, settings, 1, workshop, SILENT)
    same = [base.members[0].weights[k].tobytes() == v.tobytes() for k, v in again.members[0].weights.items()]
    assert all(same)
    for change in ({"monotone_weight": 5.0}, {"focal_gamma": 2.0}, {"physics_lambda": 2.0}):
        other = fit_ensemble(data, replace(settings, **change), 1, workshop, SILENT)
        assert (
            other.members[0].weights["head.kernel"].tobytes()
            != base.members[0].weights["head.kernel"].tobytes()
        )


def test_stronger_soil_lowers_p_under_the_monotone_term(workshop):
    """Labels say the opposite of physics; the term holds against them."""
    data = world(count=300, seed=2, rain=False, prior=False)
    flipped = replace(data, labels=(data.cells.profile[:, :, 0].mean(axis=1) > 15).astype(np.int8))
    shares = []
    for weight in (0.0, 50.0):
        settings = quick(
            architecture="plain",
            epochs=15,
            patience=15,
            learning_rate=5e-3,
            physics_warmup=0,
            monotone_weight=weight,
            seed=1,
        )
        ensemble = fit_ensemble(flipped, settings, 1, workshop, SILENT)
        weaker = flipped.cells.profile - np.float32(3.0)
        before = ensemble.logits(flipped.cells.static, flipped.cells.profile, None)[0]
        after = ensemble.logits(flipped.cells.static, weaker, None)[0]
        shares.append(float((after < before).mean()))
    assert shares[0] > 0.6
    assert shares[1] < 0.5 * shares[0]


@pytest.mark.parametrize("architecture", ["residual", "plain"])
def test_the_guaranteed_branch_never_falls_and_maps_as_it_was_trained(workshop, architecture):
    data = world(count=300, extra=100)
    settings = quick(
        architecture=architecture,
        trigger_order="guaranteed",
        order_weight=0.0,
        epochs=8,
        patience=8,
        learning_rate=1e-2,
        physics_lambda=1.0,
    )
    ensemble = fit_ensemble(data, settings, 2, workshop, SILENT)
    checked = check_forward(ensemble, data, settings, workshop)
    assert max(member.difference for member in checked.members) < 1e-5
    for member in ensemble.members:
        assert member.weights["rise.kernel"].min() >= 0
        assert member.weights["rise.scale"] >= 0
    # Far beyond the scenarios of the training too.
    rain = np.linspace(0.0, 300.0, 40)[:, None]
    p = ensemble.probability(data.cells.static, data.cells.profile, rain)
    assert np.diff(p, axis=2).min() >= -1e-7
    mapped = EnsembleMapper(ensemble).logits(data.cells.static, data.cells.profile, rain)
    np.testing.assert_allclose(
        mapped, ensemble.logits(data.cells.static, data.cells.profile, rain), atol=2e-4
    )
    one = EnsembleMapper(ensemble).logits(data.cells.static[:7], data.cells.profile[:7], rain[5:6])
    assert np.array_equal(one, mapped[:, :7, 5:6])
    assert np.ptp(p.mean(axis=0), axis=1).max() > 0.05


def test_the_weight_of_the_order_does_not_keep_p_from_rising_with_the_trigger(workshop):
    """Labels are probabilities that rise with rain: the order contradicts nothing and must cost nothing."""
    data = world(count=300)
    data = replace(data, targets=data.cells.prior_pf)
    settings = quick(
        architecture="plain",
        epochs=20,
        patience=20,
        learning_rate=5e-3,
        monotone_weight=0.0,
        dropout=0.0,
    )
    ensemble = fit_ensemble(data, settings, 1, workshop, SILENT)
    p = ensemble.probability(data.cells.static, data.cells.profile, data.scenarios.values)[0]
    assert np.sqrt(np.mean((p - data.targets) ** 2)) < 0.12
    assert np.diff(p, axis=1).min() > -1e-3
    rise, wanted = p[:, -1] - p[:, 0], data.targets[:, -1] - data.targets[:, 0]
    assert np.median(rise) == pytest.approx(np.median(wanted), rel=0.2)


def test_the_order_weighs_in_full_in_the_last_epoch_only():
    plan = TrainingPlan(10, 3, 1e-3, 0.0, 4, LossWeights(1.0, 2.0, 3.0, 0.0, 4.0))
    orders = np.array([plan.weights_at(epoch).order for epoch in range(1, 11)])
    assert orders[-1] == 3.0
    assert 0.3 < orders[0] < 0.4
    np.testing.assert_allclose(orders[1:] / orders[:-1], 10**0.1)
    assert plan.weights_at(1).prior == pytest.approx(0.2)
    assert plan.weights_at(5) == replace(plan.weights, order=plan.weights_at(5).order)


def test_triggers_are_drawn_only_between_neighbours_that_can_be_compared():
    terms = extra_terms(["slope"], ["cohesion_kpa"], RAIN.values[[0, 2, 1]], True, True, False)
    assert terms.between == ((0, 2), (2, 1))
    assert terms.soil == (-1.0,)
    assert terms.prior_between
    assert not terms.order_between
    single = extra_terms(["slope"], ["cohesion_kpa"], RAIN.values[:1], True, True, True)
    assert not single.between
    assert not single.prior_between
    assert not single.order_between


def test_at_a_drawn_trigger_the_prior_lies_on_the_line_between_its_scenarios():
    rain = np.array([[-1.0], [0.0], [1.0]], np.float32)
    terms = extra_terms(["slope"], [""], rain, False, True, False)
    shape = Architecture(1, 1, 1, 1, "cross", 4, 4, 1, 0.0)
    network = TrainableNetwork(shape, rain, comparable_pairs(rain), 2, True, terms)
    prior = np.array([[0.1, 0.3, 0.6], [0.2, 0.2, 0.2]], np.float32)
    offset = np.array([[-2.0, -1.0, 0.5], [0.0, 1.0, 2.0]], np.float32)
    known = np.array([[1, 1, 1], [0, 1, 1]], np.float32)
    cells = columns(offset, prior=prior, prior_weights=known)
    weights = MemberWeights.of([LossWeights(1.0, 0.0, 0.0, 0.0)])
    added = np.array([[[0.7, 9.0]]], np.float32)
    loss, slope = network.prior_between(added, cells, weights, at(1, 2))
    q = 1 / (1 + np.exp(-(0.75 * np.log(0.3 / 0.7) + 0.25 * np.log(0.6 / 0.4))))
    p = 1 / (1 + np.exp(-(0.75 * -1.0 + 0.25 * 0.5 + 0.7)))
    expected = q * np.log(q / p) + (1 - q) * np.log((1 - q) / (1 - p))
    # The second cell counts too: its prior is known at both ends.
    last = 1 / (1 + np.exp(-10.25))
    expected += 0.2 * np.log(0.2 / last) + 0.8 * np.log(0.8 / (1 - last))
    assert float(loss[0]) == pytest.approx(expected, rel=1e-4)
    assert slope[0, 0, 0] == pytest.approx(p - q, rel=1e-4)
    assert slope[0, 0, 1] > 0
    unknown = network.prior_between(added, cells, weights, at(0, 1))[1]
    assert unknown[0, 0, 1] == 0.0
    assert unknown[0, 0, 0] != 0.0


def at(low, high):
    """A trigger a quarter of the way from one scenario to another."""
    return DrawnTrigger(np.array([low]), np.array([high]), np.array([0.25], np.float32))


def columns(offset, triggers=None, cell_weights=None, **parts):
    """Cells (n, scenarios) as one member's batch; what is not given is 0."""
    nothing, flat = np.zeros_like(offset), np.zeros(len(offset), np.float32)
    names = ("labels", "label_weights", "prior", "prior_weights", "side", "side_weights")
    by_scenario = {name: parts.get(name, nothing).T[None] for name in names}
    return Batch(
        np.zeros((1, 2, len(offset)), np.float32),
        offset.T[None],
        cell_weights=(flat if cell_weights is None else cell_weights)[None],
        tilt=flat[None],
        label_offset=flat[None],
        triggers=None if triggers is None else triggers.transpose(2, 1, 0)[None],
        **by_scenario,
    )


@pytest.mark.parametrize("by_cell", [False, True])
def test_log_odds_that_fall_at_a_scenario_or_between_two_cost_what_they_fall(by_cell):
    rain = np.array([[-1.0], [0.0], [1.0]], np.float32)
    terms = extra_terms(["slope"], [""], rain, False, False, True)
    own = np.repeat(rain[None], 3, axis=0)
    shape = Architecture(1, 1, 1, 1, "cross", 4, 4, 1, 0.0)
    network = TrainableNetwork(shape, own if by_cell else rain, comparable_pairs(rain), 32, True, terms)
    # At the drawn trigger the offsets are -0.75 and 1.25: the first cell falls after it, the second never.
    offset = np.array([[-2.0, -1.0, 0.0], [0.0, 1.0, 2.0]], np.float32)
    added = np.array([[0.0, 0.0, 0.5, 3.0], [0.0, 0.0, 0.0, 0.0]], np.float32).T[None]
    few = columns(offset, own[:2] if by_cell else None, np.array([2.0, 5.0], np.float32))
    every = network._and_between(network._common(few), at(1, 2))
    assert np.allclose(every[0, 0, :, 0], [-1.0, 0.0, 1.0, 0.25])
    assert every.shape[3] == (2 if by_cell else 1)
    fall = (-0.75 + 3.0) - (0.0 + 0.5)
    weights = MemberWeights.of([LossWeights(0.0, 0.0, 1.0, 0.0)])
    loss, slope = network.order_between(added, few, every, weights, drawn_at=at(1, 2))
    assert float(loss[0]) == pytest.approx(32 / 2 * 2.0 * fall / 6, rel=1e-5)
    assert np.allclose(slope[0, :, 0], 32 / 6 * np.array([0.0, 0.0, -1.0, 1.0]))
    assert not slope[0, :, 1].any()


def test_the_monotone_term_judges_base_and_network_together(workshop):
    data = world(count=64, rain=False, prior=False)
    settings = quick(architecture="residual", monotone_weight=1.0, batch_size=64)
    prepared = fitting.prepare(data, settings)
    terms = fitting.terms_of(data, settings, prepared.base.encoder.columns, prepared.triggers)
    shape = fitting._architecture(prepared, settings, "cross")
    network = workshop.network(shape, prepared.triggers, settings, terms)
    loss = []
    for tilt in (0.0, 3.0, -3.0):
        cells = replace(prepared.samples, tilt=np.full(64, tilt, np.float32)).normalised(1.0)
        loss.append(network.loss(network.initial(0), cells, LossWeights(0.0, 0.0, 0.0, 0.0, 1.0)))
    # A network that adds nothing falls by what the base falls.
    assert loss[0] == pytest.approx(loss[1])
    assert loss[2] - loss[0] == pytest.approx(3.0, rel=1e-4)
