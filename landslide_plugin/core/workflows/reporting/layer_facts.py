"""What a report says of each raster it was given: where it lies, what it holds, and its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from ...io.raster import RasterSource, crs_name
from .preview import preview

LARGEST_HASHED_BYTES = 2**31
BLOCK_BYTES = 1 << 20
LOOKED_AT = 400


def raster_facts(role: str, source: RasterSource, index: int = 0) -> dict[str, Any]:
    """File, grid, share of no-data and range of a raster, as plain values.

    Share and range are those of a thinned band, exact for rasters of at most 400 cells a side.
    """
    values = preview(source, index, LOOKED_AT)
    known = values[np.isfinite(values)]
    grid = source.grid
    return {
        "role": role,
        "name": source.name,
        "crs": crs_name(grid.crs_wkt),
        "shape": f"{grid.rows} x {grid.cols}",
        "bands": len(source.bands),
        "no_data": 1.0 - known.size / values.size,
        "low": float(known.min()) if known.size else None,
        "high": float(known.max()) if known.size else None,
        "sha256": file_hash(source.path),
    }


def file_hash(path: str) -> str:
    """SHA-256 of a file; empty for what is no file, or one of more than 2 GiB."""
    file = Path(path.split("|", 1)[0])
    if not file.is_file() or file.stat().st_size > LARGEST_HASHED_BYTES:
        return ""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        for block in iter(lambda: stream.read(BLOCK_BYTES), b""):
            found.update(block)
    return found.hexdigest()
