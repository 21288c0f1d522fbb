"""Write the model chains that the provider ships: ``python -m tools.build_models``.

Every parameter of every step is written out, so that a chain keeps its meaning where a version of
QGIS ignores or changes a default.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QPointF

MODELS = Path(__file__).resolve().parents[1] / "landslide_plugin" / "resources" / "models"
Source = QgsProcessingModelChildParameterSource


def child(
    name: str,
    algorithm: QgsProcessingAlgorithm,
    x: float,
    y: float,
    **given: QgsProcessingModelChildParameterSource,
) -> QgsProcessingModelChildAlgorithm:
    """A step with every parameter set: as given, else to its default."""
    step = QgsProcessingModelChildAlgorithm(algorithm.id())
    step.setChildId(name)
    step.setDescription(algorithm.displayName())
    step.setPosition(QPointF(x, y))
    for definition in algorithm.parameterDefinitions():
        if not definition.isDestination():
            source = given.get(definition.name(), Source.fromStaticValue(definition.defaultValue()))
            step.addParameterSources(definition.name(), [source])
    return step


def output(step: str, key: str, label: str, x: float, y: float) -> QgsProcessingModelOutput:
    """A final output of the chain."""
    result = QgsProcessingModelOutput(label, label)
    result.setChildId(step)
    result.setChildOutputName(key)
    result.setPosition(QPointF(x, y))
    return result


def dem_to_map() -> QgsProcessingModelAlgorithm:
    """DEM and inventory to a styled susceptibility map."""
    registry = QgsApplication.processingRegistry()
    model = QgsProcessingModelAlgorithm(
        "dem_to_susceptibility_map", "Model chains", "dem_to_susceptibility_map"
    )
    model.setHelpContent(
        {
            "ALG_DESC": "From a DEM and a landslide inventory to a five-class susceptibility map: terrain factors, "
            "ensemble training with spatial cross-validation, mapping. Needs the modelling environment.",
            "DEM": "Elevation in metres on a metric grid.",
            "INVENTORY": "Landslide points or polygons; stable places may be among them.",
            "LABEL_FIELD": "Field with 1 for landslides and 0 for stable places, if there is one.",
        }
    )
    vector = QgsProcessingParameterFeatureSource("INVENTORY", "Landslide inventory", [-1])
    inputs = [
        (QgsProcessingParameterRasterLayer("DEM", "DEM"), 100.0),
        (vector, 250.0),
        (QgsProcessingParameterField("LABEL_FIELD", "Label field", None, "INVENTORY", optional=True), 400.0),
    ]
    for definition, x in inputs:
        place = QgsProcessingModelParameter(definition.name())
        place.setPosition(QPointF(x, 60.0))
        model.addModelParameter(definition, place)
    terrain, train, mapping = (
        registry.algorithmById(f"landslide:{name}")
        for name in ("terrainfactors", "trainensemble", "mapsusceptibility")
    )
    stack = Source.fromChildOutput("terrain", "STACK")
    model.addChildAlgorithm(child("terrain", terrain, 150, 180, DEM=Source.fromModelParameter("DEM")))
    model.addChildAlgorithm(
        child(
            "train",
            train,
            300,
            300,
            FACTORS=stack,
            INVENTORY=Source.fromModelParameter("INVENTORY"),
            LABEL_FIELD=Source.fromModelParameter("LABEL_FIELD"),
        )
    )
    last = child("map", mapping, 450, 420, BUNDLE=Source.fromChildOutput("train", "BUNDLE"), FACTORS=stack)
    outputs = {
        "Susceptibility classes": output("map", "CLASSES", "Susceptibility classes", 650, 380),
        "Susceptibility": output("map", "PROBABILITY", "Susceptibility", 650, 430),
        "Ensemble standard deviation": output("map", "UNCERTAINTY", "Ensemble standard deviation", 650, 480),
    }
    last.setModelOutputs(outputs)
    model.addChildAlgorithm(last)
    trained = model.childAlgorithm("train")
    trained.setModelOutputs({"Model bundle": output("train", "BUNDLE", "Model bundle", 650, 300)})
    model.setChildAlgorithm(trained)
    model.updateDestinationParameters()
    return model


def main() -> None:
    """Write every chain beside the others."""
    app = QgsApplication([], False)
    app.initQgis()
    from landslide_plugin.provider import LandslideProvider

    provider = LandslideProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    MODELS.mkdir(exist_ok=True)
    model = dem_to_map()
    ok, errors = model.validate()
    if not ok:
        raise SystemExit(f"{model.name()}: {errors}")
    model.toFile(str(MODELS / f"{model.name()}.model3"))
    print(MODELS / f"{model.name()}.model3")
    app.exitQgis()


if __name__ == "__main__":
    main()
