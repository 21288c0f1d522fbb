"""Dialogs of QGIS filled as a command says, and what stands on their fields; for scripts that run within QGIS."""

import re
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
)

OPTIONAL = re.compile(r"\s*\[optional\]$")
CRS = re.compile(r" \[[A-Z]+:\d+\]$")
SUBSET = "|subset="
COLOUR_OF_WARNINGS = "#b85a20"
"""In the log of a dialog of QGIS."""
NEW_LINE = "\u2028"


def given(command_params, algorithm, folder):
    """Values of a command as a dialog takes them: layers of the project by their ids, files by their paths."""
    found = {}
    for key, value in command_params:
        definition = algorithm.parameterDefinition(key)
        if definition is None:
            continue
        meant = _layer_or_path(value, definition, folder)
        many = getattr(definition, "allowMultiple", bool)()
        several = isinstance(definition, QgsProcessingParameterMultipleLayers) or many
        found[key] = [*found.get(key, []), meant] if several else meant
    return found


def _layer_or_path(value, definition, folder):
    source, _, subset = value.partition(SUBSET)
    path = folder / source.split("|")[0]
    layer = layer_of(path)
    if layer is not None and not definition.isDestination() and definition.type() != "file":
        if not subset:
            return layer.id()
        layer.selectByExpression(subset)
        return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    is_file = path.exists() or (definition.isDestination() and "/" not in value)
    return str(path) if is_file else value


def layer_of(path):
    """The layer of the project that shows a file."""
    layers = QgsProject.instance().mapLayers().values()
    return next((layer for layer in layers if Path(layer.source().split("|")[0]) == path), None)


def stand_in(layer, folder):
    """A layer that is called as one of a step that was not run, with its bands, empty otherwise."""
    path = folder / layer["file"]
    if not path.exists():
        names = layer["bands"] or [""]
        path.parent.mkdir(parents=True, exist_ok=True)
        raster = gdal.GetDriverByName("GTiff").Create(str(path), 2, 2, len(names))
        raster.SetProjection(QgsCoordinateReferenceSystem("EPSG:32717").toWkt())
        for number, name in enumerate(names, 1):
            raster.GetRasterBand(number).SetDescription(name)
        raster = None
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(path), layer["name"]))


def told_of(layer):
    """What is kept of a layer: name, file, and the descriptions of its bands."""
    bands = []
    if isinstance(layer, QgsRasterLayer):
        raster = gdal.Open(layer.source())
        bands = [raster.GetRasterBand(i + 1).GetDescription() for i in range(raster.RasterCount)]
    return {"name": layer.name(), "file": layer.source(), "bands": bands}


def advanced_of(panel):
    """The box of a dialog that most fields are folded away in; None if it has none."""
    return panel.findChild(QGroupBox, "grpAdvanced")


def seen_of(dialog, algorithm):
    """What stands on a dialog: title, group, fields by key, and all texts.

    Of a field: its label without what is optional, what it shows, whether it is folded away, and whether it is an
    output.
    """
    panel = dialog.mainWidget()
    folded, rows = advanced_of(panel), {}
    for definition in algorithm.parameterDefinitions():
        wrapper = panel.wrappers.get(definition.name())
        widget = _widget_of(wrapper)
        hidden = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden
        if widget is None or hidden:
            continue
        rows[definition.name()] = {
            "label": _label_of(wrapper, widget, definition),
            "shown": _shown(wrapper, widget, definition),
            "advanced": folded is not None and folded.isAncestorOf(widget),
            "output": definition.isDestination(),
        }
    texts = {label.text() for label in panel.findChildren(QLabel)}
    texts |= {box.text() for box in panel.findChildren(QCheckBox)}
    texts |= {box.title() for box in panel.findChildren(QGroupBox)}
    texts |= {button.text() for button in dialog.findChildren(QPushButton)}
    for box in panel.findChildren(QComboBox):
        texts |= {box.itemText(i) for i in range(box.count())}
    return {
        "title": dialog.windowTitle(),
        "group": algorithm.group(),
        "rows": rows,
        "texts": sorted(CRS.sub("", OPTIONAL.sub("", text)) for text in texts),
    }


def _widget_of(wrapper):
    if wrapper is None:
        return None
    return wrapper.wrappedWidget() if hasattr(wrapper, "wrappedWidget") else wrapper.widget


def _label_of(wrapper, widget, definition):
    label = wrapper.wrappedLabel() if hasattr(wrapper, "wrappedLabel") else getattr(wrapper, "label", None)
    own = widget.text() if hasattr(widget, "text") else definition.description()
    return OPTIONAL.sub("", own if label is None else label.text())


def _shown(wrapper, widget, definition):
    """What a person reads in the field."""
    project = QgsProject.instance()
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        value = wrapper.value() if hasattr(wrapper, "value") else wrapper.parameterValue()
        layers = [
            project.mapLayer(str(each)) or layer_of(Path(str(each).split("|")[0])) for each in value or []
        ]
        return ", ".join(layer.name() for layer in layers if layer is not None)
    if isinstance(widget, QCheckBox):
        return "yes" if widget.isChecked() else "no"
    for kind in (QComboBox, QDoubleSpinBox, QSpinBox, QLineEdit):
        found = widget if isinstance(widget, kind) else widget.findChild(kind)
        if found is None:
            continue
        if kind is QComboBox:
            return CRS.sub("", found.currentText())
        if kind is QLineEdit or found.text() == found.specialValueText():
            return found.text()
        return f"{found.value():.12g}"
    return str(wrapper.parameterValue())


def warnings_of(dialog):
    """The lines that the log of a dialog shows as warnings, each once."""
    found = []
    for edit in dialog.findChildren(QTextEdit):
        block = edit.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                part = parts.fragment()
                if part.charFormat().foreground().color().name() == COLOUR_OF_WARNINGS:
                    found += [line.strip() for line in part.text().split(NEW_LINE) if line.strip()]
                parts += 1
            block = block.next()
    return list(dict.fromkeys(found))
