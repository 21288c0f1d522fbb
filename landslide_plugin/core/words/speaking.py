"""The language spoken now, set where a run begins and asked where words leave it.

A context variable holds it: it belongs to the run that set it, goes back by itself when that run ends, however it
ends, and is nothing that one run could leave to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from .catalogue import ENGLISH, catalogue
from .files import FOLDER, LABELS

_LANGUAGE: ContextVar[str] = ContextVar("landslide_language", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within the block, :func:`say` speaks a language (two letters); English where there is no translation.

    >>> with speaking("es"):
    ...     spoken()
    'es'
    >>> spoken()
    'en'
    """
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def spoken() -> str:
    """Two letters of the language spoken now; ``en`` where nothing is translated into that of the run."""
    language = _LANGUAGE.get()
    return language if catalogue(language) is not None else ENGLISH


def say(text: str) -> str:
    """An English text in the language spoken now.

    >>> say("File /a is not there")
    'File /a is not there'
    """
    words = catalogue(_LANGUAGE.get())
    return words.say(text) if words is not None else text


def is_called(name: str, text: str) -> bool:
    """Whether a name, as read from a file, is an English text or its translation into any language.

    >>> is_called("Muy alta", "Very high"), is_called("Very high", "Very high"), is_called("Alta", "Very high")
    (True, True, False)
    """
    languages = (path.stem[len(LABELS) + 1 :] for path in sorted(FOLDER.glob(f"{LABELS}_*.ts")))
    said = (words.say(text) for words in map(catalogue, languages) if words is not None)
    return name == text or name in said
