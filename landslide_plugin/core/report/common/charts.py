"""Charts of scores: folds, ROC, success and prediction rates, coefficients, classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np

from ...evaluation.classes import ClassTable
from ...evaluation.curves import area_under
from .canvas import COLOURS, INK, MUTED, drawing, model_colour
from .model_record import ModelRecord, model_name


def fold_scores(model: ModelRecord) -> bytes:
    """AUROC of every spatial fold, with mean and corrected interval, a row a model.

    >>> scored = {"logistic": {"spatial": {"auroc_folds": [0.7, 0.8], "auroc_mean": 0.75}}}
    >>> fold_scores(ModelRecord({}, {"models": scored, "validation": {"folds": 2}}))[1:4]
    b'PNG'
    """
    keys = model.scored()
    lows = [0.5]
    with drawing(7.2, 0.75 + 0.5 * len(keys)) as (figure, buffer):
        axes = figure.subplots()
        for row, key in enumerate(keys):
            folds = np.array(model.scores(key, "spatial").get("auroc_folds", []), dtype=float)
            mean, low, high = model.spatial_interval(key)
            colour = model_colour(key, row)
            axes.plot(folds, np.full(len(folds), row), "|", color=colour, alpha=0.45, ms=11, mew=1.3)
            if np.isfinite(low):
                axes.plot([max(low, 0), min(high, 1)], [row + 0.3] * 2, color=colour, lw=2.2)
            axes.plot(mean, row + 0.3, "o", color=colour, ms=6)
            lows += [*folds.tolist(), low if np.isfinite(low) else 0.5]
        axes.set_yticks(range(len(keys)), [model_name(key) for key in keys], color=INK)
        axes.set_ylim(len(keys) - 0.45, -0.45)
        axes.set_xlim(max(0.0, min(lows) - 0.03), 1.0)
        axes.axvline(0.5, color=MUTED, lw=0.8, ls=":")
        axes.set_xlabel("AUROC on areas the model has not seen (0.5 = chance)")
        axes.grid(axis="x")
        _open(axes)
    return buffer.getvalue()


def roc(model: ModelRecord) -> bytes:
    """ROC curves of held-out samples, folds pooled."""
    with drawing(3.9, 3.9) as (figure, buffer):
        axes = _unit_square(figure, "False positive rate, folds pooled", "True positive rate")
        for order, key in enumerate(model.scored()):
            points = model.metrics.get("curves", {}).get(key, {}).get("roc")
            if points:
                label = f"{model_name(key)}, {area_under(*_arrays(points)):.3f}"
                axes.plot(*points, color=model_colour(key, order), lw=1.8, label=label)
        axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
        _legend_inside(axes)
    return buffer.getvalue()


def rates(model: ModelRecord) -> bytes:
    """Success-rate (dashed) and prediction-rate (solid) curves."""
    with drawing(3.9, 3.9) as (figure, buffer):
        axes = _unit_square(figure, "Share of samples, most susceptible first", "Share of landslides")
        for order, key in enumerate(model.scored()):
            curves = model.metrics.get("curves", {}).get(key, {})
            for name, style, word in (("prediction_rate", "-", "held out"), ("success_rate", "--", "fit")):
                points = curves.get(name)
                if points:
                    label = f"{model_name(key)}, {word}, {area_under(*_arrays(points)):.3f}"
                    colour = model_colour(key, order)
                    axes.plot(*points, ls=style, color=colour, lw=1.6, label=label)
        axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
        _legend_inside(axes)
    return buffer.getvalue()


def coefficient_bars(
    coefficients: Sequence[tuple[str, float]], most: int = 20, names: Optional[Mapping[str, str]] = None
) -> bytes:
    """Coefficients of the linear part, the largest first; ``names`` replaces names of inputs.

    >>> coefficient_bars([("slope", 0.8), ("twi", -0.2)])[1:4]
    b'PNG'
    """
    shown = sorted(coefficients, key=lambda pair: -abs(pair[1]))[:most]
    values = [value for _, value in shown]
    colours = [COLOURS["signs"]["positive" if value > 0 else "negative"] for value in values]
    with drawing(7.2, 0.8 + 0.27 * len(shown)) as (figure, buffer):
        axes = figure.subplots()
        axes.barh(range(len(shown)), values, color=colours, height=0.66)
        axes.set_yticks(
            range(len(shown)), [_plain((names or {}).get(name, name)) for name, _ in shown], color=INK
        )
        axes.invert_yaxis()
        axes.axvline(0, color=MUTED, lw=0.8)
        axes.set_xlabel("Change of the log odds per standard deviation (for a class: against its absence)")
        axes.grid(axis="x")
        axes.set_axisbelow(True)
        _open(axes)
    return buffer.getvalue()


def class_bars(table: ClassTable, colours: Sequence[str]) -> bytes:
    """Area and landslides by class.

    >>> from ...evaluation.classes import class_style, class_table
    >>> style = class_style()
    >>> class_bars(class_table([40, 30, 20, 10, 0]), style.colours)[1:4]
    b'PNG'
    """
    with_landslides = table.rows[0].landslide_percent is not None
    with drawing(7.2, 2.5) as (figure, buffer):
        axes = figure.subplots()
        width = 0.38 if with_landslides else 0.6
        places = np.arange(len(table.rows))
        area = [row.area_percent for row in table.rows]
        axes.bar(
            places - (width / 2 if with_landslides else 0), area, width, color=colours, edgecolor=INK, lw=0.5
        )
        if with_landslides:
            landslides = [row.landslide_percent or 0.0 for row in table.rows]
            axes.bar(
                places + width / 2, landslides, width, color=colours, edgecolor=INK, lw=0.5, hatch="////"
            )
            axes.bar(0, 0, color="white", edgecolor=INK, lw=0.5, label="area")
            axes.bar(0, 0, color="white", edgecolor=INK, lw=0.5, hatch="////", label="landslides")
            axes.legend(loc="best")
        axes.set_xticks(places, [row.name for row in table.rows], color=INK, fontsize=8)
        axes.set_ylabel("Share (%)")
        axes.grid(axis="y")
        axes.set_axisbelow(True)
        _open(axes)
    return buffer.getvalue()


def _arrays(points: Sequence[Sequence[float]]) -> tuple[Any, Any]:
    return np.asarray(points[0], dtype=float), np.asarray(points[1], dtype=float)


def _unit_square(figure: Any, x_label: str, y_label: str) -> Any:
    axes = figure.subplots()
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel=x_label, ylabel=y_label)
    axes.grid(True)
    _open(axes)
    return axes


def _legend_inside(axes: Any) -> None:
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc="lower right", fontsize=7.5, title="Area under the curve", title_fontsize=7.5)


def _open(axes: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)


def _plain(text: str) -> str:
    """Text in which the typesetter sees no formula."""
    return text.replace("$", r"\$")
