"""What stands in the README of a sample area, in the language spoken."""

from __future__ import annotations

from pathlib import Path

from ..words.catalogue import ENGLISH
from ..words.speaking import spoken

README = "README.txt"
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "sample"


def readme_file(area: str, language: str) -> Path:
    """Where the text of an area stands; the English one where there is none in a language.

    >>> readme_file("rbsf", "es").name, readme_file("rbsf", "xx").name
    ('README_es.txt', 'README.txt')
    """
    own = SAMPLES / area / f"README_{language}.txt"
    return own if language != ENGLISH and own.is_file() else SAMPLES / area / README


def readme(area: str, **values: object) -> str:
    """Text of an area in the language spoken now, with values in its holes.

    >>> readme("andes", crs="EPSG:32619", seed=1, cells=1500, landslides=40).partition(".")[0][:23]
    'Synthetic mountain area'
    """
    return readme_file(area, spoken()).read_text(encoding="utf-8").format(**values)
