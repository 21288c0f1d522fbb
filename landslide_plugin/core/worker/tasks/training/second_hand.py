"""The second process of a run as those of the run see it who have work for it: one errand after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, Optional, Protocol, TypeVar

from ....progress import Progress

Made = TypeVar("Made")
LOOK_S = 0.05
"""How often who waits for the other process looks whether the run was cancelled."""


class Second(Protocol):
    """A process that does jobs for this one."""

    @property
    def folder(self) -> Path:
        """Where results go; it is there once the process was started."""

    @property
    def memory_mib(self) -> int:
        """What it held after its last job."""

    def start(self) -> None:
        """Start it."""

    def run(self, task: str, job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
        """Run a job."""

    def end(self) -> None:
        """End it."""


class Errand(Generic[Made]):
    """Work for the second process: it waits for its turn, is begun, and is done or failed.

    Parameters
    ----------
    work : callable
        From the started process and a progress that ends with the run to what it gives.
    """

    def __init__(self, work: Callable[[Second, Progress], Made]) -> None:
        self._work, self._lock = work, threading.Lock()
        self._begun = self._taken = False
        self.over = threading.Event()
        self._made: list[Made] = []

    def taken_back(self) -> bool:
        """Whether it will not be done, as its turn had not come when this was asked."""
        with self._lock:
            self._taken = not self._begun
            return self._taken

    def result(self, progress: Progress) -> Optional[Made]:
        """What it gave, once it is done; None where it failed.

        Raises
        ------
        Cancelled
        """
        while not self.over.wait(LOOK_S):
            progress.check()
        return self._made[0] if self._made else None

    def do(self, second: Second, progress: Progress) -> None:
        """Do it, unless it was taken back; whatever goes wrong in the other process is raised."""
        with self._lock:
            self._begun = not self._taken
        try:
            if self._begun:
                second.start()
                self._made.append(self._work(second, progress))
        finally:
            self.over.set()

    def given_up(self) -> None:
        """It will not be done."""
        self.over.set()


class SecondHand:
    """Errands for the second process of a run, done in their order; without one, or once it failed, none is done.

    Who hands out an errand does it himself where it fails, and so meets himself what there was to meet. As a context
    manager it ends the process.

    Parameters
    ----------
    second : Second or None
    progress : Progress
        Told once if the process failed.
    """

    def __init__(self, second: Optional[Second], progress: Progress) -> None:
        self._second, self._progress = second, progress
        self._waiting: list[Errand[Any]] = []
        self._told = threading.Condition()
        self._over = threading.Event()
        self._gone, self._has_worked = second is None, False
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> SecondHand:
        if self._second is not None:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._second is not None:
            self._second.end()
            with self._told:
                self._told.notify_all()
            self._thread.join()

    @property
    def is_there(self) -> bool:
        """Whether there is a process that has not failed."""
        return not self._gone

    def asked(self, work: Callable[[Second, Progress], Made], by_the_way: bool = False) -> Errand[Made]:
        """An errand, which is done when its turn comes; by the way only if the process has already worked."""
        errand = Errand(work)
        with self._told:
            if self._gone or (by_the_way and not self._has_worked):
                errand.given_up()
            else:
                self._waiting.append(errand)
                self._told.notify_all()
        return errand

    def _serve(self) -> None:
        """Do errands until the run is over or the process fails; those left then are given up."""
        progress = Progress(is_cancelled=self._over.is_set)
        second = self._second
        while second is not None and (errand := self._next()) is not None:
            try:
                self._has_worked = True
                errand.do(second, progress)
            except Exception as error:  # whatever it was, this process must not wait for what never comes
                if not self._over.is_set():
                    self._progress.info(f"The second process ended ({error}); this one goes on alone")
                break
        with self._told:
            self._gone = True
            for errand in self._waiting:
                errand.given_up()

    def _next(self) -> Optional[Errand[Any]]:
        with self._told:
            while not self._waiting and not self._over.is_set():
                self._told.wait()
            return None if self._over.is_set() else self._waiting.pop(0)
