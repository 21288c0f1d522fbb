"""A calibration as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from ...quantities import QUANTITIES
from ...words.pages import said_page
from .charts import NAMES, dotty_plots, pair_plot
from .run import HeldOutScore, SoilCalibration, UnitResult
from .table import value_text

STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:75em;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;margin:.6em 0}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;"
    "vertical-align:top}th{background:#f3f3f3}td.n{text-align:right}svg{margin:.4em 1.5em .4em 0}"
)
TOGETHER = 0.4
"""Correlation from which two values are said to make up for each other."""

SCORES = {
    "after": "By sets that the other folds accept",
    "before": "By the table as it was",
    "prior": "By all sets, none preferred",
    "constant": "By the share of landslides among the samples",
}
CANNOT = (
    "Strength itself: what fits is given this model (infinite slope, this water, this storm, these spreads) and this "
    "inventory. Another law gives other values.",
    "Cohesion and friction apart, or strength and depth and water: where one makes up for another only their sum is "
    "known, as the correlations of each soil show. The low ends of several values are not accepted together.",
    "Slopes unlike those sampled, deeper or other landslides than those mapped, and storms other than this one.",
    "What the values would be for design: these hold for cells of this size over this area, not for a slope.",
)


def headline(found: SoilCalibration) -> str:
    """One sentence on the result."""
    soils = [unit for unit in found.units if unit.unit.unknowns]
    told = sum(one.told for unit in soils for one in unit.accepted.unknowns)
    asked = sum(len(unit.accepted.unknowns) for unit in soils)
    words = f"{found.landslides} landslides, worth {found.effective:.0f}, tell {told} of {asked} values"
    if found.gain is None:
        return f"{words}; too few folds hold both kinds for a comparison on ground held out"
    gain, before, after = found.gain, found.scores["before"], found.scores["after"]
    return (
        f"{words}; log loss on ground held out {after.log_loss:.3f}, with the table as it was {before.log_loss:.3f} "
        f"(over folds {-gain['mean']:+.3f}, 95 % interval {-gain['high']:+.3f} to {-gain['low']:+.3f}): "
        f"{gain['verdict']}"
    )


def page_text(found: SoilCalibration) -> str:
    """The page as HTML."""
    parts = [
        "<h1>Soil calibrated on landslides</h1>",
        _paragraph(headline(found) + "."),
        _paragraph(
            f"Storm {found.storm}, pore water pressure: {QUANTITIES['pore_pressure'].shown(found.law)}; "
            f"{found.sets} sets of values for each soil. "
            f"Landslides make {100 * found.share:.3g} % of the ground that physics assesses, which sets the level of "
            "the probability of failure. Ranges are given this model and this inventory."
        ),
        *(_soil(unit, found) for unit in found.units),
        _held_out(found),
        *(["<h2>To mind</h2>", _list(found.notes)] if found.notes else []),
        "<h2>What this cannot know</h2>",
        _list(CANNOT),
        "<h2>How</h2>",
        _list(_how(found)),
    ]
    return said_page(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Soil calibrated on landslides</title>'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _soil(result: UnitResult, found: SoilCalibration) -> str:
    unit = result.unit
    head = f"<h2>{escape(unit.name)}</h2>" + _paragraph(
        f"{result.landslides:.3g} landslides and {result.stable} stable samples lie in it; the best estimate expects "
        f"{result.expected:.3g} landslides among them. The accepted sets are worth "
        f"{result.accepted.effective:.0f} of equal weight."
        + (
            " Of several layers the uppermost is shown; the others move along."
            if len(unit.bottoms) > 1
            else ""
        )
    )
    if not unit.unknowns:
        return head + _paragraph("The table gives no range: it stays as it is.")
    rows = []
    for i, (unknown, one) in enumerate(zip(unit.unknowns, result.accepted.unknowns)):
        rows.append(
            (
                NAMES.get(unknown.name, unknown.name),
                f"{value_text(unknown, 0.0)} to {value_text(unknown, 1.0)}",
                f"{value_text(unknown, one.low)} to {value_text(unknown, one.high)}"
                if one.told
                else "as before",
                value_text(unknown, float(result.best[i])) if one.told else "as in the table",
                f"{100 * (1 - (one.high - one.low) / 0.9):.0f} %" if one.told else "not told",
            )
        )
    table = _table(("", "Range given", "Accepted (90 %)", "Best estimate", "Narrower by"), rows)
    if not (result.landslides or result.stable):
        return head + table
    return head + table + dotty_plots(result, found.effective / found.landslides) + _together(result)


def _together(result: UnitResult) -> str:
    """The values that make up for each other."""
    unknowns, together = result.unit.unknowns, result.accepted.interaction()
    if len(unknowns) < 2:
        return ""
    names = [NAMES.get(unknown.name, unknown.name) for unknown in unknowns]
    rows = [(name, *(f"{cell:+.2f}" for cell in row)) for name, row in zip(names, together)]
    upper = np.abs(np.triu(together, 1))
    one, other = np.unravel_index(int(upper.argmax()), upper.shape)
    strongest = float(together[one, other])
    words = "No two values make up for each other much."
    plot = ""
    if abs(strongest) >= TOGETHER:
        pair = f"{names[one]} and {names[other]}"
        words = f"{pair} are known together (correlation {strongest:+.2f}), less each by itself."
        plot = pair_plot(result, int(one), int(other))
    return _paragraph(f"Correlation over the accepted sets. {words}") + _table(("", *names), rows) + plot


def _held_out(found: SoilCalibration) -> str:
    rows = [(words, *_figures(found.scores[name])) for name, words in SCORES.items()]
    return (
        "<h2>Ground held out</h2>"
        + _paragraph(
            "Each sample is judged by sets weighed without the landslides of its part of the ground. The log loss sees "
            "the level of the probability; the AUROC only ranks, cannot see the level of the factor of safety, and "
            "accepts nothing here."
        )
        + _table(("", "Log loss", "AUROC"), rows)
    )


def _figures(score: HeldOutScore) -> tuple[str, str]:
    return f"{score.log_loss:.3f}", f"{score.auroc:.3f}"


def _how(found: SoilCalibration) -> tuple[str, ...]:
    return (
        "Every set is run through the kernel of Compute factor of safety on the samples. A set "
        "counts by its binomial likelihood, "
        "with the odds of the samples, not of the ground, in which landslides are as many as were drawn.",
        f"Neighbouring landslides tell the same: within {found.reach_m:.0f} m by the variogram of the residuals, or as "
        f"given. The likelihood is raised to the power of {found.effective / found.landslides:.3f}, as if there were "
        f"{found.effective:.0f} landslides.",
        "Where few sets are accepted, more are drawn near them, and weighed for it.",
        "Dots: blue sets hold 90 % of the weight, grey ones the rest; red line: best estimate, a set that was run, "
        "near the mean of the accepted ones. Up: log-likelihood below the best, tempered.",
        "A value is told where its accepted sets differ from the range given by more than chance; else it stays as it "
        "was.",
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        f"<tr><td>{escape(row[0])}</td>"
        + "".join(f'<td class="n">{escape(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
