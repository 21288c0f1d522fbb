"""Draw the way of a study, group by group of the toolbox, as ``docs/pictures/workflow.svg``.

``python -m tools.docs.workflow_picture`` (in ``.venv``, no display) writes it from the algorithms themselves.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "workflow.svg"
WIDTH, GAP, MARGIN, LINE, HEAD, PAD = 980, 46, 10, 19, 30, 12
HALF = (WIDTH - 2 * MARGIN - 40) / 2
COLOURS = {
    "2": ("#dcebd5", "#5d8f4c"),
    "3": ("#eeeeee", "#8a8a8a"),
    "4": ("#d7e6f5", "#3f77b0"),
    "5": ("#fbe3cf", "#c0713a"),
    "6": ("#e6dff2", "#7a62ab"),
}
HANDED = {
    ("2", "4"): "factors",
    ("3", "4"): "factor of safety, P of failure",
    ("4", "5"): "model",
    ("5", "6"): "maps",
}


def groups() -> dict[str, list[str]]:
    """Names of the algorithms by the heading of their group, both as the toolbox shows them in English."""
    from landslide_plugin.algorithms.registry import ALGORITHMS

    found: dict[str, list[str]] = {}
    for kind in ALGORITHMS:
        algorithm = kind()
        found.setdefault(algorithm.group(), []).append(algorithm.displayName())
    return found


def box(group: str, names: Sequence[str], left: float, top: float, width: float, columns: int) -> str:
    """A box with a heading and the names below it, in columns that are read downwards."""
    fill, edge = COLOURS[group[0]]
    rows = -(-len(names) // columns)
    height = HEAD + rows * LINE + PAD
    parts = [
        f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="6" fill="{fill}" stroke="{edge}"/>',
        f'<text x="{left + PAD:g}" y="{top + 21:g}" font-weight="bold" fill="{edge}">{escape(group[2:])}</text>',
    ]
    for place, name in enumerate(names):
        x = left + PAD + (place // rows) * (width - PAD) / columns
        y = top + HEAD + (place % rows + 1) * LINE - 5
        parts.append(f'<text x="{x:g}" y="{y:g}">{escape(name)}</text>')
    return "\n".join(parts)


def height(names: Sequence[str], columns: int) -> float:
    """Height of the box that holds these names."""
    return HEAD + -(-len(names) // columns) * LINE + PAD


def arrow(x: float, top: float, bottom: float, words: str) -> str:
    """An arrow downwards, with what is handed on beside it."""
    return (
        f'<path d="M {x:g} {top:g} V {bottom - 3:g}" stroke="#555" stroke-width="1.5" marker-end="url(#tip)"/>\n'
        f'<text x="{x + 9:g}" y="{(top + bottom) / 2 + 4:g}" fill="#555" font-style="italic">{words}</text>'
    )


def picture(found: Mapping[str, Sequence[str]]) -> str:
    """The whole picture as SVG, from algorithms by group."""
    by = {group[0]: (group, names) for group, names in found.items()}
    top, parts = 58.0, [arrow(MARGIN + HALF / 2, 30, 58, ""), arrow(WIDTH - MARGIN - HALF / 2, 30, 58, "")]
    for x, words in (
        (MARGIN + HALF / 2, "DEM, landslides, lithology, land cover, lines"),
        (WIDTH - MARGIN - HALF / 2, "soil table or SoilGrids, rain"),
    ):
        parts.append(f'<text x="{x:g}" y="22" text-anchor="middle" fill="#555">{words}</text>')
    for digit, left in (("2", float(MARGIN)), ("3", WIDTH - MARGIN - HALF)):
        parts.append(box(*by[digit], left, top, HALF, 1))
    for digit, x in (("2", MARGIN + HALF / 2), ("3", WIDTH - MARGIN - HALF / 2)):
        tall = max(height(by[one][1], 1) for one in "23")
        parts.append(arrow(x, top + height(by[digit][1], 1), top + tall + GAP, HANDED[digit, "4"]))
    middle = top + HEAD + LINE
    parts.append(
        f'<path d="M {MARGIN + HALF:g} {middle:g} h 37" stroke="#555" stroke-width="1.5" marker-end="url(#tip)"/>'
    )
    top += max(height(by[one][1], 1) for one in "23") + GAP
    for digit, following in zip("456", "56 "):
        group, names = by[digit]
        columns = 2 if 3 < len(names) < 7 else 3
        parts.append(box(group, names, MARGIN, top, WIDTH - 2 * MARGIN, columns))
        top += height(names, columns)
        if following.strip():
            parts.append(arrow(WIDTH / 2, top, top + GAP, HANDED[digit, following]))
            top += GAP
    tip = (
        '<marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M 0 0 L 8 4 L 0 8 z" fill="#555"/></marker>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + MARGIN:g}" '
        'font-family="Noto Sans, DejaVu Sans, Arial, sans-serif" font-size="14" fill="#222">\n'
        f"<title>The way of a study</title>\n<defs>{tip}</defs>\n"
        f'<rect width="{WIDTH}" height="{top + MARGIN:g}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(groups()), encoding="utf-8")
