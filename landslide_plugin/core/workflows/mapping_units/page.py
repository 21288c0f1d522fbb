"""A map of units and the model behind it, as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ...evaluation.classes import class_style, classify
from ...model.bundle.bundle import ModelBundle
from ...model.bundle.files import read_evaluation, read_files
from ...model.explain.response import CellInputs
from ...model.explain.response_curves import response_curves
from ...report.common.markup import Html, figure, join, number, section, table, tag
from ...report.common.response_chart import EXPLAINED, legend, response_chart
from ...report.model_card import model_card
from .mapping import UnitMap
from .picture import units_picture
from .unit_layer import POLYGONS


def class_rows(found: UnitMap, bundle: ModelBundle, kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each class with its limits, the units mapped in it, and what held-out units of the training held.

    Parameters
    ----------
    kept : mapping
        Samples of the bundle, as ``read_evaluation`` gives them.

    Returns
    -------
    list of dict
        ``class``, ``low``, ``high``, ``units``, ``share`` of the units, ``area_km2`` (None but for polygons),
        ``held_out`` units of the training in the class, and how many of them ``with_landslides``.
    """
    bounds = [0.0, *bundle.class_cuts, 1.0]
    of_held_out = classify(kept["held_out_mapped"], bundle.class_cuts) if kept else np.zeros(0, np.uint8)
    slid = kept["labels"] > 0 if kept else np.zeros(0, bool)
    total = int((found.codes > 0).sum())
    rows = []
    for code, (name, low, high) in enumerate(zip(class_style().names, bounds, bounds[1:]), 1):
        here, there = found.codes == code, of_held_out == code
        area = float(found.layer.area_m2[here].sum()) / 1e6 if found.layer.kind == POLYGONS else None
        rows.append(
            {
                "class": name,
                "low": low,
                "high": high,
                "units": int(here.sum()),
                "share": float(here.sum()) / total,
                "area_km2": area,
                "held_out": int(there.sum()),
                "with_landslides": int((there & slid).sum()),
            }
        )
    return rows


def page_of(found: UnitMap, bundle: ModelBundle, path: str, palette: str = "default") -> str:
    """The page: what is mapped, the map, its classes, what the model listens to, and how good it is.

    Parameters
    ----------
    path : str
        Folder or .zip of the bundle.
    """
    record, _, scores = read_files(Path(path))
    kept = read_evaluation(Path(path))
    shown = [_map(found, palette), _classes(class_rows(found, bundle, kept))]
    if kept:
        rows = response_curves(bundle, CellInputs(kept["static"], None), kept["labels"])
        charts = join(Html(response_chart(row)) for row in rows)
        shown.append(
            section(
                "responses",
                "What it listens to",
                tag("p", EXPLAINED),
                tag("p", Html(legend(rows))),
                tag("div", charts),
            )
        )
    return model_card(record, scores, shown, f"Map of {found.features.name}")


def _map(found: UnitMap, palette: str) -> Html:
    style = class_style(palette)
    picture = units_picture(found.layer, found.codes, style.colours)
    count, empty = len(found.codes), int((found.codes == 0).sum())
    facts = [
        f"{count - empty} of {count} units have a result.",
        f"{empty} are empty, which is no statement that they are safe: {found.missing} lack a value, {found.unseen} "
        "have a class that the training never saw."
        if empty
        else "",
        f"{found.nearest} have a class that is new to the model and were mapped as the nearest one that it knows."
        if found.nearest
        else "",
        f"{found.outside} lie outside the area of applicability: nothing like them was trained on."
        if found.outside
        else "None lies outside the area of applicability.",
        f"{found.where}." if found.where else "",
    ]
    words = tag("p", " ".join(fact for fact in facts if fact))
    if not picture:
        return section("map", "The units", words)
    key = join(
        join(
            [
                tag("span", "", style=f"display:inline-block;width:1em;height:1em;background:{colour}"),
                f" {name}\u2003",
            ]
        )
        for name, colour in (*zip(style.names, style.colours), ("empty", "#bebebe"))
    )
    return section("map", "The units", words, figure(picture, "Map of the units by class", key, wide=True))


def _classes(rows: list[dict[str, Any]]) -> Html:
    head = [
        "Class",
        "Probability",
        "Units",
        "Share",
        "Area (km2)",
        "Held-out units",
        "with landslides",
        "Share",
    ]
    cells = [
        [
            row["class"],
            f"{row['low']:.3g} to {row['high']:.3g}",
            row["units"],
            f"{100 * row['share']:.1f} %",
            number(row["area_km2"], 2),
            row["held_out"],
            row["with_landslides"],
            f"{100 * row['with_landslides'] / row['held_out']:.1f} %" if row["held_out"] else number(None),
        ]
        for row in rows
    ]
    note = (
        "Held-out units are those of the training, each by the models that had not seen its fold. Their share with "
        "landslides should rise from class to class."
    )
    return section("classes", "The classes", table(head, cells), tag("p", note, class_="note"))
