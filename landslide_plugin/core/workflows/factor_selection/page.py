"""A selection of factors as one page that needs nothing else, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from ...evaluation.model_names import named_within
from ...evaluation.verdicts import reach
from ...io.table import csv_text
from ...report.common.markup import DASH, Html, bullets, interval, join, number, section, table, tag
from ...report.comparison_page import STYLE_FILE
from ...words.pages import said_page
from .chart import step_chart
from .run import SelectionRun

COLUMNS = (
    "step",
    "factor",
    "kept",
    "share_of_folds",
    *("auroc", "auroc_low", "auroc_high", "auroc_gain", "auroc_gain_low", "auroc_gain_high", "auroc_verdict"),
    *(
        "log_loss",
        "log_loss_low",
        "log_loss_high",
        "log_loss_saved",
        "log_loss_saved_low",
        "log_loss_saved_high",
    ),
    "log_loss_verdict",
)
SCORES = ("auroc", "log_loss")
NO_FACTOR = "(none)"


def csv_of(run: SelectionRun) -> str:
    """A row a step, from no factor on; figures are those of held-out folds that took no part in the selection."""
    found = run.selection
    rows: list[Sequence[object]] = [COLUMNS]
    for step, held_out in enumerate(found.steps):
        name = found.names[step - 1] if step else ""
        share = f"{found.shares[name]:.4g}" if step else ""
        kept = "yes" if 0 < step <= found.kept else "no"
        cells: list[object] = [step, name or NO_FACTOR, kept if step else "", share]
        for score in SCORES:
            cells += [_plain(value) for value in found.interval(held_out, score)]
            pair = found.difference(held_out, found.steps[step - 1], score) if step else None
            cells += [_plain(pair[key]) if pair else "" for key in ("mean", "low", "high")]
            cells.append(pair["verdict"] if pair else "")
        rows.append(cells)
    return csv_text(rows)


def headline(run: SelectionRun) -> str:
    """One sentence on what was kept and what it is worth."""
    found = run.selection
    kept = ", ".join(found.names[: found.kept]) or "no factor"
    (auroc, *_), (whole, *_) = (found.interval(one, "auroc") for one in (found.chosen, found.everything))
    return (
        f"Kept: {kept} ({found.kept} of {len(found.shares)}). Selection by this rule has AUROC {auroc:.3f} on ground "
        f"that took no part in it, all factors {whole:.3f}."
    )


def verdict_lines(run: SelectionRun) -> list[str]:
    """Selection against all factors and against none, in words."""
    found = run.selection
    lines = []
    for other, held_out in (("all factors", found.everything), ("no factor at all", found.steps[0])):
        pair = found.difference(found.chosen, held_out, "log_loss")
        if pair:
            lines.append(
                f"Selected minus {other}: {pair['mean']:+.4f} less log loss (95 % interval {pair['low']:+.4f} to "
                f"{pair['high']:+.4f}): {pair['verdict']}; {reach(pair)}"
            )
    return lines


def page_of(run: SelectionRun, inventory: str) -> str:
    """The page."""
    found = run.selection
    kicker = tag("p", "Landslide susceptibility", class_="kicker")
    head = tag("header", kicker, tag("h1", f"Factors selected for {inventory}"))
    model = named_within(run.family)
    say = (
        f"Forward selection with {model}: each step takes the factor that lowers the log loss most on spatial folds, "
        "and the fewest factors within one standard error of the best step are kept. "
        f"{run.landslides} landslide and {run.stable} stable samples."
    )
    counts = sorted(set(found.counts))
    many = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    honest = (
        "The scores are those of the whole procedure: in each held-out fold factors were selected anew, inside its "
        f"training part, which kept {many} of them. In which share of the folds a factor was kept tells how far "
        "the choice hangs on the ground; factors that say the same stand in for each other. A step is the number of "
        "factors; the factor beside it is the one that all samples choose there. The verdict is on the log loss."
    )
    told = [
        tag("p", headline(run)),
        bullets(verdict_lines(run)),
        tag("p", say),
        section("steps", "Steps", _chart(run), _table(run), tag("p", honest, class_="note")),
        section("folds", "Folds", _shares(run)),
        section("notes", "Notes", bullets(run.notes)) if run.notes else Html(""),
    ]
    body = join(
        [
            head,
            tag("main", *told),
        ]
    )
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    return said_page(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Factors selected</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def _table(run: SelectionRun) -> Html:
    found = run.selection
    rows: list[list[object]] = []
    for step, held_out in enumerate(found.steps):
        name = found.names[step - 1] if step else NO_FACTOR
        mark = "kept" if 0 < step <= found.kept else ""
        row: list[object] = [step, name, mark]
        for score in SCORES:
            pair = found.difference(held_out, found.steps[step - 1], score) if step else None
            row += [number(found.interval(held_out, score)[0]), _gain(pair)]
        rows.append([*row, pair["verdict"] if pair else ""])
    head = [
        "Factors",
        "Factor that comes in",
        "",
        "AUROC",
        "Gain (95 %)",
        "Log loss",
        "Saved (95 %)",
        "Verdict",
    ]
    return table(head, rows, numeric_from=3)


def _gain(pair: Optional[dict[str, Any]]) -> str:
    if pair is None:
        return DASH
    return f"{number(pair['mean'])} ({interval(pair['low'], pair['high'])})"


def _shares(run: SelectionRun) -> Html:
    shares = sorted(run.selection.shares.items(), key=lambda item: -item[1])
    rows = [[name, f"{100 * share:.0f} %"] for name, share in shares]
    return table(["Factor", "Kept in this share of the folds"], rows)


def _chart(run: SelectionRun) -> Html:
    found = run.selection
    return join(
        [
            Html(step_chart(title, [found.interval(one, score) for one in found.steps], found.kept))
            for score, title in (("auroc", "AUROC"), ("log_loss", "Log loss"))
        ]
    )


def _plain(value: Optional[float]) -> str:
    return "" if value is None else f"{value:.6g}"
