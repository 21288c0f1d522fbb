"""The rim is ready for Qt 6: enums fully qualified, Qt through ``qgis.PyQt``, nothing compiled."""

import re

import pytest

from tools.check.qt6 import classes, fetch, lacking
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


@pytest.fixture(scope="module")
def stubs():
    """Classes of PyQt6 from its own wheel, which is fetched once."""
    return classes(fetch())


def test_all_that_is_taken_from_qt_is_there_under_qt_6(stubs):
    files = sorted((REPOSITORY / PLUGIN).rglob("*.py"))
    found = {path.name: list(lacking(path.read_text(encoding="utf-8"), stubs)) for path in files}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("from qgis.PyQt.QtCore import QRegExp", "QtCore has no QRegExp"),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "QtWidgets has no QDesktopWidget"),
        ("from qgis.PyQt.QtCore import Qt\nQt.ItemFlag.ItemIsTristate", "Qt.ItemFlag has no ItemIsTristate"),
        (
            "from qgis.PyQt.QtWidgets import QSizePolicy\nQSizePolicy.Expanding",
            "QSizePolicy has no Expanding",
        ),
        ("from qgis.PyQt.QtGui import QPainter\nQPainter.begun()", "QPainter has no begun"),
    ],
)
def test_what_qt_6_lacks_is_found(stubs, line, words):
    assert [found.split(": ", 1)[1] for found in lacking(line, stubs)] == [words]
    assert not list(
        lacking("from qgis.PyQt.QtWidgets import QAction, QSizePolicy\nQSizePolicy.Policy.Fixed", stubs)
    )
