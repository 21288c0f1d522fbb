"""A larger map, 1e7 cells, for the growth of time and memory beyond the sizes of the benchmark."""

from __future__ import annotations

from benchmarks.bench.mapping_rasters import measured, rows_of
from benchmarks.common.table import write_rows

SIZES = (1_000_000, 10_000_000)


def main() -> None:
    """Measure and print the table."""
    write_rows("study_mapping", rows_of(SIZES, measured(SIZES)))


if __name__ == "__main__":
    main()
