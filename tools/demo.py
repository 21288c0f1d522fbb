"""Two studies on sample data, run as a user would from the shell: maps, report, figure and sheet in ``build/demo``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tools.check.qgis_runner import command, enable_plugin, environment, report  # noqa: E402

TARGET = REPOSITORY / "build" / "demo"


@dataclass(frozen=True)
class Step:
    """One algorithm run: what it took and what it gave."""

    chain: str
    algorithm: str
    seconds: float
    peak_mib: float
    results: Mapping[str, Any]
    busy_s: float
    """Processor time of QGIS and of the modelling process that it ran."""


def run(chain: str, algorithm: str, params: Mapping[str, Any]) -> Step:
    """Run an algorithm by ``qgis_process`` and measure it; exit with its words if it fails."""
    print(f"  {algorithm} ...", end=" ", flush=True)
    started = time.monotonic()
    process = subprocess.Popen(
        command(f"landslide:{algorithm}", params, "--json"),
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=REPOSITORY,
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    if process.returncode:
        sys.exit(f"failed\n{output}")
    print(f"{seconds:.1f} s")
    completed = subprocess.CompletedProcess(process.args, 0, output, "")
    return Step(
        chain,
        algorithm,
        seconds,
        usage.ru_maxrss / 1024,
        report(completed)["results"],
        usage.ru_utime + usage.ru_stime,
    )


def real_area(folder: Path) -> list[Step]:
    """From a DEM and 350 points to a validated map and a report."""
    chain, maps = "RBSF Ecuador", {key: folder / f"{name}.tif" for key, name in MAPS.items()}
    sample, factors, bundle = folder / "input", folder / "factors.tif", folder / "model"
    points = f"{sample / 'landslide_points.gpkg'}|layername=landslide_points"
    return [
        run(chain, "sampledata", {"AREA": "rbsf", "FOLDER": sample}),
        run(
            chain,
            "terrainfactors",
            {"DEM": sample / "dem.tif", "MASK": sample / "study_mask.gpkg", "STACK": factors},
        ),
        run(
            chain,
            "trainensemble",
            {"FACTORS": factors, "INVENTORY": points, "LABEL_FIELD": "landslide", "BUNDLE": bundle},
        ),
        run(chain, "mapsusceptibility", {"BUNDLE": bundle, "FACTORS": factors, **maps}),
        *documents(
            chain,
            folder,
            {
                "DEM": sample / "dem.tif",
                "FACTORS": factors,
                "INVENTORY": points,
                "LABEL_FIELD": "landslide",
                "TITLE": "Landslide susceptibility, Reserva Biologica San Francisco",
            },
        ),
    ]


def synthetic_area(folder: Path) -> list[Step]:
    """From soil and rain to a factor of safety, and from both to a physics-informed map."""
    chain, maps = "Synthetic Andes", {key: folder / f"{name}.tif" for key, name in MAPS.items()}
    sample, bundle = folder / "input", folder / "model"
    stability = {
        "FS": folder / "factor_of_safety.tif",
        "PROBABILITY": folder / "probability_of_failure.tif",
        "CRITICAL_DEPTH": folder / "critical_depth.tif",
    }
    soil = {"PROFILE": sample / "soil_profile.tif"}
    rain = {"SCENARIOS": sample / "scenarios.csv"}
    factors = sample / "factors.tif"
    points = f"{sample / 'landslides.gpkg'}|layername=landslide_points"
    return [
        run(chain, "sampledata", {"AREA": "andes", "FOLDER": sample}),
        run(chain, "factorofsafety", {"SLOPE": factors, **soil, **rain, **stability}),
        run(
            chain,
            "trainphysics",
            {
                "FACTORS": factors,
                "INVENTORY": points,
                "LABEL_FIELD": "landslide",
                **soil,
                **rain,
                "PRIOR_FS": stability["FS"],
                "PRIOR_PF": stability["PROBABILITY"],
                "RANDOM_CV": "no",
                "CV_REPEATS": 1,
                "BUNDLE": bundle,
            },
        ),
        run(
            chain,
            "mapsusceptibility",
            {"BUNDLE": bundle, "FACTORS": factors, **soil, "PF": stability["PROBABILITY"], **maps},
        ),
        *documents(
            chain,
            folder,
            {
                "FACTORS": factors,
                "FS": stability["FS"],
                **soil,
                "INVENTORY": points,
                "LABEL_FIELD": "landslide",
                "TITLE": "Landslide susceptibility, synthetic Andes",
            },
        ),
    ]


def documents(chain: str, folder: Path, layers: Mapping[str, Any]) -> list[Step]:
    """Report, publication figure and map sheet of one study."""
    maps = {name: folder / f"{MAPS[name]}.tif" for name in MAPS}
    given = {"BUNDLE": folder / "model", **maps, **layers}
    sheet = {
        key: given[key] for key in ("BUNDLE", "DEM", "INVENTORY", "LABEL_FIELD", "TITLE") if key in given
    }
    return [
        run(chain, "susceptibilityreport", {**given, "OUTPUT": folder / "report.html"}),
        run(chain, "publicationfigure", {**given, "OUTPUT": folder / "figure"}),
        run(chain, "printlayout", {"MAP": maps["CLASSES"], **sheet, "OUTPUT": folder / "sheet.pdf"}),
    ]


MAPS = {
    "PROBABILITY": "susceptibility",
    "CLASSES": "susceptibility_classes",
    "UNCERTAINTY": "standard_deviation",
    "AGREEMENT": "agreement",
}


def headline(steps: list[Step]) -> str:
    """Scores under spatial cross-validation and area per class of one chain."""
    trained = next(step.results for step in steps if step.algorithm.startswith("train"))
    mapped = next(step.results for step in steps if step.algorithm == "mapsusceptibility")
    shares = json.loads(mapped["CLASS_SHARES"])
    return (
        f"{steps[0].chain}: spatial-CV AUROC {trained['SPATIAL_AUROC']:.3f} (stored model), "
        f"{trained['SPATIAL_AUROC_LOGISTIC']:.3f} (logistic regression)\n"
        "  area per class: " + ", ".join(f"{name} {100 * share:.1f} %" for name, share in shares.items())
    )


def main() -> list[Step]:
    """Run both chains and print where everything is."""
    enable_plugin()
    everything = []
    lines = []
    for name, chain in (("rbsf", real_area), ("andes", synthetic_area)):
        folder = TARGET / name
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{name}:")
        steps = chain(folder)
        everything += steps
        lines.append(headline(steps))
    print(f"\n{sum(step.seconds for step in everything):.0f} s in all")
    for path in sorted(path for kind in ("tif", "html", "pdf") for path in TARGET.glob(f"*/*.{kind}")):
        print(f"  {path.relative_to(REPOSITORY)}")
    print("\n".join(lines))
    print("Pictures of the documentation's gallery from these: .venv/bin/python -m tools.docs.gallery")
    return everything


if __name__ == "__main__":
    main()
