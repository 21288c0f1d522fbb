"""Quantities of rain that enters soil, of suction, and of the water table before the storm."""

from .quantity import Quantity

WATER: tuple[Quantity, ...] = (
    Quantity(
        "suction_choice",
        "Suction",
        "Whether moist soil above the water holds the slope by its suction stress, with the retention of Gardner or of "
        "van Genuchten. Parameters come from the soil table (gardner_alpha_1_m or van_genuchten_alpha_1_m and "
        "van_genuchten_n, theta_s, theta_r), else from the numbers here. The unsaturated infiltration always has it.",
        default="none",
        choices=("none", "gardner", "van_genuchten"),
        choice_labels=("None: on the safe side", "Gardner (exponential)", "Van Genuchten"),
    ),
    Quantity(
        "retention_alpha_1_m",
        "Retention: alpha",
        "Of Gardner's or of van Genuchten's curve: 0.5 to 1 in clay, 1 to 3 in silt and loam, 3 to 15 in sand.",
        unit="1/m",
        minimum=0.01,
        maximum=100.0,
    ),
    Quantity(
        "retention_n",
        "Retention: van Genuchten n",
        "1.1 in clay, 1.4 to 2 in silt and loam, 2 to 3 in sand.",
        minimum=1.01,
        maximum=10.0,
    ),
    Quantity(
        "theta_s",
        "Water content at saturation",
        "Share of the volume that is water when all pores are full.",
        minimum=0.05,
        maximum=0.9,
    ),
    Quantity(
        "theta_r",
        "Residual water content",
        "Share of the volume that is water at high suction.",
        minimum=0.0,
        maximum=0.5,
    ),
    Quantity(
        "suction_cap_kpa",
        "Suction stress counts up to",
        "Suction beyond this adds no strength: it is lost first when rain comes.",
        unit="kPa",
        default=10.0,
        minimum=0.0,
        maximum=500.0,
    ),
    Quantity(
        "infiltration_choice",
        "Infiltration",
        "For the laws with a water table, how much rain enters the soil: at most the conductivity at every "
        "moment; or by Green and "
        "Ampt, more at first, while the ground is dry. The transient laws keep to the conductivity.",
        default="capacity",
        choices=("capacity", "green_ampt"),
        choice_labels=("Rain up to the conductivity", "Green and Ampt"),
    ),
    Quantity(
        "front_suction_m",
        "Suction head at the wetting front",
        "For Green and Ampt: 0.05 in sand, 0.09 in loam, 0.3 in clay (Rawls and others 1983).",
        unit="m",
        default=0.1,
        minimum=0.0,
        maximum=5.0,
    ),
    Quantity(
        "field_conductivity_m_s",
        "Field conductivity (intake)",
        "How fast rain enters the ground in the field, where roots and cracks carry it: often 10 to 1000 times that of "
        "a sample. Used where the soil table has no column field_conductivity_m_s; left empty, the conductivity above.",
        unit="m/s",
        minimum=1e-12,
        maximum=1.0,
    ),
    Quantity(
        "transmissivity_m2_s",
        "Transmissivity",
        "Flow along the slope in full soil, for the steady wetness. Left empty, conductivity times soil depth across "
        "the slope.",
        unit="m2/s",
        minimum=1e-12,
        maximum=10.0,
    ),
    Quantity(
        "start_choice",
        "Water table before the storm",
        "The scenario's antecedent wetness, the same in ridge and hollow; or the steady wetness of an antecedent "
        "recharge, which gathers where the upslope area is large and needs the specific catchment area. A given depth "
        "or raster goes before both.",
        default="scenario",
        choices=("scenario", "recharge"),
        choice_labels=("Antecedent wetness of the scenario", "Steady wetness of the antecedent recharge"),
    ),
    Quantity(
        "recharge_mm_day",
        "Antecedent recharge",
        "Water that steadily reaches the water table in the weeks before the storm: rain less evaporation.",
        unit="mm/day",
        default=1.0,
        minimum=0.0,
        maximum=100.0,
    ),
    Quantity(
        "contributing_h",
        "Upslope area drains for",
        "Quasi-dynamic wetness: only the upslope strip from which water arrives within this time counts. Left empty, "
        "the whole upslope area does, as in a steady state.",
        unit="h",
        minimum=0.1,
        maximum=87600.0,
    ),
)
