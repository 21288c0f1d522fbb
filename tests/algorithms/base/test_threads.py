"""Errands to the main thread: done there, their result or error given back, dropped where nobody waits."""

import threading

import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base import threads
from landslide_plugin.algorithms.base.threads import in_main_thread
from landslide_plugin.core.errors import Cancelled, InputError, WorkerError
from landslide_plugin.core.progress import SILENT, Progress


def asked_by_another(app, work, progress=SILENT, answers=True):
    """What comes of an errand that another thread asks for, while this one looks at its events, or does not."""
    from qgis.PyQt.QtCore import QThread

    found = {}

    class Asking(QThread):
        def run(self):
            try:
                found["result"] = in_main_thread(work, progress)
            except Exception as error:
                found["error"] = error

    asking = Asking()
    asking.start()
    while asking.isRunning():
        if answers:
            app.processEvents()
        asking.wait(5)
    app.processEvents()
    return found


def test_work_is_done_in_the_main_thread_and_its_result_comes_back(qgis_app):
    assert in_main_thread(threading.current_thread, SILENT) is threading.main_thread()
    assert asked_by_another(qgis_app, threading.current_thread) == {"result": threading.main_thread()}


def test_an_error_is_raised_where_it_was_asked(qgis_app):
    def fail():
        raise InputError("no fonts")

    assert str(asked_by_another(qgis_app, fail)["error"]) == "no fonts"


def test_nothing_is_done_that_nobody_waits_for(qgis_app, monkeypatch):
    monkeypatch.setattr(threads, "PATIENCE_S", 0.1)
    done = []
    late = asked_by_another(qgis_app, lambda: done.append(1), answers=False)
    assert isinstance(late["error"], WorkerError)
    cancelled = Progress(is_cancelled=lambda: True)
    assert isinstance(
        asked_by_another(qgis_app, lambda: done.append(1), cancelled, False)["error"], Cancelled
    )
    assert done == []
