"""How far what the model leaves unexplained hangs together."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...samples.variogram import FEWEST, residual_range_m, semivariogram
from ..common.canvas import INK, LANDSLIDE, MUTED, STABLE, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part

TITLE = "Variogram of what the model leaves unexplained"


def build(content: ReportContent) -> Part:
    """Semivariograms of the label and of the out-of-fold residual."""
    p = own_probability(content)
    if p is None:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    known = np.isfinite(p)
    if known.sum() < FEWEST:
        return Missing(TITLE, f"fewer than {FEWEST} samples have a held-out probability", TRAIN_AGAIN)
    xy, labels = content.samples["xy"][known], (content.samples["labels"][known] > 0).astype(float)
    reach = residual_range_m(xy, labels - p[known])
    picture = figure(
        draw(xy, labels, labels - p[known], reach),
        "Semivariogram of labels and of out-of-fold residuals",
        "Half the mean squared difference of pairs of samples against their distance: of the label (1 landslide, 0 "
        "stable) and of the residual, label minus held-out probability. Dashed line: range of a spherical model fitted "
        f"to the residuals, {length_words(reach)}. A residual that still rises with distance says that something "
        "which hangs together in space is not among the factors; folds smaller than the range flatter.",
        wide=True,
    )
    return section("variogram", TITLE, picture)


def own_probability(content: ReportContent) -> Any:
    """Held-out probability (n,) of the bundle's own model; None if it keeps none."""
    key = str(content.model.record.get("family", "ensemble"))
    own = content.evidence.held_out(key)
    return content.evidence.held_out("ensemble") if own is None else own


def length_words(metres: float) -> str:
    """A distance to two digits.

    >>> length_words(1234.0), length_words(87.0), length_words(904.0)
    ('1.2 km', '87 m', '900 m')
    """
    return f"{metres / 1000:.2g} km" if metres >= 1000 else f"{float(f'{metres:.2g}'):g} m"


def draw(
    xy: npt.NDArray[Any], labels: npt.NDArray[Any], residuals: npt.NDArray[Any], reach_m: float
) -> bytes:
    """Both semivariograms."""
    with drawing(7.2, 2.9) as (canvas, buffer):
        axes = canvas.subplots()
        top = 0.0
        for values, colour, style, marker, words in (
            (labels, STABLE, "--", "o", "label"),
            (residuals, LANDSLIDE, "-", "s", "residual"),
        ):
            distance, gamma, _ = semivariogram(xy, values)
            axes.plot(distance / 1000, gamma, style, marker=marker, ms=4, color=colour, label=words)
            top = max(top, float(gamma.max()))
        axes.axvline(reach_m / 1000, color=INK, lw=0.9, ls="--")
        axes.text(reach_m / 1000, top * 0.05, f" range {length_words(reach_m)}", fontsize=8, color=MUTED)
        axes.set_xlim(left=0)
        axes.set_ylim(0, 1.1 * top)
        axes.set_xlabel("Distance of the pair (km)")
        axes.set_ylabel("Semivariance")
        axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
        tidy(axes)
    return buffer.getvalue()
