"""Runs inside the QGIS desktop: opens the dialog of each step of the tutorials, and runs them by its button.

Variable ``LANDSLIDE_WALK`` names a file with ``pages`` (paths), ``run`` (algorithms that are run; empty for all) and
``known`` (layers by page and step, for those that are not).
"""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
sys.path.insert(0, os.environ["LANDSLIDE_REPOSITORY"])

from tools.check.desktop_tools import log_of, running, settle, wait_until  # noqa: E402
from tools.walk import dialogs, pages  # noqa: E402

ASKED = json.loads(Path(os.environ["LANDSLIDE_WALK"]).read_text())
LONGEST_S = 1800


def dialog_of(step, folder):
    """The dialog of a step with its values in it."""
    import processing

    algorithm = QgsApplication.processingRegistry().algorithmById(step.command.algorithm)
    parameters = dialogs.given(step.command.params, algorithm, folder)
    dialog = processing.createAlgorithmDialog(step.command.algorithm, parameters)
    dialog.show()
    folded = dialogs.advanced_of(dialog.mainWidget())
    if folded is not None:
        folded.setProperty("collapsed", False)
    settle(40)
    return dialog, algorithm


def run(dialog, number):
    """Press Run, and wait; layers that came, and the log."""
    before = set(QgsProject.instance().mapLayers())
    dialog.runButton().click()
    done = wait_until(lambda: not running(dialog), LONGEST_S)
    settle(100)
    dialog.grab().save(str(TARGET / f"after_{number:02d}.png"))
    project = QgsProject.instance()
    new = [project.mapLayer(key) for key in project.mapLayers() if key not in before]
    return {
        "done": done and "Results:" in log_of(dialog),
        "log": log_of(dialog),
        "warnings": dialogs.warnings_of(dialog),
        "layers": [dialogs.told_of(layer) for layer in new],
    }


def walk(page):
    """All steps of a page, in an empty project and a folder of its own."""
    QgsProject.instance().clear()
    folder = TARGET / page.stem
    folder.mkdir()
    known, found = ASKED["known"].get(page.name, []), []
    for number, step in enumerate(pages.steps(page)):
        dialog, algorithm = dialog_of(step, folder)
        dialog.grab().save(str(TARGET / f"{page.stem}_{number:02d}_{algorithm.name()}.png"))
        seen = {"algorithm": algorithm.name(), **dialogs.seen_of(dialog, algorithm)}
        if not ASKED["run"] or algorithm.name() in ASKED["run"]:
            seen.update(run(dialog, number))
        elif number < len(known):
            for layer in known[number]["layers"]:
                dialogs.stand_in(layer, folder)
        dialog.close()
        dialog.deleteLater()
        settle()
        found.append(seen)
    return found


def look():
    """Walk all pages, write ``results.json`` and leave."""
    results = {}
    try:
        for path in ASKED["pages"]:
            results[Path(path).name] = walk(Path(path))
    except Exception:
        results["error"] = traceback.format_exc()
    (TARGET / "results.json").write_text(json.dumps(results, indent=1))
    os._exit(0)


QTimer.singleShot(500, look)
