"""What all algorithms share: identity, parameters from the table of quantities, errors, progress."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Any, ContextManager, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ...core.errors import InputError, LandslideError, WorkerError, one_line, system_words
from ...core.io.raster import constants_unremarked
from ...core.progress import Progress, TimeLeft
from ...core.quantities import QUANTITIES, Quantity
from ...core.requirements import NEEDS_SCIPY
from ...core.words.speaking import speaking
from .choices import SMALL_TYPE, SMALL_WIDGET, choice, meanings
from .dialog.by_choice import ByChoice
from .dialog.form import DEFAULT, Form
from .given import Given
from .metadata import PLUGIN_FOLDER, documentation
from .opening import lost_with_qgis, next_lines, opening_lines
from .overwriting import foreign_styles, loaded_output, require_distinct
from .threads import own_crs
from .translation import by_label, helped, language, told, tr
from .typed import meant, unknown_keys
from .worker import worker_python

GROUPS = {
    "start": "0 Start here",
    "sample": "1 Sample data",
    "prepare": "2 Prepare",
    "stability": "3 Slope stability",
    "model": "4 Model",
    "map": "5 Map",
    "report": "6 Report",
}
"""Labels by group; the toolbox sorts by label, and the numbers keep the working order."""

ICONS = PLUGIN_FOLDER / "resources" / "icons"


def plugin_icon() -> QIcon:
    """Icon of the plugin and its provider."""
    return QIcon(str(ICONS / "landslide.svg"))


SHELL, DESKTOP = "qgis_process", "desktop"
"""What QGIS calls itself without a window, and with one."""
WORDED = frozenset({"VERDICT", "DIFFERENCE", "PRODUCT", "ASSUMED", "VALIDATION"})
"""Outputs that are words for people, in their language; all others are for programs."""
FIRST_PERCENT = 0.5  # a bar that moves at once says that the run has begun
SMALL_NUMBER = 1e-3
DECIMALS_OF_SMALL_NUMBERS, DECIMALS_OF_MEASURES, DECIMALS_OF_PURE_NUMBERS = 12, 2, 4


def decimals(quantity: Quantity) -> int:
    """How many decimals a dialog shows of a quantity, so that its smallest usual value can be typed."""
    usual = quantity.default or quantity.minimum
    if quantity.unit.endswith("/s") or (isinstance(usual, float) and 0 < abs(usual) < SMALL_NUMBER):
        return DECIMALS_OF_SMALL_NUMBERS
    return DECIMALS_OF_MEASURES if quantity.unit else DECIMALS_OF_PURE_NUMBERS


class LandslideAlgorithm(QgsProcessingAlgorithm):
    """A Processing algorithm described by class attributes.

    A subclass sets ``NAME``, ``LABEL``, ``GROUP``, ``HELP``, ``METHOD`` (the page of the
    documentation that says how it works, with ``#section`` if need be) and ``NEXT`` (what to do
    with its results, algorithms as ``{id}``), says by ``FOLDERS`` which files its folders get (by key,
    ``*`` for what depends on the inputs) and by ``RECORDS`` what it writes beside an output (by key,
    endings; styles are known), by ``FORM`` and ``BY_CHOICE`` how its dialog is laid out, lists its parameters in
    ``initAlgorithm`` and does its work in ``execute``, which raises ``LandslideError`` or returns
    the outputs. Numbers and choices come from the table of quantities by ``add_quantity``, which
    remembers their names: a run asks what it was given by the key alone.
    """

    NAME = ""
    LABEL = ""
    GROUP = ""
    HELP = ""
    METHOD = ""
    NEXT = ""
    NEEDS_ENVIRONMENT = False
    TAGS: tuple[str, ...] = ()
    FOLDERS: Mapping[str, tuple[str, ...]] = {}
    RECORDS: Mapping[str, tuple[str, ...]] = {}
    FORM = Form()
    BY_CHOICE: Optional[ByChoice] = None

    def __init__(self) -> None:
        super().__init__()
        self._quantities: dict[str, str] = {}

    def createInstance(self) -> "LandslideAlgorithm":
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.LABEL)

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return tr(GROUPS[self.GROUP])

    def tags(self) -> list[str]:
        return ["landslide", "susceptibility", *self.TAGS]

    def shortHelpString(self) -> str:
        lacking, help = told(self.lacking()), helped(self.HELP)
        return f"<b>{lacking}.</b>\n\n{help}" if lacking else help

    def helpUrl(self) -> str:
        return documentation(f"help/{self.NAME}")

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / f"{self.GROUP}.svg"))

    def add(self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False) -> None:
        """Declare a parameter with its help, folded away if it is a tuning knob."""
        parameter.setHelp(helped(help))
        parameter.setDescription(tr(parameter.description()))
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def addOutput(self, definition: Optional[QgsProcessingOutputDefinition]) -> bool:
        """Declare an output that is no parameter, its label in the user's language."""
        if definition is not None:
            definition.setDescription(tr(definition.description()))
        return super().addOutput(definition)

    def add_quantity(
        self, key: str, name: str, *, advanced: bool = False, optional: bool = False, unset: bool = False
    ) -> None:
        """Declare parameter ``key`` with label, unit, range, default and help of quantity ``name``.

        One that is ``unset`` has no default of its own, so that a run can tell whether it was given.
        """
        quantity = QUANTITIES[name]
        self._quantities[key] = name
        optional, default = optional or unset, None if unset else quantity.default
        if quantity.choices:
            parameter: Any = choice(
                key,
                quantity.title(),
                quantity.choices,
                default,
                optional,
                labels=quantity.choice_labels,
                usual=quantity.default if unset else None,
            )
        else:
            kind = (
                QgsProcessingParameterNumber.Type.Integer
                if quantity.integer
                else QgsProcessingParameterNumber.Type.Double
            )
            parameter = QgsProcessingParameterNumber(key, quantity.title(), kind, default, optional)
            shown: dict[str, Any] = {} if quantity.integer else {"decimals": decimals(quantity)}
            if shown.get("decimals") == DECIMALS_OF_SMALL_NUMBERS:
                shown |= {"class": SMALL_WIDGET, "widget_type": SMALL_TYPE, "speed": quantity.unit == "m/s"}
            if unset and quantity.default is not None:
                shown["usual"] = tr(DEFAULT).format(usual=f"{quantity.default:g}")
            parameter.setMetadata({"widget_wrapper": shown} if shown else {})
            if quantity.minimum is not None:
                parameter.setMinimum(quantity.minimum)
            if quantity.maximum is not None:
                parameter.setMaximum(quantity.maximum)
        help = quantity.help + meanings(quantity.choices, quantity.choice_labels)
        if QgsApplication.platform() == SHELL:  # which shows neither range nor default of itself
            told = "" if quantity.default is None else f" Default: {quantity.default}."
            help += f" Allowed: {quantity.allowed()}.{told}"
        elif unset and quantity.default is not None:
            help += f" If not given: {quantity.default}."
        self.add(parameter, help, advanced)

    def lacking(self) -> str:
        """What this algorithm needs and is not there, in one line that says how to get it; else empty."""
        if self.NEEDS_ENVIRONMENT:
            try:
                worker_python()
            except WorkerError as error:
                return str(error)
        return ""

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, Optional[str]]:
        try:
            parameters = self._placed(meant(self, parameters, context)[0], context)
        except InputError as error:
            return False, self._told(one_line(error))
        refused = self.lacking() or loaded_output(self, parameters, context)
        if refused:
            return False, self._told(refused)
        with layers_opened():
            return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> bool:
        """Refuse in the main thread, also as a step of a chain, which checks no values of its steps."""
        try:
            placed = self._placed(meant(self, parameters, context)[0], context)
        except InputError as error:
            raise QgsProcessingException(self._told(one_line(error))) from None
        refused = loaded_output(self, placed, context)
        if refused:
            raise QgsProcessingException(self._told(refused))
        self.note_project(context.project())
        return super().prepareAlgorithm(parameters, context, feedback)

    def _placed(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Parameters in which each output that a choice asks for has its place."""
        if self.BY_CHOICE is None:
            return parameters
        return self.BY_CHOICE.filled(self, parameters, context.project())

    def note_project(self, project: Optional[QgsProject]) -> None:
        """For what an algorithm must know of the project, asked in the main thread; most need nothing."""

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, Any]:
        try:
            with own_crs(), speaking(language()), layers_opened():
                return self._worked(parameters, context, feedback or QgsProcessingFeedback())
        except LandslideError as error:
            refused = one_line(error)
        except OSError as error:
            refused = system_words(error)
        except ModuleNotFoundError as error:
            if not (error.name or "").startswith("scipy"):
                raise
            refused = f"{self.displayName()} {NEEDS_SCIPY}"
        # QGIS keeps what is raised to it for good; raised here, it holds on to no open raster and no layer
        raise QgsProcessingException(self._told(refused))

    def _worked(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        for line in unknown_keys(self, parameters):
            feedback.pushWarning(self._told(line))
        asked, notes = meant(self, parameters, context)
        parameters = self._placed(asked, context)
        for line in opening_lines(self, parameters):
            feedback.pushInfo(self._told(line))
        for note in notes:
            feedback.pushWarning(self._told(note))
        with self.BY_CHOICE.owned(asked) if self.BY_CHOICE is not None else nullcontext():
            return self._done(parameters, context, feedback)

    def _done(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        require_distinct(self, parameters, context)
        for note in foreign_styles(self, parameters):
            feedback.pushWarning(self._told(note))
        lost = lost_with_qgis(self, parameters)
        for line in lost:
            feedback.pushInfo(self._told(line))
        progress = progress_of(feedback, self._told)
        progress.fraction(0.0)
        with Given(self, parameters, context, progress, self._quantities) as given:
            results = self.execute(given)
        for line in (*lost, *next_lines(self, parameters, self.NEXT)):
            progress.info(line)
        return {key: told(value) if key in WORDED and value else value for key, value in results.items()}

    def _told(self, line: str) -> str:
        """A line in the language of QGIS; in its window with the labels of the dialog in place of keys."""
        if QgsApplication.platform() != DESKTOP:
            return told(line)
        labels = {one.name(): one.description() for one in self.parameterDefinitions()}
        return by_label(told(line), labels)

    def execute(self, given: Given) -> dict[str, Any]:
        """Do the work; the one method a subclass writes besides ``initAlgorithm``."""
        raise QgsProcessingException(f"{self.NAME} has no execute method")


def layers_opened() -> ContextManager[None]:
    """While QGIS opens layers: in the shell, where GDAL's messages stand among ours, without those on constants."""
    return constants_unremarked() if QgsApplication.platform() == SHELL else nullcontext()


class _LineOfProgress:
    """The line of digits and dots that ``qgis_process`` draws its progress on, and never ends before 100.

    What is said next would follow the digits on the same line.
    """

    TICKS = 40

    def __init__(self) -> None:
        self._drawn, self._open = -1, False
        self._is_there = QgsApplication.platform() == SHELL and not {"--json", "-"} & set(
            QCoreApplication.arguments()
        )

    def grow(self, percent: float) -> None:
        """Take note of what QGIS has drawn."""
        tick = min(int(self.TICKS * percent / 100.0), self.TICKS)
        if tick > self._drawn:
            self._drawn, self._open = tick, tick < self.TICKS

    def end(self) -> bool:
        """Whether the line is to be ended before something is said; it then is."""
        to_end, self._open = self._open and self._is_there, False
        return to_end


def progress_of(feedback: QgsProcessingFeedback, told: Callable[[str], str] = told) -> Progress:
    """A core progress that speaks through Processing's feedback, now and then of the time left.

    A warning that comes again says nothing new, and is not said again.
    """
    clock, warned, line_of = TimeLeft(), set[str](), _LineOfProgress()

    def fraction(share: float) -> None:
        percent = max(100.0 * share, FIRST_PERCENT)
        feedback.setProgress(percent)
        line_of.grow(percent)
        words = clock.words(share)
        if words:
            info(words)

    def info(line: str) -> None:
        if line_of.end():
            feedback.pushInfo("")
        feedback.pushInfo(told(line))

    def warning(line: str) -> None:
        if line not in warned:
            warned.add(line)
            if line_of.end():
                feedback.pushInfo("")
            feedback.pushWarning(told(line))

    return Progress(
        fraction=fraction,
        info=info,
        warning=warning,
        is_cancelled=feedback.isCanceled,
    )
