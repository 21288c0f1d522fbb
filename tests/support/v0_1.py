"""What release 0.1 left with its users, read from ``tests/data/v0_1``. Nothing here writes there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).resolve().parents[1] / "data" / "v0_1"
BUNDLES, CHAINS, PROJECT = FOLDER / "bundles", FOLDER / "chains", FOLDER / "project"
SEAL = FOLDER / "SHA256SUMS"
HERE, THERE = "{v0_1}", "{out}"
"""Marks in frozen parameters: the frozen folder, and the folder of the run."""

Contract = Mapping[str, Any]


def frozen(name: str = "frozen_0_1.json") -> Any:
    """A frozen document."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def filled(parameters: Mapping[str, Any], here: Path, out: Path) -> dict[str, Any]:
    """Frozen parameters with the marks put to paths.

    ``here`` is a copy of the frozen folder: GDAL and QGIS leave statistics beside what they open.

    >>> filled({"SEED": 7, "DEM": "{v0_1}/a.tif", "STACK": "{out}/a.tif"}, Path("/v"), Path("/tmp"))
    {'SEED': 7, 'DEM': '/v/a.tif', 'STACK': '/tmp/a.tif'}
    """

    def path(value: Any) -> Any:
        if isinstance(value, list):
            return [path(item) for item in value]
        if isinstance(value, str):
            return value.replace(HERE, str(here)).replace(THERE, str(out))
        return value

    return {key: path(value) for key, value in parameters.items()}


def mapped() -> dict[str, np.ndarray]:
    """Values that 0.1 mapped from each bundle, by ``case/OUTPUT``."""
    with np.load(BUNDLES / "mapped.npz", allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def cells() -> dict[str, np.ndarray]:
    """The cells that were mapped, as arrays: factors and soil of each area."""
    with np.load(FOLDER / "inputs" / "cells.npz", allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def seals() -> dict[str, str]:
    """SHA-256 of each frozen file as written down when it was frozen."""
    rows = (line.split("  ", 1) for line in SEAL.read_text(encoding="utf-8").splitlines())
    return {name: digest for digest, name in rows}


def found_seals() -> dict[str, str]:
    """SHA-256 of each frozen file as it is now."""
    return {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file() and path != SEAL
    }


def lost_of_contract(was: Contract, now: Contract) -> list[str]:
    """What algorithms promised and no longer keep, a line each; empty if nothing is lost.

    Parameters
    ----------
    was, now : mapping
        By id of an algorithm, as ``tests.support.contract.contract`` tells it.
    """
    lost = [f"{name} is gone" for name in was if name not in now]
    for name in set(was) & set(now):
        before, after = was[name], now[name]
        lost += [
            f"{name}: {words}" for words in lost_of_parameters(before["parameters"], after["parameters"])
        ]
        lost += [
            f"{name}: output {key} is {after['outputs'].get(key, 'gone')}, was {kind}"
            for key, kind in before["outputs"].items()
            if after["outputs"].get(key) != kind
        ]
    return sorted(lost)


WIDER = {"raster": ("layer",)}
"""Types that take all that another one took, and more."""


def lost_of_parameters(was: Contract, now: Contract) -> list[str]:
    """What calls of an algorithm as it was would miss in the algorithm as it is."""
    lost = [f"{key} is gone" for key in was if key not in now]
    lost += [
        f"{key} is new and must be given" for key in now if key not in was and not may_be_left_out(now[key])
    ]
    for key in set(was) & set(now):
        before, after = was[key], now[key]
        lost += [
            f"{key}: {fact} is {after[fact]}, was {before[fact]}"
            for fact in ("type", "destination")
            if after[fact] != before[fact] and after[fact] not in WIDER.get(before[fact], ())
        ]
        if may_be_left_out(before) and not may_be_left_out(after):
            lost.append(f"{key} must be given now")
        if before["several"] and not after["several"]:
            lost.append(f"{key} takes one word only")
        words = after["options"][: len(before["options"])]
        if words != before["options"]:
            lost.append(f"{key} offers {', '.join(words)}, was {', '.join(before['options'])}")
    return lost


def may_be_left_out(parameter: Contract) -> bool:
    """Whether a call without it is a call."""
    return parameter["optional"] or parameter["default"] is not None


def lost_of_results(was: Contract, now: Contract) -> list[str]:
    """Bands, fields, columns and files that outputs had and have no longer.

    Bands are found by number too, so those of 0.1 must stand where they stood; more may follow them.
    """
    lost = []
    for key, before in was.items():
        after = now.get(key)
        if after is None:
            lost.append(f"{key} is gone")
        elif "bands" in before:
            kept = after.get("bands", [])[: len(before["bands"])]
            lost += [f"{key}: band {b} is now {a}" for b, a in _unlike(before["bands"], kept)]
        elif "files" in before:
            lost += [f"{key}/{words}" for words in lost_of_results(before["files"], after.get("files", {}))]
        else:
            lost += [
                f"{key}: {name} is gone" for name in before["names"] if name not in after.get("names", [])
            ]
    return lost


def _unlike(was: list[Any], now: list[Any]) -> list[tuple[Any, Any]]:
    """Pairs of bands that differ in name or unit."""
    padded = [*now, *[None] * (len(was) - len(now))]
    return [(b, a) for b, a in zip(was, padded) if a is None or b[:2] != a[:2]]
