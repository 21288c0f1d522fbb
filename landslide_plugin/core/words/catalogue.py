"""Finding the template that an English line was made from, and saying it in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Optional

from .files import LABELS, MESSAGES, translations
from .template import LETTERS, WORD, Template

ENGLISH = "en"
LIGHT = 6
"""A template with fewer fixed letters says a line alone only if its values are short."""
DEEPEST = 6
JOINTS = ("; ", ". ", ": ", " (", ", ")
"""Where lines are put together from pieces, the loosest joint first."""
CLOSING = re.compile(r"[.,;:)\]!?]+$")
NOT_WORDS = re.compile(r"[/\\~]|^[A-Z0-9_]+$|^\w+\.\w+$|=")
"""A path, a key, a file's name or a setting is nobody's language."""


class Catalogue:
    """Translations of templates into one language.

    Parameters
    ----------
    messages : mapping of str to str
        Written templates and their translations, empty where there is none yet: such a line stays English, whole.
    labels : mapping of str to str
        Texts without holes, as dialogs show them.

    Examples
    --------
    >>> spanish = Catalogue({"{count} cells of {what}": "{count} celdas de {what}", "water": "agua"})
    >>> spanish.say("3 cells of water"), spanish.say("3 rows of water")
    ('3 celdas de agua', '3 rows of water')
    """

    def __init__(self, messages: Mapping[str, str], labels: Optional[Mapping[str, str]] = None) -> None:
        self._whole = {text: words for text, words in (labels or {}).items() if words}
        self._holed: dict[str, list[tuple[Template, Optional[Template]]]] = {}
        for text, words in messages.items():
            template = Template.of(text)
            if not template.names:
                plain = template.fill({})
                self._whole[plain] = Template.of(words).fill({}) if words else self._whole.get(plain, plain)
                continue
            anchor = next(iter(template.anchors), "")
            self._holed.setdefault(anchor, []).append((template, Template.of(words) if words else None))
        self._said = lru_cache(maxsize=4096)(self._line)

    def say(self, text: str) -> str:
        """A text in this language, line by line; what nothing is known of stays as it is."""
        if not LETTERS.search(text):
            return text
        return "\n".join(self._said(line, 0) for line in text.split("\n"))

    def template_of(self, text: str) -> Optional[Template]:
        """The template with holes that a line was made from: of those that read it the one with most fixed letters."""
        found = self._winner(text)
        return found[0] if found else None

    def _line(self, text: str, depth: int) -> str:
        bare = text.strip()
        if not LETTERS.search(bare) or depth > DEEPEST or (NOT_WORDS.search(bare) and " " not in bare):
            return text
        lead = text[: len(text) - len(text.lstrip())]
        tail = text[len(text.rstrip()) :]
        for form in (text, bare):
            if form in self._whole:
                return self._whole[form] if form == text else f"{lead}{self._whole[form]}{tail}"
        for form in (text, bare):
            said = self._filled(form, depth)
            if said is not None:
                return said if form == text else f"{lead}{said}{tail}"
        return f"{lead}{self._in_parts(bare, depth)}{tail}"

    def _filled(self, text: str, depth: int) -> Optional[str]:
        """By a template with holes; English if it has no translation yet, None if there is no template."""
        found = self._winner(text)
        if found is None:
            return None
        _, words, values = found
        if words is None:
            return text
        return words.fill({name: self._said(value, depth + 1) for name, value in values.items()})

    def _winner(self, text: str) -> Optional[tuple[Template, Optional[Template], dict[str, str]]]:
        best: Optional[tuple[Template, Optional[Template], dict[str, str]]] = None
        for template, words in self._candidates(text):
            if best is not None and template.weight <= best[0].weight:
                continue
            values = template.read(text)
            if values is None or (template.weight < LIGHT and not all(map(_short, values.values()))):
                continue
            best = (template, words, values)
        return best

    def _candidates(self, text: str) -> Iterable[tuple[Template, Optional[Template]]]:
        for anchor in sorted({*WORD.findall(text), ""}):
            yield from self._holed.get(anchor, ())

    def _in_parts(self, text: str, depth: int) -> str:
        """A line that was put together, piece by piece; as it is if no piece is known."""
        other = f"{text[:1].swapcase()}{text[1:]}"
        if other in self._whole or self._winner(other):
            said = self._said(other, depth + 1)
            return f"{said[:1].upper() if text[:1].isupper() else said[:1].lower()}{said[1:]}"
        closing = CLOSING.search(text)
        if closing:
            inner = text[: closing.start()]
            return f"{self._said(inner, depth + 1)}{closing.group()}" if inner else text
        for joint in JOINTS:
            if joint in text:
                return joint.join(self._said(part, depth + 1) for part in text.split(joint))
        return text


def _short(value: str) -> bool:
    """Whether a value may stand beside few fixed letters: a number, a name or two."""
    return len(value.split()) <= 2


@lru_cache(maxsize=4)
def catalogue(language: str) -> Optional[Catalogue]:
    """All there is in a language (two letters); None if that is English or there is nothing.

    >>> catalogue("en") is None
    True
    """
    messages = translations(language, MESSAGES) if language != ENGLISH else {}
    return Catalogue(messages, translations(language, LABELS)) if messages else None
