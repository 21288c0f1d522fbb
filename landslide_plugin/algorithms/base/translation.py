"""Names, labels and lines in the user's language.

``tr`` is for what dialogs show, ``helped`` for the help of algorithms and parameters, ``told`` for lines of logs and
errors, which carry values; all read the files of ``core/words``. What they lack stays English.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from qgis.core import QgsApplication

from ...core.words.files import HELPS, translations
from ...core.words.speaking import say, speaking

KEY = re.compile(r"(?<![\w'\"=/.-])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*(?![\w'\"=/.-]| \()")
"""A parameter's key in a sentence, but for one that is given a value or has its label behind it."""
OF_SENTENCES = frozenset({"DEM", "NDVI", "CRS", "CSV", "JSON", "PNG", "SVG", "PDF", "AREA", "MAP"})
"""Keys that are words of sentences too."""


def tr(text: str) -> str:
    """``text`` in the language that QGIS is set to; itself if there is no translation."""
    return translations(language()).get(text) or text


def helped(text: str) -> str:
    """The help of an algorithm or a parameter in the language that QGIS is set to; itself if there is none."""
    return translations(language(), HELPS).get(text) or text


def told(line: str) -> str:
    """A line of a log or an error in the language that QGIS is set to."""
    with speaking(language()):
        return say(line)


@lru_cache(maxsize=1)
def language() -> str:
    """Two letters of the language that QGIS speaks; it changes only with a restart."""
    return QgsApplication.locale()[:2]


def by_label(line: str, labels: Mapping[str, str]) -> str:
    """A line in which keys of parameters stand as their labels, as the reader of a dialog knows them.

    >>> by_label("Give more CV_FOLDS, or CV_FOLDS=3; CV_FOLDS (Spatial folds) is 0", {"CV_FOLDS": "Spatial folds"})
    "Give more 'Spatial folds', or CV_FOLDS=3; CV_FOLDS (Spatial folds) is 0"
    >>> by_label("DEM /data/CV_FOLDS.tif", {"DEM": "Elevation", "CV_FOLDS": "Spatial folds"})
    'DEM /data/CV_FOLDS.tif'
    """

    def label(found: re.Match[str]) -> str:
        key = found.group()
        return f"'{labels[key]}'" if key in labels and key not in OF_SENTENCES else key

    return KEY.sub(label, line)
