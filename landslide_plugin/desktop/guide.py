"""The study guide: what is done, what is missing, what comes next, each line with the dialog that does it."""

from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..algorithms.base.translation import tr
from .known_layers import Found, filled, found_in
from .steps import DONE, MISSING, NEXT, OPEN, GuideStep, Standing, standings
from .words import AGAIN, GUIDE, PRESS, standing_words

WAIT_MS = 300
"""Layers get their kind just after they are added, and many may come at once."""

MARKS = {
    DONE: ("\u2713", "#2b8a5a"),
    NEXT: ("\u25b6", "#1f5fa8"),
    OPEN: ("\u25cb", "#777777"),
    MISSING: ("\u2013", "#888888"),
}

BUTTON_ROOM_PX = 26
"""Beside the word of a button; more would be taken from the text."""

FIRST_AGAIN = "check"
"""The step above which the heading of the single steps stands."""

OpenDialog = Callable[[str, dict[str, Any]], None]


class GuideDock(QDockWidget):
    """A dock that follows the layers of the project."""

    def __init__(self, open_dialog: OpenDialog, parent: QWidget):
        super().__init__(tr(GUIDE), parent)
        self.setObjectName("LandslideStudyGuide")
        self._open_dialog = open_dialog
        self._found: Found = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._signals = _signals(QgsProject.instance())
        for signal in self._signals:
            signal.connect(self._later)
        self.visibilityChanged.connect(self._later)
        self.refresh()

    def disconnect_project(self) -> None:
        """Listen no more; before the dock is taken away."""
        self._timer.stop()
        for signal in self._signals:
            signal.disconnect(self._later)
        self._signals = []

    def _later(self, *_: Any) -> None:
        self._timer.start(WAIT_MS)

    def refresh(self) -> None:
        """Look at the project anew."""
        self._found = found_in(QgsProject.instance())
        self.setWidget(_page(standings(self._found), self._open))

    def _open(self, step: GuideStep) -> None:
        self._found = found_in(QgsProject.instance())
        self._open_dialog(step.dialog(self._found), filled(step.fills, self._found))


def _signals(project: Optional[QgsProject]) -> list[Any]:
    if project is None:
        return []
    return [project.layersAdded, project.layersRemoved, project.readProject, project.cleared]


def _page(found: list[Standing], opened: Callable[[GuideStep], None]) -> QScrollArea:
    area, page = QScrollArea(), QWidget()
    rows = QGridLayout()
    rows.setColumnStretch(1, 1)
    for standing in found:
        row = rows.rowCount()
        if standing.step.key == FIRST_AGAIN:
            rows.addWidget(_heading(), row, 0, 1, 3)
            row += 1
        for column, widget in enumerate(_line(standing, opened)):
            rows.addWidget(widget, row, column)
    whole = QVBoxLayout(page)
    whole.addLayout(rows)
    whole.addStretch(1)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
    return area


def _heading() -> QLabel:
    heading = QLabel(f'<br><span style="color:{MARKS[OPEN][1]}">{tr(AGAIN)}</span><hr>')
    heading.setTextFormat(Qt.TextFormat.RichText)
    return heading


def _line(standing: Standing, opened: Callable[[GuideStep], None]) -> tuple[QWidget, QWidget, QWidget]:
    step, (sign, colour) = standing.step, MARKS[standing.state]
    words = standing_words(standing)
    mark = QLabel(f'<span style="color:{colour};font-size:14pt">{sign}</span>')
    mark.setToolTip(words)
    title = f"<b>{tr(step.title)}</b>" if standing.state != MISSING else tr(step.title)
    text = QLabel(f'{title} <span style="color:{colour}">{words}</span><br><small>{tr(step.about)}</small>')
    text.setWordWrap(True)
    text.setObjectName(f"line_{step.key}")
    text.setProperty("state", standing.state)
    button = QPushButton(tr(PRESS))
    button.setObjectName(f"open_{step.key}")
    button.setToolTip(tr(step.title))
    button.setMaximumWidth(button.fontMetrics().boundingRect(button.text()).width() + BUTTON_ROOM_PX)
    button.clicked.connect(partial(_press, opened, step))
    return mark, text, button


def _press(opened: Callable[[GuideStep], None], step: GuideStep, _: bool = False) -> None:
    opened(step)
