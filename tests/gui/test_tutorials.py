"""Tutorials say what the screen shows: every dialog is opened with the values of its step, and its fields are read."""

import json
import os

import pytest

from tools.check.desktop import executable
from tools.check.qgis_runner import REPOSITORY
from tools.walk.compare import differences, same, unexplained
from tools.walk.pages import steps
from tools.walk.walk import PAGES, RECORD, walked

KNOWN = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
STEPS = {page.name: steps(page) for page in PAGES}


@pytest.fixture(scope="module")
def seen():
    """The dialogs of all tutorials; the sample data is really made, other results are stood in for."""
    if not os.environ.get("DISPLAY") or executable() is None:
        pytest.skip("needs the QGIS desktop and a display; run make gui-test")
    return walked(PAGES, REPOSITORY / "build" / "gui_tutorials", run=["sampledata"], known=KNOWN)


@pytest.mark.parametrize("page", list(STEPS))
def test_fields_layers_and_choices_are_called_as_in_the_dialogs(seen, page):
    assert len(seen[page]) == len(STEPS[page]) > 4
    found = [line for step, shown in zip(STEPS[page], seen[page]) for line in differences(step, shown)]
    assert found == []


def test_what_a_dialog_does_not_show_is_noticed(seen):
    (step, *_), (shown, *_) = STEPS[PAGES[0].name], seen[PAGES[0].name]
    other = {**shown, "rows": {**shown["rows"], "AREA": {**shown["rows"]["AREA"], "shown": "Andes"}}}
    assert any("shows 'Andes'" in line for line in differences(step, other))
    renamed = {**shown["rows"]["AREA"], "label": "Region"}
    found = [*differences(step, {**shown, "rows": {**shown["rows"], "AREA": renamed}, "texts": ["Run"]})]
    assert any("has no field 'Area'" in line for line in found)
    assert any("does not name its field 'Region'" in line for line in found)
    assert any(
        "is '1 Sample data > Other'" in line for line in differences(step, {**shown, "title": "Other"})
    )
    assert not same("3", "4")


@pytest.mark.parametrize("page", list(STEPS))
def test_every_warning_of_a_step_is_explained(page):
    kept = KNOWN[page]
    assert [step["algorithm"] for step in kept] == [
        step.command.algorithm.split(":")[1] for step in STEPS[page]
    ]
    assert sum(len(step["warnings"]) for step in kept) > 3
    lost = [line for step, told in zip(STEPS[page], kept) for line in unexplained(step, told["warnings"])]
    assert lost == []
    assert unexplained(STEPS[page][0], ["Nobody explains this one"]) == ["Nobody explains this one"]
