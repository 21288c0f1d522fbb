"""Starting a modelling process, listening to it and ending it: the parent's side of ``process``."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess  # nosec B404
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Optional

from ..errors import (
    BundleError,
    Cancelled,
    DiskSpaceError,
    GridMismatch,
    InputError,
    LandslideError,
    NotInPlace,
    WorkerError,
)
from ..progress import Progress
from ..requirements import absolute
from ..words.speaking import spoken
from .protocol import PROTOCOL

SCRIPT = str(Path(__file__).resolve().parent / "start.py")
GRACE_S = 3.0
HEED_S = 1.5
"""How long a process that was asked to stop may take to end by itself; then it is killed."""
POLL_S = 0.05
TAIL_LINES = 40

_FOREIGN = (
    "PYTHON",
    "QGIS_",
    "GDAL_",
    "PROJ_",
    "DYLD_",
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "__PYVENV_LAUNCHER__",
)
_CHILD = {
    "PYTHONIOENCODING": "utf-8",
    "PYTHONHASHSEED": "0",
    "KERAS_BACKEND": "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_DETERMINISTIC_OPS": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "MPLBACKEND": "Agg",
}
_ERRORS = {
    error.__name__: error for error in (InputError, GridMismatch, BundleError, DiskSpaceError, NotInPlace)
}


def find_python(candidates: Iterable[str]) -> Optional[str]:
    """Absolute path of the first candidate that is an interpreter or an environment's folder.

    >>> find_python(["", "/nowhere/at/all"]) is None
    True
    """
    for candidate in candidates:
        if not candidate:
            continue
        place = Path(absolute(os.path.expanduser(candidate)))
        inside = [place, place / "bin" / "python", place / "Scripts" / "python.exe"]
        for path in inside:
            if path.is_file() and os.access(path, os.X_OK):
                return str(path)
    return None


def own_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """``environment`` without what QGIS sets for its own Python and libraries.

    >>> own_environment({"PYTHONHOME": "/qgis", "HOME": "/home/a"})
    {'HOME': '/home/a'}
    """
    return {name: value for name, value in environment.items() if not name.upper().startswith(_FOREIGN)}


def child_environment(folder: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Environment of a modelling process: nothing of QGIS's Python, temporary files in ``folder``.

    >>> child_environment("/tmp/job", {"TMPDIR": "/qgis"})["TMPDIR"]
    '/tmp/job'
    """
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR", "KERAS_HOME"), folder)
    return {**own_environment(environment), **_CHILD, **temporary}


def run_job(
    task: str,
    job: Mapping[str, Any],
    folder: str,
    python: str,
    progress: Progress,
    script: str = SCRIPT,
) -> dict[str, Any]:
    """Run one modelling task in a process of its own and return its result.

    Parameters
    ----------
    task : str
        A key of ``process.TASKS``.
    job : mapping
        Plain JSON values; paths absolute.
    folder : str
        Folder made for this job alone; the child removes it if this process dies.
    python : str
        Absolute path of the interpreter of the modelling environment.
    progress : Progress
        Receives the child's progress and messages; asked whether to cancel every 50 ms.
    script : str
        The child's program.

    Raises
    ------
    Cancelled
        The user asked to stop and the child has ended.
    LandslideError
        The task refused its input; the child's own message.
    WorkerError
        The process could not be started, broke the protocol or died; the last lines it printed
        have gone to ``progress.info``.
    """
    child = Child(python, script, write_job(task, job, folder, python))
    try:
        return child.follow(progress)
    finally:
        child.end()


def write_job(task: str, job: Mapping[str, Any], folder: str, python: str = "") -> str:
    """Absolute path of the job file, written into a folder; with an interpreter the job may start a second process."""
    job_file = Path(folder).absolute() / "job.json"
    document = {"protocol": PROTOCOL, "task": task, "language": spoken(), "python": python, "job": job}
    job_file.write_text(json.dumps(document), encoding="utf-8")
    return str(job_file)


@dataclass(frozen=True)
class _Outcome:
    """How a job ended: a result or an error."""

    result: Optional[dict[str, Any]] = None
    error: Optional[LandslideError] = None


class Child:
    """A running modelling process and the two threads that empty its pipes.

    Parameters
    ----------
    python, script, job_file : str
        Absolute paths.
    options : str
        What follows the job file.
    apart : bool
        Whether it leads a group of its own, and is not ended with that of this process.
    """

    def __init__(self, python: str, script: str, job_file: str, *options: str, apart: bool = True) -> None:
        folder = str(Path(job_file).parent)
        try:
            # A fixed script, no shell, absolute paths.
            self.process = subprocess.Popen(  # nosec B603
                [python, script, job_file, *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                env=child_environment(folder, os.environ),
                **(group_options() if apart or os.name == "nt" else {}),
            )
        except OSError as error:
            raise WorkerError(f"The modelling process cannot be started with {python}: {error}") from None
        self.lines: queue.Queue[Optional[bytes]] = queue.Queue()
        self.tail: deque[str] = deque(maxlen=TAIL_LINES)
        self._readers = [
            threading.Thread(target=self._read_events, args=(self.process.stdout,), daemon=True),
            threading.Thread(target=self._read_chatter, args=(self.process.stderr,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def _read_events(self, stream: IO[bytes]) -> None:
        for line in stream:
            self.lines.put(line)
        self.lines.put(None)

    def _read_chatter(self, stream: IO[bytes]) -> None:
        for line in stream:
            self.tail.append(line.decode("utf-8", "replace").rstrip())

    def follow(self, progress: Progress) -> dict[str, Any]:
        """Relay events until the job has an outcome; return the result or raise the error."""
        deadline: Optional[float] = None
        while True:
            if deadline is None and progress.is_cancelled():
                self._ask_to_stop()
                deadline = time.monotonic() + HEED_S
            if deadline is not None and time.monotonic() > deadline:
                raise Cancelled()
            try:
                line = self._next_line()
            except queue.Empty:
                continue
            outcome = self._died() if line is None else self._heed(line, progress)
            if outcome is None:
                continue
            if outcome.result is not None:
                return outcome.result
            if deadline is not None:
                raise Cancelled()
            if isinstance(outcome.error, WorkerError):
                for text in self.tail:
                    progress.info(f"modelling process: {text}")
            raise outcome.error or WorkerError("The modelling process gave no result")

    def _next_line(self) -> Optional[bytes]:
        """The next event; None once there will be no more; ``queue.Empty`` if it is not there yet."""
        try:
            return self.lines.get(timeout=POLL_S)
        except queue.Empty:
            if self.process.poll() is None:
                raise
        # Something the child started may still hold its pipe open, so the end of file may never come.
        self._readers[0].join(GRACE_S)
        return None if self.lines.empty() else self.lines.get_nowait()

    def _heed(self, line: bytes, progress: Progress) -> Optional[_Outcome]:
        """Act on one event; an outcome if it is the last one."""
        try:
            event = json.loads(line)
            kind = event["event"]
        except (ValueError, KeyError, TypeError):
            return _Outcome(
                error=WorkerError(f"The modelling process sent an unreadable event: {line[:200]!r}")
            )
        if kind == "hello" and event.get("protocol") != PROTOCOL:
            return _Outcome(error=_wrong_protocol(event.get("protocol")))
        if kind == "progress":
            progress.fraction(event["share"])
        elif kind == "info":
            progress.info(event["text"])
        elif kind == "warning":
            progress.warning(event["text"])
        elif kind == "result":
            return _Outcome(result=event["result"])
        elif kind == "cancelled":
            return _Outcome(error=Cancelled())
        elif kind == "error":
            return _Outcome(error=_ERRORS.get(event["kind"], WorkerError)(event["message"]))
        elif kind == "crash":
            self._readers[1].join(POLL_S)
            return _Outcome(error=WorkerError(f"The modelling process failed: {event['message']}"))
        return None

    def _died(self) -> _Outcome:
        """The error for a process that closed its events without an outcome."""
        self._wait(GRACE_S)
        self._readers[1].join(POLL_S)
        last = next((text for text in reversed(self.tail) if text), "nothing")
        how = _exit_words(self.process.poll())
        return _Outcome(
            error=WorkerError(f"The modelling process ended too early ({how}); it last printed: {last}")
        )

    def wait_until_ready(self, seconds: float) -> Optional[int]:
        """Memory in MiB of a process that waits for another job; None if it does not say in time that it does."""
        try:
            event = json.loads(self.lines.get(timeout=seconds) or b"null")
        except (queue.Empty, ValueError):
            return None
        is_ready = isinstance(event, dict) and event.get("event") == "ready"
        return int(event["memory_mib"]) if is_ready else None

    def hand_over(self, job_file: str) -> bool:
        """Give another job to a process that waits for one; whether it was there to take it."""
        return self._tell(b"job " + json.dumps(job_file).encode() + b"\n")

    def _ask_to_stop(self) -> None:
        self._tell(b"stop\n")

    def _tell(self, line: bytes) -> bool:
        stdin = self.process.stdin
        try:
            if stdin is not None:
                stdin.write(line)
                stdin.flush()
        except OSError:
            self.tail.append("(it was gone before it could be told anything)")
            return False
        return True

    def _wait(self, seconds: float) -> bool:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> None:
        """Make sure that the process and all it started are gone, and close the pipes."""
        self._wait(2 * POLL_S)
        kill_group(self.process)
        self.process.wait()
        for reader in self._readers:
            reader.join(GRACE_S)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue


def group_options() -> dict[str, Any]:
    """Options of ``Popen`` for a process that leads a group of its own and opens no console window.

    >>> len(group_options())
    1
    """
    if os.name == "nt":
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
    return {"start_new_session": True}


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the child and, where it leads a group, all it started; nothing happens if they are gone."""
    if os.name == "nt":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()


def _wrong_protocol(found: object) -> WorkerError:
    return WorkerError(
        f"The modelling process speaks protocol {found}, QGIS's side {PROTOCOL}; "
        "restart QGIS so that both come from the same version of the plugin"
    )


def _exit_words(code: Optional[int]) -> str:
    """How a process ended, in words.

    >>> _exit_words(-9), _exit_words(7)
    ('killed by SIGKILL, perhaps for lack of memory', 'exit code 7')
    """
    if code is None:
        return "still running"
    if code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"killed by {name}" + (", perhaps for lack of memory" if name == "SIGKILL" else "")
