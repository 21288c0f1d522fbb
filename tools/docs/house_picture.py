"""Draw the house: every room that the law knows, and the arrows between them, as ``docs/pictures/house.svg``.

``python -m tools.docs.house_picture`` writes it from ``tools.check.house``, so it cannot say anything else.
An arrow beside a longer way to the same room is left out; the law lists every one. Rooms that know, and are
known by, the same share a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tools.check.house import LOOSE, MAY_KNOW

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "house.svg"
ROW, BOX, LETTER, GAP, PAD, MARGIN, THREAD = 70, 30, 7.7, 26, 12, 24, 14
SWEEPS = 12
KINDS = (
    ("QGIS's side", "#fbe3cf", "#c0713a", ("__init__", "plugin", "provider", "desktop", "algorithms")),
    ("Where rasters meet science", "#dcebd5", "#5d8f4c", ("core/workflows", "core/cluster")),
    ("The other process", "#e6dff2", "#7a62ab", ("core/worker",)),
    ("Model and report", "#d7e6f5", "#3f77b0", ("core/model", "core/report")),
    (
        "Science on arrays",
        "#fdf3c8",
        "#b3922b",
        tuple(
            f"core/{x}" for x in ("terrain", "stability", "triggers", "samples", "evaluation", "synthetic")
        ),
    ),
    (
        "Files, types, quantities",
        "#e9e9e9",
        "#777777",
        ("core/io", "core/writing", "core/types", "core/words", "core/quantities"),
    ),
)


@dataclass
class Node:
    """A box with its rooms, or a bend of an arrow that passes a row if there are none."""

    rooms: tuple[str, ...]
    row: int
    x: float = 0.0

    @property
    def width(self) -> float:
        """Width of the box."""
        if not self.rooms:
            return THREAD
        return sum(self.width_of(room) for room in self.rooms)

    def width_of(self, room: str) -> float:
        """Width of one room; rooms that share a box stand closer."""
        return len(room) * LETTER + 2 * (PAD if len(self.rooms) == 1 else PAD / 3)


def shortest(arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Arrows without those that a longer way makes needless.

    >>> shortest({"a": {"b", "c"}, "b": {"c"}, "c": set()})
    {'a': {'b'}, 'b': {'c'}, 'c': set()}
    """

    def reached(room: str) -> set[str]:
        return arrows[room].union(*(reached(other) for other in arrows[room]))

    return {
        room: {x for x in known if not any(x in reached(other) for other in known)}
        for room, known in arrows.items()
    }


def boxes(may_know: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Rooms by the first of those that share their box: same knowledge, same knowers."""
    shared: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for room, known in may_know.items():
        knowers = frozenset(other for other in may_know if room in may_know[other])
        shared.setdefault((frozenset(known), knowers), []).append(room)
    return {rooms[0]: tuple(rooms) for rooms in shared.values()}


def storeys(arrows: Mapping[str, set[str]]) -> dict[str, int]:
    """Row of each box: one above the highest that it knows; the lowest row is 0."""

    def row(room: str) -> int:
        return 1 + max((row(other) for other in arrows[room]), default=-1)

    return {room: row(room) for room in arrows}


def laid_out(may_know: Mapping[str, Sequence[str]]) -> tuple[list[Node], list[list[Node]]]:
    """Boxes in their places, and each arrow as the nodes it passes from the knower to the known."""
    shared = boxes(may_know)
    arrows = shortest({room: {x for x in may_know[room] if x in shared} for room in shared})
    rows = storeys(arrows)
    nodes = {room: Node(rooms, rows[room]) for room, rooms in shared.items()}
    ways = []
    everything = list(nodes.values())
    for room, node in nodes.items():
        for known in sorted(arrows[room]):
            bends = [Node((), row) for row in range(node.row - 1, rows[known], -1)]
            everything += bends
            ways.append([node, *bends, nodes[known]])
    place(everything, ways)
    return list(nodes.values()), ways


def place(nodes: Sequence[Node], ways: Sequence[Sequence[Node]]) -> None:
    """Order each row so that arrows run straight, and set it about the middle."""
    near: dict[int, list[Node]] = {id(node): [] for node in nodes}
    for way in ways:
        for upper, lower in zip(way, way[1:]):
            near[id(upper)].append(lower)
            near[id(lower)].append(upper)
    rows = [[node for node in nodes if node.row == row] for row in range(max(n.row for n in nodes) + 1)]
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            wanted = {
                id(n): sum(o.x for o in near[id(n)]) / len(near[id(n)]) if near[id(n)] else n.x for n in row
            }
            row.sort(key=lambda node: wanted[id(node)])
            spread(row, [wanted[id(node)] for node in row])


def spread(row: Sequence[Node], wanted: Sequence[float]) -> None:
    """Set a row's nodes near where they are wanted without touching: from the left, then back from the right."""
    for i, node in enumerate(row):
        node.x = wanted[i]
    for _ in range(60):
        for left, right in zip(row, row[1:]):
            lacking = (left.width + right.width) / 2 + GAP - (right.x - left.x)
            if lacking > 0:
                left.x -= lacking / 2
                right.x += lacking / 2


def kind_of(room: str) -> tuple[str, str]:
    """Fill and line of a room's box."""
    for _, fill, line, rooms in KINDS:
        if room in rooms or room.split("/", maxsplit=1)[0] in rooms:
            return fill, line
    raise KeyError(f"{room}: give it a colour in KINDS")


def svg(may_know: Mapping[str, Sequence[str]] = MAY_KNOW) -> str:
    """The picture as text."""
    nodes, ways = laid_out(may_know)
    left = min(n.x - n.width / 2 for way in ways for n in way) - MARGIN
    right = max(n.x + n.width / 2 for way in ways for n in way) + MARGIN
    top = max(node.row for node in nodes)
    width, height = right - left, (top + 1) * ROW + MARGIN + 92

    def y(node: Node) -> float:
        return MARGIN + (top - node.row) * ROW + BOX / 2

    parts = [_arrow([(n.x - left, y(n)) for n in way]) for way in ways]
    parts += [_box(node, node.x - left, y(node)) for node in nodes]
    parts.append(_ground(width, MARGIN + (top + 1) * ROW))
    parts.append(_legend(MARGIN + (top + 1) * ROW + 64))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="13">\n'
        "<title>The rooms of the house and who may know whom</title>\n"
        '<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _arrow(points: Sequence[tuple[float, float]]) -> str:
    """A line from the foot of the first box to the head of the last, smooth through its bends."""
    x, y = points[0][0], points[0][1] + BOX / 2
    path = f"M{x:.1f} {y:.1f}"
    for number, (next_x, next_y) in enumerate(points[1:], 1):
        end = next_y - BOX / 2
        path += f"C{x:.1f} {(y + end) / 2:.1f} {next_x:.1f} {(y + end) / 2:.1f} {next_x:.1f} {end:.1f}"
        x, y = next_x, end
        if number < len(points) - 1:
            y = next_y + BOX / 2
            path += f"L{x:.1f} {y:.1f}"
    return (
        f'<path d="{path}" fill="none" stroke="#888" stroke-width="1.3"/>'
        f'<path d="M{x:.1f} {y:.1f}l-4 -8h8z" fill="#666"/>'
    )


def _box(node: Node, x: float, y: float) -> str:
    """A box with the names of its rooms side by side."""
    fill, line = kind_of(node.rooms[0])
    left = x - node.width / 2
    parts = [
        f'<rect x="{left:.1f}" y="{y - BOX / 2:.1f}" width="{node.width:.1f}" height="{BOX}" rx="5" '
        f'fill="{fill}" stroke="{line}" stroke-width="1.4"/>'
    ]
    for room in node.rooms:
        own = node.width_of(room)
        if room != node.rooms[0]:
            parts.append(
                f'<path d="M{left:.1f} {y - BOX / 2:.1f}v{BOX}" stroke="{line}" stroke-width="0.8"/>'
            )
        parts.append(
            f'<text x="{left + own / 2:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">{escape(room)}</text>'
        )
        left += own
    return "".join(parts)


def _ground(width: float, y: float) -> str:
    """What lies loose in ``core``, known by all."""
    words = f"core: {', '.join(LOOSE)} (known by all)"
    return (
        f'<rect x="{MARGIN}" y="{y}" width="{width - 2 * MARGIN:.1f}" height="{BOX}" rx="5" fill="#f7f7f7" '
        f'stroke="#aaa" stroke-dasharray="4 3"/>'
        f'<text x="{width / 2:.1f}" y="{y + BOX / 2 + 4.5}" text-anchor="middle" fill="#555">{words}</text>'
    )


def _legend(y: float) -> str:
    """What the colours mean."""
    parts, x = [], float(MARGIN)
    for name, fill, line, _ in KINDS:
        parts.append(
            f'<rect x="{x:.1f}" y="{y}" width="16" height="12" rx="2" fill="{fill}" stroke="{line}"/>'
            f'<text x="{x + 22:.1f}" y="{y + 10.5}" font-size="12">{escape(name)}</text>'
        )
        x += 22 + len(name) * 6.9 + 20
    return "".join(parts)


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(svg(), encoding="utf-8")
    print(PICTURE)


if __name__ == "__main__":
    main()
