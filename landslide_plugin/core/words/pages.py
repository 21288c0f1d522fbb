"""A finished HTML page in the language spoken now: its texts are said, its marks stay."""

from __future__ import annotations

import re
from html import escape, unescape

from .catalogue import ENGLISH
from .speaking import say, spoken

MARK = re.compile(r"(<style\b.*?</style>|<script\b.*?</script>|<[^<>]*>)", re.DOTALL)
ALT = re.compile(r'^(<img alt=")([^"]*)(".*)$', re.DOTALL)
LANGUAGE = '<html lang="en">'


def said_page(page: str) -> str:
    """A page in which every text between two marks is said, and every picture's ``alt``.

    Examples
    --------
    >>> said_page('<html lang="en"><p>5 &lt; 6</p>')
    '<html lang="en"><p>5 &lt; 6</p>'
    """
    if spoken() == ENGLISH:
        return page
    pieces = MARK.split(page.replace(LANGUAGE, LANGUAGE.replace(ENGLISH, spoken()), 1))
    return "".join(_mark(piece) if i % 2 else _text(piece) for i, piece in enumerate(pieces))


def _text(piece: str) -> str:
    return escape(say(unescape(piece)), quote=False) if piece.strip() else piece


def _mark(piece: str) -> str:
    picture = ALT.match(piece)
    if not picture:
        return piece
    begin, text, end = picture.groups()
    return f"{begin}{escape(say(unescape(text)))}{end}"
