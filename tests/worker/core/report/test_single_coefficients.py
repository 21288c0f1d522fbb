"""Coefficients of inputs that say the same are not drawn one by one."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.report.common.model_record import ModelRecord
from landslide_plugin.core.report.common.words import readable
from landslide_plugin.core.report.model.factors import factor_section

BUNDLE = Path(__file__).parents[3] / "data" / "v0_1" / "bundles" / "rbsf_logistic_folder"


def read(pairs):
    record, metrics = (json.loads((BUNDLE / f"{name}.json").read_text()) for name in ("bundle", "metrics"))
    return ModelRecord(record, {**metrics, "collinearity": {"pairs": pairs, "inflation": {}}})


def names(pairs):
    model = read(pairs)
    return [name for name, _ in model.single_coefficients], [name for name, _ in model.coefficients]


def test_bound_inputs_lose_their_bar_and_others_keep_it():
    single, known = names([])
    assert single == known
    assert len(known) > 2
    single, _ = names([[known[0], known[1], -0.95]])
    assert single == known[2:]


def test_the_report_names_what_it_does_not_draw():
    _, known = names([])
    assert "Not drawn" not in factor_section(SimpleNamespace(model=read([])))
    page = factor_section(SimpleNamespace(model=read([[known[0], known[1], 0.97]])))
    one, other = (readable(name) for name in known[:2])
    assert f"Not drawn: {one} and {other}." in page
    assert "Coefficients of the linear part" in page
    bound = [[known[0], name, 0.97] for name in known[1:]]
    assert "Coefficients of the linear part" not in factor_section(SimpleNamespace(model=read(bound)))


def test_a_model_with_the_probability_of_failure_has_a_coefficient_for_where_it_is_known():
    plain = read([])
    linear = {**plain.record["linear"], "factors": [*plain.record["linear"]["factors"], 0.25]}
    model = ModelRecord({**plain.record, "linear": linear, "with_pf": True}, plain.metrics)
    assert model.coefficients == (*plain.coefficients, ("physics_assessed", 0.25))
    assert "Coefficients of the linear part" in factor_section(SimpleNamespace(model=model))
    with pytest.raises(BundleError, match="coefficients for"):
        _ = ModelRecord({**model.record, "with_pf": False}, plain.metrics).coefficients
