"""Samples of a calibration are weighed as "Compute factor of safety" makes its map, under every law of water."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.stability.calibration.acceptance import Accepted, ValueTold
from landslide_plugin.core.stability.calibration.chances import chances_of_failure
from landslide_plugin.core.stability.roots import Roots
from landslide_plugin.core.types.inventory_mark import InventoryMark
from landslide_plugin.core.workflows.slope_stability.soil_water import SoilWater
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice, WaterRasters
from landslide_plugin.core.workflows.stability_calibration.ranges import unit_soils
from landslide_plugin.core.workflows.stability_calibration.request import ground_of, usable_cells
from landslide_plugin.core.workflows.stability_calibration.run import SoilCalibration, UnitResult
from landslide_plugin.core.workflows.stability_calibration.table import table_text
from tests.support.calibration_area import GRID, OPEN, RAIN, TABLE, asked, map_of_chances, rows_of, write

GARDNER = SoilWater(alpha_1_m=1.5, theta_s=0.45, theta_r=0.07)
LAWS = {
    "water table": {},
    "water table by raster of rain": {"rasters": ("rain",)},
    "steady": {"law": "steady", "rasters": ("specific_area",)},
    "transient": {"law": "transient"},
    "ratio": {"law": "ru"},
    "depth of the table by raster": {"rasters": ("table_depth",)},
    "recharge": {
        "soil_water": SoilWater(start="recharge", recharge_mm_day=2.0),
        "rasters": ("specific_area",),
    },
    "suction": {"soil_water": replace(GARDNER, suction="gardner")},
    "unsaturated": {"law": "unsaturated", "soil_water": GARDNER},
    "Green and Ampt": {"soil_water": SoilWater(infiltration="green_ampt"), "pattern": (1.0, 3.0)},
    "dry": {"law": "dry"},
}


@pytest.mark.parametrize("name", LAWS)
def test_samples_are_weighed_as_the_map_is_made(layers, name):
    given = dict(LAWS[name])
    sources = {"rain": layers["rain"], "specific_area": layers["area"], "table_depth": layers["depth"]}
    rasters = WaterRasters(**{key: sources[key] for key in given.pop("rasters", ())})
    water = replace(WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0), rasters=rasters, **given)
    request = asked(
        layers, water=water, depth=layers["depth"] if name == "water table" else None, roots=Roots(2.0, 0.5)
    )
    units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
    chance = map_of_chances(request, TABLE, 1)
    usable, codes = usable_cells(request, units), request.codes(0, GRID.rows)
    assert not usable[codes == 9].any()
    rows, cols = np.nonzero(usable & (codes == 1))
    rows, cols = rows[:60], cols[:60]
    ground = ground_of(request, units[0], rows, cols)
    cells = np.arange(len(rows))
    same = chances_of_failure(lambda _, some: ground.before(some), np.zeros((1, 0)), cells, request.spread)[0]
    np.testing.assert_allclose(same, chance[rows, cols], atol=1e-3)
    assert same.max() > 0.05


@pytest.mark.parametrize(
    "name", ["water table", "transient", "suction", "unsaturated", "depth of the table by raster"]
)
def test_any_set_written_as_a_table_is_that_set(layers, name):
    given = {key: value for key, value in LAWS[name].items() if key != "rasters"}
    rasters = WaterRasters(table_depth=layers["depth"]) if "rasters" in LAWS[name] else WaterRasters()
    water = replace(WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0), rasters=rasters, **given)
    request = asked(layers, water=water)
    units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
    usable, codes = usable_cells(request, units), request.codes(0, GRID.rows)
    for seed in range(1 if name == "unsaturated" else 3):
        results, weighed = [], np.full(GRID.shape, np.nan)
        for unit in units:
            share = np.random.default_rng(seed).uniform(size=len(unit.unknowns))
            told = tuple(ValueTold(0.1, 0.9, 0.5, distance=1.0, told=True) for _ in share)
            taken = Accepted(share[None], np.zeros(1), np.ones(1), told)
            results.append(UnitResult(unit, taken, share, 1.0, stable=1, expected=1.0))
            rows, cols = np.nonzero(usable & (codes == unit.code))
            ground = ground_of(request, unit, rows, cols)
            chance = chances_of_failure(ground.of_sets, share[None], np.arange(len(rows)), request.spread)
            weighed[rows, cols] = chance[0]
        calibration = SoilCalibration(
            units=tuple(results),
            inventory="slides",
            mark=InventoryMark.of(["0a1b2c3d"]),
            storm="T50",
            law=water.law,
            landslides=1,
            stable=1,
            effective=1.0,
            reach_m=0.0,
            share=0.1,
            scores={},
            gain=None,
            sets=1,
            notes=(),
        )
        chance = map_of_chances(request, table_text(calibration), 1)
        np.testing.assert_allclose(chance[usable], weighed[usable], atol=3e-3)


def test_a_shift_of_wetness_is_a_wetter_scenario(layers):
    shifted = TABLE.replace(",source\n", ",source,wetness_shift\n")
    lines = shifted.splitlines()
    text = "\n".join([lines[0], *(line + ("" if line[0] == "3" else ",0.2") for line in lines[1:])]) + "\n"
    wetter = replace(RAIN, values=RAIN.values + np.array([0.0, 0.0, 0.2, 0.0]))
    request = asked(layers)
    moved = map_of_chances(request, text, 1)
    scenario = map_of_chances(replace(request, water=replace(request.water, scenarios=wetter)), TABLE, 1)
    inside = request.codes(0, GRID.rows) < 3
    np.testing.assert_allclose(moved[inside], scenario[inside], atol=1e-6)
    assert np.nanmax(np.abs(moved - map_of_chances(request, TABLE, 1))) > 0.05


def test_ground_without_water_or_depth_gives_no_samples(layers, tmp_path):
    holes = np.random.default_rng(2).uniform(5, 300, GRID.shape)
    holes[:, :20] = np.nan
    with RasterSource(write(tmp_path / "holes.tif", holes)) as source:
        water = WaterChoice("steady", RAIN, 1e-6, 0.1, 0.2, 1.0, rasters=WaterRasters(specific_area=source))
        units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
        usable = usable_cells(asked(layers, water=water), units)
        bare = usable_cells(asked(layers, water=water, depth=source), units)
    assert not usable[:, :20].any()
    assert usable[:, 20:].sum() > 1000
    assert not bare[:, :20].any()
