"""Where a page and the screen differ: names of fields, of layers and of choices, and warnings left unexplained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from .pages import Step

Seen = Mapping[str, Any]
FEWEST_WORDS = 4
"""So many words a quotation must have to stand for a warning."""
OF_THE_MACHINE = ("The modelling environment ",)
"""How warnings begin that speak of the machine and not of the data."""


def differences(step: Step, seen: Seen) -> Iterator[str]:
    """What the page says of a dialog that is not so, a line each.

    Parameters
    ----------
    step : Step
    seen : mapping
        As ``dialogs.seen_of`` gives it: ``title``, ``group``, ``rows`` and ``texts``.
    """
    place = f"{step.command.page}:{step.command.line}"
    if (step.group, step.name) != (seen["group"], seen["title"]):
        yield f"{place}: '{step.group} > {step.name}' is '{seen['group']} > {seen['title']}'"
    rows = seen["rows"]
    by_label = {row["label"]: row for row in rows.values()}
    for label, told in step.pairs.items():
        row = by_label.get(label)
        if row is None:
            yield f"{place}: the dialog has no field '{label}'; it has {', '.join(by_label)}"
        elif not same(told, row["shown"]):
            yield f"{place}: '{label}' shows '{row['shown']}', the page says '{told}'"
    for name in step.named:
        if name not in by_label and name not in seen["texts"]:
            yield f"{place}: '{name}' is nowhere in the dialog"
    for key, _ in step.command.params:
        row = rows.get(key)
        if row is not None and not row["output"] and row["label"] not in step.named:
            yield f"{place}: the command sets {key}, and the page does not name its field '{row['label']}'"
    yield from _folded(step, rows, place)


def _folded(step: Step, rows: Mapping[str, Any], place: str) -> Iterator[str]:
    """Fields of which the page says wrongly whether they are folded away: those under Advanced come after its name."""
    parts = re.split(r"Advanced(?: Parameters)?", step.before, maxsplit=1)
    told = parts[0], (parts[1] if len(parts) > 1 else "")
    for row in rows.values():
        mark = f"*{row['label']}*"
        if mark in told[0] and row["advanced"]:
            yield f"{place}: '{row['label']}' is folded away under Advanced Parameters, and the page does not say so"
        if mark in told[1] and mark not in told[0] and not row["advanced"] and not row["output"]:
            yield f"{place}: '{row['label']}' is not under Advanced Parameters"


def same(told: str, shown: str) -> bool:
    """Whether a field shows what the page says: the text, the number, or the file of that name.

    >>> same("0.02", "0.0200"), same("model", "/tmp/here/model"), same("3", "Three"), same("a", "a, b")
    (True, True, False, False)
    """
    if told == shown or PurePosixPath(shown).name == PurePosixPath(told).name:
        return True
    try:
        return float(told) == float(shown)
    except ValueError:
        return False


def unexplained(step: Step, warnings: list[str]) -> list[str]:
    """Warnings of a step of which its page quotes nothing."""
    quoted = [masked(words) for words in step.quoted if len(words.split()) >= FEWEST_WORDS]
    return [
        warning
        for warning in warnings
        if not warning.startswith(OF_THE_MACHINE) and not any(words in masked(warning) for words in quoted)
    ]


def masked(text: str) -> str:
    """Text in which every number is alike, since figures differ from machine to machine.

    >>> masked("+0.1154 AUROC (95 % interval -0.05 to 0.2)"), masked("T50: 3")
    ('# AUROC (# % interval # to #)', 'T50: #')
    """
    return re.sub(r"(?<![A-Za-z\d])[+\u2212-]?\d+(?:\.\d+)?", "#", text)
