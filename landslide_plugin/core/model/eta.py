"""How long a run of equal pieces of work will still take."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Countdown:
    """Time left, from the pace so far.

    Examples
    --------
    >>> Countdown(4, start=0.0).words(done=1, now=10.0)
    '1 of 4 done, about 30 s left'
    >>> Countdown(4, start=0.0).words(done=4, now=10.0)
    '4 of 4 done'
    """

    count: int
    start: float = field(default_factory=time.monotonic)

    def words(self, done: int, now: Optional[float] = None) -> str:
        """Pieces done and the seconds left."""
        moment = time.monotonic() if now is None else now
        left = (moment - self.start) / done * (self.count - done)
        return f"{done} of {self.count} done" + (f", about {left:.0f} s left" if done < self.count else "")
