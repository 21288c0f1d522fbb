"""Create a sample study area on disk."""

from functools import partial
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)

from ...core.io.raster.companions import foreign_companions
from ...core.workflows.sample_area import (
    ALL_FILES,
    RBSF_FILES,
    SYNTHETIC_FILES,
    create_folder,
    write_rbsf,
    write_synthetic,
)
from ...core.workflows.storm_area import STORM_FILES, write_storms
from ...core.writing.folders import MARKER
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice, meanings
from ..base.given import Given
from . import layers as sample_layers

AREAS = {
    "rbsf": "RBSF, southern Ecuador (real, CC0)",
    "andes": "Synthetic Venezuelan Andes (made up)",
    "storms": "Ten storms with hourly rain (made up)",
}
RASTERS = {
    "DEM": ("dem.tif", "Elevation"),
    "FACTORS": ("factors.tif", "Conditioning factors"),
    "PROFILE": ("soil_profile.tif", "Soil profile"),
    "FS_LEGACY": ("fs_legacy.tif", "Factor of safety, as the area was made"),
    "TARGET": ("target_probability.tif", "Target probability"),
    "RAIN": ("rain.tif", "Hourly rain"),
}
VECTORS = {
    "INVENTORY": (("landslide_points.gpkg", "landslides.gpkg"), "landslide_points", "Landslide inventory"),
    "STUDY_MASK": (("study_mask.gpkg",), "study_mask", "Study mask"),
    "FAULTS": (("faults.gpkg",), "faults", "Faults"),
}
TABLES = {
    "SCENARIOS": ("scenarios.csv", "Trigger scenarios"),
    "SOIL_TABLE": ("soil_table.csv", "Soil table"),
    "EVENTS": ("events.csv", "Events"),
}


class SampleData(LandslideAlgorithm):
    """A folder with everything needed to try the other algorithms."""

    NAME = "sampledata"
    LABEL = "Create sample study area"
    GROUP = "sample"
    METHOD = "sample_data"
    NEXT = "{inputcheck} on these layers, then {terrainfactors} of the DEM, or {rainseries} for the area of storms"
    HELP = (
        "Writes a sample study area into a folder and loads it.\n\n"
        "RBSF is real: a DEM of 10 m, 350 points (175 landslides, 175 stable places) and a mask in southern "
        "Ecuador (Muenchow, Brenning and Richter 2012, CC0). The synthetic area is made up: 1,500 cells with DEM, "
        "factors, soil profile, trigger scenarios, inventory, faults and target probabilities, the same to the "
        "last digit for the same seed. Its storms are extreme on purpose; do not use them elsewhere. Its landslides "
        "follow faults and argue against slope physics: physics can show no gain there. The area of ten storms is "
        "made up too: 40,000 cells with DEM, factors, hourly rain, events and dated samples, for event models; its "
        "landslides follow a known law of slope, land cover and rain.\n\n"
        "A folder that holds other things and no sample area is left alone; of a sample area there only its own files "
        "are replaced."
    )
    FOLDERS = {
        "FOLDER": (
            *ALL_FILES,
            *(name.rpartition(".")[0] + ".qml" for name in ALL_FILES if name.endswith((".tif", ".gpkg"))),
            MARKER,
        )
    }
    TAGS = ("sample", "demo", "tutorial", "Ecuador", "Andes", "synthetic", "storms", "rain")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        area = choice("AREA", "Area", list(AREAS), "rbsf", labels=list(AREAS.values()))
        self.add(area, "Which area to write." + meanings(list(AREAS), list(AREAS.values())))
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", "Sample area folder"),
            "A new or empty folder, or one written by this algorithm before.",
        )
        load = QgsProcessingParameterBoolean("LOAD", "Load the layers", True)
        self.add(load, "Add the layers to the project, styled.", advanced=True)
        self.add_quantity("SEED", "synthetic_seed", advanced=True)
        for key, (_, label) in RASTERS.items():
            self.addOutput(QgsProcessingOutputRasterLayer(key, label))
        for key, (_, _, label) in VECTORS.items():
            self.addOutput(QgsProcessingOutputVectorLayer(key, label))
        for key, (_, label) in TABLES.items():
            self.addOutput(QgsProcessingOutputFile(key, label))

    def execute(self, given: Given) -> dict[str, Any]:
        area = given.choice("AREA")
        folder = Path(given.required_output("FOLDER"))
        if area == "rbsf":
            create_folder(folder, RBSF_FILES, write_rbsf)
        else:
            files, write = {
                "andes": (SYNTHETIC_FILES, write_synthetic),
                "storms": (STORM_FILES, write_storms),
            }[area]
            create_folder(folder, files, partial(write, seed=given.quantity("SEED")))
        given.progress.info(f"{AREAS[area]} written to {folder}; see README.txt there")
        rasters, vectors, tables = _written(folder)
        sample_layers.style(rasters, vectors)
        for source in (*rasters.values(), *vectors.values()):
            for name in foreign_companions(source.partition("|")[0]):
                given.progress.warning(f"{name} in {folder} was not written by this plugin and stays")
        if given.yes("LOAD"):
            names = {key: label for key, (_, label) in RASTERS.items()}
            names.update({key: label for key, (_, _, label) in VECTORS.items()})
            sample_layers.load({**rasters, **vectors}, names, given.context)
        return {"FOLDER": str(folder), **rasters, **vectors, **tables}


def _written(folder: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Sources of the rasters, vector layers and tables that are there."""
    rasters = {key: str(folder / name) for key, (name, _) in RASTERS.items() if (folder / name).exists()}
    tables = {key: str(folder / name) for key, (name, _) in TABLES.items() if (folder / name).exists()}
    vectors = {}
    for key, (files, layer, _) in VECTORS.items():
        for name in files:
            if (folder / name).exists():
                vectors[key] = f"{folder / name}|layername={layer}"
    return rasters, vectors, tables
