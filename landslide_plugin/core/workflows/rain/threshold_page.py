"""Rain thresholds as one page that needs nothing else, and as tables."""

from __future__ import annotations

from collections.abc import Sequence

from ...io.table import csv_text
from ...report.common.markup import Html, bullets, interval, join, number, section, table, tag
from ...report.comparison_page import STYLE_FILE
from .threshold_chart import threshold_chart
from .thresholds import ThresholdRun, label_of

LINE_COLUMNS = (
    "criterion", "label", "share_below", "scale", "scale_low", "scale_high", "exponent", "exponent_low",
    "exponent_high", "auroc", "auroc_low", "auroc_high", "hit_rate", "false_alarm_rate", "skill",
)  # fmt: skip
EVENT_COLUMNS = ("id", "landslide", "duration_h", "depth_mm", "intensity_mm_h", "began_before_window")


def thresholds_csv(run: ThresholdRun) -> str:
    """A row a criterion: its line or figure with bands, and its scores on storms left out whole."""
    rows: list[Sequence[object]] = [LINE_COLUMNS]
    for one, score in zip(run.thresholds, run.scores):
        slope = (
            ("", "", "")
            if one.exponent is None or one.exponent_band is None
            else tuple(f"{value:.6g}" for value in (one.exponent, *one.exponent_band))
        )
        figures = (one.scale, *one.scale_band)
        held_out = (score.auroc, *score.auroc_band, score.hit_rate, score.false_alarm_rate, score.skill)
        rows.append(
            (
                one.key,
                one.label,
                f"{run.settings.share:g}",
                *(f"{value:.6g}" for value in figures),
                *slope,
                *(f"{value:.6g}" for value in held_out),
            )
        )
    return csv_text(rows)


def events_csv(run: ThresholdRun, ids: Sequence[str]) -> str:
    """A row a sample: the event of rain that counts."""
    events = run.events
    rows = [
        (
            ids[row],
            int(run.landslide[at]),
            f"{events.duration_h[at]:g}",
            f"{events.depth_mm[at]:.6g}",
            f"{events.intensity_mm_h[at]:.6g}",
            int(events.cut[at]),
        )
        for at, row in enumerate(run.rows.tolist())
    ]
    return csv_text([EVENT_COLUMNS, *rows])


def headline(run: ThresholdRun) -> str:
    """One sentence on the best criterion."""
    best = max(run.scores, key=lambda one: one.auroc)
    low, high = best.auroc_band
    return (
        f"On storms left out whole, {label_of(best.key).partition(', ')[0]} tells landslides from stable samples best: "
        f"AUROC {best.auroc:.3f} ({low:.3f} to {high:.3f})."
    )


def page_of(run: ThresholdRun, name: str) -> str:
    """The page."""
    kicker = tag("p", "Landslide susceptibility", class_="kicker")
    head = tag("header", kicker, tag("h1", f"Rain thresholds of {name}"))
    share = 100 * run.settings.share
    slid = int(run.landslide.sum())
    say = (
        f"{slid} landslides and {len(run.landslide) - slid} stable samples of {run.storms} storms. Below each "
        f"threshold lie {share:g} % of the landslides that it was fitted to. An event of rain is what fell "
        f"between gaps of at least {run.settings.dry_gap_h:g} h without a step above {run.settings.wet_mm:g} mm; of "
        f"each series the {run.settings.event} one counts."
    )
    honest = (
        "Scores are of samples whose storm took no part in the threshold; the bands resample whole storms. Hits and "
        "false alarms are shares of these samples: among all days of a year stable ones are far more, so that most "
        "alarms of a warning by such a threshold would be false. A threshold says nothing of where."
    )
    told = [
        tag("p", headline(run)),
        tag("p", say),
        section("lines", "Thresholds", Html(threshold_chart(run)), _lines(run)),
        section("scores", "On storms left out whole", _scores(run), tag("p", honest, class_="note")),
        section("notes", "Notes", bullets(run.notes)) if run.notes else Html(""),
    ]
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Rain thresholds</title><style>{style}</style></head>\n"
        f"<body>{join([head, tag('main', *told)])}</body></html>\n"
    )


def _lines(run: ThresholdRun) -> Html:
    rows: list[list[object]] = []
    for one in run.thresholds:
        slope, band = "", ""
        if one.exponent is not None and one.exponent_band is not None:
            slope, band = number(one.exponent), interval(*one.exponent_band)
        rows.append([one.label, number(one.scale), interval(*one.scale_band), slope, band])
    return table(["Threshold", "a, or the figure", "95 %", "Exponent of D", "95 %"], rows)


def _scores(run: ThresholdRun) -> Html:
    rows = [
        [
            label_of(one.key).partition(", ")[0],
            number(one.auroc),
            interval(*one.auroc_band),
            number(one.hit_rate),
            number(one.false_alarm_rate),
            number(one.skill),
        ]
        for one in sorted(run.scores, key=lambda one: -one.auroc)
    ]
    return table(["Criterion", "AUROC", "95 %", "Hits", "False alarms", "Skill (hits minus false)"], rows)
