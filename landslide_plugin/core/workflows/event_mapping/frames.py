"""The moments of a map that moves: one frame each, named after the window that ends then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.rain.moments import moment
from ...types.arrays import Moments

MOST_FRAMES = 2000
SECOND = np.timedelta64(1, "s")


@dataclass(frozen=True)
class Frames:
    """Moments at even distances.

    Attributes
    ----------
    ends : datetime64[s] array (frames,)
        When the window of each frame ends, UTC.
    step_h : float
        Hours from one to the next, which each frame is shown for.
    window_h : float
        Hours of rain that decide each.

    Examples
    --------
    >>> frames = Frames(np.array(["2018-10-29T20:00"], "M8[s]"), 6.0, 120.0)
    >>> frames.label(0), frames.stamp(0)
    ('120 h ending 2018-10-29 20:00 UTC', '20181029T2000Z')
    """

    ends: Moments
    step_h: float
    window_h: float

    def __len__(self) -> int:
        return len(self.ends)

    def label(self, frame: int) -> str:
        """The window of a frame in words."""
        day, clock = str(self.ends[frame].astype("M8[m]")).split("T")
        return f"{self.window_h:g} h ending {day} {clock} UTC"

    def layer_name(self, frame: int, what: str) -> str:
        """A result in the list of layers, the moment first: where the list is narrow, the frames still differ.

        >>> Frames(np.array(["2018-10-29T20:00"], "M8[s]"), 6.0, 120.0).layer_name(0, "Probability")
        '2018-10-29 20:00 UTC, 120 h: Probability'
        """
        return f"{moment_words(self.ends[frame])}, {self.window_h:g} h: {what}"

    def stamp(self, frame: int) -> str:
        """Moment of a frame as file names hold it."""
        return moment_stamp(self.ends[frame])


def moment_words(moment: np.datetime64) -> str:
    """A moment as people read it.

    >>> moment_words(np.datetime64("2018-10-29T20:00:00"))
    '2018-10-29 20:00 UTC'
    """
    return f"{str(moment.astype('M8[m]')).replace('T', ' ')} UTC"


def moment_stamp(moment: np.datetime64) -> str:
    """A moment as file names hold it."""
    return str(moment.astype("M8[m]")).replace("-", "").replace(":", "") + "Z"


def read_moment(text: str, parameter: str, last: bool = False) -> Optional[np.datetime64]:
    """A moment in UTC from what was typed, such as ``2018-10-29 20:00``; None if nothing was.

    Parameters
    ----------
    text : str
    parameter : str
        What messages call it.
    last : bool
        Of a day without an hour take its end.

    Raises
    ------
    InputError
        It is no moment.

    Examples
    --------
    >>> str(read_moment("2018-10-29 20:00", "START")), read_moment(" ", "START") is None
    ('2018-10-29T20:00:00', True)
    >>> [str(read_moment("2018-10-29", "END", last)) for last in (False, True)]
    ['2018-10-29T00:00:00', '2018-10-30T00:00:00']
    """
    if not text.strip():
        return None
    typed = moment(text, parameter)
    return np.datetime64(typed.end if last else typed.start, "s")


def frames_between(
    ends: Moments,
    window_h: float,
    start: Optional[np.datetime64],
    end: Optional[np.datetime64],
    step_h: float,
) -> Frames:
    """Frames every so many hours.

    Parameters
    ----------
    ends : datetime64[s] array (steps,)
        Moments at which steps of the rain end, rising.
    window_h : float
    start, end : datetime64 or None
        First and last moment; without, the first whose window the rain can fill, and the last one of the rain.
    step_h : float

    Raises
    ------
    InputError
        No moment lies between, the rain has no step that ends at the first one, or there are too many.

    Examples
    --------
    >>> hours = np.datetime64("2020-01-01T00:00:00") + np.arange(1, 25) * np.timedelta64(3600, "s")
    >>> frames = frames_between(hours, 12.0, None, None, 6.0)
    >>> [str(moment)[11:16] for moment in frames.ends], str(frames.ends[-1])[:10]
    (['12:00', '18:00', '00:00'], '2020-01-02')
    """
    first_step = ends[0]
    if len(ends) > 1:
        first_step = ends[0] - np.diff(ends).min()
    first = start if start is not None else first_step + _hours(window_h)
    last = end if end is not None else ends[-1]
    told = f"the rain has steps that end from {moment_words(ends[0])} to {moment_words(ends[-1])}"
    if first > last:
        raise InputError(
            f"No frame lies between {moment_words(first)} and {moment_words(last)}, for {told} and a window of "
            f"{window_h:g} h must be full; give START and END within the rain, or more rain"
        )
    if last > ends[-1] or first < ends[0]:
        raise InputError(
            f"Frames from {moment_words(first)} to {moment_words(last)} are asked for, but {told}; move START or END"
        )
    if first not in ends:
        near = ends[np.abs(ends - first).argmin()]
        raise InputError(
            f"No step of the rain ends at {moment_words(first)}; the nearest one ends at {moment_words(near)}: give "
            "it as START"
        )
    count = int((last - first) / _hours(step_h)) + 1
    if count > MOST_FRAMES:
        raise InputError(
            f"{count} frames of {step_h:g} h are asked for; at most {MOST_FRAMES} are drawn: give a longer STEP or a "
            "shorter time"
        )
    return Frames(np.asarray(first + np.arange(count) * _hours(step_h), "M8[s]"), step_h, window_h)


def _hours(hours: float) -> np.timedelta64:
    return round(hours * 3600) * SECOND
