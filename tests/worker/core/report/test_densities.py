"""The report shows the classes of a bivariate model, and nothing of them for others."""

from types import SimpleNamespace

from landslide_plugin.core.report.model.densities import build

ROW = {
    "factor": "land_cover", "class": "Scree <steep>", "area_share": 0.25, "landslides": 0.0, "frequency_ratio": 0.5,
    "weight": -0.69, "weight_error": 1.41, "studentised_contrast": None, "note": "no landslide: half a one is counted",
}  # fmt: skip


def page(**changes):
    found = {"method": "weights_of_evidence", "area": "cells", "table": [ROW], "expected_over_observed": 1.4}
    return build(
        SimpleNamespace(
            model=SimpleNamespace(metrics={"bivariate": {**found, **changes}}, record={"factors": []})
        )
    )


def test_a_row_a_class_with_what_is_counted_by_half():
    text = page()
    assert "Land cover" in text
    assert "Scree &lt;steep&gt; *" in text
    assert "25.0" in text
    assert "\u22120.69" in text
    assert "half of one is counted" in text
    assert "1.40 times the landslides observed" in text


def test_a_part_of_a_stack_has_no_check_of_its_own():
    assert "times the landslides" not in page(expected_over_observed=None)


def test_other_models_have_no_such_section():
    assert not build(SimpleNamespace(model=SimpleNamespace(metrics={})))
