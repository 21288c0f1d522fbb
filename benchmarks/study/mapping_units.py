"""Slope units of a million and of ten million cells, and factors of a hundred thousand units."""

from __future__ import annotations

from benchmarks.bench.mapping_units import PEERS, apart, factor_rows, slope_unit_rows
from benchmarks.common.table import write_rows

SIZES = (1000, 3164)
MANY_SIZE, MANY_BLOCK = 3160, 10
MODULE = "benchmarks.bench.mapping_units"


def main() -> None:
    """Measure and write ``build/bench/mapping_units_study.json``."""
    rows = [row for size in SIZES for row in apart(slope_unit_rows, MODULE, size)]
    write_rows("mapping_units_study", [*rows, *apart(factor_rows, MODULE, MANY_SIZE, MANY_BLOCK, PEERS)])


if __name__ == "__main__":
    main()
