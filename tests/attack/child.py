"""One QGIS that tries cases: a line of JSON before and after each, so that a crash has a name.

A QGIS that dies in a case may have been hurt in one before it: an exception of C++ that passes through Python's
interpreter, as QGIS's check of invalid geometries throws, leaves Python with frames that are gone, and the death
comes later, anywhere. Stop in gdb at ``__cxa_throw`` where its caller is QGIS, and look for ``_PyEval`` between
who throws and who catches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tools.check.patience import patient
from tools.check.qgis_runner import PLUGIN_PATH_OF_QGIS, command

from . import world as small_world
from .cases import Case, make_case, place_of
from .held import fingerprints, refusal, temporary_folders, wrongs
from .protocol import say

UNABLE = "Unable to execute algorithm\n"
"""What ``processing.run`` puts before the line of a parameter that is refused."""

HERE = "here"
"""Folder that a case runs in, where nothing may come to be: nobody names it."""

BYSTANDERS = (".qml", ".json", ".csv", ".md", ".old", ".part", ".tif.aux.xml.bak", "_1.tif")
SHELL_SECONDS = 300.0


def lay_bystanders(outputs: Mapping[str, Path]) -> None:
    """Files of the user's with names near those of the outputs."""
    targets = set(outputs.values())
    for target in sorted(targets):
        for ending in BYSTANDERS:
            beside = target.with_name(target.stem[:100] + ending)
            if beside.parent.is_dir() and beside not in targets and not beside.exists():
                beside.write_text("years of work")


def attempt(algorithm: Any, seed: int, world: Path, shell: bool = False) -> dict[str, Any]:
    """Run one case; what it was, whether it succeeded, and in ``wrong`` what went wrong, empty if it held."""
    from landslide_plugin.algorithms.writes import inventory

    folder = Path(os.path.realpath(tempfile.mkdtemp(prefix="attack-")))
    home = Path.cwd()
    try:
        (folder / HERE).mkdir()
        os.chdir(folder / HERE)
        case = make_case(algorithm, seed, folder, world)
        lay_bystanders(case.outputs)
        before, temporary = fingerprints(folder), temporary_folders()
        done, said, wrong = (_by_shell if shell else _by_processing)(algorithm, case)
        asked = [one for one in algorithm.parameterDefinitions() if one.name() in case.outputs]
        endings = {one.name(): place_of(one, folder).suffix for one in asked}
        for one in asked:
            if (
                done
                and f"{one.description()} is not written" in said
                and not case.outputs[one.name()].exists()
            ):
                del case.outputs[one.name()]  # the run has told
        filled = set(getattr(algorithm, "FOLDERS", {})) - {one.name() for one in asked}
        for key in filled & set(case.chosen):  # a folder that is given, and gets files
            with suppress(OSError):  # a name that is too long is no folder's
                if Path(str(case.chosen[key])).is_dir():
                    case.outputs[key] = Path(str(case.chosen[key]))
        steps = hasattr(algorithm, "childAlgorithms")
        wrong = wrong or wrongs(before, folder, case.outputs, endings, inventory(algorithm), done, steps)
        left = temporary_folders() - temporary
        if left and not wrong:
            wrong = f"left in the temporary folder: {sorted(left)[:3]}"
        told = {
            "outcome": "whole" if done else "refused",
            "said": "" if done else said[:900],
            "kinds": case.kinds,
        }
        return {**told, "hostile": case.hostile, "way": "shell" if shell else case.way, "wrong": wrong}
    finally:
        os.chdir(home)
        shutil.rmtree(folder, ignore_errors=True)


def _by_processing(algorithm: Any, case: Case) -> tuple[bool, str, str]:
    """Whether ``processing.run`` succeeded, what it said or refused with, and what was wrong with that."""
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    done, said, wrong = True, "", ""
    try:
        processing.run(algorithm, case.chosen, feedback=feedback)
    except QgsProcessingException as error:
        done, said = False, str(error).strip().removeprefix(UNABLE)
        wrong = refusal(said)
    log = feedback.textLog()
    if not wrong and "Traceback (most recent" in log:
        wrong = f"traceback in the log: {log[-500:]}"
    return done, log if done else said, wrong


def _by_shell(algorithm: Any, case: Case) -> tuple[bool, str, str]:
    """The same of ``qgis_process``, with its exit code."""
    words = command(algorithm.id(), case.chosen, "--json")
    ran = subprocess.run(
        [word.replace("\0", "") for word in words],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=patient(SHELL_SECONDS),
    )
    out, err = (text.decode("utf-8", "replace") for text in (ran.stdout, ran.stderr))
    if "Traceback (most recent" in out + err:
        return False, err, f"traceback: {(out + err)[-500:]}"
    told = '"results"' in out
    if ran.returncode not in (0, 1) or told != (ran.returncode == 0):
        return False, err, f"exit code {ran.returncode}, results {told}: {err[-300:]}"
    return told, out if told else err.strip()[-300:], "" if told or err.strip() else "no words"


def started() -> dict[str, Any]:
    """QGIS with Processing and this plugin; its algorithms by name."""
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(PLUGIN_PATH_OF_QGIS)
    from processing.core.Processing import Processing

    Processing.initialize()
    from landslide_plugin.plugin import LandslidePlugin

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    started.kept = app, plugin  # type: ignore[attr-defined]
    # Held for good, and not asked for by name again: QGIS 3.22 loses count of who holds them.
    return {one.name(): one for one in plugin.provider.algorithms()}


def make_world(folder: Path, algorithms: Mapping[str, Any]) -> None:
    """Make the sound world, which all cases take their files from."""
    import processing
    from qgis.core import QgsProcessingFeedback

    kept = []

    def run(name: str, chosen: dict[str, Any]) -> Any:
        kept.append(QgsProcessingFeedback(False))
        return processing.run(algorithms[name], chosen, feedback=kept[-1])

    small_world.make(folder, run)


def main(arguments: Sequence[str]) -> None:
    """Try the cases named ``algorithm:seed``, by the shell if they end in ``:shell``; first comes the world's folder.

    The world is made if it is not there. Without a case the names of all algorithms are told.
    """
    world = Path(arguments[0]).absolute()
    algorithms = started()
    if not world.exists():
        make_world(world, algorithms)
    if not arguments[1:]:
        say(algorithms=list(algorithms))
    for case in arguments[1:]:
        name, seed, *way = case.split(":")
        algorithm = algorithms[name]
        say(begun=case)
        began = time.monotonic()
        try:
            told = attempt(algorithm, int(seed), world, bool(way))
        except Exception as error:  # whatever comes out of QGIS is a finding
            told = {"wrong": f"{type(error).__name__}: {error}"}
        say(done=case, seconds=round(time.monotonic() - began, 2), **told)
    sys.stdout.flush()
    os._exit(0)  # QGIS frees what its exceptions hold in no safe order


if __name__ == "__main__":
    main(sys.argv[1:])
