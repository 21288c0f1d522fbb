"""The landslides that a map is held against: which of them count, and where they were looked for."""

from typing import Any

from ...core.types.lists import names
from ...core.workflows.chosen_landslides import LandslideChoice
from ..base import inputs
from ..base.given import Given


def declare(algorithm: Any) -> None:
    """Add the choice of landslides and the mapped area, folded away."""
    inputs.mapped_area(
        algorithm,
        "Polygons inside which the inventory is complete, without forest or shade that hides landslides; nothing "
        "else counts, neither as slid nor as stable.",
    )
    inputs.chosen_landslides(algorithm)


def asked(given: Given) -> LandslideChoice:
    """Which landslides count."""
    return LandslideChoice(
        trigger_field=given.field("TRIGGER_FIELD"),
        triggers=tuple(names(given.text("TRIGGERS"))),
        least_m2=given.quantity("MIN_SIZE"),
    )
