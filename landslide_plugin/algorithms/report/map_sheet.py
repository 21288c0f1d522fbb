"""Map sheet: a map as a printable PDF with legend, scale, zoning statement and limits."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QPainter

from ...core.errors import InputError
from ...core.evaluation.classes import class_style
from ...core.io.raster import RasterSource, crs_name, metres_per_unit
from ...core.io.vector import geometry_type
from ...core.model.bundle.files import read_files
from ...core.report.common.model_record import ModelRecord
from ...core.report.common.statements import limit_words, require_own_map, scale_words, zoning_rows
from ...core.requirements import require_folder
from ...core.types.features import FeatureSet
from ...core.workflows.reporting.preview import landslides_of
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from .sheet import Sheet, shipped_template, write_pdf

RELIEF_OPACITY = 0.55


class PrintLayout(LandslideAlgorithm):
    """One sheet of paper that says what its map is."""

    NAME = "printlayout"
    LABEL = "Map sheet"
    GROUP = "report"
    METHOD = "report#map-sheet"
    NEXT = "check scale, legend and text of the sheet before it is handed over"
    HELP = (
        "Puts a map on a sheet of A4 or A3 and writes it as PDF: map on relief, graticule, legend, scale bar, north "
        "arrow, title, zoning statement and what not to conclude.\n\n"
        "The map is drawn in the style of its layer; files are drawn in the style saved beside them. Zoning statement "
        "and limits come from the model bundle.\n\n"
        "The sheet is a print template; give your own to change it. Its items are found by their ids: map, legend, "
        "scale_bar, north_arrow, title, subtitle, zoning, limits, credit. All but map may be missing."
    )
    TAGS = ("print", "layout", "pdf", "map sheet", "atlas", "A3", "A4")

    def flags(self) -> Any:
        """Layouts are drawn in the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        file = QgsProcessingParameterFile
        self.add(
            QgsProcessingParameterRasterLayer("MAP", "Map"),
            "Raster to show, usually the class map of 'Map susceptibility/uncertainty', in its own style.",
        )
        inputs.bundle(
            self,
            "The model the map was made with; its zoning statement and limits are printed.",
            optional=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM", None, True),
            "Elevation; the map is drawn on its relief.",
        )
        inputs.inventory(self, "Points or polygons, in any CRS, marked on the map.")
        self.add(
            QgsProcessingParameterString("TITLE", "Title", None, False, True),
            "Name of the study area; left empty, the name of the map.",
        )
        self.add_quantity("PAPER", "paper")
        self.add_quantity("ORIENTATION", "orientation")
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places, which are not drawn; left empty, the one of the "
            "training if the inventory has it, else all features are landslides.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("CREDIT", "Credit line", None, False, True),
            "Author, date, sources of data: one line at the foot of the sheet.",
            advanced=True,
        )
        self.add_quantity("DPI", "sheet_dpi", advanced=True)
        self.add(
            file("TEMPLATE", "Template", file.Behavior.File, "qpt", optional=True),
            "Your own print template (.qpt) in place of the shipped one; it must hold a map with the id map.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Map sheet", "PDF files (*.pdf)"),
            "The PDF to write.",
        )

    def execute(self, given: Given) -> dict[str, Any]:
        output = given.required_output("OUTPUT")
        require_folder(output)
        with RasterSource(given.required_raster("MAP")) as source:
            grid, made_with = source.grid, source.metadata.get("BUNDLE", "")
        model = _model(given, made_with)
        chart = _styled(given, "MAP")
        layers, legend = _layers(given, chart, model, grid.crs_wkt)
        template = given.file("TEMPLATE") or shipped_template(given.quantity("ORIENTATION"), chart.extent())
        cell_m = grid.cell_size * metres_per_unit(grid.crs_wkt)
        title = given.text("TITLE") or chart.name()
        texts = {
            "title": title,
            "subtitle": f"{_kind(model)}; {crs_name(grid.crs_wkt)}; largest scale {scale_words(cell_m)}",
            "zoning": _zoning(model, cell_m),
            "limits": "\n".join(
                f"\u2022 {text}" for text in limit_words(cell_m, bool(model and model.has_scenarios))
            ),
            "credit": given.text("CREDIT"),
        }
        given.progress.step(0.2)
        write_pdf(
            template,
            Sheet(
                layers=layers,
                legend=legend,
                extent=chart.extent(),
                crs=chart.crs(),
                texts=texts,
                paper=given.quantity("PAPER"),
                dpi=given.quantity("DPI"),
            ),
            output,
        )
        given.progress.info(f"Map sheet: {output} ({Path(output).stat().st_size / 2**20:.1f} MiB)")
        return {"OUTPUT": output}


def _styled(given: Given, key: str) -> QgsRasterLayer:
    """A copy of a layer in its style; a file is read without the style beside it, so that is read here."""
    original: Any = given.raster_layer(key)
    layer: QgsRasterLayer = original.clone()
    project = given.context.project()
    if project is None or project.mapLayer(original.id()) is None:
        layer.loadDefaultStyle()
    return layer


def _model(given: Given, made_with: str) -> Optional[ModelRecord]:
    folder = given.bundle("BUNDLE")
    if not folder:
        return None
    record, _, metrics = read_files(Path(folder))
    require_own_map(record, made_with, Path(folder).name)
    return ModelRecord(record, metrics)


def _layers(
    given: Given, chart: QgsRasterLayer, model: Optional[ModelRecord], crs_wkt: str
) -> tuple[list[QgsMapLayer], list[QgsMapLayer]]:
    """Layers from the topmost down, and those of them that the legend names."""
    chart.setName("Susceptibility" if _is_classes(chart) else chart.name())
    layers: list[QgsMapLayer] = [chart]
    legend: list[QgsMapLayer] = [chart]
    inventory = given.features("INVENTORY")
    if inventory is not None:
        field = given.field("LABEL_FIELD")
        trained = str(model.record.get("provenance", {}).get("label_field", "")) if model else ""
        field = field or (trained if trained in inventory.attributes else "")
        marks = _marks(landslides_of(inventory, field or None, crs_wkt))
        layers, legend = [marks, chart], [chart, marks]
    dem = given.raster_layer("DEM")
    if dem is not None:
        chart.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
        layers.append(_relief(dem))
    return layers, legend


def _relief(dem: QgsRasterLayer) -> QgsRasterLayer:
    """A light hillshade, smooth at any scale."""
    relief = dem.clone()
    relief.setName("Relief")
    relief.setRenderer(QgsHillshadeRenderer(relief.dataProvider(), 1, 315.0, 45.0))
    relief.setResamplingStage(Qgis.RasterResamplingStage.Provider)
    provider = relief.dataProvider()
    provider.enableProviderResampling(True)
    provider.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Cubic)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
    relief.setOpacity(RELIEF_OPACITY)
    return relief


def _is_classes(layer: QgsRasterLayer) -> bool:
    renderer = layer.renderer()
    return renderer is not None and renderer.type() == "paletted"


def _kind(model: Optional[ModelRecord]) -> str:
    if model is None or not model.has_scenarios:
        return "Landslide susceptibility"
    return f"Landslide susceptibility given the {model.reference} trigger"


def _zoning(model: Optional[ModelRecord], cell_size_m: float) -> str:
    if model is None:
        rows = [
            ("Zoning type", "not stated: no model was given to this sheet"),
            ("Terrain unit", f"grid cell of {cell_size_m:g} m"),
            ("Largest scale", scale_words(cell_size_m)),
        ]
    else:
        rows = [*zoning_rows(model, cell_size_m), ("Classes", class_style().legend)]
    return "\n".join(f"{name}: {text}" for name, text in rows)


def _marks(slides: FeatureSet) -> QgsVectorLayer:
    """Landslides as a layer in memory, in white on black."""
    kind = geometry_type(slides)
    if kind == "line":
        raise InputError(f"{slides.name} holds lines; an inventory holds points or polygons")
    layer = QgsVectorLayer("Point" if kind == "point" else "MultiPolygon", "Landslides", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(slides.crs_wkt))
    features = []
    for blob in slides.wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(blob)
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    if kind == "polygon":
        symbol: QgsSymbol = QgsFillSymbol.createSimple(
            {"color": "255,255,255,60", "outline_color": "black", "outline_width": "0.25"}
        )
    else:
        symbol = QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": "white",
                "outline_color": "black",
                "size": "1.3",
                "outline_width": "0.3",
            }
        )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
