"""How strongly each factor goes with the inventory: Spearman's rank correlation, Cramer's V for classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.canvas import COLOURS, INK, LANDSLIDE, MUTED, STABLE, drawing, plain, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.words import readable

TITLE = "Rank correlation of every factor with the inventory"


def build(content: ReportContent) -> Part:
    """Bars, the strongest first."""
    if "static" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    rows = sorted(associations(content), key=lambda row: -abs(row[1]))
    picture = figure(
        draw(rows),
        "Rank correlation of every factor with the inventory",
        "Spearman's rank correlation of each factor with the label (1 landslide, 0 stable) over the samples: "
        "positive, orange, landslides lie at larger values. Angles enter as sine (east positive) and cosine (north "
        "positive). Grey and hatched: Cramer's V of classes, which has no sign. Factors go together, so this is no "
        "measure of what the model uses.",
        wide=True,
    )
    return section("association", TITLE, picture)


def associations(content: ReportContent) -> Iterator[tuple[str, float, bool]]:
    """Name, strength, and whether it has a sign; of each factor and of the factor of safety."""
    samples = content.samples
    labels = samples["labels"] > 0
    for factor, values in zip(content.model.record["factors"], samples["static"].T):
        name, kind = readable(str(factor["name"])), factor.get("kind")
        if kind == "categorical":
            yield name, cramers_v(values.astype(int), labels), False
        elif kind == "circular":
            yield f"{name}, sine", spearman(np.sin(np.deg2rad(values)), labels), True
            yield f"{name}, cosine", spearman(np.cos(np.deg2rad(values)), labels), True
        else:
            yield name, spearman(values, labels), True
    if "prior_fs" in samples:
        index = int(content.model.record.get("reference_index", 0))
        fs = samples["prior_fs"][:, min(index, samples["prior_fs"].shape[1] - 1)]
        known = np.isfinite(fs)
        yield f"Factor of safety, {content.model.reference}", spearman(fs[known], labels[known]), True


def spearman(values: npt.NDArray[Any], labels: npt.NDArray[np.bool_]) -> float:
    """Spearman's rank correlation; 0 where one of both does not vary.

    >>> spearman(np.array([1.0, 2.0, 3.0]), np.array([False, False, True])) > 0.8
    True
    """
    from scipy.stats import spearmanr

    if len(values) < 3 or np.ptp(values) == 0 or labels.all() or not labels.any():
        return 0.0
    return float(spearmanr(values, labels).statistic)


def cramers_v(codes: npt.NDArray[Any], labels: npt.NDArray[np.bool_]) -> float:
    """Cramer's V of classes and labels, 0 to 1 (Cramer 1946).

    >>> cramers_v(np.array([1, 1, 2, 2]), np.array([True, True, False, False]))
    1.0
    """
    _, inverse = np.unique(codes, return_inverse=True)
    observed = np.array([np.bincount(inverse, part) for part in (labels, ~labels)], dtype=float)
    expected = observed.sum(axis=1, keepdims=True) * observed.sum(axis=0) / observed.sum()
    if observed.shape[1] < 2 or (expected == 0).any():
        return 0.0
    return float(np.sqrt(((observed - expected) ** 2 / expected).sum() / observed.sum()))


def draw(rows: list[tuple[str, float, bool]]) -> bytes:
    """Bars of strength."""
    with drawing(7.2, 0.7 + 0.24 * len(rows)) as (canvas, buffer):
        axes = canvas.subplots()
        for place, (_, value, signed) in enumerate(rows):
            colour = (LANDSLIDE if value > 0 else STABLE) if signed else COLOURS["unsigned"]
            axes.barh(place, value, 0.68, color=colour, hatch="" if signed else "////", edgecolor=INK, lw=0.3)
            axes.text(
                value,
                place,
                f" {value:+.2f} " if signed else f" {value:.2f} ",
                va="center",
                fontsize=7.5,
                ha="left" if value >= 0 else "right",
            )
        axes.set_yticks(range(len(rows)), [plain(name) for name, _, _ in rows], color=INK)
        axes.invert_yaxis()
        axes.axvline(0, color=MUTED, lw=0.8)
        reach = max([0.1, *(abs(value) for _, value, _ in rows)]) * 1.25
        axes.set_xlim(-reach, reach)
        axes.set_xlabel("Spearman's rank correlation with the label (Cramer's V for classes)")
        tidy(axes, "x")
    return buffer.getvalue()
