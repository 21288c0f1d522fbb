"""The presets of a study: what the words quick, standard and thorough stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union


@dataclass(frozen=True)
class Preset:
    """What a word of ``study_preset`` stands for.

    Attributes
    ----------
    families : tuple of str
        Of the stacked mean; empty for all.
    settings : mapping of str to number or str
        Of training and validation, by the names of their quantities; what is not named has its default.
    absence_ratio : float
        Stable samples drawn for each landslide, where none are marked.
    all_cells : bool
        Whether a bivariate model counts every cell of the area, or the stable samples in their place.
    """

    families: tuple[str, ...] = ()
    settings: Mapping[str, Union[int, float, str]] = field(default_factory=dict)
    absence_ratio: float = 1.0
    all_cells: bool = True

    @property
    def with_networks(self) -> bool:
        """Whether networks are among the families.

        >>> PRESETS["quick"].with_networks, PRESETS["standard"].with_networks
        (False, True)
        """
        return not self.families or "ensemble" in self.families


PRESETS: Mapping[str, Preset] = {
    "quick": Preset(
        families=("logistic", "additive", "bivariate"),
        settings={"cv_repeats": 1, "random_cv": "no"},
        all_cells=False,
    ),
    "standard": Preset(),
    "thorough": Preset(
        settings={"members": 10, "cv_members": 3, "cv_repeats": 10, "network_repeats": 3},
        absence_ratio=2.0,
    ),
}
