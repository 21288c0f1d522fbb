"""The rim is ready for Qt 6: enums fully qualified, Qt through ``qgis.PyQt``, nothing compiled."""

import re

from tools.ship.package import PLUGIN, REPOSITORY

ENUM_WITHOUT_ITS_TYPE = re.compile(r"\bQ[A-Za-z]+\.(?!SourceType\b)[A-Z][A-Za-z0-9]+\b(?![.(A-Za-z])")
DIRECT_QT = re.compile(r"^\s*(from|import) PyQt[56]", re.MULTILINE)
OLD_CALLS = re.compile(r"\.exec_\(|QRegExp\b|qApp\b|_rc\b")


def breaches(text):
    """What would fail under Qt 6."""
    return [
        m.group() for pattern in (ENUM_WITHOUT_ITS_TYPE, DIRECT_QT, OLD_CALLS) for m in pattern.finditer(text)
    ]


def test_planted_breaches_are_found():
    for line in (
        "QgsProcessing.TypeRaster,",
        "from PyQt5.QtCore import Qt",
        "dialog.exec_()",
        "QVariant.Int)",
    ):
        assert breaches(line), line
    assert not breaches("QgsProcessing.SourceType.TypeRaster, QgsPalettedRasterRenderer.Class(1, colour)")


def test_the_plugin_is_ready():
    folder = REPOSITORY / PLUGIN
    files = [*(folder / "algorithms").glob("*.py"), *(folder / "desktop").glob("*.py"), *folder.glob("*.py")]
    found = {path.name: breaches(path.read_text(encoding="utf-8")) for path in files}
    assert {name: what for name, what in found.items() if what} == {}
