"""ROC, precision-recall, success-rate and prediction-rate curves of every method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.curves import area_under, area_weights, success_rate_curve
from ...evaluation.metrics import average_precision, precision_recall_points, roc_curve_points
from ..common.canvas import INK, MUTED, drawing, model_colour, tidy
from ..common.content import ReportContent
from ..common.markup import Html, figure, join, number, section, tag
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing
from ..common.model_record import model_name

Points = tuple[npt.NDArray[Any], npt.NDArray[Any]]
CONSTANT = "constant"
TELLING = ("logistic", "physics_alone", "unconstrained", "ensemble", "slope_alone")
SIDE_IN, LINE_IN = 3.9, 0.135
"""Side of a figure without its legend, and height of a line of the legend."""
STYLES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)), (0, (7, 2)), (0, (3, 1, 1, 1)))


def build(content: ReportContent) -> Html:
    """Four pictures, or three where the bundle keeps no samples."""
    pictures = [
        figure(
            picture(content, draw_roc),
            "ROC curves of every method",
            "Receiver operating characteristic of held-out samples. Area under the curve (AUROC): mean over the "
            "spatial folds, as in the text and the tables, and in brackets that of the curve drawn, which pools the "
            f"folds and so compares samples of different ones. {threshold_words(content)}",
        ),
        figure(
            picture(content, draw_success),
            "Success-rate curves of every method",
            "Success rate: share of the training landslides against the share of the samples, most susceptible "
            "first (Chung and Fabbri 2003), of the methods whose fit is stored. Measured on a model's own training "
            "data and flatters it.",
        ),
        figure(
            picture(content, draw_prediction),
            "Prediction-rate curves of every method",
            prediction_caption(content),
        ),
    ]
    if any(True for _ in _held_out(content)):
        pictures.insert(
            1,
            figure(
                picture(content, draw_precision),
                "Precision-recall curves of every method",
                "Precision against recall of held-out samples, folds pooled; in brackets the area under it, which is "
                "not the mean over folds of the tables. Dotted: "
                "a guess, which has the share of landslides among the samples.",
            ),
        )
    return section("curves", "Curves of every method", tag("div", join(pictures), class_="pair"))


def missing(content: ReportContent) -> Optional[Missing]:
    """Said where there is no precision-recall curve."""
    if any(True for _ in _held_out(content)):
        return None
    return Missing("Precision-recall curves", OLD_BUNDLE, TRAIN_AGAIN)


def picture(content: ReportContent, draw: Any) -> bytes:
    """One curve figure by itself."""
    with drawing(SIDE_IN, SIDE_IN) as (canvas, buffer):
        axes = canvas.subplots()
        draw(axes, content)
        handles, labels = axes.get_legend_handles_labels()
        if axes.get_legend() is not None:
            title = axes.get_legend().get_title().get_text()
            axes.get_legend().remove()
            canvas.set_figheight(SIDE_IN + LINE_IN * (len(labels) + bool(title)))
            canvas.legend(
                handles,
                labels,
                loc="outside lower center",
                fontsize=7,
                handlelength=2.6,
                labelspacing=0.25,
                title=title or None,
                title_fontsize=7,
            )
    return buffer.getvalue()


def _held_out(content: ReportContent) -> Iterator[tuple[str, npt.NDArray[Any], npt.NDArray[Any]]]:
    """Key, labels and held-out probability of every method with both classes; a constant ranks nothing."""
    for key in content.model.scored():
        if key == CONSTANT:
            continue
        p = content.evidence.held_out(key)
        if p is None:
            continue
        known = np.isfinite(p)
        labels = content.samples["labels"][known] > 0
        if labels.any() and not labels.all():
            yield key, labels, p[known]


def _stored(content: ReportContent, name: str) -> Iterator[tuple[str, Points]]:
    for key in content.model.scored():
        points = content.model.metrics.get("curves", {}).get(key, {}).get(name)
        if points:
            yield key, (np.asarray(points[0], float), np.asarray(points[1], float))


def _each(content: ReportContent, name: str, drawn: dict[str, Points]) -> Iterator[tuple[str, Points]]:
    """The curve of every method: from its held-out samples, else as it is stored."""
    stored = dict(_stored(content, name))
    for key in content.model.scored():
        if key in drawn or key in stored:
            yield key, drawn[key] if key in drawn else stored[key]


def _roc(content: ReportContent) -> Iterator[tuple[str, Points]]:
    return _each(content, "roc", {key: roc_curve_points(labels, p) for key, labels, p in _held_out(content)})


def _prediction(content: ReportContent) -> Iterator[tuple[str, Points]]:
    """Against the share of the area; those that keep no samples only where none does."""
    share = _landslide_share(content) or 0.0
    curves = [
        (key, success_rate_curve(labels, p, area_weights(labels, share)))
        for key, labels, p in _held_out(content)
    ]
    yield from curves or _stored(content, "prediction_rate")


def with_curve(content: ReportContent) -> list[str]:
    """Keys of the methods that have a ROC curve."""
    return [key for key, _ in _roc(content)]


def most_telling(content: ReportContent, most: int) -> list[str]:
    """Keys of at most so many methods: the model, those it is compared with, then the usual comparators."""
    there = with_curve(content)
    compared = [str(row["scored_as"]) for row in content.evidence.methods or [] if row.get("scored_as")]
    order = dict.fromkeys((content.model.family, *compared, *TELLING, *there))
    return [key for key in order if key in there][:most]


def threshold_point(content: ReportContent) -> Optional[tuple[float, float]]:
    """False and true positive rate of the held-out samples at the threshold of the map; None if they are not kept."""
    p, cut = content.samples.get("held_out_mapped"), content.model.metrics.get("threshold")
    if p is None or cut is None:
        return None
    known = np.isfinite(p)
    labels, called = content.samples["labels"][known] > 0, p[known] >= float(cut)
    if labels.all() or not labels.any():
        return None
    return float(called[~labels].mean()), float(called[labels].mean())


def threshold_words(content: ReportContent) -> str:
    """What the point on the curve is, in a sentence; empty where there is none."""
    point = threshold_point(content)
    if point is None:
        return ""
    return (
        f"Point: threshold of the map, {float(content.model.metrics['threshold']):.3f}, which finds "
        f"{100 * point[1]:.0f} % of the landslides and calls {100 * point[0]:.0f} % of the stable samples. "
    )


def auroc_words(content: ReportContent, key: str, pooled: float) -> str:
    """Mean over folds, and that of the pooled curve in brackets."""
    mean = content.model.scores(key, "spatial").get("auroc_mean")
    return f"{number(mean)} ({number(pooled)})" if mean is not None else f"({number(pooled)})"


def _landslide_share(content: ReportContent) -> Optional[float]:
    share = content.model.metrics.get("samples", {}).get("prevalence")
    return None if share is None else float(share)


def prediction_caption(content: ReportContent) -> str:
    """What the axis of the prediction rate is, and what was taken for it."""
    said = (
        "Prediction rate: share of the landslides held out in spatial folds, most susceptible ground first. "
    )
    if not any(True for _ in _held_out(content)):
        return said + "Against the share of the samples, since the bundle keeps none to weigh by area."
    share = _landslide_share(content)
    how = (
        f"landslides hold {100 * share:.2g} % of it"
        if share is not None
        else "landslides are taken to hold a small part of it, as their share is not known"
    )
    return (
        f"{said}Against the share of the area: stable samples stand for the ground they were drawn from, and {how}. "
        "Curves against the share of the samples are in the metrics of the bundle and among the figures."
    )


def _success(content: ReportContent) -> Iterator[tuple[str, Points]]:
    """Of every method whose fit is stored, else of the bundle's own model at its samples."""
    curves = list(_stored(content, "success_rate"))
    p = content.samples.get("p")
    if not curves and p is not None:
        fitted = p[:, min(int(content.model.record.get("reference_index", 0)), p.shape[1] - 1)]
        known = np.isfinite(fitted)
        curves = [(content.model.family, success_rate_curve(content.samples["labels"][known], fitted[known]))]
    yield from curves


def draw_roc(axes: Any, content: ReportContent, keys: Optional[Sequence[str]] = None) -> None:
    """ROC of the methods, all if none are named, on given axes, with the point of the map's threshold."""
    _square(axes, "False positive rate", "True positive rate")
    rows = [
        (key, points, auroc_words(content, key, area_under(*points)))
        for key, points in _roc(content)
        if keys is None or key in keys
    ]
    _lines(axes, rows)
    axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    point = threshold_point(content)
    if point is not None:
        axes.plot(
            *point,
            "o",
            ms=6,
            mfc="white",
            mec=INK,
            mew=1.2,
            zorder=5,
            label="Threshold of the map",
            clip_on=False,
        )
    _legend(axes, "lower right", "AUROC: mean of the folds (pooled)")


def draw_precision(axes: Any, content: ReportContent) -> None:
    """Precision against recall of every method on given axes."""
    _square(axes, "Recall", "Precision")
    rows = []
    for key, labels, p in _held_out(content):
        area = average_precision(labels, p)
        rows.append((key, precision_recall_points(labels, p), f"({number(area)})"))
    _lines(axes, rows, steps=True)
    if "labels" in content.samples:
        axes.axhline(float((content.samples["labels"] > 0).mean()), color=MUTED, lw=0.8, ls=":")
    _legend(axes, "best")


def draw_success(axes: Any, content: ReportContent) -> None:
    """Success rate of every method on given axes."""
    _square(axes, "Share of samples, most susceptible first", "Share of landslides (fit)")
    _lines(axes, [(key, points, f"({number(area_under(*points))})") for key, points in _success(content)])
    axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    _legend(axes, "lower right")


def draw_prediction(axes: Any, content: ReportContent, keys: Optional[Sequence[str]] = None) -> None:
    """Prediction rate of the methods, all if none are named, on given axes."""
    of_area = any(True for _ in _held_out(content))
    axis = f"Share of {'area' if of_area else 'samples'}, most susceptible first"
    _square(axes, axis, "Share of landslides (held out)")
    rows = [
        (key, points, f"({number(area_under(*points))})")
        for key, points in _prediction(content)
        if keys is None or key in keys
    ]
    _lines(axes, rows)
    axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    _legend(axes, "lower right")


def _square(axes: Any, x_label: str, y_label: str) -> None:
    axes.set(xlim=(0, 1), ylim=(0, 1.005), aspect="equal", xlabel=x_label, ylabel=y_label)
    tidy(axes)


def _lines(axes: Any, rows: Sequence[tuple[str, Points, str]], steps: bool = False) -> None:
    for order, (key, points, area) in enumerate(rows):
        axes.plot(
            *points,
            color=model_colour(key, order),
            ls=STYLES[order % len(STYLES)],
            lw=1.6,
            label=f"{model_name(key)} {area}",
            drawstyle="steps-post" if steps else "default",
        )


def _legend(axes: Any, place: str, title: str = "") -> None:
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc=place, title=title or None)
