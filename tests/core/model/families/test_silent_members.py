"""Networks that add nothing to their base are not run when mapping, and no bit of a map tells."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.families.ensemble import Ensemble
from landslide_plugin.core.model.families.mapper import PIECE, EnsembleMapper
from landslide_plugin.core.model.inference.network import ForwardNetwork
from tools.check.random_bundle import RAIN, random_bundle, random_cells

STATIC, SOIL = random_cells(200, 11)


def silenced(ensemble, which):
    members = [
        replace(member, weights={**member.weights, "scale": np.zeros_like(member.weights["scale"])})
        if number in which
        else member
        for number, member in enumerate(ensemble.members)
    ]
    return replace(ensemble, members=tuple(members))


@pytest.mark.parametrize(("soil", "rain"), [(True, True), (False, False)])
@pytest.mark.parametrize("which", [(0,), (1, 2), (0, 1, 2), ()])
def test_maps_are_those_of_all_networks_to_the_last_bit(monkeypatch, which, soil, rain):
    ensemble = silenced(random_bundle(3, soil=soil, rain=rain).ensemble, which)
    inputs = STATIC, SOIL if soil else None, RAIN.values if rain else None
    every = EnsembleMapper(ensemble, 2)
    every._numbers = list(range(3))
    every._networks = [every._network(member) for member in ensemble.members]
    whole = every.logits(*inputs)
    made = []
    kept = ForwardNetwork.__init__
    monkeypatch.setattr(
        ForwardNetwork, "__init__", lambda self, *args, **more: made.append(self) or kept(self, *args, **more)
    )
    found = EnsembleMapper(ensemble, 2).logits(*inputs)
    assert len(made) == 3 - len(which)
    assert found.shape == whole.shape
    np.testing.assert_array_equal(found + np.float32(0.0), whole + np.float32(0.0))
    assert (found[0] == found[1]).all() == ({0, 1} <= set(which))


def test_a_member_without_its_scale_is_no_silent_one():
    ensemble = random_bundle(1).ensemble
    bare = {name: values for name, values in ensemble.members[0].weights.items() if name != "scale"}
    with pytest.raises(KeyError):
        EnsembleMapper(replace(ensemble, members=(replace(ensemble.members[0], weights=bare),)))


@pytest.mark.parametrize("cells", [1, PIECE, 2 * PIECE + 1, 40_001])
def test_a_base_alone_says_the_same_whoever_shares_out_its_cells(cells):
    whole = random_bundle(1, soil=False, rain=False).ensemble
    alone = Ensemble(whole.encoder, None, None, whole.linear, ())
    static, _ = random_cells(cells, 3)
    static[cells // 2, 0] = np.nan
    found = [EnsembleMapper(alone, threads).logits(static, None, None) for threads in (1, 2, 3)]
    assert np.flatnonzero(np.isnan(found[0][0, :, 0])).tolist() == [cells // 2]
    for other in found[1:]:
        np.testing.assert_array_equal(other, found[0])
    every = alone.logits(static, None, None)
    np.testing.assert_allclose(found[0], every, rtol=1e-6, atol=1e-6)


def test_threads_without_networks_get_pieces_alike_and_none_tiny():
    ensemble = random_bundle(1, soil=False, rain=False).ensemble
    mapper = EnsembleMapper(Ensemble(ensemble.encoder, None, None, ensemble.linear, ()), 2)
    for cells, pieces in ((10, 1), (3 * PIECE, 2), (8 * PIECE, 2), (131_072, 6)):
        assert -(-cells // mapper._alone(cells)) == pieces
