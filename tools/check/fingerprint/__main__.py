"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Optional

from osgeo import gdal, ogr

from .compare import compare
from .runs import run


def main(words: Optional[list[str]] = None) -> int:
    """Command line: ``run FOLDER`` or ``compare A B``."""
    words = sys.argv[1:] if words is None else words
    gdal.UseExceptions()
    ogr.UseExceptions()
    if words[:1] == ["run"] and len(words) == 2:
        return run(Path(words[1]).resolve())
    if words[:1] == ["compare"] and len(words) == 3:
        return compare(Path(words[1]), Path(words[2]))
    sys.exit("run FOLDER | compare A B")


if __name__ == "__main__":
    sys.exit(main())
