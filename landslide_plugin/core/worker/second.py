"""A second modelling process that a modelling process starts to share its work with."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from ..errors import Cancelled
from ..progress import Progress
from ..requirements import available_processors
from ..writing.temporary import temporary_folder
from .client import SCRIPT, Child, write_job
from .protocol import KEEP

READY_S = 10.0
"""How long it may take to say that it waits for more work."""


class SecondProcess:
    """A process that does one job after the other for this one, started when it gets the first.

    It is in the group of this process, so that whoever ends that ends both; and it leaves by itself when this
    process is gone, as its standard input ends.

    Parameters
    ----------
    python : str
        Interpreter of the modelling environment.
    script : str
        The child's program.

    Attributes
    ----------
    memory_mib : int
        What it held after its last job; 0 where that is not known.
    """

    def __init__(self, python: str, script: str = SCRIPT) -> None:
        self._python, self._script = python, script
        self._stack = ExitStack()
        self._child: Optional[Child] = None
        self._folder = Path()
        self._ended, self._changing = False, threading.Lock()
        self.memory_mib = 0

    @classmethod
    def beside(cls, python: str) -> Optional[SecondProcess]:
        """A second process; None where this one has a single processor, or does not know its interpreter."""
        return cls(python) if python and available_processors() > 1 else None

    @property
    def folder(self) -> Path:
        """Where results go; it is there once the process was started, and goes with it."""
        return self._folder

    def start(self) -> None:
        """Start the process, if it is not yet there.

        Raises
        ------
        WorkerError
            The process cannot be started.
        """
        with self._changing:
            if self._child is None and not self._ended:
                self._folder = Path(self._stack.enter_context(temporary_folder()))
                own_file = str(self._folder / "own" / "job.json")
                Path(own_file).parent.mkdir()
                self._child = Child(self._python, self._script, own_file, KEEP, apart=False)

    def run(self, task: str, job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
        """Run a job there; called from one thread alone.

        Raises
        ------
        Cancelled
            The process was ended.
        LandslideError
            As ``client.run_job`` raises it.
        """
        self.start()
        child = self._child
        if child is None:
            raise Cancelled()
        work = self._folder / "work"
        work.mkdir(exist_ok=True)
        child.hand_over(write_job(task, job, str(work)))
        result = child.follow(progress)
        self.memory_mib = child.wait_until_ready(READY_S) or self.memory_mib
        return result

    def end(self) -> None:
        """End the process and remove its folder; nothing is started any more."""
        with self._changing:
            self._ended = True
            child, self._child = self._child, None
        with self._stack:
            if child is not None:
                child.end()
