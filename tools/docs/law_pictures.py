"""Draw the factor of safety over depth under each pore-pressure law, as ``docs/pictures/law_<name>.svg``.

``python -m tools.docs.law_pictures`` in ``.venv`` computes them with the core, so they cannot say anything else: a
slope of 32 degrees in 3 m of one soil, under the example storms T10, T50 and T200.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import numpy as np

from landslide_plugin.core.io.scenarios import read_csv
from landslide_plugin.core.stability.factor_of_safety import factor_of_safety_by_layer
from landslide_plugin.core.stability.pore_pressure import (
    Dry,
    Hydraulics,
    PorePressure,
    PressureRatio,
    RainOnSoil,
    Retention,
    SteadyWetness,
    Storms,
    TransientHead,
    UnsaturatedHead,
    WaterTable,
    WithSuction,
)
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

REPOSITORY = Path(__file__).resolve().parents[2]
PICTURES = REPOSITORY / "docs" / "pictures"
SLOPE_DEG, DEPTH_M, KS, POROSITY = 32.0, 3.0, 3.2e-6, 0.10
SILT = Retention(1.5, 0.45, 0.07)
SHOWN = {"T10": "#9ecae1", "T50": "#4292c6", "T200": "#084594"}
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 420, 320, 52, 14, 34, 44
LOWEST, HIGHEST = 0.5, 3.0
PLANES = 60


def laws() -> dict[str, tuple[str, PorePressure]]:
    """Title and law by name."""
    scenarios = read_csv(
        str(REPOSITORY / "landslide_plugin" / "resources" / "tables" / "scenarios_example.csv")
    )
    rain, hours = scenarios.column("intensity_mm_h"), scenarios.column("duration_h")
    wetness, count = scenarios.column("antecedent_wetness"), len(scenarios.names)
    storms = Storms(rain, hours)
    table = WaterTable(wetness, RainOnSoil(rain, hours, KS, POROSITY))
    soaked = Hydraulics(KS, KS * DEPTH_M / POROSITY)
    slope = np.array([SLOPE_DEG])
    steady = SteadyWetness(rain / 3.6e6 / 10, np.array([60.0]), 3e-5, slope)
    return {
        "dry": ("Dry slope", Dry()),
        "ru": ("Pore-pressure ratio 0.2", PressureRatio(0.2)),
        "water_table": ("Water table, capacity Ks", table),
        "green_ampt": (
            "Water table, Green and Ampt",
            WaterTable(wetness, RainOnSoil(rain, hours, KS, POROSITY, 0.1)),
        ),
        "suction": ("Water table with suction", WithSuction(table, SILT, count, 10.0)),
        "steady": ("Steady wetness of a tenth of the rain", steady),
        "transient": ("Transient infiltration", TransientHead(wetness, storms, soaked, DEPTH_M)),
        "unsaturated": (
            "Unsaturated infiltration",
            UnsaturatedHead(wetness, storms, SILT, KS, 1e-8, DEPTH_M, 10.0),
        ),
    }


def profile(law: PorePressure, scenario: int) -> tuple[Any, Any]:
    """Depths (m) and factor of safety on planes from the surface down."""
    faces = np.linspace(DEPTH_M / PLANES, DEPTH_M, PLANES)
    values = (10.0, np.tan(np.deg2rad(35.0)), 18.5, 20.0)
    soil = Soil(tuple(faces.tolist()), *(np.full((PLANES, 1), value) for value in values), DEPTH_M)
    found = factor_of_safety_by_layer(Slope.of(np.array([SLOPE_DEG])), soil, law, scenario)
    return faces, found[:, 0]


def picture(title: str, law: PorePressure, names: tuple[str, ...]) -> str:
    """One law as SVG text."""

    def x(safety: Any) -> Any:
        return LEFT + (np.clip(safety, LOWEST, HIGHEST) - LOWEST) / (HIGHEST - LOWEST) * (
            WIDTH - LEFT - RIGHT
        )

    def y(depth_m: Any) -> Any:
        return TOP + np.asarray(depth_m) / DEPTH_M * (HEIGHT - TOP - BOTTOM)

    parts = [f'<text x="{WIDTH / 2}" y="20" text-anchor="middle" font-size="14">{escape(title)}</text>']
    for safety in np.arange(LOWEST, HIGHEST + 0.1, 0.5).tolist():
        stroke = "#c0392b" if safety == 1.0 else "#e0e0e0"
        parts.append(
            f'<line x1="{x(safety):.1f}" x2="{x(safety):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="{stroke}"/>'
        )
        parts.append(
            f'<text x="{x(safety):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{safety:g}</text>'
        )
    for depth in range(int(DEPTH_M) + 1):
        parts.append(f'<text x="{LEFT - 8}" y="{y(depth) + 4:.1f}" text-anchor="end">{depth}</text>')
    for row, (name, colour) in enumerate(SHOWN.items()):
        depths, safety = profile(law, names.index(name))
        inside = safety <= HIGHEST
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x(safety[inside]), y(depths[inside])))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        place = f'x="{WIDTH - RIGHT - 6}" y="{HEIGHT - BOTTOM - 40 + 15 * row}"'
        parts.append(f'<text {place} text-anchor="end" fill="{colour}">{name}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">Factor of safety</text>'
    )
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">Depth (m)</text>'
    )
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="11">\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n'
        "</svg>\n"
    )


def main() -> None:
    """Write a picture a law."""
    names = ("T10", "T25", "T50", "T100", "T200")
    for name, (title, law) in laws().items():
        (PICTURES / f"law_{name}.svg").write_text(picture(title, law, names), encoding="utf-8")


if __name__ == "__main__":
    main()
