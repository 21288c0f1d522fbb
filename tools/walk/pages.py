"""What a tutorial tells its reader to do: steps with their prose and the command that stands for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.docs.tutorials import Command, commands

STEP = re.compile(r"\*\*(\d [^*>]+) > ([^*]+)\*\*")
PAIR = re.compile(r"(?<!\*)\*([^*`]+)\*:\s*`([^`]+)`")
NAMED = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
QUOTED = re.compile(r'"([^"]+)"')
FENCE = "```"


@dataclass(frozen=True)
class Step:
    """One step of a page.

    Attributes
    ----------
    command : Command
    group, name : str
        Where the page says that the algorithm stands, and what it is called.
    before, after : str
        Prose up to the command, and from it to the next step, each on one line.
    """

    command: Command
    group: str
    name: str
    before: str
    after: str

    @property
    def pairs(self) -> dict[str, str]:
        """What is to be set, by the label of its field."""
        return dict(PAIR.findall(self.before))

    @property
    def named(self) -> tuple[str, ...]:
        """All that the prose before the command says to be on the screen."""
        return tuple(NAMED.findall(self.before))

    @property
    def quoted(self) -> tuple[str, ...]:
        """What the page quotes of the log, in this step."""
        return tuple(NAMED.findall(self.after)) + tuple(QUOTED.findall(self.after))


def steps(path: Path) -> list[Step]:
    """The steps of a page that have a command, in order.

    Raises
    ------
    ValueError
        A command before which no toolbox entry is named.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    found = commands(path)
    ends = [_end_of_block(lines, command.line) for command in found]
    told = []
    for number, command in enumerate(found):
        begin = ends[number - 1] if number else 0
        before = prose(lines[begin : command.line - 1])
        marks = list(STEP.finditer(before))
        if not marks:
            raise ValueError(f"{path.name}:{command.line}: no '**group > algorithm**' before the command")
        stop = found[number + 1].line - 1 if number + 1 < len(found) else len(lines)
        after = prose(lines[ends[number] : stop])
        cut = STEP.search(after)
        told.append(
            Step(
                command,
                *marks[-1].groups(),
                before=before[marks[-1].end() :],
                after=after[: cut.start()] if cut else after,
            )
        )
    return told


def prose(lines: Sequence[str]) -> str:
    """Lines as one, without what stands in blocks, pictures and the targets of links.

    >>> prose(["a *b*", "```sh", "c", "```", "[d](e.md) f"])
    'a *b* d f'
    """
    inside, kept = False, []
    for line in lines:
        if line.strip().startswith(FENCE):
            inside = not inside
        elif not inside:
            kept.append(line.strip())
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", " ".join(kept))
    return re.sub(r"\s+", " ", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)).strip()


def _end_of_block(lines: Sequence[str], first: int) -> int:
    """Number of lines up to and with the end of the block that a line (from 1) stands in."""
    return next(i + 1 for i in range(first - 1, len(lines)) if lines[i].strip() == FENCE)
