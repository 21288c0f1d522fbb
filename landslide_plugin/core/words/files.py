"""Translation files of Qt Linguist, read as the plain XML that they are: nothing is compiled or shipped twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree  # nosec B405

FOLDER = Path(__file__).parents[2] / "resources" / "i18n"
LABELS, MESSAGES, HELPS = "landslide", "messages", "helps"
"""Files of what dialogs show, of what logs, errors, reports and figures say, and of the help beside each dialog."""


def translation_file(language: str, kind: str = LABELS) -> Path:
    """Where the translations into a language (two letters) lie.

    >>> translation_file("es").name, translation_file("es", MESSAGES).name
    ('landslide_es.ts', 'messages_es.ts')
    """
    return FOLDER / f"{kind}_{language}.ts"


@lru_cache(maxsize=8)
def translations(language: str, kind: str = LABELS) -> Mapping[str, str]:
    """Translations into a language by English text, empty where one is not finished; empty if there is no file."""
    path = translation_file(language, kind)
    return read_translations(path.read_text(encoding="utf-8")) if path.is_file() else {}


def read_translations(xml: str) -> dict[str, str]:
    r"""Translation by English text, of all messages of a ``.ts`` file; empty if it is not finished.

    Raises
    ------
    ValueError
        The file is no well-formed XML.

    Examples
    --------
    >>> message = "<message><source>Slope</source><translation>Pendiente</translation></message>"
    >>> read_translations(f"<TS><context>{message}</context></TS>")
    {'Slope': 'Pendiente'}
    """
    try:
        # The files come with the plugin; nobody else's are read.
        root = ElementTree.fromstring(xml.encode())  # noqa: S314  # nosec B314
    except ElementTree.ParseError as error:
        raise ValueError(f"the translation file cannot be read: {error}") from None
    found: dict[str, str] = {}
    for message in root.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        if source is None or not source.text:
            continue
        finished = translation is not None and "type" not in translation.attrib
        found[source.text] = (translation.text or "") if translation is not None and finished else ""
    return found
