"""What every dialog of the toolbox shows, row by row, counted from the dialog itself."""

from pathlib import Path

import pytest

from tests.support.offscreen import told_by

SCRIPT = Path(__file__).with_name("dialogs_script.py")
MOST_INPUTS, MOST_OUTPUTS, MOST_LETTERS = 12, 3, 50
LEFT_TO_FILE = {"EPOCHS", "DROPOUT", "HEADS", "PHYSICS_LAMBDA", "FS_MARGIN", "DEGENERATE_PRIOR"}


@pytest.fixture(scope="module")
def dialogs():
    """Rows of every dialog, as ``dialogs_script.py`` found them."""
    return told_by(SCRIPT, seconds=90)


def test_few_rows_stand_before_advanced(dialogs):
    assert {name: rows["inputs"] for name, rows in dialogs.items() if len(rows["inputs"]) > MOST_INPUTS} == {}
    assert {
        name: rows["outputs"] for name, rows in dialogs.items() if len(rows["outputs"]) > MOST_OUTPUTS
    } == {}


def test_a_chain_shows_short_names_of_its_results_and_its_inputs_in_the_order_of_the_study(dialogs):
    rows = dialogs["soil_and_rain_to_susceptibility_map"]
    assert rows["outputs"] == ["BUNDLE", "CLASSES", "PROBABILITY"]
    assert rows["inputs"][:4] == ["DEM", "INVENTORY", "LABEL_FIELD", "LITHOLOGY"]
    assert rows["values"]["train:Model bundle"] == rows["values"]["UNCERTAINTY"] == "None"
    assert rows["values"]["BUNDLE"] == "TEMPORARY_OUTPUT"
    assert {"RESULTS_FOLDER", "LOAD_RESULTS"} <= set(rows["grey"])
    new_area = dialogs["map_new_area"]  # models of 0.1 have no area of applicability
    assert new_area["outputs"] == ["CLASSES", "PROBABILITY", "APPLICABILITY"]
    assert new_area["values"]["APPLICABILITY"] == "None"


def test_a_training_shows_what_a_geologist_decides(dialogs):
    common = ["FACTORS", "INVENTORY", "LABEL_FIELD"]
    asked = {name: dialogs[name]["inputs"] for name in ("trainensemble", "trainphysics")}
    assert asked["trainensemble"] == [
        *common,
        *("TYPE_FIELD", "DATE_FIELD", "EVENT_FIELD", "MAPPED_AREA"),
        *("MODELS", "PRESET", "ALSO_WRITE", "ALSO_FOLDER"),
    ]
    assert asked["trainphysics"] == [
        *common,
        *("EVENT_FIELD", "PROFILE", "SCENARIOS", "PRIOR_PF", "PRIOR_FS"),
        *("MODELS", "PRESET", "ALSO_WRITE", "ALSO_FOLDER"),
    ]
    for name in asked:
        rows = dialogs[name]
        assert rows["outputs"] == ["BUNDLE"]
        assert not LEFT_TO_FILE & {*rows["inputs"], *rows["advanced"]}
        assert {"SETTINGS_FILE", "ABSENCES", "CV_FOLDS", "SHARE_HIGH"} <= set(rows["advanced"])
        assert {"<b>Validation</b>", "<b>Classes</b>"} <= set(rows["headings"])


def test_a_dialog_that_nobody_touched_gives_no_setting(dialogs):
    """Else no Settings file and no preset would ever count."""
    values = dialogs["trainphysics"]["values"]
    settings = (
        "MODELS",
        "CV_FOLDS",
        "EPOCHS",
        "ABSENCES",
        "ABSENCE_RATIO",
        "SHARE_HIGH",
        "PHYSICS_LAMBDA",
        "SEED",
    )
    assert {key: values[key] for key in settings} == dict.fromkeys(settings, "None")
    assert values["PRESET"] == "standard"


def test_every_training_has_a_preset_that_counts(dialogs):
    """What a preset sets must be left open by the dialog, or it would be taken for given."""
    for name in ("trainbivariate", "trainunits"):
        rows = dialogs[name]
        assert "PRESET" in rows["inputs"]
        assert {rows["values"][key] for key in ("CV_REPEATS", "RANDOM_CV", "CV_FOLDS")} == {"None"}
    assert dialogs["trainbivariate"]["values"]["ABSENCE_RATIO"] == "None"
    assert dialogs["trainunits"]["values"]["MODELS"] == "None"


def test_a_yes_or_no_is_a_tick_without_a_label(dialogs):
    ticks = {name: rows["ticks"] for name, rows in dialogs.items() if rows["ticks"]}
    assert ticks == {"trainevents": {"SEASON": "yes"}, "trainunits": {"AREA_FACTOR": "no"}}


def test_a_choice_of_several_never_shows_code_names(dialogs):
    """QGIS's own field of several, a count and a button, shows the words of shells."""
    assert {name: rows["plain"] for name, rows in dialogs.items() if rows["plain"]} == {}


def test_the_field_of_a_class_is_grey_until_there_is_its_layer(dialogs):
    assert {"LITHOLOGY_FIELD", "LAND_COVER_FIELD"} <= set(dialogs["susceptibilitystudy"]["grey"])
    assert dialogs["susceptibilitystudy"]["headings"] == [
        "<b>Further layers</b>",
        "<b>Inventory and heights</b>",
        "<b>Results</b>",
    ]


def test_maps_are_offered_as_one_choice(dialogs):
    for name, least in (("mapsusceptibility", "AGREEMENT"), ("factorofsafety", "SATURATION")):
        rows = dialogs[name]
        assert {"MORE_MAPS", "MAPS_FOLDER", "LOAD_MAPS"} <= set(rows["inputs"])
        assert {"MAPS_FOLDER", "LOAD_MAPS"} <= set(rows["grey"])
        assert least not in rows["outputs"]
        assert least in rows["values"]


def test_rows_of_other_modes_are_grey(dialogs):
    assert {"IDF_K", "SCENARIO_TABLE", "SERIES"} <= set(dialogs["triggerscenarios"]["grey"])
    assert not {"MAXIMA", "RETURN_PERIODS"} & set(dialogs["triggerscenarios"]["grey"])
    assert {"RU", "DIFFUSIVITY", "RECHARGE"} <= set(dialogs["factorofsafety"]["grey"])
    assert not {"COHESION", "CONDUCTIVITY"} & set(dialogs["factorofsafety"]["grey"])
    assert {"BLOCK_M", "REGIONS", "FOLD_FIELD", "FOLD_DATE"} <= set(dialogs["trainensemble"]["grey"])


def test_rows_turn_grey_with_what_is_chosen_and_one_that_was_changed_stays_in_reach(dialogs):
    """A run refuses a value that it would not use: whoever gave it must be able to take it back."""
    formula, filled, maxima = map(set, dialogs["triggerscenarios"]["changed"])
    assert "MAXIMA" in formula
    assert not {"IDF_K", "IDF_M"} & (formula | filled)
    assert "IDF_M" in maxima
    assert not {"IDF_K", "MAXIMA"} & maxima


def test_an_empty_number_says_what_is_taken(dialogs):
    empty = dialogs["trainensemble"]["empty"]
    assert {key: empty[key] for key in ("CV_FOLDS", "ABSENCE_RATIO")} == {
        "CV_FOLDS": "Default: 5",
        "ABSENCE_RATIO": "Default: 1",
    }


def test_no_long_label_pushes_buttons_out_of_view(dialogs):
    """A dialog of QGIS opens with some fifty letters' room for its form."""
    wide = {name: rows["letters"] for name, rows in dialogs.items() if rows["letters"] > MOST_LETTERS}
    assert wide == {}


def test_labels_of_every_dialog_are_broken_over_lines(dialogs):
    """In other languages they are longer: in Spanish they pushed buttons out of view where none was broken."""
    assert {name: rows["unbroken"] for name, rows in dialogs.items() if rows["unbroken"]} == {}


def test_rows_of_other_sources_of_rain_are_grey(dialogs):
    assert dialogs["rainseries"]["grey"] == []
    stack, none, gauges = map(set, dialogs["rainseries"]["changed"])
    assert stack == {"STACK_FOLDER", "GAUGES", "SERIES", "GAUGE_METHOD", "GAUGE_LIMIT", "GAUGE_CRS"}
    assert none == set()
    assert gauges == {"STACK", "STACK_FOLDER", "SERIES", "VARIABLE", "START", "STEP"}


def test_a_small_number_is_written_short_and_a_speed_in_mm_an_hour_too(dialogs):
    """QGIS's own field of numbers shows 0.000001000000."""
    rows = dialogs["factorofsafety"]
    assert rows["values"]["CONDUCTIVITY"] == "1e-06"
    assert rows["small"]["CONDUCTIVITY"] == ["2.5e-07", "= 0.9 mm/h"]  # after it was typed with a comma
    assert rows["small"]["DIFFUSIVITY"] == ["", ""]


def test_rows_of_a_batch_come_and_go_and_keep_their_words(dialogs):
    maps = ["geotiff", "default", "empty", None]
    assert dialogs["mapsusceptibility"]["batch"] == [[maps] * 3, [maps] * 2]
    models = ["logistic", "additive", "forest", "boosting", "perceptron"]
    assert dialogs["trainevents"]["batch"] == [[[models, "yes", "platt"]] * 3, [[models, "yes", "platt"]] * 2]
