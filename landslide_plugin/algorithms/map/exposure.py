"""What lies in each class of a map, and where failures may begin."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.errors import InputError
from ...core.io.raster import RasterSource
from ...core.io.text import write_text
from ...core.io.vector import geometry_type
from ...core.types.features import FeatureSet
from ...core.workflows.exposure.run import Exposure, exposure
from ...core.workflows.exposure.scale import NO_CLASS
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.given import Given
from ..base.outputs import by_choice
from ..styles import vectors as vector_results
from . import exposure_inputs, release

LINES, BUILDINGS = "Lines by landslide class", "Buildings by landslide class"
LAYERS = {"LINES_BY_CLASS": LINES, "BUILDINGS_BY_CLASS": BUILDINGS}
NUMBERS = {
    "LENGTH": "Length of lines in the most dangerous class (km)",
    "COUNT": "Buildings that touch the most dangerous class",
    "PEOPLE": "People in the most dangerous class",
}


class ExposureToLandslides(LandslideAlgorithm):
    """A class raster or polygons and what may lie in danger in; a table, layers and release areas out."""

    NAME = "exposure"
    LABEL = "Exposure to landslides"
    GROUP = "map"
    METHOD = "exposure"
    NEXT = "{printlayout}"
    HELP = (
        "Says what lies in each class of a map: metres of roads and rails, buildings or points, people. Writes a table "
        "and the layers with the class of each feature: the share of a line's length in each class, and the most "
        "dangerous class that it touches. Lengths are metres on the ellipsoid, whatever the CRS. What lies where the "
        "map has no value is counted apart, never as safe.\n\n"
        "If asked for, it writes release areas, where failures may begin: polygons with size and probability, and "
        "rasters that Flow-Py, r.avaflow or SAGA's Gravitational Process Path model read. Neither the classes nor the "
        "release areas say how far a failure runs: what lies below steep ground may be hit although its own class is "
        "very low.\n\n"
        "A count of what lies where is no risk: it says nothing of how often landslides come nor of what they destroy."
    )
    TAGS = (
        "roads",
        "rails",
        "buildings",
        "population",
        "elements at risk",
        "release areas",
        "run-out",
        "flow-py",
    )
    BY_CHOICE = ByChoice(
        "ALSO_WRITE",
        "ALSO_FOLDER",
        {
            "LINES_BY_CLASS": "lines_by_class.gpkg",
            "BUILDINGS_BY_CLASS": "buildings_by_class.gpkg",
            **release.FILES,
        },
        "LOAD_ALSO",
    )
    FOLDERS = {"ALSO_FOLDER": BY_CHOICE.written()}

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer, source = QgsProcessingParameterRasterLayer, QgsProcessingParameterFeatureSource
        kind = QgsProcessing.SourceType
        self.add(
            layer("CLASSES", "Class raster", None, True),
            "Codes of classes, such as those of Classify any map or of another program.",
        )
        self.add(
            QgsProcessingParameterBand("BAND", "Band of the classes", 1, "CLASSES", True),
            "Band of the scenario.",
        )
        self.add(
            source("ZONES", "Zones", [kind.TypeVectorPolygon], None, True),
            "Polygons with a class each, in place of the raster.",
        )
        self.add(
            QgsProcessingParameterField(
                "CLASS_FIELD", "Class field of the zones", None, "ZONES", optional=True
            ),
            "Field of whole numbers; class if left empty.",
        )
        exposure_inputs.declare(self)
        release.declare(self)
        self.add(
            QgsProcessingParameterFileDestination(
                "TABLE", "Exposure by class", "CSV files (*.csv)", optional=True, createByDefault=True
            ),
            "A row a class, and one for what lies in none: area, kilometres, buildings, people, and shares of all.",
        )
        for key, label, geometry in (
            ("LINES_BY_CLASS", LINES, kind.TypeVectorLine),
            ("BUILDINGS_BY_CLASS", BUILDINGS, kind.TypeVectorAnyGeometry),
        ):
            self.add(
                QgsProcessingParameterVectorDestination(
                    key, label, geometry, optional=True, createByDefault=False
                ),
                "GeoPackage with the features, their fields, and worst_class and worst_name"
                + ("; length_m and share_ of each class." if key == "LINES_BY_CLASS" else "."),
            )
        release.declare_outputs(self)
        by_choice(self, "Also write", "Folder of what is also written", fold_load=True)
        inputs.no_data(self)
        for key, label in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def execute(self, given: Given) -> dict[str, Any]:
        targets = {key: given.output(key) for key in LAYERS}
        paths = {key: vector_results.target_path(path, key) for key, path in targets.items() if path}
        table = given.output("TABLE")
        wanted = release.targets(given)
        outputs: dict[str, Any] = {}
        with ExitStack() as stack:
            path = given.raster("CLASSES")
            classes = stack.enter_context(RasterSource(path)) if path else None
            things = exposure_inputs.asked(given, classes, stack)
            planned = release.plan(wanted, classes, given, stack)
            if things is None and not wanted:
                raise InputError(
                    "LINES, BUILDINGS and POPULATION are all empty, and no release areas are asked for; give at least "
                    "one of them"
                )
            if things is None and paths:
                raise InputError(f"{next(iter(paths))} is asked for, but its layer is not given")
            found = None
            if things is not None:
                found = exposure(things.ground, things.exposed, given.progress.part(0.0, 0.6))
            features = _features(found, paths)
            if planned is not None:
                outputs.update(release.write(wanted, planned, given))
            if found is not None:
                _tell(found, given)
                outputs.update(_layers(features, paths, exposure_inputs.colours(found.scale), given))
                outputs.update(_numbers(found))
                if table:
                    write_text(table, found.table())
                    outputs["TABLE"] = table
        return outputs


def _features(found: Optional[Exposure], paths: Mapping[str, str]) -> dict[str, FeatureSet]:
    """What goes into the layers asked for; refused where it is not there."""
    if found is None:
        return {}
    layers = {"LINES_BY_CLASS": found.lines_out, "BUILDINGS_BY_CLASS": found.buildings_out}
    wanted = {}
    for key in paths:
        features = layers[key]
        if features is None:
            raise InputError(f"{key} is asked for, but {key.split('_')[0]} is not given")
        wanted[key] = features
    return wanted


def _layers(
    wanted: Mapping[str, FeatureSet],
    paths: Mapping[str, str],
    colours: list[tuple[int, str, str]],
    given: Given,
) -> dict[str, Any]:
    """Write the layers asked for, styled; their sources."""
    outputs = {}
    for key, features in wanted.items():
        path, kind = paths[key], geometry_type(features)
        made = vector_results.write(given.context, path, features, kind if kind == "polygon" else f"{kind}s")
        vector_results.style_worst(made, kind, colours, NO_CLASS)
        vector_results.show(given.context, made, LAYERS[key])
        outputs[key] = made
    return outputs


def _numbers(found: Exposure) -> dict[str, float]:
    top = found.scale.top
    values = {
        "LENGTH": None if found.length_m is None else found.length_m[top] / 1000.0,
        "COUNT": None if found.buildings is None else found.buildings[top],
        "PEOPLE": found.people if found.people is None else found.people[top],
    }
    if found.people is None and found.people_in_buildings is not None:
        values["PEOPLE"] = found.people_in_buildings[top]
    return {key: float(value) for key, value in values.items() if value is not None}


def _tell(found: Exposure, given: Given) -> None:
    """One line a class, the most dangerous first; and what lies in none as a warning."""
    none = len(found.scale)
    for rank in (*range(none - 1, -1, -1), none):
        parts = []
        if found.length_m is not None:
            parts.append(f"{found.length_m[rank] / 1000.0:,.3f} km of lines")
        if found.buildings is not None:
            parts.append(f"{found.buildings[rank]:,} buildings")
        if found.people_in_buildings is not None:
            parts.append(f"{found.people_in_buildings[rank]:,.0f} people in buildings")
        if found.people is not None:
            parts.append(f"{found.people[rank]:,.0f} people")
        text = f"{found.scale.name(rank)}: {', '.join(parts)}"
        if rank < none:
            given.progress.info(text)
        elif any(
            values is not None and values[none] > 0
            for values in (found.length_m, found.buildings, found.people)
        ):
            given.progress.warning(
                f"{text}; nothing is known of that ground, which is not to say that it is safe"
            )
