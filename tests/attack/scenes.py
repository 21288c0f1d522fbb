"""Runs that are cut off: an algorithm, its outputs, and two sets of parameters whose results differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cases import place_of, taken
from .world import POINTS, SOUND


@dataclass(frozen=True)
class Scene:
    """A run over results of an earlier one.

    Attributes
    ----------
    outputs : tuple of str
        Those that are asked for.
    first, then : mapping
        Parameters of the earlier run and of the one that is cut off, besides those of ``world.SOUND``.
    worker : bool
        A modelling process takes part.
    """

    outputs: tuple[str, ...]
    first: Mapping[str, Any] = field(default_factory=dict)
    then: Mapping[str, Any] = field(default_factory=dict)
    worker: bool = False


MAPS = ("PROBABILITY", "CLASSES", "UNCERTAINTY", "APPLICABILITY", "OUTSIDE", "ENTROPY", "ATTRIBUTION")
SCENES: Mapping[str, Scene] = {
    "sampledata": Scene(("FOLDER",), {"AREA": "andes", "SEED": 1}, {"AREA": "andes", "SEED": 2}),
    "terrainfactors": Scene(("STACK", "FOLDER"), {}, {"FACTORS": ["elevation", "slope", "tpi"]}),
    "slopeunits": Scene(("OUTPUT", "TABLE"), {}, {"LEAST_AREA": 60000}),
    "soilprofile": Scene(("PROFILE",), {}, {"RETENTION": True}),
    "triggerscenarios": Scene(("SCENARIOS", "RECORD", "PLOT"), {}, {"DURATION": 12}),
    "factorofsafety": Scene(
        ("FS", "PROBABILITY", "CRITICAL_DEPTH", "MASK", "STATISTICS_FILE"), {}, {"COHESION": 5}
    ),
    "calibratestability": Scene(("TABLE", "PAGE", "JSON"), {}, {"SEED": 7}),
    "trainbivariate": Scene(
        ("BUNDLE", "METRICS", "BUNDLE_ZIP", "SAMPLES", "DENSITIES"), {}, {"CLASS_COUNT": 5}
    ),
    "mapsusceptibility": Scene(MAPS, {}, {"FORMAT": "cloud_optimised"}),
    "expertoverlay": Scene(
        ("OUTPUT", "PAGE"), {"INVENTORY": f"@{POINTS}", "LABEL_FIELD": "landslide"}, {"METHOD": "fuzzy_sum"}
    ),
    "zonalresults": Scene(("OUTPUT", "TABLE"), {}, {"CUT": 0.7}),
    "printlayout": Scene(("OUTPUT",), {"TITLE": "first"}, {"TITLE": "then"}),
    "trainensemble": Scene(
        ("BUNDLE", "METRICS", "BUNDLE_ZIP", "FIGURES", "SAMPLES"), {"CV_MEMBERS": 1}, {"SEED": 7}, worker=True
    ),
    "publicationfigure": Scene(("OUTPUT",), {"TITLE": "first"}, {"TITLE": "then"}, worker=True),
}


def parameters(algorithm: Any, folder: Path, world: Path, then: bool) -> dict[str, Any]:
    """Parameters of one of the runs of a scene, its inputs copied into ``in`` of a folder."""
    scene = SCENES[algorithm.name()]
    (folder / "in").mkdir(exist_ok=True)
    (folder / "out").mkdir(exist_ok=True)
    asked = {**SOUND[algorithm.name()], **(scene.then if then else scene.first)}
    chosen = {key: taken(value, folder / "in", world) for key, value in asked.items()}
    return {**chosen, **{key: str(path) for key, path in outputs(algorithm, folder).items()}}


def outputs(algorithm: Any, folder: Path) -> dict[str, Path]:
    """Where the outputs of a scene go."""
    asked = SCENES[algorithm.name()].outputs
    return {
        one.name(): place_of(one, folder) for one in algorithm.parameterDefinitions() if one.name() in asked
    }
