"""What the two sample chains take: wall time, processor time and peak memory of every step, from the shell."""

from __future__ import annotations

from benchmarks.common.table import Row, at_most, write_rows
from tools import demo

TARGET_S, FIGURE_S = 300.0, 30.0


def main() -> None:
    """Run the demo and write its figures; memory is that of the largest process of a step."""
    steps = demo.main()
    rows = [at_most("demo, all steps", sum(step.seconds for step in steps), "s", TARGET_S)]
    for step in steps:
        told = f"{step.chain}: {step.algorithm}"
        if step.algorithm == "publicationfigure":
            rows.append(at_most(told, round(step.seconds, 2), "s", FIGURE_S))
        else:
            rows.append(Row(told, round(step.seconds, 2), "s"))
        rows.append(Row(f"{told}, processor time", round(step.busy_s, 2), "s"))
        rows.append(Row(f"{step.chain}: {step.algorithm}, peak memory", round(step.peak_mib), "MiB"))
    write_rows("demo", rows)


if __name__ == "__main__":
    main()
