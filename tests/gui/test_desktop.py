"""The plugin in the real QGIS desktop: loads, shows its dialogs, runs, and goes without a trace."""

import json
import os
from pathlib import Path

import pytest

from landslide_plugin.core.styles import style_table
from tools.check.desktop import executable, run_in_desktop
from tools.check.patience import patient
from tools.check.qgis_runner import REPOSITORY

TARGET = REPOSITORY / "build" / "gui"


@pytest.fixture(scope="session")
def seen():
    """What ``desktop_script.py`` saw in one run of the desktop."""
    if not os.environ.get("DISPLAY") or executable() is None:
        pytest.skip("needs the QGIS desktop and a display; run make gui-test")
    done = run_in_desktop(Path(__file__).resolve().parent / "desktop_script.py", TARGET, 150.0)
    results = TARGET / "results.json"
    assert results.exists(), done.stdout[-2000:] + done.stderr[-4000:]
    return json.loads(results.read_text())


def test_the_plugin_is_loaded_without_an_error(seen):
    assert "error" not in seen, seen["error"]
    assert seen["plugin_loaded"]
    assert "modelenvironment" in seen["algorithms"]


def test_every_algorithm_has_a_dialog_with_all_its_parameters(seen):
    assert set(seen["dialogs"]) == set(seen["algorithms"])
    for name, dialog in seen["dialogs"].items():
        assert dialog["missing"] == [], name
        assert dialog["title"], name


def test_dialogs_fit_a_small_screen(seen):
    for name, dialog in seen["dialogs"].items():
        width, height = dialog["size"]
        assert width <= 1280, name
        assert height <= 800, name


def test_the_sample_area_is_loaded_as_valid_layers(seen):
    assert len(seen["layers"]) >= 2
    assert all(seen["layers"].values()), seen["layers"]


def test_results_come_into_the_project_styled(seen):
    styles = seen["styles"]
    assert styles["Susceptibility classes"]["renderer"] == "paletted"
    assert styles["Susceptibility classes"]["legend"][-1] == "Very high (0.7 to 1)"
    assert styles["Susceptibility (probability)"]["legend"][-1] == "1"
    safety = styles["Factor of safety, T50"]["legend"]
    assert safety[0] == "no colour: not assessed (flat, cliff, no data)"
    assert safety[3] == "0.9 to 1"
    assert {style["renderer"] for style in styles.values()} == {"paletted", "singlebandpseudocolor"}
    assert len(styles) == 8
    assert seen["post_processors_kept"] == 0


def test_a_dialog_runs_and_its_layer_is_drawn_in_the_colours_of_the_style(seen):
    run = seen["dialog_run"]
    assert run["done"], run["log"]
    assert run["layers"] == ["Factor stack: Slope (degrees)"], run["log"]
    assert "Landslide Susceptibility" in run["log"]
    assert "SLOPE_METHOD=horn" in run["log"]
    ramp = {stop["colour"] for stop in style_table()["ramps"]["slope"]["stops"]}
    drawn = {colour for colour, count in run["colours"].items() if colour in ramp and count > 20}
    assert len(drawn) >= 3, run["colours"]


def test_a_training_is_cancelled_by_its_button_and_leaves_nothing(seen):
    run = seen["cancelled"]
    assert run["begun"], run["log"]
    assert run["stopped"], run["log"]
    assert run["left"] == []
    assert "Cancelled" in run["log"]


def test_the_desktop_answers_while_a_model_is_trained(seen):
    assert seen["cancelled"]["stall_s"] < patient(
        5.0
    )  # a hang, not a speed: speeds are measured in the benchmarks


def test_chains_open_in_the_model_designer_and_run(seen):
    opened = seen["chain"]["opened"]
    assert len(opened) == 5, opened
    assert all(steps >= 2 and valid for steps, valid in opened.values()), opened
    assert seen["chain"]["written"], seen["chain"]["log"]


def test_nothing_heavy_was_loaded_into_the_desktop(seen):
    assert seen["heavy"] == []


def test_unloading_takes_the_provider_along(seen):
    assert seen["gone_after_unload"]
