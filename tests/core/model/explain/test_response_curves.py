"""Response curves against models whose answer is known in closed form."""

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from landslide_plugin.core.model.bundle.bundle import ModelBundle
from landslide_plugin.core.model.explain.response import CellInputs
from landslide_plugin.core.model.explain.response_curves import response_curves
from landslide_plugin.core.model.families.ensemble import Ensemble
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.model.families.pool import pool
from landslide_plugin.core.report.common.response_chart import response_chart
from landslide_plugin.core.report.common.response_files import response_files
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.workflows.map_analysis.responses import csv_of, page_of

SVG = "{http://www.w3.org/2000/svg}"
SPECS = (
    FactorSpec("slope", unit="deg"),
    FactorSpec("cover", "categorical", categories={1: "Wood", 2: "Bare"}),
)


def sigma(x):
    return 1.0 / (1.0 + np.exp(-x))


@pytest.fixture(scope="module")
def cells():
    rng = np.random.default_rng(1)
    rows = np.column_stack([rng.uniform(10, 50, 60), rng.choice([1, 2], 60)]).astype(np.float32)
    return rows, np.repeat([1, 0], 30)


def linear(rows, slope, bare, level=0.0):
    """A model with this coefficient of the standardised slope and of bare ground."""
    encoder = Encoder.fit(rows, SPECS)
    coefficients = [slope] + [bare if code == 2 else 0.0 for code in encoder.factors[1].codes]
    part = LinearPart(np.array(coefficients), np.zeros(1), np.zeros(0), level)
    return Ensemble(encoder, None, None, part, ())


def bundle_of(model, family):
    return ModelBundle(model, None, None, 0, (0.1, 0.2, 0.3, 0.4), 0.5, family=family)


def test_a_curve_is_the_mean_over_stable_ground_at_each_value(cells):
    rows, labels = cells
    slope, cover = response_curves(
        bundle_of(linear(rows, 1.5, 2.0), "logistic"), CellInputs(rows, None), labels
    )
    code = Encoder.fit(rows, SPECS).factors[0]
    scaled = (np.array(slope["values"]) - code.mean) / code.deviation
    bare = (rows[labels == 0, 1] == 2) * 2.0
    expected = sigma(1.5 * scaled[:, None] + bare).mean(axis=1)
    np.testing.assert_allclose(slope["models"][0]["median"], expected, atol=1e-5)
    stable = (rows[labels == 0, 0] - code.mean) / code.deviation
    wanted = {1: sigma(1.5 * stable).mean(), 2: sigma(1.5 * stable + 2.0).mean()}
    found = dict(zip(cover["values"], cover["models"][0]["median"]))
    assert found == pytest.approx(wanted, abs=1e-5)
    assert set(cover["names"]) == {"Wood", "Bare"}


def test_curves_go_on_beyond_training_and_say_where_it_ends(cells):
    rows, labels = cells
    slope, _ = response_curves(bundle_of(linear(rows, 1.0, 0.0), "logistic"), CellInputs(rows, None), labels)
    assert (slope["low"], slope["high"]) == (rows[:, 0].min(), rows[:, 0].max())
    assert slope["values"][0] < slope["low"]
    assert slope["values"][-1] > slope["high"]
    text = response_chart(slope)
    assert text.count('class="outside"') == 2
    assert text.count('class="rug"') == 60
    assert 'class="band"' not in text  # one member has no spread


def test_every_family_has_a_line_and_the_band_holds_the_members(cells):
    rows, labels = cells
    families = {"logistic": linear(rows, 1.0, 0.0), "additive": linear(rows, -1.0, 0.0)}
    bundle = bundle_of(pool(families, {"logistic": 8.0, "additive": 2.0}), "stack_without_network")
    slope, _ = response_curves(bundle, CellInputs(rows, None), labels)
    whole, *parts = slope["models"]
    assert [one["family"] for one in parts] == ["logistic", "additive"]
    np.testing.assert_allclose(whole["median"], parts[0]["median"], atol=1e-6)  # it has the greater weight
    np.testing.assert_allclose(whole["lowest"], np.minimum(parts[0]["median"], parts[1]["median"]), atol=1e-6)
    text = response_chart(slope)
    assert text.count("<polyline") == 3
    assert text.count('class="band"') == 1


def test_page_and_table_hold_every_curve(cells):
    rows, labels = cells
    found = response_curves(bundle_of(linear(rows, 1.0, 1.0), "logistic"), CellInputs(rows, None), labels)
    lines = csv_of(found).splitlines()
    assert len(lines) == 1 + 41 + 2
    assert lines[1].split(",")[3] == "no"
    assert ",Bare,yes,logistic,1," in csv_of(found)
    page = page_of([{**found[0], "factor": "<b>slope</b>"}], "a model")
    assert "<b>slope" not in page
    assert page.count("<svg") == 1


def test_logarithms_are_stepped_evenly(cells):
    rows, labels = cells
    spec = FactorSpec("catchment_area", transform="log10")
    wide = (10.0 ** (rows[:, :1] / 10.0)).astype(np.float32)
    encoder = Encoder.fit(wide, [spec])
    model = replace(
        linear(rows, 1.0, 0.0), encoder=encoder, linear=LinearPart(np.ones(1), np.zeros(1), np.zeros(0), 0.0)
    )
    (area,) = response_curves(bundle_of(model, "logistic"), CellInputs(wide, None), labels)
    steps = np.diff(np.log(area["values"]))
    np.testing.assert_allclose(steps, steps[0])


def test_a_chart_gives_each_step_of_a_logarithm_the_same_room(cells):
    rows, labels = cells
    slope, _ = response_curves(bundle_of(linear(rows, 1.0, 0.0), "logistic"), CellInputs(rows, None), labels)
    values = np.geomspace(20.0, 2e6, len(slope["values"])).tolist()
    text = response_chart({**slope, "values": values, "low": values[4], "high": values[-5]})
    points = text.split('<polyline points="')[1].split('"')[0].split()
    places = np.diff([float(point.split(",")[0]) for point in points])
    np.testing.assert_allclose(places, places[0], atol=0.11)  # places are written to a tenth
    labels_below = [part for part in text.split("<text ")[1:] if "middle" in part]
    assert [part.split(">")[1].split("<")[0] for part in labels_below][:3] == ["100", "1000", "10000"]


def test_files_hold_all_charts_in_one_and_one_a_factor_each_with_its_legend(cells):
    rows, labels = cells
    found = response_curves(bundle_of(linear(rows, 1.0, 1.0), "logistic"), CellInputs(rows, None), labels)
    found[0]["factor"] = "<slope> & more"
    files = response_files(found)
    assert list(files) == ["response_curves", "01_slope_more", f"02_{found[1]['factor']}"]
    drawings = {name: ElementTree.fromstring(text) for name, text in files.items()}
    charts = {name: len(drawing.findall(f"{SVG}g")) for name, drawing in drawings.items()}
    assert list(charts.values()) == [2, 1, 1]
    for drawing in drawings.values():
        said = "".join(drawing.itertext())
        assert "Logistic regression" in said
        assert "landslide samples" in said
        assert "mean probability" in said
    lows = [float(text.get("y")) for text in drawings["response_curves"].findall(f"{SVG}text")]
    assert max(lows) < float(drawings["response_curves"].get("height"))
