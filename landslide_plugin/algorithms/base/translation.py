"""Names, labels and lines in the user's language.

``tr`` is for what dialogs show, ``told`` for lines of logs and errors, which carry values; both read the files of
``core/words``. What they lack stays English.
"""

from functools import lru_cache

from qgis.core import QgsApplication

from ...core.words.files import translations
from ...core.words.speaking import say, speaking


def tr(text: str) -> str:
    """``text`` in the language that QGIS is set to; itself if there is no translation."""
    return translations(language()).get(text) or text


def told(line: str) -> str:
    """A line of a log or an error in the language that QGIS is set to."""
    with speaking(language()):
        return say(line)


@lru_cache(maxsize=1)
def language() -> str:
    """Two letters of the language that QGIS speaks; it changes only with a restart."""
    return QgsApplication.locale()[:2]
