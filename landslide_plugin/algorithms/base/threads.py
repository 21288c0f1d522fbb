"""CRS objects of a run go with its thread, before any layer can come to share them; errands to the main thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from time import monotonic
from typing import Callable, Optional, TypeVar

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal, pyqtSlot

from ...core.errors import WorkerError
from ...core.progress import Progress

Found = TypeVar("Found")
LOOKS_A_SECOND, PATIENCE_S = 20, 60.0
"""How often a cancel is looked for, and how long the main thread may be at something else."""


@contextmanager
def own_crs() -> Iterator[None]:
    """What a thread knew of CRSs is forgotten when its work is done.

    QGIS shares one object a CRS among all layers, and empties those that a thread made when the thread ends, half a
    minute after the run: layers loaded in between, and the project, are then without a CRS (seen in QGIS 3.22).
    """
    try:
        yield
    finally:
        application = QgsApplication.instance()
        if application is not None and QThread.currentThread() != application.thread():
            QgsCoordinateReferenceSystem.invalidateCache()


class _Errand(QObject):
    """Work that another thread asks the main thread for."""

    asked = pyqtSignal()

    def __init__(self, work: Callable[[], object], home: QThread) -> None:
        super().__init__()
        self._work, self._dropped = work, False
        self.begun, self.done = Event(), Event()
        self.result: object = None
        self.error: Optional[BaseException] = None
        self.moveToThread(home)
        self.asked.connect(self.run)  # queued, since it is asked for from another thread

    @pyqtSlot()
    def run(self) -> None:
        """Do the work, unless nobody waits for it any more."""
        self.begun.set()
        try:
            if not self._dropped:
                self.result = self._work()
        except Exception as error:
            self.error = error
        finally:
            self.done.set()

    def drop(self) -> None:
        """Let the work be, if it was not begun."""
        self._dropped = True


def in_main_thread(work: Callable[[], Found], progress: Progress) -> Found:
    """Do what only the main thread may do, such as drawing a layout, from any thread; its result or its error.

    Raises
    ------
    WorkerError
        The main thread is at something else for a minute.
    Cancelled
        Before it was begun.
    """
    application = QgsApplication.instance()
    home = application.thread() if application is not None else QThread.currentThread()
    if QThread.currentThread() == home:
        return work()
    errand, asked_at = _Errand(work, home), monotonic()
    errand.asked.emit()
    try:
        while not errand.done.wait(1.0 / LOOKS_A_SECOND):
            if errand.begun.is_set():
                continue
            progress.check()
            if monotonic() - asked_at > PATIENCE_S:
                raise WorkerError(f"QGIS did not answer for {PATIENCE_S:.0f} s, so nothing could be drawn")
        if errand.error is not None:
            raise errand.error
        found: Found = errand.result  # type: ignore[assignment]
        return found
    finally:
        errand.drop()
        errand.deleteLater()
