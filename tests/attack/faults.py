"""Runs that are killed at random moments, their modelling process included, and what must be there then.

Of each scene an earlier run has left results. They, or the new ones, must be there after the kill; nothing else may
have changed, no process may live on, and the next run must succeed and leave nothing but its results.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from landslide_plugin.core.writing.whole import BARE_S
from tools.check.patience import patient

from .child import lay_bystanders
from .held import TEMPORARY, relative
from .once import halves
from .protocol import lines_of
from .scenes import SCENES

TAKES = 300.0
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
            if path not in now and path in self.new and not (is_aside(now, path) or self.is_style(now, path)):
                found.append(f"{path} is lost")
            elif path in now and self.new.get(path) == seen:
                found.append(f"{path} was touched")
            elif path in now and not self.is_new(path, now[path], halves):
                found.append(f"{path} is neither old nor new")
        return found

    def is_style(self, now: Mapping[str, str], path: str) -> bool:
        """Whether a file is the style of a result that is new: it goes with the old one and comes last."""
        stem, _, ending = path.rpartition(".")
        results = [f"{stem}.tif", f"{stem}.gpkg"]
        return ending == "qml" and any(one in now and now[one] == self.new.get(one) for one in results)

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
        tries = tries_of(name, range(seed + number, seed + count, len(names)))
        if tries:
            yield from _kills_of(name, tries, home, variables)


def tries_of(name: str, tries: Sequence[int]) -> Sequence[int]:
    """The tries of a scene; of those that start a modelling process, which takes its time, every second."""
    return tries[::2] if SCENES[name].worker else tries


def _kills_of(
    name: str, tries: Sequence[int], home: Path, variables: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    stage = Stage(name, home, variables)
    found: dict[int, dict[str, Any]] = {}
    folders, plans = {}, []
    temporary = home / "tmp"
    for number in tries:
        chance = random.Random(f"{name} {number}")
        victim = VICTIMS[number % len(VICTIMS)]
        if victim in ("worker", "both") and not SCENES[name].worker:
            victim = chance.choice(("file", "time"))
        folders[number] = stage.copy(f"kill {number}")
        moment = (
            chance.randrange(max(stage.moments, 1)) if victim == "file" else chance.random() * stage.seconds
        )
        plans.append(f"{victim}:{moment}")
    killed = stage.run(list(folders.values()), "--kills", *plans)
    for number, plan, line in zip(tries, plans, killed):
        wrong = [f"{one} lives on" for one in line["survivors"]]
        wrong += stage.changed(relative(folders[number]), halves(folders[number]))
        found[number] = {"plan": plan, "ended": line["ended"], "wrong": "; ".join(wrong[:3])}
    for number in tries[len(killed) :]:
        found[number] = {"plan": "", "ended": "too late", "wrong": "the campaign's own QGIS died"}
    time.sleep(
        BARE_S + 0.5
    )  # a folder that does not say yet whose it is may be that of a run which has just begun
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
