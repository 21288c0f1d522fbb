"""One QGIS that runs a scene: the results before, the run that is cut off, or the run after it.

``python -m tests.attack.once WORLD FOLDER... --scene NAME`` with ``--first`` or not. ``--kills`` says who is killed in
each folder and when, in seconds or, for ``file``, at which write of a file. ``--rooms`` runs in copies of the folder on
a small disk that is full from a moment on (see ``little_room``), and once more with all the room there is.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .child import UNABLE, started
from .held import TEMPORARY, half_written, relative
from .protocol import say
from .scenes import parameters
from .victims import MARK, killed, survivors

RENAMES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Moments:
    """Counts what Python does to files in the folders of a run, and at one of them does something."""

    def __init__(self, homes: list[str], at: int, then: Callable[[], None]):
        self.count, self.homes, self.at, self.then, self.on = 0, homes, at, then, False
        sys.addaudithook(self._heed)

    def _heed(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on or (event != "open" and event not in RENAMES):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITING):
            return
        if str(arguments[0]).startswith(tuple(self.homes)):
            self.count += 1
            if self.count == self.at + 1:
                self.then()


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


def _killed(
    algorithm: Any, asked: argparse.Namespace, folder: Path, plan: str, moments: Moments
) -> dict[str, Any]:
    """How a run that was to be killed ended, and what of it lives on."""
    victim, _, moment = plan.partition(":")
    os.environ[MARK] = "1"

    def attempt() -> str:
        moments.at, moments.count, moments.on = (int(moment) if victim == "file" else -1), 0, True
        return run(algorithm, parameters(algorithm, folder, asked.world, True))

    return {"ended": killed(victim, float(moment), attempt), "survivors": survivors()}


def _in_little_room(algorithm: Any, asked: argparse.Namespace, room: str, moments: Moments) -> dict[str, Any]:
    """What the run in little room was refused with and left, and then that with all the room."""
    folder = asked.disk / "case"
    shutil.copytree(asked.folders[0], folder)
    chosen = parameters(algorithm, folder, asked.world, True)
    with little_room(asked.disk, room, moments):
        said = run(algorithm, chosen)
    told = {"said": said, "state": relative(folder), "halves": halves(folder)}
    after = {"after": run(algorithm, chosen), "after_state": relative(folder), "after_halves": halves(folder)}
    left = [path.name for path in Path(tempfile.gettempdir()).glob(f"{TEMPORARY}*")]
    shutil.rmtree(folder)
    return {**told, **after, "left": left}


@contextmanager
def little_room(disk: Path, room: str, moments: Moments) -> Iterator[None]:
    """At a moment of the run leave so many bytes on a small disk, or let no file grow beyond so many.

    ``room`` is the moment, a colon, and the bytes: on the disk, or after ``-`` of a file. The limit holds for
    processes that are started later too.
    """
    moment, _, size = room.partition(":")
    filler, before = disk / "filler", resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill() -> None:
        if size.startswith("-"):
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(size[1:]), before[1]))
            return
        moments.on = False
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(shutil.disk_usage(disk).free - int(size), 1))
        moments.on = True

    moments.at, moments.then, moments.count, moments.on = int(moment), fill, 0, True
    try:
        yield
    finally:
        moments.on = False
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        filler.unlink(missing_ok=True)


def halves(folder: Path) -> list[str]:
    """What of the results is not whole."""
    found = {
        path.relative_to(folder).as_posix(): half_written(path) for path in (folder / "out").rglob("*.*")
    }
    return [path for path, words in found.items() if words]


def main() -> None:
    """Run the scene in each of the folders, and tell of each."""
    ask = argparse.ArgumentParser()
    ask.add_argument("world", type=Path)
    ask.add_argument("folders", type=Path, nargs="+")
    ask.add_argument("--scene", required=True)
    ask.add_argument("--first", action="store_true")
    ask.add_argument("--kills", nargs="*", default=[], help="victim:moment, one a folder")
    ask.add_argument("--rooms", nargs="*", default=[])
    ask.add_argument("--disk", type=Path, help="folder on the small disk")
    asked = ask.parse_args()
    algorithm = started()[asked.scene]
    moments = Moments(
        [str(one) for one in asked.folders] + [os.environ["TMPDIR"]],
        -1,
        lambda: os.kill(os.getpid(), signal.SIGKILL),
    )
    if asked.rooms:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        moments.homes = [str(asked.disk)]
    for room in asked.rooms:
        say(begun=room)
        say(done=room, **_in_little_room(algorithm, asked, room, moments))
    for folder, plan in zip(asked.folders, asked.kills):
        say(begun=str(folder))
        say(done=str(folder), **_killed(algorithm, asked, folder, plan, moments))
    for folder in asked.folders if not (asked.rooms or asked.kills) else ():
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
