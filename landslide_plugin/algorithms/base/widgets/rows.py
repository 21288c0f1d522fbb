"""Rows of an open dialog: which are left out, greyed, under which heading, and how long labels are drawn."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any, Optional

from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from ..choices import OURS
from ..dialog.by_choice import ByChoice
from ..dialog.form import Form
from ..translation import tr

OURS_ID = "landslide:"
HEADING = "landslide_heading"
"""Name of the labels that are headings."""
LONGEST_LINE = 38
"""Letters of a tick's text in a line."""
DRAWER = "landslide_rows_not_shown"
"""Name of the widget that holds what is not shown."""


def arrange(wrappers: Sequence[Any]) -> None:
    """Lay out the rows of a dialog as the algorithm of its parameters asks; idle for any other algorithm."""
    rows = {wrapper.parameterDefinition().name(): wrapper for wrapper in wrappers}
    algorithm: Any = next((row.parameterDefinition().algorithm() for row in rows.values()), None)
    if algorithm is None or not algorithm.id().startswith(OURS_ID):
        return
    form = getattr(algorithm, "FORM", None)
    if not isinstance(form, Form):
        for row in rows.values():
            for part in _parts(row):
                _break_text(part)
        return
    offered = getattr(algorithm, "BY_CHOICE", None)
    hidden = {*form.hidden, *(offered.files if isinstance(offered, ByChoice) else ())}
    for key, row in rows.items():
        for part in _parts(row):
            if key in hidden:
                _put_away(part)
            else:
                _break_text(part)
        _say_what_is_usual(row)
    for heading, keys in form.headings.items():
        first = next(
            (key for key in rows if key in keys and key not in hidden and _is_folded(rows[key])), None
        )
        if first is not None:
            _put_heading(tr(heading), rows[first])
    _follow(form, rows, offered)


def _break_text(part: QWidget) -> None:
    """Break a long label over lines, so that it does not push buttons out of view; a tick does not by itself."""
    if isinstance(part, QLabel):
        part.setWordWrap(True)
        return
    for box in [part, *part.findChildren(QCheckBox)]:
        if isinstance(box, QCheckBox):
            box.setText(fill(box.text(), LONGEST_LINE))


def is_ours(row: Any) -> bool:
    """Whether a row's field is one of our own."""
    told = row.parameterDefinition().metadata().get("widget_wrapper")
    return isinstance(told, dict) and str(told.get("widget_type", "")).startswith(OURS)


def _is_folded(row: Any) -> bool:
    """Whether a row stands under Advanced."""
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    return bool(row.parameterDefinition().flags() & advanced)


def _parts(row: Any) -> list[Any]:
    """Field and label of a row, of wrappers old and new; a tick has no label."""
    new = hasattr(row, "wrappedWidget")
    parts = [row.wrappedWidget(), row.wrappedLabel()] if new else [row.widget, row.label]
    return [part for part in parts if part is not None]


def say_labels(field: QWidget, words: Sequence[str], labels: Sequence[str]) -> None:
    """Show in a list of the designer, which QGIS makes, labels in place of words; its values stay the words."""
    for box in field.findChildren(QComboBox):
        held = {place: box.itemData(place) for place in range(box.count())}
        places = {value: place for place, value in held.items() if isinstance(value, str)}
        if words and set(words) <= set(places):
            for word, label in zip(words, labels):
                box.setItemText(places[word], label)


def _put_away(part: QWidget) -> None:
    """Take a part out of the form and keep it where nothing shows it: Advanced shows all it holds when opened."""
    window = part.window()
    drawer = window.findChild(QWidget, DRAWER)
    if drawer is None:
        drawer = QWidget(window)
        drawer.setObjectName(DRAWER)
        drawer.hide()
    part.setParent(drawer)
    part.hide()


def _put_heading(text: str, row: Any) -> None:
    """A line in bold above a row."""
    first = next((part for part in reversed(_parts(row)) if part.parentWidget() is not None), None)
    layout: Any = first.parentWidget().layout() if first is not None else None
    if first is None or layout is None or layout.indexOf(first) < 0:
        return
    heading = QLabel(f"<b>{text}</b>", first.parentWidget())
    heading.setObjectName(HEADING)
    heading.setWordWrap(True)
    heading.setContentsMargins(0, 12, 0, 2)
    layout.insertWidget(layout.indexOf(first), heading)


def _say_what_is_usual(row: Any) -> None:
    """Show in an empty field of a number what is taken if nothing is given."""
    metadata = row.parameterDefinition().metadata().get("widget_wrapper")
    usual = metadata.get("usual") if isinstance(metadata, dict) else None
    field: Any = next(iter(_parts(row)), None)
    if not usual or not isinstance(field, QWidget):
        return
    for kind in (QgsDoubleSpinBox, QgsSpinBox):
        for box in [field, *field.findChildren(kind)]:
            if isinstance(box, kind):
                box.setSpecialValueText(usual)


def _follow(form: Form, rows: dict[str, Any], offered: Optional[ByChoice]) -> None:
    """Grey the rows that mean nothing, now and whenever a value changes; one that was changed stays in reach."""
    usual = {key: _plain(row.parameterDefinition().defaultValue()) for key, row in rows.items()}
    watched = set(rows) if form.idle is not None else {choice for choice, _ in form.modes.values()}
    watched |= {offered.key} if offered is not None else set()

    def grey(*_: Any) -> None:
        values = {key: _plain(rows[key].parameterValue()) for key in rows}
        unused = form.unused(values)
        if offered is not None and not values.get(offered.key):
            unused |= {offered.folder, offered.load}
        for key, row in rows.items():
            for part in _parts(row):
                part.setEnabled(key not in unused or values[key] != usual[key])

    for key in watched & set(rows):
        rows[key].widgetValueHasChanged.connect(grey)
    if watched:
        grey()


def _plain(value: Any) -> Any:
    """A value, None where it is empty."""
    empty = value in (None, "", []) or (hasattr(value, "isNull") and value.isNull())
    return None if empty else value
