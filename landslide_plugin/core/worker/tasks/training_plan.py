"""Which families of models a run fits, and which model its bundle holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...errors import InputError
from ...evaluation.model_names import NAMES, is_relative
from ...model.fitting.data import TrainingData
from ...model.fitting.families import FAMILIES, MACHINES
from ...model.fitting.settings import TrainSettings
from ...model.validation.fold_models import WITH_PF, voting_name
from ...model.validation.model_comparison import LEAN_STACK, NETWORK, STACK

COMPARED = (NETWORK, *FAMILIES)
"""What is fitted if no family is named."""
KNOWN = (*COMPARED, *MACHINES)
LOGISTIC = "logistic"
PERCEPTRON = "perceptron"


@dataclass(frozen=True)
class Plan:
    """Which families are trained, and what is stored of them.

    Attributes
    ----------
    families : tuple of str
        Of the model; those that train in seconds have the probability of failure as an input where there is one.
    stored : str
        Name of the model that the bundle holds.
    """

    families: tuple[str, ...]
    stored: str

    @classmethod
    def of(cls, asked: Sequence[str], data: TrainingData, settings: TrainSettings) -> Plan:
        """The families asked for (all if none is named), in their order.

        Raises
        ------
        InputError
            A family that is not known.
        """
        names = known_families(asked or COMPARED)
        require_timeless(names, data)
        with_pf = data.cells.prior_pf is not None and settings.physics_lambda > 0.0
        if len(names) == 1:
            plain = names[0] == NETWORK or is_relative(names[0])
            alone = names[0] + (WITH_PF if with_pf and not plain else "")
            return cls((alone,), alone)
        relative = [NAMES[name] for name in names if is_relative(name)]
        if relative:
            raise InputError(
                f"{relative[0]} is no probability and has no vote in a stacked mean; choose it alone, or beside others "
                "in 'Compare models'"
            )
        families = tuple(voting_name(name, with_pf) for name in names)
        return cls(families, STACK if NETWORK in families else LEAN_STACK)

    @property
    def compared(self) -> tuple[str, ...]:
        """Families to fit in each fold: those of the model, and logistic regression to judge it by."""
        return tuple(dict.fromkeys((*self.families, LOGISTIC)))


def require_timeless(names: Sequence[str], data: TrainingData) -> None:
    """Raise ``InputError`` where a model of relative intensity is to learn from storms or target probabilities."""
    relative = [NAMES[name] for name in names if is_relative(name)]
    if relative and (data.events is not None or data.targets is not None):
        raise InputError(
            f"{relative[0]} holds landslides against the area and knows neither storms nor target probabilities; leave "
            "these out or choose other models"
        )


def known_families(asked: Sequence[str]) -> tuple[str, ...]:
    """The families asked for, each once and in their usual order.

    Raises
    ------
    InputError
        One that is not known.

    Examples
    --------
    >>> known_families(["forest", "ensemble"])
    ('ensemble', 'forest')
    """
    unknown = [name for name in asked if name not in KNOWN]
    if unknown:
        raise InputError(f"Unknown model {', '.join(unknown)}; allowed: {', '.join(KNOWN)}")
    return tuple(name for name in KNOWN if name in asked)
