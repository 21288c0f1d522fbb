"""Runs that are killed at random moments, their modelling process included, and what must be there then.

Of each scene an earlier run has left results. They, or the new ones, must be there after the kill; nothing else may
have changed, no process may live on, and the next run must succeed and leave nothing but its results.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from landslide_plugin.core.worker.client import group_options
from tools.check.patience import patient

from .child import lay_bystanders
from .held import TEMPORARY, relative
from .once import halves
from .protocol import lines_of
from .scenes import SCENES

MARK = "LANDSLIDE_ATTACK"
"""Variable that a run and all that it starts carry, so that they are found when it is dead."""
TAKES, GRACE = 300.0, 10.0
VICTIMS = ("file", "time", "file", "time", "worker", "both")
"""Who is killed and when: QGIS at a write of a file or at a time, its modelling process, or both at once."""


class Stage:
    """A scene with the results of an earlier run, from which each try gets a copy."""

    def __init__(self, name: str, home: Path, variables: Mapping[str, str]):
        self.name, self.home, self.variables = name, home / name, dict(variables)
        self.base, self.world = self.home / "base", home / "world"
        self.base.mkdir(parents=True)
        first = self.run([self.base], "--first")
        lay_bystanders({str(path): path for path in (self.base / "out").iterdir()})
        (self.base / "in" / "notes.txt").write_text("years of work")
        copies = [self.copy("reference"), self.copy("again")]
        told = self.run(copies)
        said = [line["said"] for line in (*first, *told) if line.get("said")]
        if said or len(first) != 1 or len(told) != len(copies):
            raise RuntimeError(f"{name}: the scene does not succeed by itself: {said or told}")
        self.moments, self.seconds = told[-1]["moments"], max(told[-1]["seconds"], 0.05)
        self.old = relative(self.base)
        self.new, again = (relative(copy) for copy in copies)
        self.varying = {path for path, seen in self.new.items() if again.get(path) != seen}

    def copy(self, name: str) -> Path:
        """The folder with the old results, once more."""
        made = self.home / name / "case"
        shutil.copytree(self.base, made, symlinks=True)
        return made

    def command(self, folders: Sequence[Path], *more: str) -> list[str]:
        """The run of this scene in folders."""
        places = [str(folder) for folder in folders]
        once = [sys.executable, "-m", "tests.attack.once", str(self.world)]
        return [*once, *places, "--scene", self.name, *more]

    def run(self, folders: Sequence[Path], *more: str) -> list[dict[str, Any]]:
        """What runs that nobody disturbs tell, one after the other."""
        done = subprocess.run(
            self.command(folders, *more),
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=patient(TAKES * len(folders)),
        )
        return [line for line in lines_of(done.stdout) if "done" in line]

    def changed(self, now: Mapping[str, str], halves: Collection[str]) -> list[str]:
        """Of a run that was cut off: what is neither the old result nor the new one, whole."""
        found = []
        for path, seen in self.old.items():
            if now.get(path) == seen:
                continue
            if path not in now and path in self.new and not is_aside(now, path):
                found.append(f"{path} is lost")
            elif path in now and self.new.get(path) == seen:
                found.append(f"{path} was touched")
            elif path in now and not self.is_new(path, now[path], halves):
                found.append(f"{path} is neither old nor new")
        return found

    def is_new(self, path: str, seen: str, halves: Collection[str]) -> bool:
        """Whether a file is that of the new run, or whole where each run writes another."""
        return path not in halves if path in self.varying else self.new.get(path) == seen

    def left(self, now: Mapping[str, str], halves: Collection[str]) -> list[str]:
        """After a run that succeeded: what differs from its results as they are without a fault."""
        found = [f"{path} is missing" for path in self.new if path not in now]
        found += [f"{path} is left" for path in now if path not in self.new]
        whole = (path for path in now if path in self.new)
        return found + [f"{path} differs" for path in whole if not self.is_new(path, now[path], halves)]


def is_aside(now: Mapping[str, str], path: str) -> bool:
    """Whether a file that an exchange had moved is kept beside, for the next run to end the exchange."""
    return any(".part/" in one and Path(one).name == Path(path).name for one in now)


def kills(
    count: int, seed: int, home: Path, variables: Mapping[str, str], only: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """``count`` kills, the scenes in turn, and what came of each."""
    names = [name for name in SCENES if not only or name in only]
    for number, name in enumerate(names):
        tries = range(seed + number, seed + count, len(names))
        if tries:
            yield from _kills_of(name, tries, home, variables)


def _kills_of(
    name: str, tries: Sequence[int], home: Path, variables: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    stage = Stage(name, home, variables)
    found: dict[int, dict[str, Any]] = {}
    folders = {}
    temporary = home / "tmp"
    for number in tries:
        chance = random.Random(f"{name} {number}")
        victim = VICTIMS[number % len(VICTIMS)]
        if victim in ("worker", "both") and not SCENES[name].worker:
            victim = chance.choice(("file", "time"))
        folders[number] = stage.copy(f"kill {number}")
        ended = _killed(stage, folders[number], victim, chance)
        wrong = [f"{one} lives on" for one in survivors(variables)]
        wrong += stage.changed(relative(folders[number]), halves(folders[number]))
        found[number] = {"victim": victim, "ended": ended, "wrong": "; ".join(wrong[:3])}
    told = stage.run(list(folders.values()))
    for line, number in zip(told, tries):
        folder = folders[number]
        left = [line["said"]] if line["said"] else stage.left(relative(folder), halves(folder))
        left += [f"{one.name} is left in the temporary folder" for one in temporary.glob(f"{TEMPORARY}*")]
        found[number]["wrong"] = found[number]["wrong"] or "; ".join(f"next run: {one}" for one in left[:3])
    for number in tries[len(told) :]:
        found[number]["wrong"] = found[number]["wrong"] or "the next run does not end"
    for number in tries:
        yield {"done": f"{name}:{number}", "outcome": found[number]["ended"], **found[number]}
    shutil.rmtree(stage.home, ignore_errors=True)


def _killed(stage: Stage, folder: Path, victim: str, chance: random.Random) -> str:
    """Run and kill; ``killed`` if the run was at work, ``too late`` if it had ended."""
    moment = chance.randrange(stage.moments) if victim == "file" and stage.moments else -1
    child = subprocess.Popen(
        stage.command([folder], "--kill", str(moment)),
        env={**stage.variables, MARK: "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        **group_options(),
    )
    try:
        for line in child.stdout or ():
            if b'"begun"' in line:
                break
        if victim != "file":
            time.sleep(chance.random() * stage.seconds)
            for one in _victims(child.pid, victim):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
        rest, _ = child.communicate(timeout=patient(TAKES))
        return "too late" if any("done" in line and not line["said"] for line in lines_of(rest)) else "killed"
    finally:
        child.kill()
        child.wait()


def _victims(qgis: int, victim: str) -> list[int]:
    own = [one for one in marked() if one != qgis]
    if victim == "worker" and own:
        return own
    return [qgis, *(own if victim == "both" else ())]


def marked() -> list[int]:
    """Processes that carry ``MARK`` and have not ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            dead = (
                (place / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
            )
            if f"{MARK}=1".encode() in (place / "environ").read_bytes().split(b"\0") and dead != "Z":
                found.append(int(place.name))
    return found


def survivors(_: Mapping[str, str]) -> list[int]:
    """Processes of a killed run that do not end by themselves in some seconds; they are ended then."""
    end = time.monotonic() + patient(GRACE)
    while marked() and time.monotonic() < end:
        time.sleep(0.1)
    found = marked()
    for one in found:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    return found
