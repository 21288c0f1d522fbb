"""What benchmarks have in common: rows of results, kept as JSON and printed as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Optional

RESULTS = Path(__file__).resolve().parents[2] / "build" / "bench"


@dataclass(frozen=True)
class Row:
    """One figure.

    Attributes
    ----------
    name : str
    value : float or None
        None where what is measured is absent.
    unit : str
    target : float or None
        What is aimed at.
    met : bool or None
        Whether it is reached; None where there is no target, or where what it is compared with is absent.
    compared_with : str
        Program, version or paper that the target comes from; empty if none.
    """

    name: str
    value: Optional[float]
    unit: str
    target: Optional[float] = None
    met: Optional[bool] = None
    compared_with: str = ""


def at_most(name: str, value: float, unit: str, target: float, compared_with: str = "") -> Row:
    """A figure that should not exceed its target.

    >>> at_most("load", 0.7, "s", 0.5).met
    False
    """
    return Row(name, value, unit, target, value <= target, compared_with)


def at_least(name: str, value: float, unit: str, target: float, compared_with: str = "") -> Row:
    """A figure that should reach its target.

    >>> at_least("AUROC", 0.78, "", 0.77).met
    True
    """
    return Row(name, value, unit, target, value >= target, compared_with)


def write_rows(topic: str, rows: Sequence[Row]) -> Path:
    """Write ``build/bench/<topic>.json``, print the table, and return the path."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{topic}.json"
    kept = json.dumps([asdict(row) for row in rows], indent=1, default=lambda scalar: scalar.item())
    path.write_text(kept + "\n", encoding="utf-8")
    print_table(rows)
    return path


def read_rows(topic: str) -> list[Row]:
    """Rows of ``build/bench/<topic>.json``."""
    return [Row(**row) for row in json.loads((RESULTS / f"{topic}.json").read_text(encoding="utf-8"))]


def print_table(rows: Sequence[Row]) -> None:
    """Print rows in columns.

    >>> print_table([at_most("provider load", 0.12, "s", 0.5)])
    provider load  0.12 s  target 0.5  met
    """
    width = max((len(row.name) for row in rows), default=0)
    for row in rows:
        verdict = {True: "met", False: "NOT met", None: ""}[row.met]
        target = f"target {row.target:g}" if row.target is not None else ""
        value = "absent" if row.value is None else f"{row.value:.4g} {row.unit}"
        print(
            "  ".join(
                part for part in (f"{row.name:{width}}", value, target, verdict, row.compared_with) if part
            )
        )
