"""What the model leans on: factors, soil layers, soil properties, triggers, each by scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..common.canvas import COLOURS, INK, LANDSLIDE, MUTED, RAMPS, STABLE, drawing, plain, tidy
from ..common.content import ReportContent
from ..common.markup import Html, figure, join, section, tag
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.words import readable

TITLE = "What the model leans on"
KINDS = {
    "factor": "Factors",
    "layer": "Soil layers",
    "property": "Soil properties",
}
MOST = 18
NO_CHANGE = 1e-6


def build(content: ReportContent) -> Part:
    """Bars, the heat map by scenario, and the triggers."""
    rows = content.evidence.reliance
    if not rows:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    index = _reference(content, rows)
    kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in rows)]
    pieces = [
        figure(
            draw_bars(rows, kinds, index, content.model.value_name),
            "Importance of factors, soil layers and soil properties",
            f"Importance: mean absolute change of the {content.model.value_name}{_in(content)} at the samples when an "
            "input is shuffled among them (mean and standard deviation of three shuffles). A soil layer is shuffled "
            "with all its properties, a property in all its layers. Inputs that go together share their importance. It "
            "says what the model uses, not what causes landslides.",
            wide=True,
        )
    ]
    if content.model.has_scenarios:
        pieces += _by_scenario(content, rows)
    notes = _absent(content, kinds)
    if notes:
        pieces.append(tag("p", notes, class_="note"))
    return section("importance", TITLE, join(pieces))


def _in(content: ReportContent) -> str:
    return f" in {content.model.reference}" if content.model.has_scenarios else ""


def _reference(content: ReportContent, rows: Sequence[Mapping[str, Any]]) -> int:
    return min(int(content.model.record.get("reference_index", 0)), len(rows[0]["change"]) - 1)


def _absent(content: ReportContent, kinds: Sequence[str]) -> str:
    notes = []
    if "layer" not in kinds:
        notes.append(
            "Soil layers and properties: the model was trained without a soil profile ('Soil profile raster')."
        )
    if not content.model.has_scenarios:
        notes.append(
            "Triggers and scenarios: the model was trained without a scenario table ('Trigger scenarios (file)')."
        )
    return " ".join(notes)


def _by_scenario(content: ReportContent, rows: Sequence[Mapping[str, Any]]) -> list[Html]:
    names = list(content.model.record.get("outputs", []))
    pieces = [
        figure(
            draw_heat(rows, names),
            "Importance of every input in every scenario",
            "The same by scenario T (return period of the rain in years): dark is more. Where columns are alike, the "
            "scenarios differ in level only.",
            wide=True,
        )
    ]
    triggers = content.evidence.triggers or []
    if triggers and all(abs(row["change"]) < NO_CHANGE for row in triggers):
        pieces.append(
            tag(
                "p",
                "No trigger by itself changes the mean probability at the samples; where scenarios differ, it is "
                "through the probability of failure.",
                class_="note",
            )
        )
    elif triggers:
        dated = content.model.record.get("dated")
        source = "the events of the dated landslides, physics" if dated else "physics"
        pieces.append(
            figure(
                draw_triggers(triggers),
                "Response to each trigger",
                "Change of the mean probability at the samples when one trigger goes from its lowest to its highest "
                "value among the scenarios, the others kept at the reference; line, standard deviation of the members. "
                f"Every sample has the same triggers, so this answer comes from {source}, target probabilities and "
                f"the order of the triggers{'' if dated else ', not from dated landslides'}.",
                wide=True,
            )
        )
    return pieces


def ranked(rows: Sequence[Mapping[str, Any]], kind: str, index: int) -> list[Mapping[str, Any]]:
    """Rows of one kind, factors and properties the largest first, layers from the surface down.

    >>> rows = [{"name": n, "kind": "factor", "change": [c]} for n, c in (("slope", 0.1), ("twi", 0.3))]
    >>> [row["name"] for row in ranked(rows, "factor", 0)]
    ['twi', 'slope']
    """
    chosen = [row for row in rows if row["kind"] == kind]
    return chosen if kind == "layer" else sorted(chosen, key=lambda row: -row["change"][index])[:MOST]


def draw_kind(axes: Any, rows: Sequence[Mapping[str, Any]], kind: str, index: int) -> None:
    """Bars of one kind on given axes."""
    shown = ranked(rows, kind, index)
    axes.barh(
        range(len(shown)),
        [row["change"][index] for row in shown],
        0.68,
        xerr=[row["sd"] for row in shown],
        color=COLOURS["inputs"][kind],
        ecolor=INK,
        error_kw={"lw": 0.8},
    )
    axes.set_yticks(range(len(shown)), _names(shown), color=INK, fontsize=8)
    axes.invert_yaxis()
    axes.set_title(KINDS[kind], fontsize=9)
    tidy(axes, "x")


def _names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return [plain(readable(str(row["name"]))) for row in rows]


def draw_bars(
    rows: Sequence[Mapping[str, Any]], kinds: Sequence[str], index: int, value: str = "probability"
) -> bytes:
    """Factors to the left, soil to the right."""
    counts = {kind: len(ranked(rows, kind, index)) for kind in kinds}
    soil = [kind for kind in kinds if kind != "factor"]
    height = 0.9 + 0.25 * max(counts["factor"], sum(counts[kind] for kind in soil) + 3 * len(soil) - 3, 3)
    with drawing(7.4, height) as (canvas, buffer):
        if not soil:
            draw_kind(canvas.subplots(), rows, "factor", index)
        else:
            left, right = canvas.subfigures(1, 2)
            draw_kind(left.subplots(), rows, "factor", index)
            share = {"height_ratios": [counts[kind] + 1 for kind in soil]}
            for axes, kind in zip(np.ravel(right.subplots(len(soil), 1, gridspec_kw=share)), soil):
                draw_kind(axes, rows, kind, index)
        canvas.supxlabel(f"Mean absolute change of the {value}", fontsize=8.5)
    return buffer.getvalue()


def draw_heat(rows: Sequence[Mapping[str, Any]], scenarios: Sequence[str]) -> bytes:
    """Inputs by scenario."""
    values = np.array([row["change"] for row in rows])
    with drawing(6.6, 0.8 + 0.21 * len(rows)) as (canvas, buffer):
        axes = canvas.subplots()
        image = axes.imshow(values, cmap=RAMPS["share"], aspect="auto", vmin=0)
        axes.set_xticks(range(values.shape[1]), scenarios[: values.shape[1]], color=INK)
        axes.set_yticks(range(len(rows)), _names(rows), color=INK, fontsize=7.5)
        for cut in range(1, len(rows)):
            if rows[cut]["kind"] != rows[cut - 1]["kind"]:
                axes.axhline(cut - 0.5, color=INK, lw=1.0)
        axes.set_xlabel("Scenario")
        bar = canvas.colorbar(image, ax=axes, shrink=0.8)
        bar.set_label("Mean absolute change of the probability", fontsize=8)
        bar.ax.tick_params(labelsize=7)
    return buffer.getvalue()


def draw_triggers(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Bars of the response to each trigger."""
    with drawing(7.0, 0.75 + 0.34 * len(rows)) as (canvas, buffer):
        axes = canvas.subplots()
        values = [row["change"] for row in rows]
        axes.barh(
            range(len(rows)),
            values,
            0.62,
            xerr=[row["sd"] for row in rows],
            color=[LANDSLIDE if value > 0 else STABLE for value in values],
            ecolor=INK,
            error_kw={"lw": 0.8},
        )
        labels = [f"{readable(row['name'])}\n{row['low']:g} to {row['high']:g}" for row in rows]
        axes.set_yticks(range(len(rows)), [plain(label) for label in labels], color=INK, fontsize=8)
        axes.invert_yaxis()
        axes.axvline(0, color=MUTED, lw=0.8)
        axes.set_xlabel("Change of the mean probability")
        tidy(axes, "x")
    return buffer.getvalue()
