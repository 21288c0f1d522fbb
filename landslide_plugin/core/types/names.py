"""What people call the factors and soil properties that bands hold under short names."""

from __future__ import annotations

from collections.abc import Iterable

NAMES = {
    "elevation": "Elevation",
    "slope": "Slope",
    "aspect": "Aspect",
    "aspect_sin": "Aspect, east (1) to west (-1)",
    "aspect_cos": "Aspect, north (1) to south (-1)",
    "plan_curvature": "Plan curvature",
    "profile_curvature": "Profile curvature",
    "tangential_curvature": "Tangential curvature",
    "total_curvature": "Total curvature",
    "tri": "Terrain ruggedness index",
    "tpi": "Topographic position index",
    "roughness": "Roughness",
    "vrm": "Vector ruggedness measure",
    "flow_accumulation": "Upslope area",
    "catchment_area": "Specific catchment area",
    "twi": "Topographic wetness index",
    "stream_power": "Stream power index",
    "sediment_transport": "Sediment transport index",
    "streams": "Streams",
    "hand": "Height above the nearest stream",
    "distance_streams": "Distance to streams",
    "distance_faults": "Distance to faults",
    "distance_rivers": "Distance to rivers",
    "distance_roads": "Distance to roads",
    "cut_catchment": "Catchment cut by the edge",
    "lithology": "Lithology",
    "land_cover": "Land cover",
    "ndvi": "Vegetation index (NDVI)",
    "rainfall": "Rainfall",
    "soil_depth": "Soil depth",
    "soil_depth_m": "Soil depth",
    "cohesion_kpa": "Cohesion",
    "friction_deg": "Friction angle",
    "unit_weight_kn_m3": "Unit weight",
    "saturated_unit_weight_kn_m3": "Saturated unit weight",
    "water_content_percent": "Water content",
    "clay_percent": "Clay content",
    "void_ratio": "Void ratio",
    "conductivity_m_s": "Hydraulic conductivity",
    "field_conductivity_m_s": "Hydraulic conductivity in the field",
    "gardner_alpha_1_m": "Gardner's alpha",
    "van_genuchten_alpha_1_m": "Van Genuchten's alpha",
    "van_genuchten_n": "Van Genuchten's n",
    "theta_s": "Saturated water content by volume",
    "theta_r": "Residual water content by volume",
    "wetness_shift": "Shift of the antecedent wetness",
    "assessment": "Assessment mask",
}
UNITS = {"deg": "degrees"}


def human_name(name: str, unit: str = "") -> str:
    """A name as people say it, with the unit in brackets; a name that is not known stays as it is.

    >>> human_name("twi"), human_name("slope", "deg"), human_name("my own", "m"), human_name("")
    ('Topographic wetness index', 'Slope (degrees)', 'my own (m)', '')
    """
    said = NAMES.get(name, name)
    return f"{said} ({UNITS.get(unit, unit)})" if said and unit else said


def listed(names: Iterable[str]) -> str:
    """Names in a row, apart by semicolons where one has a comma of its own.

    >>> listed(["Slope", "Elevation"]), listed(["Aspect, east (1) to west (-1)", "Slope"])
    ('Slope, Elevation', 'Aspect, east (1) to west (-1); Slope')
    """
    every = list(names)
    return ("; " if any(", " in name for name in every) else ", ").join(every)
