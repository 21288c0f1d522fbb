"""A stressed inventory as one page that needs nothing else, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import isfinite

import numpy as np

from ...io.table import csv_text
from ...samples.stress.frequency_area import FrequencyArea
from ...styles import style_table
from ...words.pages import said_page
from .run import MOVED, Stressed

COLUMNS = ("stress", "level", "unit", "auroc", "auroc_sd", "change", "other_class", "lost_samples")
COLOURS = style_table()["charts"]["svg"]
SIDE, LEFT, TOP, BOTTOM = 280, 56, 24, 42


def csv_of(found: Stressed) -> str:
    """A row a stress and level; the inventory as given first."""
    rows: list[Sequence[object]] = [COLUMNS, ("as given", 0, "", _plain(found.auroc), 0, 0, 0, 0)]
    for row in found.rows:
        unit = "m" if row.kind == MOVED else "share"
        figures = (row.auroc, row.auroc_sd, row.change, row.other_class, row.lost)
        rows.append((row.kind, f"{row.level:g}", unit, *map(_plain, figures)))
    return csv_text(rows)


def _plain(value: float) -> str:
    return f"{value:.6g}" if isfinite(value) else ""


def _cell(value: float, digits: int = 3) -> str:
    return f"{value:.{digits}f}" if isfinite(value) else "-"


def quality_words(found: Stressed) -> list[str]:
    """What the quality level rests on, a line a criterion."""
    spread, other = isfinite(found.spread), isfinite(found.independent_auroc)
    return [
        f"1, fit to the landslides that made the model: known (AUROC {found.fit_auroc:.3f})",
        "2, error of the probability in each cell: "
        + (
            f"known (mean standard deviation {found.spread:.3f} over models that lack landslides)"
            if spread
            else "not known; let landslides be missing at random, and repeat it"
        ),
        "4, prediction of landslides that took no part: "
        + (
            f"known (AUROC {found.independent_auroc:.3f} against the area)"
            if other
            else "not known; give an inventory of later landslides. Spatial folds of one inventory are not its "
            "independent test"
        ),
    ]


def headline(found: Stressed) -> str:
    """One sentence on what hurts most."""
    told = [row for row in found.rows if isfinite(row.change)]
    if not told:
        return f"AUROC as given {found.auroc:.3f}; no stress left enough landslides to train on."
    worst = min(told, key=lambda row: row.change)
    level = f"{worst.level:g} m" if worst.kind == MOVED else f"{100 * worst.level:g} %"
    return (
        f"AUROC as given {found.auroc:.3f}. The largest change is {worst.change:+.3f} ({worst.kind}, {level}); "
        f"{100 * max(row.other_class for row in told):.0f} % of the cells change class at most."
    )


def size_words(sizes: FrequencyArea) -> str:
    """Roll-over and tail in words."""
    said = (
        f"The density is largest at {sizes.rollover_m2:.3g} m\u00b2; below, landslides are rarer or were not mapped."
        if sizes.rolls_over
        else "The density does not fall towards small areas: the smallest landslides are as well mapped as they can "
        "be, or none below them was mapped at all."
    )
    if isfinite(sizes.exponent):
        said += (
            f" From {sizes.tail_from_m2:.3g} m\u00b2 on ({sizes.tail_count} landslides) it falls with exponent "
            f"{sizes.exponent:.2f}."
        )
    return said


def page_of(found: Stressed, name: str) -> str:
    """The page."""
    rows = ""
    for row in found.rows:
        level = f"{row.level:g} m" if row.kind == MOVED else f"{100 * row.level:g} %"
        cells = (_cell(row.auroc), _cell(row.auroc_sd), f"{row.change:+.3f}" if isfinite(row.change) else "-")
        share = f"{100 * row.other_class:.1f}" if isfinite(row.other_class) else "-"
        rows += f"<tr><td>{escape(row.kind)}</td><td>{level}</td>" + "".join(
            f"<td>{cell}</td>" for cell in (*cells, share, _cell(row.lost, 1))
        )
        rows += "</tr>"
    sizes = ""
    if found.sizes is not None:
        sizes = f"<h2>Sizes</h2><p>{escape(size_words(found.sizes))}</p>{size_chart(found.sizes)}"
    criteria = "".join(f"<li>{escape(words)}</li>" for words in quality_words(found))
    notes = "".join(f"<li>{escape(note)}</li>" for note in found.notes)
    return said_page(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Stress of the inventory</title>'
        "<style>body{font:15px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 1em;color:#222}"
        "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left}</style></head>"
        f"<body><h1>Stress of the inventory {escape(name)}</h1><p>{escape(headline(found))}</p>"
        "<p>Each model learns from the stressed inventory and is judged, in spatial folds, on the landslides as "
        "given. Landslides are moved as far as said, each in a random direction; missing ones are left out of the "
        "training.</p><table><tr><th>Stress</th><th>Level</th><th>AUROC</th><th>Its sd</th><th>Change</th>"
        f"<th>Cells of another class (%)</th><th>Samples lost</th></tr>{rows}</table>"
        f"<h2>Quality level {found.quality_level} of 7</h2><ul>{criteria}</ul>"
        "<p>After Guzzetti et al. (2006): the sum of the criteria that were tested.</p>"
        f"{sizes}{f'<h2>Not tried</h2><ul>{notes}</ul>' if notes else ''}</body></html>\n"
    )


def size_chart(sizes: FrequencyArea) -> str:
    """SVG of the density over the area, both as logarithms."""
    x, y = np.log10(sizes.area_m2), np.log10(sizes.density)
    spans = [(float(np.floor(v.min())), float(np.ceil(v.max() + 1e-9))) for v in (x, y)]

    def place(value: float, span: tuple[float, float]) -> float:
        return (value - span[0]) / max(span[1] - span[0], 1.0)

    dots = "".join(
        f'<circle cx="{LEFT + SIDE * place(a, spans[0]):.1f}" cy="{TOP + SIDE * (1 - place(b, spans[1])):.1f}" r="3.5" '
        f'fill="{COLOURS["probability"]}"/>'
        for a, b in zip(x, y)
    )
    over = LEFT + SIDE * place(float(np.log10(sizes.rollover_m2)), spans[0])
    ticks = "".join(
        f'<text x="{LEFT + SIDE * place(t, spans[0]):.1f}" y="{TOP + SIDE + 18}" text-anchor="middle">1e{t:g}</text>'
        for t in np.arange(spans[0][0], spans[0][1] + 1)
    ) + "".join(
        f'<text x="{LEFT - 4}" y="{TOP + SIDE * (1 - place(t, spans[1])) + 4:.1f}" text-anchor="end">1e{t:g}</text>'
        for t in np.arange(spans[1][0], spans[1][1] + 1)
    )
    return (
        f'<svg role="img" width="{LEFT + SIDE + 20}" height="{TOP + SIDE + BOTTOM}" font-family="sans-serif" '
        f'font-size="11" fill="{COLOURS["text"]}"><title>Density of landslide areas</title>'
        f'<text x="{LEFT}" y="15" font-weight="bold">Probability density (1/m\u00b2) over area (m\u00b2)</text>'
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{COLOURS["frame"]}"/>'
        f'<line x1="{over:.1f}" x2="{over:.1f}" y1="{TOP}" y2="{TOP + SIDE}" stroke="{COLOURS["safety"]}" '
        f'stroke-dasharray="3 3"/><text x="{over + 4:.1f}" y="{TOP + 12}">largest density</text>{dots}{ticks}</svg>'
    )
