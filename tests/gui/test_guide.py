"""Menu and study guide in the real QGIS desktop, from an empty project to a study that is done."""

import json
import os
from pathlib import Path

import pytest

from landslide_plugin.algorithms.base.chain import MODELS
from tools.check.desktop import executable, run_in_desktop
from tools.check.qgis_runner import REPOSITORY

EDIT_COPY = "Edit a copy in the designer..."
TARGET = REPOSITORY / "build" / "gui_guide"
ENTRIES = [
    "Susceptibility study...",
    "Study guide",
    "Tutorial",
    "Sample areas...",
    "Ready-made chains in the designer",
    "Modelling environment...",
]


@pytest.fixture(scope="module")
def seen():
    """What ``guide_script.py`` saw in one run of the desktop, which finds no modelling environment."""
    if not os.environ.get("DISPLAY") or executable() is None:
        pytest.skip("needs the QGIS desktop and a display; run make gui-test")
    script = Path(__file__).resolve().parent / "guide_script.py"
    done = run_in_desktop(script, TARGET, 90.0, {"LANDSLIDE_PYTHON": str(TARGET / "nowhere")})
    results = TARGET / "results.json"
    assert results.exists(), done.stdout[-2000:] + done.stderr[-4000:]
    found = json.loads(results.read_text())
    assert "error" not in found, found["error"]
    return found


def test_the_menu_is_there_and_goes_with_the_plugin(seen):
    assert seen["menu"] == ENTRIES
    assert seen["menu_after_unload"] == []
    assert not seen["dock_after_unload"]
    assert EDIT_COPY not in seen["toolbox_after_unload"]


def test_a_ready_made_chain_opens_in_the_designer_as_the_users_own(seen):
    found = seen["chains"]
    assert len(found["lines"]) == len(list(MODELS.glob("*.model3"))) == 5
    assert EDIT_COPY in found["of_a_chain"]
    assert EDIT_COPY not in found["of_a_step"]
    for model in (found["menu"], found["toolbox"]):
        assert (model["class"], model["file"]) == ("QgsProcessingModelAlgorithm", "")  # Save asks where to
        assert model["valid"]
        assert model["written"]
        assert not {"SHORT", "MORE", "TITLE", "INSTEAD"} & set(model["help"])
    assert found["menu"]["name"] == "DEM and inventory to susceptibility map"
    assert set(found["menu"]["steps"]) == {
        "Derive terrain factors",
        "Train susceptibility ensemble",
        "Map susceptibility/uncertainty",
    }
    assert {"DEM", "INVENTORY", "train:Model bundle"} <= set(found["menu"]["again"])
    assert not {"BUNDLE", "MORE_RESULTS"} & set(found["menu"]["again"])


def test_no_button_of_the_guide_is_cut_off_in_a_narrow_dock(seen):
    assert seen["cut_off"] == []


def test_an_empty_project_needs_a_dem_first(seen):
    assert seen["empty"]["dem"] == "next"
    assert seen["empty"]["study"] == "missing"
    assert seen["empty"]["environment"] == "open"


def test_with_the_sample_area_the_study_is_next_and_its_dialog_is_filled(seen):
    assert seen["sample"]["dem"] == seen["sample"]["inventory"] == "done"
    assert seen["sample"]["study"] == "next"
    assert seen["sample"]["model"] == "missing"
    dialog = seen["study_dialog"]
    assert dialog["title"] == "Susceptibility study"
    assert dialog["given"]["DEM"].startswith("dem_")
    assert dialog["given"]["INVENTORY"].startswith("landslide_points_")
    assert dialog["given"]["LABEL_FIELD"] == "landslide"
    assert "mask" in dialog["given"]["MASK"].lower()


def test_results_stand_in_one_group_classes_in_sight(seen):
    names = [(name, shown) for name, shown, _ in seen["group"]]
    assert names == [
        ("Susceptibility classes", True),
        ("Susceptibility (probability)", False),
        ("Ensemble standard deviation", False),
        ("Factor stack: Slope (degrees)", False),
    ]
    assert [kind for _, _, kind in seen["group"]] == ["classes", "probability", "spread", "factors"]


def test_after_the_study_map_and_model_are_done_and_the_sheet_is_filled(seen):
    after = seen["after"]
    assert [after[key] for key in ("study", "factors", "model", "map")] == ["done"] * 4
    assert after["report"] == "next"
    assert after["package"] == "open"
    assert "classes" in seen["sheet_dialog"]["given"]["MAP"].lower()
    assert seen["sheet_dialog"]["given"]["BUNDLE"].endswith("model")


def test_without_the_environment_the_line_of_the_model_opens_the_bivariate_one(seen):
    assert seen["model_dialog"]["title"] == "Train bivariate model"
