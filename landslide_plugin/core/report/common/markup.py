"""Small pieces of HTML in which every text is escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from typing import Optional, Union

DASH = "\u2013"


class Html(str):
    """Text that is HTML already; everything else is escaped when it enters a page.

    ``pictures`` are those within it, each with its caption, so that whoever wants them as files finds them.
    """

    pictures: tuple[tuple[str, bytes], ...] = ()


def _with_pictures(text: str, pieces: Iterable[object]) -> Html:
    found = Html(text)
    found.pictures = tuple(
        picture for piece in pieces if isinstance(piece, Html) for picture in piece.pictures
    )
    return found


def html(value: object) -> Html:
    """``value`` as HTML: escaped unless it is HTML already.

    >>> html("a < b"), html(Html("<b>a</b>"))
    ('a &lt; b', '<b>a</b>')
    """
    return value if isinstance(value, Html) else Html(escape(str(value)))


def join(pieces: Iterable[object], between: str = "") -> Html:
    """Pieces one after the other.

    >>> join(["a", Html("<br>"), "<"])
    'a<br>&lt;'
    """
    every = [html(piece) for piece in pieces]
    return _with_pictures(escape(between).join(every), every)


def tag(name: str, *children: object, **attributes: object) -> Html:
    """An element; ``class_`` stands for the attribute class.

    >>> tag("p", "5 < 6", class_="note")
    '<p class="note">5 &lt; 6</p>'
    """
    given = "".join(f' {key.rstrip("_")}="{escape(str(value))}"' for key, value in attributes.items())
    inner = join(children)
    return _with_pictures(f"<{name}{given}>{inner}</{name}>", [inner])


def table(head: Sequence[object], rows: Iterable[Sequence[object]], numeric_from: int = 1) -> Html:
    """A table; columns from ``numeric_from`` on are set to the right.

    >>> str(table(["Class", "Cells"], [["Low", 4]])).count('class="number"')
    2
    """

    def cells(kind: str, row: Sequence[object]) -> Html:
        return join(
            tag(kind, cell, class_="number") if i >= numeric_from else tag(kind, cell)
            for i, cell in enumerate(row)
        )

    body = join(tag("tr", cells("td", row)) for row in rows)
    inner = tag("table", tag("thead", tag("tr", cells("th", head))), tag("tbody", body))
    return tag("div", inner, class_="scroll")


def facts(rows: Iterable[tuple[object, object]]) -> Html:
    """A list of names and what holds of them.

    >>> facts([("Cells", 4)])
    '<dl><dt>Cells</dt><dd>4</dd></dl>'
    """
    return tag("dl", join(join([tag("dt", name), tag("dd", value)]) for name, value in rows))


def bullets(items: Iterable[object]) -> Html:
    """A list of points.

    >>> bullets(["one", "two"])
    '<ul><li>one</li><li>two</li></ul>'
    """
    return tag("ul", join(tag("li", item) for item in items))


def figure(image: bytes, alt: str, caption: object, wide: bool = False) -> Html:
    """A PNG image within the page, with its caption.

    >>> figure(b"", "A map", "Where")[:27]
    '<figure class="half"><img a'
    """
    data = base64.b64encode(image).decode("ascii")
    picture = Html(f'<img alt="{escape(alt)}" src="data:image/png;base64,{data}">')
    picture.pictures = ((alt, image),)
    return tag("figure", picture, tag("figcaption", caption), class_="wide" if wide else "half")


def section(anchor: str, title: str, *children: object) -> Html:
    """A section with a heading.

    >>> section("map", "The map")
    '<section id="map"><h2>The map</h2></section>'
    """
    return tag("section", tag("h2", title), *children, id=anchor)


def number(value: Optional[Union[int, float]], digits: int = 3) -> str:
    """A number with fixed digits; a dash for none or not finite.

    >>> number(0.77264), number(None), number(-0.004, 2), number(float("nan"))
    ('0.773', '\u2013', '\u22120.00', '\u2013')
    """
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return DASH
    return f"{value:.{digits}f}".replace("-", "\u2212")


def interval(low: float, high: float, digits: int = 3) -> str:
    """A range in words.

    >>> interval(0.7, 0.8, 2)
    '0.70 to 0.80'
    """
    return f"{number(low, digits)} to {number(high, digits)}"
