"""A sentence with named holes: read the values out of a text, and put them into another sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Optional

LETTERS = re.compile(r"[^\W\d_]")
WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])")
"""Two letters or more with no letter before or behind."""
HOLE = "\0"
FIXED_WORD = re.compile(rf"(?<!{HOLE}){WORD.pattern}(?!{HOLE})")
"""A word that no hole touches, whose value might lengthen it."""


@dataclass(frozen=True)
class Template:
    """A text with holes, written as ``File {file} is not there``; a doubled brace stands for itself.

    Attributes
    ----------
    literals : tuple of str
        What stands before, between and behind the holes, one more than there are holes.
    names : tuple of str
        Names of the holes, in order.
    """

    literals: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """Parse the written form.

        Raises
        ------
        ValueError
            A brace is open, or a hole has no name.

        Examples
        --------
        >>> Template.of("{count} of {all}").names
        ('count', 'all')
        """
        literals, names = [""], []
        for literal, name, _, _ in Formatter().parse(text):
            literals[-1] += literal
            if name is not None:
                if not name.isidentifier():
                    raise ValueError(f"a hole is called {name!r} in {text!r}; it needs a name of letters")
                names.append(name)
                literals.append("")
        return cls(tuple(literals), tuple(names))

    @property
    def weight(self) -> int:
        """How many letters are fixed.

        >>> Template.of("{count} of {all}").weight
        2
        """
        return sum(len(LETTERS.findall(literal)) for literal in self.literals)

    @property
    def skeleton(self) -> str:
        """The text with nameless holes: two templates of one skeleton read the same texts."""
        return HOLE.join(self.literals)

    @property
    def anchors(self) -> Sequence[str]:
        """Whole words that every text of this template holds, the longest first.

        >>> Template.of("{count} cell{s} outside the map").anchors
        ['outside', 'the', 'map']
        """
        return sorted(FIXED_WORD.findall(self.skeleton), key=len, reverse=True)

    def read(self, text: str) -> Optional[dict[str, str]]:
        """Values of the holes if a text was made from this template; None if not.

        >>> Template.of("{count} of {all} cells").read("3 of 8 cells")
        {'count': '3', 'all': '8'}
        >>> Template.of("{count} of {all} cells").read("3 of 8 rows") is None
        True
        """
        found = self._pattern.fullmatch(text)
        return dict(zip(self.names, found.groups())) if found else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("(.*?)".join(re.escape(literal) for literal in self.literals), re.DOTALL)

    def beside(self) -> Sequence[tuple[str, str]]:
        """Names of holes with nothing but blanks between them, which no text tells apart.

        >>> Template.of("{a} {b}, {c}{d}").beside()
        [('a', 'b'), ('c', 'd')]
        """
        return [
            (first, second)
            for first, literal, second in zip(self.names, self.literals[1:], self.names[1:])
            if not literal.strip()
        ]

    def joined(self, first: str, second: str) -> Optional[Template]:
        """The template with two holes that follow each other made one; None if they do not.

        >>> Template.of("{a} {b}, {c}").joined("a", "b").names
        ('a', 'c')
        """
        for i, pair in enumerate(zip(self.names, self.names[1:])):
            if pair == (first, second):
                literals = (*self.literals[: i + 1], *self.literals[i + 2 :])
                return Template(literals, (*self.names[: i + 1], *self.names[i + 2 :]))
        return None

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with values in its holes.

        >>> Template.of("{count} de {all}").fill({"count": "3", "all": "8"})
        '3 de 8'
        """
        filled = [self.literals[0]]
        for name, literal in zip(self.names, self.literals[1:]):
            filled += [values[name], literal]
        return "".join(filled)

    def renamed(self, names: Mapping[str, str]) -> str:
        """The written form with other names for its holes.

        >>> Template.of("{count} de {all} {{}}").renamed({"count": "found", "all": "count"})
        '{found} de {count} {{}}'
        """
        return _joined(self.literals, [names.get(name, name) for name in self.names])


def written(literals: Sequence[str], names: Sequence[str]) -> str:
    """The written form of literals and names, each name made the only one of its kind.

    >>> written(["", " of ", "{}"], ["count", "count"])
    '{count} of {count2}{{}}'
    """
    own: list[str] = []
    for name in names:
        free, number = name, 2
        while free in own:
            free, number = f"{name}{number}", number + 1
        own.append(free)
    return _joined(literals, own)


def _joined(literals: Sequence[str], names: Sequence[str]) -> str:
    escaped = [literal.replace("{", "{{").replace("}", "}}") for literal in literals]
    holes = [f"{{{name}}}" for name in names]
    return "".join(part for pair in zip(escaped, (*holes, "")) for part in pair)
