"""A shipped model chain: its id is a plain word, its name in the toolbox a sentence."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
)
from qgis.PyQt.QtGui import QIcon

from ...core.errors import InputError, one_line
from .algorithm import ICONS, LandslideAlgorithm
from .metadata import documentation
from .overwriting import loaded_output, require_formats
from .threads import own_crs
from .translation import told, tr
from .typed import meant, unknown_keys

GROUP, GROUP_LABEL = "chain", "7 Ready-made chains"
TITLE = "TITLE"
"""Entry of a chain's help that holds its name for people."""
INSTEAD = "INSTEAD"
"""Entry that names the chain to run where there is no modelling environment."""


class Chain(QgsProcessingModelAlgorithm):
    """A model of ``resources/models`` as an algorithm of the provider."""

    METHOD = "in_qgis#ready-made-chains"

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

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, Optional[str]]:
        try:
            given, _ = meant(self, parameters, context)
        except InputError as error:
            return False, told(one_line(error))
        refused = self._lacking() or loaded_output(self, given, context)
        return (False, told(refused)) if refused else super().checkParameterValues(given, context)

    def _lacking(self) -> str:
        """What a step needs and is not there, and which chain does without it; empty if nothing is lacking."""
        steps = [child.algorithm() for child in self.childAlgorithms().values()]
        found = [step.lacking() for step in steps if isinstance(step, LandslideAlgorithm)]
        said = next(filter(None, found), "")
        instead = self.helpContent().get(INSTEAD, "")
        return f'{said}. "{instead}" needs none' if said and instead else said

    def shortHelpString(self) -> str:
        lacking, help = told(self._lacking()), super().shortHelpString()
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
            given, _ = meant(self, parameters, context)
            require_formats(self, given)
        except InputError as error:
            refused = one_line(error)
        else:
            with own_crs():
                return super().processAlgorithm(given, context, feedback)
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


def read_chain(path: Path) -> Optional[Chain]:
    """The chain in a file; None if this QGIS cannot read it."""
    chain = Chain()
    return chain if chain.fromFile(str(path)) else None
