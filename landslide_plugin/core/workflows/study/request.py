"""What a study is made of, and what it is made with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Optional

import numpy.typing as npt

from ...errors import InputError
from ...progress import Progress
from ...quantities import QUANTITIES
from ...quantities.presets.study import PRESETS, Preset
from ...samples.sample_set import SamplingRules
from ...terrain.engine import PLAIN, Engine
from ...types.features import FeatureSet
from ..factor_stack.layers import AncillaryRaster

Task = Callable[[str, Mapping[str, Any], Mapping[str, npt.NDArray[Any]], Progress], Mapping[str, Any]]
"""Runs a task of the modelling process: its name, job and arrays."""


@dataclass(frozen=True)
class StudyRequest:
    """Layers and choices of a study.

    Attributes
    ----------
    dem : str
    inventory : FeatureSet
    folder : Path
        Not there yet, or empty.
    preset : str
        A key of ``quantities.presets.study.PRESETS``.
    label_field, type_field, date_field : str or None
        Fields of the inventory.
    all_landslides : bool
        Features are landslides although a field of them looks like labels.
    mapped_area, mask : FeatureSet or None
        Where the inventory is complete, and where the map goes.
    rasters : sequence of AncillaryRaster
        Layers that become factors as they are.
    lines : mapping of str to FeatureSet
        Layers that distances are measured to, by the name of the factor.
    soil_table, rain : str or None
        Tables.
    metres_per_height : float
    seed : int
    title : str
        What the report calls the area; the name of the folder if empty.
    """

    dem: str
    inventory: FeatureSet
    folder: Path
    preset: str = str(QUANTITIES["study_preset"].default)
    label_field: Optional[str] = None
    type_field: Optional[str] = None
    date_field: Optional[str] = None
    all_landslides: bool = False
    mapped_area: Optional[FeatureSet] = None
    mask: Optional[FeatureSet] = None
    rasters: Sequence[AncillaryRaster] = ()
    lines: Mapping[str, FeatureSet] = field(default_factory=dict)
    soil_table: Optional[str] = None
    rain: Optional[str] = None
    metres_per_height: float = 1.0
    seed: int = 42
    title: str = ""

    @property
    def means(self) -> Preset:
        """What the preset stands for."""
        return PRESETS[self.preset]

    @property
    def called(self) -> str:
        """What people call the study."""
        return self.title or self.folder.name

    @property
    def rules(self) -> SamplingRules:
        """How the inventory becomes samples: the defaults of the training, with the preset's share of stable ones."""
        default = {name: QUANTITIES[name].default for name in ("polygon_rule", "flat_patches")}
        return SamplingRules(
            absences="given" if self.label_field else "random",
            label_field=self.label_field,
            polygon_rule=str(default["polygon_rule"]),
            flat_patches=str(default["flat_patches"]),
            ratio=self.means.absence_ratio,
            seed=self.seed,
        )

    def require_labels(self) -> None:
        """Raise ``InputError`` if a field of the inventory says that some of its features are no landslides.

        Examples
        --------
        >>> mixed = FeatureSet((b"", b""), "", {"slide": (1, 0)}, "points")
        >>> StudyRequest("dem.tif", mixed, Path("new")).require_labels()
        Traceback (most recent call last):
        landslide_plugin.core.errors.InputError: Field slide of points holds only 0 (1 features) and 1 (1 features), \
as labels do: features with 0 are no landslides. Give LABEL_FIELD=slide, or tick ALL_LANDSLIDES if all are landslides
        """
        if self.label_field or self.all_landslides:
            return
        for name, values in self.inventory.attributes.items():
            if name == self.type_field or not looks_like_labels(values):
                continue
            ones = sum(_digit(value) == "1" for value in values)
            raise InputError(
                f"Field {name} of {self.inventory.name} holds only 0 ({len(values) - ones} features) and 1 ({ones} "
                f"features), as labels do: features with 0 are no landslides. Give LABEL_FIELD={name}, or tick "
                "ALL_LANDSLIDES if all are landslides"
            )


def looks_like_labels(values: Sequence[Any]) -> bool:
    """Whether a field holds both 0 and 1, as numbers or text, and nothing else.

    >>> looks_like_labels((0, 1, 1.0)), looks_like_labels(("0", "1")), looks_like_labels((1, 1))
    (True, True, False)
    >>> looks_like_labels((0, 1, 2)), looks_like_labels((0, 1, None)), looks_like_labels(())
    (False, False, False)
    """
    return {_digit(value) for value in values} == {"0", "1"}


def _digit(value: Any) -> str:
    return str(int(value)) if isinstance(value, (bool, float)) and value in (0, 1) else str(value)


@dataclass(frozen=True)
class StudyTools:
    """What a study is made with.

    Attributes
    ----------
    engine : Engine
        What computes terrain factors.
    task : callable or None
        Runs tasks of the modelling process; None where there is no modelling environment.
    lacking : str
        Why there is none, and what to do.
    software : str
        Name and version, for the metadata of rasters.
    """

    engine: Engine = PLAIN
    task: Optional[Task] = None
    lacking: str = ""
    software: str = ""
