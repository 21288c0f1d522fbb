"""How long work reports itself and learns that it must stop."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import Callable, Optional

from .errors import Cancelled

Check = Callable[[], None]
"""Called now and then by work that is asked about its progress by nobody; raises ``Cancelled`` to break off."""


def go_on() -> None:
    """Never break off."""


def _ignore(_: object) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Progress:
    """Three outlets and one question, handed down from whoever runs the work.

    Parameters
    ----------
    fraction : callable
        Receives the share of the work done, 0 to 1.
    info, warning : callable
        Receive one line of text.
    is_cancelled : callable
        Returns True once the user has asked to stop.

    Examples
    --------
    >>> seen = []
    >>> half = Progress(fraction=seen.append).part(0.5, 1.0)
    >>> half.step(0.5)
    >>> seen
    [0.75]
    """

    fraction: Callable[[float], None] = field(default=_ignore)
    info: Callable[[str], None] = field(default=_ignore)
    warning: Callable[[str], None] = field(default=_ignore)
    is_cancelled: Callable[[], bool] = field(default=_never)

    def step(self, share: float) -> None:
        """Report the share of the work done and raise ``Cancelled`` if asked to stop."""
        self.check()
        self.fraction(min(max(share, 0.0), 1.0))

    def check(self) -> None:
        """Raise ``Cancelled`` if the user has asked to stop."""
        if self.is_cancelled():
            raise Cancelled()

    def without_words(self) -> Progress:
        """The same, but lines of information are not told."""
        return replace(self, info=_ignore)

    def without_share(self) -> Progress:
        """The same, but the share of the work done is not told."""
        return replace(self, fraction=_ignore)

    def part(self, start: float, stop: float) -> Progress:
        """Return a progress whose 0 to 1 fills ``start`` to ``stop`` of this one."""
        return Progress(
            fraction=lambda share: self.fraction(start + (stop - start) * share),
            info=self.info,
            warning=self.warning,
            is_cancelled=self.is_cancelled,
        )


@dataclass
class TimeLeft:
    """Says now and then how long a run will still take, from its pace so far.

    Examples
    --------
    >>> clock = TimeLeft(started_s=0.0)
    >>> clock.words(0.1, now_s=5.0)
    ''
    >>> clock.words(0.25, now_s=30.0)
    '25 % done, about 90 s left'
    >>> clock.words(0.26, now_s=31.0)
    ''
    """

    started_s: float = field(default_factory=time.monotonic)
    pause_s: float = 20.0
    told_s: float = field(init=False)

    def __post_init__(self) -> None:
        self.told_s = self.started_s

    def words(self, share: float, now_s: Optional[float] = None) -> str:
        """A line for the log; empty while the last one is fresh or nothing can be told yet."""
        now = time.monotonic() if now_s is None else now_s
        if now - self.told_s < self.pause_s or not 0.01 <= share < 1.0:
            return ""
        self.told_s = now
        left = (now - self.started_s) * (1.0 - share) / share
        return f"{100 * share:.0f} % done, about {left:.0f} s left"


SILENT = Progress()
