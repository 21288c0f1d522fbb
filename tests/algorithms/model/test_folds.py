"""Folds by field and matched folds through the public door; what each needs is named."""

import json

from tests.support.harness import messages, outputs, qgis_process
from tests.support.study import DEM, POINTS

ASKED = {
    "FACTORS": DEM,
    "INVENTORY": POINTS,
    "LABEL_FIELD": "landslide",
    "CV_FOLDS": 4,
    "CV_REPEATS": 1,
    "RANDOM_CV": 1,
}


def test_matched_folds_say_their_distance_beside_that_of_random_ones(tmp_path):
    run = qgis_process("trainbivariate", {**ASKED, "FOLD_SCHEME": 6, "BUNDLE": tmp_path / "model"})
    assert outputs(run)["LANDSLIDES"] == 175
    scores = json.loads((tmp_path / "model" / "metrics.json").read_text(encoding="utf-8"))
    (said,) = (note for note in scores["notes"] if "Wasserstein distance" in note)
    assert said in messages(run)
    found, random = (
        float(part.split()[0]) for part in said.split("Wasserstein distance ")[1].split("folds ")
    )
    assert found <= random
    assert scores["validation"]["scheme"] == "folds matched to the distances of the map"


def test_a_field_of_one_value_is_refused(tmp_path):
    more = {"FOLD_SCHEME": 3, "FOLD_FIELD": "landslide", "BUNDLE": tmp_path / "model"}
    run = qgis_process("trainbivariate", {**ASKED, **more})
    assert run.returncode != 0
    assert "folds by a field need two values or more" in messages(run)
