"""Map an event: the probability given its rain, frame by frame."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ....core.io.rain import open_rain_stack
from ....core.io.rain.stack import LayerStack
from ....core.model.events.model import EventModel
from ....core.styles import Codes, rgb
from ....core.words.speaking import say
from ....core.workflows.event_mapping.event_model import ModelLaw, facts_of
from ....core.workflows.event_mapping.event_rain import EventRain
from ....core.workflows.event_mapping.frames import frames_between, read_moment
from ....core.workflows.event_mapping.job import EventJob, EventMap
from ....core.workflows.event_mapping.law import EventFacts
from ....core.workflows.event_mapping.results import FILES, PROBABILITY, SERIES, TABLE, title
from ....core.workflows.event_mapping.run import map_event
from ....core.workflows.what_if_rain.run import rain_words
from ....core.writing.folders import MARKER
from ...base import inputs
from ...base.algorithm import LandslideAlgorithm
from ...base.given import Given
from ...base.metadata import version
from ...base.rain.units import add_units, units_of
from ...styles.rasters import classes
from ...styles.tree import LAYER_GROUP
from .pictures import FramePainter
from .shown_frames import load_frames, style_frames

TABLE_KEY, SERIES_KEY = "TABLE", "SERIES"


class MapEvent(LandslideAlgorithm):
    """Model of events, factors and rain in, frames out."""

    NAME = "mapevent"
    LABEL = "Map an event"
    GROUP = "map"
    METHOD = "event_maps"
    NEXT = "the temporal controller of QGIS, which plays the frames"
    HELP = (
        "Maps where landslides are likely given the rain of an event, moment by moment. For each frame the model is "
        "given the rain of its window, such as the 120 hours that end then, and says how likely a landslide is while "
        "that window lasts. Windows of neighbouring frames overlap, so frames are never summed.\n\n"
        "Rain comes as a stack: a GeoTIFF with a band a step, NetCDF, or a folder of either, measured or made by "
        "'What-if rain'. A forecast continues it on the same cells. Every cell has the rain of the rain cell it lies "
        "in. A gap in the rain leaves the cells empty, as missing factors do; nothing is filled with 0.\n\n"
        "The probability is given this rain, as if the rain were true: errors of the rain and of a forecast are not in "
        "it. This is no warning service; whoever warns must watch, judge and answer for it. Where the training does "
        "not say how many stable places its samples stand for, the probability is relative: it tells where and when "
        "there is more.\n\n"
        "Writes a raster a frame, with its time for the temporal controller, numbered pictures, a table of all frames "
        "and, for points, their series as table and chart."
    )
    FOLDERS = {"FOLDER": (*FILES, MARKER)}
    TAGS = ("event", "rain", "storm", "nowcasting", "forecast", "animation", "temporal", "what if")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inputs.bundle(self, "Folder written by 'Train event model'.", label="Event model (folder)")
        inputs.factors(
            self,
            "Rasters holding the factors the model was trained with, found by band name; one grid for all.",
        )
        self._rain(
            "RAIN", "Rain (file or folder)", "Rain before and during the event, over the whole window."
        )
        self._rain(
            "FORECAST",
            "Forecast rain (file or folder)",
            "Continues the rain on the same cells and in the same steps; of measured steps nothing is taken from it.",
            optional=True,
        )
        self._moment(
            "START", "First frame (UTC)", "Left empty, the first moment whose window the rain fills."
        )
        self._moment("END", "Last frame (UTC)", "Left empty, the last moment of the rain or of the forecast.")
        self.add_quantity("STEP", "frame_step_h")
        self.add_quantity("THRESHOLD", "event_threshold", optional=True)
        self._more()
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", "Frames"),
            "A new or empty folder, or one written by this algorithm before, whose frames are replaced.",
        )
        self.addOutput(QgsProcessingOutputFile(TABLE_KEY, "Table of frames"))
        self.addOutput(QgsProcessingOutputFile(SERIES_KEY, "Series of the points"))
        self.addOutput(QgsProcessingOutputNumber("FRAMES", "Number of frames"))
        self.addOutput(QgsProcessingOutputNumber("LARGEST", "Largest probability of all frames"))
        self.addOutput(QgsProcessingOutputNumber("HIT_RATE", "Hit rate of the threshold in unseen events"))
        self.addOutput(QgsProcessingOutputNumber("FALSE_ALARM_RATE", "False alarm rate of the threshold"))
        inputs.no_data(self)

    def _rain(self, key: str, label: str, help: str, optional: bool = False) -> None:
        file = QgsProcessingParameterFile(key, label, optional=optional, fileFilter=inputs.RAIN_FILES)
        more = (
            "A GeoTIFF with a band a step, NetCDF, or a folder of either (type its path). Times come from the file, or "
            "from a table NAME.times.csv beside it with a column time."
        )
        self.add(file, f"{help} {more}")

    def _moment(self, key: str, label: str, help: str) -> None:
        self.add(
            QgsProcessingParameterString(key, label, None, False, True),
            f"When its window ends, as 2018-10-29 20:00. {help}",
        )

    def _more(self) -> None:
        kind = QgsProcessing.SourceType
        inputs.profile(
            self,
            "Soil of the cells, on the grid of the factors; needed by a model that was trained with one.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("VARIABLE", "Variable of the rain", None, False, True),
            "Which variable of NetCDF files is the rain; needed only if there are several.",
            advanced=True,
        )
        add_units(self)
        points = [kind.TypeVectorPoint]
        self.add(
            QgsProcessingParameterFeatureSource("POINTS", "Points", points, None, True),
            "Places whose series of probability and rain are written, in any CRS.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField("LABEL_FIELD", "Field with names", None, "POINTS", optional=True),
            "Names the points in table and chart; their number if left empty.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("CLASSES", "Write classes", False),
            "Also write the five classes of the model, whose limits come from its training.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("PICTURES", "Write pictures", True),
            "Also draw each frame as a numbered PNG.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("LOAD", "Load the frames", True),
            "Add the rasters to the project, each with its time.",
            advanced=True,
        )
        self.add_quantity("MEMORY", "memory", advanced=True)
        self.add_quantity("PALETTE", "palette", advanced=True)

    def execute(self, given: Given) -> dict[str, Any]:
        bundle, palette = given.bundle("BUNDLE"), given.quantity("PALETTE")
        model = EventModel.load(bundle)
        facts = facts_of(model, Path(bundle).name)
        with ExitStack() as stack:
            job = _job(given, stack, model)
            painter = _painter(job, facts)
            draw = painter.draw if given.yes("PICTURES") else None
            made = map_event(ModelLaw(model), facts, job, given.progress, draw)
        style_frames(made, tuple(facts.class_cuts), palette)
        if given.yes("LOAD"):
            load_frames(
                made, facts.relative, f"{say(LAYER_GROUP)}: {Path(given.file('RAIN')).stem}", given.context
            )
        return _outputs(made)


def _job(given: Given, stack: ExitStack, model: EventModel) -> EventJob:
    """What is to be mapped; rain stays open as long as the stack."""
    rain = EventRain(*(_opened(given, stack, key) for key in ("RAIN", "FORECAST")))
    start, end = (read_moment(given.text(key), key, key == "END") for key in ("START", "END"))
    frames = frames_between(rain.ends, model.rain.window_h, start, end, given.quantity("STEP"))
    return EventJob(
        factors=given.rasters("FACTORS"),
        rain=rain,
        rain_name=rain_words(given.file("RAIN"), given.file("FORECAST")),
        frames=frames,
        folder=given.required_output("FOLDER"),
        threshold=given.quantity("THRESHOLD"),
        classes=given.yes("CLASSES"),
        points=given.features("POINTS"),
        label_field=given.field("LABEL_FIELD"),
        profile=given.raster("PROFILE"),
        memory_mib=given.quantity("MEMORY"),
        class_colours=_class_colours(given.quantity("PALETTE")),
        provenance={"SOFTWARE": f"Landslide Susceptibility {version()}"},
    )


def _opened(given: Given, stack: ExitStack, key: str) -> Any:
    path = given.file(key)
    if not path:
        return None
    opened: LayerStack = open_rain_stack(path, given.text("VARIABLE"), units_of(given), given.progress)
    return stack.enter_context(opened)


def _class_colours(palette: str) -> Codes:
    return {code: (name, rgb(colour)) for code, name, colour in classes(palette)}


def _painter(job: EventJob, facts: EventFacts) -> FramePainter:
    ahead = [
        min(job.rain.forecast_hours(end), job.frames.window_h) if job.rain.forecast is not None else 0.0
        for end in job.frames.ends
    ]
    about = f"Rain: {job.rain_name}; model: {facts.name}"
    return FramePainter(job.frames, title(PROBABILITY, facts.relative), about, ahead)


def _outputs(made: EventMap) -> dict[str, Any]:
    folder = Path(made.folder)
    found: dict[str, Any] = {
        "FOLDER": made.folder,
        TABLE_KEY: str(folder / TABLE),
        "FRAMES": len(made.frames),
        "LARGEST": max(tally.most for tally in made.tallies if tally.mapped),
    }
    if made.series is not None:
        found[SERIES_KEY] = str(folder / SERIES)
    if made.score is not None and made.score.landslides:
        found["HIT_RATE"] = made.score.hit_rate
        if made.score.stable:
            found["FALSE_ALARM_RATE"] = made.score.false_alarm_rate
    return found
