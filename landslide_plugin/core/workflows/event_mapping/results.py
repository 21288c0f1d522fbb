"""What a map of an event is written to: names of its files, and what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...io.table import csv_text
from ...styles import Codes, codes
from ...words.speaking import say
from ...writing.folders import owned
from .event_rain import EventRain
from .frames import Frames, moment_words
from .law import EventFacts
from .tally import FrameTally
from .threshold import ThresholdRates

PROBABILITY, CLASSES, REACHED = "probability", "classes", "reached"
TABLE, SERIES, CHART, RECORD = "frames.csv", "series.csv", "series.svg", "event.json"
OURS = re.compile(r"((probability|classes|reached)_\d{8}T\d{4}Z\.(tif|qml)|frame_\d{4}\.png)")
BELOW, AT_LEAST = 1, 2
"""Codes of a raster of cells that reach the threshold."""
CAVEAT = (
    "Given this rain as if it were true: errors of the rain and of its forecast are not in it. It is no warning "
    "service; whoever warns must watch, judge and answer for it. Frames are windows that overlap: never sum them."
)
RELATIVE = (
    "Relative: the training does not say how many stable places a sample stands for, so P tells where and when there "
    "is more, not how often a landslide comes"
)
LABELS = {
    PROBABILITY: "Probability given this rain",
    CLASSES: "Classes of the probability given this rain",
    REACHED: "Cells that reach the threshold",
}
RELATIVE_LABELS = {
    PROBABILITY: "Relative probability given this rain",
    CLASSES: "Classes of the relative probability given this rain",
}
FILES: tuple[str, ...] = (
    *(f"{kind}_*.{ending}" for kind in LABELS for ending in ("tif", "tif.aux.xml", "qml")),
    "frame_*.png",
    *(TABLE, SERIES, CHART, RECORD),
)
"""What a folder of an event may hold, with ``*`` for what depends on the moments."""
COLUMNS = (
    "frame",
    "file",
    "window_end_utc",
    "window_h",
    "forecast_h",
    "cells",
    "no_factor_cells",
    "no_rain_cells",
    "mean",
    "largest",
    "beyond_training_cells",
    "reached_cells",
)


def title(kind: str, relative: bool) -> str:
    """What a result is called.

    >>> title("probability", True), title("reached", False)
    ('Relative probability given this rain', 'Cells that reach the threshold')
    """
    return RELATIVE_LABELS.get(kind, LABELS[kind]) if relative else LABELS[kind]


def reached_codes(score: ThresholdRates) -> Codes:
    """Names and colours of cells below and at the threshold, with what it did in events left out of the training.

    >>> reached_codes(ThresholdRates(0.01, 0.8, 0.05, 90, 2000))[2][0]
    'P reaches 0.01; in events left out of the training so at 80 % of the landslides and 5 % of the stable places'
    """
    below, at_least = (codes("threshold_reached")[code][1] for code in (BELOW, AT_LEAST))
    did = ""
    if score.landslides and score.stable:
        hits, alarms = (f"{100 * rate:.3g} %" for rate in (score.hit_rate, score.false_alarm_rate))
        did = f"; in events left out of the training so at {hits} of the landslides and {alarms} of the stable places"
    return {
        BELOW: (f"P is below {score.threshold:g}", below),
        AT_LEAST: (f"P reaches {score.threshold:g}{did}", at_least),
    }


def raster_name(kind: str, frames: Frames, frame: int) -> str:
    """File of one frame."""
    return f"{kind}_{frames.stamp(frame)}.tif"


def picture_name(frame: int) -> str:
    """Numbered picture of a frame, the first 1.

    >>> picture_name(0)
    'frame_0001.png'
    """
    return f"frame_{frame + 1:04d}.png"


def file_names(folder: str, frames: Frames, kinds: Sequence[str], pictures: bool) -> list[str]:
    """Every file that may be written, and those of an earlier run in the folder, which go."""
    rasters = [raster_name(kind, frames, frame) for frame in range(len(frames)) for kind in kinds]
    shown = [picture_name(frame) for frame in range(len(frames))] if pictures else []
    earlier = [name for name in owned(folder) if OURS.fullmatch(name)]
    return list(dict.fromkeys([*rasters, *shown, TABLE, SERIES, CHART, RECORD, *earlier]))


@dataclass(frozen=True)
class About:
    """What every raster of an event says, whichever frame it is.

    Attributes
    ----------
    facts : EventFacts
    rain : EventRain
    rain_name : str
        What the rain is called, such as the name of its file, and what was made up in it.
    score : ThresholdRates or None
    provenance : mapping of str to str
    """

    facts: EventFacts
    rain: EventRain
    rain_name: str
    score: Optional[ThresholdRates]
    provenance: Mapping[str, str]

    def metadata(self, frames: Frames, frame: int, kind: str) -> dict[str, str]:
        """Metadata of the raster of a frame."""
        end = frames.ends[frame]
        ahead = min(self.rain.forecast_hours(end), frames.window_h) if self.rain.forecast else 0.0
        told = {
            "QUANTITY": say(title(kind, self.facts.relative)),
            "WINDOW": say(frames.label(frame)),
            "WINDOW_END": f"{end.astype('M8[s]')}Z",
            "WINDOW_HOURS": f"{frames.window_h:g}",
            "FORECAST_HOURS": f"{ahead:g}",
            "RAIN": say(self.rain_name),
            "CAVEAT": say(CAVEAT),
            **{key: str(value) for key, value in self.facts.metadata.items()},
            **self.provenance,
        }
        if self.facts.relative:
            told["RELATIVE"] = say(RELATIVE)
        if kind == REACHED and self.score is not None:
            told["THRESHOLD"] = f"{self.score.threshold:g}"
            if self.score.landslides:
                told["THRESHOLD_SCORE"] = say(self.score.words)
        return told


def frame_rows(frames: Frames, tallies: Sequence[FrameTally], rain: EventRain) -> str:
    """Table of frames as CSV: what each is, and what was found."""
    rows = [
        (
            number + 1,
            raster_name(PROBABILITY, frames, number),
            moment_words(end)[:-4],
            f"{frames.window_h:g}",
            f"{min(rain.forecast_hours(end), frames.window_h) if rain.forecast else 0:g}",
            tally.mapped,
            tally.without_factor,
            tally.without_rain,
            _number(tally.mean),
            _number(tally.most),
            tally.beyond,
            tally.reached,
        )
        for number, (end, tally) in enumerate(zip(frames.ends, tallies))
    ]
    return csv_text([COLUMNS, *rows])


def _number(value: float) -> str:
    return f"{value:.6g}" if np.isfinite(value) else ""


def frame_path(folder: str, kind: str, frames: Frames, frame: int) -> str:
    """Where the raster of a frame lies."""
    return str(Path(folder, raster_name(kind, frames, frame)))
