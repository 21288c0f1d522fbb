"""The wetness index, from heights to values, by other programs; each figure is CPU seconds.

None of them is needed by the plugin. What is not installed is left out.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

CELL_M = 10.0
PACKAGES = ("richdem", "whitebox")
"""Peers that are Python packages; the others are programs."""

TARGETS = {"richdem": 4.0, "whitebox": 4.0, "grass": 10.0, "saga": 10.0}


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def child_seconds(commands: Sequence[Sequence[str]]) -> float:
    """CPU seconds of programs run one after the other."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for words in commands:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_richdem(folder: str) -> dict[str, float]:
    """Wetness index by richdem, from heights to values."""
    import richdem

    heights = np.load(Path(folder) / "heights.npy")
    raster = richdem.rdarray(heights, no_data=-9999)
    raster.geotransform = [0, CELL_M, 0, 0, 0, -CELL_M]
    found = {"fill": timed(lambda: richdem.FillDepressions(raster, epsilon=False))}

    def wetness() -> None:
        flat = richdem.ResolveFlats(richdem.FillDepressions(raster, epsilon=False))
        area = richdem.FlowAccumulation(flat, method="Freeman", exponent=1.1)
        slope = richdem.TerrainAttribute(raster, attrib="slope_riserun")
        np.log(np.asarray(area) * CELL_M / np.maximum(np.asarray(slope), 1e-3))

    return {**found, "wetness": timed(wetness)}


def run_whitebox(folder: str) -> dict[str, float]:
    """Wetness index by whitebox-workflows, from a raster in memory to one in memory."""
    import whitebox_workflows

    environment = whitebox_workflows.WbEnvironment()
    dem = environment.read_raster(str(Path(folder) / "dem.tif"))

    def wetness() -> None:
        water = environment.hydrology
        filled = water.depressions_storage.fill_depressions(dem=dem, fix_flats=True)
        area = water.flow_routing.fd8_flow_accum(dem=filled, out_type="sca", exponent=1.1)
        slope = environment.terrain.derivatives.slope(input=dem)
        water.hydrologic_indices.wetness_index(sca=area, slope=slope)

    return {"wetness": timed(wetness)}


def run_grass(folder: str) -> dict[str, float]:
    """Wetness index by r.watershed (multiple directions, from map to map), its start not counted."""
    dem = str(Path(folder) / "dem.tif")
    with tempfile.TemporaryDirectory() as place:
        project = str(Path(place) / "project")
        start = ["grass", str(Path(project) / "PERMANENT"), "--exec"]
        subprocess.run(["grass", "-c", "XY", "-e", project], check=True, capture_output=True)
        subprocess.run(
            [*start, "r.in.gdal", "-o", f"input={dem}", "output=dem"], check=True, capture_output=True
        )
        subprocess.run([*start, "g.region", "raster=dem"], check=True, capture_output=True)
        alone = child_seconds([[*start, "g.region", "-p"]])
        whole = child_seconds([[*start, "r.watershed", "elevation=dem", "tci=tci", "accumulation=area"]])
    return {"wetness": whole - alone}


def run_saga(folder: str) -> dict[str, float]:
    """Wetness index by SAGA's tools for sinks, slope, multiple directions and the index, file to file."""
    dem, program = str(Path(folder) / "dem.tif"), shutil.which("saga_cmd")
    if program is None:
        raise FileNotFoundError("saga_cmd")
    with tempfile.TemporaryDirectory() as place:
        file = {name: str(Path(place) / f"{name}.sgrd") for name in ("dem", "filled", "slope", "area", "twi")}
        subprocess.run(
            [program, "io_gdal", "0", "-GRIDS", file["dem"], "-FILES", dem], check=True, capture_output=True
        )
        chain = (
            ("ta_preprocessor", "5", "-ELEV", file["dem"], "-FILLED", file["filled"], "-MINSLOPE", "0.001"),
            ("ta_morphometry", "0", "-ELEVATION", file["dem"], "-SLOPE", file["slope"]),
            ("ta_hydrology", "0", "-ELEVATION", file["filled"], "-FLOW", file["area"], "-METHOD", "4"),
            (
                "ta_hydrology",
                "20",
                "-SLOPE",
                file["slope"],
                "-AREA",
                file["area"],
                "-CONV",
                "1",
                "-TWI",
                file["twi"],
            ),
        )
        return {"wetness": child_seconds([[program, *words] for words in chain])}


PARTS: Mapping[str, Callable[[str], dict[str, float]]] = {
    "richdem": run_richdem,
    "whitebox": run_whitebox,
    "grass": run_grass,
    "saga": run_saga,
}
