"""A model card: what a bundle holds, how good it is, and what it must not be used for, on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..evaluation.model_names import is_relative
from ..evaluation.verdicts import sentence
from ..types.names import UNITS
from ..words.pages import said_page
from .common.markup import Html, facts, join, table, tag
from .common.model_record import MULTIPLES, ModelRecord, model_name
from .common.statements import unequal_folds
from .common.words import readable, setting

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"


def model_card(
    record: Mapping[str, Any], metrics: Mapping[str, Any], shown: Sequence[Html] = (), title: str = ""
) -> str:
    """The card of a bundle as a page that needs no other file.

    Parameters
    ----------
    record, metrics : mapping
        ``bundle.json`` and ``metrics.json``; what they lack is left out.
    shown : sequence of Html
        Sections on a map of the model, that come after what it is for.
    title : str
        In place of the model's name.

    Examples
    --------
    >>> card = model_card({"factors": [{"name": "slope", "kind": "continuous", "unit": "deg"}]}, {})
    >>> "<td>Slope</td>" in card, "Calibration" in card
    (True, False)
    """
    family = model_name(str(record.get("family", "ensemble")))
    kicker = f"Landslide susceptibility by {family.lower()}" if title else "Landslide susceptibility model"
    head = tag("header", tag("p", kicker, class_="kicker"), tag("h1", title or family))
    builders = (_scores, _calibration, _factors, _provenance, _notes)
    built = (build(record, metrics) for build in builders)
    parts = [part for part in (_use(record, metrics), *shown, *built) if part]
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    body = join([head, tag("main", *parts)])
    return said_page(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{tag('title', title or family)}<style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def _use(record: Mapping[str, Any], metrics: Mapping[str, Any]) -> Html:
    samples, provenance = metrics.get("samples", {}), record.get("provenance", {})
    cell = record.get("grid", {}).get("cell_size_m")
    scale, unit = record.get("largest_scale"), record.get("unit")
    ground = [
        ("Cell size", f"{cell:g} m" if cell else "not stated"),
        ("Largest scale advised", f"1 : {scale:,}".replace(",", " ") if scale else "not stated"),
        ("Slope-stability prior", _prior(record)),
        ("Soil profile", "yes" if record.get("profile") else "none"),
    ]
    units = [("Unit", f"{unit}: mapping units, not cells of a raster"), ("Maps", record.get("maps"))]
    rows = [
        (
            "Zoning",
            record.get("zoning", {}).get("statement")
            or "Landslide susceptibility: where landslides are likely, not when",
        ),
        ("Outputs", ", ".join(record.get("outputs", []))),
        (
            "Landslide type",
            provenance.get("landslide_type") or "not stated: check that the inventory holds one type",
        ),
        ("Inventory", provenance.get("inventory", "")),
        (
            "Units" if unit else "Samples",
            f"{samples.get('landslides', '?')} {'with landslides' if unit else 'landslide'}, "
            f"{samples.get('stable', '?')} {'without' if unit else 'stable'}",
        ),
        _level(record, metrics, bool(unit)),
        *(units if unit else ground),
    ]
    stands = [tag("p", line, class_="verdict") for line in metrics.get("standing") or ()]
    return tag("section", *stands, tag("h2", "What it is for"), facts([row for row in rows if row[1]]))


def _level(record: Mapping[str, Any], metrics: Mapping[str, Any], units: bool) -> tuple[str, str]:
    if is_relative(str(record.get("family", ""))):
        return "Values are", f"{MULTIPLES}; no probabilities"
    return "Probabilities refer to", _share(metrics, units)


def _share(metrics: Mapping[str, Any], units: bool) -> str:
    samples = metrics.get("samples", {})
    share = samples.get("sample_share")
    if samples.get("prevalence"):
        what = "a share of units with landslides" if units else "a landslide share of the area"
        return f"{what} of {100 * samples['prevalence']:.3g} %"
    if share is None:
        return ""
    among = "units with landslides among those trained on" if units else "landslides among the samples"
    return f"the share of {among}, {100 * share:.3g} %"


def _prior(record: Mapping[str, Any]) -> str:
    prior = record.get("prior")
    return f"lambda {prior['lambda']:g}, {prior['form']}" if prior else "none"


def _scores(record: Mapping[str, Any], metrics: Mapping[str, Any]) -> Html:
    rows = []
    for name, found in metrics.get("models", {}).items():
        fit, spatial, random = (found.get(key) or {} for key in ("fit", "spatial", "random"))
        values = (
            fit.get("auroc"),
            spatial.get("auroc_mean"),
            spatial.get("auroc_sd"),
            random.get("auroc_mean"),
        )
        cells = [*values, spatial.get("auc_pr_mean"), spatial.get("brier_mean"), spatial.get("f1_mean")]
        rows.append([model_name(name), *("" if value is None else f"{value:.3f}" for value in cells)])
    if not rows:
        return Html("")
    head = [
        "Model",
        "AUROC on its own data",
        "spatial folds",
        "spread",
        "random folds",
        "AUC-PR",
        "Brier",
        "F1",
    ]
    pairs = [sentence(name, pair) for name, pair in metrics.get("paired", {}).items()]
    scheme = str(metrics.get("validation", {}).get("scheme", ""))
    unequal = unequal_folds(ModelRecord(record, {"validation": {}, **metrics}))
    return tag(
        "section",
        tag("h2", "How good it is where it was not trained"),
        table(head, rows),
        tag(
            "p",
            f"Judged by {scheme}. AUC-PR, Brier and F1 are of the spatial folds. {unequal}",
            class_="note",
        ),
        tag("ul", *(tag("li", pair) for pair in pairs)),
    )


def _calibration(record: Mapping[str, Any], metrics: Mapping[str, Any]) -> Html:
    rows = []
    figures, sets, found = metrics.get("calibration"), record.get("conformal"), metrics.get("conformal")
    if figures:
        before, after = figures["before"], figures["after"]
        rows.append(("Calibration", figures["method"]))
        rows.append(("Slope before and after", f"{before['slope']:.2f}, {after['slope']:.2f} (1 is right)"))
        rows.append(("Landslides expected, observed", f"{after['expected']:.0f}, {after['observed']}"))
    if sets:
        rows.append(("Conformal sets", f"coverage asked for {sets['coverage']:.0%}"))
        if found:
            words = (
                f"landslides {found['landslide']:.0%}, stable {found['stable']:.0%}; "
                f"both or neither {found['undecided']:.0%}"
            )
            rows.append(("Coverage on folds held out", words))
        rows.append(("", sets.get("caveat", "")))
    return tag("section", tag("h2", "What its probabilities mean"), facts(rows)) if rows else Html("")


def _factors(record: Mapping[str, Any], _: Mapping[str, Any]) -> Html:
    ranges = record.get("ranges", {})
    rows = []
    for factor in record.get("factors", []):
        low, high = ranges.get(factor["name"], (None, None))
        words = "" if low is None else f"{low:.4g} to {high:.4g}"
        unit = str(factor["unit"] or "")
        rows.append([readable(str(factor["name"])), factor["kind"], UNITS.get(unit, unit), words])
    head = ["Factor", "Kind", "Unit", "Range in training"]
    return tag("section", tag("h2", "Factors"), table(head, rows, numeric_from=9))


def _provenance(record: Mapping[str, Any], _: Mapping[str, Any]) -> Html:
    told = record.get("provenance", {}).items()
    rows = [setting(str(key), value) for key, value in told if value not in (None, "")]
    rows += [(str(name), str(version)) for name, version in record.get("versions", {}).items()]
    dates = record.get("dates") or {}
    rows += [("Dates of the landslides", dates.get("inventory") or "not given")] if dates else []
    rows += [(f"Date of {name}", when) for name, when in (dates.get("factors") or {}).items()]
    seeds = [str(member["seed"]) for member in record.get("members", [])]
    rows += [("Seeds of the members", ", ".join(seeds))] if seeds else []
    rows += [("Training data, SHA-256", record["data_sha256"])] if record.get("data_sha256") else []
    return tag("section", tag("h2", "Where it comes from"), facts([row for row in rows if row[1]]))


def _notes(record: Mapping[str, Any], metrics: Mapping[str, Any]) -> Html:
    notes = [str(note) for note in [*record.get("limits", []), *metrics.get("notes", [])]]
    limits = "Errors of the inventory, such as missed or misplaced landslides, are in no figure on this page."
    return tag("section", tag("h2", "Limits"), tag("ul", *(tag("li", note) for note in [limits, *notes])))
