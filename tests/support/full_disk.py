"""A disk that is full when the rasters of a run are completed, at the one that is asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from landslide_plugin.core.errors import DiskSpaceError
from landslide_plugin.core.io.raster.sink import RasterSink


def full_at(monkeypatch: Any, turn: int) -> None:
    """Let the completing of the ``turn``-th raster, from 0, fail as on a full disk."""
    complete, done = RasterSink.complete, []

    def failing(sink: RasterSink) -> None:
        if sink.is_open:
            done.append(sink.path)
            if len(done) == turn + 1:
                raise DiskSpaceError(f"{sink.path} cannot be written: No space left on device")
        complete(sink)

    monkeypatch.setattr(RasterSink, "complete", failing)


def prints(folder: Path) -> dict[str, str]:
    """Hashes of all files in a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
