"""The outcome of a comparison of models as CSV, JSON and an HTML page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..evaluation.model_names import NAMES, named_within
from ..evaluation.verdicts import title
from ..words.pages import said_page
from .common.markup import DASH, Html, join, number, table, tag

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"
COLUMNS = {
    "auroc_mean": "AUROC",
    "auroc_low": "95 % from",
    "auroc_high": "to",
    "auc_pr_mean": "AUC-PR",
    "brier_mean": "Brier",
    "log_loss": "Log loss",
    "mcc_mean": "MCC",
    "f1_mean": "F1",
    "slope": "Cal. slope",
    "auroc_not_flat": "Not flat",
    "fs_rho": "FS-rho",
    "folds": "Folds",
}


def json_text(found: Mapping[str, Any]) -> str:
    r"""Everything, as JSON.

    >>> json_text({"table": []})
    '{\n "table": []\n}\n'
    """
    return json.dumps(found, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def csv_rows(found: Mapping[str, Any]) -> list[list[str]]:
    """Header and a row a model, the best mean AUROC first; empty where a figure cannot be had.

    >>> csv_rows({"table": [{"model": "logistic", "auroc_mean": 0.75}]})[1][:3]
    ['logistic', '0.7500', '']
    """
    rows = [[row["model"], *(_figure(row.get(name)) for name in COLUMNS)] for row in found["table"]]
    return [["model", *COLUMNS], *rows]


def html_page(found: Mapping[str, Any]) -> str:
    """A page with the table, the paired differences, the votes of the stacks and the notes."""
    head = tag("header", tag("p", "Landslide susceptibility", class_="kicker"), tag("h1", "Models compared"))
    parts = [_scores(found), _differences(found), _votes(found), _calibration(found), _notes(found)]
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    body = join([head, tag("main", *(part for part in parts if part))])
    return said_page(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Models compared</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def _figure(value: Any, digits: int = 4) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.{digits}f}"


def _shown(row: Mapping[str, Any], name: str) -> str:
    """A figure of the page; the ends of an interval are cut off at 0 and 1 for the eye alone."""
    value = row.get(name)
    if value is not None and name in ("auroc_low", "auroc_high"):
        value = min(max(value, 0.0), 1.0)
    return _figure(value, 3)


def _name(key: str) -> str:
    return NAMES.get(key, key)


def _scores(found: Mapping[str, Any]) -> Html:
    plan, samples = found["validation"], found["samples"]
    rows = [[_name(row["model"]), *(_shown(row, name) for name in COLUMNS)] for row in found["table"]]
    note = (
        f"{plan['scheme'].capitalize()}: {plan['folds']} folds x {plan['repeats']}, {plan['skipped_folds']} "
        f"skipped; {samples['landslides']} landslide and {samples['stable']} stable samples. Thresholds come "
        "from the other folds. Intervals after Nadeau and Bengio (2003). Not flat: AUROC of samples on slopes of "
        "5 degrees or more."
    )
    return tag(
        "section",
        tag("h2", "Scores on held-out folds"),
        table(["Model", *COLUMNS.values()], rows),
        tag("p", note, class_="note"),
    )


def _differences(found: Mapping[str, Any]) -> Html:
    rows = []
    for name, pair in found["differences"].items():
        rows.append(
            [
                title(name),
                *(f"{pair[key]:+.4f}" for key in ("mean", "low", "high")),
                pair["verdict"],
                pair.get("folds", DASH),
                number(pair.get("shows")),
            ]
        )
    if not rows:
        return Html("")
    note = (
        "Paired by fold. Better or worse: the 95 % interval excludes zero; probably: the 80 % one does; otherwise no "
        "difference is shown. Least shown: the smallest difference that so many folds can tell from none."
    )
    head = ["Difference of AUROC", "Mean", "95 % from", "to", "Verdict", "Folds", "Least shown"]
    return tag("section", tag("h2", "Differences"), table(head, rows), tag("p", note, class_="note"))


def _votes(found: Mapping[str, Any]) -> Html:
    rows = [
        [
            _name(stack),
            ", ".join(f"{named_within(name)} {count:.3g}" for name, count in votes.items() if count),
        ]
        for stack, votes in found["votes"].items()
    ]
    if not rows:
        return Html("")
    return tag(
        "section",
        tag("h2", "Votes of the stacked means"),
        table(["Stack", "Votes of 10"], rows, numeric_from=9),
    )


def _calibration(found: Mapping[str, Any]) -> Html:
    rows = []
    for name, figures in found["calibration"].items():
        before, after = figures["before"], figures["after"]
        cells = [before["slope"], after["slope"], before["brier"], after["brier"], after["expected"]]
        rows.append([_name(name), *(_figure(value, 3) for value in cells), str(after["observed"])])
    if not rows:
        return Html("")
    head = ["Model", "Slope before", "after", "Brier before", "after", "Landslides expected", "observed"]
    note = "Each fold is calibrated by what was learnt on the other folds. A slope of 1 is right."
    return tag("section", tag("h2", "Calibration"), table(head, rows), tag("p", note, class_="note"))


def _notes(found: Mapping[str, Any]) -> Html:
    notes = found["notes"]
    if not notes:
        return Html("")
    return tag("section", tag("h2", "Notes"), tag("ul", *(tag("li", note) for note in notes)))
