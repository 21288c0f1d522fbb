"""Runs on a disk that is full at a random moment, or on which no file may be larger than so much.

Where root may mount one, the disk is a small one in memory; else only the size of a file is limited. The temporary
folder is on that disk in every second scene.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.check.patience import patient

from .faults import TAKES, Stage, tries_of
from .held import refusal
from .protocol import lines_of
from .scenes import SCENES

DISK_BYTES, LEAST_BYTES = 192 * 2**20, 4096
SHARE_OF_LIMITS = 0.25
"""How many of the moments are limits of the size of a file rather than of the disk."""


def full_disks(
    count: int, seed: int, home: Path, variables: Mapping[str, str], only: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """``count`` moments, the scenes in turn, and what came of each."""
    names = [name for name in SCENES if not only or name in only]
    with small_disk(home / "small") as disk:
        for number, name in enumerate(names):
            tries = tries_of(name, range(seed + number, seed + count, len(names)))
            if tries:
                yield from _moments_of(name, tries, home, variables, disk)


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A folder on a small disk of its own, or on that of the campaign where none can be mounted."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    try:
        yield place
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", str(place)], check=True)


def _moments_of(
    name: str, tries: Sequence[int], home: Path, variables: Mapping[str, str], disk: Path
) -> Iterator[dict[str, Any]]:
    stage = Stage(name, home, variables)
    inside = disk / "tmp"
    rooms = [_room(random.Random(f"{name} {number}"), stage, os.path.ismount(disk)) for number in tries]
    left = list(zip(tries, rooms))
    while left:
        inside.mkdir(exist_ok=True)
        own = {**stage.variables, **({"TMPDIR": str(inside)} if tries[0] % 2 else {})}
        asked = ["--disk", str(disk), "--rooms", *(room for _, room in left)]
        done = subprocess.run(
            stage.command([stage.base], *asked),
            env=own,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=patient(2 * TAKES * len(left)),
        )
        told = [line for line in lines_of(done.stdout) if "done" in line]
        for (number, room), line in zip(left, told):
            wrong = _wrongs(stage, line)
            outcome = "refused" if line["said"] else "whole"
            yield {
                "done": f"{name}:{number}",
                "room": room,
                "said": line["said"],
                "outcome": outcome,
                "wrong": wrong,
            }
        if len(told) < len(left):
            number, room = left[len(told)]
            died = f"QGIS ended with {done.returncode}"
            yield {"done": f"{name}:{number}", "room": room, "outcome": "refused", "wrong": died}
        left = left[len(told) + 1 :]
        for one in disk.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
    shutil.rmtree(stage.home, ignore_errors=True)


def _sizes(home: Path) -> tuple[int, int]:
    """The largest file and all files of the results, in bytes."""
    sizes = [
        path.stat().st_size for path in (home / "reference" / "case" / "out").rglob("*") if path.is_file()
    ]
    return max(sizes), sum(sizes)


def _room(chance: random.Random, stage: Stage, mounted: bool) -> str:
    """The moment at which the disk is full, and how much is left then, as ``once`` takes them."""
    largest, needed = _sizes(stage.home)
    moment = chance.randrange(max(stage.moments, 1))
    if not mounted or chance.random() < SHARE_OF_LIMITS:
        return f"{moment}:-{int(LEAST_BYTES + chance.random() * largest)}"
    return f"{moment}:{int(chance.random() * needed)}"


def _wrongs(stage: Stage, line: Mapping[str, Any]) -> str:
    """What was wrong with a run in little room and with the one after it."""
    if line["said"]:
        words = refusal(line["said"])
        wrong = [words] if words else stage.changed(line["state"], line["halves"])
        wrong += [
            f"{path} is left" for path in line["state"] if path not in stage.old and path not in stage.new
        ]
    else:
        wrong = stage.left(line["state"], line["halves"])
    if line["after"]:
        wrong.append(f"next run: {line['after']}")
    else:
        wrong += [f"next run: {one}" for one in stage.left(line["after_state"], line["after_halves"])]
    wrong += [f"{one} is left in the temporary folder" for one in line["left"]]
    return "; ".join(wrong[:3])
