"""CRS objects of a run go with its thread, before any layer can come to share them."""

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QThread


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
