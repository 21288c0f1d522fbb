"""The network is the package's own, whichever way it is computed."""

import numpy as np
import pytest

pytest.importorskip("base_attentive")

import keras

from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.inference.network import ForwardNetwork
from landslide_plugin.core.model.network.attentive import build_attentive, build_scenario_network
from landslide_plugin.core.model.network.initial import draw_initial
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.network.weights import named_variables, read_weights, write_weights
from tools.check.random_bundle import random_weights, weight_shapes

STACKS = ("cross_hierarchical", "cross", "hierarchical")
INPUTS = [(4, 3, 2, 3), (1, 1, 0, 1)]


def inputs(a, scenarios, count=30, seed=1):
    rng = np.random.default_rng(seed)
    profile = np.zeros((count, 1, 1)) if a.layers == 1 else rng.normal(size=(count, a.layers, a.properties))
    parts = (rng.normal(size=(count, a.static_dim)), profile, rng.normal(size=(scenarios, a.trigger_dim)))
    return [part.astype(np.float32) for part in parts]


@pytest.fixture(scope="module", params=[(stack, *size) for stack in STACKS for size in INPUTS])
def network(request):
    prepare_tensorflow()
    stack, layers, properties, triggers, scenarios = request.param
    a = Architecture(5, layers, properties, triggers, stack, 8, 12, 2, 0.2)
    net = build_scenario_network(a, start_at_zero=False)
    write_weights(net, random_weights(a, 3))
    return a, net, inputs(a, scenarios)


def test_weights_are_those_of_the_definition(network):
    a, net, _ = network
    assert {name: values.shape for name, values in read_weights(net).items()} == weight_shapes(a)


def test_scenarios_side_by_side_equal_one_row_each(network):
    a, net, (static, profile, triggers) = network
    together = np.asarray(net([static, profile, triggers]))
    for column, trigger in zip(together.T, triggers):
        future = np.repeat(trigger[None, None], len(static), axis=0) if a.trigger_dim else None
        alone = np.asarray(net.attentive([static, profile, future]))[:, 0, 0] * float(net.scale)
        np.testing.assert_allclose(column, alone, atol=2e-5)


def test_numpy_equals_keras(network):
    a, net, (static, profile, triggers) = network
    ours = ForwardNetwork(a, read_weights(net)).logits(static, profile, triggers)
    keras_logits = np.asarray(net([static, profile, triggers]))
    assert keras_logits.std() > 0.05
    np.testing.assert_allclose(
        ours, keras_logits, atol=5e-5
    )  # single precision: 4.5e-5 at most over ten draws
    spoiled = {**read_weights(net), "head.bias": read_weights(net)["head.bias"] + 0.01}
    other = ForwardNetwork(a, spoiled).logits(static, profile, triggers)
    assert np.abs(other - keras_logits).max() > 1e-3


def copy_selection(source, target):
    """Stack the package's small networks, one per variable, into the batched layer."""
    single = source._vsn.single_variable_grns

    def stacked(get):
        return np.stack([np.asarray(get(part)) for part in single])

    layers = {"input": "input_dense", "skip": "projection", "output": "output_dense", "gate": "gate_dense"}
    for part, layer in layers.items():
        kernel = stacked(lambda grn, layer=layer: getattr(grn, layer).kernel)
        bias = stacked(lambda grn, layer=layer: getattr(grn, layer).bias)
        getattr(target, f"{part}_kernel").assign(kernel)
        getattr(target, f"{part}_bias").assign(bias[:, None])
    target.gamma.assign(stacked(lambda grn: grn.layer_norm.gamma)[:, None])
    target.beta.assign(stacked(lambda grn: grn.layer_norm.beta)[:, None])
    target.importance_kernel.assign(source._vsn.variable_importance_dense.kernel)
    target.importance_bias.assign(source._vsn.variable_importance_dense.bias)
    target.post.set_weights(source._post_grn.get_weights())


def test_batched_selection_equals_the_package_s_own():
    prepare_tensorflow()
    a = Architecture(5, 4, 3, 2, "cross_hierarchical", 8, 12, 2, 0.2)
    keras.utils.set_random_seed(5)
    theirs, ours = build_attentive(a, batched=False), build_attentive(a)
    assert ours.count_params() == theirs.count_params()
    static, profile, triggers = inputs(a, 30)
    for role, values in (("static", static), ("dynamic", profile), ("future", triggers[:, None])):
        source, target = getattr(theirs, f"{role}_processor"), getattr(ours, f"{role}_processor")
        copy_selection(source, target)
        expected = np.asarray(source(values))
        assert expected.std() > 0.1
        np.testing.assert_allclose(np.asarray(target(values)), expected, atol=1e-5)


def test_only_cross_attention_connects_the_soil_profile():
    static, profile, triggers = inputs(Architecture(5, 4, 3, 2, "cross", 8, 12, 2), 3)
    for stack in STACKS:
        a = Architecture(5, 4, 3, 2, stack, 8, 12, 2)
        network = ForwardNetwork(a, random_weights(a, 2))
        one, other = (network.logits(static, p, triggers) for p in (profile, profile + 1))
        assert a.uses_profile_branch == bool((one != other).any())


def test_starting_weights_are_drawn_like_the_package_s_own():
    prepare_tensorflow()
    a = Architecture(5, 4, 3, 2, "cross_hierarchical", 16, 32, 2)
    keras.utils.set_random_seed(5)
    net = build_scenario_network(a, start_at_zero=True)
    rng = np.random.default_rng(5)
    for name, variable in named_variables(net).items():
        theirs = variable.numpy()
        ours = draw_initial(name, theirs.shape, rng, 0.0)
        if not name.endswith((".kernel", ".recurrent")):
            assert np.array_equal(ours, theirs), name
        elif theirs.size >= 400:
            assert ours.std() == pytest.approx(theirs.std(), rel=0.15), name
            assert np.abs(ours).max() == pytest.approx(np.abs(theirs).max(), rel=0.3), name
