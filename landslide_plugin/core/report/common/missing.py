"""A section that cannot be drawn says so: what is missing, and how to get it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from .markup import Html


@dataclass(frozen=True)
class Missing:
    """Why a section is not on the page.

    Attributes
    ----------
    title : str
        The section that would be there.
    why, how : str
        What is missing, and what to do to get it.
    """

    title: str
    why: str
    how: str


Part = Union[Html, Missing]

OLD_BUNDLE = "the bundle keeps no samples"
TRAIN_AGAIN = "train the model again with this version"
NO_PROFILE = "the model was trained without a soil profile"
GIVE_PROFILE = "train with a 'Soil profile raster', made by 'Build soil depth profile'"
NO_SCENARIOS = "the model was trained without trigger scenarios"
GIVE_SCENARIOS = "train with 'Trigger scenarios (file)', a table made by 'Build trigger scenarios'"
NO_PRIOR = "no factor of safety was given at training"
GIVE_PRIOR = (
    "train with a 'Factor of safety raster', that of 'Compute factor of safety' (Physics-informed "
    "training, Compare models)"
)
