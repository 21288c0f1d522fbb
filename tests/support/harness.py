"""Real ``qgis_process`` runs for tests: see ``tools/check/qgis_runner.py``."""

from tools.check.qgis_runner import (
    PROFILE,
    REPOSITORY,
    command,
    enable_plugin,
    environment,
    messages,
    outputs,
    qgis_process,
    report,
)

__all__ = [
    "PROFILE",
    "REPOSITORY",
    "command",
    "enable_plugin",
    "environment",
    "messages",
    "outputs",
    "qgis_process",
    "report",
]
