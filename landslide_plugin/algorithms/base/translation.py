"""Names and labels in the user's language.

The Qt Linguist files ``resources/i18n/landslide_<language>.ts`` are read as they are, when somebody asks
for the first text: no compiled copy has to be built or shipped. What a file lacks stays English.
"""

from functools import lru_cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QXmlStreamReader

from .metadata import PLUGIN_FOLDER

FOLDER = PLUGIN_FOLDER / "resources" / "i18n"


def tr(text: str) -> str:
    """``text`` in the language that QGIS is set to; itself if there is no translation."""
    return catalogue(language()).get(text, text)


@lru_cache(maxsize=1)
def language() -> str:
    """Two letters of the language that QGIS speaks; it changes only with a restart."""
    return QgsApplication.locale()[:2]


def translation_file(language: str) -> Path:
    """Where the translations into a language (two letters) lie."""
    return FOLDER / f"landslide_{language}.ts"


@lru_cache(maxsize=4)
def catalogue(language: str) -> dict[str, str]:
    """Finished translations into a language by English text; empty if there is no file."""
    path = translation_file(language)
    return read_translations(path.read_text(encoding="utf-8")) if path.is_file() else {}


def read_translations(xml: str) -> dict[str, str]:
    """English text to translation, of the messages of a ``.ts`` file that are finished.

    Raises
    ------
    ValueError
        The file is no well-formed XML.
    """
    reader = QXmlStreamReader(xml)
    found: dict[str, str] = {}
    source = ""
    while not reader.atEnd():
        reader.readNext()
        if not reader.isStartElement():
            continue
        if str(reader.name()) == "source":
            source = reader.readElementText()
        elif str(reader.name()) == "translation":
            finished = not reader.attributes().hasAttribute("type")
            words = reader.readElementText()
            if finished and words:
                found[source] = words
    if reader.hasError():
        raise ValueError(f"line {reader.lineNumber()}: {reader.errorString()}")
    return found
