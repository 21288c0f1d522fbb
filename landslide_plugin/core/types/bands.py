"""What a raster band says of itself, and how it stores a conditioning factor."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .factors import KINDS, TRANSFORMS, FactorSpec
from .names import human_name

LABEL = "LABEL"
"""Key of a band's metadata that holds what people call it, with unit."""
_SCENARIO = re.compile(r"T\d+\b")


@dataclass(frozen=True)
class Band:
    """What a raster band says of itself.

    Attributes
    ----------
    name : str
        Band description; empty if the file has none.
    unit : str
    metadata : mapping of str to str
        GDAL band metadata, such as ``KIND`` and ``TRANSFORM``.
    categories : mapping of int to str
        Class names, if the file or its attribute table has them.
    """

    name: str
    unit: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[int, str] = field(default_factory=dict)


def factor_band(spec: FactorSpec) -> Band:
    """The band that stores a factor: kind, transform and class names travel in its metadata.

    >>> factor_band(FactorSpec("slope", unit="deg")).metadata
    {'KIND': 'continuous', 'TRANSFORM': 'none'}
    """
    metadata = {"KIND": spec.kind, "TRANSFORM": spec.transform}
    if spec.categories:
        metadata["CATEGORIES"] = json.dumps({str(k): v for k, v in sorted(spec.categories.items())})
    return Band(spec.name, spec.unit, metadata)


def band_label(band: Band) -> str:
    """What people call a band: its own label, or its name as they say it, with layer, scenario and unit.

    >>> band_label(factor_band(FactorSpec("slope", unit="deg")))
    'Slope (degrees)'
    >>> band_label(Band("cohesion_kpa 0-0.5 m", "kPa", {"PROPERTY": "cohesion_kpa"}))
    'Cohesion, 0-0.5 m (kPa)'
    >>> band_label(Band("T50", "m", {"QUANTITY": "critical depth"})), band_label(Band("T50"))
    ('Critical depth, T50 (m)', 'T50')
    >>> band_label(Band("Decision", "", {"LABEL": "Conformal set"})), band_label(Band(""))
    ('Conformal set', '')
    """
    if LABEL in band.metadata:
        return band.metadata[LABEL]
    name, key, quantity = band.name, band.metadata.get("PROPERTY", ""), band.metadata.get("QUANTITY", "")
    if key:
        layer = name[len(key) :].strip() if name.startswith(key) else ""
        name = ", ".join(filter(None, (human_name(key), layer)))
    elif quantity and _SCENARIO.match(name):
        name = f"{quantity[0].upper()}{quantity[1:]}, {name}"
    return human_name(name, band.unit)


def factor_spec(band: Band, fallback_name: str) -> FactorSpec:
    """The factor a band holds; continuous and untransformed unless its metadata says otherwise.

    >>> lithology = FactorSpec("lithology", "categorical", categories={1: "marl"})
    >>> factor_spec(factor_band(lithology), "band 1") == lithology, factor_spec(Band(""), "band 1").name
    (True, 'band 1')
    """
    kind = band.metadata.get("KIND", "continuous")
    transform = band.metadata.get("TRANSFORM", "none")
    try:
        stored = json.loads(band.metadata.get("CATEGORIES", "{}"))
        categories = {int(code): str(name) for code, name in stored.items()}
    except (ValueError, AttributeError, RecursionError):
        categories = {}
    return FactorSpec(
        band.name or fallback_name,
        kind if kind in KINDS else "continuous",
        band.unit,
        transform if transform in TRANSFORMS else "none",
        categories or dict(band.categories) or None,
    )
