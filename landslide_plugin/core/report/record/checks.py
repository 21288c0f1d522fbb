"""The layers of this report, whether they fit, and whether the map leaves the range of the training."""

from __future__ import annotations

from collections.abc import Sequence

from ...types.names import UNITS
from ..common.content import ReportContent
from ..common.markup import DASH, Html, number, section, table, tag
from ..common.missing import Missing, Part
from ..common.words import readable, short_number

TITLE = "Inputs and their checks"
MUCH_OUTSIDE = 0.05


def build(content: ReportContent) -> Part:
    """Tables of layers and of ranges, with warnings."""
    if not content.checks:
        return Missing(TITLE, "no facts of the rasters were gathered", "write the report with this version")
    rows = [
        [
            check["role"],
            check["name"],
            check["crs"],
            check["shape"],
            check["bands"],
            f"{100 * float(check['no_data']):.1f} %",
            f"{short_number(check['low'])} to {short_number(check['high'])}",
        ]
        for check in content.checks
    ]
    head = ["Layer", "File", "CRS", "Rows x columns", "Bands", "No data", "Values"]
    first = content.frame
    pieces: list[Html] = [
        tag("div", table(head, rows, numeric_from=4), class_="dense"),
        tag(
            "p",
            f"All rasters lie on one grid of {round(first.cell_size_m, 2):g} m cells in {first.crs_name}; the report "
            "is refused otherwise. Share of no data and values are those of the band shown, thinned where the raster "
            "is large.",
            class_="note",
        ),
    ]
    return section("checks", TITLE, *pieces, *_ranges(content))


def _range(ends: Sequence[float]) -> str:
    """Both ends of a range, or a number of classes."""
    if len(ends) == 1:
        return f"{int(ends[0])} {'class' if int(ends[0]) == 1 else 'classes'}"
    return f"{short_number(ends[0])} to {short_number(ends[1])}"


def _ranges(content: ReportContent) -> list[Html]:
    ranges = content.evidence.ranges
    if ranges is None:
        return [
            tag("p", "Ranges on the map beside those of the training: give 'Factor rasters'.", class_="note")
        ]
    if not ranges:
        return []
    rows = [
        [
            readable(str(row["name"])),
            UNITS.get(row["unit"], row["unit"]) or DASH,
            _range(row["trained"]),
            _range(row["map"]),
            f"{number(100 * row['outside'], 1)} %",
        ]
        for row in ranges
    ]
    head = ["Factor", "Unit", "In training", "On the map", "Cells outside, or of another class"]
    far = [readable(str(row["name"])) for row in ranges if row["outside"] > MUCH_OUTSIDE]
    pieces = [tag("div", table(head, rows, numeric_from=2), class_="dense")]
    if far:
        pieces.append(
            tag(
                "p",
                f"More than {100 * MUCH_OUTSIDE:.0f} % of the cells lie outside the training range of "
                f"{', '.join(far)}: the model extrapolates there.",
                class_="warning",
            )
        )
    return pieces
