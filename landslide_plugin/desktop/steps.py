"""The steps of a study as the guide lists them, and how each stands given what is there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

DONE, NEXT, OPEN, MISSING = "done", "next", "open", "missing"
LAYERS = {
    "dem": "a DEM",
    "inventory": "a landslide inventory",
    "factors": "terrain factors",
    "model": "a model",
    "classes": "a map",
    "study": "a study",
}
"""What steps need, in words."""

_GROUND = {
    "DEM": "dem",
    "MASK": "mask",
    "LITHOLOGY": "lithology",
    "LAND_COVER": "land_cover",
    "FAULTS": "faults",
    "RIVERS": "rivers",
    "ROADS": "roads",
}


@dataclass(frozen=True)
class GuideStep:
    """One line of the guide.

    Attributes
    ----------
    key, title, about : str
    algorithm : str
        Whose dialog the line opens.
    needs : tuple of str
        Kinds of layers without which it cannot run.
    gives : str
        Kind whose presence says that it is done; empty if nothing tells.
    fills : mapping of str to str
        Kind of layer that each parameter of the dialog is filled with.
    by_choice : bool
        It is never what comes next by itself.
    without_environment : str
        Whose dialog opens where there is no modelling environment, if not that of ``algorithm``.
    """

    key: str
    title: str
    about: str
    algorithm: str
    needs: tuple[str, ...] = ()
    gives: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)
    by_choice: bool = False
    without_environment: str = ""

    def dialog(self, there: Collection[str]) -> str:
        """Whose dialog the line opens.

        >>> GuideStep("m", "", "", "trainensemble", without_environment="trainbivariate").dialog(["dem"])
        'trainbivariate'
        """
        alone = self.without_environment and "environment" not in there
        return self.without_environment if alone else self.algorithm


STEPS = (
    GuideStep(
        "environment",
        "Modelling environment",
        "Once: a Python for training and reports. Without it, bivariate maps.",
        "modelenvironment",
        gives="environment",
        by_choice=True,
    ),
    GuideStep("dem", "DEM", "Add one to the project, or take a sample area.", "sampledata", gives="dem"),
    GuideStep(
        "inventory",
        "Landslide inventory",
        "Points or polygons; add them, or take a sample area.",
        "sampledata",
        gives="inventory",
    ),
    GuideStep(
        "study",
        "Susceptibility study",
        "All in one run: checks, factors, model, maps, report.",
        "susceptibilitystudy",
        needs=("dem", "inventory"),
        gives="classes",
        fills={**_GROUND, "INVENTORY": "inventory"},
    ),
    GuideStep(
        "check",
        "Check inputs",
        "Do the layers fit together?",
        "inputcheck",
        needs=("dem",),
        fills={**_GROUND, "INVENTORY": "inventory"},
        by_choice=True,
    ),
    GuideStep(
        "factors",
        "Terrain factors",
        "What may explain landslides, from the DEM.",
        "terrainfactors",
        needs=("dem",),
        gives="factors",
        fills=_GROUND,
        by_choice=True,
    ),
    GuideStep(
        "model",
        "Model",
        "Train it on factors and inventory.",
        "trainensemble",
        needs=("factors", "inventory"),
        gives="model",
        fills={"FACTORS": "factors", "INVENTORY": "inventory"},
        by_choice=True,
        without_environment="trainbivariate",
    ),
    GuideStep(
        "map",
        "Map",
        "Classes, probability and uncertainty of a model.",
        "mapsusceptibility",
        needs=("factors", "model"),
        gives="classes",
        fills={"FACTORS": "factors", "BUNDLE": "model", "PROFILE": "profile"},
        by_choice=True,
    ),
    GuideStep(
        "report",
        "Report",
        "How good the map is, on one page.",
        "susceptibilityreport",
        needs=("classes", "model"),
        gives="report",
        fills={
            "BUNDLE": "model",
            "CLASSES": "classes",
            "PROBABILITY": "probability",
            "UNCERTAINTY": "spread",
            "DEM": "dem",
            "FACTORS": "factors",
            "INVENTORY": "inventory",
        },
    ),
    GuideStep(
        "sheet",
        "Map sheet",
        "A page to print, with legend, scale and limits.",
        "printlayout",
        needs=("classes",),
        fills={"MAP": "classes", "BUNDLE": "model", "DEM": "dem", "INVENTORY": "inventory"},
    ),
    GuideStep(
        "package",
        "Hand over a study",
        "One folder or .zip that opens anywhere.",
        "handoverstudy",
        needs=("study",),
        fills={"STUDY": "study"},
        by_choice=True,
    ),
)


@dataclass(frozen=True)
class Standing:
    """How a step stands: ``state`` is one of done, next, open and missing, ``lacks`` what it waits for."""

    step: GuideStep
    state: str
    lacks: tuple[str, ...] = ()


def standings(there: Collection[str]) -> list[Standing]:
    """How each step stands where layers of these kinds, a model and an environment are there.

    Examples
    --------
    >>> [each.step.key for each in standings([]) if each.state == NEXT]
    ['dem']
    >>> [each.step.key for each in standings(["dem", "inventory"]) if each.state == NEXT]
    ['study']
    >>> study = {each.step.key: each for each in standings(["dem"])}["study"]
    >>> study.state, study.lacks
    ('missing', ('inventory',))
    """
    found, named = [], False
    for step in STEPS:
        lacks = tuple(kind for kind in step.needs if kind not in there)
        state = DONE if step.gives in there else MISSING if lacks else OPEN
        if state == OPEN and not step.by_choice and not named:
            state, named = NEXT, True
        found.append(Standing(step, state, lacks))
    return found
