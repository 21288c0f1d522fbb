"""A shipped model chain: its id is a plain word, its name in the toolbox a sentence, its results have short names.

QGIS names a result of a chain by its step and its label, as in ``train:Model bundle``. These names stay for those who
hold them; beside them stand short ones (``BUNDLE``), which the dialog shows, and less asked-for results are one
choice of several.
"""

import json
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelOutput,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from ...core.errors import InputError, LandslideError, one_line
from .algorithm import ICONS, LandslideAlgorithm, layers_opened
from .dialog.by_choice import ByChoice, is_placed
from .dialog.form import Form
from .metadata import PLUGIN_FOLDER, documentation
from .outputs import by_choice
from .overwriting import loaded_output, require_formats
from .threads import own_crs
from .translation import helped, told, tr
from .typed import meant, unknown_keys

GROUP, GROUP_LABEL = "chain", "7 Ready-made chains"
MODELS = PLUGIN_FOLDER / "resources" / "models"
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
TITLE = "TITLE"
"""Entry of a chain's help that holds its name for people."""
INSTEAD = "INSTEAD"
"""Entry that names the chain to run where there is no modelling environment."""
SHORT = "SHORT"
"""Entry with the short name of each result by the name that QGIS gives it, as JSON."""
MORE = "MORE"
"""Entry with the files, by short name, of the results that are one choice of several, as JSON."""
OWN_ENTRIES = (TITLE, INSTEAD, SHORT, MORE)
"""Entries that mean something to this plugin only."""


class Chain(QgsProcessingModelAlgorithm):
    """A model of ``resources/models`` as an algorithm of the provider."""

    METHOD = "in_qgis#ready-made-chains"
    FORM = Form()
    BY_CHOICE: Optional[ByChoice] = None
    FOLDERS: Mapping[str, tuple[str, ...]] = {}

    def createInstance(self) -> "Chain":
        copy = Chain()
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        return copy

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        super().initAlgorithm(configuration or {})
        definitions: list[Any] = [*self.parameterDefinitions(), *self.outputDefinitions()]
        for definition in definitions:
            definition.setDescription(tr(definition.description()))
        for parameter in self.parameterDefinitions():
            parameter.setHelp(helped(parameter.help()))
        names = self._short_names()
        if names and self.parameterDefinition(next(iter(names.values()))) is None:
            self._declare_short(names)

    def add(self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False) -> None:
        """Declare a parameter that no step has."""
        LandslideAlgorithm.add(self, parameter, help, advanced)  # type: ignore[arg-type]

    def _short_names(self) -> dict[str, str]:
        """Short name of each result by the name that QGIS gives it."""
        return dict(json.loads(self.helpContent().get(SHORT, "{}")))

    def _declare_short(self, names: dict[str, str]) -> None:
        """Short names take the place of QGIS's in the dialog; what is asked for less is one choice."""
        more = json.loads(self.helpContent().get(MORE, "{}"))
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        for long, short in names.items():
            old: Any = self.parameterDefinition(long)
            new = old.clone()
            new.setName(short)
            usual = short not in more and old.createByDefault()
            for one, shown in ((old, False), (new, usual)):  # a shell asks for all that is not optional
                one.setFlags(one.flags() | optional)
                one.setCreateByDefault(shown)
            self.addParameter(new)
        self.FORM = Form(hidden=tuple(names))
        self.BY_CHOICE = ByChoice("MORE_RESULTS", "RESULTS_FOLDER", more, "LOAD_RESULTS")
        self.FOLDERS = {**self._filled_by_steps(names), "RESULTS_FOLDER": self.BY_CHOICE.written()}
        by_choice(self, "More results", "Folder of the further results", fold_load=True)

    def _filled_by_steps(self, names: dict[str, str]) -> dict[str, tuple[str, ...]]:
        """Files of each result that is a folder, by its short name: those of the step that fills it."""
        found = {}
        for identifier, step in self.childAlgorithms().items():
            folders = getattr(step.algorithm(), "FOLDERS", {})
            for label, output in step.modelOutputs().items():
                if output.childOutputName() in folders:
                    found[names[f"{identifier}:{label}"]] = folders[output.childOutputName()]
        return found

    def _placed(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Parameters in which each result that is asked for has its place under both names."""
        names = self._short_names()
        given = {**parameters}
        for long, short in names.items():
            if is_placed(given.get(long)):
                _require_one(long, given[long], short, given.get(short))
                given[short] = given[long]
        if self.BY_CHOICE is not None:
            given = self.BY_CHOICE.filled(self, given, context.project())
        for long, short in names.items():
            if is_placed(given.get(short)):
                given[long] = given[short]
        return given

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, Optional[str]]:
        try:
            given = self._placed(meant(self, parameters, context)[0], context)
        except InputError as error:
            return False, told(one_line(error))
        refused = self._lacking() or loaded_output(self, given, context)
        if refused:
            return False, told(refused)
        with layers_opened():
            return super().checkParameterValues(given, context)

    def _lacking(self) -> str:
        """What a step needs and is not there, and which chain does without it; empty if nothing is lacking."""
        steps = [child.algorithm() for child in self.childAlgorithms().values()]
        found = [step.lacking() for step in steps if isinstance(step, LandslideAlgorithm)]
        said = next(filter(None, found), "")
        instead = self.helpContent().get(INSTEAD, "")
        return f'{said}. "{instead}" needs none' if said and instead else said

    def help_texts(self) -> dict[str, str]:
        """What the help says, by part: of the chain, its parameters and its results."""
        return {part: words for part, words in self.helpContent().items() if part not in OWN_ENTRIES}

    def shortHelpString(self) -> str:
        content = {part: helped(words) for part, words in self.help_texts().items()}
        lacking, help = told(self._lacking()), QgsProcessingUtils.formatHelpMapAsHtml(content, self)
        return f"<p><b>{lacking}.</b></p>{help}" if lacking else help

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, Any]:
        if feedback is not None:
            for line in unknown_keys(self, parameters):
                feedback.pushWarning(told(line))
        try:
            asked, _ = meant(self, parameters, context)
            given = self._placed(asked, context)
            require_formats(self, given)
            with own_crs(), self.BY_CHOICE.owned(asked) if self.BY_CHOICE is not None else nullcontext():
                found = super().processAlgorithm(given, context, feedback)
        except LandslideError as error:
            refused = one_line(error)
        else:
            return {**found, **{new: found[old] for old, new in self._short_names().items() if old in found}}
        raise QgsProcessingException(told(refused))

    def displayName(self) -> str:
        return tr(self.helpContent().get(TITLE, self.name()))

    def flags(self) -> Any:
        """As of any model, but run beside the desktop: our steps, unlike any, may all run in a thread."""
        usual: Any = super().flags()
        return usual & ~QgsProcessingAlgorithm.Flag.FlagNoThreading

    def group(self) -> str:
        return tr(GROUP_LABEL)

    def groupId(self) -> str:
        return GROUP

    def tags(self) -> list[str]:
        return ["landslide", "susceptibility", "chain", "model"]

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / f"{GROUP}.svg"))

    def helpUrl(self) -> str:
        return documentation(f"help/{self.name()}")


def _require_one(long: str, value: Any, short: str, other: Any) -> None:
    """Refuse one result at two places of the user's."""
    places = [str(one.sink.staticValue() if hasattr(one, "sink") else one) for one in (value, other)]
    if is_placed(other) and TEMPORARY not in places and places[0] != places[1]:
        raise InputError(
            f"{short} and {long} are one result, which cannot be at {places[1]} and at {places[0]}; give one of them"
        )


def read_chain(path: Path) -> Optional[Chain]:
    """The chain in a file; None if this QGIS cannot read it."""
    chain = Chain()
    return chain if chain.fromFile(str(path)) else None


def editable_copy(chain: Chain) -> QgsProcessingModelAlgorithm:
    """A chain as a model of the user's own, of no file yet: as QGIS makes models, in the user's language.

    Short names and *More results* are this plugin's doing; a model has a result for each box of its drawing.
    """
    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(MODELS / f"{chain.name()}.model3"))
    help = {key: tr(text) for key, text in model.helpContent().items() if key not in OWN_ENTRIES}
    model.setHelpContent(help)
    model.setName(chain.displayName())
    model.setGroup("")
    model.setSourceFilePath("")
    for definition in model.parameterDefinitions():
        definition.setDescription(tr(definition.description()))
    for step in model.childAlgorithms().values():
        algorithm = step.algorithm()
        if algorithm is not None:
            step.setDescription(algorithm.displayName())
        step.setModelOutputs({tr(label): _said(output) for label, output in step.modelOutputs().items()})
        model.setChildAlgorithm(step)
    model.updateDestinationParameters()
    return model


def _said(output: QgsProcessingModelOutput) -> QgsProcessingModelOutput:
    """A result of a model under its label in the user's language, by which QGIS names it."""
    said = QgsProcessingModelOutput(output)
    said.setName(tr(output.name()))
    said.setDescription(tr(output.description()))
    return said
