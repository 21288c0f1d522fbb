"""The field of a number such as 0.000001 m/s in a dialog: written 1e-06, a speed also in mm/h.

QGIS's own shows as many decimals as the smallest value needs, zeros too. Named in a parameter's metadata and imported
by QGIS only when it opens a dialog.
"""

from typing import Any, Optional

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ..dialog.form import NOT_SET
from ..translation import tr
from .own_field import OwnField

MM_H_PER_M_S = 3.6e6
DIGITS = 12


class SmallNumberWidget(OwnField):
    """A line for a number, with or without a power of ten."""

    def createWidget(self) -> QWidget:
        field, line, beside = QWidget(), QLineEdit(), QLabel()
        for part in (field, line):
            part.setToolTip(self.definition.toolTip())
        line.setPlaceholderText(str(self.settings.get("usual", tr(NOT_SET))))
        line.textChanged.connect(lambda *_: self._changed())
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        row.addWidget(beside)
        return self.kept(field)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        number = number_of(value)
        text = "" if value is None or _is_null(value) else str(value)
        self._line().setText(text if number is None else f"{number:.{DIGITS}g}")

    def widgetValue(self) -> Any:
        text = self._line().text().strip()
        number = number_of(text)
        return (text or None) if number is None else number

    def _line(self) -> Any:
        field: Any = self.field()
        return field.findChild(QLineEdit)

    def _changed(self) -> None:
        """Say a speed in mm/h too, as rain is told."""
        field: Any = self.field()
        number = number_of(self._line().text())
        is_speed = bool(self.settings.get("speed")) and number is not None
        field.findChild(QLabel).setText(f"= {(number or 0.0) * MM_H_PER_M_S:.4g} mm/h" if is_speed else "")
        self.tell()


def number_of(value: Any) -> Optional[float]:
    """A number, also as text with a decimal comma; None for anything else.

    >>> number_of("1e-6"), number_of("2,5e-7"), number_of(3), number_of(""), number_of("a"), number_of(None)
    (1e-06, 2.5e-07, 3.0, None, None, None)
    """
    try:
        return float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return None


def _is_null(value: Any) -> bool:
    return bool(hasattr(value, "isNull") and value.isNull())
