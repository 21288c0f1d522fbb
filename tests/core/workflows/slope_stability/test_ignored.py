"""What a run would ignore is refused where somebody set it, and a default never is."""

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.workflows.slope_stability.ignored import (
    CHANCE,
    CHANCE_RULES,
    KEYS,
    LEGACY,
    RULES,
    require_used,
)

DEFAULTS = {"SOIL_DEPTH": 2.0, "RU": 0.2, "WATER_TABLE_DEPTH": 1.5, "CONDUCTIVITY": 1e-6, "SUCTION": "none"}
NOTHING = {**dict.fromkeys(KEYS), **DEFAULTS, "PORE_PRESSURE": "water_table", "FORM": "layered"}


@pytest.mark.parametrize(
    "law", ["dry", "ru", "water_table", "water_table_depth", "steady", "transient", "unsaturated"]
)
@pytest.mark.parametrize("form", ["layered", "legacy"])
def test_defaults_pass_in_silence(law, form):
    require_used({**NOTHING, "PORE_PRESSURE": law, "FORM": form}, DEFAULTS)
    require_used({**NOTHING, "PORE_PRESSURE": law, "FORM": form, "PROFILE": "soil.tif"}, DEFAULTS)


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"PROFILE": "p.tif", "SOIL_DEPTH": 5.0}, "SOIL_DEPTH is 5.*SOIL_DEPTH_LIMIT"),
        ({"SOIL_TABLE": "t.csv", "COHESION": 12.0}, "COHESION is 12"),
        ({"FRICTION": 31.0, "FRICTION_RASTER": "f.tif"}, "FRICTION is 31"),
        ({"WATER_TABLE_DEPTH": 0.5}, "WATER_TABLE_DEPTH is 0.5.*PORE_PRESSURE is water_table"),
        ({"PORE_PRESSURE": "dry", "RAIN_RASTER": "r.tif"}, "RAIN_RASTER is r.tif"),
        ({"RAIN_PATTERN": "1 2 1"}, "RAIN_PATTERN"),
        ({"PORE_PRESSURE": "transient", "RAIN_PATTERN": "1 2", "HYETOGRAPHS": "h.csv"}, "RAIN_PATTERN"),
        ({"CATCHMENT_AREA": "a.tif"}, "CATCHMENT_AREA"),
        ({"SURCHARGE": 4.0, "SURCHARGE_RASTER": "s.tif"}, "SURCHARGE is 4"),
        ({"ROOT_DEPTH": 3.0}, "ROOT_DEPTH is 3.*no roots"),
        ({"FORM": "legacy", "SOIL_DEPTH_RASTER": "d.tif"}, "SOIL_DEPTH_RASTER.*FORM=legacy"),
    ],
)
def test_a_value_that_would_be_ignored_is_refused_by_name(more, refused):
    with pytest.raises(InputError, match=refused):
        require_used({**NOTHING, **more}, DEFAULTS)


SPREADS = {
    "COHESION_COV": 0.3,
    "SOIL_DEPTH_COV": 0.0,
    "DRAWS": 512,
    "DEM_ERROR": 0.0,
    "DEM_ERROR_LENGTH": 50.0,
    "PROBABILITY_METHOD": "automatic",
}
CHANCE_KEYS = dict.fromkeys(key for keys, _, _ in CHANCE_RULES for key in keys)


@pytest.mark.parametrize("form", ["layered", "legacy"])
@pytest.mark.parametrize(
    ("more", "method", "used"),
    [
        ({"COHESION_COV": 0.5}, "automatic", True),
        ({"SOIL_DEPTH_COV": 0.2}, "automatic", True),
        ({"DEM_ERROR": 2.0}, "automatic", True),
        ({"PROBABILITY_METHOD": "point_estimate"}, "point_estimate", True),
        ({"DRAWS": 64}, "automatic", False),
        ({"DRAWS": 64}, "sampling", True),
        ({"DEM_ERROR_LENGTH": 9.0}, "automatic", False),
        ({"DEM_ERROR_LENGTH": 9.0, "DEM_ERROR": 1.0}, "automatic", True),
    ],
)
def test_spreads_belong_to_a_probability_of_failure(more, method, used, form):
    asked = {**NOTHING, **CHANCE_KEYS, **SPREADS, "FORM": form, "PROBABILITY_METHOD": method, **more}
    defaults = {**DEFAULTS, **SPREADS}
    if used:
        require_used({**asked, CHANCE: True}, defaults, CHANCE_RULES)
    else:
        with pytest.raises(InputError, match=f"{next(iter(more))} is .*would not use it"):
            require_used({**asked, CHANCE: True}, defaults, CHANCE_RULES)
    with pytest.raises(InputError, match="would not use it: .*probability"):
        require_used({**asked, CHANCE: False}, defaults, CHANCE_RULES)
    require_used({**NOTHING, **CHANCE_KEYS, **SPREADS, "FORM": form, CHANCE: False}, defaults, CHANCE_RULES)


def test_rules_of_another_algorithm_go_beside_these():
    depth = (("DEPTH_LOW",), lambda asked: not asked["SOIL_DEPTH_RASTER"], "a raster gives the depth")
    asked, defaults = {**NOTHING, "DEPTH_LOW": 0.7}, {**DEFAULTS, "DEPTH_LOW": 0.5}
    require_used(asked, defaults, [depth])
    with pytest.raises(InputError, match="DEPTH_LOW is 0.7.*a raster gives the depth"):
        require_used({**asked, "SOIL_DEPTH_RASTER": "d.tif"}, defaults, [depth])
    with pytest.raises(InputError, match="RU is 0.4"):
        require_used({**asked, "RU": 0.4}, defaults, [depth])


@pytest.mark.parametrize(
    "more",
    [
        {"SOIL_DEPTH": 5.0, "COHESION": 12.0},
        {"PORE_PRESSURE": "ru", "RU": 0.4},
        {"PORE_PRESSURE": "water_table_depth", "WATER_TABLE_DEPTH": 0.5},
        {"PORE_PRESSURE": "transient", "RAIN_PATTERN": "1 2 1", "DIFFUSIVITY": 1e-5, "HOURS_AFTER": 3.0},
        {"INFILTRATION": "green_ampt", "FRONT_SUCTION": 0.2, "RAIN_PATTERN": "1 2"},
        {"PORE_PRESSURE": "steady", "CATCHMENT_AREA": "a.tif", "TRANSMISSIVITY": 1e-4},
        {"PORE_PRESSURE": "unsaturated", "RETENTION_ALPHA": 2.0, "THETA_S": 0.4},
        {
            "WATER_TABLE_START": "recharge",
            "RECHARGE": 2.0,
            "CATCHMENT_AREA": "a.tif",
            "CONTRIBUTING_TIME": 24.0,
        },
        {"ROOT_RASTER": "r.tif", "ROOT_DEPTH": 3.0},
    ],
)
def test_a_value_that_is_used_is_taken(more):
    require_used({**NOTHING, **more}, DEFAULTS)


@pytest.mark.parametrize("key", [key for keys, _, _ in (*RULES, LEGACY) for key in keys])
def test_every_rule_refuses_somewhere(key):
    rasters = {name: "r.tif" for name in (f"{key}_RASTER", "ROOT_RASTER") if name in KEYS and name != key}
    defaults = {name: value for name, value in DEFAULTS.items() if name != key}
    refused = []
    for law in ("dry", "ru", "water_table", "transient"):
        for more in ({}, {"PROFILE": "p.tif"}, rasters, {"FORM": "legacy"}):
            try:
                require_used({**NOTHING, "PORE_PRESSURE": law, **more, key: 123.0}, defaults)
            except InputError as error:
                refused.append(str(error))
    assert any(line.startswith(f"{key} is 123") for line in refused)
