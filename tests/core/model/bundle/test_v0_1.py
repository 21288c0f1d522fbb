"""Bundles of release 0.1 and before are read and give what they gave, and no frozen file has changed."""

import numpy as np
import pytest

from landslide_plugin.core.model.bundle.bundle import load_bundle
from tests.support import v0_1

CASES = [case for case in v0_1.frozen("bundles/cases.json") if "SCENARIOS" not in case["parameters"]]
SAME = 1e-6
LARGEST_BYTES = 3_000_000


def test_no_frozen_file_has_changed():
    assert v0_1.found_seals() == v0_1.seals(), "what a release left with its users is never made anew"


def test_the_frozen_files_are_small():
    assert sum(path.stat().st_size for path in v0_1.FOLDER.rglob("*") if path.is_file()) < LARGEST_BYTES


def test_every_schema_and_family_of_0_1_is_there():
    cases = v0_1.frozen("bundles/cases.json")
    assert {case["schema"] for case in cases} == {1, 2, 3}
    families = {"ensemble", "logistic", "additive", "forest", "boosting", "stack", "stack_without_network"}
    assert {case["family"] for case in cases if case["schema"] == 3} == families


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_bundle_predicts_what_it_predicted(case):
    bundle = load_bundle(v0_1.filled(case["parameters"], v0_1.FOLDER, v0_1.FOLDER)["BUNDLE"])
    cells, area = v0_1.cells(), case["area"]
    places = [list(cells[f"{area}_factors"]).index(spec.name) for spec in bundle.factors]
    soil = cells[f"{area}_soil"] if bundle.profile else None
    triggers = bundle.scenarios.values if bundle.scenarios else None
    found = bundle.predict(cells[area][:, places], soil, triggers).mean().T
    was = v0_1.mapped()[f"{case['case']}/PROBABILITY"].reshape(found.shape)
    mapped = np.isfinite(was)
    assert bundle.family == case["family"]
    assert mapped.mean() > 0.9
    np.testing.assert_allclose(found[mapped], was[mapped], rtol=0, atol=SAME)
