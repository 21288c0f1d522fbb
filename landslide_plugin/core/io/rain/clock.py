"""When the steps of a file of rain end, from its stamps and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Moments
from .layers import LayerFacts, Stamps
from .moments import as_moments, iso, moment
from .units import KINDS

STAMPED = ("auto", "start", "middle", "end")
"""What a stamp means: told by the file or the step's length, or a place within its step."""

HOUR = np.timedelta64(3600, "s")
DAY_H = 24.0


@dataclass(frozen=True)
class RainReading:
    """What the user says of a file of rain, as far as the file does not.

    Attributes
    ----------
    unit : str
        Such as ``mm`` or ``kg m-2 s-1``; empty for what the file says.
    kind : str
        One of ``units.KINDS``.
    stamped : str
        One of ``STAMPED``.
    utc_offset_h : float
        Hours that the clock of the file is ahead of UTC.
    start : str
        Moment of the first layer, where the file tells no times.
    file_step_h : float
        Length of the file's steps; 0 where the file tells it.
    joined_h : float
        Length of the steps to read, a whole number of the file's; 0 for those of the file.

    Raises
    ------
    InputError
        A kind or a meaning of stamps that there is not.
    """

    unit: str = ""
    kind: str = "auto"
    stamped: str = "auto"
    utc_offset_h: float = 0.0
    start: str = ""
    file_step_h: float = 0.0
    joined_h: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.stamped not in STAMPED:
            raise InputError(f"RAIN_IS allows {', '.join(KINDS)}, STAMPED allows {', '.join(STAMPED)}")


@dataclass(frozen=True)
class Clock:
    """Ends of the steps of a file.

    Attributes
    ----------
    ends : datetime64[s] array (layers,)
        UTC, rising.
    step_h : float
    offset_h : float
        Hours that the clock of the file is ahead of UTC.
    words : str
        How it was told, one line.
    """

    ends: Moments
    step_h: float
    offset_h: float
    words: str

    @property
    def step(self) -> np.timedelta64:
        """Length of a step in seconds."""
        return np.timedelta64(round(self.step_h * 3600), "s")

    def number(self, when: Moments) -> Cells:
        """Numbers of the last whole steps that ended by some moments (n,), the first step being 0."""
        return np.asarray((when - self.ends[0]) // self.step, np.intp)

    def floor(self, when: np.datetime64) -> np.datetime64:
        """End of the last whole step that ended by a moment, be it in the file or not."""
        steps = (when - self.ends[0]) // self.step
        return np.datetime64(self.ends[0] + steps * self.step, "s")


def clock_of(facts: LayerFacts, reading: RainReading, name: str) -> Clock:
    """The ends of all steps.

    Raises
    ------
    InputError
        Times or step that nothing tells, times that occur twice or are not of one step.
    """
    stamps = facts.stamps
    if reading.start:
        stamps = _said(reading, facts.count)
    if stamps is None:
        raise InputError(
            f"Nothing in {name} tells when its {facts.count} layers are; give START (the moment of the first) and "
            f"STEP, or a table {name.rsplit('.', 1)[0]}.times.csv beside it with a column time and a row a layer"
        )
    if stamps.in_utc and reading.utc_offset_h:
        raise InputError(
            f"UTC_OFFSET is {reading.utc_offset_h:g}, but the times of {name} have their zone beside them; "
            "leave it at 0"
        )
    step_h = _step(stamps, reading, name)
    step = np.timedelta64(round(step_h * 3600), "s")
    to_end, words = _stamped(stamps, reading.stamped, step_h, name)
    ends = stamps.ends if stamps.ends is not None and reading.stamped == "auto" else stamps.times
    ends = ends + to_end * step // 2 - np.timedelta64(round(reading.utc_offset_h * 3600), "s")
    _require_ladder(ends, step, name)
    clock = f"UTC{reading.utc_offset_h:+g} h" if reading.utc_offset_h else "UTC"
    missing = round((ends[-1] - ends[0]) / step) + 1 - len(ends)
    gaps = f"; {missing} steps between them are missing" if missing else ""
    words = (
        f"{name}: {len(ends)} steps of {step_h:g} h that end from {iso(ends[0])} to {iso(ends[-1])}{gaps}; {words}; "
        f"its clock is {clock}"
    )
    return Clock(ends, step_h, reading.utc_offset_h, words)


def _said(reading: RainReading, count: int) -> Stamps:
    """Stamps from START and STEP."""
    if reading.file_step_h <= 0:
        raise InputError("START is given and STEP is not; give the length of a layer's step in hours")
    first = moment(reading.start, "START")
    step = np.timedelta64(round(reading.file_step_h * 3600), "s")
    times = as_moments([first.start]) + np.arange(count) * step
    return Stamps(times, whole_days=first.whole_day and reading.file_step_h >= DAY_H, in_utc=first.zoned)


def _step(stamps: Stamps, reading: RainReading, name: str) -> float:
    """Length of a step in hours: as said, as its ends say, or the usual distance of two stamps."""
    if reading.file_step_h > 0:
        return reading.file_step_h
    if stamps.starts is not None and stamps.ends is not None:
        lengths = np.unique((stamps.ends - stamps.starts) / HOUR)
        if len(lengths) != 1 or lengths[0] <= 0:
            shown = ", ".join(f"{length:g}" for length in lengths[:4])
            raise InputError(f"{name} has steps of {shown} h; give a file whose steps are of one length")
        return float(lengths[0])
    if len(stamps.times) < 2:
        raise InputError(
            f"{name} has one layer, which does not tell how long its step is; give STEP in hours"
        )
    apart = np.diff(np.sort(stamps.times)) / HOUR
    lengths, counts = np.unique(apart[apart > 0], return_counts=True)
    if not len(lengths):
        raise InputError(f"All layers of {name} are stamped {iso(stamps.times[0])}; its times do not rise")
    return float(lengths[np.argmax(counts)])


def _stamped(stamps: Stamps, said: str, step_h: float, name: str) -> tuple[int, str]:
    """How many half steps after its stamp a step ends, and how that is known."""
    if said != "auto":
        return {"start": 2, "middle": 1, "end": 0}[said], f"its stamps are the {said} of a step, as was said"
    if stamps.ends is not None:
        return 0, "the file says when its steps begin and end"
    since_midnight = stamps.times - stamps.times.astype("M8[D]").astype("M8[s]")
    half = np.timedelta64(round(step_h * 1800), "s")
    if step_h <= DAY_H and ((since_midnight % (2 * half)) == half).all():
        raise InputError(
            f"{name} is stamped in the middle of its hours or days (such as {iso(stamps.times[0])} in steps of "
            f"{step_h:g} h), which may be their middle or not; give STAMPED: middle, start or end"
        )
    if stamps.whole_days or step_h >= DAY_H:
        return 2, "its days are taken as stamped where they begin, unless STAMPED says otherwise"
    return 0, "its stamps are taken as ends of steps, unless STAMPED says otherwise"


def _require_ladder(ends: Moments, step: np.timedelta64, name: str) -> None:
    """Ends that rise by whole steps."""
    apart = np.diff(ends)
    if (apart <= np.timedelta64(0, "s")).any():
        where = int(np.argmax(apart <= np.timedelta64(0, "s")))
        raise InputError(
            f"{name}: its times do not rise; {iso(ends[where + 1])} follows {iso(ends[where])}. Keep each step once"
        )
    off = (apart % step) != np.timedelta64(0, "s")
    if off.any():
        where = int(np.argmax(off))
        raise InputError(
            f"{name}: from {iso(ends[where])} to {iso(ends[where + 1])} is no whole number of steps of "
            f"{float(step / HOUR):g} h; give STEP, or a file whose steps are of one length"
        )
