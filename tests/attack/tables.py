"""Figures of the campaign: tried, held and failed by algorithm and by kind of parameter."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

REPORTS = Path(__file__).resolve().parents[2] / "build" / "attack"
COLUMNS = ("tried", "whole", "refused", "failed")


def stored(part: str) -> list[dict[str, Any]]:
    """All that was found in a part, each case once, the last finding of it."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(REPORTS.glob(f"{part}-*.json"), key=lambda one: one.stat().st_mtime):
        for line in json.loads(path.read_text(encoding="utf-8")):
            found[line["done"]] = line
    return list(found.values())


def by_algorithm(lines: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """Counts of ``COLUMNS`` by algorithm.

    >>> by_algorithm([{"done": "a:1", "wrong": "", "outcome": "whole"}])["a"]["whole"]
    1
    """
    found: dict[str, Counter[str]] = {}
    for line in lines:
        count = found.setdefault(line["done"].split(":")[0], Counter())
        count["tried"] += 1
        count["failed" if line["wrong"] else line["outcome"]] += 1
    return found


def by_kind(lines: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """By kind of parameter: how often one was given, how often it was hostile, and in how many cases that failed."""
    found: dict[str, Counter[str]] = {}
    for line in lines:
        for name, kind in line.get("kinds", {}).items():
            count = found.setdefault(kind, Counter())
            count["tried"] += 1
            if name in line["hostile"]:
                count["hostile"] += 1
                count["failed" if line["wrong"] else line["outcome"]] += 1
    return found


def print_table(title: str, rows: Mapping[str, Counter[str]], columns: Sequence[str]) -> None:
    """A table with a row for all."""
    if not rows:
        return
    total: Counter[str] = Counter()
    for count in rows.values():
        total.update(count)
    print(f"\n{title:<38}" + "".join(f"{name:>10}" for name in columns))
    for name, count in [*sorted(rows.items()), ("all", total)]:
        print(f"{name:<38}" + "".join(f"{count[column]:>10}" for column in columns))


def print_tables() -> None:
    """All parts that lie in the folder."""
    for part, title in (("cases", "by processing.run"), ("shell", "by qgis_process")):
        print_table(title, by_algorithm(stored(part)), COLUMNS)
    both = [*stored("cases"), *stored("shell")]
    print_table("kind of parameter", by_kind(both), ("tried", "hostile", *COLUMNS[1:]))
    print_table("way", _by_way(both), COLUMNS)
    print_table("kills", by_algorithm(stored("kills")), ("tried", "killed", "too late", "failed"))
    print_table("disks full", by_algorithm(stored("full")), COLUMNS)


def _by_way(lines: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    return by_algorithm({**line, "done": line.get("way", "died")} for line in lines)


def failed() -> bool:
    """Whether anything that lies in the folder failed."""
    return any(line["wrong"] for part in ("cases", "shell", "kills", "full") for line in stored(part))
