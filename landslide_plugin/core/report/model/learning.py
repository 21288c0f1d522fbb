"""How the members learnt: loss on the block each was stopped on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..common.canvas import INK, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import TRAIN_AGAIN, Missing, Part

TITLE = "Training curves"


def build(content: ReportContent) -> Part:
    """A curve a member."""
    members = [member for member in _members(content.model.record) if len(member.get("history", ())) > 1]
    if not members:
        if content.model.record.get("members"):
            return Missing(TITLE, "the bundle keeps no losses", TRAIN_AGAIN)
        return Missing(TITLE, "this model has no network", "report on the bundle of the network ensemble")
    idle = sum(int(member["epochs"]) == 0 for member in members)
    picture = figure(
        draw(members),
        "Loss of every member over the epochs",
        "Loss of each member on the block of samples it was stopped on, after every epoch, relative to epoch 0; dot, "
        "the epoch whose weights were kept. At epoch 0 the network adds nothing to the linear part"
        + (f", and {idle} of {len(members)} members stayed there." if idle else "."),
        wide=True,
    )
    return section("learning", TITLE, picture)


def _members(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    members = list(record.get("members") or [])
    for part in record.get("pool") or []:
        members += part.get("members") or []
    return members


def draw(members: Sequence[Mapping[str, Any]]) -> bytes:
    """Curves of loss."""
    from matplotlib import colormaps

    with drawing(7.2, 2.9) as (canvas, buffer):
        axes = canvas.subplots()
        for number, member in enumerate(members):
            losses = [float(loss) for loss in member["history"]]
            start = losses[0] if losses[0] else 1.0
            shares = [loss / start for loss in losses]
            colour = colormaps["viridis"](0.9 * number / max(len(members) - 1, 1))
            axes.plot(range(len(shares)), shares, color=colour, lw=1.3, label=f"Seed {member['seed']}")
            best = int(member["epochs"])
            axes.plot(best, shares[min(best, len(shares) - 1)], "o", color=colour, mec=INK, mew=0.5, ms=5.5)
        axes.set_xlabel("Epoch")
        axes.set_ylabel("Loss on the held-out block\n(epoch 0 = 1)")
        axes.xaxis.get_major_locator().set_params(integer=True)
        if len(members) <= 10:
            axes.legend(fontsize=7.5, loc="center left", bbox_to_anchor=(1.0, 0.5))
        tidy(axes)
    return buffer.getvalue()
