"""The Settings file: what counts before what, what is refused, and that what is written reads back."""

import json

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.quantities.presets.study import PRESETS
from landslide_plugin.core.workflows.training.settings_file import (
    Settable,
    of_preset,
    read_settings,
    require_ours,
    settings_place,
    settings_text,
    settle,
)

FAMILIES = ("ensemble", "logistic", "forest")
KNOWN = Settable(
    {
        name: name
        for name in ("members", "seed", "epochs", "calibration", "cv_repeats", "random_cv", "absence_ratio")
    },
    families=FAMILIES,
    usual_families=FAMILIES[:2],
)


@pytest.fixture
def file(tmp_path):
    """Writes a document as a Settings file."""

    def write(settings, **more):
        path = tmp_path / "own.settings.json"
        path.write_text(json.dumps({"settings": settings, **more}))
        return path

    return write


def test_each_goes_before_the_next():
    given, in_file = {"members": 3}, {"members": 7, "seed": 1, "absence_ratio": 3.0}
    preset = of_preset(PRESETS["thorough"], KNOWN)
    values = settle(given, in_file, preset, KNOWN, "thorough").values
    assert values["members"] == 3
    assert values["seed"] == 1
    assert values["absence_ratio"] == 3.0, "the preset says 2"
    assert values["cv_repeats"] == 10
    assert values["calibration"] == "platt"
    assert values["epochs"] is None
    assert values["models"] == ["ensemble", "logistic"]


def test_what_is_overruled_is_told_in_one_line_and_agreement_is_not():
    preset = of_preset(PRESETS["thorough"], KNOWN)
    told = settle(
        {"seed": 5, "members": 4}, {"seed": 6, "cv_repeats": 2}, preset, KNOWN, "thorough"
    ).overruled
    assert told == (
        "Given values go before the Settings file: seed 5 (not 6); before preset thorough: members 4 (not 10); The "
        "Settings file goes before preset thorough: cv_repeats 2 (not 10)"
    )
    assert settle({"seed": 5}, {"seed": 5}, {}, KNOWN).overruled == ""


def test_standard_says_nothing_and_quick_leaves_the_networks_out():
    assert of_preset(PRESETS["standard"], KNOWN) == {}
    quick = of_preset(PRESETS["quick"], KNOWN)
    assert "ensemble" not in quick["models"]
    assert quick["random_cv"] == "no"


def test_what_is_written_reads_back_and_null_says_nothing(tmp_path):
    values = {**KNOWN.defaults(), "members": 9, "models": ["forest"]}
    path = tmp_path / "model.settings.json"
    path.write_text(settings_text(values, "trainensemble"))
    assert read_settings(path, KNOWN) == {name: value for name, value in values.items() if value is not None}


def test_two_files_differ_in_the_lines_of_what_differs():
    first = settings_text({"members": 5, "seed": 42, "models": ["forest", "logistic"]}, "a").splitlines()
    second = settings_text({"seed": 42, "models": ["forest"], "members": 5}, "a").splitlines()
    assert len(first) == len(second)
    assert [line for line, other in zip(first, second) if line != other] == [
        '  "models": ["forest", "logistic"],'
    ]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"membres": 5}, "membres, which is no setting; the nearest is members"),
        ({"SEED": 5}, "SEED, which is no setting; the nearest is seed"),
        ({"members": 0}, "members is 0; allowed: 1 to 50"),
        ({"members": True}, "members is true; allowed: 1 to 50"),
        ({"members": [5]}, r"members is \[5\]; allowed: 1 to 50"),
        ({"calibration": "best"}, 'calibration is "best"; allowed: one of platt, isotonic, none'),
        ({"models": ["tree"]}, 'models is "tree"; allowed: a list of ensemble, logistic, forest'),
        ({"models": []}, "models is empty; allowed: a list of"),
        ([], 'has no "settings"'),
    ],
)
def test_what_is_not_allowed_is_named(file, settings, words):
    with pytest.raises(InputError, match=words):
        read_settings(file(settings), KNOWN)


def test_settings_of_other_algorithms_are_passed_over(file):
    assert read_settings(file({"fs_margin": 0.2, "seed": 3}), KNOWN, ["fs_margin"]) == {"seed": 3}


def test_no_file_of_settings_is_refused_in_words(file, tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_settings(tmp_path / "absent.json", KNOWN)
    broken = tmp_path / "broken.json"
    broken.write_text('{"settings": {\n"seed" 4}}')
    with pytest.raises(InputError, match="is no JSON, line 2"):
        read_settings(broken, KNOWN)
    with pytest.raises(InputError, match="no file of settings"):
        read_settings(file({"seed": 3}, kind="something else"), KNOWN)
    with pytest.raises(InputError, match="version 2"):
        read_settings(file({"seed": 3}, version=2), KNOWN)


def test_models_that_differ_in_their_ending_have_a_file_each():
    assert len({settings_place(f"/work/model{end}") for end in ("", ".v1", ".v2", ".2024")}) == 4


def test_a_file_of_the_user_beside_the_model_is_not_replaced(tmp_path):
    place = settings_place(str(tmp_path / "model"))
    require_ours(place)
    (tmp_path / "model.settings.json").write_text(settings_text({"seed": 1}, "a"))
    require_ours(place)
    (tmp_path / "model.settings.json").write_text('{"mine": 1}')
    with pytest.raises(InputError, match="not written by this plugin"):
        require_ours(place)
