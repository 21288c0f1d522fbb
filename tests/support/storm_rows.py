"""The samples of the simulated ten storms as rows of events, and the columns by which their law is linear."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.synthetic.storms import StormArea
from landslide_plugin.core.synthetic.storms.ground import CELL_M
from landslide_plugin.core.synthetic.storms.law import COVER_LOGIT, STEEPEST_DEG, rain_features
from landslide_plugin.core.synthetic.storms.rain import MARGIN_CELLS, RAIN_CELL_M
from landslide_plugin.core.types.rain import RainColumns


def storm_rows(area: StormArea) -> EventSamples:
    """Slope, land cover and hourly rain of each sample, with the shares that were drawn."""
    samples = area.samples
    down, across = (
        ((cells + 0.5) * CELL_M // RAIN_CELL_M).astype(np.intp) + MARGIN_CELLS
        for cells in (samples.rows, samples.cols)
    )
    windows = np.stack([area.window(storm) for storm in range(len(area.storms))])
    rain = windows[samples.storm, :, down, across]
    days = np.datetime64("2015-01-01", "D") + 30 * samples.storm
    static = area.factors.values[1:, samples.rows, samples.cols].T
    return EventSamples(
        rows=EventRows(static.astype(np.float32), rain.astype(np.float32), day_of_year(days)),
        specs=area.factors.specs[1:],
        rain=RainColumns(1.0, rain.shape[1]),
        labels=samples.landslide.astype(np.int8),
        days=days,
        storms=samples.storm,
        shares=samples.sampled_share,
    )


def law_columns(samples: EventSamples) -> npt.NDArray[np.float64]:
    """Land covers, slope, total rain and the largest three hours (n, columns), in which the law is linear."""
    slope, cover = samples.rows.static.T
    total, largest = rain_features(samples.rows.rain_mm.T)
    covers = [(cover == code).astype(np.float64) for code in COVER_LOGIT]
    return np.column_stack([*covers, np.minimum(slope, STEEPEST_DEG), total, largest])
