"""Factor of safety at landslides and at stable places, by scenario."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.canvas import INK, LANDSLIDE, STABLE, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import GIVE_PRIOR, NO_PRIOR, OLD_BUNDLE, TRAIN_AGAIN, Missing, Part

TITLE = "Factor of safety at landslides and at stable places"


def build(content: ReportContent) -> Part:
    """Box plots of the factor of safety, a pair a scenario."""
    if not content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    if "prior_fs" not in content.samples:
        return Missing(TITLE, NO_PRIOR, GIVE_PRIOR)
    fs, slides = content.samples["prior_fs"], content.samples["labels"] > 0
    names = list(content.model.record.get("outputs") or [content.model.reference])
    below = {word: _below(fs[kind], content) for word, kind in (("landslides", slides), ("stable", ~slides))}
    picture = figure(
        draw(fs, slides, names),
        "Factor of safety at landslides and at stable places by scenario",
        "Factor of safety FS (resisting over driving forces of the infinite slope) at the samples in each scenario T "
        "(return period of the rain in years): left and orange, landslides; right and blue, stable places. Box: "
        "quarter, median, three quarters; whiskers: 5th and 95th percentile. Line: FS = 1. "
        f"FS is 1 or less at {below['landslides']} of the landslides and {below['stable']} of the stable places "
        f"in {content.model.reference}.",
        wide=True,
    )
    return section("safety", TITLE, picture)


def _below(fs: npt.NDArray[Any], content: ReportContent) -> str:
    values = fs[:, min(int(content.model.record.get("reference_index", 0)), fs.shape[1] - 1)]
    known = values[np.isfinite(values)]
    return f"{100 * float((known <= 1).mean()):.0f} %" if known.size else "none"


def draw(fs: npt.NDArray[Any], slides: npt.NDArray[np.bool_], names: Sequence[str]) -> bytes:
    """Pairs of boxes of (n, scenarios) on a logarithmic axis."""
    with drawing(7.2, 2.9) as (canvas, buffer):
        axes = canvas.subplots()
        for side, kind, colour in ((-0.2, slides, LANDSLIDE), (0.2, ~slides, STABLE)):
            parts = [values[np.isfinite(values)] for values in fs[kind].T]
            places = np.arange(len(parts)) + side
            drawn = axes.boxplot(
                parts, positions=places, whis=(5, 95), showfliers=False, patch_artist=True, widths=0.34
            )
            for box in drawn["boxes"]:
                box.set(facecolor=colour, alpha=0.65, edgecolor=INK, linewidth=0.7)
            for line in (*drawn["medians"], *drawn["whiskers"], *drawn["caps"]):
                line.set(color=INK, linewidth=0.9)
        axes.axhline(1.0, color=INK, lw=1.0, ls="--")
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter("{x:g}")
        axes.set_yticks([t for t in (0.25, 0.5, 1, 2, 5, 10, 20) if _shown(axes, t)])
        axes.minorticks_off()
        axes.set_xticks(range(min(len(names), fs.shape[1])), names[: fs.shape[1]], color=INK)
        axes.set_ylabel("Factor of safety")
        tidy(axes, "y")
    return buffer.getvalue()


def _shown(axes: Any, value: float) -> bool:
    low, high = axes.get_ylim()
    return bool(low <= value <= high)
