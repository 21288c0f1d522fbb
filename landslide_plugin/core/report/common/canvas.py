"""One way to make every picture: no display, fixed style, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from textwrap import fill
from typing import Any

from ...styles import style_table
from ...words.catalogue import ENGLISH
from ...words.speaking import say, spoken

COLOURS: Mapping[str, Any] = style_table()["charts"]
INK, MUTED, RULE, GROUND = (str(COLOURS[name]) for name in ("ink", "muted", "rule", "ground"))
LANDSLIDE, STABLE = str(COLOURS["landslide"]), str(COLOURS["stable"])
MODEL_COLOURS: Mapping[str, str] = COLOURS["models"]
OTHER_COLOURS: Sequence[str] = COLOURS["other_models"]
RAMPS: Mapping[str, str] = COLOURS["ramps"]
"""Name of the ramp of colours of each layer, the same in every figure."""
DPI = 170
MARK_IN, LETTER_IN = 0.5, 0.058
"""Room in a legend of a mark, and of one of its letters of 7 points."""
STYLE = {
    "font.size": 9.0,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.7,
    "axes.titlesize": 10.0,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "text.color": INK,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "figure.facecolor": "white",
}
FILES = {"svg.fonttype": "path", "svg.hashsalt": "landslide", "pdf.fonttype": 42}
"""Letters as outlines in SVG, as letters in PDF, and the same bytes for the same figure."""


def model_colour(key: str, order: int = 0) -> str:
    """Colour of a model, the same in every figure.

    >>> model_colour("ensemble")
    '#0072b2'
    """
    return MODEL_COLOURS.get(key, OTHER_COLOURS[order % len(OTHER_COLOURS)])


class Picture(bytes):
    """A PNG file that can be drawn anew in other formats and at another resolution, as long as it is kept."""

    figure: Any

    def drawn(self, kind: str, dpi: int) -> bytes:
        """The same figure as ``png``, ``svg`` or ``pdf``."""
        from matplotlib import rc_context

        buffer, bare = BytesIO(), {"png": "Software", "svg": "Date", "pdf": "CreationDate"}
        with rc_context({**STYLE, **FILES}):
            self.figure.savefig(buffer, format=kind, dpi=dpi, metadata={bare[kind]: None})
        return buffer.getvalue()


class _Buffer(BytesIO):
    """Gives what was drawn as a picture."""

    figure: Any = None

    def getvalue(self) -> bytes:
        picture = Picture(super().getvalue())
        picture.figure = self.figure
        return picture


@contextmanager
def drawing(width_in: float, height_in: float) -> Iterator[tuple[Any, BytesIO]]:
    """A figure and the buffer that holds it as PNG once the block ends.

    >>> with drawing(1.0, 1.0) as (_, buffer):
    ...     pass
    >>> buffer.getvalue()[1:4]
    b'PNG'
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with rc_context(STYLE):
        figure, buffer = Figure(figsize=(width_in, height_in), layout="constrained"), _Buffer()
        FigureCanvasAgg(figure)
        buffer.figure = figure
        yield figure, buffer
        say_texts(figure)
        figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})


def abreast(width_in: float, labels: Sequence[str], most: int = 4) -> int:
    """How many entries of a legend stand side by side, so that the longest fits the figure.

    >>> abreast(7.2, ["stable samples"]), abreast(7.2, ["Bivariate classes with logit Pf, calibrated"])
    (4, 2)
    >>> abreast(2.4, ["Bivariate classes with logit Pf, calibrated"])
    1
    """
    each = MARK_IN + LETTER_IN * max(map(len, labels), default=0)
    return max(1, min(most, int(width_in / each)))


def say_texts(figure: Any) -> None:
    """Put the texts of a figure into the language spoken now, once it is drawn and before it is saved.

    >>> with drawing(1.0, 1.0) as (figure, _):
    ...     written = figure.text(0.5, 0.5, "Probability")
    >>> written.get_text()
    'Probability'
    """
    from matplotlib.text import Text
    from matplotlib.ticker import FixedLocator

    if spoken() == ENGLISH:
        return
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            names = [label.get_text() for label in axis.get_ticklabels()]
            said = [_said(name) for name in names]
            if isinstance(axis.get_major_locator(), FixedLocator) and said != names:
                axis.set_ticklabels(said)
    for text in figure.findobj(Text):
        words = text.get_text()
        if words.strip():
            text.set_text(_said(words))


def _said(words: str) -> str:
    """A text in the language spoken now; one that was folded is known unfolded, and folded again as narrow."""
    said, flat = say(words), " ".join(words.split("\n"))
    if said != words or flat == words:
        return said
    told = say(flat)
    return words if told == flat else fill(told, max(map(len, words.split("\n"))), break_long_words=False)


def tidy(axes: Any, grid: str = "both") -> None:
    """Open at the top and the right, with a faint grid behind the data.

    >>> with drawing(1.0, 1.0) as (canvas, _):
    ...     axes = canvas.subplots()
    ...     tidy(axes)
    ...     axes.spines["top"].get_visible(), axes.spines["left"].get_visible()
    (False, True)
    """
    axes.spines[["top", "right"]].set_visible(False)
    if grid:
        axes.grid(axis=grid)
    axes.set_axisbelow(True)


def plain(text: str) -> str:
    r"""Text in which the typesetter sees no formula.

    >>> plain("cost in $")
    'cost in \\$'
    """
    return text.replace("$", r"\$")
