"""The sections of a report, each from the content to HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..evaluation.classes import class_style
from . import charts, maps
from .content import ReportContent
from .markup import DASH, Html, bullets, facts, figure, html, interval, join, number, section, table, tag
from .model_record import model_name
from .statements import absences, gap, headline_verdict, interval_words, limits, zoning_rows

MOST_CARDS = 3


def headline(content: ReportContent) -> Html:
    """Spatial cross-validation of the model and of logistic regression, side by side, and the verdict."""
    keys = content.model.scored()
    cards = [_card(content, key) for key in keys[:MOST_CARDS]]
    pair = content.model.paired
    if pair:
        difference = tag("p", number(float(pair["mean"])), class_="big")
        between = tag("p", interval_words(float(pair["low"]), float(pair["high"])), class_="under")
        cards.append(
            tag(
                "div",
                tag("h3", f"{model_name(content.model.family)} minus logistic"),
                difference,
                between,
                class_="card plain",
            )
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
        tag("p", headline_verdict(content.model.metrics, content.model.family), class_="verdict"),
        picture,
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
        tag("p", interval_words(max(low, 0.0), min(high, 1.0)), class_="under"),
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
    if "probability" in content.layers:
        label = content.model.probability_label
        picture = maps.ramp_picture(content, "probability", label, "cividis")
        words = f"Probability{of}, mean of the members. The colours end at the 98th percentile."
        pictures.append(figure(picture, "Map of probability", words, wide=True))
    return section("map", "The map", *pictures)


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
                charts.coefficient_bars(content.model.coefficients, names=_column_names(content)),
                "Coefficients of the linear part",
                "Linear part of the model: red raises the odds of a landslide, blue lowers them. Coefficients of "
                "factors that go together share their effect.",
                wide=True,
            )
        )
    return section("factors", "Factors", *pieces)


def _column_names(content: ReportContent) -> dict[str, str]:
    """Readable names of the inputs of the linear part, with the names of classes where they are known."""
    found = {}
    for name, _ in content.model.coefficients:
        factor, _, code = name.partition("=")
        spec: Mapping[str, Any] = next(
            (f for f in content.model.record["factors"] if f["name"] == factor), {}
        )
        word = (spec.get("categories") or {}).get(code, code)
        found[name] = factor.replace("_", " ") + (f": {word}" if code else "")
    return found


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
    cells = sum(row.cells for row in content.classes.rows)
    area_km2 = cells * content.frame.cell_size_m**2 / 1e6
    rows = zoning_rows(content.model, content.frame.cell_size_m, area_km2)
    return section("zoning", "Zoning statement", facts(rows))


def input_section(content: ReportContent) -> Html:
    """Files, sampling, settings, versions and citations, as recorded."""
    record = content.model.record
    citation = record.get("provenance", {}).get("citation")
    groups = [
        ("Files of this report", content.sources),
        ("Samples and sources", record.get("provenance", {})),
        ("Training settings", record.get("settings", {})),
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
