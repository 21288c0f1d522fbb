"""How the frames of an event look, and when each is shown."""

import os
from typing import Any, Optional

from qgis.core import (
    QgsDateTimeRange,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRasterLayerTemporalProperties,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtXml import QDomDocument

from ....core.words.speaking import say
from ....core.workflows.event_mapping.frames import Frames
from ....core.workflows.event_mapping.job import EventMap
from ....core.workflows.event_mapping.results import CLASSES, PROBABILITY, frame_path, reached_codes, title
from ...styles import rasters as styles
from ...styles.files import save, style_of
from ...styles.tree import TreePlace

RAMP = "probability"
SECOND = 1


def shown_range(frames: Frames, number: int) -> QgsDateTimeRange:
    """When a frame is shown: from the end of its window until that of the next one, UTC.

    All but the first begin a second late and all end a second early: QGIS 3.22 takes two ranges that touch as
    overlapping, and would draw two frames at once.
    """
    start = QDateTime.fromString(f"{frames.ends[number]}Z", Qt.DateFormat.ISODate)
    end = start.addSecs(round(frames.step_h * 3600) - SECOND)
    return QgsDateTimeRange(start.addSecs(SECOND if number else 0), end)


class FrameLayer(styles.StyledLayer):
    """Gives a loaded frame its style, its place and its time."""

    def __init__(self, style: Optional[QDomDocument], place: TreePlace, kind: str, shown: QgsDateTimeRange):
        super().__init__(style, place, kind)
        self._shown = shown

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: Optional[QgsProcessingFeedback]
    ) -> None:
        super().postProcessLayer(layer, context, feedback)
        properties = layer.temporalProperties()
        properties.setFixedTemporalRange(self._shown)
        properties.setIsActive(True)


def style_frames(made: EventMap, cuts: tuple[float, ...], palette: str) -> None:
    """Write the style of every raster, with its time, for whoever loads it later."""
    for kind in made.kinds:
        for number in range(len(made.frames)):
            path = frame_path(made.folder, kind, made.frames, number)
            if kind == PROBABILITY:
                styles.write_ratio_style(path, RAMP, made.legend.low, made.legend.high)
            elif kind == CLASSES:
                styles.write_class_style(path, palette, cuts)
            elif made.score is not None:
                styles.write_palette_style(path, reached_codes(made.score))
            _add_time(path, shown_range(made.frames, number))


def _add_time(path: str, shown: QgsDateTimeRange) -> None:
    document = style_of(path)
    if document is None:
        return
    root = document.documentElement()
    root.setAttribute("styleCategories", "Symbology|Temporal")
    properties = QgsRasterLayerTemporalProperties(None, True)
    properties.setFixedTemporalRange(shown)
    properties.writeXml(root, document, QgsReadWriteContext())
    if document.lastChild().isComment():  # the mark, which is written again
        document.removeChild(document.lastChild())
    save(document, path)


def load_frames(made: EventMap, relative: bool, group: str, context: QgsProcessingContext) -> None:
    """Have every frame loaded when the algorithm is done, the probabilities drawn and all else at hand."""
    project = context.project()
    if project is None:
        return
    for place, kind in enumerate(made.kinds):
        for number in range(len(made.frames)):
            path = os.path.abspath(frame_path(made.folder, kind, made.frames, number))
            name = say(made.frames.layer_name(number, title(kind, relative)))
            details = QgsProcessingContext.LayerDetails(name, project, f"{kind}_{number + 1:04d}")
            # by default QGIS calls layers by their files, which are named for machines
            details.forceName = True
            rank = place * len(made.frames) + number
            where = TreePlace(group, rank, visible=kind == PROBABILITY, folded=True)
            if hasattr(details, "groupName"):
                details.groupName = group
            shown = shown_range(made.frames, number)
            details.setPostProcessor(FrameLayer(style_of(path), where, kind, shown))
            context.addLayerToLoadOnCompletion(path, details)
