"""What the modelling process and its parent agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


PROTOCOL = 1

KEEP = "--keep"
"""Behind the first file: the process takes one job after the other."""


EXIT_DONE, EXIT_FAILED, EXIT_CANCELLED, EXIT_ORPHANED = 0, 1, 3, 4
