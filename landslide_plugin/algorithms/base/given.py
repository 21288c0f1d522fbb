"""What a run was given: its parameters as checked plain values, each asked for by its key alone."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QVariant

from ...core.errors import InputError
from ...core.io.raster import RasterSource
from ...core.io.raster.no_data import PARAMETER as NODATA
from ...core.io.raster.no_data import Said
from ...core.io.raster.source import no_data_words
from ...core.progress import Progress
from ...core.quantities import QUANTITIES
from ...core.types.features import FeatureSet
from ...core.types.lists import names
from ...core.types.window import Bounds
from ...core.writing.temporary import temporary_folder
from .features import CHECK, asked_check, feature_set, sound_features
from .overwriting import DATABASE, within_geopackage
from .tables import text_table

FILES = (QgsProcessingParameterFileDestination, QgsProcessingParameterFolderDestination)


RECORD = "bundle.json"
WEB_MAPS = ("wms", "arcgismapserver", "xyzvectortiles", "vectortile")


class Given:
    """Parameters of one run, and the way to what else a run needs of QGIS; a context manager.

    Attributes
    ----------
    context : QgsProcessingContext
        Only for what loads and styles the outputs.
    progress : Progress
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Progress,
        quantities: Mapping[str, str],
    ):
        self.context, self.progress = context, progress
        self._algorithm, self._parameters, self._quantities = algorithm, parameters, quantities
        self._stack, self._told = ExitStack(), set[str]()

    def __enter__(self) -> "Given":
        if self.takes(NODATA) and self.has(NODATA):
            self._require_named_rasters()
        return self

    def _require_named_rasters(self) -> None:
        """Raise ``InputError`` if a raster that no-data is said of is not among those given: a slip of the pen."""
        layers: list[Any] = []
        for one in self._algorithm.parameterDefinitions():
            if self.has(one.name()) and one.type() in ("raster", "layer"):
                layers.append(self.layer(one.name()))
            elif self.has(one.name()) and one.type() == "multilayer":
                layers += self.map_layers(one.name())
        names = [_name_of(layer) for layer in layers if isinstance(layer, QgsRasterLayer)]
        unknown = Said.names(self.text(NODATA)) - {name.casefold() for name in names}
        if unknown:
            raise InputError(
                f"{NODATA} names {', '.join(sorted(unknown))}; allowed: the name of a raster file that is given: "
                f"{', '.join(sorted(set(names))) or 'there is none'}"
            )

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def has(self, key: str) -> bool:
        """Whether the parameter is set; its default does not count."""
        value = self._parameters.get(key)
        return value not in (None, "", []) and not (isinstance(value, QVariant) and value.isNull())

    def fill(self, values: Mapping[str, Any]) -> None:
        """Take values for parameters that are not set, by their keys."""
        self._parameters.update({key: value for key, value in values.items() if not self.has(key)})

    def takes(self, key: str) -> bool:
        """Whether the algorithm has a parameter of that name."""
        return self._algorithm.parameterDefinition(key) is not None

    def _as(self, kind: str, key: str, *more: Any) -> Any:
        return getattr(self._algorithm, f"parameterAs{kind}")(self._parameters, key, self.context, *more)

    def quantity(self, key: str) -> Any:
        """The checked value of a parameter declared by ``add_quantity``; None if optional and unset."""
        quantity = QUANTITIES[self._quantities[key]]
        if not self.has(key) and self._algorithm.parameterDefinition(key).defaultValue() is None:
            return None
        if quantity.choices:
            return quantity.check(self.choice(key))
        return quantity.check(self._as("Int" if quantity.integer else "Double", key))

    def number(self, key: str) -> Optional[float]:
        """A number; None if it is not set."""
        return self._as("Double", key) if self.has(key) else None

    def yes(self, key: str) -> bool:
        """A tick."""
        return self._algorithm.parameterAsBool(self._parameters, key, self.context)

    def choice(self, key: str) -> str:
        """The word of a choice."""
        return self._algorithm.parameterAsEnumString(self._parameters, key, self.context)

    def choices(self, key: str) -> list[str]:
        """The words of a choice of several."""
        return self._algorithm.parameterAsEnumStrings(self._parameters, key, self.context)

    def text(self, key: str) -> str:
        """A text; empty if it is not set."""
        return self._algorithm.parameterAsString(self._parameters, key, self.context)

    def field(self, key: str) -> Optional[str]:
        """Name of a field; None if it is not set."""
        return self.text(key) or None

    def fields(self, key: str) -> list[str]:
        """Names of several fields, of a typed list those between commas or semicolons; empty if none is set."""
        if not self.has(key):
            return []
        typed = self._parameters[key]
        return (
            list(names(typed)) if isinstance(typed, str) else [str(name) for name in self._as("Fields", key)]
        )

    def cells(self, key: str) -> list[Any]:
        """Cells of a typed table, row by row."""
        return self._algorithm.parameterAsMatrix(self._parameters, key, self.context)

    def file(self, key: str) -> str:
        """Path of a file or folder to read; empty if it is not set."""
        return self._algorithm.parameterAsFile(self._parameters, key, self.context)

    def table(self, key: str) -> str:
        """Path of a table as text, which lasts as long as the run; empty if it is not set.

        A spreadsheet or a layer of the project is written as text.
        """
        named = self.file(key)
        return text_table(named, self.context, self._folder) if named else ""

    def _folder(self) -> str:
        return self._stack.enter_context(temporary_folder())

    def bundle(self, key: str) -> str:
        """Path of a model, a folder or a .zip; empty if it is not set. Its record means its folder.

        Raises
        ------
        InputError
            There is nothing of that name.
        """
        path = self.file(key)
        if not path:
            return ""
        if Path(path).name == RECORD:
            path = str(Path(os.path.abspath(path)).parent)
        if not os.path.exists(path):
            raise InputError(f"{key}: {path} is not there; choose the folder or .zip of a trained model")
        return path

    def bounds(self, key: str, crs_wkt: str) -> Optional[Bounds]:
        """West, south, east and north of an extent in another CRS; None if it is not set."""
        if not self.has(key):
            return None
        extent = self._as("Extent", key, QgsCoordinateReferenceSystem.fromWkt(crs_wkt))
        return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()

    def crs(self, key: str) -> str:
        """WKT of a CRS; empty if it is not set."""
        return str(self._as("Crs", key).toWkt()) if self.has(key) else ""

    def layer(self, key: str) -> Optional[QgsMapLayer]:
        """A layer of any kind; None if it is not set."""
        return self._algorithm.parameterAsLayer(self._parameters, key, self.context)

    def raster_layer(self, key: str) -> Optional[QgsRasterLayer]:
        """A raster as a layer; None if it is not set."""
        return self._algorithm.parameterAsRasterLayer(self._parameters, key, self.context)

    def raster(self, key: str) -> Optional[str]:
        """Source path of a raster, with the marks of no-data that were said; None if it is not set."""
        if not self.has(key):
            return None
        layer = self.raster_layer(key)
        if layer is None:
            raise InputError(f"{key}: {self._parameters[key]} is not a readable raster layer")
        return self._data_source(layer, key)

    def required_raster(self, key: str) -> str:
        """Source path of a raster that may not be left out."""
        return _there(self.raster(key), key)

    def rasters(self, key: str) -> list[str]:
        """Source paths of several rasters, in the order given."""
        return [self._data_source(layer, key) for layer in self._as("LayerList", key) or []]

    def _data_source(self, layer: QgsMapLayer, key: str) -> str:
        """Source of a layer that holds data; raise ``InputError`` for a web map, which holds pictures."""
        if layer.providerType() in WEB_MAPS:
            raise InputError(
                f"{key}: {layer.name()} is a web map, which holds pictures and no values; choose a raster file"
            )
        path = layer.source()
        if not self.takes(NODATA) or not self.has(NODATA):
            return path
        said = Said.of(self.text(NODATA), _name_of(layer))
        if said is None:
            return path
        path = said.beside(path)
        if path not in self._told:
            self._told.add(path)
            self.progress.info(no_data_words(path))
        return path

    def map_layers(self, key: str) -> list[QgsMapLayer]:
        """Layers of any kind, in the order given."""
        return self._as("LayerList", key) or []

    def band(self, key: str, source: RasterSource) -> int:
        """Index from 0 of the band that a parameter names from 1; the first if it is not set."""
        number = self._as("Int", key) if self.has(key) else 1
        if not 1 <= number <= len(source.bands):
            raise InputError(f"{key} is {number}; {source.name} has bands 1 to {len(source.bands)}")
        return number - 1

    def features(self, key: str, unsound: bool = False) -> Optional[FeatureSet]:
        """Features of a vector layer as plain values; None if it is not set.

        Invalid geometries are refused, skipped or kept as the user has set; with ``unsound`` they are kept.
        """
        if not self.has(key):
            return None
        source = self._as("Source", key)
        if source is None:
            raise InputError(f"{key}: {self._parameters[key]} is not a readable vector layer")
        check = CHECK.GeometryNoCheck if unsound else asked_check(self._parameters[key], self.context)
        return feature_set(source, sound_features(source, check, key, self.progress.warning))

    def output(self, key: str) -> Optional[str]:
        """Absolute path of a layer, file or folder to write, or address of a database; None if it is not asked for.

        To be called once a run: where Processing chooses the path, each call gets another.
        """
        plain = isinstance(self._algorithm.parameterDefinition(key), FILES)
        path = self._as("FileOutput" if plain else "OutputLayer", key)
        if not path:
            return None
        return str(path) if DATABASE.match(path) else os.path.abspath(path)

    def required_output(self, key: str) -> str:
        """As ``output``, of one that may not be left out."""
        return _there(self.output(key), key)

    def sink(
        self, key: str, fields: QgsFields, kind: Any, crs: QgsCoordinateReferenceSystem
    ) -> tuple[QgsFeatureSink, str]:
        """Where features go, and the name of the layer they make.

        Of a GeoPackage that is there only the layer named like the file is replaced.
        """
        asked = ({**self._parameters, key: within_geopackage(self._parameters.get(key))}, key, self.context)
        sink, identifier = self._algorithm.parameterAsSink(*asked, fields, kind, crs)
        if sink is None:
            raise InputError(f"{key}: {self._parameters[key]} cannot be written; choose another file")
        return sink, identifier


def _name_of(layer: QgsMapLayer) -> str:
    """What messages call a raster: its file without folder and ending."""
    return Path(layer.source().split("|")[0]).stem


def _there(value: Optional[str], key: str) -> str:
    if value is None:
        raise InputError(f"{key} is not set; give it")
    return value
