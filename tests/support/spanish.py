"""Whether a text still speaks English, and what of it does."""

from __future__ import annotations

import re
from html import unescape

_WORDS = (
    "the of is are and with not to for from which was were that this it has have than by on or an at be been its "
    "they their give choose allowed needs need holds hold there here where when who what how cells rows "
    "landslides soil depth rain slope assessed minus best single largest smallest folds values"
)
ENGLISH = frozenset(_WORDS.split())
"""Words that Spanish does not have."""
NO_LANGUAGE = re.compile(
    r"""'[^'\n]*'|"[^"\n]*"|\S*[/\\]\S*|\S+=\S*|\b[A-Z][A-Z0-9_]+\b|\b\w+_\w+\b|\([^()]*\b(?:19|20)\d\d[a-z]?\)"""
)
"""What is quoted, a path, a setting, a key, a name in code, or an author with a year."""
MARK = re.compile(r"<style\b.*?</style>|<[^<>]*>", re.DOTALL)


def english_in(text: str) -> list[str]:
    """English words of a line, apart from names and quotations.

    >>> english_in("Capas hasta 2 m with cohesion"), english_in("La carpeta /of/the no existe; use 'Map of it'")
    (['with'], [])
    """
    return [word for word in re.findall(r"\w+", NO_LANGUAGE.sub(" ", text)) if word in ENGLISH]


def texts_of(page: str) -> list[str]:
    """What a page says, text by text.

    >>> texts_of("<p>5 &lt; 6</p><p> </p>")
    ['5 < 6']
    """
    return [unescape(text).strip() for text in MARK.split(page) if text.strip()]
