"""Model against factor of safety at every sample."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np

from ..common.canvas import INK, LANDSLIDE, MUTED, STABLE, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import GIVE_PRIOR, NO_PRIOR, OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.model_record import model_name

TITLE = "Model against factor of safety"
OTHERS = ("unconstrained", "logistic")
GROUPS = 8


def build(content: ReportContent) -> Part:
    """The scatter and the share of each quadrant."""
    if not content.samples or "p" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    if "prior_fs" not in content.samples:
        return Missing(TITLE, NO_PRIOR, GIVE_PRIOR)
    with drawing(6.2, 4.2) as (canvas, buffer):
        axes = canvas.subplots()
        draw(axes, content)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=4, fontsize=8, markerscale=2)
    picture = figure(
        buffer.getvalue(),
        "Probability of the model against the factor of safety",
        f"Probability of the model against the factor of safety FS of the infinite slope at the samples, both in "
        f"{content.model.reference}. Orange triangles, landslides; blue circles, stable places. Dashed: FS = 1 and the "
        "threshold of the map. "
        + quadrants(content)
        + f" {line_words(content)}Points above the threshold with FS over 1 are places that "
        "the model calls on grounds other than the infinite slope, or where soil or water differ from those assumed.",
        wide=True,
    )
    return section("physics", TITLE, picture)


def pairs(content: ReportContent) -> tuple[Any, Any, Any]:
    """Factor of safety, probability and label of the samples where all are known."""
    index = int(content.model.record.get("reference_index", 0))
    fs, p = content.samples["prior_fs"], content.samples["p"]
    fs, p = fs[:, min(index, fs.shape[1] - 1)], p[:, min(index, p.shape[1] - 1)]
    known = np.isfinite(fs) & np.isfinite(p)
    return fs[known], p[known], content.samples["labels"][known] > 0


def quadrants(content: ReportContent) -> str:
    """Share of the samples in each of the four corners, in words."""
    fs, p, _ = pairs(content)
    cut = float(content.model.metrics.get("threshold", 0.5))
    if not len(fs):
        return ""
    both = 100 * float(((fs <= 1) & (p >= cut)).mean())
    model = 100 * float(((fs > 1) & (p >= cut)).mean())
    physics = 100 * float(((fs <= 1) & (p < cut)).mean())
    samples = len(content.samples["labels"])
    return (
        f"FS is known at {len(fs)} of {samples} samples. Called by both: {both:.0f} % of these; by the model alone: "
        f"{model:.0f} %; by FS alone: {physics:.0f} %; by neither: {100 - both - model - physics:.0f} %."
    )


def other_model(content: ReportContent) -> Optional[str]:
    """Key of the method drawn beside the model: the same without physics, else logistic regression."""
    for key in OTHERS:
        if key != content.model.family and content.evidence.held_out(key) is not None:
            return key
    return None


def medians(content: ReportContent, key: str) -> Optional[tuple[Any, Any]]:
    """Median FS and median held-out probability of a method in groups of equally many samples; None without them."""
    p = content.evidence.held_out(key)
    if p is None or "prior_fs" not in content.samples:
        return None
    every = content.samples["prior_fs"]
    fs = every[:, min(int(content.model.record.get("reference_index", 0)), every.shape[1] - 1)]
    known = np.isfinite(fs) & np.isfinite(p)
    if known.sum() < 2 * GROUPS:
        return None
    groups = np.array_split(np.argsort(fs[known], kind="stable"), GROUPS)
    middle_fs, middle_p = (
        np.array([np.median(values[known][group]) for group in groups]) for values in (fs, p)
    )
    return middle_fs, middle_p


def line_words(content: ReportContent) -> str:
    """What the lines are, in a sentence; empty where there are none."""
    other = other_model(content)
    if medians(content, content.model.family) is None:
        return ""
    beside = f", dashed of the {model_name(other).lower()}" if other else ""
    return (
        f"Lines: median of the held-out probability in {GROUPS} groups of equally many samples by FS, solid of the "
        f"{model_name(content.model.family).lower()}{beside}; a line that falls follows the physics. "
    )


def _draw_lines(axes: Any, content: ReportContent) -> None:
    """The medians of the model and of the one beside it."""
    for key, style, colour in ((content.model.family, "-", INK), (other_model(content), "--", MUTED)):
        found = medians(content, key) if key else None
        if key and found is not None:
            axes.plot(*found, style, color=colour, lw=1.8, label=model_name(key))


def draw(axes: Any, content: ReportContent) -> None:
    """The scatter on given axes."""
    fs, p, slides = pairs(content)
    size = float(np.clip(4000 / max(len(fs), 1), 3, 16))
    for kind, colour, marker, words in (
        (~slides, STABLE, "o", "stable"),
        (slides, LANDSLIDE, "^", "landslide"),
    ):
        axes.scatter(
            fs[kind], p[kind], s=size, c=colour, marker=marker, alpha=0.55, linewidths=0, label=words
        )
    axes.set_xscale("log")
    low, high = (float(v) for v in np.percentile(fs, (0.5, 99.5))) if len(fs) else (0.5, 5.0)
    axes.set_xlim(min(low, 0.8) * 0.9, max(high, 1.5) * 1.1)
    axes.xaxis.set_major_formatter("{x:g}")
    axes.set_xticks(
        [tick for tick in (0.25, 0.5, 1, 2, 5, 10) if axes.get_xlim()[0] <= tick <= axes.get_xlim()[1]]
    )
    axes.minorticks_off()
    axes.axvline(1.0, color=INK, lw=0.9, ls="--")
    cut = content.model.metrics.get("threshold")
    if cut is not None:
        axes.axhline(float(cut), color=MUTED, lw=0.9, ls="--")
    axes.set_ylim(0, 1)
    axes.set_xlabel(f"Factor of safety FS, {content.model.reference}", fontsize=8.5)
    axes.set_ylabel(content.model.probability_label, fontsize=8.5)
    _draw_lines(axes, content)
    axes.legend(loc="upper right")
    tidy(axes)
