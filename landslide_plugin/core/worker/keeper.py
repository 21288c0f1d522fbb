"""Keeping a modelling process for the next job, so that its packages need not be loaded again."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..progress import Progress
from ..writing.temporary import temporary_folder
from .client import SCRIPT, Child, run_job, write_job
from .protocol import KEEP

READY_S = 10.0
"""How long a process may take to forget a job before it is ended instead of kept."""


@dataclass(frozen=True)
class Kind:
    """What a process was started as; one of another kind is never used.

    Attributes
    ----------
    python : str
        Interpreter of the modelling environment.
    version : str
        Of the plugin.
    made : int
        When the environment was made, nanoseconds; 0 if it does not say.
    script : str
        The child's program.
    """

    python: str
    version: str
    made: int = 0
    script: str = SCRIPT

    @classmethod
    def of(cls, python: str, version: str, script: str = SCRIPT) -> Kind:
        """Kind of the processes that an interpreter starts now.

        >>> Kind.of("/nowhere/bin/python", "1.0").made
        0
        """
        marks = (Path(python).parent.parent / name for name in ("landslide-complete", "pyvenv.cfg"))
        made = max((mark.stat().st_mtime_ns for mark in marks if mark.is_file()), default=0)
        return cls(python, version, made, script)


class _Kept:
    """A process that takes one job after the other, in a folder of its own."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        with ExitStack() as stack:
            folder = stack.enter_context(temporary_folder())
            self.child = Child(kind.python, kind.script, str(Path(folder, "job.json")), KEEP)
            self._folder = stack.pop_all()

    def end(self) -> None:
        """End the process and remove its folder."""
        with self._folder:
            self.child.end()


class Keeper:
    """At most one modelling process that waits for work.

    A process is kept after a job that was done, and only then: one that was cancelled or failed is ended as ever.
    It works on one job at a time; a second job that comes meanwhile has a process of its own. It is ended when its
    time is up, when another environment or version is asked for, and by ``close``; if this process is killed, it
    leaves by itself, as its standard input ends.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: Optional[_Kept] = None
        self._is_taken = False
        self._is_closed = False
        self._timer: Optional[threading.Timer] = None

    def run(
        self, task: str, job: Mapping[str, Any], folder: str, kind: Kind, minutes: float, progress: Progress
    ) -> dict[str, Any]:
        """Run a job as ``client.run_job`` does, in the kept process if it is free, and keep it ``minutes`` after."""
        kept, is_mine = self._take(kind)
        if not is_mine or minutes <= 0.0:
            if kept is not None:
                kept.end()
            if is_mine:
                self._give_back(None, 0.0)
            return run_job(task, job, folder, kind.python, progress, script=kind.script)
        memory = None
        try:
            job_file = write_job(task, job, folder, kind.python)
            if kept is not None and kept.child.hand_over(job_file):
                progress.info("The modelling process of the last run goes on with this one")
            else:
                if kept is not None:
                    kept.end()
                kept = _Kept(kind)
                kept.child.hand_over(job_file)
            result = kept.child.follow(progress)
            memory = kept.child.wait_until_ready(READY_S)
        finally:
            if memory is None and kept is not None:
                kept.end()
                kept = None
            self._give_back(kept, 60.0 * minutes)
        if memory is not None:
            size = f" and holds {memory} MiB" if memory else ""
            progress.info(f"The modelling process stays for {minutes:g} minutes{size}")
        return result

    def close(self) -> None:
        """End the process that waits, and keep none from now on."""
        with self._lock:
            self._is_closed = True
        self.end_idle()

    def end_idle(self) -> None:
        """End the process that waits, if there is one."""
        with self._lock:
            kept, self._idle = self._idle, None
            self._stop_timer()
        if kept is not None:
            kept.end()

    def _take(self, kind: Kind) -> tuple[Optional[_Kept], bool]:
        """The waiting process, if it is of this kind, and whether this job is the one that may keep one."""
        with self._lock:
            if self._is_taken or self._is_closed:
                return None, False
            self._is_taken = True
            kept, self._idle = self._idle, None
            self._stop_timer()
        if kept is not None and (kept.kind != kind or kept.child.process.poll() is not None):
            kept.end()
            kept = None
        return kept, True

    def _give_back(self, kept: Optional[_Kept], seconds: float) -> None:
        with self._lock:
            self._is_taken = False
            if kept is not None and not self._is_closed:
                self._idle, kept = kept, None
                self._timer = threading.Timer(seconds, self.end_idle)
                self._timer.daemon = True
                self._timer.start()
        if kept is not None:
            kept.end()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
