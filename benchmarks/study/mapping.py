"""Larger maps, 1e7 and 1e8 cells, for the growth of time and memory beyond the sizes of the benchmark.

``python -m benchmarks.study.mapping [KIND]`` measures one kind of model: "one network", "logistic" or "all families".
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.bench.mapping_rasters import ALL, LOGISTIC, NETWORK, measured, rows_of
from benchmarks.common.table import write_rows

SIZES = {
    NETWORK: (1_000_000, 10_000_000),
    ALL: (1_000_000, 10_000_000),
    LOGISTIC: (1_000_000, 10_000_000, 100_000_000),
}


def main(kinds: Sequence[str]) -> None:
    """Measure and print a table for each kind of model."""
    for kind in kinds or tuple(SIZES):
        rows = rows_of(SIZES[kind], measured(SIZES[kind], kind), kind)
        write_rows(f"study_mapping_{kind.replace(' ', '_')}", rows)


if __name__ == "__main__":
    main(sys.argv[1:])
