"""One QGIS that runs a scene: the results before, the run that is cut off, or the run after it.

``python -m tests.attack.once WORLD FOLDER... --scene NAME`` with ``--first`` or not; ``--kill`` ends this process at
that write of a file, counted from the start of the run.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from .child import UNABLE, started
from .protocol import say
from .scenes import parameters

RENAMES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Moments:
    """Counts what Python does to files in the folders of a run, and ends the process at one of them."""

    def __init__(self, homes: list[str], kill: int):
        self.count, self._homes, self._kill, self.on = 0, homes, kill, False
        sys.addaudithook(self._heed)

    def _heed(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on or (event != "open" and event not in RENAMES):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITING):
            return
        if str(arguments[0]).startswith(tuple(self._homes)):
            if self.count == self._kill:
                os.kill(os.getpid(), signal.SIGKILL)
            self.count += 1


def run(algorithm: Any, chosen: dict[str, Any]) -> str:
    """What a run was refused with; empty if it succeeded."""
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    try:
        processing.run(algorithm, chosen, feedback=feedback)
    except QgsProcessingException as error:
        return str(error).strip().removeprefix(UNABLE) or "no words"
    log = feedback.textLog()
    return f"traceback in the log: {log[-500:]}" if "Traceback (most recent" in log else ""


def main() -> None:
    """Run the scene in each of the folders, and tell of each."""
    ask = argparse.ArgumentParser()
    ask.add_argument("world", type=Path)
    ask.add_argument("folders", type=Path, nargs="+")
    ask.add_argument("--scene", required=True)
    ask.add_argument("--first", action="store_true")
    ask.add_argument("--kill", type=int, default=-1)
    asked = ask.parse_args()
    algorithm = started()[asked.scene]
    moments = Moments([str(one) for one in asked.folders] + [os.environ["TMPDIR"]], asked.kill)
    for folder in asked.folders:
        chosen = parameters(algorithm, folder, asked.world, not asked.first)
        begun, moments.count, moments.on = time.monotonic(), 0, True
        say(begun=str(folder))
        said = run(algorithm, chosen)
        moments.on = False
        say(done=str(folder), said=said, moments=moments.count, seconds=time.monotonic() - begun)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
