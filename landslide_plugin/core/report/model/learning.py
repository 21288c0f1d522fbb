"""How the members learnt: loss on the block each was stopped on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..common.canvas import INK, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import TRAIN_AGAIN, Missing, Part

TITLE = "Training curves"
PARTS = {
    "total": "Total loss (epoch 0 = 1)",
    "data": "Loss by data",
    "physics": "Loss by physics",
    "auroc": "AUROC",
}
COLUMNS = {"data": 0, "physics": 1, "auroc": 2}
"""Place in a row of ``history_parts``."""
MOST_NAMED = 10


def build(content: ReportContent) -> Part:
    """A curve a member."""
    members = [member for member in _members(content.model.record) if len(member.get("history", ())) > 1]
    if not members:
        if content.model.record.get("members"):
            return Missing(TITLE, "the bundle keeps no losses", TRAIN_AGAIN)
        return Missing(TITLE, "this model has no network", "report on the bundle of the network ensemble")
    idle = sum(int(member["epochs"]) == 0 for member in members)
    traced = all(len(member.get("history_parts") or ()) == len(member["history"]) for member in members)
    kinds = [name for name in PARTS if name != "physics" or _has_physics(members)] if traced else ["total"]
    picture = figure(
        draw(members, kinds),
        "Loss of every member over the epochs" + (", its parts and AUROC" if traced else ""),
        "Each member on the block of samples it was stopped on, after every epoch; dot, the epoch whose weights were "
        "kept. Total: the loss, relative to epoch 0"
        + (
            "; data: its part by the inventory; "
            + ("physics: its part by the slope-stability prior; " if "physics" in kinds else "")
            + "AUROC: how well the block is ranked. What data and physics leave of the total are the order of the "
            "triggers and the like"
            if traced
            else ""
        )
        + ". At epoch 0 the network adds nothing to the linear part"
        + (f", and {idle} of {len(members)} members stayed there." if idle else "."),
        wide=True,
    )
    return section("learning", TITLE, picture)


def _members(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    members = list(record.get("members") or [])
    for part in record.get("pool") or []:
        members += part.get("members") or []
    return members


def _has_physics(members: Sequence[Mapping[str, Any]]) -> bool:
    return any(abs(float(epoch[1] or 0.0)) > 0.0 for member in members for epoch in member["history_parts"])


def values_of(member: Mapping[str, Any], kind: str) -> list[float]:
    """A value an epoch: the loss relative to epoch 0, a part of it, or the AUROC; NaN where there is none.

    >>> member = {"history": [2.0, 1.0], "history_parts": [[1.5, 0.5, 0.6], [0.9, 0.1, None]]}
    >>> values_of(member, "total"), values_of(member, "data"), values_of(member, "auroc")
    ([1.0, 0.5], [1.5, 0.9], [0.6, nan])
    """
    if kind == "total":
        losses = [float(loss) for loss in member["history"]]
        return [loss / (losses[0] if losses[0] else 1.0) for loss in losses]
    column = COLUMNS[kind]
    return [
        float("nan") if epoch[column] is None else float(epoch[column]) for epoch in member["history_parts"]
    ]


def draw(members: Sequence[Mapping[str, Any]], kinds: Sequence[str]) -> bytes:
    """A chart a kind, in rows of two; a curve a member."""
    rows, columns = -(-len(kinds) // 2), min(len(kinds), 2)
    with drawing(7.2, 0.6 + 2.3 * rows) as (canvas, buffer):
        grid = canvas.subplots(rows, columns, squeeze=False, sharex=True).ravel()
        for axes in grid[len(kinds) :]:
            axes.set_visible(False)
        for place, (axes, kind) in enumerate(zip(grid, kinds)):
            _curves(axes, members, kind)
            lowest = place + columns >= len(kinds)
            axes.tick_params(labelbottom=lowest)
            axes.set_xlabel("Epoch" if lowest else "")
        if len(members) <= MOST_NAMED:
            handles, labels = grid[0].get_legend_handles_labels()
            canvas.legend(handles, labels, loc="outside lower center", ncols=5, fontsize=7.5)
    return buffer.getvalue()


def _curves(axes: Any, members: Sequence[Mapping[str, Any]], kind: str) -> None:
    from matplotlib import colormaps

    for number, member in enumerate(members):
        values = values_of(member, kind)
        colour = colormaps["viridis"](0.9 * number / max(len(members) - 1, 1))
        axes.plot(range(len(values)), values, color=colour, lw=1.3, label=f"Seed {member['seed']}")
        best = min(int(member["epochs"]), len(values) - 1)
        axes.plot(best, values[best], "o", color=colour, mec=INK, mew=0.5, ms=5.5)
    axes.set_ylabel(PARTS[kind])
    axes.xaxis.get_major_locator().set_params(integer=True)
    tidy(axes)
