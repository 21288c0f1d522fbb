"""Which names, labels and helps lack a translation, and room for them in the ``.ts`` files.

``python -m tools.docs.translations [es]`` in ``.venv`` lists what is missing and exits with 1 if anything is;
with ``--update`` it also writes the missing texts into the files, to be filled in with Qt Linguist or an
editor, and drops those that nothing says any more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))


def texts(provider: Any) -> dict[str, str]:
    """Every text that toolbox, dialogs, menu and guide show, and where it is used first."""
    from landslide_plugin.algorithms.base.dialog.form import DEFAULT, NONE_CHOSEN, NOT_SET
    from landslide_plugin.desktop.words import all_texts

    found: dict[str, str] = {}
    for algorithm in provider.algorithms():
        found.setdefault(algorithm.group(), algorithm.name())
        found.setdefault(algorithm.displayName(), algorithm.name())
        for definition in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()):
            place = f"{algorithm.name()}.{definition.name()}"
            for text in (definition.description(), *choices(definition)):
                found.setdefault(text, place)
        form = getattr(algorithm, "FORM", None)
        for text in form.headings if form is not None else ():
            found.setdefault(text, f"{algorithm.name()}, a heading of its dialog")
    for text in (*all_texts(), DEFAULT, NONE_CHOSEN, NOT_SET):
        found.setdefault(text, "desktop")
    return found


def helps(provider: Any) -> dict[str, str]:
    """Every help of an algorithm, a chain or a parameter, and where it is used first."""
    found: dict[str, str] = {}
    for algorithm in provider.algorithms():
        parts = algorithm.help_texts().values() if hasattr(algorithm, "help_texts") else [algorithm.HELP]
        for text in parts:
            found.setdefault(text, algorithm.name())
        for definition in algorithm.parameterDefinitions():
            found.setdefault(definition.help(), f"{algorithm.name()}.{definition.name()}")
    return {text: place for text, place in found.items() if text}


def choices(definition: Any) -> list[str]:
    """What a dialog shows for each word of a choice, where that is more than the word."""
    metadata = definition.metadata() if hasattr(definition, "metadata") else {}
    widget = metadata.get("widget_wrapper", {})
    return list(widget.get("labels", ())) if isinstance(widget, dict) else []


def ts(language: str, places: Mapping[str, str], translated: Mapping[str, str]) -> str:
    """A ``.ts`` file with every text of ``places``, translated where it is known."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        "    <name>Landslide</name>",
    ]
    for text in sorted(places):
        words = translated.get(text, "")
        mark = "" if words else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(text)}</source>",
            f"        <translation{mark}>{escape(words)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def lacking(language: str, kind: str, places: Mapping[str, str], update: bool) -> int:
    """Print the texts of one file that have no translation, write room for them if asked; how many they are."""
    from landslide_plugin.core.words.files import translation_file, translations

    translated = translations(language, kind)
    missing = {text: place for text, place in places.items() if not translated.get(text)}
    for text, place in missing.items():
        print(f"{place}: {text}")
    if update:
        file = translation_file(language, kind)
        file.parent.mkdir(exist_ok=True)
        file.write_text(ts(language, places, translated), encoding="utf-8")
    print(f"{kind}_{language}: {len(places)} texts, {len(missing)} without a translation")
    return len(missing)


def main() -> int:
    """List what is missing; with ``--update`` write it into the files."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    language = words[0] if words else "es"
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    from landslide_plugin.core.words.files import HELPS, LABELS
    from landslide_plugin.plugin import LandslidePlugin

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    said = {LABELS: texts(plugin.provider), HELPS: helps(plugin.provider)}
    plugin.unload()
    app.exitQgis()
    update = "--update" in sys.argv
    missing = sum(lacking(language, kind, places, update) for kind, places in said.items())
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
