"""Map sheet: a map as a printable PDF with legend, scale, zoning statement and limits."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsSettings,
)

from ...core.io.raster import RasterSource
from ...core.io.vector import read_features
from ...core.model.bundle.files import read_files
from ...core.report.common.model_record import ModelRecord
from ...core.report.common.statements import require_own_map
from ...core.requirements import require_folder
from ...core.types.features import FeatureSet
from ...core.workflows.reporting.companions import (
    bundle_of,
    companions,
    elevation_band,
    inventory_beside,
)
from ...core.workflows.reporting.preview import landslides_of
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.translation import tr
from .inputs import LAYER_NAME, loaded
from .sheet import Sheet, lay_out, shipped_template, write_pdf
from .sheet_layers import SheetLayers, further_layers, layers_of, named_classes, raster_of, styled
from .sheet_texts import texts_of

SIGNED = {
    "AUTHOR": ("Author", "Who made the map; in the desktop, the last one given is proposed.", True),
    "CLIENT": ("Client", "Whom it was made for; in the desktop, the last one given is proposed.", True),
    "DATE": ("Date", "Date of the map, as it shall be printed.", False),
}
"""Label and help of what stands at the foot of the sheet, and whether the desktop remembers it."""
REMEMBERED = "landslide_susceptibility/map_sheet/"
GROUP = "Map sheet"


class PrintLayout(LandslideAlgorithm):
    """One sheet of paper that says what its map is."""

    NAME = "printlayout"
    LABEL = "Map sheet"
    GROUP = "report"
    METHOD = "report#map-sheet"
    NEXT = "check scale, legend and text of the sheet before it is handed over"
    HELP = (
        "Puts a map on a sheet of A4 or A3 and writes it as PDF: map on relief at a round scale, grid, legend, scale "
        "bar, north arrow, title, zoning statement and what not to conclude.\n\n"
        "The map is drawn in the style of its layer; files are drawn in the style saved beside them. Zoning statement "
        "and limits come from the model bundle.\n\n"
        "The sheet is a print template; give your own to change it. Its items are found by their ids: map, legend, "
        "scale_bar, north_arrow, title, subtitle, zoning, limits, credit, and author, client, date if you like "
        "them alone. All but map may be missing."
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
            "The model the map was made with; its zoning statement and limits are printed; if empty, that beside it.",
            optional=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM", None, True),
            "Elevation; the map is drawn on its relief. Left empty, that among the factors of the same model is taken.",
        )
        inputs.inventory(
            self,
            "Points or polygons, in any CRS, marked on the map. Left empty, that of the training beside the map.",
        )
        self.add(
            QgsProcessingParameterString("TITLE", "Title", None, False, True),
            "Name of the study area; left empty, the name of the map.",
        )
        self.add_quantity("SCALE", "sheet_scale", optional=True)
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
        layers = QgsProcessing.SourceType.TypeMapLayer
        self.add(
            QgsProcessingParameterMultipleLayers("LAYERS", "Further layers", layers, None, True),
            "Roads, houses, borders: drawn over the map and named in the legend, each in its own style.",
            advanced=True,
        )
        for key, (label, help, kept) in SIGNED.items():
            last = _last(key) if kept else None
            self.add(QgsProcessingParameterString(key, label, last, False, True), help, advanced=True)
        self.add_quantity("GRID", "sheet_grid", advanced=True)
        self.add(
            QgsProcessingParameterBoolean("KEEP", "Keep the layout in the project", False),
            "The sheet stays in the project as a print layout, with its layers in a group of their own, to be finished "
            "by hand.",
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
        self.addOutput(QgsProcessingOutputString("LAYOUT", "Name of the layout that was kept"))

    def execute(self, given: Given) -> dict[str, Any]:
        output = given.required_output("OUTPUT")
        require_folder(output)
        with RasterSource(given.required_raster("MAP")) as source:
            grid, about = source.grid, source.metadata
        model = _model(given, about.get("BUNDLE", ""))
        chart = named_classes(styled(given, "MAP"), about)
        layers = _layers(given, chart, model, grid.crs_wkt)
        template = given.file("TEMPLATE") or shipped_template(given.quantity("ORIENTATION"), chart.extent())
        title = given.text("TITLE") or chart.name()
        texts = {
            **texts_of(model, title, grid),
            "credit": _credit(given),
            **{key.lower(): given.text(key) for key in SIGNED},
        }
        _remember(given)
        given.progress.step(0.2)
        sheet = Sheet(
            layers=layers.drawn,
            legend=layers.named,
            extent=chart.extent(),
            crs=chart.crs(),
            texts=texts,
            paper=given.quantity("PAPER"),
            dpi=given.quantity("DPI"),
            scale=int(given.number("SCALE") or 0),
            grid=given.quantity("GRID"),
        )
        kept = _kept(given, template, sheet, title) if given.yes("KEEP") else ""
        write_pdf(template, sheet, output)
        for note in dict.fromkeys(sheet.notes):
            given.progress.warning(note)
        given.progress.info(f"Map sheet: {output} ({Path(output).stat().st_size / 2**20:.1f} MiB)")
        return {"OUTPUT": output, "LAYOUT": kept}


def _last(key: str) -> Optional[str]:
    """What was given last; only the desktop remembers, so that scripts say all themselves."""
    if QgsApplication.platform() != "desktop":
        return None
    return str(QgsSettings().value(REMEMBERED + key, "")) or None


def _remember(given: Given) -> None:
    if QgsApplication.platform() == "desktop":
        for key, (_, _, kept) in SIGNED.items():
            if kept:
                QgsSettings().setValue(REMEMBERED + key, given.text(key))


def _credit(given: Given) -> str:
    """Author, client, date and credit line in one."""
    signed = [f"{tr(SIGNED[key][0])}: {given.text(key)}" for key in SIGNED if given.text(key)]
    return " \u00b7 ".join([*signed, *filter(None, [given.text("CREDIT")])])


def _kept(given: Given, template: str, sheet: Sheet, title: str) -> str:
    """Put the sheet into the project as a layout with copies of its layers; the name it has there."""
    project = given.context.project()
    if project is None:
        given.progress.warning("There is no project, so the layout is not kept")
        return ""
    copies: dict[str, Any] = {layer.id(): layer.clone() for layer in sheet.layers}
    root: Any = project.layerTreeRoot()
    group = root.insertGroup(0, f"{GROUP}: {title}")
    for layer in copies.values():
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    group.setExpanded(False)
    group.setItemVisibilityChecked(False)
    there = {layout.name() for layout in project.layoutManager().layouts()}
    name = next(n for n in (title, *(f"{title} {i}" for i in range(2, len(there) + 3))) if n not in there)
    mine = Sheet(
        layers=[copies[layer.id()] for layer in sheet.layers],
        legend=[copies[layer.id()] for layer in sheet.legend],
        extent=sheet.extent,
        crs=sheet.crs,
        texts=sheet.texts,
        paper=sheet.paper,
        dpi=sheet.dpi,
        scale=sheet.scale,
        grid=sheet.grid,
    )
    lay_out(template, mine, project, name)
    given.progress.info(f"The layout '{name}' is in the project: Project > Layouts")
    return name


def _model(given: Given, made_with: str) -> Optional[ModelRecord]:
    folder = given.bundle("BUNDLE")
    if not folder:
        folder = bundle_of(given.required_raster("MAP"), made_with, _places(given.context.project())) or ""
        if folder:
            given.progress.info(f"BUNDLE was left empty; taken: {folder}")
    if not folder:
        return None
    record, _, metrics = read_files(Path(folder))
    require_own_map(record, made_with, Path(folder).name)
    return ModelRecord(record, metrics)


def _places(project: Optional[QgsProject]) -> list[str]:
    """Folders where a model may lie: that of the project, and those of its layers."""
    if project is None:
        return []
    sources = [source.split("|", 1)[0] for found in loaded(project) for source in found.values()]
    home = [project.homePath()] if project.homePath() else []
    return list(dict.fromkeys([*home, *(str(Path(source).parent) for source in sources)]))


def _layers(given: Given, chart: Any, model: Optional[ModelRecord], crs_wkt: str) -> SheetLayers:
    """Map, landslides, relief and further layers; landslides and relief of the same model where they lie beside."""
    own = _beside(given, model)
    inventory = given.features("INVENTORY")
    if inventory is None and "INVENTORY" in own:
        inventory = read_features(*own["INVENTORY"].split(LAYER_NAME, 1))
    dem, band = given.raster_layer("DEM"), 1
    if dem is None and "DEM" in own:
        dem, band = raster_of(own["DEM"]), (elevation_band(own["DEM"]) or 0) + 1
    return layers_of(
        chart,
        None if inventory is None else _slides(given, inventory, model, crs_wkt),
        None if dem is None else (dem, band),
        further_layers(given, "LAYERS"),
    )


def _slides(given: Given, inventory: FeatureSet, model: Optional[ModelRecord], crs_wkt: str) -> FeatureSet:
    trained = str(model.record.get("provenance", {}).get("label_field", "")) if model else ""
    field = given.field("LABEL_FIELD") or (trained if trained in inventory.attributes else "")
    return landslides_of(inventory, field or None, crs_wkt)


def _beside(given: Given, model: Optional[ModelRecord]) -> dict[str, str]:
    """Inventory and elevation of the model, from the project or from beside the map; each is told."""
    if model is None:
        return {}
    rasters, vectors = loaded(given.context.project())
    chart, found = given.required_raster("MAP"), {}
    if not given.has("INVENTORY"):
        name = str(model.record.get("provenance", {}).get("inventory", ""))
        path = vectors.get(name) or inventory_beside(chart, name)
        found.update({"INVENTORY": path} if path else {})
    if not given.has("DEM"):
        stack = companions(chart, model.record, rasters.values(), ["FACTORS"]).get("FACTORS")
        if stack and elevation_band(stack) is not None:
            found["DEM"] = stack
    for key, path in found.items():
        given.progress.info(f"{key} was left empty; taken: {path}")
    return found
