"""One QgsApplication with Processing and our provider for the whole session."""

import gc
import os
import sys
import traceback
from contextlib import suppress

import pytest

from tools.check.qgis_runner import PLUGIN_PATH_OF_QGIS, PROFILE, environment

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")


@pytest.fixture(scope="session")
def qgis_app():
    """QgsApplication without display, private profile, Processing and provider ``landslide`` running."""
    ours = environment(PROFILE / "tests")
    for name in ("QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "QGIS_CUSTOM_CONFIG_PATH"):
        os.environ[name] = ours[name]
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(PLUGIN_PATH_OF_QGIS)
    from processing.core.Processing import Processing

    Processing.initialize()
    from landslide_plugin.plugin import LandslidePlugin

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    yield app
    let_go_of_raised()
    plugin.unload()
    app.exitQgis()


def let_go_of_raised():
    """Empty the frames that exceptions hold: QGIS never frees what an algorithm raised to it.

    Layers left in them would be deleted after QGIS has gone, which ends in a broken heap.
    """
    from qgis.core import QgsProcessingException

    for raised in [item for item in gc.get_objects() if isinstance(item, QgsProcessingException)]:
        for frame, _ in traceback.walk_tb(raised.__traceback__):
            caller = frame
            while caller is not None:
                following = caller.f_back
                with suppress(RuntimeError):  # a frame that still runs
                    caller.clear()
                caller = following
    gc.collect()


@pytest.fixture(scope="session")
def provider(qgis_app):
    """Our Processing provider."""
    return qgis_app.processingRegistry().providerById("landslide")


@pytest.fixture
def run(qgis_app):
    """``processing.run`` with ``landslide:`` put before a bare id; returns the outputs."""
    import processing

    def run_algorithm(algorithm, params, **keywords):
        name = algorithm if ":" in algorithm else f"landslide:{algorithm}"
        return processing.run(name, params, **keywords)

    return run_algorithm
