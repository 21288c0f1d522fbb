"""A table of places, days and rain becomes an event model and a table of what was said of storms not seen."""

import csv

import pytest

from landslide_plugin.core.model.events.model import EventModel
from tests.support.event_rows import SAMPLES, real_rows
from tests.support.harness import messages, outputs, qgis_process

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")


def test_a_table_becomes_a_model_that_answers(tmp_path):
    ran = qgis_process(
        "trainevents",
        {
            "SAMPLES": str(SAMPLES),
            "LABEL_FIELD": "landslide",
            "DATE_FIELD": "date",
            "FACTOR_FIELDS": "slope;standheight;mean_prec;forest;geology",
            "CATEGORICAL": "forest, geology",
            "MODELS": "logistic;additive",
            "STORM_FOLDS": 3,
            "BUNDLE": str(tmp_path / "model"),
            "HELD_OUT": str(tmp_path / "held_out.csv"),
        },
    )
    found = outputs(ran)
    assert found["LANDSLIDES"] == 87
    assert found["STORMS"] == 69
    assert found["PRODUCT"] == "Relative probability given this rain"
    assert 0.7 < found["AUROC"] < 0.95
    assert "P is relative" in messages(ran)
    samples = real_rows()
    model = EventModel.load(tmp_path / "model")
    assert [(spec.name, spec.kind) for spec in model.factors] == [
        (spec.name, spec.kind) for spec in samples.specs
    ]
    rows = samples.rows
    p = model.probability(rows.static, rows.rain_mm, rows.day_of_year)
    assert p[samples.labels == 1].mean() > 2 * p[samples.labels == 0].mean()
    with (tmp_path / "held_out.csv").open(newline="") as stream:
        told = list(csv.DictReader(stream))
    assert len(told) == len(samples)
    folds = {}
    for row in told:
        folds.setdefault(row["storm"], set()).add(row["fold"])
    assert all(len(found) == 1 for found in folds.values())
