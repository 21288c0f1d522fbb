"""The plugin in the real QGIS desktop: loads, shows its dialogs, runs, and goes without a trace."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.qgis_runner import PLUGIN, REPOSITORY, environment

TARGET = REPOSITORY / "build" / "gui"
SETTINGS = f"""[PythonPlugins]
{PLUGIN}=true
processing=true

[qgis]
showTips=false
checkVersion=false
askToSaveProjectChanges=false
"""


@pytest.fixture(scope="session")
def seen():
    """What ``desktop_script.py`` saw in one run of the desktop."""
    qgis = shutil.which("qgis.bin") or shutil.which("qgis")
    if not os.environ.get("DISPLAY") or qgis is None:
        pytest.skip("needs the QGIS desktop and a display; run make gui-test")
    shutil.rmtree(TARGET, ignore_errors=True)
    profile = TARGET / "config"
    settings = profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    own = {
        "DISPLAY": os.environ["DISPLAY"],
        "XAUTHORITY": os.environ.get("XAUTHORITY", ""),
        "QT_QPA_PLATFORM": "xcb",
        "LANDSLIDE_GUI_RESULTS": str(TARGET),
        "LANDSLIDE_REPOSITORY": str(REPOSITORY),
    }
    script = Path(__file__).resolve().parent / "desktop_script.py"
    command = [qgis, "--nologo", "--noversioncheck", "--profiles-path", str(profile), "--code", str(script)]
    done = subprocess.run(
        command,
        env=environment(profile, own),
        capture_output=True,
        text=True,
        timeout=100,
        stdin=subprocess.DEVNULL,
    )
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
        assert width <= 1280 and height <= 800, name


def test_the_sample_area_is_loaded_as_valid_layers(seen):
    assert len(seen["layers"]) >= 2
    assert all(seen["layers"].values()), seen["layers"]


def test_results_come_into_the_project_styled(seen):
    styles = seen["styles"]
    assert styles["Susceptibility classes"]["renderer"] == "paletted"
    assert styles["Susceptibility classes"]["legend"][-1] == "Very high (0.7 to 1)"
    assert styles["Susceptibility (probability)"]["legend"][-1] == "Very high (0.7 to 1)"
    assert styles["Factor of safety, T50"]["legend"][2] == "0.9 to 1"
    assert {style["renderer"] for style in styles.values()} == {"paletted", "singlebandpseudocolor"}
    assert len(styles) == 8
    assert seen["post_processors_kept"] == 0


def test_nothing_heavy_was_loaded_into_the_desktop(seen):
    assert seen["heavy"] == []


def test_unloading_takes_the_provider_along(seen):
    assert seen["gone_after_unload"]
