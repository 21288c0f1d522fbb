"""The sections of a report, each from the content to HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..evaluation.classes import class_style
from . import charts, maps
from .content import ReportContent
from .markup import DASH, Html, bullets, facts, figure, html, interval, join, number, section, table, tag
from .model_record import model_name
from .statements import absences, gap, headline_verdict, interval_words, limits, scale_words


def headline(content: ReportContent) -> Html:
    """Spatial cross-validation of the model and of logistic regression, side by side, and the verdict."""
    cards = [_card(content, key) for key in content.model.scored()]
    pair = content.model.paired
    if pair:
        difference = tag("p", number(float(pair["mean"])), class_="big")
        between = tag("p", interval_words(float(pair["low"]), float(pair["high"])), class_="under")
        cards.append(
            tag("div", tag("h3", "Ensemble minus logistic"), difference, between, class_="card plain")
        )
    picture = figure(
        charts.fold_scores(content.model),
        "AUROC of each spatial fold by model",
        "AUROC in each spatial fold (strokes), their mean (dot) and its 95 % interval (bar), corrected for "
        "folds that share training data (Nadeau and Bengio 2003).",
        wide=True,
    )
    return section(
        "scores",
        "How well it predicts where it was not trained",
        tag("div", join(cards), class_="cards"),
        tag("p", headline_verdict(content.model.metrics), class_="verdict"),
        picture,
        score_table(content),
        tag("p", _scheme(content.model.metrics), class_="note"),
    )


def _card(content: ReportContent, key: str) -> Html:
    mean, low, high = content.model.spatial_interval(key)
    beside = gap(content, key)
    return tag(
        "div",
        tag("h3", model_name(key)),
        tag("p", number(mean), class_="big"),
        tag("p", "AUROC, spatial cross-validation", class_="under"),
        tag("p", interval_words(low, high), class_="under"),
        *([tag("p", beside, class_="under faint")] if beside else []),
        class_=f"card {key}",
    )


def _scheme(metrics: Mapping[str, Any]) -> str:
    plan = metrics["validation"]
    skipped = int(plan.get("skipped_folds", 0) or 0)
    return (
        f"Validation: {plan.get('scheme', 'spatial')}, {plan['folds']} folds x {_repeats(plan)}, "
        f"seed {plan.get('seed', DASH)}"
        + (f"; {skipped} folds held one class only and were skipped" if skipped else "")
        + ". Encoders, model and threshold are fitted within the training folds. The fit is on the model's own "
        "training data and flatters every model; random folds flatter because neighbours of a test sample are "
        "in training."
    )


def _repeats(plan: Mapping[str, Any]) -> str:
    count = int(plan.get("repeats", 1))
    return f"{count} repeat" + ("s" if count != 1 else "")


def score_table(content: ReportContent) -> Html:
    """Every score of every model: spatial folds first, random folds and fit beside them."""
    rows = []
    for key in content.model.scored():
        for which, words in (("spatial", "spatial folds"), ("random", "random folds"), ("fit", "fit")):
            scored = content.model.scores(key, which)
            if scored:
                rows.append([model_name(key), words, *_row(scored, which)])
    head = ["Model", "Scored on", "AUROC", "sd", "AUC-PR", "Brier", "MCC", "F1"]
    return table(head, rows, numeric_from=2)


def _row(scored: Mapping[str, Any], which: str) -> list[str]:
    end = "" if which == "fit" else "_mean"
    names = [f"{name}{end}" for name in ("auroc", "auc_pr", "brier", "mcc", "f1")]
    values = [number(scored.get(name)) for name in names]
    return [values[0], number(scored.get("auroc_sd")), *values[1:]]


def map_section(content: ReportContent) -> Html:
    """The five-class map, then probability and spread."""
    style = class_style()
    of = (
        "" if content.model.reference == "Susceptibility" else f" given the {content.model.reference} trigger"
    )
    pictures = [
        figure(
            maps.class_picture(content, style.colours, style.names),
            "Map of five susceptibility classes",
            f"Susceptibility classes{of}. {style.legend}. Coordinates: {content.frame.crs_name}.",
            wide=True,
        )
    ]
    pair = []
    if "probability" in content.layers:
        label = f"Probability, {content.model.reference}"
        picture = maps.ramp_picture(content, "probability", label, "cividis")
        pair.append(figure(picture, "Map of probability", "Mean probability of the ensemble."))
    if "spread" in content.layers:
        picture = maps.ramp_picture(content, "spread", "Standard deviation of the members", "magma")
        pair.append(
            figure(
                picture,
                "Map of the ensemble's spread",
                "Spread of the members: how far the answer depends on which part of the area is sampled and on "
                "chance in training. Errors of the inventory are not in it.",
            )
        )
    return section("map", "The map", *pictures, tag("div", join(pair), class_="pair"))


def class_section(content: ReportContent) -> Html:
    """Area, landslides and density by class, with warnings."""
    style = class_style()
    rows = []
    for row, colour, bounds in zip(
        reversed(content.classes.rows),
        reversed(style.colours),
        reversed(maps.class_bounds(content.model.metrics)),
    ):
        name = join([Html(f'<span class="chip" style="background:{colour}"></span>'), row.name])
        found = DASH if row.landslides is None else f"{row.landslides}"
        share = number(row.landslide_percent, 1)
        rows.append([name, bounds, number(row.area_percent, 1), found, share, number(row.density_ratio, 2)])
    head = ["Class", "Probability", "Area (%)", "Landslides", "Landslides (%)", "Density ratio"]
    notes = [tag("p", warning, class_="warning") for warning in content.classes.warnings]
    picture = figure(
        charts.class_bars(content.classes, style.colours),
        "Area and landslides by class",
        "Share of the area and of the landslides by class.",
        wide=True,
    )
    return section(
        "classes",
        "What each class holds",
        table(head, rows, 1),
        *notes,
        picture,
        tag("p", _class_note(content), class_="note"),
    )


def _class_note(content: ReportContent) -> str:
    text = "Density ratio: share of landslides over share of area; 1 is the mean of the map. "
    shares = content.model.metrics.get("classes", {}).get("shares")
    if shares:
        held = ", ".join(f"{100 * float(share):g}" for share in reversed(list(shares)))
        text += (
            f"Cut points were set once, at training, so that the classes hold {held} % of the held-out landslides "
            "(Very high first). "
        )
    if content.classes.rows[0].landslides is not None:
        text += "The landslides counted here include those the model was trained on."
    return text


def curve_section(content: ReportContent) -> Html:
    """ROC, success and prediction rates."""
    pair = [
        figure(
            charts.roc(content.model),
            "ROC curves",
            "ROC of held-out samples, all spatial folds pooled. Folds differ in their level, so the area under the "
            "pooled curve usually lies below the mean over folds at the top of this page.",
        ),
        figure(
            charts.rates(content.model),
            "Success-rate and prediction-rate curves",
            "Prediction rate (held-out landslides) and success rate (training landslides), Chung and Fabbri 2003, "
            "over the samples.",
        ),
    ]
    return section("curves", "Curves", tag("div", join(pair), class_="pair"))


def factor_section(content: ReportContent) -> Html:
    """Factors with kinds and units, and the coefficients of the linear part."""
    rows = [
        [str(f["name"]).replace("_", " "), f.get("kind", ""), f.get("unit") or DASH, _transform(f)]
        for f in content.model.record.get("factors", [])
    ]
    pieces = [table(["Factor", "Kind", "Unit", "Entered as"], rows, numeric_from=9)]
    if content.model.coefficients:
        pieces.append(
            figure(
                charts.coefficient_bars(content.model.coefficients),
                "Coefficients of the linear part",
                "Linear part of the model: red raises the odds of a landslide, blue lowers them. Coefficients of "
                "factors that go together share their effect.",
                wide=True,
            )
        )
    return section("factors", "Factors", *pieces)


def _transform(factor: Mapping[str, Any]) -> str:
    if factor.get("kind") == "categorical":
        return "one column a class"
    if factor.get("kind") == "circular":
        return "sine and cosine"
    words = {"log10": "log10, standardised", "log1p": "log(1 + x), standardised"}
    return words.get(str(factor.get("transform", "none")), "standardised")


def absence_section(content: ReportContent) -> Html:
    """What was not given, and what follows."""
    found = absences(content)
    body = facts(found) if found else tag("p", "Every input the product knows was given.")
    return section("absent", "What was not given, and what follows from it", body)


def limit_section(content: ReportContent) -> Html:
    """What not to conclude, and the notes of the training."""
    notes = [str(note) for note in content.model.metrics.get("notes", [])]
    extra = [tag("h3", "Notes of the training"), bullets(notes)] if notes else []
    return section("limits", "Limits", bullets(limits(content)), *extra)


def zoning_section(content: ReportContent) -> Html:
    """Zoning statement after Fell et al. (2008)."""
    record, frame, samples = content.model.record, content.frame, content.model.metrics.get("samples", {})
    provenance = record.get("provenance", {})
    counts = f"{samples.get('landslides', DASH)} landslide and {samples.get('stable', DASH)} stable samples"
    kind = (
        "Susceptibility"
        if not content.model.has_scenarios
        else f"Susceptibility given the {content.model.reference} trigger"
    )
    area_km2 = sum(row.cells for row in content.classes.rows) * frame.cell_size_m**2 / 1e6
    return section(
        "zoning",
        "Zoning statement",
        facts(
            [
                ("Zoning type", f"{kind} (not hazard, not risk)"),
                ("Landslide type", provenance.get("landslide_type") or "not stated by the inventory"),
                ("Inventory", f"{provenance.get('inventory', 'not named')}; {counts}"),
                ("Period", provenance.get("period") or "not stated by the inventory"),
                (
                    "Terrain unit",
                    f"grid cell of {frame.cell_size_m:g} m; {area_km2:,.2f} km\u00b2 classified",
                ),
                ("Largest scale", scale_words(frame.cell_size_m)),
            ]
        ),
    )


def input_section(content: ReportContent) -> Html:
    """Files, sampling, settings, versions and citations, as recorded."""
    record = content.model.record
    citation = record.get("provenance", {}).get("citation")
    groups = [
        ("Files of this report", content.sources),
        ("Samples and sources", record.get("provenance", {})),
        ("Training settings", record.get("settings", {})),
        ("Software", record.get("versions", {})),
    ]
    pieces = [
        tag("details", tag("summary", title), facts(_readable(values)), open="open")
        for title, values in groups
        if values
    ]
    if citation:
        pieces.append(tag("p", "Data: ", html(citation), class_="note"))
    return section("inputs", "Inputs and settings", tag("div", *pieces, class_="columns"))


def _readable(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (str(key).replace("_", " "), DASH if value is None or value == "" else str(value))
        for key, value in values.items()
    ]


def difference_words(content: ReportContent) -> str:
    """The paired difference in one line, for logs."""
    pair = content.model.paired
    if not pair:
        return ""
    return f"{number(float(pair['mean']))} ({interval(float(pair['low']), float(pair['high']))})"
