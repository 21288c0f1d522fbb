"""A larger map, 1e7 cells, for the growth of time and memory beyond the sizes of the benchmark."""

from __future__ import annotations

from benchmarks.bench_table import write_rows
from benchmarks.mapping_rasters import measured, rows_of

SIZES = (1_000_000, 10_000_000)


def main() -> None:
    """Measure and print the table."""
    write_rows("study_mapping", rows_of(SIZES, measured(SIZES)))


if __name__ == "__main__":
    main()
