"""What scripts inside the desktop share: waiting, a stall meter, dialogs run by their Run button."""

import time
from contextlib import contextmanager

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

from tools.check.patience import patient

TICK_MS = 10


def settle(rounds=20):
    """Let QGIS do what waits."""
    for _ in range(rounds):
        QgsApplication.processEvents()


def settle_for(seconds):
    """Let QGIS work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.002)


def wait_until(condition, seconds):
    """Let QGIS work until ``condition()`` holds; whether it came to hold in time, longer on a busy machine."""
    end = time.monotonic() + patient(seconds)
    while not condition():
        if time.monotonic() > end:
            return False
        QgsApplication.processEvents()
        time.sleep(0.002)
    return True


class Stall:
    """The longest time in s between two ticks of a timer of the desktop."""

    def __init__(self):
        self.longest_s = 0.0
        self._last = time.monotonic()

    def tick(self):
        """Note the time since the last tick."""
        now = time.monotonic()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


@contextmanager
def stall_meter():
    """Measure how long the desktop did not answer inside the block."""
    meter, timer = Stall(), QTimer()
    timer.timeout.connect(meter.tick)
    timer.start(TICK_MS)
    try:
        yield meter
    finally:
        timer.stop()


@contextmanager
def started(algorithm, parameters):
    """A dialog filled with ``parameters`` whose Run button has been clicked; closed at the end."""
    import processing

    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    settle()
    dialog.runButton().click()
    try:
        yield dialog
    finally:
        dialog.close()
        dialog.deleteLater()
        settle()


def running(dialog):
    """Whether the dialog's algorithm is still at work: its Run button is off meanwhile."""
    return not dialog.runButton().isEnabled()


def log_of(dialog):
    """All that the dialog's log says."""
    from qgis.PyQt.QtWidgets import QTextEdit

    return "\n".join(edit.toPlainText() for edit in dialog.findChildren(QTextEdit))


def canvas_colours(layer):
    """Colours of the canvas when it shows ``layer`` alone: how many pixels have each."""
    canvas = iface.mapCanvas()
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    canvas.refresh()
    canvas.waitWhileRendering()
    settle()
    image = canvas.grab().toImage()
    counts = {}
    for x in range(0, image.width(), 4):
        for y in range(0, image.height(), 4):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts
