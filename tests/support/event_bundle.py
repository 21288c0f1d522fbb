"""A small model of events: the additive family fitted to samples of the area of ten storms."""

from __future__ import annotations

import numpy as np

from landslide_plugin.core.model.events.families import BASE, fit_base
from landslide_plugin.core.model.events.inputs import EventInputs
from landslide_plugin.core.model.events.model import EventModel
from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.synthetic.storms.area import SPECS
from landslide_plugin.core.types.rain import RainColumns
from tests.support.storm_maps import AREA


def event_samples(area=AREA):
    """All samples of the area with the rain of the cell each lies in."""
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
        drawn.landslide.astype("i1"),
        days,
        drawn.storm,
        np.array(places),
        drawn.sampled_share,
    )


def small_event_model(**facts):
    """The additive model of all samples."""
    samples = event_samples()
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain, season=False)
    base = fit_base(BASE, samples, inputs, seed=1)
    return EventModel(inputs, {BASE: base}, {BASE: 10.0}, relative=False, facts=facts)
