"""Response curves of a trained model, from the samples that its bundle keeps: page and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from ...errors import BundleError
from ...io.table import csv_text
from ...model.bundle.bundle import load_bundle
from ...model.bundle.files import read_evaluation
from ...model.explain.response import CellInputs
from ...model.explain.response_curves import response_curves
from ...report.common.response_chart import explained, legend, response_chart
from ...words.pages import said_page

Rows = Sequence[Mapping[str, Any]]
COLUMNS = ("factor", "value", "class", "in_training", "model", "members", "median", "lowest", "highest")


def curves_of(path: str) -> list[dict[str, Any]]:
    """Rows as ``explain.response_curves`` gives them.

    Raises
    ------
    BundleError
        The bundle keeps no samples, or cannot be read.
    """
    bundle, kept = load_bundle(path), read_evaluation(Path(path))
    if not kept:
        raise BundleError(
            f"{Path(path).name} keeps no samples, which response curves are drawn from; train the model again"
        )
    return response_curves(bundle, CellInputs(kept["static"], kept.get("profile")), kept["labels"])


def csv_of(rows: Rows) -> str:
    """A line a factor, value and model."""
    lines: list[Sequence[object]] = [COLUMNS]
    for row in rows:
        for i, value in enumerate(row["values"]):
            name = row["names"][i] if row["names"] else ""
            inside = row["low"] is None or row["low"] <= value <= row["high"]
            lines += [
                (
                    *(
                        row["factor"],
                        f"{value:.9g}",
                        name,
                        "yes" if inside else "no",
                        one["family"],
                        one["members"],
                    ),
                    *(f"{one[kind][i]:.6g}" for kind in ("median", "lowest", "highest")),
                )
                for one in row["models"]
            ]
    return csv_text(lines)


def page_of(rows: Rows, model: str) -> str:
    """One page that needs nothing else."""
    charts = "".join(response_chart(row) for row in rows)
    return said_page(
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Response curves</title></head>'
        f'<body style="font:15px/1.5 sans-serif;margin:2em auto;max-width:62em;padding:0 1em">'
        f"<h1>Response curves</h1><p>{escape(model)}</p><p>{escape(explained(rows))}</p><p>{legend(rows)}</p>{charts}"
        f"</body></html>\n"
    )
