"""Parameters on the inventory, and on how it becomes samples."""

from typing import Any

from qgis.core import QgsProcessingParameterField, QgsProcessingParameterString

from ...core.io.factors.kinds import said_kinds
from ...core.samples.sample_set import SamplingRules
from ...core.types.lists import names
from ...core.workflows.chosen_landslides import LandslideChoice
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

FOLDED_QUANTITIES = {
    "ABSENCE_RATIO": "absence_ratio",
    "ABSENCE_BUFFER": "absence_buffer_m",
    "ABSENCE_REACH": "absence_reach_m",
    "ABSENCE_SLOPE": "absence_slope_deg",
    "FLAT_PATCHES": "flat_patches",
    "POLYGON_RULE": "polygon_rule",
    "MIN_DISTANCE": "min_distance_m",
    "PREVALENCE_SOURCE": "prevalence_source",
}

SINCE_0_1 = ("FLAT_PATCHES",)
"""Optional although it has a default, so that chains made with 0.1, which do not hold it, stay valid."""

TEXTS = {
    "TYPES": (
        "Landslide types",
        "Types to train on, separated by commas; left empty, all of them. No sample lies in a landslide left out. "
        'A type that holds a comma stands in quotation marks ("Slide, rotational"), or semicolons separate the list.',
    ),
    "INVENTORY_PERIOD": (
        "Dates of the landslides",
        "First and last date of the landslides, such as 2005/2010, if no field holds them.",
    ),
    "FACTOR_DATES": (
        "Dates of the factors",
        "When DEM, vegetation index and land cover were recorded, such as dem=2011; ndvi=2018-05; landcover=2015 "
        "(a factor's name goes too). Factors later than the landslides, or of unknown date, may give them away: "
        "scores are then given without them too.",
    ),
    "CATEGORICAL": (
        "Categorical factors",
        "Names, separated by commas, of factors that hold class codes although their raster does not say so; a name "
        "that holds a comma stands in quotation marks, or semicolons separate the list.",
    ),
    "FACTOR_KINDS": (
        "Kinds of factors",
        "What factors are, such as aspect=circular; flow=log; rock=categorical; ndvi=continuous. Factors left out are "
        "what their raster says or, without a word of it, what palette, class names and values tell: the log lists it.",
    ),
}


def declare(algorithm: LandslideAlgorithm, with_events: bool = True) -> None:
    """Factors, inventory, label field, absence policy; the rest folded away, storms only where a model knows them."""
    inputs.factors(
        algorithm,
        "One or more rasters on one grid; each band is a factor, named by its description.",
    )
    inputs.inventory(
        algorithm,
        "Points or polygons of landslides, in any CRS; points of stable places may be among them.",
        optional=False,
    )
    _field(
        algorithm,
        "LABEL_FIELD",
        "Label field",
        "Field with 1 for landslides and 0 for stable places; leave empty if all features are landslides.",
        advanced=False,
    )
    algorithm.add_quantity("ABSENCES", "absences")
    for key, name in FOLDED_QUANTITIES.items():
        algorithm.add_quantity(key, name, advanced=True, optional=key in SINCE_0_1)
    _field(
        algorithm,
        "TYPE_FIELD",
        "Landslide type field",
        "Field with the type of each landslide, best by the names of Hungr et al. (2014).",
    )
    if with_events:
        _declare_events(algorithm)
    _field(
        algorithm,
        "DATE_FIELD",
        "Landslide date field",
        "Field with the date of each landslide: a date, 2018-05 or 2018; empty if unknown.",
    )
    for key, (label, help) in TEXTS.items():
        algorithm.add(QgsProcessingParameterString(key, label, None, False, True), help, advanced=True)
    inputs.chosen_landslides(algorithm)
    inputs.mapped_area(
        algorithm,
        "Polygons inside which the inventory is complete, without forest or shade that hides landslides; samples, the "
        "share of landslides and scores are taken only there.",
    )
    if with_events:
        _declare_mapped_event(algorithm)
    inputs.no_data(algorithm)


def _declare_mapped_event(algorithm: LandslideAlgorithm) -> None:
    mapped = QgsProcessingParameterField(
        "MAPPED_EVENT_FIELD", "Mapped event field", None, "MAPPED_AREA", optional=True
    )
    algorithm.add(
        mapped,
        "Field of the mapped area with the event (return period or name, as in the inventory) that each polygon was "
        "mapped for; empty, it was mapped for all. An event that no landslide has set nothing off there.",
        advanced=True,
    )


def _declare_events(algorithm: LandslideAlgorithm) -> None:
    """Which storm triggered what, and what is known of the storms."""
    _field(
        algorithm,
        "EVENT_FIELD",
        "Event return period field",
        "Field with the return period in years of the event that triggered each landslide, empty if unknown; of a "
        "stable place, that of the event it stood through. The scenario table must have that return period. Each "
        "(cell, event) is then a sample of its own: ground that failed in it, and ground of the mapped area that "
        "stood through it. Needs the mapped area. Landslides of unknown events are left out, and their ground is "
        "stable in none.",
    )
    _field(
        algorithm,
        "EVENT_ID_FIELD",
        "Event name field",
        "Field with the name of the event that triggered each landslide, in place of its return period; the table of "
        "events says more of each.",
    )
    inputs.table(
        algorithm,
        "EVENTS",
        "Events",
        "One row an event: event (its name), date, return_period_yr, and the triggers it had "
        "(intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient): numbers, or rasters beside the table. "
        "Or start, end and rain (a stack or a table of gauges beside the table) give each cell the sums of its own "
        "rain, and series (a table with a row of the event's name) those of the area. "
        "Without a trigger of its own an event has that of its return period in the scenario table. Events without "
        "landslides belong here too: annual figures need them. Ground that failed on an earlier date is left out of "
        "later events.",
        advanced=True,
    )


def _field(algorithm: LandslideAlgorithm, key: str, label: str, help: str, advanced: bool = True) -> None:
    parameter = QgsProcessingParameterField(key, label, None, "INVENTORY", optional=True)
    algorithm.add(parameter, help, advanced)


def asked(given: Given) -> dict[str, Any]:
    """These parameters, by the names of a training request."""
    return {
        "factors": given.rasters("FACTORS"),
        "inventory": given.features("INVENTORY"),
        "rules": sampling_rules(given),
        "categorical": names(given.text("CATEGORICAL")),
        "kinds": said_kinds(given.text("FACTOR_KINDS")),
        "mapped_area": given.features("MAPPED_AREA"),
        "types": names(given.text("TYPES")),
        "choice": LandslideChoice(
            trigger_field=given.field("TRIGGER_FIELD"),
            triggers=tuple(names(given.text("TRIGGERS"))),
            least_m2=given.quantity("MIN_SIZE"),
        ),
        "type_field": given.field("TYPE_FIELD"),
        "date_field": given.field("DATE_FIELD"),
        "inventory_period": given.text("INVENTORY_PERIOD"),
        "factor_dates": given.text("FACTOR_DATES"),
        "prevalence_source": given.quantity("PREVALENCE_SOURCE"),
        "event_id_field": given.field("EVENT_ID_FIELD"),
        "events": given.table("EVENTS") or None,
        "mapped_event_field": given.field("MAPPED_EVENT_FIELD"),
    }


def sampling_rules(given: Given) -> SamplingRules:
    """The rules of the parameters that ``declare`` added, and of SEED."""
    label_field = given.field("LABEL_FIELD")
    absences = given.quantity("ABSENCES")
    return SamplingRules(
        absences=("given" if label_field else "random") if absences == "auto" else absences,
        label_field=label_field,
        period_field=given.field("EVENT_FIELD"),
        polygon_rule=given.quantity("POLYGON_RULE"),
        ratio=given.quantity("ABSENCE_RATIO"),
        buffer_m=given.quantity("ABSENCE_BUFFER"),
        seed=given.quantity("SEED"),
        min_distance_m=given.quantity("MIN_DISTANCE"),
        reach_m=given.quantity("ABSENCE_REACH"),
        least_slope_deg=given.quantity("ABSENCE_SLOPE"),
        flat_patches=given.quantity("FLAT_PATCHES"),
    )
