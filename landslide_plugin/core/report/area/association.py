"""How strongly each factor goes with the inventory: Spearman's rank correlation, Cramer's V for classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.canvas import COLOURS, INK, LANDSLIDE, MUTED, STABLE, drawing, plain, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.words import readable

TITLE = "Rank correlation of every factor with the inventory"
ACROSS, FEWEST_BLOCKS, DRAWS = 8, 5, 500
"""Blocks along the longer side of the area, the fewest that can be drawn from, and how often."""


def build(content: ReportContent) -> Part:
    """Bars, the strongest first."""
    if "static" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    rows = sorted(associations(content), key=lambda row: -abs(row.value))
    blocks = int(blocks_of(content.samples["xy"]).max()) + 1
    picture = figure(
        draw(rows),
        "Rank correlation of every factor with the inventory",
        "Spearman's rank correlation of each factor with the label (1 landslide, 0 stable) over the samples: "
        "positive, orange, landslides lie at larger values. Angles enter as sine (east positive) and cosine (north "
        "positive). Grey and hatched: Cramer's V of classes, which has no sign. Factors go together, so this is no "
        f"measure of what the model uses. Lines: 95 % interval, of {blocks} blocks of ground drawn anew {DRAWS} times, "
        "since neighbouring samples are alike; a line that crosses 0 shows no correlation.",
        wide=True,
    )
    return section("association", TITLE, picture)


@dataclass(frozen=True)
class Association:
    """A factor's strength, whether it has a sign, and its interval; NaN ends where there is none."""

    name: str
    value: float
    signed: bool
    low: float = float("nan")
    high: float = float("nan")


def associations(content: ReportContent) -> Iterator[Association]:
    """Of each factor and of the factor of safety; an angle has one for its sine and one for its cosine."""
    samples = content.samples
    labels, blocks = samples["labels"] > 0, blocks_of(samples["xy"])
    for factor, values in zip(content.model.record["factors"], samples["static"].T):
        name, kind = readable(str(factor["name"])), factor.get("kind")
        if kind == "categorical":
            yield Association(name, cramers_v(values.astype(int), labels), False)
        elif kind == "circular":
            yield _signed(f"{name}, sine", np.sin(np.deg2rad(values)), labels, blocks)
            yield _signed(f"{name}, cosine", np.cos(np.deg2rad(values)), labels, blocks)
        else:
            yield _signed(name, values, labels, blocks)
    if "prior_fs" in samples:
        index = int(content.model.record.get("reference_index", 0))
        fs = samples["prior_fs"][:, min(index, samples["prior_fs"].shape[1] - 1)]
        known = np.isfinite(fs)
        name = f"Factor of safety, {content.model.reference}"
        yield _signed(name, fs[known], labels[known], blocks[known])


def _signed(
    name: str, values: npt.NDArray[Any], labels: npt.NDArray[np.bool_], blocks: npt.NDArray[np.intp]
) -> Association:
    return Association(name, spearman(values, labels), True, *block_interval(values, labels, blocks))


def blocks_of(xy: npt.NDArray[Any], across: int = ACROSS) -> npt.NDArray[np.intp]:
    """Number (n,) of the square block that each sample lies in, so many along the longer side.

    >>> blocks_of(np.array([[0.0, 0.0], [1.0, 1.0], [79.0, 0.0]])).tolist()
    [0, 0, 1]
    """
    low = xy.min(axis=0)
    side = max(float(np.ptp(xy, axis=0).max()) / across, 1e-9)
    cells = np.minimum(np.floor((xy - low) / side), across - 1).astype(int)
    return np.asarray(np.unique(cells[:, 0] * across + cells[:, 1], return_inverse=True)[1])


def block_interval(
    values: npt.NDArray[Any], labels: npt.NDArray[np.bool_], blocks: npt.NDArray[np.intp], seed: int = 0
) -> tuple[float, float]:
    """95 % interval of Spearman's rank correlation by a bootstrap of blocks (Efron and Tibshirani 1993, section 8.6).

    Ranks are those of all samples; a sample weighs as often as its block was drawn. NaN for fewer than five blocks.

    >>> labels = np.arange(40) % 2 > 0
    >>> low, high = block_interval(labels + 0.0, labels, np.arange(40) // 4)
    >>> round(low, 6), round(high, 6)
    (1.0, 1.0)
    """
    from scipy.stats import rankdata

    count = int(blocks.max()) + 1 if len(blocks) else 0
    if count < FEWEST_BLOCKS or np.ptp(values) == 0 or labels.all() or not labels.any():
        return float("nan"), float("nan")
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1.0 / count), DRAWS)
    weights = drawn[:, blocks] / drawn[:, blocks].sum(axis=1, keepdims=True)
    one, other = rankdata(values), rankdata(labels)
    middle_one, middle_other = weights @ one, weights @ other
    both = weights @ (one * other) - middle_one * middle_other
    spread = (weights @ one**2 - middle_one**2) * (weights @ other**2 - middle_other**2)
    found = both[spread > 1e-9] / np.sqrt(spread[spread > 1e-9])
    low, high = np.quantile(found, (0.025, 0.975)) if found.size else (np.nan, np.nan)
    return float(low), float(high)


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


def draw(rows: list[Association]) -> bytes:
    """Bars of strength with their intervals; the values stand at the right edge."""
    with drawing(7.2, 0.7 + 0.24 * len(rows)) as (canvas, buffer):
        axes = canvas.subplots()
        ends = [abs(end) for row in rows for end in (row.value, row.low, row.high) if np.isfinite(end)]
        reach = max([0.1, *ends]) * 1.08
        for place, row in enumerate(rows):
            colour = (LANDSLIDE if row.value > 0 else STABLE) if row.signed else COLOURS["unsigned"]
            hatch = "" if row.signed else "////"
            axes.barh(place, row.value, 0.68, color=colour, hatch=hatch, edgecolor=INK, lw=0.3)
            if np.isfinite(row.low):
                axes.plot([row.low, row.high], [place, place], color=INK, lw=1.0)
            said = f"{row.value:+.2f}" if row.signed else f"{row.value:.2f}"
            axes.text(
                1.01, place, said, transform=axes.get_yaxis_transform(), va="center", fontsize=7.5, ha="left"
            )
        axes.set_yticks(range(len(rows)), [plain(row.name) for row in rows], color=INK)
        axes.invert_yaxis()
        axes.axvline(0, color=MUTED, lw=0.8)
        axes.set_xlim(-reach, reach)
        axes.set_xlabel("Spearman's rank correlation with the label (Cramer's V for classes)")
        tidy(axes, "x")
    return buffer.getvalue()
