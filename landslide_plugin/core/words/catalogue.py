"""Finding the template that an English line was made from, and saying it in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Optional

from .files import HELPS, LABELS, MESSAGES, translations
from .template import LETTERS, WORD, Template

ENGLISH = "en"
LIGHT = 12
"""A template with fewer fixed letters says a line alone only if its values are short, but for one behind a colon."""
NAMED_PART = re.compile(r"; [a-z]+: ")
"""Fixed text that gives a part of a line its name, as ``; allowed: `` does: few letters, and yet nobody else's."""
DEEPEST, MOST_PIECES, MOST_WORDS = 8, 12, 5
JOINTS = (" \u00b7 ", "; ", ": ", ", ", " + ", " and of ", " and ", " or ")
"""Where lines are put together from pieces, the loosest joint first."""
SENTENCES = re.compile(r"(?<=[.]) (?=[A-Z])")
SCALE = " : "
CLOSING = re.compile(r"[.,;:!?]+$")
BRACKETS = re.compile(r"(.*?)( ?\()([^()]*(?:\([^()]*\)[^()]*)*)(\))(.*)", re.DOTALL)
NUMBERED = re.compile(r"([\d.,%/+-]+ )?(.*?\D)( [\d.,%/+-]+(?: %)?)?", re.DOTALL)
DIGIT = re.compile(r"\d")
RANGE = re.compile(r"\S*\d\S* to \S*\d\S*")
QUOTED = re.compile(r"""(['"])([A-Z][^'"]{2,60})\1""")
"""A name as the toolbox shows it."""
NOT_WORDS = re.compile(r"[/\\~]|^[A-Z0-9_]+$|^\w+\.\w+$|=")
"""A path, a key, a file's name or a setting is nobody's language."""
_OF_SENTENCES = (
    "a an the this that these its of and or is are was were has have with without to in on at by from for"
)
OF_SENTENCES = frozenset(_OF_SENTENCES.split())
"""Words that a sentence is built with and a name hardly ever: a value with one was cut out of a sentence."""
CONTRACTIONS = {
    "es": ((re.compile(r"\bde el\b"), "del"), (re.compile(r"\ba el\b"), "al")),
}
"""What two words become where a value brings the second."""


class Catalogue:
    """Translations of templates into one language.

    Parameters
    ----------
    messages : mapping of str to str
        Written templates and their translations, empty where there is none yet: such a line stays English, whole.
    labels : mapping of str to str
        Texts without holes, as dialogs show them.
    language : str
        Two letters.

    Examples
    --------
    >>> spanish = Catalogue({"{count} cells of {what}": "{count} celdas de {what}", "water": "agua"})
    >>> spanish.say("3 cells of water"), spanish.say("3 rows of water")
    ('3 celdas de agua', '3 rows of water')
    """

    def __init__(
        self, messages: Mapping[str, str], labels: Optional[Mapping[str, str]] = None, language: str = ""
    ) -> None:
        self._contractions = CONTRACTIONS.get(language, ())
        self._names = {text: words for text, words in (labels or {}).items() if words}
        self._whole = dict(self._names)
        self._holed: dict[str, list[tuple[Template, Optional[Template]]]] = {}
        for text, words in messages.items():
            for form, translation in dict.fromkeys((*_bare(text, words), (text, words))):
                self._learn(Template.of(form), Template.of(translation) if translation else None)
        self._said = lru_cache(maxsize=4096)(self._line)

    def _learn(self, template: Template, words: Optional[Template]) -> None:
        """Take a template and its translation in; holes that no text tells apart are one.

        A translation that takes them apart cannot be filled, and counts as none.
        """
        if not template.names:
            plain = template.fill({})
            self._whole[plain] = words.fill({}) if words else self._whole.get(plain, plain)
            return
        for pair in reversed(template.beside()):
            template, words = template.joined(*pair) or template, words.joined(*pair) if words else None
        anchor = next(iter(template.anchors), "")
        self._holed.setdefault(anchor, []).append((template, words))

    def say(self, text: str) -> str:
        """A text in this language, line by line; what nothing is known of stays as it is."""
        if not LETTERS.search(text):
            return text
        said = "\n".join(QUOTED.sub(self._named, self._said(line, 0)) for line in text.split("\n"))
        for pattern, words in self._contractions:
            said = pattern.sub(words, said)
        return said

    def _named(self, quoted: re.Match[str]) -> str:
        """A name in quotation marks as dialogs show it, whatever sentence it stands in."""
        mark, name = quoted.groups()
        return f"{mark}{self._names.get(name, name)}{mark}"

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
        sentences = list(self._runs(SENTENCES.split(bare), " "))
        if len(sentences) > 1 and all(map(self._known, sentences)):
            return f"{lead}{self._each(sentences, ' ', depth)}{tail}"
        for form in (text, bare):
            said = self._filled(form, depth)
            if said is not None:
                return said if form == text else f"{lead}{said}{tail}"
        return f"{lead}{self._in_parts(bare, depth)}{tail}"

    def _known(self, text: str) -> bool:
        bare = CLOSING.sub("", text)
        other = f"{bare[:1].swapcase()}{bare[1:]}"
        return other in self._whole or any(
            form in self._whole or self._winner(form) is not None for form in (text, bare)
        )

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
            if values is None or not (self._is_heavy(template) or self._all_short(template, values)):
                continue
            if any(map(_closes_first, values.values())):
                continue
            best = (template, words, values)
        return best

    @staticmethod
    def _is_heavy(template: Template) -> bool:
        """Whether the fixed text says enough to tell a line by, whatever the values are."""
        return template.weight >= LIGHT or any(map(NAMED_PART.search, template.literals))

    def _all_short(self, template: Template, values: Mapping[str, str]) -> bool:
        """Whether all values may stand beside few fixed letters: known, short and no English, or behind a colon."""
        literals = dict(zip(template.names, template.literals))
        few = sum(map(len, map(str.split, (*template.literals, *values.values())))) <= MOST_WORDS
        return all(
            value in self._whole
            or f"{value[:1].swapcase()}{value[1:]}" in self._whole
            or RANGE.fullmatch(value)
            or literals[name].endswith(": ")
            or (
                len(value.split()) <= 2
                and (few or bool(DIGIT.search(value) or NOT_WORDS.search(value)))
                and not self._is_unsaid(value)
            )
            for name, value in values.items()
        )

    def _is_unsaid(self, value: str) -> bool:
        """Whether a value is a piece of an English sentence that has no translation: around it one would be torn."""
        return not OF_SENTENCES.isdisjoint(value.lower().split()) and self._said(value, 1) == value

    def _candidates(self, text: str) -> Iterable[tuple[Template, Optional[Template]]]:
        for anchor in sorted({*WORD.findall(text), ""}):
            yield from self._holed.get(anchor, ())

    def _in_parts(self, text: str, depth: int) -> str:
        """A line that was put together, piece by piece; as it is if no piece is known."""
        other = f"{text[:1].swapcase()}{text[1:]}"
        if " " in text and (other in self._whole or self._winner(other)):
            said = self._said(other, depth + 1)
            return f"{said[:1].upper() if text[:1].isupper() else said[:1].lower()}{said[1:]}"
        closing = CLOSING.search(text)
        if closing:
            inner = text[: closing.start()]
            return f"{self._said(inner, depth + 1)}{closing.group()}" if inner else text
        sentences = list(self._runs(SENTENCES.split(text), " "))
        if len(sentences) > 1:
            return self._each(sentences, " ", depth)
        for joint in JOINTS:
            parts = _parted(text, joint)
            if len(parts) > 1 and not (LETTERS.search(joint) and any(map(self._is_unsaid, parts))):
                return self._each(self._runs(parts, joint), self._whole.get(joint, joint), depth)
        return self._within(self._tail(text, depth) or text, depth)

    def _each(self, pieces: Iterable[str], joint: str, depth: int) -> str:
        return joint.join(self._said(piece, depth + 1) for piece in pieces)

    def _runs(self, parts: Sequence[str], joint: str) -> Iterator[str]:
        """Pieces, those as one that a template holds together."""
        begin = 0
        while begin < len(parts):
            ends = range(min(len(parts), begin + MOST_PIECES), begin + 1, -1)
            whole = len(parts) if begin == 0 else 0  # the whole line is tried by itself
            end = next((e for e in ends if e != whole and self._known(joint.join(parts[begin:e]))), begin + 1)
            yield joint.join(parts[begin:end])
            begin = end

    def _tail(self, text: str, depth: int) -> str:
        """A known line or a name that ends in a piece after a blank, as ``given the T50 trigger``; else empty."""
        for blank in re.finditer(" ", text):
            head, end = text[: blank.start()], text[blank.start() :]
            alone = len(WORD.findall(head)) < 2 and not self._is_unsaid(head)
            found = self._winner(end) if head and (alone or self._said(head, 1) != head) else None
            if found and found[0].literals[0].startswith(" ") and found[1]:
                return f"{self._said(head, depth + 1)}{self._said(end, depth + 1)}"
        return ""

    def _within(self, text: str, depth: int) -> str:
        """What stands before, in and behind brackets, or beside a number; the text as it is if there is neither."""
        numbered = NUMBERED.fullmatch(text)
        named = numbered is not None and any(numbered.group(1, 3)) and self._known(numbered.group(2))
        for pattern in (NUMBERED, BRACKETS) if named else (BRACKETS, NUMBERED):
            found = pattern.fullmatch(text)
            pieces = [piece or "" for piece in found.groups()] if found else [text]
            if len([piece for piece in pieces if piece]) > 1:
                return "".join(self._said(piece, depth + 1) for piece in pieces)
        return text


def _closes_first(value: str) -> bool:
    """Whether a value ends a bracket that it does not begin: it was cut out of two lines that were put together.

    >>> [_closes_first(value) for value in ("3, 4); 5 points (7", "3 (4)", "a (b")]
    [True, False, False]
    """
    depth = 0
    for letter in value:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return True
    return False


def _bare(text: str, words: str) -> Iterator[tuple[str, str]]:
    """A message and its translation without blanks around, and without the joint that it begins with.

    >>> list(_bare(", by hand ", ", a mano "))
    [(', by hand', ', a mano'), ('by hand', 'a mano')]
    """
    yield text.strip(), words.strip()
    for joint in (", ", "; "):
        if text.startswith(joint) and (not words or words.startswith(joint)):
            yield text.strip()[len(joint) :], words.strip()[len(joint) :]


def _parted(text: str, joint: str) -> list[str]:
    """Pieces between joints that stand in no brackets, and at no colon of a scale.

    >>> _parted("a (b; c); d", "; "), _parted("scale: 1 : 500", ": ")
    (['a (b; c)', 'd'], ['scale', '1 : 500'])
    """
    parts, depth, begin = [], 0, 0
    for i, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and i >= begin and text.startswith(joint, i) and not text.startswith(SCALE, i - 1):
            parts.append(text[begin:i])
            begin = i + len(joint)
    return [*parts, text[begin:]]


@lru_cache(maxsize=4)
def catalogue(language: str) -> Optional[Catalogue]:
    """All there is in a language (two letters); None if that is English or there is nothing.

    >>> catalogue("en") is None
    True
    """
    messages = translations(language, MESSAGES) if language != ENGLISH else {}
    shown = {**translations(language, HELPS), **translations(language, LABELS)}
    return Catalogue(messages, shown, language) if messages else None
