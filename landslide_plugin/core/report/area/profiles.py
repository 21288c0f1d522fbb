"""Soil over depth at landslides and at stable places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.canvas import LANDSLIDE, STABLE, drawing, plain, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import GIVE_PROFILE, NO_PROFILE, OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.words import folded, readable

TITLE = "Soil over depth at landslides and at stable places"
COLUMNS = 4
LETTERS = 24


def build(content: ReportContent) -> Part:
    """Median and middle half of each soil property in each layer."""
    soil = content.model.record.get("profile")
    if not soil:
        return Missing(TITLE, NO_PROFILE, GIVE_PROFILE)
    if "profile" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    slides = content.samples["labels"] > 0
    picture = figure(
        draw(content.samples["profile"], soil["layer_bottoms_m"], soil["properties"], slides),
        "Soil properties over depth at landslides and at stable places",
        "Soil properties over depth at the samples: line, median; band, middle half of the samples. Orange and "
        "dashed, landslides; blue, stable places. Depth in metres below ground.",
        wide=True,
    )
    return section("profiles", TITLE, picture)


def draw(
    profile: npt.NDArray[Any],
    bottoms_m: Sequence[float],
    properties: Sequence[str],
    slides: npt.NDArray[np.bool_],
) -> bytes:
    """Small multiples, one a property, of profiles (n, layers, properties)."""
    rows = -(-len(properties) // COLUMNS)
    depth = np.repeat([0.0, *bottoms_m], 2)[1:-1]
    with drawing(7.6, 0.3 + 2.35 * rows) as (canvas, buffer):
        grid = canvas.subplots(rows, COLUMNS, squeeze=False, sharey=True)
        for axes in grid.ravel()[len(properties) :]:
            axes.set_visible(False)
        for axes, name, number in zip(grid.ravel(), properties, range(len(properties))):
            for kind, colour, style in ((~slides, STABLE, "-"), (slides, LANDSLIDE, "--")):
                low, middle, high = np.percentile(profile[kind][:, :, number], (25, 50, 75), axis=0)
                axes.fill_betweenx(
                    depth, np.repeat(low, 2), np.repeat(high, 2), color=colour, alpha=0.2, lw=0
                )
                axes.plot(np.repeat(middle, 2), depth, color=colour, ls=style, lw=1.6)
            axes.set_title(plain(folded(readable(name), LETTERS)), fontsize=8)
            axes.tick_params(labelsize=7)
            tidy(axes)
        grid[0, 0].invert_yaxis()
        for axes in grid[:, 0]:
            axes.set_ylabel("Depth (m)")
    return buffer.getvalue()
