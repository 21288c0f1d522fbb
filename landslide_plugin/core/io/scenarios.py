"""Scenario tables from CSV and JSON."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import InputError
from ..types.scenarios import TriggerScenarios, from_rows, scenario_rows
from .table import csv_text, read_rows


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
        rows = json.loads(Path(path).read_text(encoding="utf-8"))["scenarios"]
        return [{k: str(v) for k, v in row.items()} for row in rows]
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"Scenario table {path} cannot be read: {error}") from None


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
    numbers = [[f"{number:.6g}" for number in row.values()] for row in scenario_rows(scenarios)]
    return csv_text([("return_period_yr", *scenarios.columns), *numbers])
