"""What the two sample chains take: wall time and peak memory of every step, from the shell."""

from __future__ import annotations

from benchmarks.common.table import Row, at_most, write_rows
from tools import demo

TARGET_S = 300.0


def main() -> None:
    """Run the demo and write its figures; memory is that of the largest process of a step."""
    steps = demo.main()
    rows = [at_most("demo, all steps", sum(step.seconds for step in steps), "s", TARGET_S)]
    for step in steps:
        rows.append(Row(f"{step.chain}: {step.algorithm}", round(step.seconds, 2), "s"))
        rows.append(Row(f"{step.chain}: {step.algorithm}, peak memory", round(step.peak_mib), "MiB"))
    write_rows("demo", rows)


if __name__ == "__main__":
    main()
