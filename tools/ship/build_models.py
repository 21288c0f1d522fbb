"""Write the model chains that the provider ships: ``python -m tools.ship.build_models``.

Every parameter of every step is written out, so that a chain keeps its meaning where a version of
QGIS ignores or changes a default. The same algorithms give the same file to the last byte.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if os.environ.get("QT_HASH_SEED") != "0":  # Qt would order the attributes of the file by chance
    os.environ.update(QT_HASH_SEED="0", QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    os.execv(sys.executable, [sys.executable, "-m", "tools.ship.build_models", *sys.argv[1:]])

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

from landslide_plugin.algorithms.base.algorithm import decimals
from landslide_plugin.algorithms.base.chain import GROUP_LABEL, INSTEAD, MORE, SHORT, TITLE
from landslide_plugin.algorithms.base.inputs import BUNDLE_TYPE, BUNDLE_WIDGET
from landslide_plugin.core.quantities import QUANTITIES

MODELS = Path(__file__).resolve().parents[2] / "landslide_plugin" / "resources" / "models"
Source = QgsProcessingModelChildParameterSource
ask, of = Source.fromModelParameter, Source.fromChildOutput
INPUT_Y, STEP_X, STEP_Y, ACROSS, DOWN = 60.0, 160.0, 190.0, 220.0, 130.0
MAPS = {
    "CLASSES": "Susceptibility classes",
    "PROBABILITY": "Susceptibility",
    "UNCERTAINTY": "Ensemble standard deviation",
}
SHORT_NAMES = {
    "Factor of safety": "FS",
    "Probability of failure": "PF",
    "Susceptibility of slope units": "UNITS",
}
"""Short names of results that are not called as their step calls them."""
UNCERTAINTY = {"UNCERTAINTY": "uncertainty.tif"}


class Chain:
    """A chain as it grows: what is asked of the user, then the steps, then which results are kept."""

    def __init__(self, name: str, title: str, about: str, instead: str = ""):
        self.model = QgsProcessingModelAlgorithm(name, GROUP_LABEL, name)
        self._help = {TITLE: title, "ALG_DESC": about, **({INSTEAD: instead} if instead else {})}
        self._inputs: list[str] = []
        self._steps = 0
        self._short: dict[str, str] = {}

    def ask(self, definition: QgsProcessingParameterDefinition, help: str, advanced: bool = False) -> None:
        """Ask the user for something."""
        if advanced:
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        definition.setHelp(help)
        self._help[definition.name()] = help
        place = QgsProcessingModelParameter(definition.name())
        place.setPosition(QPointF(100.0 + ACROSS * len(self._inputs), INPUT_Y))
        self._inputs.append(definition.name())
        self.model.addModelParameter(definition, place)

    def ask_number(self, key: str, name: str) -> None:
        """Ask for a whole number of the table of quantities, under Advanced."""
        quantity = QUANTITIES[name]
        kind = QgsProcessingParameterNumber.Type.Integer
        low, high = quantity.minimum, quantity.maximum
        unset = quantity.default is None
        number = QgsProcessingParameterNumber(key, quantity.title(), kind, quantity.default, unset, low)
        if high is not None:
            number.setMaximum(high)
        self.ask(number, quantity.help, advanced=True)

    def step(self, name: str, algorithm: str, keep: dict[str, str], **given: Any) -> None:
        """Add an algorithm with every parameter set: as given, else to its default."""
        found = QgsApplication.processingRegistry().algorithmById(f"landslide:{algorithm}")
        step = QgsProcessingModelChildAlgorithm(found.id())
        step.setChildId(name)
        step.setDescription(found.displayName())
        place = QPointF(STEP_X + ACROSS * self._steps, STEP_Y + DOWN * self._steps)
        step.setPosition(place)
        self._steps += 1
        unknown = set(given) - {definition.name() for definition in found.parameterDefinitions()}
        if unknown:
            raise SystemExit(f"{algorithm} has no parameter {', '.join(sorted(unknown))}")
        for definition in found.parameterDefinitions():
            if not definition.isDestination():
                value = given.get(definition.name(), definition.defaultValue())
                source = value if isinstance(value, Source) else Source.fromStaticValue(value)
                step.addParameterSources(definition.name(), [source])
        outputs = {}
        for row, (key, label) in enumerate(keep.items()):
            result = QgsProcessingModelOutput(label, label)
            result.setChildId(name)
            result.setChildOutputName(key)
            result.setPosition(QPointF(place.x() + ACROSS, place.y() - 50.0 + 45.0 * row))
            outputs[label] = result
            self._short[f"{name}:{label}"] = SHORT_NAMES.get(label, key)
        step.setModelOutputs(outputs)
        self.model.addChildAlgorithm(step)

    def write(self, more: dict[str, str]) -> Path:
        """Check the chain and write its file; ``more`` are the files of results that are one choice of several."""
        results = {SHORT: json.dumps(self._short), MORE: json.dumps(more)}
        self.model.setHelpContent({**self._help, **results})
        self.model.setParameterOrder(self._inputs)
        self.model.updateDestinationParameters()
        ok, errors = self.model.validate()
        if not ok:
            raise SystemExit(f"{self.model.name()}: {errors}")
        path = MODELS / f"{self.model.name()}.model3"
        self.model.toFile(str(path))
        return path


def ask_for_samples(chain: Chain, numbers: Sequence[tuple[str, str]]) -> None:
    """DEM and inventory, and how much to compute."""
    chain.ask(QgsProcessingParameterRasterLayer("DEM", "DEM"), "Heights; it should hold whole catchments.")
    chain.ask(
        QgsProcessingParameterFeatureSource("INVENTORY", "Landslide inventory", [-1]),
        "Landslide points or polygons; stable places may be among them.",
    )
    chain.ask(
        QgsProcessingParameterField("LABEL_FIELD", "Label field", None, "INVENTORY", optional=True),
        "Field with 1 for landslides and 0 for stable places, if there is one.",
    )
    for key, name in numbers:
        chain.ask_number(key, name)


NETWORK = (("MEMBERS", "members"), ("CV_FOLDS", "cv_folds"), ("EPOCHS", "epochs"), ("SEED", "seed"))
CLASSES = (("CLASS_COUNT", "class_count"), ("CV_FOLDS", "cv_folds"), ("SEED", "seed"))
BIVARIATE_TITLE = "DEM and inventory to bivariate map"
TRAINED = {key: ask(key) for key in ("INVENTORY", "LABEL_FIELD", "MEMBERS", "CV_FOLDS", "EPOCHS", "SEED")}


def dem_to_map() -> Chain:
    """DEM and inventory to a styled susceptibility map."""
    chain = Chain(
        "dem_to_susceptibility_map",
        "DEM and inventory to susceptibility map",
        "From a DEM and a landslide inventory to a five-class susceptibility map: terrain factors, "
        "training with spatial cross-validation, mapping. Needs the modelling environment.",
        instead=BIVARIATE_TITLE,
    )
    ask_for_samples(chain, NETWORK)
    stack = of("terrain", "STACK")
    chain.step("terrain", "terrainfactors", {}, DEM=ask("DEM"))
    chain.step("train", "trainensemble", {"BUNDLE": "Model bundle"}, FACTORS=stack, **TRAINED)
    chain.step("map", "mapsusceptibility", MAPS, BUNDLE=of("train", "BUNDLE"), FACTORS=stack)
    return chain


def dem_to_bivariate() -> Chain:
    """DEM and inventory to a map of weights of evidence, in QGIS alone."""
    chain = Chain(
        "dem_to_bivariate_map",
        BIVARIATE_TITLE,
        "From a DEM and a landslide inventory to a five-class susceptibility map by weights of evidence: terrain "
        "factors, classes and their densities of landslides with spatial cross-validation, mapping. Runs in QGIS "
        "alone, without the modelling environment.",
    )
    ask_for_samples(chain, CLASSES)
    stack, samples = of("terrain", "STACK"), ("INVENTORY", "LABEL_FIELD", *(key for key, _ in CLASSES))
    chain.step("terrain", "terrainfactors", {}, DEM=ask("DEM"))
    kept = {"BUNDLE": "Model bundle", "DENSITIES": "Density table"}
    chain.step("train", "trainbivariate", kept, FACTORS=stack, **{key: ask(key) for key in samples})
    maps = {key: label for key, label in MAPS.items() if key != "UNCERTAINTY"}
    chain.step("map", "mapsusceptibility", maps, BUNDLE=of("train", "BUNDLE"), FACTORS=stack)
    return chain


def slope_units_to_map() -> Chain:
    """DEM and inventory to a map of slope units, in QGIS alone."""
    chain = Chain(
        "slope_units_to_map",
        "DEM and inventory to slope unit map",
        "From a DEM and a landslide inventory to five susceptibility classes of slope units: terrain factors, slope "
        "units, factors of the units, training with spatial cross-validation (logistic regression and bivariate "
        "classes), mapping. Runs in QGIS alone, without the modelling environment.",
    )
    ask_for_samples(chain, (("CV_FOLDS", "cv_folds"), ("SEED", "seed")))
    area = QUANTITIES["unit_least_area_m2"]
    least = QgsProcessingParameterNumber(
        "LEAST_AREA",
        area.title(),
        QgsProcessingParameterNumber.Type.Double,
        area.default,
        False,
        area.minimum or 0.0,
    )
    least.setMetadata({"widget_wrapper": {"decimals": decimals(area)}})
    chain.ask(least, area.help)
    stack, filled = of("terrain", "STACK"), of("fill", "OUTPUT")
    chain.step("terrain", "terrainfactors", {}, DEM=ask("DEM"))
    chain.step("units", "slopeunits", {}, DEM=ask("DEM"), LEAST_AREA=ask("LEAST_AREA"))
    chain.step(
        "fill",
        "unitfactors",
        {},
        POLYGONS=of("units", "OUTPUT"),
        RASTERS=stack,
        STATISTICS=["mean", "sd"],
        QUANTILES="",
    )
    given = {
        "INVENTORY": "INVENTORY",
        "INVENTORY_FIELD": "LABEL_FIELD",
        "CV_FOLDS": "CV_FOLDS",
        "SEED": "SEED",
    }
    chain.step(
        "train",
        "trainunits",
        {"BUNDLE": "Model bundle"},
        UNITS=filled,
        MODELS=["logistic", "bivariate"],
        **{key: ask(name) for key, name in given.items()},
    )
    kept = {"OUTPUT": "Susceptibility of slope units", "REPORT": "Report"}
    chain.step("map", "mapunits", kept, BUNDLE=of("train", "BUNDLE"), UNITS=filled)
    return chain


def physics_to_map() -> Chain:
    """DEM, inventory, lithology and rain to a map that is held to slope physics."""
    chain = Chain(
        "soil_and_rain_to_susceptibility_map",
        "Soil, rain and inventory to physics-informed map",
        "From a DEM, a landslide inventory, a lithology raster and a gauge's annual maxima to a susceptibility map "
        "for each return period: soil profile, trigger scenarios, factor of safety, physics-informed training, "
        "mapping. Without a soil table of your own generic values are used, which are no site data. Needs the "
        "modelling environment.",
    )
    ask_for_samples(chain, NETWORK)
    file, raster = QgsProcessingParameterFile, QgsProcessingParameterRasterLayer
    chain.ask(raster("LITHOLOGY", "Lithology raster"), "Whole-number codes that the soil table knows.")
    chain.ask(
        file("SOIL_TABLE", "Soil table (CSV)", extension="csv", optional=True),
        "One row a layer of a unit; left empty, the generic table of the plugin is used.",
    )
    chain.ask(
        file("MAXIMA", "Annual maxima of rain (CSV, mm)", extension="csv"),
        "A row a year; a column 'year' and a column a duration, named like '24 h'.",
    )
    chain.ask(
        QgsProcessingParameterString("WETNESS", "Antecedent wetness", "0.4"),
        "Share of the soil depth that is saturated before the storm: one number, or one for each return period.",
    )
    stack, soil, rain = of("terrain", "STACK"), of("soil", "PROFILE"), of("rain", "SCENARIOS")
    lithology, dem = ask("LITHOLOGY"), ask("DEM")
    chain.step("terrain", "terrainfactors", {}, DEM=dem, LITHOLOGY=lithology, ALIGN=True)
    chain.step(
        "soil", "soilprofile", {}, LITHOLOGY=lithology, SOIL_TABLE=ask("SOIL_TABLE"), TEMPLATE=dem, ALIGN=True
    )
    chain.step("rain", "triggerscenarios", {}, MAXIMA=ask("MAXIMA"), WETNESS=ask("WETNESS"))
    chain.step(
        "stability",
        "factorofsafety",
        {"FS": "Factor of safety", "PROBABILITY": "Probability of failure"},
        SLOPE=stack,
        PROFILE=soil,
        SCENARIOS=rain,
    )
    chain.step(
        "train",
        "trainphysics",
        {"BUNDLE": "Model bundle"},
        FACTORS=stack,
        PROFILE=soil,
        SCENARIOS=rain,
        PRIOR_FS=of("stability", "FS"),
        PRIOR_PF=of("stability", "PROBABILITY"),
        **TRAINED,
    )
    chain.step(
        "map",
        "mapsusceptibility",
        MAPS,
        BUNDLE=of("train", "BUNDLE"),
        FACTORS=stack,
        PROFILE=soil,
        PF=of("stability", "PROBABILITY"),
    )
    return chain


def new_area() -> Chain:
    """An existing model over another area."""
    chain = Chain(
        "map_new_area",
        "Map a new area with an existing model",
        "Derives the factors that a trained model needs over another area, and maps it. Cells that are unlike the "
        "training data are marked. Give the lines and rasters that the model was trained with; the run says which are "
        "missing. Runs without the modelling environment.",
    )
    folder = QgsProcessingParameterFile.Behavior.Folder
    bundle_folder = QgsProcessingParameterFile("BUNDLE", "Model bundle (folder)", folder)
    bundle_folder.setMetadata({"widget_wrapper": {"class": BUNDLE_WIDGET, "widget_type": BUNDLE_TYPE}})
    chain.ask(bundle_folder, "Folder or .zip written by a training.")
    raster, lines = QgsProcessingParameterRasterLayer, QgsProcessingParameterFeatureSource
    chain.ask(raster("DEM", "DEM of the new area"), "Heights; it should hold whole catchments.")
    kinds = [QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon]
    for key, label in (("LITHOLOGY", "Lithology"), ("LAND_COVER", "Land cover")):
        chain.ask(
            QgsProcessingParameterMapLayer(key, label, None, True, kinds),
            "Raster or polygons with the classes of the training, by the same names or, without names, the same codes.",
        )
    for key, label in (("NDVI", "NDVI"), ("RAINFALL", "Rainfall (mm)")):
        chain.ask(raster(key, label, None, True), "The same quantity as in the training.", advanced=True)
    for key, label in (("FAULTS", "Fault lines"), ("RIVERS", "River lines"), ("ROADS", "Road lines")):
        chain.ask(lines(key, label, [1], None, True), "Lines, those beyond the DEM too.")
    chain.ask(
        raster("PROFILE", "Soil profile raster", None, True),
        "On the grid of the DEM; needed only if the model was trained with one.",
        advanced=True,
    )
    anyway = QgsProcessingParameterBoolean(
        "ANY_CELL_SIZE", "Allow another cell size than the training's", False
    )
    chain.ask(
        anyway, "Slope and curvature change with the cell size; scores of the training may not hold.", True
    )
    given = ("DEM", "LITHOLOGY", "LAND_COVER", "NDVI", "RAINFALL", "FAULTS", "RIVERS", "ROADS")
    bundle = ask("BUNDLE")
    chain.step("terrain", "terrainfactors", {}, MODEL=bundle, ALIGN=True, **{key: ask(key) for key in given})
    chain.step(
        "map",
        "mapsusceptibility",
        {**MAPS, "APPLICABILITY": "Area of applicability"},
        BUNDLE=bundle,
        FACTORS=of("terrain", "STACK"),
        PROFILE=ask("PROFILE"),
        ANY_CELL_SIZE=ask("ANY_CELL_SIZE"),
    )
    return chain


def main() -> None:
    """Write every chain beside the others."""
    app = QgsApplication([], False)
    app.initQgis()
    from landslide_plugin.provider import LandslideProvider

    provider = LandslideProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    MODELS.mkdir(exist_ok=True)
    chains = {
        dem_to_map: UNCERTAINTY,
        dem_to_bivariate: {"DENSITIES": "densities.csv"},
        slope_units_to_map: {"REPORT": "report.html"},
        physics_to_map: {**UNCERTAINTY, "FS": "factor_of_safety.tif", "PF": "probability_of_failure.tif"},
        new_area: UNCERTAINTY,
    }
    for chain, more in chains.items():
        print(chain().write(more))
    app.exitQgis()


if __name__ == "__main__":
    main()
