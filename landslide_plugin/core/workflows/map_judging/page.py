"""A judged map as one page that needs nothing else, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from math import isfinite
from typing import Any, Optional

from ...evaluation.curves import thinned
from ...io.assessed import told
from ...words.pages import said_page
from .charts import curves_chart, density_chart
from .judge import TOP_AREA, Agreement, Judgement, MapScore

STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;margin:.6em 0}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;"
    "vertical-align:top}th{background:#f3f3f3}td.n{text-align:right}svg{margin-right:1.5em}"
)
USES = {
    "unknown": "area rate",
    "yes": "success rate",
    "no": "prediction rate",
}
CAVEATS = {
    "unknown": (
        "Whether these landslides took part in making the map was not said. If they did, the figures tell how well it "
        "was fitted, not how well it predicts."
    ),
    "yes": (
        "These landslides took part in making the map: the figures tell how well it was fitted, not how well it "
        "predicts."
    ),
    "no": (
        "These landslides took no part in making the map, as the run was told: the figures tell how well it predicts."
    ),
}


def number(value: Optional[float], digits: int = 3) -> str:
    """A number for the page; a dash where there is none.

    >>> number(0.12345), number(None), number(float("nan"))
    ('0.123', '-', '-')
    """
    return f"{value:.{digits}f}" if value is not None and isfinite(value) else "-"


def headline(found: Judgement) -> str:
    """One sentence on the map."""
    first = found.first
    low, high = first.interval
    sure = f" (95 % interval {number(low)} to {number(high)})" if isfinite(low) else " (no interval)"
    other = "a stable place" if found.given_stable else "another cell"
    return (
        f"A landslide cell of {found.inventory} stands above {other} of {first.name} in "
        f"{100 * first.against.auroc:.1f} % of all pairs: AUROC {number(first.against.auroc)}{sure}. 0.5 is chance."
    )


def page_text(found: Judgement, use: str) -> str:
    """The page as HTML.

    Parameters
    ----------
    use : {"unknown", "yes", "no"}
        Whether the landslides took part in making the map.
    """
    scores = [found.first, *([found.second] if found.second else [])]
    rate = USES[use]
    charts = curves_chart(
        rate.capitalize(),
        ("Share of the area, most dangerous first", "Share of the landslides"),
        [(score.name, score.area.area_curve()) for score in scores],
    ) + curves_chart(
        "ROC",
        ("False positive rate", "True positive rate"),
        [(s.name, s.against.roc_curve()) for s in scores],
    )
    share = scores[0].area.share
    charts += curves_chart(
        f"Precision and recall, {100 * share:.3g} % landslide cells",
        ("Recall: share of the landslides", "Precision: share of landslides among cells called"),
        [
            (f"{s.name}, average precision {number(s.area.average_precision)}", s.area.precision_curve())
            for s in scores
        ],
        level=share,
    )
    parts = [
        "<h1>A map judged by landslides</h1>",
        _paragraph(headline(found)),
        _paragraph(CAVEATS[use]),
        _scores(found, scores, rate),
        charts,
        _paragraph(
            f"Precision rises with the share of landslides: it is told at that of the map, {100 * share:.3g} % of the "
            "cells (dashed), which is also the precision of a map that tells nothing. Maps of areas or inventories "
            "with other shares cannot be compared by it."
        ),
        *(_by_class(score) for score in scores),
        *(_cut(score, found.given_stable) for score in scores),
        *([_second(found.agreement, scores)] if found.agreement else []),
        _how(found, scores),
    ]
    return said_page(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A map judged by landslides</title>'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        f"<tr><td>{escape(row[0])}</td>"
        + "".join(f'<td class="n">{escape(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _scores(found: Judgement, scores: Sequence[MapScore], rate: str) -> str:
    against = "stable places of the inventory" if found.given_stable else "all other cells"
    rows = [
        ("Dangerous end", *(score.end for score in scores)),
        ("Landslides, those that touch as one", *(str(found.landslides) for _ in scores)),
        ("Landslide cells", *(str(score.against.landslides) for score in scores)),
        (f"Against: {against}", *(str(score.against.stable) for score in scores)),
        ("AUROC", *(number(score.against.auroc) for score in scores)),
        ("95 % interval by blocks", *(" to ".join(map(number, score.interval)) for score in scores)),
        ("Average precision", *(number(score.against.average_precision) for score in scores)),
        ("Average precision by chance (share of landslides)", *(number(s.against.share, 4) for s in scores)),
        *_at_map_share(found, scores),
        (f"Area under the {rate}", *(number(score.area.area_rate) for score in scores)),
        *(
            (
                f"Landslides in the most dangerous {100 * a:g} % of the area",
                *(number(s.area.found_in(a)) for s in scores),
            )
            for a in (0.05, 0.1, TOP_AREA, 0.5)
        ),
        (
            "Precision where as much is called as has slid",
            *(number(score.area.found_in(score.area.share), 4) for score in scores),
        ),
    ]
    return "<h2>Scores</h2>" + _table(("", *(score.name for score in scores)), rows)


def _at_map_share(found: Judgement, scores: Sequence[MapScore]) -> Sequence[tuple[str, ...]]:
    """Where stable places were given, their number sets the precision; against all cells the map's share does."""
    if not found.given_stable:
        return ()
    return (
        ("Average precision against all other cells", *(number(s.area.average_precision, 4) for s in scores)),
        ("The same by chance (share of landslide cells)", *(number(s.area.share, 4) for s in scores)),
    )


def _by_class(score: MapScore) -> str:
    rows = [
        (row.name, f"{100 * row.area:.1f} %", f"{100 * row.landslides:.1f} %", number(row.ratio, 2))
        for row in score.density.rows
    ]
    falls = score.density.falls
    said = f"It does not rise everywhere: {'; '.join(falls)}." if falls else "It does."
    return (
        f"<h2>Density by class: {escape(score.name)}</h2>"
        + _paragraph(
            f"By {score.classes}; from the least to the most dangerous. The density should rise. {said}"
        )
        + _table(("Class", "Area", "Landslides", "Ratio"), rows)
        + density_chart(score.density)
    )


def _cut(score: MapScore, given_stable: bool) -> str:
    cut = score.cut
    others, called = (
        ("stable places", "cells judged and called") if given_stable else ("others", "cells called")
    )
    side = "at or below" if score.end == "low" else "at or above"
    value = told(cut.value, score.resolved, 4)
    words = (
        f"Calling cells {side} {value} dangerous costs least where a landslide cell missed costs as much as "
        f"{cut.weight:.4g} stable cells called in vain: it finds {100 * cut.found:.1f} % of the landslide cells and "
        f"calls {100 * cut.false:.1f} % of the {others}; {100 * cut.precision:.2g} % of the {called} have slid. The "
        "cut is fitted to these landslides, so they cannot judge it."
    )
    if not cut.worth:
        words = f"At a cost of {cut.weight:.4g} no cut of this map costs less than calling nothing dangerous."
    return f"<h2>Best cut: {escape(score.name)}</h2>" + _paragraph(words)


def _second(agreement: Agreement, scores: Sequence[MapScore]) -> str:
    top = f"{100 * TOP_AREA:g} %"
    rows = [
        (f"In the most dangerous {top} of both maps", f"{100 * agreement.both:.1f} %"),
        (f"Of {scores[0].name} only", f"{100 * agreement.first_only:.1f} %"),
        (f"Of {scores[1].name} only", f"{100 * agreement.second_only:.1f} %"),
        ("Of neither", f"{100 * agreement.neither:.1f} %"),
        ("Rank correlation over landslide cells (Spearman)", number(agreement.correlation)),
        ("AUROC, first minus second", f"{agreement.difference:+.3f}"),
        ("95 % interval, over the same blocks", f"{number(agreement.low)} to {number(agreement.high)}"),
        ("The first map is", agreement.verdict),
    ]
    return (
        "<h2>Two maps on the same landslides</h2>"
        + _paragraph("Both are judged on the cells that both have.")
        + _table(("Landslide cells", ""), rows)
    )


def _how(found: Judgement, scores: Sequence[MapScore]) -> str:
    rows, cols = found.block_cells
    notes = [
        f"Blocks of {rows} x {cols} cells; {scores[0].draws.blocks} of them hold landslides. A thousand times the "
        "blocks are drawn anew, with putting back; the middle 95 % of the AUROCs are the interval. A landslide lies "
        "in one block whole.",
        "Of a polygon every cell counts whose centre lies inside, so large landslides weigh more; a point is one cell.",
        "Which end of a map is dangerous was given or is told by its metadata; it is not taken from the landslides.",
        *found.notes,
    ]
    return "<h2>How</h2><ul>" + "".join(f"<li>{escape(note)}</li>" for note in notes) + "</ul>"


def as_json(found: Judgement, use: str) -> str:
    """The same as JSON."""
    stored: dict[str, Any] = {
        "inventory": found.inventory,
        "inventory_used": use,
        "landslides": found.landslides,
        "given_stable": found.given_stable,
        "block_cells": list(found.block_cells),
        "first": _score(found.first),
        "second": _score(found.second) if found.second else None,
        "agreement": None,
        "notes": list(found.notes),
    }
    if found.agreement:
        stored["agreement"] = {key: _finite(value) for key, value in vars(found.agreement).items()}
        stored["agreement"]["verdict"] = found.agreement.verdict
    return json.dumps(stored, indent=1, ensure_ascii=False) + "\n"


def _score(score: MapScore) -> dict[str, Any]:
    area, found = thinned(*score.area.area_curve())
    recall, precision = thinned(*score.area.precision_curve())
    return {
        "map": score.name,
        "dangerous_end": score.end,
        "quantity": score.quantity,
        "landslide_cells": score.against.landslides,
        "other_cells": score.against.stable,
        "auroc": score.against.auroc,
        "auroc_low": _finite(score.interval[0]),
        "auroc_high": _finite(score.interval[1]),
        "blocks_with_landslides": score.draws.blocks,
        "average_precision": score.against.average_precision,
        "landslide_share": score.against.share,
        "average_precision_of_area": score.area.average_precision,
        "landslide_share_of_area": score.area.share,
        "area_rate": score.area.area_rate,
        "area_curve": {"area": area, "landslides": found},
        "precision_curve": {"recall": recall, "precision": precision},
        "classes": score.classes,
        "density": [vars(row) for row in score.density.rows],
        "density_falls": list(score.density.falls),
        "cut": vars(score.cut),
        "resolved_to": score.resolved,
    }


def _finite(value: float) -> Optional[float]:
    return value if isfinite(value) else None
