"""What menu and guide say; the translations are made from here."""

from ..algorithms.base.translation import tr
from .steps import DONE, LAYERS, MISSING, NEXT, OPEN, STEPS, Standing

GUIDE, PRESS, AGAIN = "Study guide", "Open", "Step by step, or again"
MENU_STUDY = "Susceptibility study..."
MENU_TUTORIAL = "Tutorial"
MENU_SAMPLES = "Sample areas..."
MENU_CHAINS = "Ready-made chains in the designer"
EDIT_COPY = "Edit a copy in the designer..."
MENU_ENVIRONMENT = "Modelling environment..."
STATES = {DONE: "Done", NEXT: "Next", OPEN: "Possible", MISSING: "Needs {}"}


def standing_words(standing: Standing) -> str:
    """How a step stands, in the user's language."""
    return tr(STATES[standing.state]).format(" + ".join(tr(LAYERS[kind]) for kind in standing.lacks))


def all_texts() -> list[str]:
    """Every text of menu and guide, in English.

    >>> {"Study guide", "Done", "a DEM", "Map sheet"} <= set(all_texts())
    True
    """
    of_steps = [text for step in STEPS for text in (step.title, step.about)]
    menu = (MENU_STUDY, MENU_TUTORIAL, MENU_SAMPLES, MENU_CHAINS, EDIT_COPY, MENU_ENVIRONMENT)
    return [GUIDE, PRESS, AGAIN, *menu, *STATES.values(), *LAYERS.values(), *of_steps]
