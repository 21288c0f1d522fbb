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

    >>> grouped(["slope", "twi", "aspect"])
    {'Terrain': (0, 2), 'Hydrology': (1,)}
    """
    found: dict[str, tuple[int, ...]] = {}
    for index, name in enumerate(names):
        group = group_of(name)
        found[group] = (*found.get(group, ()), index)
    return found
