"""Scenario tables from CSV and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..types.scenarios import TriggerScenarios, from_rows, scenario_rows
from .table import csv_text, read_rows

JSON_FORM = '{"scenarios": [{"return_period_yr": 10, "intensity_mm_h": 20}]}'
"""What is allowed, for messages."""


def table_rows(path: str) -> list[dict[str, str]]:
    """Rows of a scenario table as text: a CSV file, or the JSON file that is written beside it.

    Raises
    ------
    InputError
        The file cannot be read or holds no scenario table.
    """
    try:
        if Path(path).suffix.lower() != ".json":
            return read_rows(path, "Scenario table")
        document = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise InputError(f"Scenario table {path} cannot be read: {error}") from None
    except RecursionError:
        raise InputError(
            f"Scenario table {path} cannot be read: its JSON is nested too deeply; allowed: {JSON_FORM}"
        ) from None
    return _json_rows(document, path)


def _json_rows(document: Any, path: str) -> list[dict[str, str]]:
    if not isinstance(document, dict) or "scenarios" not in document:
        held = f"; it has {', '.join(document)}" if isinstance(document, dict) and document else ""
        raise InputError(f"Scenario table {path} has no key scenarios{held}; allowed: {JSON_FORM}")
    rows = document["scenarios"]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"Scenario table {path}: scenarios is no list of rows; allowed: {JSON_FORM}")
    return [{key: str(value) for key, value in row.items()} for row in rows]


def read_csv(path: str) -> TriggerScenarios:
    """Scenarios from a CSV file with a header row."""
    return from_rows(table_rows(path), Path(path).name)


def read_scenarios(path: str) -> TriggerScenarios:
    """Scenarios from a CSV file, or from the JSON file that is written beside it.

    Raises
    ------
    InputError
        The file cannot be read or holds no scenario table.
    """
    return from_rows(table_rows(path), Path(path).name)


def scenario_csv(scenarios: TriggerScenarios) -> str:
    """A scenario table as CSV, as ``read_csv`` reads it.

    >>> rain = from_rows([{"return_period_yr": "10", "intensity_mm_h": "2.5"}])
    >>> scenario_csv(rain).splitlines()
    ['return_period_yr,intensity_mm_h', '10,2.5']
    """
    rows = scenario_rows(scenarios)
    return csv_text([tuple(rows[0]), *([f"{number:.6g}" for number in row.values()] for row in rows)])
