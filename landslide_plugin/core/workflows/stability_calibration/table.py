"""The calibrated soil table: as it came, with accepted values and ranges, and the mark of the landslides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ...io.table import csv_text
from ...quantities import QUANTITIES
from ...stability.calibration.acceptance import ValueTold
from ...stability.calibration.unknowns import Unknown
from .ranges import DEPTH, HIGH, LOW, STRENGTHS, Row
from .run import SoilCalibration, UnitResult

MARK, SOURCE = "calibrated_on", "source"
DIGITS = 5
THINNEST_M = 1e-3


def table_text(found: SoilCalibration) -> str:
    """The table as CSV; "Compute factor of safety" takes it as it took the one it was made from."""
    rows = [row for unit in found.units for row in _rows(unit, found)]
    columns = list(dict.fromkeys(name for row in rows for name in row if name != MARK))
    body = [[row.get(name, "") for name in (*columns, MARK)] for row in rows]
    notes = "".join(f"# {line}\n" for line in _notes(found))
    return notes + csv_text([(*columns, MARK), *body])


def _notes(found: SoilCalibration) -> list[str]:
    return [
        f"Calibrated on {found.landslides} landslides of {found.inventory} (worth {found.effective:.0f}) and "
        f"{found.stable} stable samples, storm {found.storm}, "
        f"pore water pressure: {QUANTITIES['pore_pressure'].shown(found.law)}.",
        "Given this model and this inventory: ranges hold 90 % of the accepted sets, each value by itself; the low "
        "ends of several values are not accepted together.",
        "Where the landslides tell nothing of a value it stands as it came. Not site data.",
        f"Column {MARK} lets no training that holds these landslides take what is computed with this table; keep it.",
    ]


def _rows(result: UnitResult, found: SoilCalibration) -> list[dict[str, str]]:
    """The rows of one soil: layers that the accepted depth does not reach are left out."""
    rows: list[dict[str, str]] = [{**row, MARK: found.mark.text} for row in result.unit.rows]
    told = list(zip(result.unit.unknowns, result.accepted.unknowns, result.best.tolist()))
    changed = [unknown.name for unknown, one, _ in told if one.told]
    for unknown, one, best in told:
        if one.told:
            for name, values in _columns(unknown, one, best).items():
                of = rows[-1:] if unknown.name == DEPTH else rows
                for row, value in zip(of, values * len(of) if len(values) == 1 else values):
                    row[name] = value
    if changed:
        words = f"calibrated on {found.inventory}: {', '.join(changed)}"
        for row in rows:
            row[SOURCE] = f"{words}; before: {row[SOURCE]}" if row.get(SOURCE) else words
    for row in rows:
        for column in (name + ending for name in STRENGTHS for ending in (LOW, HIGH)):
            row[column] = (
                row.get(column) or row[column.rpartition("_")[0]]
            )  # what is no range is both its ends
    return _cut(rows)


def _columns(unknown: Unknown, one: ValueTold, best: float) -> dict[str, list[str]]:
    """Cells by column of a calibrated value, a value a layer."""
    shares = {"": best, LOW: one.low, HIGH: one.high}
    return {
        unknown.name + ending: [_number(value) for value in unknown.at(np.asarray(share)).tolist()]
        for ending, share in shares.items()
    }


def _cut(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Layers from the surface down to the deepest, whose bottom may have come up."""
    depth = float(rows[-1][DEPTH])
    kept = [row for row in rows[:-1] if float(row[DEPTH]) < depth - THINNEST_M]
    deepest = rows[len(kept)]
    return [*kept, {**deepest, **{name: rows[-1][name] for name in _depth_cells(rows[-1])}}]


def _depth_cells(row: Row) -> list[str]:
    return [name for name in (DEPTH, DEPTH + LOW, DEPTH + HIGH) if name in row]


def _number(value: float) -> str:
    return f"{value:.{DIGITS}g}"


def as_json(found: SoilCalibration) -> Mapping[str, Any]:
    """The figures of a run for a JSON file."""
    return {
        "inventory": found.inventory,
        "landslides": found.landslides,
        "stable_samples": found.stable,
        "effective_landslides": round(found.effective, 3),
        "reach_m": round(found.reach_m, 3),
        "landslide_share": found.share,
        "storm": found.storm,
        "pore_pressure": found.law,
        "sets": found.sets,
        "held_out": {name: vars(score) for name, score in found.scores.items()},
        "log_loss_gain": found.gain,
        "soils": [_soil_json(result) for result in found.units],
        "notes": list(found.notes),
    }


def _soil_json(result: UnitResult) -> dict[str, Any]:
    accepted, unknowns = result.accepted, result.unit.unknowns
    together = accepted.interaction()
    values = {}
    for i, (unknown, one) in enumerate(zip(unknowns, accepted.unknowns)):
        values[unknown.name] = {
            "prior": [_ends(unknown, 0.0), _ends(unknown, 1.0)],
            "accepted": [_ends(unknown, one.low), _ends(unknown, one.high)],
            "best": _ends(unknown, float(result.best[i])) if one.told else None,
            "told": one.told,
            "distance_from_prior": round(one.distance, 4),
        }
    return {
        "code": result.unit.code,
        "name": result.unit.name,
        "landslides": round(result.landslides, 3),
        "stable_samples": result.stable,
        "expected_landslides": round(result.expected, 3),
        "effective_sets": round(accepted.effective, 1),
        "values": values,
        "correlation": [[round(float(cell), 3) for cell in row] for row in together],
    }


def _ends(unknown: Unknown, share: float) -> Any:
    values = [float(_number(value)) for value in unknown.at(np.asarray(share)).tolist()]
    return values[0] if len(values) == 1 else values


def value_text(unknown: Unknown, share: float) -> str:
    """Value of the uppermost layer at a share of the range, for a person.

    >>> value_text(Unknown("friction_deg", (20.0, 30.0), (30.0, 40.0)), 0.5)
    '25'
    """
    return f"{float(unknown.at(np.asarray(share))[0]):.3g}"
