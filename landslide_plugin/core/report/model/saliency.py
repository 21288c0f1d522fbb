"""How steeply the probability answers to each soil layer in each scenario: heat map and lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..common.canvas import INK, RAMPS, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import GIVE_PROFILE, NO_PROFILE, OLD_BUNDLE, TRAIN_AGAIN, Missing, Part

TITLE = "Saliency of soil layers by scenario"
MARKERS = "os^DvP*X"


def build(content: ReportContent) -> Part:
    """Both pictures."""
    if not content.model.record.get("profile"):
        return Missing(TITLE, NO_PROFILE, GIVE_PROFILE)
    measured = content.evidence.saliency
    if not measured:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    heat = figure(
        draw(measured),
        "Saliency of every soil layer in every scenario, as heat map and as lines",
        "Saliency: mean absolute change of the probability for one standard deviation of a soil property, over samples "
        "and properties. Left, scenario (T: return period of the rain in years) by depth of the layer below ground; "
        "right, the same as lines against the middle of the layer, with the standard deviation over the "
        f"{measured['members']} members as bands. It says which layers the model listens to. It is no failure plane: "
        "that is where the factor of safety is lowest. Differences smaller than the bands are chance."
        + _alike(measured),
        wide=True,
    )
    return section("saliency", TITLE, heat)


def _alike(measured: Mapping[str, Any]) -> str:
    """Said where the layers do not differ at all."""
    mean = np.array(measured["mean"], float)
    if mean.max() > 0 and np.ptp(mean, axis=1).max() < 0.01 * mean.max():
        return " Here all layers weigh alike: the members are their linear part alone, which sees the mean over depth."
    return ""


def draw(measured: Mapping[str, Any]) -> bytes:
    """Heat map and lines side by side."""
    with drawing(7.8, 3.3) as (canvas, buffer):
        left, right = canvas.subplots(1, 2)
        draw_heat(canvas, left, measured)
        draw_lines(right, measured)
    return buffer.getvalue()


def draw_heat(canvas: Any, axes: Any, measured: Mapping[str, Any]) -> None:
    """Scenario by layer on given axes."""
    values = np.array(measured["mean"])
    image = axes.imshow(values, cmap=RAMPS["saliency"], aspect="auto", vmin=0)
    axes.set_xticks(range(len(measured["layers"])), measured["layers"], rotation=40, ha="right", fontsize=7.5)
    axes.set_yticks(range(len(measured["scenarios"])), measured["scenarios"], color=INK)
    axes.set_xlabel("Depth of the layer", fontsize=8)
    axes.set_ylabel("Scenario", fontsize=8)
    bar = canvas.colorbar(image, cax=axes.inset_axes((1.03, 0.08, 0.05, 0.84)))
    bar.set_label("Saliency", fontsize=8)
    bar.ax.tick_params(labelsize=7)


def draw_lines(axes: Any, measured: Mapping[str, Any]) -> None:
    """A line a scenario on given axes."""
    from matplotlib import colormaps

    bottoms = np.array(measured["bottoms_m"], float)
    middle = (bottoms + np.append(0.0, bottoms[:-1])) / 2
    count = len(measured["scenarios"])
    for number, name in enumerate(measured["scenarios"]):
        colour = colormaps["viridis"](0.9 * number / max(count - 1, 1))
        mean, sd = (np.array(measured[key][number], float) for key in ("mean", "sd"))
        axes.plot(middle, mean, marker=MARKERS[number % len(MARKERS)], ms=4, lw=1.4, color=colour, label=name)
        axes.fill_between(middle, mean - sd, mean + sd, color=colour, alpha=0.12, lw=0)
    axes.set_xlabel("Depth (m)", fontsize=8)
    axes.set_ylabel("Saliency", fontsize=8)
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.set_ylim(top=1.32 * axes.get_ylim()[1])
    axes.legend(fontsize=7, ncols=3, loc="upper center", columnspacing=1.0)
    tidy(axes)
