"""Map an event: every frame's rain through the model, and all files put in place together."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.text import write_text
from ...progress import SILENT, Progress
from ...writing.folders import filled_folder
from ...writing.temporary import temporary_folder
from .frames import moment_words
from .ground import MapGround
from .job import Draw, EventJob, EventMap, Legend
from .law import EventFacts, EventLaw
from .mapper import EventMapper
from .rain_places import RainPlaces
from .results import (
    CAVEAT,
    CHART,
    PROBABILITY,
    RECORD,
    RELATIVE,
    SERIES,
    TABLE,
    About,
    file_names,
    frame_rows,
    picture_name,
    raster_name,
    title,
)
from .series_chart import series_chart
from .tally import empty_everywhere
from .threshold import ThresholdRates, threshold_rates

MAPPED_SHARE = 0.85
"""Share of the progress until pictures are drawn."""
NO_UNSEEN = (
    "The model keeps no events that it was not trained on, so nothing is known of the hits and false alarms of the "
    "threshold"
)


def map_event(
    law: EventLaw,
    facts: EventFacts,
    job: EventJob,
    progress: Progress = SILENT,
    draw: Optional[Draw] = None,
) -> EventMap:
    """Write the maps of all frames into the job's folder.

    A cell's value depends on its own factors and rain alone: strips, frames asked for and other cells change nothing.

    Parameters
    ----------
    law : EventLaw
    facts : EventFacts
    job : EventJob
    progress : Progress
    draw : callable, optional
        Draws each frame as a numbered picture.

    Raises
    ------
    InputError
        A factor is missing, rasters do not fit, no class limits are known, or no cell has a value in any frame.
    """
    if job.classes and not len(facts.class_cuts):
        raise InputError("The model has no class limits; set CLASSES to no")
    score = _score(job, facts)
    with ExitStack() as stack:
        ground = stack.enter_context(MapGround(law, job.factors, job.profile, progress))
        scratch = stack.enter_context(temporary_folder())
        places = stack.enter_context(RainPlaces(job.rain.grid, ground.grid, scratch))
        mapper = EventMapper(law, facts, job, ground, places)
        names = file_names(job.folder, job.frames, job.kinds, draw is not None)
        new = stack.enter_context(filled_folder(job.folder, names))
        about = About(facts, job.rain, job.rain_name, score, job.provenance)
        mapper.write(str(new), about, progress.part(0.0, MAPPED_SHARE if draw else 1.0))
        if empty_everywhere(mapper.tallies):
            raise InputError(
                "No cell has a value in every factor and whole rain in any frame; look for gaps in the rain, and "
                "whether it covers the factors"
            )
        made = EventMap(
            job.folder,
            job.frames,
            tuple(mapper.tallies),
            job.kinds,
            legend=Legend.of(float(np.nanmax([tally.most for tally in mapper.tallies]))),
            score=score,
            series=mapper.series,
            pictures=draw is not None,
        )
        _write_tables(new, made, job, facts)
        if draw is not None:
            _draw(draw, new, made, progress.part(MAPPED_SHARE, 1.0))
    _tell(made, job, facts, progress)
    return made


def _score(job: EventJob, facts: EventFacts) -> Optional[ThresholdRates]:
    """How the threshold did in events left out of the training; without such, counted from none."""
    if job.threshold is None:
        return None
    if facts.unseen is None:
        return ThresholdRates(job.threshold, float("nan"), float("nan"), 0, 0)
    return threshold_rates(facts.unseen, job.threshold)


def _draw(draw: Draw, folder: Path, made: EventMap, progress: Progress) -> None:
    for number in range(len(made.frames)):
        raster = str(folder / raster_name(PROBABILITY, made.frames, number))
        draw(raster, str(folder / picture_name(number)), number, made.legend)
        progress.step((number + 1) / len(made.frames))


def _write_tables(folder: Path, made: EventMap, job: EventJob, facts: EventFacts) -> None:
    """Table of frames, series of points with their chart, and the record of all."""
    write_text(str(folder / TABLE), frame_rows(made.frames, made.tallies, job.rain))
    if made.series is not None:
        write_text(str(folder / SERIES), made.series.table())
        until = str(job.rain.measured_until) if job.rain.forecast is not None else None
        name = title(PROBABILITY, facts.relative)
        write_text(str(folder / CHART), series_chart(made.series, name, job.threshold, until))
    write_text(
        str(folder / RECORD), json.dumps(_record(made, job, facts), indent=1, ensure_ascii=False) + "\n"
    )


def _record(made: EventMap, job: EventJob, facts: EventFacts) -> dict[str, Any]:
    score = made.score
    told = None
    if score is not None:
        counted = score.landslides > 0
        told = {
            "threshold": score.threshold,
            "hit_rate": score.hit_rate if counted else None,
            "false_alarm_rate": score.false_alarm_rate if counted and score.stable else None,
            "landslides": score.landslides,
            "stable": score.stable,
        }
    return {
        "quantity": title(PROBABILITY, facts.relative),
        "model": facts.name,
        "rain": job.rain_name,
        "window_h": made.frames.window_h,
        "step_h": made.frames.step_h,
        "frames": [f"{end}Z" for end in made.frames.ends],
        "measured_until": f"{job.rain.measured_until}Z" if job.rain.forecast is not None else None,
        "legend": {"low": made.legend.low, "high": made.legend.high},
        "threshold": told,
        "relative": RELATIVE if facts.relative else None,
        "caveat": CAVEAT,
    }


def _tell(made: EventMap, job: EventJob, facts: EventFacts, progress: Progress) -> None:
    """What a user must know of the maps, in the log."""
    count, first = len(made.frames), made.frames.label(0)
    span = (
        f"a single frame, that of {first}"
        if count == 1
        else f"{count} frames, from {first} to {made.frames.label(count - 1)}"
    )
    progress.info(f"{title(PROBABILITY, facts.relative)}: {span}; rain: {job.rain_name}")
    if job.rain.forecast is not None:
        ahead = min(job.rain.forecast_hours(made.frames.ends[-1]), made.frames.window_h)
        until = moment_words(job.rain.measured_until)
        progress.info(
            f"Rain is measured until {until}; of the last frame's window {ahead:g} of {made.frames.window_h:g} h are "
            "forecast"
        )
    if facts.relative:
        progress.warning(RELATIVE)
    progress.info(CAVEAT)
    if made.score is not None and made.score.landslides:
        progress.info(made.score.words)
    elif made.score is not None:
        progress.warning(NO_UNSEEN)
    if made.series is not None and made.series.points.beyond:
        progress.warning(f"{made.series.points.beyond} points lie beyond the factors and have no series")
    gaps = sum(tally.without_rain for tally in made.tallies)
    if gaps:
        frames = sum(1 for tally in made.tallies if tally.without_rain)
        progress.warning(
            f"{gaps} cells are empty in {frames} of {count} frames: their window has a gap in the rain, or they lie "
            "beyond it"
        )
    beyond = max(tally.beyond for tally in made.tallies)
    if beyond:
        frames = sum(1 for tally in made.tallies if tally.beyond)
        mapped = max(tally.mapped for tally in made.tallies)
        progress.warning(
            f"Rain is above the largest of the training in {frames} of {len(made.frames)} frames: in the worst of them "
            f"at {beyond} of {mapped} cells. The model has not seen such rain"
        )
