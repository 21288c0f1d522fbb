"""What may lie in danger and the classes it lies in, read from the parameters of a run."""

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)

from ...core.errors import InputError
from ...core.evaluation.classes import BODY, class_style
from ...core.io.raster import RasterSource
from ...core.io.raster.measures import row_areas_m2
from ...core.io.vector import box_wkb, boxes
from ...core.styles import style_table
from ...core.types.features import FeatureSet
from ...core.words.speaking import is_called
from ...core.workflows.exposure.polygon_classes import PolygonClasses
from ...core.workflows.exposure.population import ClassGround
from ...core.workflows.exposure.raster_classes import RasterClasses
from ...core.workflows.exposure.run import Exposed
from ...core.workflows.exposure.scale import ClassScale
from ...core.workflows.map_judging.clean_zones import ZONE_FIELDS
from ...core.workflows.map_judging.danger import dangerous_end
from ..base.given import Given

CLASS_FIELD = ZONE_FIELDS[0]
PARTS_M2 = 2500.0
"""Area of the parts into which cells of a population are cut for zones, which have no cells of their own."""


@dataclass(frozen=True)
class Things:
    """Classes, and what lies in them."""

    ground: ClassGround
    exposed: Exposed


def declare(algorithm: Any) -> None:
    """Add what may lie in danger; the rest is folded away."""
    layer, source = QgsProcessingParameterRasterLayer, QgsProcessingParameterFeatureSource
    kind = QgsProcessing.SourceType
    algorithm.add(
        source("LINES", "Lines", [kind.TypeVectorLine], None, True),
        "Roads, rails or other lines, in any CRS.",
    )
    algorithm.add(
        source("BUILDINGS", "Buildings", [kind.TypeVectorPoint, kind.TypeVectorPolygon], None, True),
        "Points or footprints, in any CRS; each counts once, in the most dangerous class that it touches.",
    )
    algorithm.add(
        QgsProcessingParameterField(
            "PEOPLE_FIELD", "People in each building", None, "BUILDINGS", optional=True
        ),
        "Field with the number of people; empty is none.",
    )
    algorithm.add(
        layer("POPULATION", "Population raster", None, True),
        "People in each cell (a number, no density), on any grid. They are spread evenly over their cell.",
    )
    algorithm.add(
        QgsProcessingParameterField("LINE_KIND", "Kind of the lines", None, "LINES", optional=True),
        "Field that tells roads from rails, for example: the table then has a column of kilometres for each kind.",
        advanced=True,
    )
    algorithm.add_quantity("DANGER", "danger", advanced=True)
    algorithm.add(
        QgsProcessingParameterBand("POPULATION_BAND", "Band of the population", 1, "POPULATION", True),
        "Band of the year, for example.",
        advanced=True,
    )


def asked(given: Given, classes: Optional[RasterSource], stack: ExitStack) -> Optional[Things]:
    """What to count; None if nothing that may lie in danger is given."""
    lines, buildings = given.features("LINES"), given.features("BUILDINGS")
    population = given.raster("POPULATION")
    if lines is None and buildings is None and population is None:
        return None
    zones = given.features("ZONES")
    if (zones is None) == (classes is None):
        raise InputError(
            "CLASSES and ZONES are both given; leave one of them out"
            if classes is not None
            else "CLASSES is not set; give a class raster, or ZONES"
        )
    people = stack.enter_context(RasterSource(population)) if population else None
    ground: ClassGround
    if zones is not None:
        field = given.field("CLASS_FIELD") or CLASS_FIELD
        ground, extent, part_m2 = (
            PolygonClasses(zones, field, _end_of(zones, field, given)),
            _outline(zones),
            PARTS_M2,
        )
    elif classes is not None:
        band = given.band("BAND", classes)
        end = dangerous_end(classes, band, given.quantity("DANGER"), "DANGER")
        ground = RasterClasses(classes, band, end, given.progress.part(0.0, 0.1))
        extent = FeatureSet((box_wkb(*classes.grid.bounds),), classes.grid.crs_wkt)
        part_m2 = float(np.median(row_areas_m2(classes.grid)))
    exposed = Exposed(
        lines,
        buildings,
        given.field("PEOPLE_FIELD"),
        population=people,
        population_band=given.band("POPULATION_BAND", people) if people is not None else 0,
        extent=extent,
        part_m2=part_m2,
        kind_field=given.field("LINE_KIND"),
    )
    return Things(ground, exposed)


def _end_of(zones: FeatureSet, field: str, given: Given) -> str:
    asked_end = given.quantity("DANGER")
    if asked_end != "auto":
        return str(asked_end)
    if field == CLASS_FIELD and set(zones.attributes) >= set(ZONE_FIELDS):
        return "high"
    raise InputError(
        f"DANGER is auto, but which end of {field} of {zones.name} is dangerous is not known; set DANGER to high "
        "(large numbers are dangerous) or low"
    )


def _outline(zones: FeatureSet) -> FeatureSet:
    box = boxes(zones)
    west, south = np.nanmin(box[:, :2], axis=0).tolist()
    east, north = np.nanmax(box[:, 2:], axis=0).tolist()
    return FeatureSet((box_wkb(west, south, east, north),), zones.crs_wkt)


def colours(scale: ClassScale) -> list[tuple[int, str, str]]:
    """Code, name and colour of each class: those of the five classes if it is them, else of a series."""
    style = class_style()
    own = {**dict(enumerate(zip(style.names, style.colours), start=1)), BODY: style.body}
    if all(code in own and is_called(name, own[code][0]) for code, name in zip(scale.codes, scale.names)):
        return [(code, *own[code]) for code in scale.codes]
    series = style_table()["series"]
    return [
        (code, name, series[i % len(series)]) for i, (code, name) in enumerate(zip(scale.codes, scale.names))
    ]
