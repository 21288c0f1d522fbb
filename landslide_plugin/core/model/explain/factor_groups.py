"""Which factors speak of the same thing, for explanations a reader can take in at a glance."""

from __future__ import annotations

from collections.abc import Sequence

TERRAIN, HYDROLOGY, GEOLOGY, COVER, CLIMATE, OTHER = (
    "Terrain",
    "Hydrology",
    "Geology",
    "Land cover and use",
    "Climate",
    "Other factors",
)
WORDS: dict[str, tuple[str, ...]] = {
    HYDROLOGY: (
        "twi",
        "wetness",
        "flow",
        "catchment",
        "carea",
        "stream",
        "river",
        "drain",
        "channel",
        "spi",
        "sti",
        "hand",
        "sediment",
        "hydro",
    ),
    GEOLOGY: (
        "litho",
        "geolog",
        "fault",
        "soil",
        "rock",
        "lineament",
        "formation",
        "tecton",
        "bedrock",
        "clay",
    ),
    COVER: (
        "ndvi",
        "land",
        "cover",
        "forest",
        "road",
        "vegetation",
        "tree",
        "urban",
        "building",
        "path",
        "lulc",
    ),
    CLIMATE: ("rain", "precip", "climate", "temperature", "snow", "moisture"),
    TERRAIN: (
        "elev",
        "dem",
        "height",
        "slope",
        "aspect",
        "curv",
        "cplan",
        "cprof",
        "tpi",
        "tri",
        "rough",
        "vrm",
        "relief",
        "landform",
        "convergence",
        "northness",
        "eastness",
        "insolation",
    ),
}
SHORT = 4
FEWEST = 3
RELIEF = "Slope and relief"
PARTS = {
    "Aspect": ("aspect", "northness", "eastness", "insolation"),
    "Form": ("curv", "cplan", "cprof", "tpi", "convergence", "landform"),
    "Elevation": ("elev", "dem", "height"),
}


def group_of(name: str) -> str:
    """Group of a factor by its name; words of up to four letters must stand alone.

    >>> [group_of(n) for n in ("aspect_sin", "twi", "distance_faults", "NDVI 2020", "x7", "triassic")]
    ['Terrain', 'Hydrology', 'Geology', 'Land cover and use', 'Other factors', 'Other factors']
    """
    words = "".join(c if c.isalnum() else " " for c in name.lower()).split()
    for group, keys in WORDS.items():
        if any(word == key or (len(key) > SHORT and key in word) for word in words for key in keys):
            return group
    for group, keys in WORDS.items():
        if any(word.startswith(key) for word in words for key in keys if len(key) == SHORT):
            return group
    return OTHER


def grouped(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Index of each name by group, groups in order of first appearance.

    Where factors speak of hardly anything but terrain, terrain is taken apart.

    >>> grouped(["slope", "twi", "aspect", "lithology", "ndvi"])
    {'Terrain': (0, 2), 'Hydrology': (1,), 'Geology': (3,), 'Land cover and use': (4,)}
    >>> grouped(["slope", "twi", "aspect", "plan_curvature"])
    {'Slope and relief': (0,), 'Hydrology': (1,), 'Aspect': (2,), 'Form': (3,)}
    """
    groups = [group_of(name) for name in names]
    if len(set(groups)) < FEWEST:
        groups = [_part_of_terrain(name) if group == TERRAIN else group for name, group in zip(names, groups)]
    found: dict[str, tuple[int, ...]] = {}
    for index, group in enumerate(groups):
        found[group] = (*found.get(group, ()), index)
    return found


def _part_of_terrain(name: str) -> str:
    lower = name.lower()
    return next((part for part, keys in PARTS.items() if any(key in lower for key in keys)), RELIEF)
