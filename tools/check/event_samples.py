"""Samples of a made-up area of storms, as an event model is trained on them."""

from __future__ import annotations

import numpy as np

from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.synthetic.storms import StormArea
from landslide_plugin.core.synthetic.storms.area import SPECS
from landslide_plugin.core.types.rain import RainColumns


def event_samples(area: StormArea) -> EventSamples:
    """The area's samples with the rain of the cell each lies in."""
    drawn = area.samples
    places = [area.grid.centre_of(row, col) for row, col in zip(drawn.rows.tolist(), drawn.cols.tolist())]
    down, across = np.array([area.rain_grid.cell_of(x, y) for x, y in places]).T
    windows = np.stack([area.window(number) for number in range(len(area.storms))])
    days = np.array([area.storms[number].end[:10] for number in drawn.storm], "M8[D]")
    static = np.ascontiguousarray(area.factors.values[:, drawn.rows, drawn.cols].T)
    rows = EventRows(static, windows[drawn.storm, :, down, across], day_of_year(days))
    return EventSamples(
        rows,
        SPECS,
        RainColumns(1.0, windows.shape[1]),
        drawn.landslide.astype(np.int8),
        days,
        drawn.storm,
        shares=drawn.sampled_share,
    )
